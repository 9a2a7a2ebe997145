"""What was done is kept as a message with its arguments, and worded when somebody reads it."""

import json
import sqlite3
from contextlib import closing
from typing import Any

import pytest

from kdc_desktop import i18n
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy, nfillable, nlazy
from kdc_desktop.model import Idea, Person, Session
from kdc_desktop.storage import Changes
from kdc_desktop.storage.forgetting import forget_person
from tests.storage.places import EVENING, STARTS, add_person, names_in, step_in


@pytest.fixture
def english():
    yield
    i18n.use(i18n.ENGLISH)


def kept(path) -> list[tuple[str, Any]]:
    with closing(sqlite3.connect(path)) as other:
        rows = other.execute("SELECT label, arguments FROM journal_entry ORDER BY id").fetchall()
    return [(label, None if said is None else json.loads(said)) for label, said in rows]


def test_message_and_arguments_are_kept_apart_and_worded_when_shown(database, english):
    with database.edit(
        nlazy("Moved {count} idea to {name}", "Moved {count} ideas to {name}", 2, name="Yards")
    ) as edit:
        edit.add(Person(name="Aino", created_at=EVENING))
    assert kept(database.path) == [
        (
            "Moved {count} idea to {name}",
            {"plural": "Moved {count} ideas to {name}", "values": {"count": 2, "name": "Yards"}},
        )
    ]
    step, _ = database.next_steps()
    assert str(step.label) == "Moved 2 ideas to Yards"
    i18n.use(i18n.PSEUDO)
    assert "Yards" in str(step.label)
    assert str(step.label).startswith("⟦")
    i18n.use(i18n.ENGLISH)
    assert str(database.undo().label) == "Moved 2 ideas to Yards"


def test_a_label_that_counts_tells_what_the_edit_has_done(database):
    imported = nfillable(
        "Imported {count} person from {file}", "Imported {count} people from {file}"
    )
    heard: list[Changes] = []
    database.subscribe(heard.append)
    with database.edit(imported.having(file="roster.csv")) as edit:
        edit.add(Person(name="Aino", created_at=EVENING))
        edit.count = 1
    step, _ = database.next_steps()
    assert [str(step.label), str(heard[0].label)] == ["Imported 1 person from roster.csv"] * 2


def test_an_edit_that_changes_nothing_needs_no_count_and_leaves_no_entry(database):
    with database.edit(nfillable("Moved {count} idea", "Moved {count} ideas")):
        pass
    assert kept(database.path) == []


def test_words_of_people_are_never_taken_for_places_of_values(database):
    with database.edit(lazy("Added {name}", name="{name} {count}")) as edit:
        edit.add(Person(name="{name} {count}", created_at=EVENING))
    assert str(database.next_steps()[0].label) == "Added {name} {count}"


def test_an_entry_of_an_older_version_is_the_words_it_kept(database):
    add_person(database, "Aino")
    with closing(sqlite3.connect(database.path)) as other, other:
        other.execute("UPDATE journal_entry SET label = 'Added {Aino}', arguments = NULL")
    assert str(database.next_steps()[0].label) == "Added {Aino}"


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"values": 3}', '{"values": {"name": [1]}}'])
def test_arguments_that_cannot_be_read_leave_the_message(database, broken):
    add_person(database, "Aino")
    with closing(sqlite3.connect(database.path)) as other, other:
        other.execute("UPDATE journal_entry SET arguments = ?", (broken,))
    assert str(database.next_steps()[0].label) == "Add {name}"
    assert str(database.undo().label) == "Add {name}"


def test_edits_of_one_label_are_told_apart_by_their_entries(database):
    heard: list[Changes] = []
    database.subscribe(heard.append)
    for _ in range(2):
        add_person(database, "Aino")
    first, second = heard
    assert first.label == second.label
    back, forth = database.next_steps()
    assert (back.entry_id, forth) == (second.entry_id, None)
    undone = step_in(database.undo())
    assert undone == back
    back, forth = database.next_steps()
    assert (back.entry_id, forth) == (first.entry_id, undone)


def test_what_refuses_words_the_label_in_its_sentence(database):
    add_person(database, "Aino")
    with closing(sqlite3.connect(database.path)) as other, other:
        other.execute("UPDATE person SET notes = 'x', name = 'Eero'")
    with pytest.raises(UserError) as told:
        database.undo()
    assert str(told.value) == (
        "“Add Aino” cannot be undone, because what it changed has changed again since."
    )


def test_a_name_leaves_the_arguments_whole_or_as_part_of_a_value_but_never_the_message(database):
    add_person(database, "Added Note")  # its words stand in messages too
    with database.edit(
        lazy("Added {what}", what=lazy("Added Note on {who}", who="Added Note"))
    ) as edit:
        edit.add(Session(title="Evening", starts_at=STARTS))
    with database.edit(lazy("Signed {text}", text="Ask Added Note, not Added Notes")) as edit:
        edit.add(Idea(session_id=1, text="x", x=0, y=0, created_at=EVENING))
    with database.edit(
        lazy("Replaced somebody by {name}", name="Person 1"), undoable=False
    ) as edit:
        forget_person(edit, 1, "Person 1")
    assert kept(database.path) == [
        ("Add {name}", {"values": {"name": "Person 1"}}),
        (
            "Added {what}",
            {"values": {"what": {"message": "Added Note on {who}", "values": {"who": "Person 1"}}}},
        ),
        ("Signed {text}", {"values": {"text": "Ask Person 1, not Added Notes"}}),
        ("Replaced somebody by {name}", {"values": {"name": "Person 1"}}),
    ]
    assert names_in(database.path) == ["Person 1"]
