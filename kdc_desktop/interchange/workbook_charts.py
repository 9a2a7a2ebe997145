"""The charts of a sheet, below its table: each whole on a page, with titles and labels."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from kdc_desktop.i18n import _
from kdc_desktop.interchange.workbook_paper import OnPaper
from kdc_desktop.interchange.workbook_values import Chart, Column, Table

_SHADES = ("475569", "0F766E", "A16207", "0891B2", "9F1239", "64748B", "4D7C0F", "6D28D9")
_WIDEST, _BAR, _FRAME = 24.0, 0.75, 4.2  # centimetres
_ROW = 15 * 2.54 / 72  # centimetres: the height of a row that says no other
_POINTS = 2.54 / 72  # centimetres
_BETWEEN = 1  # blank rows
_LETTERS, _TITLE = 1100, 1300  # hundredths of a point
_NO_ZEROS = "#,##0.##;-#,##0.##;;"  # untranslated: a format of Excel


def add_charts(sheet: Any, table: Table, laid: OnPaper, header: int, points: float) -> int:
    """Draws the charts below each other, below the table; the last row that they reach.

    `points` are how high all rows are together. A chart that would be cut begins a page.
    """
    from openpyxl.worksheet.pagebreak import Break

    row = header + len(table.rows) + _BETWEEN
    used = points * _POINTS % laid.height
    for number, chart in enumerate(table.charts):
        rows = min(len(table.rows) - chart.first, chart.rows)
        drawn = _bars(sheet, _with_bars(chart, table), table, header, rows)
        drawn.width = min(_WIDEST, laid.width - 0.3)
        drawn.height = min(drawn.height, laid.height - 2 * _ROW)
        high = round(drawn.height / _ROW + 0.5) + _BETWEEN
        first_after_pages = number == 0 and points * _POINTS > laid.height
        if first_after_pages or used + (high + _BETWEEN) * _ROW > laid.height:
            sheet.row_breaks.append(Break(id=row))
            row += _BETWEEN  # else the frame is seen on the page before
            used = 2 * _ROW  # with the header, where it is repeated
        sheet.add_chart(drawn, f"A{row + 1}")
        used += high * _ROW
        row += high
    return row


def _with_bars(chart: Chart, table: Table) -> Chart:
    """The chart without the columns that have no bar in it, in its colours."""
    rows = table.rows[chart.first : chart.first + chart.rows]
    shades = (*chart.colours, *_SHADES * len(chart.values))
    pairs = list(zip(chart.values, shades, strict=False))
    shown = [
        (value, shade)
        for value, shade in pairs
        if any(row[table.columns.index(value)] for row in rows)
    ]
    values, colours = zip(*(shown or pairs[:1]), strict=True)
    return replace(chart, values=values, colours=colours)


def _bars(sheet: Any, chart: Chart, table: Table, header: int, rows: int) -> Any:
    from openpyxl.chart import BarChart, Reference

    bars: Any = BarChart()
    bars.type, bars.style = "bar", 10
    bars.grouping = "stacked" if chart.stacked else "clustered"
    bars.overlap = 100 if chart.stacked else None
    bars.gapWidth = 40
    bars.height = _FRAME + rows * _BAR
    first, last = header + 1 + chart.first, header + chart.first + rows
    for value, shade in zip(chart.values, chart.colours, strict=True):
        bars.series.append(_series(sheet, table.columns, value, (header, first, last)))
        bars.series[-1].graphicalProperties.solidFill = shade.lstrip("#")
        at = table.columns.index(value)
        told = [row[at] for row in table.rows[chart.first : chart.first + rows]]
        bars.series[-1].dLbls = _numbers(told, "FFFFFF" if chart.stacked else None)
    place = table.columns.index(chart.category) + 1
    bars.set_categories(Reference(sheet, min_col=place, min_row=first, max_row=last))
    _label(bars, chart)
    return bars


def _series(
    sheet: Any, columns: Sequence[Column], value: Column, rows: tuple[int, int, int]
) -> Any:
    """The bars of one column, called as its header is."""
    from openpyxl.chart import Reference, Series
    from openpyxl.chart.data_source import StrRef
    from openpyxl.chart.series import SeriesLabel

    header, first, last = rows
    place = columns.index(value) + 1
    make_series: Any = Series
    series = make_series(Reference(sheet, min_col=place, min_row=first, max_row=last))
    named = Reference(sheet, min_col=place, min_row=header)
    series.tx = SeriesLabel(strRef=StrRef(str(named)))
    return series


def _label(bars: Any, chart: Chart) -> None:
    """Titles and axes, in letters that can be read on paper."""
    bars.title = chart.title
    bars.x_axis.title = str(chart.along) or None
    bars.y_axis.title = str(chart.across) or _("Number")
    for titled, size in ((bars, _TITLE), (bars.x_axis, _LETTERS), (bars.y_axis, _LETTERS)):
        if titled.title is not None:
            titled.title.overlay = False
            _set_letters(titled.title.tx.rich, size)
    # The first row on top, the numbers below; without `delete` Excel hides both axes.
    bars.x_axis.scaling.orientation = "maxMin"
    bars.y_axis.crosses = "max"
    bars.x_axis.delete = bars.y_axis.delete = False
    bars.y_axis.scaling.min = 0
    for axis in (bars.x_axis, bars.y_axis):
        axis.txPr = _letters()
    if len(chart.values) > 1:
        bars.legend.position, bars.legend.txPr = "b", _letters()
    else:
        bars.legend = None


def _numbers(told: Sequence[object], colour: str | None) -> Any:
    """The numbers of one column in its bars; where there is no bar there is none either."""
    from openpyxl.chart.label import DataLabel, DataLabelList

    labels: Any = DataLabelList()
    labels.dLbl = [DataLabel(idx=place) for place, value in enumerate(told) if not value]
    labels.numFmt, labels.txPr = _NO_ZEROS, _letters(colour)
    for label in (labels, *labels.dLbl):
        label.showVal = label is labels
        label.showSerName = label.showCatName = label.showLegendKey = label.showPercent = False
    return labels


def _letters(colour: str | None = None) -> Any:
    """The look of letters in a chart."""
    from openpyxl.chart.text import RichText
    from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties

    look: Any = CharacterProperties(sz=_LETTERS, solidFill=colour)
    paragraph: Any = Paragraph(pPr=ParagraphProperties(defRPr=look), endParaRPr=look)
    return RichText(p=[paragraph])


def _set_letters(rich: Any, size: int) -> None:
    from openpyxl.drawing.text import (
        CharacterProperties,
        ParagraphProperties,
        RichTextProperties,
    )

    rich.bodyPr = RichTextProperties(rot=0, vert="horz")  # nobody turns the head

    for paragraph in rich.p:
        look: Any = CharacterProperties(sz=size, b=size == _TITLE)
        paragraph.pPr = ParagraphProperties(defRPr=look)
        for run in paragraph.r or ():
            run.rPr = look
