"""The workbook opens without repair, and what people wrote arrives in it as text."""

import socket
import stat
import subprocess
import sys
import tempfile
import zipfile
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook  # noqa: TID253 - the tests read what was written

from kdc_desktop.errors import UserError
from kdc_desktop.interchange.tables import read_tables
from kdc_desktop.interchange.workbook import (
    Chart,
    ColourScale,
    Column,
    Kind,
    Table,
    write_workbook,
)
from kdc_desktop.interchange.workbook_names import (
    headers,
    safe_text,
    sheet_titles,
    table_names,
)
from tests.rooms.office import HAS_CALC

HOSTILE = ["=cmd|' /C calc'!A0", "+1", "@x", "-2", "#N/A", "=1", "_x0041_ and 🚋", "line\nbreak"]


def ideas(texts: list[str]) -> Table:
    return Table("Ideas", "Ideas", (Column("Idea"),), [(text,) for text in texts])


def written(path: Path, *tables: Table):
    assert write_workbook(path, [("Club", "=Innovators")], tables) is True
    return load_workbook(path)


def matrix() -> Table:
    member, first = Column("Member"), Column("Vision 1", Kind.NUMBER)
    second = Column("Vision 2", Kind.NUMBER)
    return Table(
        "Positions",
        "Positions",
        (member, first, second),
        [("Kone", 4, 6), ("Helsinki", 2, None), ("Aalto", 8, 8)],
        ("8 is endorse",),
        ColourScale((first, second), 1, 8),
        (
            Chart("Buy-in", member, (first, second), stacked=True),
            Chart("Now", member, (second,)),
        ),
        "Where each stands",
    )


def test_hostile_text_arrives_as_text_and_never_as_a_formula(tmp_path) -> None:
    book = written(tmp_path / "a.xlsx", ideas(HOSTILE))
    cells = book["Ideas"]["A"][1:]
    assert {cell.data_type for cell in cells} == {"s"}
    assert book["Read me"]["B1"].data_type == "s"
    assert [row[0] for row in read_tables(tmp_path / "a.xlsx").called("Ideas").rows] == HOSTILE


def test_long_text_is_cut_with_a_mark_and_broken_characters_are_replaced(tmp_path) -> None:
    texts = ["x" * 40_000, "🚋" * 20_000, "a\x01b\ud800"]
    long, emoji, broken = (
        cell.value for cell in written(tmp_path / "a.xlsx", ideas(texts))["Ideas"]["A"][1:]
    )
    assert (len(long), long[-7:]) == (32_767, "… (cut)")
    assert len(emoji.encode("utf-16-le")) // 2 <= 32_767
    assert emoji.endswith("🚋 … (cut)")
    assert broken == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}"


def test_values_keep_their_kind(tmp_path) -> None:
    kinds = (
        *(Kind.NUMBER, Kind.DATE, Kind.DATETIME),
        *(Kind.PERCENT, Kind.BOOL, Kind.TEXT, Kind.ID),
    )
    row = (2.5, date(2024, 5, 1), datetime(2024, 5, 1, 18, 30), 0.25, True, 10**17, 7)
    table = Table("T", "T", tuple(Column(kind.name, kind) for kind in kinds), [row, (None,) * 7])
    cells = written(tmp_path / "a.xlsx", table)["T"][2]
    assert [cell.value for cell in cells] == [
        2.5,
        datetime(2024, 5, 1),
        datetime(2024, 5, 1, 18, 30),
        0.25,
        "yes",
        "100000000000000000",
        7,
    ]
    assert [cells[1].number_format, cells[2].number_format] == ["yyyy-mm-dd", "yyyy-mm-dd hh:mm"]
    assert cells[3].number_format == "0%"


def test_every_sheet_is_a_table_with_a_frozen_header_and_unique_names(tmp_path) -> None:
    empty = Table("ideas", "IDEAS", (Column("Id", Kind.ID), Column("id"), Column("")), [])
    book = written(tmp_path / "a.xlsx", ideas(["A tram"]), empty, matrix())
    assert book.sheetnames == ["Read me", "Ideas", "IDEAS 2", "Positions"]
    tables = [table for sheet in book.worksheets for table in sheet.tables.values()]
    assert [(table.name, table.ref) for table in tables] == [
        ("Ideas", "A1:A2"),
        ("ideas_2", "A1:C2"),
        ("Positions", "A2:C5"),
    ]
    assert [column.name for column in tables[1].tableColumns] == ["id", "Column", "Id 2"]
    assert [sheet.freeze_panes for sheet in book.worksheets[1:]] == ["B2", "B2", "B3"]
    assert book.properties.creator == "KDC Desktop"


def test_the_read_me_links_every_sheet(tmp_path) -> None:
    sheet = written(tmp_path / "a.xlsx", ideas(["A tram"]), matrix())["Read me"]
    lines = list(sheet.iter_rows(min_row=4, values_only=True))
    assert lines == [
        ("Ideas", None, 1),
        ("Positions", "Where each stands", 3),
    ]
    assert [sheet.cell(row, 1).hyperlink.location for row in (4, 5)] == [
        "'Ideas'!A1",
        "'Positions'!A1",
    ]


def test_a_matrix_has_a_colour_scale_and_charts(tmp_path) -> None:
    sheet = written(tmp_path / "a.xlsx", matrix())["Positions"]
    assert [str(area.sqref) for area in sheet.conditional_formatting] == ["B3:B5 C3:C5"]
    assert len(sheet._charts) == 2


def test_columns_are_as_wide_as_their_content_within_bounds(tmp_path) -> None:
    table = Table(
        "T", "T", (Column("A"), Column("B"), Column("C", width=33)), [("x", "y" * 300, "")]
    )
    dimensions = written(tmp_path / "a.xlsx", table)["T"].column_dimensions
    assert [dimensions[letter].width for letter in "ABC"] == [8, 60, 33]


def test_a_row_is_as_high_as_its_longest_text(tmp_path) -> None:
    texts = ["A tram", "word " * 30, "one\ntwo\nthree", "x" * 40_000]
    rows = written(tmp_path / "a.xlsx", ideas(texts))["Ideas"].row_dimensions
    assert [rows[number].height for number in (2, 3, 4, 5)] == [None, 45, 45, 409]


def test_cancelling_leaves_the_old_file_and_no_litter(tmp_path) -> None:
    target = tmp_path / "a.xlsx"
    target.write_text("old")
    seen: list[tuple[int, int]] = []
    rows = ideas(["A tram"] * 5_000)
    done = write_workbook(target, [], [rows], lambda *a: seen.append(a), lambda: len(seen) > 3)
    assert (done, target.read_text()) == (False, "old")
    assert [file.name for file in tmp_path.iterdir()] == ["a.xlsx"]
    assert seen[-1] == (3_000, 5_000)


def test_a_target_that_cannot_be_written_is_answered_with_a_sentence(tmp_path) -> None:
    locked = tmp_path / "locked.xlsx"
    locked.write_text("old")
    locked.chmod(stat.S_IRUSR)
    for target, sentence in (
        (tmp_path / "gone" / "a.xlsx", "There is no folder"),
        (tmp_path, "is a folder"),
        (locked, "is read-only"),
    ):
        with pytest.raises(UserError, match=sentence):
            write_workbook(target, [], [])
    assert locked.read_text() == "old"


@pytest.mark.skipif(sys.platform == "win32", reason="names of sockets are files on POSIX")
def test_what_is_no_file_is_never_replaced(tmp_path) -> None:
    target = tmp_path / "socket"
    with closing(socket.socket(socket.AF_UNIX)) as made:
        made.bind(str(target))
    with pytest.raises(UserError, match="is no file"):
        write_workbook(target, [], [])
    assert target.is_socket()


def test_a_target_open_elsewhere_is_answered_with_a_sentence(tmp_path, monkeypatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.replace", refuse)
    with pytest.raises(UserError, match="open in another program"):
        write_workbook(tmp_path / "a.xlsx", [], [ideas(["A tram"])])
    assert list(tmp_path.iterdir()) == []


def test_names_are_what_excel_allows() -> None:
    assert sheet_titles(["a/b:c", "A B C", "", "History", "x" * 40]) == [
        "a b c",
        "A B C 2",
        "Sheet",
        "History ·",
        "x" * 31,
    ]
    assert table_names(["A1", "my ideas", "R1C1", "2024", ""]) == [
        "T_A1",
        "my_ideas",
        "T_R1C1",
        "T_2024",
        "Table",
    ]
    assert headers(["a\nb", "A B", ""]) == ["a b", "A B 2", "Column"]


@given(st.lists(st.text(st.characters(), min_size=1, max_size=60), min_size=1, max_size=5))
@settings(max_examples=30, deadline=None)
def test_any_text_gives_a_workbook_that_reads_back(texts) -> None:
    with tempfile.TemporaryDirectory() as folder:
        cells = written(Path(folder) / "a.xlsx", ideas(texts))["Ideas"]["A"][1:]
        assert [cell.value for cell in cells] == [safe_text(text) for text in texts]


def test_the_parts_refer_to_each_other_without_a_gap(tmp_path) -> None:
    written(tmp_path / "a.xlsx", ideas(["A tram"]), matrix())
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        names = set(archive.namelist())
        assert {"xl/tables/table1.xml", "xl/tables/table2.xml", "xl/charts/chart2.xml"} <= names
        assert b"<f>" not in archive.read("xl/worksheets/sheet2.xml")


@pytest.mark.skipif(not HAS_CALC, reason="LibreOffice Calc is not installed")
def test_libreoffice_opens_the_workbook(tmp_path) -> None:
    written(tmp_path / "a.xlsx", ideas(HOSTILE), matrix(), Table("E", "E", (Column("A"),), []))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    convert = ["--headless", "--convert-to", "ods", "--outdir", str(tmp_path)]
    subprocess.run(
        ["soffice", profile, *convert, str(tmp_path / "a.xlsx")],
        check=True,
        capture_output=True,
        timeout=100,
    )
    assert [row[0] for row in read_tables(tmp_path / "a.ods").called("Ideas").rows] == HOSTILE
