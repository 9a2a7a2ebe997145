"""A check of a file says what no verb would have left there."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kdc_desktop.services.joined.checks import FILE_CHECKS
from kdc_desktop.storage.checking import check_database
from tests.rooms.workbook_room import an_evening
from tests.rooms.years_room import live_on


@pytest.fixture
def club(tmp_path: Path) -> Path:
    evening = an_evening(tmp_path / "club.kdc")
    live_on(evening)
    evening.room.database.close()
    return evening.room.database.path


def test_a_club_of_years_is_in_order(club: Path) -> None:
    assert check_database(club, FILE_CHECKS) == []


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            "UPDATE position SET vision_id = (SELECT id FROM vision WHERE id <> vision_id LIMIT 1) "
            "WHERE id = (SELECT id FROM position WHERE asking_id IS NOT NULL LIMIT 1)",
            "is about another version than its asking",
        ),
        (
            "UPDATE position SET member_id = (SELECT member.id FROM member WHERE consortium_id <> "
            "(SELECT consortium_id FROM vision WHERE id = vision_id) LIMIT 1) WHERE id = 1",
            "is of a member of another consortium",
        ),
        (
            "UPDATE asking SET revealed_at = NULL WHERE consortium_id = "
            "(SELECT consortium_id FROM asking WHERE revealed_at IS NULL)",
            "is being asked more than once at a time",
        ),
        (
            "UPDATE member SET organisation_id = (SELECT id FROM organisation WHERE id <> "
            "organisation_id LIMIT 1) WHERE department_id IS NOT NULL",
            "is a department of another organisation",
        ),
        (
            "UPDATE person SET department_id = 1, organisation_id = (SELECT id FROM organisation "
            "WHERE id <> (SELECT organisation_id FROM department WHERE id = 1)) WHERE id = 1",
            "works in a department of another organisation",
        ),
    ],
)
def test_what_the_rules_forbid_is_said(club: Path, change: str, sentence: str) -> None:
    with closing(sqlite3.connect(club)) as other, other:
        other.execute(change)
    told = check_database(club, FILE_CHECKS)
    assert any(sentence in one for one in told), told


@pytest.mark.parametrize("ring", [((1, 1),), ((1, 2), (2, 3), (3, 1))], ids=["itself", "a ring"])
@pytest.mark.parametrize("name", ["person_merge", "leaving"])
def test_a_ring_is_said_once(club: Path, name: str, ring: tuple[tuple[int, int], ...]) -> None:
    with closing(sqlite3.connect(club)) as other, other:
        other.execute(f"DELETE FROM {name}")
        for one, into in ring:
            _put(other, name, one, into)
    (told,) = check_database(club, FILE_CHECKS)
    assert "by themself or through" in told or "by itself or through" in told


def _put(other: sqlite3.Connection, name: str, one: int, into: int) -> None:
    columns = [row[1:] for row in other.execute(f"PRAGMA table_info({name})")]
    links = {"person_id": one, "into_id": into, "member_id": one, "handed_to_id": into}
    now = other.execute("SELECT max(opened_at) FROM asking").fetchone()[0]
    values = {
        key: links.get(key, now if kind.upper().startswith(("DATETIME", "BIGINT")) else "")
        for key, kind, needed, default, _key in columns
        if key in links or (needed and default is None and not _key)
    }
    places = ", ".join("?" * len(values))
    other.execute(
        f"INSERT INTO {name} ({', '.join(values)}) VALUES ({places})", list(values.values())
    )
