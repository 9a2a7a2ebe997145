"""What the summary tells of visions: their words, if they can go, and who owes what by when."""

from collections import Counter
from collections.abc import Callable

from kdc_desktop.i18n import _, date_text, lazy, ngettext
from kdc_desktop.instants import day_of
from kdc_desktop.interchange.workbook import Column, SheetBlock
from kdc_desktop.model.visions import Commitment
from kdc_desktop.services.consortia.book import ConsortiumBook
from kdc_desktop.services.kit.source import Columns, Line, Source
from kdc_desktop.services.visions.book import VisionBook
from kdc_desktop.services.visions.readiness_columns import readiness_by_id
from kdc_desktop.services.visions.sheets import commitments_in

_SPANS = (1, 4, 2, 2)


def vision_said(source: Source) -> Callable[[int], tuple[str, ...]]:
    """By consortium: its vision in the last version, and whether it can go with it."""
    book, ready = source.once(VisionBook), source.once(readiness_by_id)

    def said(consortium_id: int) -> tuple[str, ...]:
        versions = book.versions_of(book.of.consortia[consortium_id])
        told = ready(consortium_id)
        vision = [
            _("Vision, version {number}: {text}", number=last.number, text=last.text)
            for last in versions[-1:]
        ]
        return (*vision, f"{told.headline}.", *(f"– {reason}" for reason in told.reasons))

    return said


def owed(source: Source) -> list[SheetBlock]:
    """Who owes what by when: what is to be done first, then what was."""
    heading, found = _("Who owes what by when"), source.once(commitments_in)
    still = [one for one in found if one.done_at is None]
    still.sort(key=lambda one: (one.due_on is None, one.due_on or day_of(source.now, source.zone)))
    done = [one for one in found if one.done_at is not None]
    shown = still if source.every_session else [*still, *done]
    kept = ngettext("{count} promise was kept.", "{count} promises were kept.", len(done))
    if not shown:
        nothing = _("Nobody has promised anything that is still to be done.")
        return [SheetBlock(heading, (nothing, kept) if done else (nothing,))]
    header = (_("Who"), _("What"), _("By"), _("Consortium"))
    rows = tuple(_row(source, one) for one in shown)
    return [SheetBlock(heading, (kept,) if done else (), header, rows, _SPANS)]


def _row(source: Source, promise: Commitment) -> Line:
    note = source.once(ConsortiumBook).members[promise.member_id]
    return (note.name, promise.what, _by(source, promise), note.consortium.name)


def _by(source: Source, promise: Commitment) -> str:
    if promise.done_at is not None:
        done = day_of(promise.done_at, source.zone_of(None))
        return _("Done on {day}", day=date_text(done))
    if promise.due_on is None:
        return _("No date")
    day = date_text(promise.due_on)
    late = promise.due_on < day_of(source.now, source.zone)
    return _("{day}, overdue", day=day) if late else day


def _promises(source: Source) -> Callable[[int], Line]:
    members = source.once(ConsortiumBook).members
    made: Counter[int] = Counter()
    kept: Counter[int] = Counter()
    for one in source.once(commitments_in):
        session_id = members[one.member_id].consortium.session_id
        made[session_id] += 1
        kept[session_id] += one.done_at is not None
    return lambda session_id: (
        _("{kept} of {made} kept", kept=kept[session_id], made=made[session_id])
        if made[session_id]
        else "",
    )


SIDE_BY_SIDE = Columns((Column(lazy("Promises")),), _promises)
"""How many promises of each session were kept."""
