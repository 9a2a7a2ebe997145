"""That a sector was guessed stood in a setting for a while, and stands in its row now."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from kdc_desktop.model import Organisation, Setting
from kdc_desktop.storage import open_database
from kdc_desktop.storage.checking import check_database
from tests.storage.places import dump

CLUBS = Path(__file__).parents[1] / "data" / "clubs"
SETTING = "organisation_sectors_guessed"
KEY = json.dumps({"name": SETTING})
LINE = (
    "INSERT INTO journal_change (entry_id, table_name, row_key, after) "
    "VALUES ((SELECT max(id) FROM journal_entry), ?, ?, ?)"
)


def club_with_setting(path: Path, value: str) -> None:
    """Two organisations; what was done last has added the second, and said that it is guessed."""
    shutil.copy(CLUBS / "0006.kdc", path)
    rows = [
        {"id": 1, "name": "Harbour Oy", "sector": "C", "notes": ""},
        {"id": 2, "name": "Turku University", "sector": "A", "notes": ""},
    ]
    with closing(sqlite3.connect(path)) as file, file:
        for row in rows:
            file.execute("INSERT INTO organisation VALUES (:id, :name, :sector, :notes)", row)
        file.execute("INSERT INTO setting VALUES (?, ?)", (SETTING, value))
        file.execute(LINE, ("organisation", '{"id": 2}', json.dumps(rows[1])))
        file.execute(LINE, ("setting", KEY, json.dumps({"name": SETTING, "value": value})))


def guessed(database) -> dict[str, bool]:
    with database.read() as snapshot:
        assert snapshot.get(Setting, SETTING) is None
        rows = snapshot.execute(select(Organisation.name, Organisation.sector_guessed))
        return {row.name: row.sector_guessed for row in rows}


def test_the_row_says_what_the_setting_said_and_its_step_is_still_undone(path):
    club_with_setting(path, "[2, 9]")
    with closing(open_database(path)) as database:
        assert guessed(database) == {"Harbour Oy": False, "Turku University": True}
        before = dump(path)
        assert str(database.undo().label) == "Turned silent mode on"
        assert guessed(database) == {"Harbour Oy": False}
        database.redo()
        assert dump(path) == before
    assert check_database(path) == []


@pytest.mark.parametrize("value", ["no list", "{}", "7"])
def test_a_setting_that_says_something_else_keeps_no_club_closed(path, value):
    club_with_setting(path, value)
    with closing(open_database(path)) as database:
        assert guessed(database) == {"Harbour Oy": False, "Turku University": False}
