"""How fast a workbook goes from the club file to Excel, beside bare cells without a look."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook  # noqa: TID253 - it is the floor that is measured

from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.workbook.export import export_workbook
from kdc_desktop.storage import Database
from tests.benchmarks.a_year import add_ideas, hold_poll, make_a_year
from tests.benchmarks.conftest import Record
from tests.benchmarks.test_bench_workbook import paired_seconds
from tests.rooms.workbook_room import an_evening


def one_session(path: Path) -> Database:
    room = an_evening(path, 300).room
    add_ideas(room, 371)
    hold_poll(room, 10)
    return room.database


def a_year(path: Path) -> Database:
    return make_a_year(path).database


def write_raw(path: Path, tables: list) -> None:
    workbook = Workbook(write_only=True)
    for table in tables:
        sheet = workbook.create_sheet(str(table.title))
        sheet.append([str(column.title) for column in table.columns])
        for row in table.rows:
            sheet.append(row)
    workbook.save(path)


@pytest.mark.parametrize(
    ("size", "make", "session_id", "rounds"),
    [
        ("one session of 300", one_session, 1, 8),
        ("a year: 5,000 ideas, 60,000 marks", a_year, None, 2),
    ],
)
def test_exporting(
    record: Record,
    tmp_path: Path,
    size: str,
    make: Callable[[Path], Database],
    session_id: int | None,
    rounds: int,
) -> None:
    database = make(tmp_path / "club.kdc")
    with database.read() as snapshot:
        source = Source(snapshot, session_id, database.now())
        tables = [sheet(source) for sheet in WORKBOOK.sheets]
    took, floor = paired_seconds(
        lambda: export_workbook(database, tmp_path / "ours.xlsx", WORKBOOK, session_id),
        lambda: write_raw(tmp_path / "raw.xlsx", tables),
        rounds,
    )
    database.close()
    record(f"workbook | from the file, {size}", took, "s", floor, "≤ 1.5 ×")
