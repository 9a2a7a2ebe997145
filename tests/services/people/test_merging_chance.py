"""Whatever two of a club have done and said: merged, nothing of it is lost, and undo has it all."""

import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from kdc_desktop.i18n import lazy
from kdc_desktop.model import (
    Base,
    Department,
    KeptApart,
    Member,
    Offer,
    OfferMatch,
    Organisation,
    Person,
)
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
    "organisation": {
        *("organisation", "department", "member", "reading", "pulse_answer"),
        *("organisation_interest", "offer_match"),
    },
    "person": {
        *("attendance", "interest", "delegate", "member", "reading", "pulse_answer"),
        *("kept_apart", "offer_match", "seat"),
    },
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


def notes_of_matches(rows: dict[str, list[Any]]) -> set[str]:
    at = list(OfferMatch.__table__.c.keys()).index("note")
    return {row[at] for row in rows["offer_match"]}


def see_that_nothing_is_lost(
    database: Database, before: dict[str, list[Any]], said: list[str], of_one: Collection[str]
) -> None:
    after, there = dump(database.path), "\n".join(texts(database.path))
    lost = [text for text in said if text not in there]
    assert set(lost) <= notes_of_matches(before), "those between two who are one now"
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


def keep_apart_no_longer(database: Database, *people: int) -> None:
    """Whoever is kept apart from another is not merged with them."""
    with database.edit(lazy("Let them meet")) as edit:
        among = KeptApart.person_id.in_(people) & KeptApart.other_id.in_(people)
        edit.remove_rows(KeptApart, list(edit.scalars(select(KeptApart.id).where(among))))


@pytest.mark.parametrize("seed", range(10))
def test_no_word_of_two_people_is_lost(database: Database, seed: int) -> None:
    club = RandomClub(database, seed)
    gone, stays, third = club.lots.sample(club.people, 3)
    keep_apart_no_longer(database, gone, stays, third)
    before = dump(database.path)
    said = texts(database.path)
    assert preview_of_people(database, gone, stays, PEOPLE.people_merges).problem == ""
    merge_people(database, gone, stays, PEOPLE.people_merges)
    see_that_nothing_is_lost(database, before, said, OF_ONE["person"])
    between, said = dump(database.path), texts(database.path)
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
        *("obstacle.organisation_id", "offer.organisation_id", "obstacle_step.organisation_id"),
        "organisation_interest.organisation_id",
    }
    assert leading_to(Department) == {
        *("member.department_id", "person.department_id", "obstacle.department_id"),
        *("offer.department_id", "organisation_interest.department_id"),
        "obstacle_step.department_id",
    }
    assert leading_to(Offer) == {"offer_match.need_id", "offer_match.offer_id"}
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
        *("reservation.owner_id", "kept_apart.other_id", "kept_apart.person_id"),
        *("obstacle.owner_id", "obstacle_step.owner_id", "offer.person_id", "seat.person_id"),
    }
