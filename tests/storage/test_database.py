"""The one door to write, and the way back."""

import sqlite3
from contextlib import closing

import pytest

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Organisation, Person
from kdc_desktop.storage import Changes, Step, open_database
from tests.storage.places import EVENING, add_person, names


def test_what_is_added_is_there_after_opening_again(database):
    add_person(database, "Aino Laine")
    again = open_database(database.path)
    assert names(again) == ["Aino Laine"]
    again.close()


def test_undo_and_redo_survive_a_restart(database):
    add_person(database, "Aino Laine")
    again = open_database(database.path)
    assert words(again.next_steps()) == ["Add Aino Laine", None]
    assert str(again.undo().label) == "Add Aino Laine"
    assert names(again) == []
    assert str(again.redo().label) == "Add Aino Laine"
    assert names(again) == ["Aino Laine"]
    again.close()


def words(steps: tuple[Step | None, Step | None]) -> list[str | None]:
    return [None if step is None else str(step.label) for step in steps]


def test_an_edit_that_fails_has_not_happened(database):
    def add_and_fail() -> None:
        with database.edit(lazy("Add and fail")) as edit:
            edit.add(Person(name="Nobody", created_at=EVENING))
            edit.flush()
            raise UserError("Not today.")

    with pytest.raises(UserError, match="Not today"):
        add_and_fail()
    assert names(database) == []
    assert database.next_steps() == (None, None)


def test_subscribers_hear_which_rows_changed(database):
    heard: list[Changes] = []
    stop = database.subscribe(heard.append)
    person_id = add_person(database, "Aino Laine")
    stop()
    add_person(database, "Eero Salmi")
    assert [(told.entry_id, str(told.label), told.tables, told.ids) for told in heard] == [
        (1, "Add Aino Laine", frozenset({"person"}), {"person": frozenset({person_id})})
    ]


def test_undo_refuses_when_the_row_has_changed_since(database):
    add_person(database, "Aino Laine")
    with closing(sqlite3.connect(database.path)) as elsewhere, elsewhere:
        elsewhere.execute("UPDATE person SET name = 'Aino Virtanen'")
    with pytest.raises(UserError, match="changed again since"):
        database.undo()
    assert names(database) == ["Aino Virtanen"]


def test_undo_refuses_when_something_made_since_needs_the_row(database):
    with database.edit(lazy("Add organisation")) as edit:
        edit.add(Organisation(name="Harbour Mobility", sector="C"))
    with database.edit(lazy("Add delegate"), undoable=False) as edit:
        edit.add(Person(name="Aino", organisation_id=1, created_at=EVENING))
    with pytest.raises(UserError, match="needs it"):
        database.undo()


def test_a_new_edit_ends_the_redo(database):
    add_person(database, "Aino Laine")
    database.undo()
    add_person(database, "Eero Salmi")
    assert words(database.next_steps()) == ["Add Eero Salmi", None]
    with pytest.raises(UserError, match="nothing to redo"):
        database.redo()


def test_undo_steps_over_what_a_lasting_edit_has_changed_again(database):
    add_person(database, "Eero Salmi")
    person_id = add_person(database, "Aino Laine")
    with database.edit(lazy("Rename for good"), undoable=False) as edit:
        edit.get_one(Person, person_id).name = "Aino Virtanen"
    assert str(database.next_steps()[0].label) == "Add Eero Salmi"
    database.undo()
    assert names(database) == ["Aino Virtanen"]


def test_it_is_known_whether_anything_was_written_in_between(database):
    before = database.written
    with database.read() as snapshot:
        snapshot.connection()
    with database.edit(lazy("Changed nothing")):
        pass
    assert database.written == before
    with database.edit(lazy("Added Aino")) as edit:
        edit.add(Person(name="Aino", created_at=EVENING))
    database.undo()
    assert database.written == {"person": 2}
