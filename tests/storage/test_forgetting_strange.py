"""Whatever another program wrote into the journal: a name goes, from what cannot be read, too."""

import json
import sqlite3
from contextlib import closing

import pytest

from kdc_desktop.services.people.forgetting import replace_by_pseudonym
from kdc_desktop.services.people.people import change_person
from kdc_desktop.storage import Database
from tests.storage.places import add_person, names
from tests.storage.test_strange_journals import NOT_TO_BE_STORED, UNKNOWN, UNREADABLE

NAMED = json.dumps({"name": "Aino Salmi"})
MORE: dict[str, tuple[str, object]] = {
    "a number as a name": ("after", '{"name": 5}'),
    "no name": ("after", '{"name": null}'),
    "infinity": ("after", '{"name": Infinity, "notes": "Aino Salmi"}'),
    "names in a list": ("after", '{"name": ["Aino Salmi", {"a": "Aino Salmi"}]}'),
    "a name as the name of a value": ("after", '{"name": {"Aino Salmi": 1}}'),
    "half of a character beside the name": ("after", '{"notes": "Aino Salmi \\ud800"}'),
    "an image as bytes": ("after", NAMED.encode()),
    "a name among bytes": ("after", b"\xff Aino Salmi \xff"),
    "a name in an image that breaks off": ("after", NAMED[:-2]),
    "a name far down": ("after", '{"name": ' + "[" * 400 + '"Aino Salmi"' + "]" * 400 + "}"),
    "a number": ("after", 7),
    "a key as bytes": ("row_key", b'{"id": 1}'),
    "a key that is no text": ("row_key", b"\xff"),
    "a key of two": ("row_key", '{"id": 1, "x": 2}'),
    "a key that is true": ("row_key", '{"id": true}'),
    "a key with a fraction": ("row_key", '{"id": 1.0}'),
    "an id that is a list": ("after", '{"id": [1], "name": "Aino Salmi"}'),
    "a table as bytes": ("table_name", b"\xff"),
}
STRANGE = UNREADABLE | NOT_TO_BE_STORED | UNKNOWN | MORE


def renamed(database: Database) -> int:
    """Aino Salmi has another name now, and is still called by the old one in notes."""
    aino = add_person(database, "Aino Salmi")
    add_person(database, "Eero Oja")
    for name, notes in (
        ("Aino Laine Koski", "Aino Salmi was here"),
        ("Aino Laine Koski", "Aino Salmi was there"),
    ):
        change_person(
            database,
            aino,
            name=name,
            email="",
            organisation_id=None,
            department_id=None,
            notes=notes,
        )
    return aino


@pytest.mark.parametrize("back", [0, 1, 3])  # the others are of a namesake
@pytest.mark.parametrize("kind", STRANGE)
def test_a_name_goes_whatever_line_of_the_journal_is_strange(database, kind, back):
    aino = renamed(database)
    column, value = STRANGE[kind]
    with closing(sqlite3.connect(database.path)) as other, other:
        which = f"(SELECT max(id) - {back} FROM journal_change)"
        other.execute(f"UPDATE journal_change SET {column} = ? WHERE id = {which}", (value,))
    replace_by_pseudonym(database, aino)
    assert names(database) == ["Person 1", "Eero Oja"]
    database.close()
    assert b"Salmi" not in database.path.read_bytes()
