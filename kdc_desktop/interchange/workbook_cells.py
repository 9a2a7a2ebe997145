"""Makes the cells of one sheet: each value in the form its column shows, text always as text."""

import datetime
import math
import re
import textwrap
from collections.abc import Callable, Sequence
from typing import Any

from kdc_desktop.i18n import _
from kdc_desktop.interchange.workbook_looks import CellLook, cell_like, plain_cell
from kdc_desktop.interchange.workbook_names import CELL_LIMIT, safe_text
from kdc_desktop.interchange.workbook_values import Column, Kind

_DARK, _LINK, _WHITE, _FILL, _PALE = "1F3A6E", "1D4ED8", "FFFFFF", "4472C4", "94A3B8"
_LINE_POINTS, _HIGHEST = 15.0, 409.0  # Excel's highest row
BUTTON = 4
"""How many characters of a header are under what opens the filter of a column."""
_NARROW, _WIDE, _SAMPLE = 8.0, 60.0, 2_000
_LETTER = 0.92  # of a figure
_BROAD_FROM = "\u1100"  # Korean, Chinese, Japanese and pictures follow
_PLAIN = re.compile(
    r"[^\x00-\x1f=#_\ud800-\udfff\ufffe\uffff][^\x00-\x1f_\ud800-\udfff\ufffe\uffff]*"
)
_EARLIEST = datetime.date(1900, 3, 1)  # before it Excel's calendar has a day too many
_EXACT = 10**15  # Excel keeps 15 digits of a number
_FORMATS: dict[Kind, str] = {
    Kind.DATE: "yyyy-mm-dd",
    Kind.DATETIME: "yyyy-mm-dd hh:mm",  # untranslated: a format of Excel
    Kind.PERCENT: "0%",
}
_SHORT_KINDS = {Kind.NUMBER, Kind.DECIMAL, Kind.PERCENT, Kind.BOOL, Kind.DATE}
_WIDTHS: dict[Kind, float] = {Kind.DATE: 12, Kind.DATETIME: 18, Kind.PERCENT: 10, Kind.BOOL: 8}


class Cells:
    """Cells for one write-only sheet. A cell is valid until the row that holds it is appended."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._lines: float = 1
        self.heights: list[float] = []
        """How high each row is so far, in points."""

    def header(
        self,
        text: str,
        kind: Kind = Kind.TEXT,
        width: float | None = None,
        *,
        right: bool = False,
    ) -> Any:
        """A column title, white on blue also where table styles are not shown; of ids on grey.

        With a width the row is as high as the title needs.
        """
        if width is not None and kind is not Kind.ID:
            lines = textwrap.wrap(text, max(1, int(width)), break_long_words=False)
            self._lines = max(self._lines, len(lines))
        fill = _PALE if kind is Kind.ID else _FILL
        return self._cell(
            text, CellLook(bold=True, colour=_WHITE, fill=fill, wrap=True, right=right)
        )

    def number(self, value: float, *, strong: bool = False, left: bool = False) -> Any:
        """A number that is read from top to bottom, such as a sum; `left` among texts."""
        cell = self._cell("", CellLook(bold=strong, right=not left, left=left))
        return _set(cell, value)

    def heading(self, text: str, level: int, width: float) -> Any:
        """The title of a page (0), of a part of it (1), of a part of that (2)."""
        size = (18, 14, 11)[level]
        self._count_lines(text, width * 11 / size, size / 11 * 1.1)
        colour = _DARK if level < 2 else ""
        return self._cell(text, CellLook(bold=True, size=size, colour=colour, wrap=True))

    def bold(self, text: str) -> Any:
        """A label."""
        return self._cell(text, CellLook(bold=True))

    def link(self, text: str) -> Any:
        """A text that looks like a link; the caller sets its `hyperlink`."""
        return self._cell(text, CellLook(colour=_LINK, underline=True))

    def wrapped(self, text: str, width: float = _WIDE, *, strong: bool = False) -> Any:
        """A long text in a column `width` characters wide."""
        self._count_lines(text, width)
        return self._cell(text, CellLook(bold=strong, wrap=True))

    def _cell(self, text: str, look: CellLook) -> Any:
        return _set_text(cell_like(self._sheet, look), text)

    def append(self, row: Sequence[object], number: int) -> None:
        """Appends the row, the `number`th of the sheet, as high as its longest text needs."""
        high = min(self._lines * _LINE_POINTS, _HIGHEST)
        self.heights.append(high)
        if self._lines > 1:
            self._sheet.row_dimensions[number] = {"ht": f"{high:g}", "customHeight": "1"}
            self._lines = 1
        self._sheet.append(row)

    def _count_lines(
        self, text: str, width: float, high: float = 1, most: float = _HIGHEST
    ) -> None:
        lines = sum(1 + int(_breadth(line) / width) for line in text.split("\n"))
        self._lines = max(self._lines, min(lines, most) * high)

    def _made_once(self, look: CellLook | None) -> Callable[[], Any]:
        """One cell of a look, made when it is first needed: most columns know one look only."""
        made: list[Any] = []

        def cell() -> Any:
            if not made:
                sheet = self._sheet
                made.append(plain_cell(sheet) if look is None else cell_like(sheet, look))
            return made[0]

        return cell

    def _number_maker(self, kind: Kind) -> Callable[[], Any] | None:
        """Of a column of numbers: the cell that holds one."""
        if kind is Kind.ID:
            return self._made_once(CellLook(colour=_PALE))
        if kind in (Kind.NUMBER, Kind.DECIMAL):
            return self._made_once(CellLook(right=True, apart=True))
        if kind is Kind.PERCENT:
            return self._made_once(CellLook(right=True, apart=True, form=_FORMATS[kind]))
        return None

    def _text_maker(self, column: Column, width: float, most: float) -> Callable[[str], object]:
        """The same of texts only."""
        fits = int(width) if column.kind is not Kind.ID else CELL_LIMIT
        text = self._made_once(None)
        long_text = self._made_once(CellLook(wrap=True))

        def make_text(value: str) -> object:
            if len(value) > fits or "\n" in value:
                self._count_lines(value, width, most=most)
                return _set_text(long_text(), value)
            return value if _PLAIN.fullmatch(value) else _set_text(text(), value)

        return make_text

    def maker(
        self, column: Column, width: float, most: float = _HIGHEST
    ) -> Callable[[object], object]:
        """A function that turns each value of a column into what `append` takes.

        A text makes its row higher, up to so many lines as are `most`.

        It hands out the same few cells again and again, one per look, which is what keeps a
        sheet of 60,000 rows fast.
        """
        text = self._made_once(None)
        make_text = self._text_maker(column, width, most)
        day, moment = (
            self._made_once(CellLook(left=True, form=_FORMATS[kind]))
            for kind in (Kind.DATE, Kind.DATETIME)
        )
        number = self._number_maker(column.kind)
        yes, no = _("yes"), _("no")
        words = {key: str(word) for key, word in column.words}

        def make(value: object) -> object:
            match value:
                case str():
                    return make_text(words.get(value, value)) if value else None
                case None:
                    return None
                case bool():
                    return yes if value else no
                case int() | float():
                    return _number(value, number, text)
                case datetime.datetime():
                    return _moment(value, moment, text)
                case datetime.date():
                    return _day(value, day, text)
            return make_text(str(value))

        return make


def _breadth(line: str) -> float:
    """How many characters of a column's width a line takes: figures are broader than letters."""
    broad = 0.35 * sum(map(str.isupper, line))
    if not line.isascii():
        broad += sum(char > _BROAD_FROM for char in line)
    return len(line) * _LETTER + broad


def _set_text(cell: Any, text: str) -> Any:
    # Not through `value`: there “=…” is a formula and “#N/A” an error.
    cell._value, cell.data_type = safe_text(text), "s"
    return cell


def _set(cell: Any, value: object, kind: str = "n") -> Any:
    cell._value, cell.data_type = value, kind
    return cell


def _number(value: int | float, cell: Callable[[], Any] | None, text: Callable[[], Any]) -> object:
    if not math.isfinite(value):
        return None
    if isinstance(value, int) and abs(value) >= _EXACT:
        return _set_text(text(), str(value))
    return value if cell is None else _set(cell(), value)


def _day(value: datetime.date, cell: Callable[[], Any], text: Callable[[], Any]) -> object:
    if value < _EARLIEST:
        return _set_text(text(), value.isoformat())
    return _set(cell(), value, "d")


def _moment(value: datetime.datetime, cell: Callable[[], Any], text: Callable[[], Any]) -> object:
    if value.date() < _EARLIEST:
        return _set_text(text(), value.isoformat(" "))
    return _set(cell(), value, "d")


def column_widths(
    columns: Sequence[Column], titles: Sequence[str], rows: Sequence[Sequence[object]]
) -> list[float]:
    """Widths in characters from the first rows and the titles, between 8 and 60."""
    sample = rows[:_SAMPLE]
    return [
        _width(column, title, sample, place)
        for place, (column, title) in enumerate(zip(columns, titles, strict=True))
    ]


def _width(column: Column, title: str, rows: Sequence[Sequence[object]], place: int) -> float:
    if column.width is not None:
        return column.width
    words = max(map(len, title.split()))
    if column.kind is Kind.ID:
        return max(_NARROW, words + 2)
    content = _WIDTHS.get(column.kind) or _longest(column, place, rows) + 2
    on_a_line = words if column.kind in _SHORT_KINDS else min(len(title), max(words, 16))
    return min(max(content, on_a_line + BUTTON, _NARROW), _WIDE)


def _longest(column: Column, place: int, rows: Sequence[Sequence[object]]) -> int:
    if column.words:
        return max(len(str(word)) for _key, word in column.words)
    return max((_longest_line(row[place]) for row in rows), default=0)


def _longest_line(value: object) -> int:
    if value is None:
        return 0
    text = str(value)
    return len(text) if "\n" not in text else max(map(len, text.split("\n")))
