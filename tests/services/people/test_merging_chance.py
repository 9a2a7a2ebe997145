"""Whatever two of a club have done and said: merged, nothing of it is lost, and undo has it all."""

import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kdc_desktop.model import Base, Department, Member, Organisation, Person
from kdc_desktop.model.base import personal
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.people.merging import merge_organisations, preview_of_organisations
from kdc_desktop.services.people.merging_people import merge_people, preview_of_people
from kdc_desktop.storage import Database
from kdc_desktop.storage.links import links_to
from kdc_desktop.storage.new_rows import table_of
from tests.rooms.chance import WORDS
from tests.rooms.random_club import RandomClub
from tests.storage.places import dump

OF_ONE = {
    "organisation": {"organisation", "department", "member", "reading", "pulse_answer"},
    "person": {"attendance", "interest", "delegate", "member", "reading", "pulse_answer"},
}
"""Of which tables two rows may become one; of all others each row is there afterwards."""

ADDED = ("person_merge", "setting")
"""In which it is kept who was merged."""


def texts(path: Path) -> list[str]:
    """All that people have written, in any row."""
    found: list[str] = []
    with closing(sqlite3.connect(path)) as connection:
        for table in Base.metadata.sorted_tables:
            if table.name.startswith("journal"):
                continue
            for column in table.c:
                if personal(column) is not None:
                    rows = connection.execute(f'SELECT "{column.name}" FROM "{table.name}"')
                    found += [said for (said,) in rows if WORDS in str(said)]
    return found


def keys(rows: dict[str, list[Any]], table: str) -> set[Any]:
    return {row[0] for row in rows[table]}


def see_that_nothing_is_lost(
    database: Database, before: dict[str, list[Any]], said: list[str], of_one: Collection[str]
) -> None:
    after, there = dump(database.path), "\n".join(texts(database.path))
    assert [text for text in said if text not in there] == []
    for table, rows in before.items():
        if table not in of_one:
            assert keys(before, table) <= keys(after, table), table
            assert table in ADDED or len(rows) == len(after[table]), table
    with closing(sqlite3.connect(database.path)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize("seed", range(10))
def test_no_word_of_two_organisations_is_lost(database: Database, seed: int) -> None:
    club = RandomClub(database, seed)
    gone, stays = club.lots.sample(club.organisations, 2)
    before, said = dump(database.path), texts(database.path)
    preview = preview_of_organisations(database, gone, stays, PEOPLE.organisation_merges)
    assert preview.problem == ""
    sector = preview.sectors[0] if preview.sectors else None
    merge_organisations(database, gone, stays, PEOPLE.organisation_merges, sector)
    see_that_nothing_is_lost(database, before, said, OF_ONE["organisation"])
    after = dump(database.path)
    assert keys(before, "organisation") - keys(after, "organisation") == {gone}
    database.undo()
    assert dump(database.path) == before
    database.redo()
    assert dump(database.path) == after


@pytest.mark.parametrize("seed", range(10))
def test_no_word_of_two_people_is_lost(database: Database, seed: int) -> None:
    club = RandomClub(database, seed)
    gone, stays, third = club.lots.sample(club.people, 3)
    before, said = dump(database.path), texts(database.path)
    assert preview_of_people(database, gone, stays, PEOPLE.people_merges).problem == ""
    merge_people(database, gone, stays, PEOPLE.people_merges)
    see_that_nothing_is_lost(database, before, said, OF_ONE["person"])
    between = dump(database.path)
    merge_people(database, stays, third, PEOPLE.people_merges)
    see_that_nothing_is_lost(database, between, said, OF_ONE["person"])
    database.undo()
    assert dump(database.path) == between
    database.undo()
    assert dump(database.path) == before


def leading_to(entity: type[Base]) -> set[str]:
    return {str(link) for link in links_to(table_of(entity))}


def test_nothing_leads_to_them_that_is_not_brought_along() -> None:
    """Who adds a link says here that it is brought along, and the club of chance has such rows."""
    assert leading_to(Organisation) == {
        *("department.organisation_id", "member.organisation_id", "person.organisation_id"),
    }
    assert leading_to(Department) == {"member.department_id", "person.department_id"}
    assert leading_to(Member) == {
        *("commitment.member_id", "delegate.member_id", "estimate.member_id"),
        *("leaving.handed_to_id", "leaving.member_id", "open_role.filled_by_id"),
        *("position.member_id", "pulse_answer.member_id", "reading.member_id"),
        *("reservation.member_id", "role_step.member_id", "stake.member_id"),
    }
    votes = {"ballot_paper.person_id", "elector.person_id", "voter_roll.person_id"}
    assert leading_to(Person) - votes == {
        *("attendance.person_id", "consent.person_id", "consortium.owner_id"),
        *("delegate.person_id", "idea.author_id", "interest.person_id", "member.person_id"),
        *("person_merge.into_id", "person_merge.person_id", "position.said_by_id"),
        "reservation.owner_id",
    }
