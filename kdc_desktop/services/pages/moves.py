"""How far a consortium is with its vision, and whom the last version won and lost, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from kdc_desktop.domain.pages.values import Block, PageTable, Paragraph
from kdc_desktop.i18n import (
    _,
    listed,
    listed_apart,
    ngettext,
    number_text,
    percent_text,
    sentences,
)
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.visions import Vision
from kdc_desktop.services.pages.held_back import obstacles_open
from kdc_desktop.services.pages.record import Record
from kdc_desktop.services.visions.book import VisionBook
from kdc_desktop.services.visions.reception import Reception, reception_of


@dataclass(frozen=True)
class MemberMove:
    """Where a member stood when it answered before, and where it stands by now or stood then."""

    name: str
    before: int
    now: int

    def __str__(self) -> str:
        return _(
            "{name}, {before} to {now}",
            name=self.name,
            before=number_text(self.before),
            now=number_text(self.now),
        )


def received(record: Record, group: Consortium) -> Reception | None:
    """How the last version was received; None where nobody was asked about any."""
    book = record.source.once(VisionBook)
    last = _last(book, group)
    found = None if last is None else reception_of(book, group, last)
    return found if found is not None and found.asked else None


def side_by_side(record: Record, groups: list[Consortium]) -> Iterator[Block]:
    """Several consortia in one table, the one with most agreement first; of one there is none."""
    found = [(group, told) for group in groups if (told := received(record, group)) is not None]
    if len(found) < 2:
        return
    found.sort(key=lambda each: -each[1].agreed / each[1].asked)
    heads = (
        _("Consortium"),
        _("Agreed level or above"),
        _("Share"),
        _("Of them abstain"),
        _("From before"),
        _("Held back by"),
        _("Missing"),
    )
    rows = tuple(_row(record, group, told) for group, told in found)
    yield PageTable(heads, rows, (3, 1.6, 1, 1.3, 1.1, 1.1, 1.1), frozenset(range(1, 7)))


def _row(record: Record, group: Consortium, told: Reception) -> tuple[str, ...]:
    ready = record.ledgers[group.id].readiness(record.source.now, record.source.zone)
    return (
        group.name,
        _("{agreed} of {asked}", agreed=number_text(told.agreed), asked=number_text(told.asked)),
        percent_text(told.agreed / told.asked),
        number_text(told.abstaining),
        number_text(len(told.carried)),
        number_text(len(obstacles_open(record.source, group))),
        number_text(ready.count),
    )


def moved(record: Record, group: Consortium) -> Iterator[Block]:
    """Whom the last version won and lost, against what each said last before it."""
    book = record.source.once(VisionBook)
    last = _last(book, group)
    moves = [] if last is None else list(_moves(book, group, last.number))
    agreed = book.agreed_level(group)
    lost = [one for one in moves if one.before >= agreed > one.now]
    won = [one for one in moves if one.before < agreed <= one.now]
    rest = [one for one in moves if one not in lost and one not in won]
    less = sum(one.now < one.before for one in rest)
    more = sum(one.now > one.before for one in rest)
    version = last.number if last is not None else 0
    told = sentences((_lost(lost, version), _won(won, version), _aside(less, more)))
    if told:
        yield Paragraph(told)


def _last(book: VisionBook, group: Consortium) -> Vision | None:
    versions = book.versions_of(group)
    return versions[-1] if versions else None


def _moves(book: VisionBook, group: Consortium, number: int) -> Iterator[MemberMove]:
    """Of those who are asked and have answered both."""
    for note in book.of.members_of(group):
        stands = book.stands[note.id]
        before = [earlier for earlier in stands if earlier < number]
        if number in stands and before and note.is_asked:
            yield MemberMove(note.name, stands[max(before)].level, stands[number].level)


def _lost(moves: list[MemberMove], version: int) -> str:
    if not moves:
        return ""
    return ngettext(
        "Version {version} lost {count} member that had agreed before: {names}.",
        "Version {version} lost {count} members that had agreed before: {names}.",
        len(moves),
        version=version,
        names=listed_apart(map(str, moves)),
    )


def _won(moves: list[MemberMove], version: int) -> str:
    if not moves:
        return ""
    return ngettext(
        "Version {version} won {count} member that had not agreed before: {names}.",
        "Version {version} won {count} members that had not agreed before: {names}.",
        len(moves),
        version=version,
        names=listed_apart(map(str, moves)),
    )


def _aside(less: int, more: int) -> str:
    """How many moved and stayed on their side of agreement."""
    told = []
    if less:
        told.append(
            ngettext("{count} member supports it less", "{count} members support it less", less)
        )
    if more:
        told.append(
            ngettext("{count} member supports it more", "{count} members support it more", more)
        )
    if not told:
        return ""
    return _("On the same side of agreement as before, {moves}.", moves=listed(told))
