"""Rows that are nobody: totals can be told, headings and remarks are left out with a note."""

from pathlib import Path

import pytest
from openpyxl import Workbook  # noqa: TID253 - it makes the sheets, so it starts with it

from kdc_desktop.interchange.tables import SheetTable, read_tables

LIST = ("Name;Organisation;Fee", "Aino Laine;Kone Oy;10", "Åsa Öberg;Stad;12.5", "Noor;;10")


def table_of(tmp_path: Path, *lines: str) -> SheetTable:
    path = tmp_path / "list.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    (table,) = read_tables(path).tables
    return table


def people(table: SheetTable) -> list[str]:
    return [row[0] for place, row in enumerate(table.rows) if place not in table.totals]


@pytest.mark.parametrize(
    "total",
    [
        "Total;;32.5",
        "Total:;3;",
        "TOTAL;;",
        "Grand total;;32,50 €",
        "Subtotal;;32.5",
        "Total participants: 3;;",
        "3 participants;;",
        "Count;3;",
        "Number of people;3;",
        "Yhteensä;;32,5",
        "Yhteensä 3 henkilöä;;",
        "Summa;;32.5",
        "Totalt;;32.5",
        "Totalt antall;3;",
        "Antal deltagare;3;",
        "I alt;;32.5",
        "Sum;;32.5",
        "Summe;;32.5",
        "Gesamt;;32.5",
        "Insgesamt: 3 Teilnehmer;;",
        "Anzahl Teilnehmende;3;",
        "Totaal;;32.5",
        "Aantal deelnemers: 3;;",
        "Total général;;32.5",
        "Nombre de participants;3;",
        "Suma;;32.5",
        "Total general;;32.5",
        "Número de participantes: 3;;",
        "Kokku;;32.5",
        "Kokku 3 inimest;;",
        ";Total;32.5",
        "3;;",
        ";;32.5",
        "3;2;32.5",
    ],
)
def test_a_total_is_told_in_ten_languages_and_by_what_it_counts(tmp_path, total) -> None:
    for blank in ((), ("",)):
        table = table_of(tmp_path, *LIST, *blank, total)
        assert people(table) == ["Aino Laine", "Åsa Öberg", "Noor"]
        assert table.totals == frozenset({3})


@pytest.mark.parametrize(
    "last",
    [
        "Total Wu;;",
        "Summa Virtanen;Kone Oy;",
        "Tot Al;;10",
        "Mikko;Total Oy;10",
        "Sofie;;7",
        "Antal;Kone Oy;",
        "Total;office@x.example;",
    ],
)
def test_a_person_is_no_total(tmp_path, last) -> None:
    table = table_of(tmp_path, *LIST, last)
    assert table.totals == frozenset()
    assert len(table.rows) == 4


def test_subtotals_between_people_are_told_too(tmp_path) -> None:
    table = table_of(tmp_path, *LIST, "Subtotal;;32.5", "Mikko;Kone Oy;5", "Total;;37.5")
    assert people(table) == ["Aino Laine", "Åsa Öberg", "Noor", "Mikko"]
    assert table.totals == frozenset({3, 5})


def test_remarks_below_a_list_are_left_out_with_a_note(tmp_path) -> None:
    table = table_of(
        tmp_path, *LIST, "", "Printed 3.11.2025", "* vegetarian", "Please do not share this list"
    )
    assert people(table) == ["Aino Laine", "Åsa Öberg", "Noor"]
    assert table.notes == ("3 lines that are no entries were left out: rows 6, 7, 8.",)


def test_people_below_a_blank_row_are_no_remarks(tmp_path) -> None:
    table = table_of(tmp_path, *LIST, "", "Mikko Virtanen;;", "office@x.example;;", "Åsa;;")
    assert people(table)[3:] == ["Mikko Virtanen", "office@x.example", "Åsa"]
    assert table.notes == ()


def test_headings_across_the_columns_are_left_out_with_a_note(tmp_path) -> None:
    book = Workbook()
    sheet = book["Sheet"]
    for cells in (
        ["Name", "E-mail", "Organisation"],
        ["Companies"],
        ["Aino Laine", "a@x.example", "Kone"],
        ["Residents"],
        ["Noor"],
    ):
        sheet.append(cells)
    sheet.merge_cells("A2:C2")
    sheet.merge_cells("A4:C4")
    book.save(tmp_path / "a.xlsx")
    (table,) = read_tables(tmp_path / "a.xlsx").tables
    assert people(table) == ["Aino Laine", "Noor"]
    assert table.notes == ("2 lines that are no entries were left out: rows 2, 4.",)


def test_of_many_lines_that_are_no_entries_the_first_are_named(tmp_path) -> None:
    path = tmp_path / "pages.csv"
    path.write_text("Name,Email\nAino Laine,a@x.example\n" * 31, encoding="utf-8")
    (table,) = read_tables(path).tables
    assert len(table.rows) == 31
    assert table.notes[0].startswith("30 lines that are no entries were left out: rows 3, 5, 7, ")
    assert table.notes[0].endswith(", 41 and 10 more.")
