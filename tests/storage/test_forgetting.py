"""A pseudonym is one in the journal too, and undo still works after it."""

from sqlalchemy import select

from kdc_desktop.i18n import Text, lazy
from kdc_desktop.model import Attendance, Idea, JournalChange, JournalEntry, Person, Reservation
from kdc_desktop.services.attendance import door
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.people import organisations, people
from kdc_desktop.services.sessions import planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.storage import Database
from kdc_desktop.storage.forgetting import forget_person
from tests.storage.places import STARTS, dump

LEFT = ("Aino", "Laine", "Lainne", "aino@club.example", "likes bikes", "B7")


def replace(database: Database, person_id: int) -> None:
    """What the service does, with the journal rewritten in the same edit."""
    with database.edit(
        Text.plain(f"Replaced somebody by Person {person_id}"), undoable=False
    ) as edit:
        person = edit.get_one(Person, person_id)
        person.name, person.email, person.notes = f"Person {person_id}", "", ""
        for row in edit.scalars(select(Attendance).filter_by(person_id=person_id)):
            row.badge = ""
        for idea in edit.scalars(select(Idea).filter_by(author_text="Aino Laine")):
            idea.author_text = f"Person {person_id}"
        for reservation in edit.scalars(select(Reservation).filter_by(owner="Aino Laine")):
            reservation.owner = f"Person {person_id}"
        forget_person(edit, person_id, f"Person {person_id}")
    database.compact()


def evening(database: Database) -> int:
    """Aino comes, is renamed, signs an idea; Eero and Ainoa come too. Her id."""
    session_id = planning.plan_session(database, "Autumn", STARTS, templates()[0])
    aino = people.add_person(
        database, "Aino Lainne", email="aino@club.example", notes="likes bikes"
    )
    people.add_person(database, "Eero Salmi", email="eero@club.example")
    for name in ("Aino Laine", "Aino Laine"):
        people.change_person(
            database,
            aino,
            name=name,
            email="aino@club.example",
            organisation_id=None,
            department_id=None,
            notes="likes bikes",
        )
    door.check_in(database, session_id, aino)
    with database.edit(lazy("Badge")) as edit:
        edit.scalars(select(Attendance)).one().badge = "B7"
    idea_id = board_ideas.add_idea(database, session_id, "Yard bikes", aino)
    with database.edit(Text.plain("Sign for Aino Laine, not Aino Lainen")) as edit:
        edit.get_one(Idea, idea_id).author_text = "Aino Laine"
    return aino


def test_no_name_mail_or_badge_is_left_in_the_whole_file(database):
    aino = evening(database)
    replace(database, aino)
    database.close()
    with database.read() as snapshot:
        entries = snapshot.execute(select(JournalEntry.label, JournalEntry.arguments))
        labels = [str(Text.from_json(message, arguments)) for message, arguments in entries]
        images = [
            text
            for change in snapshot.scalars(select(JournalChange))
            for text in (change.before, change.after)
            if text
        ]
    assert "Added Person 1" in labels
    assert "Added Eero Salmi" in labels
    assert "Sign for Person 1, not Aino Lainen" in labels
    assert not [(word, text) for text in images for word in LEFT if word in text]
    assert any("eero@club.example" in text for text in images)
    content = database.path.read_bytes().replace(b"Aino Lainen", b"")
    assert [word for word in LEFT if word.encode() in content] == []


def test_undo_still_goes_all_the_way_back(database):
    aino = evening(database)
    replace(database, aino)
    while database.next_steps()[0]:
        database.undo()
    assert {name: rows for name, rows in dump(database.path).items() if rows} == {}
    while database.next_steps()[1]:
        database.redo()
    with database.read() as snapshot:
        assert snapshot.get_one(Person, aino).name == "Person 1"
        assert snapshot.scalars(select(Idea)).one().author_text == "Person 1"


def test_other_rows_and_labels_stay_as_they_were(database):
    aino = evening(database)
    organisations.add_organisation(database, "Harbour Mobility", "C")
    before = dump(database.path, journal=True)
    replace(database, aino)
    after = dump(database.path, journal=True)
    assert after["organisation"] == before["organisation"]
    assert after["session"] == before["session"]
    assert [row for row in after["person"] if row[0] != aino] == [
        row for row in before["person"] if row[0] != aino
    ]
    kept = [row for row in before["journal_change"] if row[2] in ("organisation", "session")]
    assert set(kept) <= set(after["journal_change"])
