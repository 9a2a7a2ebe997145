"""What would hurt is answered with a sentence, and what is only odd is read, never in silence."""

import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kdc_desktop.errors import UserError
from kdc_desktop.interchange.sheet_guard import Limits
from kdc_desktop.interchange.tables import SheetTable, read_tables

ENTITY = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'


def written(tmp_path: Path, name: str, content: str | bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refused(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(UserError) as caught:
        read_tables(path, limits or Limits())
    return str(caught.value)


def only(path: Path) -> SheetTable:
    (table,) = read_tables(path).tables
    return table


def tables_or_sentence(path: Path) -> tuple[SheetTable, ...]:
    """The tables; none where the file is refused as it should be."""
    try:
        return read_tables(path).tables
    except UserError:
        return ()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("deep.json", "[" * 100_000 + "]" * 100_000, "damaged or is not a sheet"),
        ("deep.json", '{"a":' * 100_000, "damaged or is not a sheet"),
        ("long.json", "[" + "9" * 100_000 + "]", "damaged or is not a sheet"),
        ("half.json", '[{"name": "Aino"}, {"na', "damaged or is not a sheet"),
        ("wide.json", '[{"k' + '":1,"k'.join(map(str, range(500))) + '":1}]', "500 columns"),
        ("many.json", "[" + "{}," * 1_000_001 + "{}]", "would expand to far more"),
        ("commas.csv", ("," * 5_000 + "x\n") * 2_100, "very far apart"),
        ("nothing.json", "{}", "no filled cells"),
        ("wide.csv", ",".join(f"Name {n}" for n in range(10_000)) + "\n1,2\n", "10,000 columns"),
        ("rows.csv", "Name\n" + "Aino\n" * 60_000, "at most 50,000 are read"),
        ("lines.csv", "\n" * 1_100_000 + "Name", "at most 50,000 are read"),
        ("rows.vcf", "BEGIN:VCARD\nFN:Aino\nEND:VCARD\n" * 50_002, "at most 50,000 are read"),
        ("nobody.vcf", "BEGIN:VCARD\nEND:VCARD\n", "no filled cells"),
        ("page.xls", "<html><table><tr><td>Aino</td></tr></table>", "damaged or is not a sheet"),
        ("sheet.xls", '<?xml version="1.0"?><Workbook/>', "damaged or is not a sheet"),
        ("zeros.csv", b"Name,Email\n" + b"\0" * 5_000, "is not a text file"),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else "",
)
def test_what_is_hostile_is_answered_with_a_sentence(tmp_path, name, content, sentence) -> None:
    assert sentence in refused(written(tmp_path, name, content))


def test_a_board_of_which_every_part_is_odd_is_read(tmp_path) -> None:
    card = '{"name": {}, "idList": [], "idMembers": [{}], "labels": [1], "badges": 7, "desc": [[]]}'
    text = f'{{"cards": [{card}], "lists": [{{"id": {{}}}}], "members": 3}}'
    assert only(written(tmp_path, "a.json", text)).headers[1] == "Card Name"


def test_an_address_book_larger_than_the_limit_is_refused_unread(tmp_path) -> None:
    card = "BEGIN:VCARD\nFN:Aino\nPHOTO;ENCODING=b:" + "A" * 1_000_000 + "\nEND:VCARD\n"
    assert "at most 50 MB are read" in refused(written(tmp_path, "a.vcf", card * 52))


def test_an_address_book_of_many_pictures_is_read(tmp_path) -> None:
    picture = "\n".join([" " + "A" * 75] * 10_000)
    card = f"BEGIN:VCARD\nFN:Aino\nPHOTO;ENCODING=b:\n{picture}\nEND:VCARD\n"
    assert len(only(written(tmp_path, "a.vcf", card * 12)).rows) == 12


def test_a_quotation_mark_that_nobody_closed_takes_nobody_with_it(tmp_path) -> None:
    text = (
        'Name;Email\n"Aino Laine;a@x.example\nMikko Virtanen;m@x.example\n"Åsa" Öberg;o@x.example\n'
    )
    table = only(written(tmp_path, "a.csv", text))
    assert table.rows == (
        ("Aino Laine", "a@x.example"),
        ("Mikko Virtanen", "m@x.example"),
        ('"Åsa" Öberg', "o@x.example"),
    )
    assert table.numbers == (2, 3, 4)


@pytest.mark.parametrize("line", ['"a', '"', 'a"b,"', '","', "'", '"""', ',"x"y,"'])
def test_quotation_marks_without_end_are_read_in_a_moment(tmp_path, line) -> None:
    table = only(
        written(tmp_path, "a.csv", "Name,Email\nAino,a@x.example\n" + f"{line}\n" * 20_000)
    )
    assert ("Aino", "a@x.example") in table.rows


def test_zero_bytes_inside_are_passed_over(tmp_path) -> None:
    table = only(written(tmp_path, "a.csv", b"Name,Email\nAi\0no,a@x.example\n"))
    assert table.rows == (("Aino", "a@x.example"),)


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "content.xml"])
def test_entities_are_refused_in_every_part(tmp_path, part) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr(part, ENTITY)
    assert "refers to something outside itself" in refused(tmp_path / "a.xlsx")


@pytest.mark.parametrize("text", ["a@" + "a" * 500_000, "<" * 300_000 + "@", "a@b.c," * 200_000])
def test_what_looks_a_little_like_addresses_takes_no_time(tmp_path, text) -> None:
    assert read_tables(
        written(tmp_path, "a.txt", text + "\nx"), Limits(columns=500_000, rows=500_000)
    ).tables


PIECES = st.sampled_from(
    [*"ab@<>;,\t|\"'\n:{}[]=\\", "\r\n", "BEGIN:VCARD\n", "END:VCARD\n", "FN:", "Name", "\n\n", "1"]
)


@given(st.lists(PIECES, max_size=60).map("".join))
@settings(max_examples=150, deadline=None)
def test_any_text_is_tables_or_a_sentence(tmp_path_factory, text) -> None:
    path = written(tmp_path_factory.mktemp("any"), "a.txt", text)
    for table in tables_or_sentence(path):
        assert all(len(row) == len(table.headers) for row in table.rows)
        assert len(table.numbers) == len(table.rows) > 0
        assert len(set(map(str.casefold, table.headers))) == len(table.headers)


def test_any_damage_to_a_workbook_is_tables_or_a_sentence(tmp_path) -> None:
    sheets = Path(__file__).parent.parent / "data"
    chance = random.Random(9)
    for file in ("sheets/people/filtered.xlsx", "rosters/office.ods", "rosters/office.xls"):
        whole = (sheets / file).read_bytes()
        for _turn in range(40):
            data = bytearray(whole)
            for _byte in range(chance.randrange(1, 30)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            path = written(tmp_path, "a.xlsx", bytes(data[: chance.randrange(1, len(data) + 1)]))
            assert all(table.rows for table in tables_or_sentence(path))


@pytest.mark.parametrize("filled", ['office:value="1" office:value-type="float"/>', "><text:p/>"])
def test_a_value_that_repeats_without_end_is_refused_however_it_is_written(
    tmp_path, filled
) -> None:
    cell = f'<table:table-cell table:number-columns-repeated="16384" {filled}'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}'
    with zipfile.ZipFile(tmp_path / "a.ods", "w") as archive:
        archive.writestr("content.xml", f'<table:table table:name="A">{row}</table:table>')
    assert "very far apart" in refused(tmp_path / "a.ods")


def test_a_column_that_no_sheet_has_is_not_reckoned_with(tmp_path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", f'<c r="{"A" * 1_000_000}1">')
    assert "damaged or is not a sheet" in refused(tmp_path / "a.xlsx")


def test_tables_beside_each_other_are_not_made_of_a_sheet_that_is_far_too_wide(tmp_path) -> None:
    heads, people = (",".join([one] * 1_000) for one in ("Name,Email", "Aino,a@x.example"))
    path = written(tmp_path, "a.csv", f"{heads}\n" + f"{people}\n" * 20)
    assert "2,000 columns" in refused(path)
