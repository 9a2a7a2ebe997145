"""The buy-in ledger: members and versions, as a matrix and row by row."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from kdc_desktop.domain.visions.ledger_flags import FlagKind
from kdc_desktop.domain.visions.positions import Stance, stance_of
from kdc_desktop.i18n import _, lazy, listed, paired
from kdc_desktop.interchange.workbook import ColourScale, Column, Kind, Reader, Table
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.visions import Vision
from kdc_desktop.services.consortia.book import MemberNote
from kdc_desktop.services.consortia.sheets import OF_CONSORTIUM, OF_MEMBER, OF_ROLE, OF_SECTOR
from kdc_desktop.services.kit.source import Line, Source
from kdc_desktop.services.visions.book import (
    AGREED_LEVEL,
    OF_SCALE,
    VisionBook,
    scale_of,
)
from kdc_desktop.services.visions.sheets import OF_VERSION
from kdc_desktop.services.visions.trends import said_last, trends

_STANCES = {
    Stance.TAKEN: lazy("has taken a position"),
    Stance.WAITING: lazy("not yet"),
    Stance.UNANSWERED: lazy("no answer"),
    Stance.JOINED_LATER: lazy("joined later"),
    Stance.OBSERVES: lazy("observes"),
    Stance.LEFT: lazy("has left"),
}
_LEVEL = Column(
    lazy("Level"), Kind.NUMBER, means=lazy("How much the member supports it, on the scale.")
)
_TREND = lazy(
    "Trend, where there is something to say of the last two askings at which the member answered, "
    "also about one version: up or fell, by how many levels; below, if it supports the vision less "
    "than the consortium aims at; silent, if it did not answer when it was asked last. Who is not "
    "in the consortium any more has left. A level stands from “Answered last” on, not from today."
)
_ANSWERED_LAST = Column(
    lazy("Answered last"),
    Kind.DATE,
    means=lazy("The day of its last answer, on any version; what it said stands since then."),
)
_MOVES = {
    FlagKind.UP: lazy("up"),
    FlagKind.FELL: lazy("fell"),
    FlagKind.SILENT: lazy("silent"),
    FlagKind.OTHER_SCALE: lazy("another scale before"),
}
_MOVED = Column(
    lazy("Trend"),
    words=tuple(_MOVES.items()),
    means=lazy("Which way it went between the last two askings at which it answered."),
)
_STANDS = (
    *OF_CONSORTIUM,
    replace(OF_MEMBER[0], own=True, filled=True),
    OF_MEMBER[1],
    OF_SECTOR,
    OF_ROLE,
    replace(OF_VERSION[0], own=True, filled=True),
    OF_VERSION[1],
    OF_SCALE,
    AGREED_LEVEL,
    Column(
        lazy("Stance"),
        words=tuple(_STANCES.items()),
        filled=True,
        means=lazy("Whether the member took a position on the version, or why not."),
    ),
    _LEVEL,
    Column(
        lazy("Support"),
        Kind.PERCENT,
        means=lazy("The same level, where 0 is the least of its scale and 1 the most."),
    ),
    Column(
        lazy("Has left"),
        Kind.BOOL,
        filled=True,
        means=lazy("Whether the member is not in the consortium any more."),
    ),
    _MOVED,
    Column(
        lazy("By"),
        Kind.NUMBER,
        means=lazy("By how many levels, or for how many days it is silent."),
    ),
    _ANSWERED_LAST,
)


def _of_version(number: int, kind: Kind) -> Column:
    means = lazy("Where it stood on version {number}.", number=number)
    return Column(lazy("Version {number}", number=number), kind, 11, means=means)


def matrix(source: Source) -> Table:
    """Member × version, coloured from least to most support."""
    book = source.once(VisionBook)
    scales = {scale_of(consortium) for consortium in book.of.consortia.values()}
    last = max((vision.number for vision in book.visions.values()), default=1)
    kind = Kind.PERCENT if len(scales) > 1 else Kind.NUMBER
    versions = tuple(_of_version(number, kind) for number in range(1, last + 1))
    columns = (
        *OF_CONSORTIUM,
        *OF_MEMBER,
        OF_SECTOR,
        OF_ROLE,
        replace(OF_SCALE, aside=True),
        replace(AGREED_LEVEL, aside=True),
        *versions,
        Column(lazy("Trend")),
        _ANSWERED_LAST,
    )
    rows = [_matrix_row(source, note, last, len(scales) > 1) for note in book.of.members.values()]
    if len(scales) == 1:
        (scale,) = scales
        colours = ColourScale(versions, scale.lowest, scale.highest)
        steps = listed(paired(str(level.value), str(level.label)) for level in scale.levels)
        note = _("{scale}: {steps}.", scale=scale.name, steps=steps)
    else:
        colours = ColourScale(versions, 0, 1)
        note = _("The consortia use several scales: 0% is the least support, 100% the most.")
    return source.table(
        "Positions",
        lazy("Positions"),
        columns,
        rows,
        (note, str(_TREND)),
        colours,
        purpose=lazy("Where each member stands on each version, from orange to blue."),
        reader=Reader.PEOPLE,
        born=True,
    )


def _asked_until(book: VisionBook, consortium: Consortium) -> int:
    """How many versions there were when anybody was last asked."""
    versions, asked = book.versions_of(consortium), book.asked_ids
    return max((at for at, one in enumerate(versions, 1) if one.id in asked), default=0)


def _matrix_row(source: Source, note: MemberNote, last: int, several_scales: bool) -> Line:
    book, consortium = source.once(VisionBook), note.consortium
    scale, stands = scale_of(consortium), book.stands[note.id]
    levels = [stands[number].level if number in stands else None for number in range(1, last + 1)]
    said = str(_STANCES[Stance.LEFT]) if note.has_left else _trend(source, note)
    heats = [None if level is None else scale.heat(level) for level in levels]
    return (
        consortium.session_id,
        consortium.id,
        consortium.name,
        note.id,
        note.name,
        note.sector,
        note.role,
        scale.key,
        book.agreed_level(consortium),
        *(heats if several_scales else levels),
        said,
        _answered_last(source, note),
    )


def _trend(source: Source, note: MemberNote) -> str:
    """Which way it went, and whether it is below what the consortium aims at."""
    book, consortium = source.once(VisionBook), note.consortium
    flag = source.once(trends).get(note.id)
    agreed = book.agreed_level(consortium)
    stand = book.stands[note.id].get(_asked_until(book, consortium))
    below = note.is_asked and stand is not None and stand.level < agreed
    if flag is None:
        return _("below {level}", level=agreed) if below else ""
    if flag.kind is FlagKind.SILENT or not below:
        return str(flag.text)
    return _("{trend}, below {level}", trend=str(flag.text), level=agreed)


def _answered_last(source: Source, note: MemberNote) -> date | None:
    found = source.once(said_last).get(note.id)
    return None if found is None else source.day(found.at)


def stands(source: Source) -> Table:
    """The same for programs: a row for each member and version."""
    book = source.once(VisionBook)
    rows = [
        row
        for note in book.of.members.values()
        for row in _stand_rows(source, note, book.versions_of(note.consortium))
    ]
    purpose = lazy("Where each member stands on each version.")
    title, programs = lazy("Positions"), Reader.PROGRAMS
    return source.table(
        "Positions", title, _STANDS, rows, purpose=purpose, reader=programs, born=True
    )


def _stand_rows(source: Source, note: MemberNote, versions: Sequence[Vision]) -> Iterator[Line]:
    book, flag = source.once(VisionBook), source.once(trends).get(note.id)
    consortium, scale = note.consortium, scale_of(note.consortium)
    for vision, after in zip_longest(versions, versions[1:]):
        stand = book.stands[note.id].get(vision.number)
        replaced_at = None if after is None else after.created_at
        taken, observes = stand is not None, note.observes
        stance = stance_of(
            note.joined_at, replaced_at, taken=taken, observes=observes, left_at=note.left_at
        )
        yield (
            consortium.session_id,
            consortium.id,
            consortium.name,
            note.id,
            note.name,
            note.sector,
            note.role,
            vision.id,
            vision.number,
            scale.key,
            book.agreed_level(consortium, vision),
            stance,
            None if stand is None else stand.level,
            None if stand is None else scale.heat(stand.level),
            note.has_left,
            flag.kind if flag is not None and after is None else None,
            flag.by if flag is not None and after is None else None,
            _answered_last(source, note),
        )
