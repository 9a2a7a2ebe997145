"""Whatever is taken away, nothing is left that leads to it, or a sentence says why it stays."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from typing import Any

import pytest
from sqlalchemy import Column, UniqueConstraint, select

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import (
    Base,
    Cluster,
    Consortium,
    Department,
    Organisation,
    Person,
    Stage,
    Winner,
)
from kdc_desktop.model.values import Whole
from kdc_desktop.services.board.clusters import merge_clusters, remove_cluster
from kdc_desktop.services.consortia.forming import remove_consortium
from kdc_desktop.services.joined.board import BOARD
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.joined.sessions import SESSIONS
from kdc_desktop.services.joined.winners import WINNER_TRAILS
from kdc_desktop.services.people.forgetting import remove_person, replace_by_pseudonym
from kdc_desktop.services.people.merging import merge_organisations
from kdc_desktop.services.people.merging_people import merge_people
from kdc_desktop.services.people.organisations import remove_department, remove_organisation
from kdc_desktop.services.sessions.agenda import remove_stages
from kdc_desktop.services.winners.marking import unmark_winners
from kdc_desktop.storage import Database
from kdc_desktop.storage.links import links_to
from kdc_desktop.storage.new_rows import table_of
from kdc_desktop.storage.values import one_of
from tests.storage.full_file import fill, nouns, said
from tests.storage.places import dump

Verb = Callable[[Database], object]
FIRST, OTHER = 1, 2
TAKEN: dict[type[Base], dict[str, Verb]] = {
    Person: {
        "removed": lambda database: remove_person(database, OTHER, PEOPLE),
        "merged": lambda database: merge_people(database, OTHER, FIRST, PEOPLE.people_merges),
        "forgotten": lambda database: replace_by_pseudonym(database, OTHER),
    },
    Organisation: {
        "removed": lambda database: remove_organisation(
            database, OTHER, PEOPLE.organisation_trails
        ),
        "merged": lambda database: merge_organisations(
            database, OTHER, FIRST, PEOPLE.organisation_merges, "C"
        ),
    },
    Department: {
        "removed": lambda database: remove_department(database, OTHER, PEOPLE.organisation_trails)
    },
    Winner: {"removed": lambda database: unmark_winners(database, [OTHER], WINNER_TRAILS)},
    Cluster: {
        "removed": lambda database: remove_cluster(database, OTHER, BOARD.cluster_trails),
        "merged": lambda database: merge_clusters(database, OTHER, FIRST, BOARD.cluster_trails),
    },
    Consortium: {"removed": lambda database: remove_consortium(database, OTHER, CONSORTIUM_TRAILS)},
    Stage: {"removed": lambda database: remove_stages(database, [OTHER], SESSIONS.stage_checks)},
}
NEVER = {"person_merge.person_id removed", "asking.consortium_id removed"}
"""Who was merged is listed nowhere, and an asking is about a version of its consortium."""
LINKS = [
    pytest.param(entity, verb, link, id=f"{link} {how}")
    for entity, verbs in TAKEN.items()
    for how, verb in verbs.items()
    for link in links_to(table_of(entity))
    if f"{link} {how}" not in NEVER
]
ALONE = [
    pytest.param(entity, verb, id=f"{entity.__tablename__} {how}")
    for entity, verbs in TAKEN.items()
    for how, verb in verbs.items()
]


@pytest.fixture
def full(database: Database) -> Database:
    """A row in every table; nothing is running, open, or merged."""
    fill(database)
    with closing(sqlite3.connect(database.path)) as connection, connection:
        connection.execute("UPDATE setting SET value = '1'")
        connection.execute("DELETE FROM person_merge")
        connection.execute("UPDATE poll SET state = 'closed'")
        connection.execute("UPDATE stage SET started_at = NULL")
    return database


def _row(noun: Any, links: Mapping[str, int]) -> Any:
    """A row that belongs to the first of everything, but for these links."""
    table = noun.__table__
    either = one_of(table)
    needed = either[:1] if not links.keys() & {*either} else ()
    wanted = {
        column.name: said(column)
        for column in table.c
        if not (column.primary_key and not column.foreign_keys)
        and (not (column.nullable and column.foreign_keys) or column.name in needed)
    }
    if links:
        wanted |= {name: wanted[name] + 1 for name in _numbers(table)}
    for key in table.primary_key.columns:
        if not key.foreign_keys and not getattr(
            key, "autoincrement", True
        ):  # a paper's is no count
            wanted[key.name] = OTHER
    return noun(**wanted | dict(links))


def _numbers(table: Any) -> set[str]:
    """The numbers by which rows of one place are told apart."""
    unique = (one for one in table.constraints if isinstance(one, UniqueConstraint))
    return {c.name for one in unique for c in one.columns if isinstance(c.type, Whole)}


def _add(database: Database, noun: Any, **links: int) -> None:
    with database.edit(lazy("Added another")) as edit:
        edit.add(_row(noun, links))


def _another(database: Database, entity: Any) -> None:
    """One more of these, to which nothing leads."""
    _add(database, entity)
    with database.read() as snapshot:
        assert snapshot.get(entity, OTHER) is not None


def _leading(database: Database, link: Column[Any]) -> int:
    with database.read() as snapshot:
        return len(snapshot.execute(select(link).where(link == OTHER)).all())


def _see(database: Database, entity: Any, verb: Verb) -> bool:
    """Whether it is done: then all is in order and undone; else nothing was written, and why."""
    before = dump(database.path)
    refusal = None
    try:
        verb(database)
    except UserError as error:
        refusal = error
    if refusal is not None:
        assert refusal.__cause__ is None, "the file refused it, and no sentence of ours"
        assert dump(database.path) == before
        return False
    with closing(sqlite3.connect(database.path)) as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    return True


@pytest.mark.parametrize(("entity", "verb"), ALONE)
def test_what_nothing_leads_to_can_be_taken_away(full: Database, entity: Any, verb: Verb) -> None:
    _another(full, entity)
    assert _see(full, entity, verb)


@pytest.mark.parametrize(("entity", "verb", "link"), LINKS)
def test_nothing_leads_to_what_was_taken_away(
    full: Database, entity: Any, verb: Verb, link: Column[Any]
) -> None:
    """Whatever table has a link to it, also one that somebody adds tomorrow."""
    noun = next(one for one in nouns() if one.__table__ is link.table)
    _another(full, entity)
    _add(full, noun, **{link.name: OTHER})
    assert _leading(full, link) == 1
    before = dump(full.path)
    if not _see(full, entity, verb):
        return
    with full.read() as snapshot:
        is_there = snapshot.get(entity, OTHER) is not None
    assert is_there or _leading(full, link) == 0
    if str(full.next_steps()[0].label).startswith(("Merged", "Removed", "Unmarked")):
        full.undo()
        assert dump(full.path) == before
