"""Makes the cells of one sheet: each value in the form its column shows, text always as text."""

import datetime
import math
import re
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Any

from kdc_desktop.i18n import _
from kdc_desktop.interchange.workbook_names import safe_text
from kdc_desktop.interchange.workbook_values import Column, Kind

_FONT = "Calibri"  # untranslated: the font of cells without a format
_LINE_POINTS, _HIGHEST = 15.0, 409.0  # Excel's highest row
_NARROW, _WIDE, _SAMPLE = 8.0, 60.0, 2_000
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
_WIDTHS: dict[Kind, float] = {Kind.DATE: 12, Kind.DATETIME: 18, Kind.PERCENT: 10, Kind.BOOL: 8}

_Cell = Callable[[], Any]


class Cells:
    """Cells for one write-only sheet. A cell is valid until the row that holds it is appended."""

    def __init__(self, sheet: Any) -> None:
        from openpyxl.styles import Alignment, Font, PatternFill

        self._sheet = sheet
        self._lines = 1
        self._high = cache(self._row_of)  # one for all rows of a height
        self.top = Alignment(vertical="top")
        self._wrap = Alignment(vertical="top", wrap_text=True)
        self._bold = Font(_FONT, 11, bold=True)
        self._white = Font(_FONT, 11, bold=True, color="FFFFFF")
        self._blue = Font(_FONT, 11, underline="single", color="1D4ED8")
        self._fill = PatternFill("solid", start_color="4472C4")

    def header(self, text: str) -> Any:
        """A column title, white on blue also where table styles are not shown."""
        cell = self._text(text)
        cell.font, cell.fill, cell.alignment = self._white, self._fill, self._wrap
        return cell

    def bold(self, text: str) -> Any:
        """A label."""
        cell = self._text(text)
        cell.font, cell.alignment = self._bold, self.top
        return cell

    def link(self, text: str) -> Any:
        """A text that looks like a link; the caller sets its `hyperlink`."""
        cell = self._text(text)
        cell.font, cell.alignment = self._blue, self.top
        return cell

    def wrapped(self, text: str, width: float = _WIDE) -> Any:
        """A long text in a column `width` characters wide."""
        cell = self._text(text)
        self._count_lines(text, width)
        cell.alignment = self._wrap
        return cell

    def append(self, row: Sequence[object], number: int) -> None:
        """Appends the row, the `number`th of the sheet, as high as its longest text needs."""
        if self._lines > 1:
            self._sheet.row_dimensions[number] = self._high(self._lines)
            self._lines = 1
        self._sheet.append(row)

    def _row_of(self, lines: int) -> Any:
        from openpyxl.worksheet.dimensions import RowDimension

        return RowDimension(self._sheet, ht=min(lines * _LINE_POINTS, _HIGHEST))

    def _count_lines(self, text: str, width: float) -> None:
        lines = sum(1 + int(len(line) / width) for line in text.split("\n"))
        self._lines = max(self._lines, lines)

    def _text(self, text: str) -> Any:
        from openpyxl.cell import WriteOnlyCell

        cell = WriteOnlyCell(self._sheet)
        _set_text(cell, text)
        return cell

    def _formatted(self, number_format: str) -> Any:
        cell = self._text("")
        cell.alignment, cell.number_format = self.top, number_format
        return cell

    def maker(self, kind: Kind, width: float) -> Callable[[object], object]:
        """A function that turns each value of a column into what `append` takes.

        It hands out the same few cells again and again, one per look, which is what keeps a
        sheet of 60,000 rows fast.
        """
        fits = int(width)
        # Made when they are first needed: most columns know one look only.
        text, long_text = cache(lambda: self._text("")), cache(lambda: self.wrapped(""))
        day, moment, share = (cache(partial(self._formatted, form)) for form in _FORMATS.values())
        number = share if kind == Kind.PERCENT else None
        yes, no = _("yes"), _("no")

        def make_text(value: str) -> object:
            if len(value) > fits or "\n" in value:
                self._count_lines(value, width)
                return _set_text(long_text(), value)
            return value if _PLAIN.fullmatch(value) else _set_text(text(), value)

        def make(value: object) -> object:
            match value:
                case str():
                    return make_text(value) if value else None
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


def _set_text(cell: Any, text: str) -> Any:
    cell.value = safe_text(text)
    cell.data_type = "s"  # otherwise “=…” is a formula and “#N/A” an error
    return cell


def _set(cell: Any, value: object) -> Any:
    cell.value = value
    return cell


def _number(value: int | float, cell: _Cell | None, text: _Cell) -> object:
    if not math.isfinite(value):
        return None
    if isinstance(value, int) and abs(value) >= _EXACT:
        return _set_text(text(), str(value))
    return value if cell is None else _set(cell(), value)


def _day(value: datetime.date, cell: _Cell, text: _Cell) -> object:
    if value < _EARLIEST:
        return _set_text(text(), value.isoformat())
    return _set(cell(), value)


def _moment(value: datetime.datetime, cell: _Cell, text: _Cell) -> object:
    if value.date() < _EARLIEST:
        return _set_text(text(), value.isoformat(" "))
    return _set(cell(), value)


def column_widths(
    columns: Sequence[Column], titles: Sequence[str], rows: Sequence[Sequence[object]]
) -> list[float]:
    """Widths in characters from the first rows and the titles, between 8 and 60."""
    sample = rows[:_SAMPLE]
    widths = []
    for place, (column, title) in enumerate(zip(columns, titles, strict=True)):
        if column.width is not None:
            widths.append(column.width)
            continue
        content = _WIDTHS.get(column.kind) or _longest(place, sample) + 2
        words = max(map(len, title.split()))
        needed = max(content, min(len(title), max(words, 16)) + 4)
        widths.append(min(max(needed, _NARROW), _WIDE))
    return widths


def _longest(place: int, rows: Sequence[Sequence[object]]) -> int:
    return max((_longest_line(row[place]) for row in rows), default=0)


def _longest_line(value: object) -> int:
    if value is None:
        return 0
    text = str(value)
    return len(text) if "\n" not in text else max(map(len, text.split("\n")))
