"""Address books, boards and lists of addresses are tables too, with headers of their format."""

import base64
import json
import quopri
from pathlib import Path

import pytest

from kdc_desktop.interchange.tables import SheetTable, read_tables

SHEETS = Path(__file__).parent.parent / "data" / "sheets"
CARD_HEADERS = (
    *("FN", "Given name", "Family name", "Email", "Phone", "Organisation", "Department"),
    *("Title", "Categories", "Note"),
)


def table_of(tmp_path: Path, name: str, content: str | bytes) -> SheetTable:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (table,) = read_tables(path).tables
    return table


def cards(tmp_path: Path, *texts: str) -> SheetTable:
    text = "".join(f"BEGIN:VCARD\n{one}\nEND:VCARD\n" for one in texts)
    return table_of(tmp_path, "a.vcf", text.replace("\n", "\r\n"))


def person(table: SheetTable, place: int = 0) -> dict[str, str]:
    """What is filled of a row, by its header."""
    row = zip(table.headers, table.rows[place], strict=True)
    return {header: cell for header, cell in row if cell}


def test_the_address_book_is_one_table() -> None:
    (table,) = read_tables(SHEETS / "people/contacts.vcf").tables
    assert table.headers == CARD_HEADERS
    assert table.numbers == tuple(range(1, 12))
    assert table.headed
    assert person(table) == {
        "FN": "Aino Laine",
        "Given name": "Aino",
        "Family name": "Laine",
        "Email": "aino.laine@harbour.example",
        "Organisation": "Harbour Mobility Oy",
        "Department": "Service design",
        "Title": "Head of Service Design",
    }


def test_a_card_of_version_2_with_quoted_printable_and_a_charset(tmp_path) -> None:
    name = quopri.encodestring("Mäkinen;Liisa".encode("latin-1")).decode()
    table = cards(
        tmp_path,
        f"VERSION:2.1\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:{name}\n"
        "FN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Liisa =\nM=C3=A4ki=\nnen\n"
        "EMAIL;INTERNET:second@x.example\nEMAIL;INTERNET;PREF:first@x.example\n"
        "TEL;WORK;FAX:+358 9 1\nTEL;CELL;VOICE:+358 40 2\nPHOTO;ENCODING=BASE64;JPEG:\n"
        f" {base64.b64encode(bytes(range(90))).decode()}\n",
    )
    assert person(table) == {
        "FN": "Liisa Mäkinen",
        "Given name": "Liisa",
        "Family name": "Mäkinen",
        "Email": "first@x.example",
        "Phone": "+358 40 2",
        "Other emails": "second@x.example",
        "Other phones": "+358 9 1",
    }
    assert table.notes == ()


def test_a_card_of_version_3_with_folded_lines_and_groups(tmp_path) -> None:
    table = cards(
        tmp_path,
        "VERSION:3.0\nN:van der Berg;Noor;;;\nitem1.EMAIL;type=INTERNET:a@x.example\n"
        "item1.X-ABLabel:Work\nitem2.EMAIL;type=INTERNET;type=pref:noor@\n x.example\n"
        "ORG:Coast University\\, Dept;Built Environment;Lab\nROLE:Student\nBDAY:1990-01-01\n"
        "CATEGORIES:Guests,Energy\nNOTE:No nuts\\, please\\;\\nvegetarian\nADR:;;Street 1\n",
    )
    assert person(table) == {
        "FN": "Noor van der Berg",
        "Given name": "Noor",
        "Family name": "van der Berg",
        "Email": "noor@x.example",
        "Organisation": "Coast University, Dept",
        "Department": "Built Environment, Lab",
        "Title": "Student",
        "Categories": "Guests, Energy",
        "Note": "No nuts, please;\nvegetarian",
        "Other emails": "a@x.example",
    }
    assert table.notes == ("The cards hold more that is not read: ADR, BDAY.",)


def test_a_card_of_version_4_and_cards_that_are_nobody(tmp_path) -> None:
    table = cards(
        tmp_path,
        "VERSION:4.0\nKIND:group\nFN:Board\nMEMBER:urn:uuid:1",
        "VERSION:3.0\nFN:Kone Oy\nORG:Kone Oy\nX-ABShowAs:COMPANY",
        "VERSION:4.0\nFN:Åsa Öberg\nEMAIL;PREF=2:b@x.example\nEMAIL;PREF=1:mailto:a@x.example\n"
        'TEL;VALUE=uri;TYPE="voice,home":tel:+358-40-5;ext=1\nbroken line\nTITLE:Professor',
    )
    assert table.numbers == (3,)
    assert person(table)["Email"] == "a@x.example"
    assert person(table)["Phone"] == "+358-40-5"
    assert table.notes[0] == (
        "2 cards are of organisations or groups, not of people, and were left out."
    )


def test_an_address_book_in_utf_16_and_cards_that_nobody_ended(tmp_path) -> None:
    text = "BEGIN:VCARD\r\nFN:Åsa Öberg\r\nBEGIN:VCARD\r\nFN:Aino Laine\r\n"
    table = table_of(tmp_path, "a.vcf", text.encode("utf-16"))
    assert [row[0] for row in table.rows] == ["Åsa Öberg", "Aino Laine"]


@pytest.mark.parametrize(
    "text",
    [
        "Aino Laine <aino@x.example>; Mikko Virtanen <mikko@x.example>",
        "Aino Laine <aino@x.example>, Mikko Virtanen <mikko@x.example>\n",
        '"Aino Laine" <aino@x.example>,\n "Mikko Virtanen" <mikko@x.example>,\n',
        "To: Aino Laine <aino@x.example>\nCc: Mikko Virtanen <mailto:mikko@x.example>",
        "Aino Laine <aino@x.example>\r\n\r\nMikko Virtanen <mikko@x.example>\r\n",
    ],
)
def test_a_line_of_a_mail_program_is_people(tmp_path, text: str) -> None:
    table = table_of(tmp_path, "a.txt", text)
    assert table.headers == ("Name", "Email")
    assert table.rows == (
        ("Aino Laine", "aino@x.example"),
        ("Mikko Virtanen", "mikko@x.example"),
    )
    assert table.numbers == (1, 2)


def test_names_turned_round_bare_addresses_and_people_without_one_stay_people(tmp_path) -> None:
    table = table_of(
        tmp_path,
        "a.txt",
        "Laine, Aino <aino@x.example>; office@x.example; Sofie Lindström; bare@x.example, "
        "Åsa Öberg <asa@x.example>, Virtanen, Mikko <mikko@x.example>; Noor van der Berg",
    )
    assert table.rows == (
        ("Laine, Aino", "aino@x.example"),
        ("", "office@x.example"),
        ("Sofie Lindström", ""),
        ("", "bare@x.example"),
        ("Åsa Öberg", "asa@x.example"),
        ("Virtanen, Mikko", "mikko@x.example"),
        ("Noor van der Berg", ""),
    )


def test_addresses_alone_are_people_without_names(tmp_path) -> None:
    table = table_of(tmp_path, "a.txt", "aino@x.example; mikko@x.example")
    assert table.rows == (("", "aino@x.example"), ("", "mikko@x.example"))


def test_a_sheet_with_such_addresses_in_a_column_stays_a_sheet(tmp_path) -> None:
    for separator in ";,":
        text = "Organisation;Contact\nKone;Aino Laine <aino@x.example>\nStad;M <m@x.example>\n"
        table = table_of(tmp_path, "a.csv", text.replace(";", separator))
        assert table.headers == ("Organisation", "Contact")
        assert table.rows[0] == ("Kone", "Aino Laine <aino@x.example>")


def test_a_header_above_addresses_is_nobody(tmp_path) -> None:
    table = table_of(tmp_path, "a.txt", "Participants\nAino <aino@x.example>\nÅsa <asa@x.example>")
    assert table.rows == (("Aino", "aino@x.example"), ("Åsa", "asa@x.example"))
    assert table.numbers == (2, 3)


def test_a_board_of_trello_reads_as_its_csv_does(tmp_path) -> None:
    board = {
        "id": "b1",
        "name": "KDC ideas",
        "lists": [
            {"id": "l1", "name": "Mobility", "closed": False},
            {"id": "l2", "name": "Old", "closed": True},
        ],
        "members": [{"id": "m1", "fullName": "Aino Laine"}],
        "cards": [
            {
                "id": "c1",
                "name": "A tram",
                "desc": "Long",
                "closed": False,
                "idList": "l1",
                "idMembers": ["m1", "gone"],
                "labels": [{"name": "Sea", "color": "green"}, {"name": "Quick", "color": None}],
                "shortUrl": "https://trello.example/c/1",
                "badges": {"votes": 3},
            },
            {"id": "c2", "name": "Benches", "closed": True, "idList": "l1"},
            {"id": "c3", "name": "Older", "closed": False, "idList": "l2"},
        ],
        "actions": [{"type": "createCard"}],
    }
    table = table_of(tmp_path, "board.json", json.dumps(board))
    places = {header: place for place, header in enumerate(table.headers)}
    first = {header: table.rows[0][place] for header, place in places.items()}
    assert first["Card Name"] == "A tram"
    assert first["Card Description"] == "Long"
    assert first["List Name"] == "Mobility"
    assert first["Labels"] == "Sea (green), Quick"
    assert first["Members"] == "Aino Laine"
    assert first["Vote Count"] == "3"
    assert first["Card URL"] == "https://trello.example/c/1"
    assert [row[places["Archived"]] for row in table.rows] == ["false", "true", "true"]


def test_lists_of_objects_are_tables(tmp_path) -> None:
    plain = [{"name": "Aino", "tags": ["a", "b"], "org": {"name": "Kone"}}, {"name": "Åsa"}]
    table = table_of(tmp_path, "a.json", json.dumps(plain))
    assert table.headers == ("name", "tags", "org name")
    assert table.rows == (("Aino", "a, b", "Kone"), ("Åsa", "", ""))
    assert table.numbers == (1, 2)
    path = tmp_path / "b.json"
    path.write_text(json.dumps({"v": 1, "people": plain, "data": {"ideas": [{"text": "Tram"}]}}))
    assert [one.name for one in read_tables(path).tables] == ["people", "ideas"]


def test_a_data_package_is_tables_by_its_titles(tmp_path) -> None:
    fields = [{"name": "name", "title": "Name"}, {"name": "person_id", "title": "Person id"}]
    people: dict[str, object] = {"name": "people", "title": "People", "schema": {"fields": fields}}
    people["data"] = [{"name": "Aino", "person_id": 7}, {"name": "Åsa", "person_id": None}]
    blank = {"name": "ideas", "schema": 3, "data": []}
    table = table_of(tmp_path, "a.json", json.dumps({"name": "x", "resources": [blank, people]}))
    assert (table.title, table.headers) == ("People", ("Name", "Person id"))
    assert table.rows == (("Aino", "7"), ("Åsa", ""))


def test_every_separator_and_one_that_the_file_names(tmp_path) -> None:
    for text in (
        "Name;Email\nAino;a@x.example\n",
        "Name\tEmail\nAino\ta@x.example\n",
        "Name|Email\nAino|a@x.example\n",
        "Name,Email\nAino,a@x.example\n",
        "sep=^\nName^Email\nAino^a@x.example\n",
        '"sep=;"\r\nName;Email\r\nAino;a@x.example\r\n',
    ):
        table = table_of(tmp_path, "a.csv", text)
        assert table.headers == ("Name", "Email")
        assert table.rows == (("Aino", "a@x.example"),)
        assert table.numbers == (2,)  # as Excel counts, which takes the line with sep= away


@pytest.mark.parametrize("point", ["- ", "• ", "{number}. ", "{number}) "])
def test_points_before_the_lines_of_a_list_are_no_part_of_it(tmp_path, point) -> None:
    names = ("Aino Laine", "Mikko Virtanen", "Åsa Öberg")
    lines = (point.format(number=number) + name for number, name in enumerate(names, 1))
    table = table_of(tmp_path, "a.txt", "Participants\n\n" + "\n".join(lines))
    assert [row[0] for row in table.rows] == list(names)


def test_an_apostrophe_against_formulas_is_no_part_of_the_cell(tmp_path) -> None:
    table = table_of(
        tmp_path, "a.csv", "Name,Phone\n't Hooft,'+358 40 1\n''t Lam,'-\nO'Brien,'@x\n"
    )
    assert table.rows == (("'t Hooft", "+358 40 1"), ("'t Lam", "-"), ("O'Brien", "@x"))
