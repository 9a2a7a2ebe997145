"""A journal that another program wrote: undo says so, and goes on with older steps."""

import json
import sqlite3
from contextlib import closing

import pytest

from kdc_desktop.domain.kit.actors import Actor, ActorKind
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Session
from kdc_desktop.storage import Database
from kdc_desktop.storage.acting import acting
from kdc_desktop.storage.belonging import sessions_of_entries
from kdc_desktop.storage.checking import check_database
from tests.storage.places import STARTS, add_person, dump, names

DEEP = "[" * 100_000

UNREADABLE: dict[str, tuple[str, object]] = {
    "no JSON": ("after", "{"),
    "nothing": ("after", ""),
    "a list": ("after", "[1]"),
    "a word": ("after", '"Aino"'),
    "two images": ("after", '{"name": "Aino"}, {"name": "Eero"}'),
    "nested without an end": ("after", DEEP),
    "a list as a value": ("after", '{"name": ["Aino"]}'),
    "an object as a value": ("after", '{"name": {}}'),
    "a number as a time": ("after", '{"created_at": 7}'),
    "no time": ("after", '{"created_at": "tomorrow"}'),
    "a number that never ends": ("after", '{"organisation_id": ' + "9" * 5000 + "}"),
    "bytes": ("after", b"\x00\xff"),
    "a key that is no image": ("row_key", "7"),
    "a key that is null": ("row_key", "null"),
    "a key that is a list": ("row_key", '{"id": [7]}'),
    "a key of another size": ("row_key", '{"id": 92233720368547758080}'),
}
NOT_TO_BE_STORED: dict[str, tuple[str, object]] = {
    "an enormous number": ("after", '{"organisation_id": 9223372036854775808}'),
    "half of a character": ("after", '{"name": "\\ud800"}'),
}
UNKNOWN: dict[str, tuple[str, object]] = {
    "a table": ("table_name", "notice"),
    "a table without a journal": ("table_name", "voter_roll"),
    "a column": ("after", '{"nickname": "Aino"}'),
    "another column in its key": ("row_key", '{"name": "Aino"}'),
}


def strange(database: Database, column: str, value: object) -> None:
    """The newest line of the journal says something else in one column."""
    with closing(sqlite3.connect(database.path)) as other, other:
        newest = "(SELECT max(id) FROM journal_change)"
        other.execute(f"UPDATE journal_change SET {column} = ? WHERE id = {newest}", (value,))


@pytest.mark.parametrize("kind", UNREADABLE)
def test_a_step_that_nobody_can_read_is_passed_over(database, kind):
    add_person(database, "Aino")
    with database.edit(lazy("Rename")) as edit:
        edit.add(Session(title="Autumn", starts_at=STARTS))
    add_person(database, "Eero")
    strange(database, *UNREADABLE[kind])
    before = dump(database.path)
    with pytest.raises(UserError, match="“Add Eero” stays, because the file does not tell"):
        database.undo()
    assert dump(database.path) == before
    assert str(database.undo().label) == "Rename"
    assert str(database.undo().label) == "Add Aino"
    assert names(database) == ["Eero"]


@pytest.mark.parametrize("kind", UNREADABLE | NOT_TO_BE_STORED)
def test_what_cannot_be_read_is_not_done_again_either(database, kind):
    add_person(database, "Aino")
    add_person(database, "Eero")
    database.undo()
    strange(database, *(UNREADABLE | NOT_TO_BE_STORED)[kind])
    before = dump(database.path)
    with pytest.raises(UserError, match="“Add Eero” stays undone, because the file does not tell"):
        database.redo()
    assert dump(database.path) == before
    assert database.next_steps()[1] is None


@pytest.mark.parametrize("kind", UNKNOWN)
def test_a_step_of_another_version_is_passed_over_too(database, kind):
    add_person(database, "Eero")
    add_person(database, "Aino")
    strange(database, *UNKNOWN[kind])
    with pytest.raises(UserError, match="because an older KDC Desktop did it"):
        database.undo()
    assert names(database) == ["Eero", "Aino"]
    database.undo()
    assert names(database) == ["Aino"]


def test_what_undo_cannot_read_the_check_names(database):
    add_person(database, "Aino")
    strange(database, "after", json.dumps({"created_at": "tomorrow"}))
    database.close()
    (told,) = check_database(database.path)
    assert told.startswith("Line 1 of the journal")


LATER: dict[str, object] = {
    "an unknown column": '{"nickname": "Aino"}',
    "an unknown word": '{"status": "dreamt"}',
    "no image": "{",
}


@pytest.mark.parametrize("kind", LATER)
def test_a_later_change_that_nobody_can_read_is_taken_to_have_changed_all(database, kind):
    with database.edit(lazy("Plan")) as edit:
        edit.add(Session(title="Autumn", starts_at=STARTS))
    with database.edit(lazy("Rename")) as edit:
        edit.get_one(Session, 1).title = "Winter"
    with acting(Actor(ActorKind.HELPER, 7)), database.edit(lazy("Rename again")) as edit:
        edit.get_one(Session, 1).title = "Spring"
    strange(database, "after", LATER[kind])
    with pytest.raises(UserError, match="“Rename” stays, because a helper has changed the same"):
        database.undo()
    assert str(database.next_steps()[0].label) == "Plan"


STRANGE = {**UNREADABLE, **UNKNOWN}


@pytest.mark.parametrize("kind", STRANGE)
def test_the_log_of_a_session_is_told_also_where_a_line_cannot_be_read(database, kind):
    with database.edit(lazy("Plan")) as edit:
        edit.add(Session(title="Autumn", starts_at=STARTS))
    strange(database, *STRANGE[kind])
    with database.read() as snapshot:
        assert set(sessions_of_entries(snapshot).values()) <= {None, 1}
