"""What lies on top of the cells of a sheet: the Excel table, and colours."""

from collections.abc import Sequence
from typing import Any

from kdc_desktop.interchange.workbook_values import ColourScale, Column

_STYLE = "TableStyleMedium2"
_LOW, _MIDDLE, _HIGH = "E89B6C", "F7F7F5", "7FA8E0"  # orange to blue: told apart by everybody


def add_table(sheet: Any, name: str, titles: Sequence[str], header: int, rows: int) -> None:
    """Makes the cells an Excel table. A table without rows takes one blank row, as Excel does."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.filters import AutoFilter
    from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo

    if not rows:
        sheet.append([])
    reference = f"A{header}:{get_column_letter(len(titles))}{max(rows, 1) + header}"
    table = Table(displayName=name, ref=reference)
    table.autoFilter = AutoFilter(ref=reference)
    table.tableColumns = [
        TableColumn(id=number, name=title) for number, title in enumerate(titles, 1)
    ]
    table.tableStyleInfo = TableStyleInfo(name=_STYLE, showRowStripes=True)
    sheet.tables.add(table)  # add_table() would warn that the columns are still to be named


def add_name(workbook: Any, name: str, title: str, reference: str) -> None:
    """Gives cells of a sheet a name for the whole workbook, which formulas of others may use."""
    from openpyxl.utils import absolute_coordinate, quote_sheetname
    from openpyxl.workbook.defined_name import DefinedName

    cells = f"{quote_sheetname(title)}!{absolute_coordinate(reference)}"
    workbook.defined_names[name] = DefinedName(name, attr_text=cells)


def add_colour_scale(
    sheet: Any, scale: ColourScale, columns: Sequence[Column], header: int, rows: int
) -> None:
    """Colours the numbers of the columns of `scale`, all against the same ends."""
    from openpyxl.formatting import rule as rules
    from openpyxl.utils import get_column_letter

    letters = [get_column_letter(columns.index(column) + 1) for column in scale.columns]
    if not letters:
        return
    known = scale.low is not None and scale.high is not None
    middle = (scale.low + scale.high) / 2 if known else 50  # type: ignore[operator]  # both are known
    make_rule: Any = rules.ColorScaleRule
    rule = make_rule(
        start_type="num" if known else "min",
        start_value=scale.low,
        start_color=_LOW,
        mid_type="num" if known else "percentile",
        mid_value=middle,
        mid_color=_MIDDLE,
        end_type="num" if known else "max",
        end_value=scale.high,
        end_color=_HIGH,
    )
    ranges = [f"{letter}{header + 1}:{letter}{rows + header}" for letter in letters]
    together = " ".join(ranges)  # untranslated: cells for Excel
    sheet.conditional_formatting.add(together, rule)
