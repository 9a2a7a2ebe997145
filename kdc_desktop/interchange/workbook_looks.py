"""How cells look: each look is told to a workbook once, however many cells have it."""

from functools import cache
from typing import Any, NamedTuple

_FONT = "Calibri"  # untranslated: the font of cells without a format
_GENERAL = "General"  # untranslated: a format of Excel


class CellLook(NamedTuple):
    """What differs from a plain cell; colours are rrggbb, `form` is a format of Excel.

    What stands `apart` keeps away from what begins in the next column.
    """

    bold: bool = False
    size: int = 11
    colour: str = ""
    underline: bool = False
    fill: str = ""
    wrap: bool = False
    right: bool = False
    left: bool = False
    apart: bool = False
    form: str = _GENERAL


def plain_cell(sheet: Any) -> Any:
    """A cell that looks like nothing in particular."""
    from openpyxl.cell import WriteOnlyCell

    return WriteOnlyCell(sheet)


def cell_like(sheet: Any, look: CellLook) -> Any:
    """A cell of this look, without a value."""
    cell = _settled_cells()(sheet, row=1, column=1)
    known = sheet.parent.__dict__.setdefault("looks_known", {})
    if look not in known:
        known[look] = str(_styled(plain_cell(sheet), look).style_id)
    cell.look_id = known[look]
    return cell


def _styled(cell: Any, look: CellLook) -> Any:
    from openpyxl.styles import Alignment, Font, PatternFill

    make_font: Any = Font
    under = "single" if look.underline else None
    cell.font = make_font(
        _FONT, look.size, bold=look.bold, color=look.colour or None, underline=under
    )
    if look.fill:
        cell.fill = PatternFill("solid", start_color=look.fill)
    sideways = "right" if look.right else "left" if look.left else None
    wraps, indent = look.wrap or (look.right and not look.apart) or None, int(look.apart)
    cell.alignment = Alignment(vertical="top", horizontal=sideways, wrap_text=wraps, indent=indent)
    cell.number_format = look.form
    return cell


@cache
def _settled_cells() -> Any:
    """Cells that know the number of their look, instead of asking for it in every row."""
    from openpyxl.cell import Cell

    asked = {"has_style": True, "style_id": property(lambda self: self.look_id)}
    return type("_Cell", (Cell,), {"__slots__": ("look_id",), **asked})
