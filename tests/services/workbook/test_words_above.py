"""A sheet says above its table what its figures mean, and the page in front adds them up."""

import pytest

from kdc_desktop.interchange.workbook import Kind, Reader
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.kit.source import Source
from tests.rooms.years_room import live_on

FIGURES = (Kind.NUMBER, Kind.DECIMAL, Kind.PERCENT, Kind.BOOL)


@pytest.fixture
def years(evening):
    return live_on(evening)


def tables(room, session_id=None):
    with room.database.read() as snapshot:
        source = Source(snapshot, session_id, room.database.now())
        made = [sheet(source) for sheet in WORKBOOK.sheets]
    return [table for table in made if table.reader is not Reader.PROGRAMS]


def test_no_sheet_is_without_words_for_its_figures(years, room, export) -> None:
    book, silent = export(None).sheets, []
    for table in tables(room):
        figures = [one for one in table.columns if one.kind in FIGURES and not one.aside]
        if not table.rows or not figures:
            continue
        said = str(book[str(table.title)]["A1"].value)
        words = table.notes or [f"{one.title}: {one.means}" for one in figures if str(one.means)]
        if not words or any(str(one) not in said for one in words):
            silent.append(table.name)
    assert silent == []


def test_every_figure_of_a_sheet_has_a_meaning(room) -> None:
    dumb = [
        (table.name, str(one.title))
        for table in tables(room)
        for one in table.columns
        if one.kind in FIGURES and not str(one.means) and one.reader is not Reader.PEOPLE
    ]
    assert dumb == []


def test_the_summary_adds_up_what_the_portfolio_says(years, room, export) -> None:
    book = export(None)
    page = [
        [cell for cell in row if cell is not None]
        for row in book.sheets["Summary"].iter_rows(values_only=True)
    ]
    rows = book.rows("Portfolio")
    at = page.index(["All consortia and projects"])
    together = next(row for row in page[at:] if row[:1] == ["All together"])
    assert together == [
        "All together",
        sum(row["Members asked"] for row in rows),
        sum(row["At the agreed level or above"] for row in rows),
        sum(row["Minutes a day together"] for row in rows if row["Counts"] == "yes"),
    ]
    assert page[at + 2] == ["Given back, as measured: 6,900 minutes a day."]
    held = [row["Days held back"] for row in rows if row["Obstacles"]]
    assert page[at + 1] == [f"{len(held)} of them is held back from outside, for {max(held)} days."]


def test_numbers_of_the_summary_are_numbers(years, room, export) -> None:
    page = export(None).sheets["Summary"]
    texts = [
        cell.coordinate
        for row in page.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value.replace(",", "").isdigit()
        if len(cell.value) != 4  # a year is a heading
    ]
    assert texts == []


def test_a_club_of_one_programme_is_called_after_it(years, room, export) -> None:
    assert export(None).sheets["Summary"]["A1"].value == "A smart city"
