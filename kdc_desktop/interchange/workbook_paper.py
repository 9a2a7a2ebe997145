"""How a sheet lies on paper: which columns, how wide, which way up, never too small to read."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.pages.values import PaperSize
from kdc_desktop.i18n import _
from kdc_desktop.interchange.workbook_names import safe_text
from kdc_desktop.interchange.workbook_order import heads_of
from kdc_desktop.interchange.workbook_values import Kind, Table

_CHARACTER = 1.86  # millimetres that a character of the column width takes in Calibri,
_STAND_IN = 2.5  # and where another font stands in for it
_MARGIN, _TOP, _BAND = 12.0, 20.0, 9.0  # millimetres: at the sides, above and below, of the header
_INCH = 25.4
_NUMBERS = {PaperSize.A4: 9, PaperSize.LETTER: 1}  # as Excel counts sizes of paper
_SMALLEST = 0.66  # of 11 points: 7.3 in another font, 9.8 in Calibri
_UPRIGHT = 0.75  # smaller letters than that ask for the wide side of the paper
_NARROWEST = 14.0  # characters: a column of text is not squeezed further
_NAME = 30.0  # the same of what names a row, so that it is read at a glance
_OUTSIDE = 11  # points of letters above and below; some programs make them smaller, too
_LONGEST_TITLE = 60
ROW_POINTS = 15.0
"""How high a row of one line is, whatever font a program has."""


@dataclass(frozen=True)
class OnPaper:
    """What of a sheet is printed: its first `columns`, over so many pages side by side.

    `widths` are those of all columns of the sheet, in characters.
    """

    paper: PaperSize
    widths: tuple[float, ...]
    columns: int
    landscape: bool
    pages_wide: int = 1

    @property
    def scale(self) -> float:
        """How large things are printed: 1 as they are on the screen."""
        return self._scale(_CHARACTER)

    def _scale(self, character: float) -> float:
        needed = sum(self.widths[: self.columns]) / self.pages_wide
        return min(1.0, _room(self.paper, self.landscape, character) / max(needed, 1))

    @property
    def width(self) -> float:
        """The width of what is printed on one page, in centimetres before it is scaled."""
        needed = sum(self.widths[: self.columns]) * _CHARACTER / 10
        room = _room(self.paper, self.landscape, _CHARACTER) * _CHARACTER / 10
        return min(needed, room / self.scale)

    @property
    def height(self) -> float:
        """The height of a page, in centimetres before what is on it is scaled."""
        return self._height(_CHARACTER)

    @property
    def points(self) -> tuple[float, float]:
        """The same in points, in Calibri and where another font stands in for it."""
        found = (self._height(character) / _INCH * 10 * 72 for character in (_CHARACTER, _STAND_IN))
        return next(found), next(found)

    def _height(self, character: float) -> float:
        short, long = self.paper.millimetres
        room = (short if self.landscape else long) - 2 * _TOP
        return room / 10 / self._scale(character)


def on_paper(table: Table, widths: Sequence[float], paper: PaperSize) -> OnPaper:
    """How a table in reading order is printed: ids never, what is aside where it has room."""
    all_of_it = sum(column.kind is not Kind.ID for column in table.columns) or len(table.columns)
    heads = heads_of(table)
    most = _room(paper, landscape=True) / _SMALLEST
    columns = all_of_it
    if sum(widths[:all_of_it]) > most:
        columns = max(heads, sum(not c.aside for c in table.columns[:all_of_it]))
    squeezed = [*_squeezed(table, widths[:columns], most), *widths[columns:]]
    needed = sum(squeezed[:columns])
    landscape = needed > _room(paper, landscape=False) / _UPRIGHT
    pages = math.ceil(needed / most) if needed > most else 1
    return OnPaper(paper, tuple(squeezed), columns, landscape, pages)


def _room(paper: PaperSize, landscape: bool, character: float = _STAND_IN) -> float:
    """How many characters of this width stand beside each other."""
    short, long = paper.millimetres
    return ((long if landscape else short) - 2 * _MARGIN) / character


def _squeezed(table: Table, widths: Sequence[float], most: float) -> list[float]:
    """The widths with the widest columns of text made narrower until all have room."""
    text = [column.kind is Kind.TEXT for column in table.columns]
    named = heads_of(table)
    least = [_NAME if place < named else _NARROWEST for place in range(len(table.columns))]
    squeezed = list(widths)
    widest = max(squeezed, default=0)
    while sum(squeezed) > most and widest > _NARROWEST:
        widest -= 1
        squeezed = [
            min(w, max(widest, low)) if of_text else w
            for w, of_text, low in zip(squeezed, text, least, strict=False)
        ]
    return squeezed


def set_up_page(sheet: Any, laid: OnPaper, heading: str, title: str) -> None:
    """Paper, margins, what stands above and below each page, and how wide it is printed."""
    from openpyxl.worksheet.page import PageMargins
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.paperSize = _NUMBERS[laid.paper]
    sheet.page_setup.orientation = "landscape" if laid.landscape else "portrait"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = laid.pages_wide, 0
    side, top, band = (size / _INCH for size in (_MARGIN, _TOP, _BAND))
    sheet.page_margins = PageMargins(side, side, top, top, band, band)
    sheet.print_options.gridLines = True
    sheet.sheet_format.defaultRowHeight, sheet.sheet_format.customHeight = ROW_POINTS, True
    above, below = sheet.oddHeader, sheet.oddFooter
    sheet.HeaderFooter.scaleWithDoc = False
    above.left.text, above.right.text = _told(heading), _told(title)
    below.center.text = _("Page {page} of {pages}", page="&P", pages="&N")
    for part in (above.left, above.right, below.center):
        part.size = _OUTSIDE


def _told(text: str) -> str:
    return shortened(" ".join(safe_text(text).split()), _LONGEST_TITLE).replace("&", "&&")
