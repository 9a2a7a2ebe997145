"""What the summary tells of visions: their words, if they can go, and who owes what by when."""

from collections import Counter
from collections.abc import Callable, Mapping

from kdc_desktop.domain.consortia.fitting import sectors_in
from kdc_desktop.domain.people.sectors import LETTERS
from kdc_desktop.domain.visions.ledger_flags import FlagKind
from kdc_desktop.i18n import (
    _,
    fillable,
    full_date_text,
    listed,
    listed_apart,
    ngettext,
    paired,
)
from kdc_desktop.instants import day_of
from kdc_desktop.interchange.workbook import SheetBlock
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.visions import Commitment
from kdc_desktop.services.consortia.book import ConsortiumBook
from kdc_desktop.services.kit.source import Line, Source
from kdc_desktop.services.visions.book import VisionBook
from kdc_desktop.services.visions.pulse_sheets import last_pulses
from kdc_desktop.services.visions.readiness_columns import readiness_by_id
from kdc_desktop.services.visions.reception import reception_of
from kdc_desktop.services.visions.sheets import commitments_in
from kdc_desktop.services.visions.trends import said_last, trends

_SPANS = (1, 4, 2, 2)


def vision_said(source: Source) -> Callable[[int], tuple[str, ...]]:
    """By consortium: its vision in the last version, and whether it can go with it."""
    book, ready = source.once(VisionBook), source.once(readiness_by_id)
    felt = source.once(last_pulses)

    def said(consortium_id: int) -> tuple[str, ...]:
        consortium = book.of.consortia[consortium_id]
        told = ready(consortium_id)
        vision = [
            sentence
            for last in book.versions_of(consortium)[-1:]
            for sentence in (
                _("Vision, version {number}: {text}", number=last.number, text=last.text),
                str(reception_of(book, consortium, last)),
            )
        ]
        unknown = _unknown_sectors(book, consortium)
        lacking = [*(str(reason) for reason in told.reasons), *unknown]
        missing = (f"{told.headline}.", *(f"– {reason}" for reason in lacking))
        moved = _moved(source, book, consortium)
        return (*vision, *moved, *felt.get(consortium_id, ()), *missing)

    return said


def _moved(source: Source, book: VisionBook, consortium: Consortium) -> list[str]:
    """Who fell from one asking to the next, and who is silent and has no answer that is carried."""
    flags, last = source.once(trends), source.once(said_last)
    flagged = [(one, flags[one.id]) for one in book.of.members_of(consortium) if one.id in flags]
    versions = book.versions_of(consortium)
    carried = book.carried(versions[-1]) if versions else {}
    fell = [paired(one.name, str(flag.text)) for one, flag in flagged if flag.kind is FlagKind.FELL]
    silent = [
        _("{member}, who said last on {day}", member=one.name, day=full_date_text(day))
        if (day := None if one.id not in last else source.day(last[one.id].at))
        else one.name
        for one, flag in flagged
        if flag.kind is FlagKind.SILENT and one.id not in carried
    ]
    told = []
    if fell:
        told.append(_("Lower than the time before: {members}.", members=listed_apart(fell)))
    if silent:
        told.append(_("No answer when asked last: {members}.", members=listed_apart(silent)))
    return told


def _unknown_sectors(book: VisionBook, consortium: Consortium) -> list[str]:
    """Who could be of a sector that is missing: it is said beside it."""
    members = [note for note in book.of.members_of(consortium) if not note.has_left]
    inside = sectors_in((note.sector, note.role) for note in members)
    names = [note.name for note in members if note.is_asked and note.sector not in LETTERS]
    if not names or set(consortium.needed_sectors) <= set(inside):
        return []
    return [
        _("Of which sector these are is not known: {names}.", names=listed(names)),
    ]


def owed(source: Source) -> list[SheetBlock]:
    """Who owes what by when: what is to be done first, then what was."""
    if not source.once(ConsortiumBook).consortia:
        return []
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
        done = source.day(promise.done_at)
        return _("Done on {day}", day=full_date_text(done))
    if promise.due_on is None:
        return _("No date")
    day = full_date_text(promise.due_on)
    late = promise.due_on < day_of(source.now, source.zone)
    return _("{day}, overdue", day=day) if late else day


def promised_in_year(source: Source) -> Mapping[int, str]:
    """By year: how many promises were made in it, and what has become of them."""
    made: dict[int, list[Commitment]] = {}
    for one in source.once(commitments_in):
        made.setdefault(source.day(one.created_at).year, []).append(one)
    return {year: _state_of(source, some) for year, some in made.items()}


def _state_of(source: Source, promises: list[Commitment]) -> str:
    """“3 promises were made in this year: 1 kept, 1 overdue, 1 due later.”."""
    today = day_of(source.now, source.zone)
    due = [one.due_on for one in promises if one.done_at is None]
    late = sum(day is not None and day < today for day in due)
    undated = due.count(None)
    states = (
        (len(promises) - len(due), fillable("{count} kept")),
        (late, fillable("{count} overdue")),
        (len(due) - late - undated, fillable("{count} due later")),
        (undated, fillable("{count} without a date")),
    )
    parts = [str(words.filled(count=count)) for count, words in states if count]
    return ngettext(
        "{count} promise was made in this year: {states}.",
        "{count} promises were made in this year: {states}.",
        len(promises),
        states=listed(parts),
    )


def asked_in_year(source: Source) -> Mapping[int, str]:
    """By year: how often consortia were asked where they stand and saw the answers."""
    revealed = Counter(
        source.day(asking.revealed_at).year
        for asking in source.once(VisionBook).askings.values()
        if asking.revealed_at is not None
    )
    return {
        year: ngettext(
            "The answers of {count} asking were revealed in this year.",
            "The answers of {count} askings were revealed in this year.",
            count,
        )
        for year, count in revealed.items()
    }
