"""Nobody is taken for a header row, and no header row for somebody."""

from pathlib import Path

import pytest
from openpyxl import Workbook  # noqa: TID253 - it makes the sheets, so it starts with it

from kdc_desktop.interchange.tables import SheetTable, read_tables


def table_of(tmp_path: Path, *lines: str) -> SheetTable:
    path = tmp_path / "list.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    (table,) = read_tables(path).tables
    return table


@pytest.mark.parametrize(
    "lines",
    [
        ("Aino Laine", "Mikko Virtanen", "Åsa Öberg"),
        ("Aino Laine;Harbour Mobility Oy", "Mikko Virtanen;City of Helsinki", "Åsa Öberg;Coast"),
        ("Aino;Laine;Company", "Mikko;Virtanen;City", "Åsa;Öberg;University"),
        ("Aino;Laine;Company", "Mikko;Virtanen;City", "Åsa;Öberg;Company"),
        ("Aino Laine;aino@x.example", "Mikko Virtanen;mikko@x.example"),
        ("Aino Laine;;Kone Oy", "Mikko Virtanen;mikko@x.example;Stad", "Åsa Öberg;a@x.example;"),
        ("Aino Laine;-;Kone Oy", "Mikko Virtanen;mikko@x.example;Stad", "Åsa Öberg;a@x.example;"),
        ("aino@x.example;Aino Laine", "mikko@x.example;Mikko Virtanen"),
        ("1;Aino Laine;Chair", "2;Mikko Virtanen;Member", "3;Åsa Öberg;Member"),
        ("Aino Laine;+358 40 555 0101", "Mikko Virtanen;040 555 0102", "Åsa Öberg;"),
        ("Laine, Aino", "Virtanen, Mikko", "van der Berg, Noor"),
        ("Aino Laine;Guest speaker", "Mikko Virtanen;Chair"),
        ("Aino", "Mikko", "Åsa"),
        ("Aino Laine;Yes", "Mikko Virtanen;No", "Åsa Öberg;Yes"),
        ("Aino Laine;x;;x", "Mikko Virtanen;;x;", "Åsa Öberg;x;x;x"),
        ("a;b", "a;b", "a;b"),
        ("Tila Virtanen;Kone", "Mikko Virtanen;City", "Åsa Öberg;Coast"),
    ],
)
def test_a_list_without_a_header_row_loses_nobody(tmp_path, lines) -> None:
    table = table_of(tmp_path, *lines)
    assert not table.headed
    assert len(table.rows) == len(lines)
    assert table.numbers == tuple(range(1, len(lines) + 1))
    assert table.headers[0] == "Column 1"
    assert "There is no header row, so the columns have numbers for names." in table.notes


@pytest.mark.parametrize(
    ("header", "people"),
    [
        ("Nimi", ("Aino Laine", "Mikko Virtanen")),
        ("Osallistujat", ("Aino Laine", "Mikko Virtanen")),
        ("Your idea", ("More benches", "A tram")),
        ("Namn;E-post", ("Aino Laine;aino@x.example",)),
        ("Navn;E-post;Stilling", ("Aino Laine;aino@x.example;Leder",)),
        ("Navn;Mailadresse", ("Aino Laine;", "Mikko Virtanen;")),
        ("Vorname;Nachname;Firma", ("Aino;Laine;Kone", "Mikko;Virtanen;Stadt")),
        ("Voornaam;Achternaam;Organisatie", ("Aino;Laine;Kone", "Mikko;Virtanen;Stad")),
        ("Prénom;Nom;Organisme", ("Aino;Laine;Kone", "Mikko;Virtanen;Ville")),
        ("Nombre;Apellidos;Correo electrónico", ("Aino;Laine;a@x.example",)),
        ("Eesnimi;Perekonnanimi;E-posti aadress", ("Aino;Laine;a@x.example",)),
        ("Nimi;Sähköposti;3.11.2025;10.11.2025", ("Aino Laine;;x;", "Mikko Virtanen;;x;x")),
        ("Name;2024;2025", ("Aino Laine;1;0", "Mikko Virtanen;1;1")),
        ("Ім'я;Пошта", ("Aino Laine;aino@x.example", "Mikko Virtanen;m@x.example")),
        ("first_name;last_name", ("Aino;Laine", "Mikko;Virtanen")),
        ("firstName;lastName;eMail", ("Aino;Laine;", "Mikko;Virtanen;")),
        ("Etunimi *;Sukunimi *", ("Aino;Laine", "Mikko;Virtanen")),
        ("What is your name?;Do you come?", ("Aino Laine;Yes", "Mikko Virtanen;No")),
        ("Company;Contact", ("Kone Oy;Aino Laine", "Stad;Mikko Virtanen")),
        ("Amount;Price", ("1;2", "3;4")),
    ],
)
def test_a_header_row_is_nobody(tmp_path, header, people) -> None:
    table = table_of(tmp_path, header, *people)
    assert table.headed
    assert table.headers == tuple(header.split(";"))
    assert ["; ".join(row).replace("; ", ";") for row in table.rows] == list(people)


def test_lines_of_title_are_no_headers_and_nobody(tmp_path) -> None:
    table = table_of(
        tmp_path,
        "Kalasatama Developers Club 4/2025;;",
        "Event;KDC;",
        ";;",
        "Name;E-mail;Organisation",
        "Aino Laine;aino@x.example;Kone Oy",
    )
    assert table.headers == ("Name", "E-mail", "Organisation")
    assert table.numbers == (5,)
    assert table.notes == ("Lines above the header row (row 4) were left out.",)


def test_a_title_above_a_list_without_headers_is_nobody(tmp_path) -> None:
    table = table_of(tmp_path, "Participants of the evening", "", "Aino Laine", "Mikko Virtanen")
    assert [row[0] for row in table.rows] == ["Aino Laine", "Mikko Virtanen"]
    assert table.numbers == (3, 4)


def test_the_first_of_a_list_is_nobodys_title_though_a_blank_row_follows(tmp_path) -> None:
    table = table_of(tmp_path, "Aino Laine", "", "Mikko Virtanen", "Åsa Öberg")
    assert table.numbers == (1, 3, 4)


def test_the_second_header_row_of_a_form_tool_is_nobody(tmp_path) -> None:
    table = table_of(
        tmp_path,
        "Respondent ID,Start Date,What is your name?,Which themes?,,",
        ",,Open-Ended Response,Energy response,Mobility response,Other",
        "118,11/03/2025,Aino Laine,Energy,,",
        "119,11/03/2025,Mikko Virtanen,,Mobility,",
    )
    assert table.numbers == (3, 4)
    assert table.headers[2] == "What is your name? Open-Ended Response"


def test_a_header_over_the_first_of_two_columns_is_one(tmp_path) -> None:
    table = table_of(tmp_path, "Participants;", "Aino Laine;a@x.example", "Mikko;m@x.example")
    assert table.headers == ("Participants", "Column 2")
    assert table.numbers == (2, 3)


def test_a_sentence_across_some_columns_is_no_part_of_their_names(tmp_path) -> None:
    book = Workbook()
    sheet = book["Sheet"]
    for cells in (
        ["Everybody who is named here."],
        ["Name", "E-mail", "Sector", "Person id", "Session id"],
        ["Aino Laine", "a@x.example", "Company", 1, 1],
        ["Åsa Öberg", "o@x.example", "City", 2, 1],
    ):
        sheet.append(cells)
    sheet.merge_cells("A1:C1")
    book.save(tmp_path / "a.xlsx")
    (table,) = read_tables(tmp_path / "a.xlsx").tables
    assert table.headers == ("Name", "E-mail", "Sector", "Person id", "Session id")
    assert table.numbers == (3, 4)


def test_cells_that_are_merged_in_headers_and_rows_alike_lose_nobody(tmp_path) -> None:
    book = Workbook()
    sheet = book["Sheet"]
    for row, cells in enumerate(
        [("Member", "Sector", "Role"), ("Aino", "City", "partner"), ("Åsa", "Company", "funder")], 1
    ):
        for column, cell in zip((1, 2, 4), cells, strict=True):
            sheet.cell(row, column, cell)
        sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=3)
    book.save(tmp_path / "a.xlsx")
    (table,) = read_tables(tmp_path / "a.xlsx").tables
    assert table.headers == ("Member", "Sector", "Role")
    assert [row[0] for row in table.rows] == ["Aino", "Åsa"]
