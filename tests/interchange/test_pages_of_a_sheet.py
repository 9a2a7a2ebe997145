"""Where pages of a printed sheet end, what is said of what is not on them, and no stray zeros."""

from collections.abc import Sequence

import pytest
from openpyxl import load_workbook  # noqa: TID253 - the tests read what was written

from kdc_desktop.interchange.workbook import (
    Chart,
    Column,
    FrontPage,
    Imprint,
    Kind,
    SheetBlock,
    Table,
    write_workbook,
)
from kdc_desktop.interchange.workbook_breaks import ends_of_blocks, ends_of_rows

NAME, MUCH = Column("Name"), Column("Much", Kind.NUMBER)


def sheet(tmp_path, table: Table, page: FrontPage | None = None):
    write_workbook(tmp_path / "a.xlsx", [], [table], looks=Imprint("Club", page=page))
    return load_workbook(tmp_path / "a.xlsx")


def table(columns: tuple[Column, ...], rows: Sequence[Sequence[object]], **more) -> Table:
    return Table("T", "T", columns, rows, purpose="What it is for.", **more)


def ends(of) -> list[int]:
    return [one.id for one in of.row_breaks.brk]


def test_columns_that_are_not_on_paper_are_named_above_the_table(tmp_path):
    wide = (NAME, *(Column(f"Wide {at}") for at in range(2)), Column("Aside", aside=True))
    made = sheet(tmp_path, table((*wide, Column("T id", Kind.ID)), [("word " * 12,) * 4 + (1,)]))
    assert made["T"]["A1"].value == "What it is for.\nNot on paper, for want of room: Aside."
    narrow = sheet(tmp_path, table((NAME, Column("T id", Kind.ID)), [("Aino", 1)]))
    assert narrow["T"]["A1"].value == "What it is for."


def test_what_words_mean_stands_above_the_table(tmp_path):
    noted = table((NAME,), [("Aino",)], notes=("Name: what somebody is called.",))
    assert sheet(tmp_path, noted)["T"]["A1"].value == (
        "What it is for.\nName: what somebody is called."
    )


@pytest.mark.parametrize("rows", range(40, 160, 3))
def test_no_page_ends_a_table_with_a_row_or_two(rows):
    for high, room in ((15.0, 728.0), (30.0, 485.0)):
        found = ends_of_rows([high] * rows, 60.0, 15.0, (room, room * 1.34))
        if found:
            pages = [end - begin for begin, end in zip([0, *found], [*found, rows], strict=True)]
            assert min(pages[-1], len(pages)) >= 2
            assert pages[-1] >= 3
            assert max(pages) * high <= room - 15


def test_a_table_that_ends_its_pages_well_by_itself_is_left_alone(tmp_path):
    made = sheet(tmp_path, table((NAME,), [("Aino",)] * 70))["T"]
    assert ends(made) == []
    one_too_many = sheet(tmp_path, table((NAME,), [("Aino",)] * 47))["T"]
    assert [47 + 2 - end >= 3 for end in ends(one_too_many)] == [True]


def test_pages_of_the_summary_end_between_its_blocks(tmp_path):
    blocks = [
        SheetBlock(f"Block {at}", header=("A",), rows=(("x",),) * 20, spans=(1,), level=2)
        for at in range(5)
    ]
    page = FrontPage("Club", "", (SheetBlock("All of them", ("They are.",)), *blocks), (40.0, 40.0))
    made = sheet(tmp_path, table((NAME,), [("Aino",)]), page)["Summary"]
    heads = [
        row[0].row for row in made.iter_rows(max_col=1) if str(row[0].value).startswith("Block")
    ]
    assert [end + 2 for end in ends(made)] == [heads[at] for at in (1, 3)]


def test_a_block_longer_than_a_page_goes_on_without_leaving_a_row_alone():
    assert ends_of_blocks([[15.0] * 2, [15.0] * 101], 1500.0) == [98 + 2]
    assert ends_of_blocks([[15.0] * 60, [15.0] * 60], 1500.0) == [60]


def test_a_bar_that_is_not_there_has_no_number(tmp_path):
    chart = Chart("Both", NAME, (MUCH, Column("More", Kind.NUMBER)), stacked=True)
    rows = [("Aino", 3, 1), ("Eero", 0, 2), ("Helmi", 4, None)]
    made = sheet(tmp_path, table((NAME, *chart.values), rows, charts=(chart,)))["T"]
    first, second = made._charts[0].series
    assert (first.dLbls.showVal, second.dLbls.showVal) == (True, True)
    silent = [[(one.idx, one.showVal) for one in bars.dLbls.dLbl] for bars in (first, second)]
    assert silent == [[(1, False)], [(2, False)]]


def test_pages_of_charts_alone_have_no_header_of_a_table_above_them(tmp_path):
    charts = tuple(Chart(f"Chart {at}", NAME, (MUCH,), 3) for at in range(6))
    few = [("Aino", 1), ("Eero", 2), ("Helmi", 3)]
    made = sheet(tmp_path, table((NAME, MUCH), few, charts=charts))["T"]
    assert (made.print_title_rows, len(ends(made)) > 0) == (None, True)
    tops = [chart.anchor._from.row for chart in made._charts]  # the row above, from 1
    assert set(ends(made)) & set(tops) == set()
    plain = sheet(tmp_path, table((NAME, MUCH), few))["T"]
    assert plain.print_title_rows == "$2:$2"


def test_what_is_not_printed_makes_no_row_higher(tmp_path):
    columns = (NAME, Column("A very long thing id", Kind.ID), Column("Words " * 9))
    aside = Column("Notes", aside=True)
    wide = (NAME, *(Column(f"Wide {at}") for at in range(2)), aside)
    row = ("Aino", "word " * 5, "word", "a long note " * 20)
    made = sheet(tmp_path, table(wide, [row, ("word " * 12,) * 3 + ("",)]))["T"]
    assert made.row_dimensions[3].height is None
    named = sheet(tmp_path, table(columns, [("Aino", "9" * 19, "x")]))["T"]
    assert (named.row_dimensions[2].height, named.row_dimensions[3].height) == (15.0 * 5, None)
