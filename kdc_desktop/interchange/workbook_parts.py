"""What lies on top of the cells of a sheet: the Excel table, colours and charts."""

from collections.abc import Sequence
from typing import Any

from kdc_desktop.interchange.workbook_values import Chart, ColourScale, Column

_STYLE = "TableStyleMedium2"
_LOW, _MIDDLE, _HIGH = "E89B6C", "F7F7F5", "7FA8E0"  # orange to blue: told apart by everybody
_SHADES = ("1D4ED8", "C2410C", "15803D", "7C3AED", "BE185D", "64748B", "0891B2", "A16207")
_CHART_WIDTH, _ROW_HEIGHT, _FRAME = 24.0, 0.75, 3.5  # centimetres
_LINES_BETWEEN = 2


def fit_to_paper(sheet: Any) -> None:
    """Prints the sheet in landscape, as wide as the paper."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0


def add_table(sheet: Any, name: str, titles: Sequence[str], rows: int) -> None:
    """Makes the cells an Excel table. A table without rows takes one blank row, as Excel does."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.filters import AutoFilter
    from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo

    if not rows:
        sheet.append([])
    reference = f"A1:{get_column_letter(len(titles))}{max(rows, 1) + 1}"
    table = Table(displayName=name, ref=reference)
    table.autoFilter = AutoFilter(ref=reference)
    table.tableColumns = [
        TableColumn(id=number, name=title) for number, title in enumerate(titles, 1)
    ]
    table.tableStyleInfo = TableStyleInfo(name=_STYLE, showRowStripes=True)
    sheet.tables.add(table)  # add_table() would warn that the columns are still to be named


def add_colour_scale(sheet: Any, scale: ColourScale, columns: Sequence[Column], rows: int) -> None:
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
    ranges = [f"{letter}2:{letter}{rows + 1}" for letter in letters]
    together = " ".join(ranges)  # untranslated: cells for Excel
    sheet.conditional_formatting.add(together, rule)


def add_charts(sheet: Any, charts: Sequence[Chart], columns: Sequence[Column], rows: int) -> None:
    """Draws the charts below each other, right of the table; none without rows."""
    from openpyxl.utils import get_column_letter

    row = 2
    for chart in charts if rows else ():
        shown = min(rows, chart.rows)
        drawn = _bars(sheet, chart, columns, shown)
        sheet.add_chart(drawn, f"{get_column_letter(len(columns) + 2)}{row}")
        row += round(drawn.height / 0.5) + _LINES_BETWEEN


def _bars(sheet: Any, chart: Chart, columns: Sequence[Column], rows: int) -> Any:
    from openpyxl.chart import BarChart, Reference

    bars: Any = BarChart()
    bars.type, bars.style = "bar", 10
    bars.title = chart.title if len(chart.values) else None
    bars.grouping = "stacked" if chart.stacked else "clustered"
    bars.overlap = 100 if chart.stacked else None
    bars.gapWidth = 40
    bars.width, bars.height = _CHART_WIDTH, _FRAME + rows * _ROW_HEIGHT
    given = tuple(colour.lstrip("#") for colour in chart.colours)
    free = tuple(shade for shade in _SHADES if shade not in given)
    for value, shade in zip(chart.values, given + free * len(chart.values), strict=False):
        place = columns.index(value) + 1
        values = Reference(sheet, min_col=place, min_row=1, max_row=rows + 1)
        bars.add_data(values, titles_from_data=True)
        bars.series[-1].graphicalProperties.solidFill = shade
    place = columns.index(chart.category) + 1
    bars.set_categories(Reference(sheet, min_col=place, min_row=2, max_row=rows + 1))
    # The first row on top, the numbers below; without `delete` Excel hides both axes.
    bars.x_axis.scaling.orientation = "maxMin"
    bars.y_axis.crosses = "max"
    bars.x_axis.delete = bars.y_axis.delete = False
    bars.y_axis.scaling.min = 0
    bars.legend = bars.legend if len(chart.values) > 1 else None
    return bars
