"""What undo does with rows that trade places, are replaced, or were changed since."""

import pytest
from sqlalchemy import update
from sqlalchemy.orm import object_session

from kdc_desktop.i18n import lazy
from kdc_desktop.model import Interest, Organisation, Person, Session, Setting, Winner
from tests.storage.places import EVENING, STARTS, add_person, dump, names


def test_a_redo_that_another_edit_ended_does_not_come_back(database):
    add_person(database, "Aino")
    database.undo()
    add_person(database, "Eero")
    database.undo()
    back, forth = database.next_steps()
    assert (back, str(forth.label)) == (None, "Add Eero")
    database.redo()
    assert names(database) == ["Eero"]


def test_rows_may_trade_unique_places_and_trade_back(database):
    with database.edit(lazy("Prepare"), undoable=False) as edit:
        edit.add(Session(id=1, title="Autumn", starts_at=STARTS))
    for name in ("Aino", "Eero"):
        add_person(database, name, undoable=False)
    with database.edit(lazy("Ideas"), undoable=False) as edit:
        edit.add_all([Winner(session_id=1, title=title, place_in_order=1) for title in "abc"])
        edit.flush()
        edit.add_all(
            [Interest(session_id=1, person_id=1, winner_id=n, choice=n) for n in (1, 2)],
        )
    before = dump(database.path)
    with database.edit(lazy("Shift along")) as edit:
        edit.get_one(Interest, 2).winner_id = 3
        edit.flush()
        edit.get_one(Interest, 1).winner_id = 2
    after = dump(database.path)
    database.undo()
    assert dump(database.path) == before
    database.redo()
    assert dump(database.path) == after


def test_a_row_that_is_replaced_under_its_key_in_one_flush_is_put_back(database):
    with database.edit(lazy("Remember"), undoable=False) as edit:
        edit.add(Setting(name="colour", value='"sand"'))
    with database.edit(lazy("Replace")) as edit:
        edit.delete(edit.get_one(Setting, "colour"))
        edit.add(Setting(name="colour", value='"mint"'))
    database.undo()
    assert dump(database.path)["setting"] == [("colour", '"sand"')]
    database.redo()
    assert dump(database.path)["setting"] == [("colour", '"mint"')]


@pytest.mark.parametrize("expired", [False, True])
def test_a_row_is_remembered_whole_when_its_object_was_not(database, expired):
    add_person(database, "Aino", undoable=False)
    before = dump(database.path)
    with database.edit(lazy("Found an organisation")) as edit:
        organisation = Organisation(name="Harbour", sector="C")
        edit.add(organisation)
        edit.flush()
        person = edit.get_one(Person, 1)
        if expired:
            object_session(person).expire(person)
        person.organisation_id = organisation.id
        edit.flush()
        person.department_id = None
        person.name = "Aino Laine"
    after = dump(database.path)
    database.undo()
    assert dump(database.path) == before
    database.redo()
    assert dump(database.path) == after


def test_a_new_row_may_change_a_column_that_was_never_set(database):
    with database.edit(lazy("Add and place")) as edit:
        organisation = Organisation(name="Harbour", sector="C")
        person = Person(name="Aino", created_at=EVENING)
        edit.add_all([organisation, person])
        edit.flush()
        person.organisation_id = organisation.id
    after = dump(database.path)
    database.undo()
    assert dump(database.path)["person"] == []
    database.redo()
    assert dump(database.path) == after


def test_bulk_sql_that_would_escape_the_journal_is_refused(database):
    add_person(database, "Aino")
    with (
        pytest.raises(AssertionError, match="escapes the journal"),
        database.edit(lazy("Bulk")) as edit,
    ):
        edit.execute(update(Person).values(name="Nobody"))
    assert names(database) == ["Aino"]
