"""The log of the workbook says of every step whose it is, and in which way it came."""

from pathlib import Path

from kdc_desktop.domain.kit.actors import Actor, ActorKind, Way
from kdc_desktop.services.attendance.importing import import_and_register
from kdc_desktop.services.board.ideas import add_idea
from kdc_desktop.services.board.importing import import_ideas, preview_ideas
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.people.importing import import_people, preview_people
from kdc_desktop.storage.acting import acting

FIRST, SECOND = 2**60, 2**61  # drawn, so in no order


def sheet(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def test_every_import_is_from_who_started_it(room, export, tmp_path):
    database, session_id = room.database, room.session_id
    with acting(Actor(ActorKind.HELPER, FIRST)):
        roster = sheet(tmp_path, "roster.csv", "Name\nMeri Koski\n")
        import_people(database, preview_people(database, roster, PEOPLE.sheets))
        guests = sheet(tmp_path, "guests.csv", "Name\nOona Koski\n")
        preview = preview_people(database, guests, PEOPLE.sheets)
        import_and_register(database, preview, session_id)
        ideas = sheet(tmp_path, "ideas.csv", "Idea\nA bench by every door\n")
        import_ideas(database, session_id, preview_ideas(database, session_id, ideas))
    told = {row["What"]: (row["Who"], row["How"]) for row in export(None).rows("Log")}
    imported = {what: who for what, who in told.items() if what.startswith("Imported")}
    assert len(imported) == 3
    assert set(imported.values()) == {("Helper 1", "From a sheet")}


def test_those_of_one_kind_are_told_apart_by_small_numbers(room, export):
    doers = [
        (Actor(ActorKind.PARTICIPANT, SECOND), Way.PHONE),
        (Actor(ActorKind.PARTICIPANT, FIRST), Way.DESK),
        (Actor(ActorKind.PARTICIPANT, SECOND), Way.REHEARSAL),
        (Actor(ActorKind.LAPTOP, FIRST), Way.HAND),
        (Actor(ActorKind.HELPER), Way.HAND),
        (Actor(ActorKind.FACILITATOR), Way.HAND),
    ]
    for actor, way in doers:
        with acting(actor, way):
            add_idea(room.database, room.session_id, "A bench by every door")
    log = export().rows("Log")
    assert [(row["Who"], row["How"]) for row in log[-len(doers) :]] == [
        ("Participant 1", "By phone"),
        ("Participant 2", "At a screen in the room"),
        ("Participant 1", "Rehearsed"),
        ("Laptop 1", "By hand"),
        ("Helper", "By hand"),
        ("Facilitator", "By hand"),
    ]
