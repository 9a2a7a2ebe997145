"""Hold the open club against another version of it: what is in one and not in the other."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.domain.people.roster import RosterPerson
from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, sentences
from kdc_desktop.services.people.known import known_people
from kdc_desktop.services.people.matching import matched_rows
from kdc_desktop.services.twins.kinds import TwinKind
from kdc_desktop.services.twins.rows import Comparison, Fate, TwinDifference
from kdc_desktop.services.twins.words import KIND_OF, KINDS, TwinRow, Version, captioned
from kdc_desktop.storage import Database, open_to_read
from kdc_desktop.storage.parting import Parting, parting_of

OutcomeOf = Callable[[Database, int], str]
"""What a poll came to, in words, as far as everybody may know it."""

_TEXTS = {
    "person": ("name", "email", "notes", "phone", "job_title", "interests"),
    "organisation": ("name", "sector", "sector_guessed", "notes"),
    "stage": ("title", "prompt", "notes"),
    "idea": ("text", "details", "tags", "minutes", "link"),
}
"""What can be taken over of a row that both have."""


class Twins:
    """Two versions as they are read together, and how they parted."""

    def __init__(self, here: Version, there: Version, parting: Parting) -> None:
        self.here, self.there, self.parting = here, there, parting
        self._leave_out_what_is_not_revealed()
        self.met: dict[str, dict[Any, Any]] = {}
        for table in KIND_OF:  # sessions first, because others belong to them
            self.met[table] = _met(self, table)

    def _leave_out_what_is_not_revealed(self) -> None:
        """Not in one version either, where the same answer is revealed in the other."""
        for version, other in ((self.here, self.there), (self.there, self.here)):
            for table, key in [*version.not_revealed()]:
                if self.is_shared(table, key):
                    del other.rows[table][key]
                del version.rows[table][key]

    def is_shared(self, table: str, key: Any) -> bool:
        """Whether a number stands for the same thing in both."""
        born_here = self.parting.here.get(table, {}).get(key, False)
        born_there = self.parting.there.get(table, {}).get(key, False)
        in_both = key in self.here.rows[table] and key in self.there.rows[table]
        return in_both and not (born_here and born_there)

    def session_here(self, key: Any) -> Any:
        """The number here of a session there; None where there is none."""
        return key if self.is_shared("session", key) else self.met["session"].get(key)


@contextmanager
def twins_of(database: Database, other: Path) -> Iterator[tuple[Twins, Database]]:
    """The open club and the version at `other`, which is left as it is.

    Raises:
        UserError: it cannot be read, is the same file, or not a version of this club.
    """
    if other.exists() and other.samefile(database.path):
        raise UserError(
            _("{file} is the club that is open. Choose the other version.", file=other.name)
        )
    with (
        open_to_read(other) as opened,
        database.read() as here,
        opened.read() as there,
    ):
        parting = parting_of(here, there)
        if parting is None:
            raise UserError(
                _(
                    "{other} is not of one club with {file}: they have nothing in common that was "
                    "ever done. Import people or ideas from sheets instead.",
                    other=other.name,
                    file=database.path.name,
                )
            )
        yield Twins(Version(here), Version(there), parting), opened


def compare(database: Database, other: Path, outcome_of: OutcomeOf) -> Comparison:
    """What has been done in each since they parted; nothing is written.

    Raises:
        UserError: as `twins_of` does.
    """
    with twins_of(database, other) as (twins, opened):

        def outcomes(poll_id: int) -> tuple[str, str]:
            of_here = outcome_of(database, poll_id) if poll_id in twins.here.rows["poll"] else ""
            of_there = outcome_of(opened, poll_id) if poll_id in twins.there.rows["poll"] else ""
            return of_here, of_there

        differences = (one for kind in KINDS for one in _of_kind(twins, kind, outcomes))
        parting = twins.parting
        return Comparison(parting.at, parting.label, tuple(differences))


def _of_kind(
    twins: Twins, kind: TwinKind, outcomes: Callable[[int], tuple[str, str]]
) -> Iterator[TwinDifference]:
    here, there = twins.here.rows[kind.table], twins.there.rows[kind.table]
    met_there = twins.met[kind.table]
    met_here = set(met_there.values())
    for key in sorted({*here, *there}):
        if key in here and key in there and twins.is_shared(kind.table, key):
            found = _changed(twins, kind, key)
            if found is not None:
                yield _with_outcomes(kind, found, outcomes)
            continue
        for one in _single(twins, kind, key):
            added_alike = (one.fate is Fate.ADDED_HERE and key in met_here) or (
                one.fate is Fate.ADDED_THERE and key in met_there
            )
            if not added_alike:
                yield _with_outcomes(kind, one, outcomes)


def _with_outcomes(
    kind: TwinKind, one: TwinDifference, outcomes: Callable[[int], tuple[str, str]]
) -> TwinDifference:
    if kind.table != "poll":
        return one
    here, there = outcomes(one.key)
    return TwinDifference(
        one.noun,
        one.fate,
        one.table,
        one.key,
        one.title,
        sentences([one.here, here if one.here else ""]),
        sentences([one.there, there if one.there else ""]),
    )


def _single(twins: Twins, kind: TwinKind, key: Any) -> Iterator[TwinDifference]:
    """What there is in one version only, by this number: in each something of its own, maybe."""
    touched_here = twins.parting.here.get(kind.table, {})
    touched_there = twins.parting.there.get(kind.table, {})
    if key in twins.here.rows[kind.table]:
        removed = key in touched_there and not touched_here.get(key, False)
        fate = Fate.REMOVED_THERE if removed else Fate.ADDED_HERE
        title = twins.here.title(kind.table, key)
        said = _details(twins.here, kind, key)
        yield TwinDifference(kind.noun, fate, kind.table, key, title, said, "")
    if key in twins.there.rows[kind.table]:
        removed = key in touched_here and not touched_there.get(key, False)
        fate = Fate.REMOVED_HERE if removed else Fate.ADDED_THERE
        title = twins.there.title(kind.table, key)
        said = _details(twins.there, kind, key)
        taken = fate is Fate.ADDED_THERE and _can_be_added(twins, kind.table, key)
        yield TwinDifference(kind.noun, fate, kind.table, key, title, "", said, taken)


def _details(version: Version, kind: TwinKind, key: Any) -> str:
    said = version.said(kind.table, key)
    return captioned(kind.table, {name: said[name] for name in kind.said})


def _changed(twins: Twins, kind: TwinKind, key: Any) -> TwinDifference | None:
    """What is not alike of something that both have; by what it says, not by its numbers."""
    by_here = key in twins.parting.here.get(kind.table, {})
    by_there = key in twins.parting.there.get(kind.table, {})
    own, other = twins.here.rows[kind.table][key], twins.there.rows[kind.table][key]
    if not by_here and not by_there and own == other:
        return None
    mine, theirs = twins.here.said(kind.table, key), twins.there.said(kind.table, key)
    names = [name for name in mine if mine[name] != theirs[name]]
    if not names:
        return None
    fate = Fate.CHANGED_BOTH
    if by_here != by_there:
        fate = Fate.CHANGED_HERE if by_here else Fate.CHANGED_THERE
    return TwinDifference(
        kind.noun,
        fate,
        kind.table,
        key,
        twins.here.title(kind.table, key),
        captioned(kind.table, {name: mine[name] for name in names}),
        captioned(kind.table, {name: theirs[name] for name in names}),
        fate is not Fate.CHANGED_HERE and bool(texts_to_take(own, other, kind.table)),
    )


def texts_to_take(own: TwinRow, other: TwinRow, table: str) -> dict[str, Any]:
    """What a row would say if it were taken over from there, by column, where that differs."""
    names = _TEXTS.get(table, ())
    return {name: other[name] for name in names if own[name] != other[name]}


def _can_be_added(twins: Twins, table: str, key: Any) -> bool:
    row = twins.there.rows[table][key]
    if table in ("idea", "session") and row["trashed_at"] is not None:
        return False
    if table == "idea":  # a session that is only there comes with it
        session = twins.there.rows["session"].get(row["session_id"])
        return session is not None and session["trashed_at"] is None
    if table == "attendance":  # of who is new, it comes with the person
        known = twins.is_shared("person", row["person_id"])
        return known and twins.session_here(row["session_id"]) is not None
    if table == "consent":
        return twins.is_shared("person", row["person_id"])
    return table in ("person", "organisation", "session")


# What was added on both sides, under two numbers.


def _met(twins: Twins, table: str) -> dict[Any, Any]:
    """By its number there, the number here of what is only in one by its number, yet in both."""
    alone = [key for key in twins.there.rows[table] if not twins.is_shared(table, key)]
    return _people_met(twins, alone) if table == "person" else _rows_met(twins, table, alone)


def _rows_met(twins: Twins, table: str, alone: list[Any]) -> dict[Any, Any]:
    """Pairs that are called the same and belong to the same; each is in one pair at most."""
    free: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for key, row in twins.here.rows[table].items():
        if not twins.is_shared(table, key):
            free[_called(twins.here, table, key, row.get("session_id"))].append(key)
    pairs = {}
    for key in alone:
        session_id = twins.there.rows[table][key].get("session_id")
        belongs = None if session_id is None else twins.session_here(session_id)
        others = free.get(_called(twins.there, table, key, belongs))
        if others:
            pairs[key] = others.pop(0)
    return pairs


def _called(version: Version, table: str, key: Any, session_id: Any) -> tuple[Any, ...]:
    said = version.said(table, key)
    title = tuple(normalise(said[name]) for name in KIND_OF[table].title)
    return (*title, said.get("starts_at"), session_id)


def _people_met(twins: Twins, alone: list[Any]) -> dict[Any, Any]:
    """Who is known here already, as an import of people would find."""
    known = known_people(twins.here.snapshot)
    rows = matched_rows(known, [roster_person(twins.there, key) for key in alone])
    return {
        key: row.person_id
        for key, row in zip(alone, rows, strict=True)
        if row.state is MatchState.SAME
    }


def roster_person(version: Version, key: Any) -> RosterPerson:
    """Somebody as a row of a sheet would tell of them."""
    row = version.rows["person"][key]
    organisation = version.rows["organisation"].get(row["organisation_id"])
    guessed = organisation is None or organisation["sector_guessed"]
    department = version.rows["department"].get(row["department_id"])
    return RosterPerson(
        name=row["name"],
        email=row["email"],
        organisation=organisation["name"] if organisation else "",
        department=department["name"] if department else "",
        sector=organisation["sector"] if organisation and not guessed else "",
    )
