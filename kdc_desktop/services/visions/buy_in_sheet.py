"""How each version of each vision was received each time, with a chart for each consortium."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.i18n import _, lazy
from kdc_desktop.interchange.workbook import Chart, Column, Kind, Reader, Table
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.visions import Vision
from kdc_desktop.services.consortia.life_sheets import OF_ASKING_SESSION, asked_in
from kdc_desktop.services.consortia.sheets import OF_CONSORTIUM
from kdc_desktop.services.kit.source import Line, Source, id_of
from kdc_desktop.services.visions.book import AGREED_LEVEL, OF_SCALE, VisionBook, scale_of
from kdc_desktop.services.visions.reception import Reception, reception_at, reception_of
from kdc_desktop.services.visions.sheets import OF_VERSION

_ON_CHART = Column(lazy("On the chart"), aside=True, reader=Reader.PEOPLE)
_LAST_TIMES = 12
_AT_OR_ABOVE = Column(
    lazy("At the agreed level or above"),
    Kind.NUMBER,
    filled=True,
    means=lazy("How many of those who were asked support it enough."),
)
_STANDS = (
    Column(
        lazy("At or above it, not abstaining"),
        Kind.NUMBER,
        filled=True,
        means=lazy("How many of those support it."),
    ),
    Column(
        lazy("At or above it, abstaining"),
        Kind.NUMBER,
        filled=True,
        means=lazy("How many of those say that it does not touch them."),
    ),
    Column(
        lazy("Below it"),
        Kind.NUMBER,
        filled=True,
        means=lazy("How many of those who were asked support it too little."),
    ),
    Column(
        lazy("No answer"),
        Kind.NUMBER,
        filled=True,
        means=lazy("How many of those who were asked have not answered."),
    ),
)
_STANCE_SHADES = ("#0F766E", "#0284C7", "#B45309", "#64748B")  # of no sector
_BUY_IN = (
    id_of("Consortium"),
    replace(OF_CONSORTIUM[1], head=True),
    replace(id_of("Vision"), filled=True),
    replace(OF_VERSION[1], head=True),
    Column(
        lazy("Asked"),
        Kind.DATETIME,
        head=True,
        means=lazy("When it was opened; empty for answers from before askings were kept."),
    ),
    *OF_ASKING_SESSION,
    _ON_CHART,
    Column(
        lazy("Members asked"),
        Kind.NUMBER,
        filled=True,
        means=lazy("How many members were asked then; observers are not."),
    ),
    Column(
        lazy("By telephone"),
        Kind.BOOL,
        filled=True,
        means=lazy(
            "Whether only some were called between evenings; what the rest said before counts on."
        ),
    ),
    Column(
        lazy("Answered"),
        Kind.NUMBER,
        filled=True,
        means=lazy("How many of those have answered, then or before."),
    ),
    _AT_OR_ABOVE,
    Column(
        lazy("Share of members asked"),
        Kind.PERCENT,
        means=lazy("How large a part of those who were asked support it enough."),
    ),
    *_STANDS,
    Column(lazy("Mean level"), Kind.DECIMAL, means=lazy("The mean of the levels of all answers.")),
    Column(lazy("Lowest level"), Kind.NUMBER, means=lazy("The lowest level of all answers.")),
    AGREED_LEVEL,
    OF_SCALE,
    id_of("Asking"),
)


def buy_in(source: Source) -> Table:
    """How each version of each vision was received each time it was asked about, once revealed."""
    book = source.once(VisionBook)
    rows = [
        row
        for consortium in book.of.consortia.values()
        for row in (*_of_before(book, consortium), *_of_askings(source, consortium))
    ]
    in_rows = source.in_order(rows, lambda row: row[0])
    purpose = lazy(
        "How many members stood at the agreed level or above, each time that they were asked; who "
        "abstains is counted apart. A consortium agrees on that level by itself."
    )
    charts = tuple(_charts(in_rows))
    return source.table(
        "Buy_in", lazy("Buy-in"), _BUY_IN, rows, charts=charts, purpose=purpose, born=True
    )


def _charts(rows: Sequence[Line]) -> Iterator[Chart]:
    """One for each consortium, of its last askings; its rows stand together."""
    first = 0
    for _key, group in groupby(rows, key=lambda row: row[1]):
        versions = list(group)
        shown = versions[-_LAST_TIMES:]
        yield Chart(
            _("Buy-in of {consortium}", consortium=shortened(versions[0][2], 80)),
            _ON_CHART,
            _STANDS,
            len(shown),
            _STANCE_SHADES,
            stacked=True,
            first=first + len(versions) - len(shown),
            across=lazy("Members"),
            along=lazy("Asking"),
        )
        first += len(versions)


def _of_askings(source: Source, consortium: Consortium) -> Iterator[Line]:
    book = source.once(VisionBook)
    for asking in book.askings.values():
        if asking.consortium_id != consortium.id or asking.revealed_at is None:
            continue
        vision = book.visions[asking.vision_id]
        day = source.day(asking.opened_at).isoformat()
        words = _("Version {number}, {day}", number=vision.number, day=day)
        when = (asking.opened_at, *asked_in(source, asking.session_id), words)
        told, terms = reception_at(book, asking), (asking.agreed_level, asking.scale, asking.id)
        yield _row(consortium, vision, when, told, terms, called=book.only_called(asking))


def _of_before(book: VisionBook, consortium: Consortium) -> Iterator[Line]:
    """Versions with answers from before askings were kept."""
    unasked = {one.vision_id for one in book.positions if one.asking_id is None}
    unasked -= {asking.vision_id for asking in book.askings.values()}
    for vision in book.versions_of(consortium):
        if vision.id in unasked:
            when = (None, None, None, _("Version {number}", number=vision.number))
            terms = (book.agreed_level(consortium, vision), scale_of(consortium).key, None)
            yield _row(consortium, vision, when, reception_of(book, consortium, vision), terms)


def _row(
    consortium: Consortium,
    vision: Vision,
    when: Line,
    told: Reception,
    terms: Line,
    *,
    called: bool = False,
) -> Line:
    return (
        consortium.session_id,
        consortium.id,
        consortium.name,
        vision.id,
        vision.number,
        *when,
        told.asked,
        called,
        len(told.levels),
        told.agreed,
        told.agreed / told.asked if told.asked else None,
        told.agreed - told.abstaining,
        told.abstaining,
        len(told.levels) - told.agreed,
        told.asked - len(told.levels),
        round(sum(told.levels) / len(told.levels), 2) if told.levels else None,
        min(told.levels, default=None),
        *terms,
    )
