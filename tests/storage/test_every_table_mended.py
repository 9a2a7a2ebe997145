"""Whatever table of a club file is damaged, the check says so and mending keeps all the rest."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column

from kdc_desktop.model import Base, Offer, Person
from kdc_desktop.services.joined.checks import FILE_CHECKS
from kdc_desktop.storage import open_database
from kdc_desktop.storage.checking import check_database
from kdc_desktop.storage.mending import Mended, mend
from kdc_desktop.storage.values import rules_of
from tests.storage.full_file import fill
from tests.storage.places import EVENING, dump
from tests.storage.wrong_values import let_all_be_empty

NOBODY = 987654
TABLES = [table.name for table in Base.metadata.sorted_tables]
LINKS = [
    column for table in Base.metadata.sorted_tables for column in table.c if column.foreign_keys
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with a row in every table, in which every link leads somewhere, and is in order."""
    path = tmp_path_factory.mktemp("whole") / "club.kdc"
    database = open_database(path, lambda: EVENING)
    fill(database)
    database.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE setting SET value = '1'")
        for column in LINKS:
            if column.nullable and not _is_own(column) and column.name not in _one_of(column.table):
                connection.execute(f'UPDATE "{column.table.name}" SET "{column.name}" = 1')
        _merge_another(connection)
        _give_need(connection)
        connection.execute("UPDATE obstacle SET owner_id = NULL")  # an organisation takes care
        let_all_be_empty(connection)
    assert check_database(path, FILE_CHECKS) == []
    return path


def _merge_another(connection: sqlite3.Connection) -> None:
    """Somebody is merged into another, and not into themself."""
    said = ", ".join(f'"{column.name}"' for column in Person.__table__.c if not column.primary_key)
    connection.execute(f"INSERT INTO person (id, {said}) SELECT 2, {said} FROM person")
    connection.execute("UPDATE person_merge SET person_id = 2")
    connection.execute("UPDATE kept_apart SET person_id = 2")


def _give_need(connection: sqlite3.Connection) -> None:
    """What meets an offer is a need."""
    said = ", ".join(f'"{column.name}"' for column in Offer.__table__.c if not column.primary_key)
    connection.execute(f"INSERT INTO offer (id, {said}) SELECT 2, {said} FROM offer")
    connection.execute("UPDATE offer SET kind = 'need' WHERE id = 2")
    connection.execute("UPDATE offer_match SET need_id = 2")


@pytest.fixture
def club(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(whole, tmp_path / "club.kdc"))


def _is_own(column: Column[Any]) -> bool:
    """Whether it leads to a row of its own table, as what is merged into another does."""
    return any(key.column.table is column.table for key in column.foreign_keys)


def _one_of(table: Any) -> tuple[str, ...]:
    return tuple(table.info.get("one_of", ()))


def _hung_on(name: str) -> set[str]:
    """The tables whose rows go with those of this one: they must belong to one of them."""
    found = {name}
    while True:
        more = {
            rule.column.table.name
            for table in Base.metadata.sorted_tables
            for rule in rules_of(table)
            if rule.is_key
            and rule.column.name not in _one_of(table)[1:]  # of the two links, the first is used
            and any(key.column.table.name in found for key in rule.column.foreign_keys)
        }
        if more <= found:
            return found
        found |= more


def _mended(path: Path) -> tuple[Mended, dict[str, list[Any]]]:
    target = path.with_name("mended.kdc")
    mended = mend(path, target, FILE_CHECKS)
    assert [one for one in mended.left if "voter roll" not in one] == []  # with papers gone
    return mended, dump(target, journal=True)


def _kept(before: dict[str, list[Any]], after: dict[str, list[Any]], gone: set[str]) -> None:
    """The rows of all tables but these are as they were; what they linked to there is empty."""
    for table in Base.metadata.sorted_tables:
        if table.name not in gone:
            lost = {
                at
                for at, column in enumerate(table.c)
                if any(key.column.table.name in gone for key in column.foreign_keys)
            }
            rows = [
                tuple(None if at in lost else value for at, value in enumerate(row))
                for row in before[table.name]
            ]
            assert after[table.name] == rows, table.name


@pytest.mark.parametrize("name", TABLES)
def test_a_link_to_nothing_is_told_and_only_what_hangs_on_it_goes(club: Path, name: str) -> None:
    """Whatever its rows may do without is emptied; else the row goes, with what belongs to it."""
    before, wrong = dump(club, journal=True), club.with_name("wrong.kdc")
    for column in (link for link in LINKS if link.table.name == name):
        shutil.copy(club, wrong)
        with closing(sqlite3.connect(wrong)) as connection, connection:
            connection.execute(f'UPDATE OR IGNORE "{name}" SET "{column.name}" = {NOBODY}')
        told = check_database(wrong, FILE_CHECKS)
        assert any(name in one and "does not exist" in one for one in told), told
        mended, after = _mended(wrong)
        assert any(name in one for one in mended.done)
        rule = next(rule for rule in rules_of(column.table) if rule.column is column)
        assert (after[name] == []) == rule.is_key
        if rule.is_key:
            _kept(before, after, _hung_on(name))
        else:
            assert {**after, name: []} == {**before, name: []}
        wrong.with_name("mended.kdc").unlink()


@pytest.mark.parametrize("name", TABLES)
def test_a_page_that_cannot_be_read_is_told_and_takes_no_other_table_along(
    club: Path, name: str
) -> None:
    before = dump(club, journal=True)
    with closing(sqlite3.connect(club)) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE type = 'table' AND name = ?", (name,)
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    content = bytearray(club.read_bytes())
    content[(page - 1) * size : page * size] = b"\xff" * size
    club.write_bytes(content)
    assert check_database(club, FILE_CHECKS) != []
    mended, after = _mended(club)
    assert any(f"A part of {name} cannot be read" in one for one in mended.done)
    _kept(before, after, _hung_on(name))


@pytest.mark.parametrize("name", TABLES)
def test_a_table_that_is_missing_is_told_and_made_anew(club: Path, name: str) -> None:
    before = dump(club, journal=True)
    with closing(sqlite3.connect(club)) as connection, connection:
        connection.execute(f'DROP TABLE "{name}"')
    assert any(name in one for one in check_database(club, FILE_CHECKS))
    mended, after = _mended(club)
    assert f"The table {name} was missing; it is empty." in mended.done
    _kept(before, after, _hung_on(name))
