"""The buy-in ledger: a chart of it, a matrix of members and versions, and every position."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from kdc_desktop.domain.interests.roles import ROLE_WORDS
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.visions.positions import remark_on, silent_days
from kdc_desktop.i18n import _, lazy, listed, paired
from kdc_desktop.interchange.workbook import Chart, ColourScale, Column, Kind, Table
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.visions import Vision
from kdc_desktop.services.consortia.book import MemberNote
from kdc_desktop.services.consortia.sheets import OF_CONSORTIUM, OF_MEMBER
from kdc_desktop.services.kit.source import Line, Source, id_of, key_of
from kdc_desktop.services.kit.who import sector_name
from kdc_desktop.services.visions.book import VisionBook, scale_of, stakeholder_of
from kdc_desktop.services.visions.reception import reception_of
from kdc_desktop.services.visions.sheets import OF_VERSION

_ON_CHART = Column(lazy("On the chart"), aside=True)
_LAST_VERSIONS = 12
_AT_OR_ABOVE = Column(lazy("At the agreed level or above"), Kind.NUMBER)
_STANDS = (
    Column(lazy("At or above it, not abstaining"), Kind.NUMBER),
    Column(lazy("At or above it, abstaining"), Kind.NUMBER),
    Column(lazy("Below it"), Kind.NUMBER),
    Column(lazy("No answer"), Kind.NUMBER),
)
_STANCE_SHADES = ("#0F766E", "#0284C7", "#B45309", "#64748B")  # of no sector
_BUY_IN = (
    id_of("Consortium"),
    Column(lazy("Consortium"), head=True),
    replace(id_of("Vision"), own=True),
    Column(lazy("Version"), Kind.NUMBER, head=True),
    _ON_CHART,
    Column(lazy("Members asked"), Kind.NUMBER),
    _AT_OR_ABOVE,
    Column(lazy("Share of members asked"), Kind.PERCENT),
    *_STANDS,
    Column(lazy("Mean level"), Kind.NUMBER),
    Column(lazy("Lowest level"), Kind.NUMBER),
    Column(lazy("Agreed level"), Kind.NUMBER),
    Column(lazy("Scale")),
)
_POSITIONS = (
    key_of("Position"),
    *OF_CONSORTIUM,
    *OF_VERSION,
    *OF_MEMBER,
    Column(lazy("Sector")),
    Column(lazy("Level"), Kind.NUMBER),
    Column(lazy("Position")),
    Column(lazy("At the agreed level"), Kind.BOOL),
    Column(lazy("Objection"), Kind.BOOL),
    Column(lazy("Reason")),
    Column(lazy("What would move it one step")),
    Column(lazy("When"), Kind.DATETIME, aside=True),
)


def buy_in(source: Source) -> Table:
    """How each version of each vision was received; observers are not asked."""
    book = source.once(VisionBook)
    rows = [
        _buy_in_row(source, book.of.consortia[vision.consortium_id], vision)
        for vision in book.visions.values()
    ]
    in_rows = source.in_order(rows, lambda row: row[0])
    purpose = lazy(
        "How many members stand at the agreed level or above, for each version of a vision; who "
        "abstains is counted apart. A consortium agrees on that level by itself."
    )
    charts = tuple(_charts(in_rows))
    return source.table("Buy_in", lazy("Buy-in"), _BUY_IN, rows, charts=charts, purpose=purpose)


def _charts(rows: Sequence[Line]) -> Iterator[Chart]:
    """One for each consortium, of its last versions; its rows stand together."""
    first = 0
    for _key, group in groupby(rows, key=lambda row: row[1]):
        versions = list(group)
        shown = versions[-_LAST_VERSIONS:]
        yield Chart(
            _("Buy-in of {consortium}", consortium=shortened(versions[0][2], 80)),
            _ON_CHART,
            _STANDS,
            len(shown),
            _STANCE_SHADES,
            stacked=True,
            first=first + len(versions) - len(shown),
            across=lazy("Members"),
            along=lazy("Version"),
        )
        first += len(versions)


def _buy_in_row(source: Source, consortium: Consortium, vision: Vision) -> Line:
    book = source.once(VisionBook)
    told = reception_of(book, consortium, vision)
    return (
        consortium.session_id,
        consortium.id,
        consortium.name,
        vision.id,
        vision.number,
        _("Version {number}", number=vision.number),
        told.asked,
        told.agreed,
        told.agreed / told.asked if told.asked else None,
        told.agreed - told.abstaining,
        told.abstaining,
        len(told.levels) - told.agreed,
        told.asked - len(told.levels),
        round(sum(told.levels) / len(told.levels), 2) if told.levels else None,
        min(told.levels, default=None),
        consortium.agreed_level,
        str(scale_of(consortium).name),
    )


def matrix(source: Source) -> Table:
    """Member × version, coloured from least to most support."""
    book = source.once(VisionBook)
    scales = {scale_of(consortium) for consortium in book.of.consortia.values()}
    last = max((vision.number for vision in book.visions.values()), default=1)
    kind = Kind.PERCENT if len(scales) > 1 else Kind.NUMBER
    versions = tuple(
        Column(lazy("Version {number}", number=number), kind, 11) for number in range(1, last + 1)
    )
    columns = (
        *OF_CONSORTIUM,
        *OF_MEMBER,
        Column(lazy("Sector")),
        Column(lazy("Role")),
        Column(lazy("Scale"), aside=True),
        Column(lazy("Agreed level"), Kind.NUMBER, aside=True),
        *versions,
        Column(lazy("Trend")),
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
    purpose = lazy("Where each member stands on each version, from orange to blue.")
    title = lazy("Positions")
    return source.table("Positions", title, columns, rows, (note,), colours, purpose=purpose)


def _matrix_row(source: Source, note: MemberNote, last: int, several_scales: bool) -> Line:
    book, consortium = source.once(VisionBook), note.consortium
    scale, stands = scale_of(consortium), book.stands[note.id]
    levels = [stands[number].level if number in stands else None for number in range(1, last + 1)]
    written = len(book.versions_of(consortium))
    days = silent_days(stakeholder_of(note), stands.values(), source.now, source.zone)
    asked = written and not note.observes
    remark = remark_on(levels[:written], consortium.agreed_level, days) if asked else None
    heats = [None if level is None else scale.heat(level) for level in levels]
    return (
        consortium.session_id,
        consortium.id,
        consortium.name,
        note.id,
        note.name,
        sector_name(note.sector),
        str(ROLE_WORDS[note.role]),
        str(scale.name),
        consortium.agreed_level,
        *(heats if several_scales else levels),
        "" if remark is None else str(remark),
    )


def positions(source: Source) -> Table:
    """Every position with its reason, a row each."""
    book = source.once(VisionBook)
    rows: list[Line] = []
    for position in book.positions:
        note, vision = book.of.members[position.member_id], book.visions[position.vision_id]
        consortium, scale = note.consortium, scale_of(note.consortium)
        on_scale = scale.lowest <= position.level <= scale.highest
        rows.append(
            (
                consortium.session_id,
                position.id,
                consortium.id,
                consortium.name,
                vision.id,
                vision.number,
                note.id,
                note.name,
                sector_name(note.sector),
                position.level,
                str(scale.level(position.level).label) if on_scale else None,
                position.level >= consortium.agreed_level,
                scale.is_objection(position.level),
                position.reason,
                position.would_move,
                position.at,
            )
        )
    purpose = lazy("Every position that a member took, with its reason.")
    title = lazy("Position list")
    return source.table("Position_list", title, _POSITIONS, rows, purpose=purpose)
