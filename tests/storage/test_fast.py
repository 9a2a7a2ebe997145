"""Quick statements say what SQLAlchemy would, and keep out of tables that have a journal."""

import sys

import pytest
from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql, sqlite

from kdc_desktop.domain.polls.states import Channel, PollState
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Instant
from kdc_desktop.model import Person, Poll, RollEntry, Session
from kdc_desktop.services.board import next_place
from kdc_desktop.services.polls import papers
from kdc_desktop.storage import fast, journal, next_steps
from kdc_desktop.storage.belonging import newest_entry
from kdc_desktop.storage.fast import Quick, value
from kdc_desktop.storage.unjournaled import insert_rows
from tests.rooms.poll_room import make_room
from tests.storage.places import EVENING, STARTS, add_person, step_in

OF_STATE = Quick(select(Poll.id, Poll.state, Poll.opened_at).where(Poll.state == value("state")))


@pytest.fixture
def room(path):
    made = make_room(path)
    yield made
    made.database.close()


def test_rows_come_as_the_columns_have_them(room):
    poll_id = room.open_poll()
    with room.database.read() as snapshot:
        ((key, state, opened_at),) = OF_STATE.rows(snapshot, state=PollState.OPEN)
        assert (key, state, opened_at) == (poll_id, PollState.OPEN, EVENING)
        assert (type(state), type(opened_at)) == (PollState, Instant)
        assert OF_STATE.rows(snapshot, state="draft") == []
        assert OF_STATE.scalar(snapshot, state="open") == poll_id
        assert OF_STATE.scalar(snapshot, state="draft") is None


def test_rows_are_added_only_where_no_journal_is_kept(room):
    poll_id = room.open_poll()
    with room.database.edit(lazy("Voted"), undoable=False) as edit:
        insert_rows(edit, RollEntry, [])
        insert_rows(
            edit,
            RollEntry,
            [
                {"poll_id": poll_id, "person_id": person_id, "channel": Channel.KIOSK}
                for person_id in room.people[:3]
            ],
        )
    with room.database.read() as snapshot:
        assert list(snapshot.scalars(select(RollEntry.channel))) == [Channel.KIOSK] * 3
    with (
        pytest.raises(AssertionError, match="written through mapped objects"),
        room.database.edit(lazy("Escape")) as edit,
    ):
        insert_rows(edit, Person, [{"name": "Nobody", "created_at": EVENING}])


def test_a_snapshot_reads_quickly_and_writes_never(database):
    add_person(database, "Aino")
    with database.read() as snapshot:
        assert Quick(select(func.count()).select_from(Person)).scalar(snapshot) == 1
        assert newest_entry(snapshot) == 1


@pytest.mark.parametrize("words", [sqlite.dialect(), postgresql.dialect()])
def test_what_is_quick_can_be_said_to_other_databases(words):
    kept = [
        each
        for module in (papers, next_place, journal)
        for each in vars(module).values()
        if isinstance(each, Quick)
    ]
    assert len(kept) > 6
    for each in kept:
        said = each.words(words)
        assert "json" not in said
        assert "POSTCOMPILE" not in said
    assert ("%(poll)s" if words.name == "postgresql" else "?") in papers._OPTIONS.words(words)


def test_in_a_long_journal_the_next_steps_and_what_became_of_a_row_are_found_by_an_index(database):
    add_person(database, "Aino")
    with database.read() as snapshot:
        connection = snapshot.connection()
        words = {
            "next undo": next_steps._UNDOABLE,
            "next redo": next_steps._REDOABLE,
            "end of redo": journal._END_OF_REDO.words(connection.dialect),
            "seal": journal._SEAL.words(connection.dialect),
        }
        for what, statement in words.items():
            driven = connection.connection.cursor()
            driven.execute(f"EXPLAIN QUERY PLAN {statement}", ["x"] * statement.count("?"))
            plan = [row[3] for row in driven.fetchall()]
            assert [step for step in plan if step.startswith("SCAN")] == [], what
            assert any("USING" in step and "INDEX" in step for step in plan), what


def test_the_first_window_finds_the_steps_that_undo_finds(database):
    for name in ("Aino", "Eero", "Meri"):
        add_person(database, name)
    database.undo()
    back, forth = database.next_steps()
    assert step_in(database.redo()) == forth
    database.undo()
    assert step_in(database.undo()) == back
    with database.edit(lazy("Lasting"), undoable=False) as edit:
        edit.add(Session(title="Evening", starts_at=STARTS))
    assert [step.entry_id for step in database.next_steps()] == [1, 2]


def test_what_is_known_of_is_compiled_before_it_is_said(room, monkeypatch):
    asked, dialect = (
        Quick(select(Poll.id).where(Poll.question == value("question"))),
        sqlite.dialect(),
    )
    fast.compile_ahead(dialect, lambda: True)
    assert asked._compiled == {}
    fast.compile_ahead(dialect, lambda: False)
    monkeypatch.setattr(fast, "_compile", None)
    with room.database.read() as snapshot:
        assert asked.rows(snapshot, question="") == []


def test_one_that_is_made_while_they_are_looked_through_stops_nobody():
    made, known = [], len(fast._known)
    sys.setprofile(lambda *_call: made.append(Quick(select(Poll.id))))  # between any two calls
    try:
        fast.compile_ahead(sqlite.dialect(), lambda: True)
    finally:
        sys.setprofile(None)
    assert len(fast._known) == known + len(made)
