"""That contacts are shared stood in a setting for a while, and stands in the consortium now."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from kdc_desktop.instants import instant_from
from kdc_desktop.model import Consortium, Setting
from kdc_desktop.services.joined.checks import FILE_CHECKS
from kdc_desktop.storage import Database, migrating, open_database
from kdc_desktop.storage.checking import check_database
from kdc_desktop.storage.mending import mend
from tests.storage.places import dump

LET_GO = Path(__file__).parents[1] / "data" / "clubs" / "let_go"
SHARED = "The members of {} have each other's contacts"
NOT_SHARED = "The members of {} do not have each other's contacts"


@pytest.fixture
def old(path: Path) -> Path:
    """A file of before, in which settings say whose members have each other's contacts."""
    return Path(shutil.copy(LET_GO / "0008.kdc", path))


def shared(database: Database) -> dict[str, str | None]:
    with database.read() as snapshot:
        assert [n for n in snapshot.scalars(select(Setting.name)) if "contacts" in n] == []
        rows = snapshot.execute(select(Consortium.name, Consortium.contacts_shared_at)).all()
    return {name: at.kept() if at else None for name, at in rows}


def shared_at(path: Path, consortium_id: int) -> list[str]:
    """When it was said that contacts are shared, as the journal of the old file tells."""
    asked = (
        "SELECT at FROM journal_entry JOIN journal_change ON entry_id = journal_entry.id "
        "WHERE row_key = ? AND after LIKE '%true%' ORDER BY journal_entry.id"
    )
    key = json.dumps({"name": f"contacts_shared_{consortium_id}"})
    with closing(sqlite3.connect(path)) as file:
        return [row[0] for row in file.execute(asked, (key,))]


def test_a_file_of_every_version_since_consortia_are_let_go_is_kept() -> None:
    versions = [f"{number:04}" for number in range(8, int(migrating.HEAD))]
    assert [file.stem for file in sorted(LET_GO.glob("*.kdc"))] == versions


def test_the_row_says_since_when_as_the_setting_and_the_journal_said(old: Path) -> None:
    (since,) = shared_at(old, 1)
    with closing(open_database(old)) as database:
        assert shared(database) == {"Bikes in every yard": since, "Night bus": None}
    assert check_database(old, FILE_CHECKS) == []


def test_every_step_is_undone_across_the_upgrade_and_done_again(old: Path) -> None:
    bus_at, *_dead, bus_again = shared_at(old, 2)
    soup_at = shared_at(old, 3)[-1]
    with closing(open_database(old)) as database:
        database.redo()
        assert shared(database)["Night bus"] == bus_again
        database.undo()
        whole, past, labels = dump(old, journal=True), [], []
        said = []
        while database.next_steps()[0] is not None:
            past.append(dump(old))
            labels.append(str(database.undo().label))
            said.append(shared(database))
        assert labels == [
            "Let Bikes in every yard go",
            "Removed the empty consortium Soup",
            SHARED.format("Soup"),
            NOT_SHARED.format("Night bus"),
            SHARED.format("Night bus"),
            "Renamed a consortium to Bikes in every yard",
            SHARED.format("Yard bikes"),
            *(f"Added the project {name}" for name in ("Soup", "Night bus", "Yard bikes")),
            "Added Harbour Oy",
        ]
        assert said[1]["Soup"] == soup_at, "what was removed comes back with it"
        assert (said[2]["Soup"], said[3]["Night bus"], said[4]["Night bus"]) == (None, bus_at, None)
        assert {name for name, rows in dump(old).items() if rows} == set()
        for before in reversed(past):
            database.redo()
            assert dump(old) == before
        assert dump(old, journal=True) == whole
    assert check_database(old, FILE_CHECKS) == []


def test_where_the_journal_does_not_know_it_is_since_the_consortium_was_formed(old: Path) -> None:
    with closing(sqlite3.connect(old)) as file, file:
        file.execute("UPDATE setting SET value = 'true'")
        file.execute("DELETE FROM journal_change")
        (formed,) = file.execute("SELECT created_at FROM consortium WHERE id = 2").fetchone()
    with closing(open_database(old)) as database:
        assert shared(database)["Night bus"] == instant_from(formed).kept()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("contacts_shared_1", "no JSON"),
        ("contacts_shared_1", b"\xff"),
        ("contacts_shared_99", "true"),
        ("contacts_shared_" + "9" * 30, "true"),
        ("contacts_shared_all", "true"),
    ],
)
def test_a_setting_that_says_something_else_keeps_no_club_closed(
    old: Path, name: str, value: object
) -> None:
    with closing(sqlite3.connect(old)) as file, file:
        file.execute("DELETE FROM setting")
        file.execute("INSERT INTO setting VALUES (?, ?)", (name, value))
        file.execute("UPDATE journal_change SET after = ? WHERE table_name = 'setting'", (value,))
    with closing(open_database(old)) as database, database.read() as snapshot:
        found = snapshot.scalars(select(Consortium.contacts_shared_at)).all()
    assert [at for at in found if at is not None] == []


def test_a_file_that_has_lost_its_consortia_is_mended_all_the_same(
    old: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(old)) as file, file:
        file.execute("DROP TABLE consortium")
    mended = mend(old, tmp_path / "mended.kdc", FILE_CHECKS)
    assert mended.left == []
    assert check_database(tmp_path / "mended.kdc") == []
