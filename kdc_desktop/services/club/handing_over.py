"""Hand the club over to another laptop: it goes on there, and this file says so from then on."""

import os
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text, _, lazy, moment_text, sentences
from kdc_desktop.instants import Instant, instant_from, laptop_zone
from kdc_desktop.storage import Database, open_database
from kdc_desktop.storage.sole_use import claim

if TYPE_CHECKING:
    from kdc_desktop.storage import Edit, Snapshot
    from kdc_desktop.storage.checking import Check

_NAME = "handed_over"
_KEPT = "SELECT value FROM setting WHERE name = ?"


class HandedOver(NamedTuple):
    """When and where to the club went, and from which laptop.

    `arrived`: the file was there. Where it is not known, the program ended in the very moment.
    """

    at: Instant
    to: Path
    laptop: str
    arrived: bool


class HandedOverError(UserError):
    """A club file that goes on elsewhere; it may be opened all the same."""

    def __init__(self, path: Path, sentence: str) -> None:
        super().__init__(sentence)
        self.path = path


def hand_over(
    database: Database,
    target: Path,
    may_go: Iterable[Callable[["Snapshot"], object]],
    checks: "Iterable[Check]",
    before_writing: Callable[[], object] = lambda: None,
) -> HandedOver:
    """Write the club to a file that is whole and checked, and mark the one that stays here.

    First the copy, then the mark, then the copy gets its name, then the mark says that it has:
    whenever the program ends, `refuse_handed_over` knows what came of it.

    Args:
        database: the club; nobody else writes to it meanwhile, else nothing is handed over.
        target: a file that does not exist.
        may_go: see that the club can go now; they raise a `UserError` where it cannot.
        checks: what nouns look at in the copy.
        before_writing: called before the first lasting step; it may call all of it off.

    Raises:
        UserError: nothing was handed over, and why; or nobody can tell whether it was, and the
            mark stays.
    """
    import platform

    from kdc_desktop.storage.handing import checked_copy

    target, written = target.absolute(), database.written
    with database.read() as snapshot:
        for look in may_go:
            look(snapshot)
    with checked_copy(database.path, target, checks) as put_in_place:
        before_writing()
        going = HandedOver(database.now(), target, platform.node(), arrived=False)
        _mark(database, going, lazy("Handed the club over to {file}", file=target.name), written)
        _arrive(database, target, put_in_place)
    gone = HandedOver(going.at, target, going.laptop, arrived=True)
    with suppress(UserError):  # that it is there tells it as well
        _mark(database, gone, lazy("{file} is there to go on with", file=target.name))
    return gone


def _arrive(database: Database, target: Path, put_in_place: Callable[[], None]) -> None:
    """Give the copy its name; where that fails, the club is as if nothing had been done.

    Where nobody can tell whether it failed, the mark stays: there are never two without a word.
    """
    from kdc_desktop.storage.handing import MayBeThereError, was_left_unfinished

    try:
        put_in_place()
    except MayBeThereError:
        raise
    except BaseException as error:  # told to end, it may be there
        if isinstance(error, Exception) or was_left_unfinished(target):
            with suppress(UserError):  # else it is found out when the file is opened next
                _mark(database, None, lazy("The club was not handed over after all"))
        raise


def handed_over(database: Database) -> HandedOver | None:
    """Where to the club went, if it goes on elsewhere."""
    with database.glance() as connection:
        row = connection.execute(_KEPT, (_NAME,)).fetchone()
    if row is None:
        return None
    import json  # not at once: the first window needs none

    with suppress(ValueError, TypeError, KeyError):
        said = json.loads(row[0])
        if said is not None:
            at, to = instant_from(said["at"]), Path(said["to"])
            return HandedOver(at, to, str(said["laptop"]), bool(said["arrived"]))
    return None


def refuse_handed_over(database: Database) -> None:
    """See that the club goes on in this file.

    Where handing over was broken off before there was another file, this one is it again.

    Raises:
        HandedOverError: it goes on elsewhere, or may do so.
    """
    gone = handed_over(database)
    if gone is None:
        return
    if not gone.arrived:
        from kdc_desktop.storage.handing import discard_unfinished, was_left_unfinished

        if was_left_unfinished(gone.to):
            discard_unfinished(gone.to)
            _mark(database, None, lazy("The club was not handed over after all"))
            return
    raise HandedOverError(database.path, told_of(database.path, gone))


def told_of(path: Path, gone: HandedOver) -> str:
    """Where to the club went, in sentences."""
    if not gone.arrived and not os.path.lexists(gone.to):
        return _(
            "{file} was being handed over to {target} on {moment} when the program ended. Look "
            "whether {name} is there: if it is, go on with that one; if not, open this one anyway.",
            file=path.name,
            target=str(gone.to),
            name=gone.to.name,
            moment=moment_text(gone.at.in_zone(laptop_zone())),
        )
    return sentences(
        [
            _(
                "{file} was handed over to {target} on {moment} by the laptop “{laptop}”; the "
                "other laptop has the newer version.",
                file=path.name,
                target=str(gone.to),
                moment=moment_text(gone.at.in_zone(laptop_zone())),
                laptop=gone.laptop,
            ),
            _("Whatever is written here as well has to be brought together afterwards."),
        ]
    )


def go_on_here(path: Path) -> None:
    """Let the club go on in this file as well: it is no longer handed over.

    Raises:
        UserError: the file cannot be opened or written.
    """
    with claim(path) as held, closing(open_database(path, held=held)) as database:
        _mark(database, None, lazy("Opened the club here, though it was handed over"))


def _mark(
    database: Database,
    gone: HandedOver | None,
    label: Text,
    written: Any = None,
) -> None:
    """Keep it in the file; where `written` is given, nothing may have been written since."""
    import json

    from kdc_desktop.model.club import Setting

    said = (
        None
        if gone is None
        else {
            "at": gone.at.kept(),
            "to": str(gone.to),
            "laptop": gone.laptop,
            "arrived": gone.arrived,
        }
    )
    with database.edit(label, undoable=False) as edit:
        if written is not None and written != database.written:
            raise UserError(
                _("Something was written meanwhile, so nothing was handed over. Do it once more.")
            )
        _keep(edit, Setting, json.dumps(said))


def _keep(edit: "Edit", setting: Any, value: str) -> None:
    known = edit.get(setting, _NAME)
    if known is None:
        edit.add(setting(name=_NAME, value=value))
    else:
        known.value = value
