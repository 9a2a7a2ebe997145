"""What is personal stands in the model, and forgetting goes by that, whatever tables there are."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import select

from kdc_desktop.i18n import Text, lazy
from kdc_desktop.model import Base, Idea, JournalChange, JournalEntry, Organisation, Person, Session
from kdc_desktop.model.base import Personal, Word, personal
from kdc_desktop.model.values import Letters, Written
from kdc_desktop.storage.belonging import people_named, rows_naming
from kdc_desktop.storage.links import parent_column, session_column
from tests.storage.full_file import fill, forget, forgotten_everywhere, left_in, nouns
from tests.storage.places import EVENING, STARTS, dump

ROOT = Path(__file__).parents[2]
ONE_MORE_NOUN = """
import sys
from pathlib import Path
from sqlalchemy.orm import Mapped
from kdc_desktop.model.base import AboutPerson, Base, FreeText, PersonName, key, link

class Mentor(Base):
    __tablename__ = "mentor"
    id: Mapped[int] = key()
    person_id: Mapped[int] = link("person.id")
    nickname: Mapped[PersonName]
    telephone: Mapped[AboutPerson]
    story: Mapped[FreeText]

from tests.storage.full_file import forgotten_everywhere, nouns
assert Mentor in nouns()
print(forgotten_everywhere(Path(sys.argv[1])))
"""


def test_every_column_of_text_says_whether_it_is_personal():
    unsaid = [
        f"{noun.__name__}.{column.name}"
        for noun in nouns()
        for column in noun.__table__.c
        if isinstance(column.type, (Written, Letters))
        and not isinstance(personal(column), Personal)
    ]
    assert unsaid == []
    assert [
        f"{noun.__name__}.{column.name}"
        for noun in nouns()
        for column in noun.__table__.c
        if personal(column)
        and (isinstance(column.type, Word) or column.type.python_type is not str)
    ] == []


def test_a_name_is_left_in_no_column_that_may_hold_one(path):
    assert forgotten_everywhere(path) == []


def test_not_even_in_a_table_that_came_later(path):
    told = subprocess.run(
        [sys.executable, "-c", ONE_MORE_NOUN, path],
        capture_output=True,
        cwd=ROOT,
        text=True,
        check=True,
    ).stdout
    assert told.strip() == "[]"


def test_undo_and_redo_still_work_across_it(database):
    fill(database)
    forget(database)
    forgotten = dump(database.path)
    database.undo()
    assert dump(database.path) != forgotten
    database.redo()
    assert dump(database.path) == forgotten
    assert left_in(database.path) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Aino Laine", "Person 1"),
        ("Aino Laine’s idea, and aino\nlaine again", "Person 1’s idea, and Person 1 again"),
        ("Aino Laine-Salmi is somebody else", "Aino Laine-Salmi is somebody else"),
        ("Aino Lainen too", "Aino Lainen too"),
        ("Laine is a wave, and Aino a name", "Laine is a wave, and Aino a name"),
    ],
)
def test_texts_lose_whole_names_and_nothing_else(database, before, after):
    with database.edit(lazy("Added {name}", name="Aino Laine")) as edit:
        edit.add(Person(name="Aino Laine", created_at=EVENING))
        edit.add(Session(title="Evening", starts_at=STARTS))
        edit.flush()
        edit.add(Idea(session_id=1, text=before, x=0, y=0, created_at=EVENING))
    forget(database)
    with database.read() as snapshot:
        assert snapshot.scalars(select(Idea.text)).all() == [after]


def test_a_single_word_may_be_a_word_of_the_language_and_stays_in_texts(database):
    with database.edit(lazy("Added {name}", name="Park")) as edit:
        edit.add(Person(name="Park", created_at=EVENING))
        edit.add(Organisation(name="Park and Ride", sector="C", notes="Park here"))
        edit.add(Session(title="Park", starts_at=STARTS))
        edit.flush()
        edit.add(
            Idea(
                session_id=1, text="Park benches", author_text="park", x=0, y=0, created_at=EVENING
            )
        )
    forget(database)
    with database.read() as snapshot:
        idea = snapshot.get_one(Idea, 1)
        assert (idea.text, idea.author_text) == ("Park benches", "Person 1")
        assert snapshot.get_one(Person, 1).name == "Person 1"
        assert snapshot.get_one(Session, 1).title == "Park"
        assert snapshot.get_one(Organisation, 1).notes == "Park here"
        entry = snapshot.get_one(JournalEntry, 1)
        assert str(Text.from_json(entry.label, entry.arguments)) == "Added Person 1"


def test_a_namesake_keeps_the_name_also_in_the_journal(database):
    with database.edit(lazy("Added two")) as edit:
        edit.add_all([Person(name="Aino Laine", created_at=EVENING) for _ in range(2)])
    with database.edit(lazy("Wrote of the second one")) as edit:
        edit.get_one(Person, 2).notes = "not the Aino Laine who left"
    forget(database)
    with database.read() as snapshot:
        assert [row.name for row in snapshot.scalars(select(Person))] == ["Person 1", "Aino Laine"]
        assert snapshot.get_one(Person, 2).notes == "not the Person 1 who left"
        images = snapshot.scalars(select(JournalChange.after).where(JournalChange.entry_id == 1))
        assert [("Aino" in image, "Person 1" in image) for image in images] == [
            (False, True),
            (True, False),
        ]
    database.undo()
    database.undo()
    assert dump(database.path)["person"] == []


def test_the_rows_that_name_a_person_are_found_by_their_links(database):
    fill(database)
    with database.read() as snapshot:
        assert rows_naming(snapshot, 1) == {
            "attendance": 1,
            "consent": 1,
            "delegate": 1,
            "elector": 1,
            "interest": 1,
            "kept_apart": 2,
            "person_merge": 2,
            "seat": 1,
            "voter_roll": 1,
        }
        assert rows_naming(snapshot, 2) == {}


def test_who_is_named_in_sessions_is_found_through_the_rows_above(database):
    fill(database)
    with database.read() as snapshot:
        sessions = snapshot.scalars(select(Session.id)).all()
        assert (people_named(snapshot, sessions), people_named(snapshot, [])) == ({1}, set())


def test_a_row_finds_its_session_by_itself_or_through_the_row_above_it():
    ways = {
        table.name: (parent_column(table).name, session_column(table) is parent_column(table))
        for table in Base.metadata.sorted_tables
        if parent_column(table) is not None
    }
    assert ways["session"] == ("id", True)
    assert ways["idea"] == ("session_id", True)
    assert ways["position"] == ("vision_id", False)
    assert ways["vision"] == ("consortium_id", False)
    assert ways["passage"] == ("attendance_id", False)
    assert ways["elector"] == ("poll_id", False)
    of_club = {"person", "consent", "organisation", "department", "programme", "setting"}
    of_club |= {"person_merge", "own_template", "own_template_stage", "kept_apart"}
    assert {table.name for table in Base.metadata.sorted_tables} - set(ways) == {
        *of_club,
        "journal_entry",
        "journal_change",
    }
