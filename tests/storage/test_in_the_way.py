"""A step that rows of others need, or whose place is taken, is passed over like any other."""

import pytest

from kdc_desktop.domain.kit.actors import Actor, ActorKind
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Attendance, Organisation, Person, Session
from kdc_desktop.storage import Database
from kdc_desktop.storage.acting import acting
from tests.storage.places import STARTS, add_person, dump, names

HELPER = Actor(ActorKind.HELPER, 7)


def add_organisation(database: Database) -> None:
    with database.edit(lazy("Add Harbour")) as edit:
        edit.add(Organisation(name="Harbour", sector="C"))


def join(database: Database, *, undoable: bool = True) -> None:
    with database.edit(lazy("Join"), undoable=undoable) as edit:
        edit.get_one(Person, 1).organisation_id = 1


def plan(database: Database) -> None:
    add_person(database, "Aino", undoable=False)
    with database.edit(lazy("Plan"), undoable=False) as edit:
        edit.add(Session(title="Autumn", starts_at=STARTS))


def expect(database: Database) -> None:
    with database.edit(lazy("Expect Aino")) as edit:
        edit.add(Attendance(session_id=1, person_id=1))


def passed_over(database: Database, way: str, sentence: str) -> None:
    before = dump(database.path)
    with pytest.raises(UserError, match=sentence):
        getattr(database, way)()
    assert dump(database.path) == before


def test_what_a_row_of_another_needs_stays_and_undo_goes_on_with_older_steps(database):
    add_person(database, "Aino")
    add_person(database, "Eero")
    add_organisation(database)
    with acting(HELPER):
        join(database)
    passed_over(database, "undo", "“Add Harbour” stays, because something made since needs it")
    assert str(database.undo().label) == "Add Eero"
    assert names(database) == ["Aino"]


def test_what_a_row_of_ones_own_needs_that_stays_does_not_keep_undo_up_either(database):
    add_person(database, "Eero")
    add_organisation(database)
    join(database, undoable=False)
    passed_over(database, "undo", "needs it")
    assert database.next_steps()[0] is None


def test_a_place_that_another_has_taken_is_not_taken_back(database):
    plan(database)
    expect(database)
    with database.edit(lazy("Take Aino off")) as edit:
        edit.delete(edit.get_one(Attendance, 1))
    with acting(HELPER):
        expect(database)
    passed_over(database, "undo", "“Take Aino off” stays, because .* has taken its place")
    assert str(database.next_steps()[0].label) == "Expect Aino"


def test_a_place_that_another_has_taken_is_not_taken_again(database):
    plan(database)
    expect(database)
    database.undo()
    with acting(HELPER):
        expect(database)
    passed_over(database, "redo", "“Expect Aino” stays undone, because .* has taken its place")
    assert database.next_steps() == (None, None)


def test_a_step_beneath_later_ones_of_ones_own_waits_for_them_and_is_not_passed_over(database):
    add_person(database, "Aino")
    first = database.next_steps()[0]
    with database.edit(lazy("Rename Aino")) as edit:
        edit.get_one(Person, 1).name = "Aino Salmi"
    with pytest.raises(UserError, match="“Add Aino” stays for now: undo “Rename Aino” first"):
        database.undo(first)
    database.undo()
    assert str(database.undo().label) == "Add Aino"
    assert names(database) == []
