"""A sheet on paper: the right way up, never too small, without ids, its charts below."""

import pytest
from openpyxl import load_workbook  # noqa: TID253 - the tests read what was written
from openpyxl.utils import get_column_letter  # noqa: TID253

from kdc_desktop.domain.pages.values import PaperSize
from kdc_desktop.interchange.workbook import (
    Chart,
    Column,
    Imprint,
    Kind,
    Table,
    write_workbook,
)

STAND_IN = 2.5  # millimetres a character takes where a wider font stands in for Calibri
SMALLEST = 7.0  # points


def sheet(tmp_path, table: Table, paper: PaperSize = PaperSize.A4):
    imprint = Imprint("Club & sons, An evening", paper)
    write_workbook(tmp_path / "a.xlsx", [], [table], looks=imprint)
    return load_workbook(tmp_path / "a.xlsx")[str(table.title)]


def table(columns: list[Column], rows: int = 3, **more) -> Table:
    row = [1 if column.kind in (Kind.ID, Kind.NUMBER) else "word " * 12 for column in columns]
    return Table("T", "T", tuple(columns), [row] * rows, purpose="What it is for.", **more)


def columns(count: int, kind: Kind = Kind.TEXT, **more) -> list[Column]:
    return [Column(f"{kind.name} {at}", kind, **more) for at in range(count)]


def smallest_letters(of, paper: tuple[float, float] = (210.0, 297.0)) -> float:
    first, last = of.print_area.replace("$", "").split("!")[-1].split(":")
    printed = range(of[first].column, of[last].column + 1)
    letters = [get_column_letter(number) for number in printed]
    width: float = sum(of.column_dimensions[letter].width for letter in letters) * STAND_IN
    room = paper[of.page_setup.orientation == "landscape"] - 24
    pages: int = of.page_setup.fitToWidth or 1
    return 11.0 * min(1.0, room * pages / width)


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8, 12, 20])
@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.NUMBER, Kind.DATETIME])
def test_no_sheet_is_printed_too_small_to_read(tmp_path, count, kind):
    made = sheet(tmp_path, table([Column("Name"), *columns(count, kind), *columns(4, Kind.ID)]))
    assert smallest_letters(made) >= SMALLEST
    assert (made.page_setup.fitToHeight, made.sheet_properties.pageSetUpPr.fitToPage) == (0, True)


def test_a_narrow_sheet_stands_and_a_wide_one_lies(tmp_path):
    assert sheet(tmp_path, table(columns(1))).page_setup.orientation == "portrait"
    assert sheet(tmp_path, table(columns(4))).page_setup.orientation == "landscape"


def test_ids_come_last_in_a_group_and_are_not_printed(tmp_path):
    person = Column("Person id", Kind.ID, entity="Person", own=True)
    made = sheet(tmp_path, table([person, Column("Name"), Column("Number", Kind.NUMBER)]))
    assert [cell.value for cell in made[2]] == ["Name", "Number", "Person id"]
    assert made.print_area == "'T'!$A$1:$B$5"
    assert made.column_dimensions["C"].outlineLevel == 1
    assert not made.column_dimensions["C"].hidden
    assert made["C3"].font.color.rgb != made["B3"].font.color


def test_what_is_aside_is_left_out_where_the_sheet_would_be_too_wide(tmp_path):
    wide = table([Column("Name"), *columns(2), *columns(3, aside=True)])
    assert sheet(tmp_path, wide).print_area.startswith("'T'!$A$1:$C$")
    narrow = table([Column("Name"), Column("Small", Kind.NUMBER, aside=True)])
    assert sheet(tmp_path, narrow).print_area.startswith("'T'!$A$1:$B$")


def test_more_numbers_than_have_room_go_over_several_pages_with_their_names(tmp_path):
    made = sheet(tmp_path, table([Column("Name"), *columns(40, Kind.NUMBER)]))
    assert made.page_setup.fitToWidth > 1
    assert (made.print_title_cols, made.print_title_rows) == ("$A:$A", "$2:$2")


def test_the_head_stays_in_sight_and_on_every_page(tmp_path):
    made = sheet(tmp_path, table([Column("When"), Column("Name", head=True), Column("What")]))
    assert [cell.value for cell in made[2]] == ["Name", "When", "What"]
    assert (made.freeze_panes, made.print_title_rows) == ("B3", "$2:$2")
    assert made["A1"].value == "What it is for."


def test_pages_say_what_they_are_and_how_many(tmp_path):
    made = sheet(tmp_path, table(columns(2)))
    assert made.oddHeader.left.text == "Club && sons, An evening"
    assert made.oddHeader.right.text == "T"
    assert made.oddFooter.center.text == "Page &P of &N"


def test_the_paper_is_that_of_the_country(tmp_path):
    assert sheet(tmp_path, table(columns(2))).page_setup.paperSize == 9
    letter = sheet(tmp_path, table(columns(9)), PaperSize.LETTER)
    assert letter.page_setup.paperSize == 1
    assert smallest_letters(letter, (215.9, 279.4)) >= SMALLEST


def test_charts_stand_below_the_table_whole_on_a_page_with_titles_and_labels(tmp_path):
    name, much = Column("Name"), Column("Much", Kind.NUMBER)
    charts = tuple(
        Chart(f"Chart {at}", name, (much,), 10, first=at * 10, across="Marks", along="Option")
        for at in range(4)
    )
    made = sheet(tmp_path, table([name, much], 40, charts=charts))
    assert len(made._charts) == 4
    tops = [chart.anchor._from.row for chart in made._charts]
    assert (min(tops) > 42, tops) == (True, sorted(tops))
    assert len(made.row_breaks.brk) >= 1
    for chart, first in zip(made._charts, (3, 13, 23, 33), strict=True):
        assert chart.title is not None
        assert (chart.x_axis.title is None, chart.y_axis.title is None) == (False, False)
        assert chart.series[0].dLbls.showVal
        assert chart.series[0].val.numRef.f == f"'T'!$B${first}:$B${first + 9}"
        assert chart.series[0].tx.strRef.f == "'T'!$B$2"
    last = int(made.print_area.rsplit("$", 1)[1])
    assert last > tops[-1]
