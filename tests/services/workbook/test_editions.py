"""What is handed to others tells nothing that is nobody's business, in no part of the file."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook  # noqa: TID253 - the test reads what was written
from sqlalchemy import select

from kdc_desktop.domain.kit.editions import Edition, Form
from kdc_desktop.i18n import lazy
from kdc_desktop.model import (
    Attendance,
    Base,
    Delegate,
    Department,
    Idea,
    Member,
    Organisation,
    Person,
    Stage,
)
from kdc_desktop.model.base import Personal, personal
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.workbook.export import Delivery, export_workbook
from tests.rooms.poll_room import EVENING
from tests.rooms.random_ties import tie_all
from tests.rooms.workbook_room import reveal, vote
from tests.rooms.years_room import live_on

STAYS = {
    "People": {"E-mail", "Notes", "Sessions attended", "In the file since"},
    "Organisations": {"Notes", "People", "Size", "Groups at most"},
    "Departments": {"People", "Groups at most"},
    "Answers": {"Reason", "What would move it one step", "Said by", "Said by id"},
    "Consortia": {"Who said that contacts are shared"},
    "Members": {"Person id"},
    "Offers": {"Person id"},
    "Matches": {"Note"},
    "Roles": {"Who said so"},
    "Signs_of_life": {"Who said so"},
    "Agenda": {"Notes"},
    "States": {"Note", "Who said so"},
    "Leavings": {"Why"},
    "Reservation_history": {"Note"},
    "Obstacle_history": {"Note", "Who said so"},
    "Gains": {"Note", "Who said so"},
}
GONE = {"In_and_out", "Ballot_papers", "Voter_roll", "Pulse_answers", "Estimates", "Log"} | {
    *("Network", "Network_people", "Ties", "Tables"),
    *("Templates", "Mergers", "Kept_apart", "Attendance"),
    *("Interests", "Organisation_interests"),
}
KEPT_TO_OURSELVES = (
    *("organisation.notes", "stage.notes", "offer_match.note"),
    *("consortium_step.note", "leaving.why", "reservation_step.note"),
    *("position.reason", "position.would_move"),
    *("obstacle_step.note", "obstacle_step.said_by", "gain.note", "gain.said_by"),
    *("consortium_step.said_by", "role_step.said_by", "sign_of_life.said_by"),
    *("consortium.contacts_said_by",),
)
"""Words of people that are not about a person, and stay all the same."""


@pytest.fixture
def planted(evening, room) -> dict[str, str]:
    """A word that stands nowhere else, by each column of people and each that is kept."""
    live_on(evening)
    tie_all(room.database)
    wanted = {
        f"{table.name}.{column.name}"
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if personal(column) is Personal.ABOUT
    } | set(KEPT_TO_OURSELVES)
    words = {name: f"planted{place}word" for place, name in enumerate(sorted(wanted))}
    entities = {str(mapper.local_table): mapper.class_ for mapper in Base.registry.mappers}
    with room.database.edit(lazy("Planted")) as edit:
        for name, word in words.items():
            table, column = name.split(".")
            for row in edit.scalars(select(entities[table])):
                setattr(row, column, f"{word}{row.id}")
        edit.add(Organisation(name="plantedelsewhere", sector="C"))
        idea = edit.get_one(Idea, room.ideas[2])
        idea.text = "plantedtrash"
    return words


def written(room, path: Path, edition: Edition, form: Form, session_id: int | None) -> bytes:
    wanted = Delivery(edition, form)
    export_workbook(room.database, path, WORKBOOK, session_id, wanted=wanted)
    if path.is_dir():
        return b"".join(file.read_bytes() for file in sorted(path.iterdir()))
    if form is Form.JSON:
        return path.read_bytes()
    with zipfile.ZipFile(path) as parts:
        return b"".join(parts.read(name) for name in parts.namelist())


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("whole_club", [False, True])
def test_nothing_private_is_in_any_part_of_what_is_shared(
    room, planted, tmp_path, form, whole_club
):
    poll_id = room.open_poll(secrecy="named")
    vote(room, poll_id, range(20), 0)
    reveal(room, poll_id)
    session_id = None if whole_club else room.session_id
    ending = "" if form is Form.CSV else f".{form}"
    full = written(room, tmp_path / f"full{ending}", Edition.FULL, form, session_id)
    share = written(room, tmp_path / f"share{ending}", Edition.SHARE, form, session_id)
    in_full = {name for name, word in planted.items() if word.encode() in full}
    elsewhere = set() if whole_club else {"sign_of_life.said_by"}
    known = {"person.email", "person.notes", "attendance.badge", *KEPT_TO_OURSELVES}
    assert known - elsewhere <= in_full
    assert {name for name, word in planted.items() if word.encode() in share} == set()
    for word in (b"plantedelsewhere", b"plantedtrash"):
        assert word in full
        assert word not in share


def test_every_column_that_stays_is_known(room):
    found: dict[str, set[str]] = {}
    gone = set()
    with room.database.read() as snapshot:
        source = Source(snapshot, room.session_id, room.database.now())
        for sheet in WORKBOOK.sheets:
            table = sheet(source)
            stays = {str(column.title) for column in table.columns if column.stays}
            if table.stays:
                gone.add(table.name)
            elif stays:
                found[table.name] = stays
    assert {name: STAYS[name] <= stays for name, stays in found.items()} == dict.fromkeys(
        STAYS, True
    )
    assert gone == GONE


def test_each_sheet_says_what_it_is_for_in_a_sentence(room):
    with room.database.read() as snapshot:
        source = Source(snapshot, None, room.database.now())
        tables = [sheet(source) for sheet in WORKBOOK.sheets]
    purposes = [str(table.purpose) for table in tables]
    assert [one for one in purposes if not one.endswith(".") or "\n" in one] == []
    assert len(set(purposes)) == len(tables)


def test_who_is_named_in_what_is_shared_can_be_looked_up_there(room, tmp_path):
    with room.database.edit(lazy("Elsewhere")) as edit:
        edit.add(Organisation(name="Another club", sector="C"))
    path = tmp_path / "share.xlsx"
    export_workbook(room.database, path, WORKBOOK, room.session_id, wanted=Delivery(Edition.SHARE))
    book = load_workbook(path)
    names = [row[0] for row in book["Organisations"].iter_rows(min_row=3, values_only=True)]
    with room.database.read() as snapshot:
        there = set(
            snapshot.scalars(
                select(Organisation.name)
                .join(Person, Person.organisation_id == Organisation.id)
                .join(Attendance, Attendance.person_id == Person.id)
                .where(Attendance.session_id == room.session_id)
            )
        )
    assert there <= set(names)
    assert "Another club" not in names
    assert "Log" not in book.sheetnames


def test_what_only_the_facilitator_sees_of_a_stage_stays(room, tmp_path):
    with room.database.edit(lazy("A note")) as edit:
        stage = edit.scalars(select(Stage)).first()
        stage.notes, stage.prompt = "Only I see this", "What would you change?"
    share = written(room, tmp_path / "s.xlsx", Edition.SHARE, Form.XLSX, room.session_id)
    assert b"What would you change?" in share
    assert b"Only I see this" not in share


def test_an_author_as_imported_is_shared_without_address_and_number(room, tmp_path):
    with room.database.edit(lazy("Imported")) as edit:
        edit.get_one(Idea, room.ideas[0]).author_text = "Some Body (some@body.example, +358 40 1)"
    share = written(room, tmp_path / "s.json", Edition.SHARE, Form.JSON, room.session_id)
    full = written(room, tmp_path / "f.json", Edition.FULL, Form.JSON, room.session_id)
    assert (b"some@body.example" in full, b"some@body.example" in share) == (True, False)
    assert (b"+358 40" in share, b'"Some Body"' in share) == (False, True)


@pytest.mark.parametrize("whole_club", [False, True])
def test_who_was_not_there_is_shared_as_an_author_by_name_only_and_not_for_the_trash(
    room, tmp_path, whole_club
):
    with room.database.edit(lazy("Two who did not come")) as edit:
        yard = Organisation(name="Absent yard", sector="C")
        edit.add(yard)
        edit.flush()
        part = Department(name="Absent part", organisation_id=yard.id)
        edit.add(part)
        edit.flush()
        of = {"organisation_id": yard.id, "department_id": part.id, "created_at": EVENING}
        for place, name in ((0, "Living Author"), (2, "Trashed Author")):
            person = Person(name=name, **of)
            edit.add(person)
            edit.flush()
            edit.get_one(Idea, room.ideas[place]).author_id = person.id
        assert edit.get_one(Idea, room.ideas[2]).trashed_at is not None
    session_id = None if whole_club else room.session_id
    full = written(room, tmp_path / "f.json", Edition.FULL, Form.JSON, session_id)
    share = written(room, tmp_path / "s.json", Edition.SHARE, Form.JSON, session_id)
    words = (b"Living Author", b"Trashed Author", b"Absent yard", b"Absent part")
    assert [word in full for word in words] == [True, True, True, True]
    assert [word in share for word in words] == [True, False, False, False]


@pytest.mark.parametrize("form", list(Form))
def test_residents_and_whoever_only_stood_on_the_list_are_named_to_nobody(
    evening, room, tmp_path, form
):
    """A member that is a person, somebody who was there, and somebody who did not come."""
    with room.database.edit(lazy("Three more")) as edit:
        for name in ("Very Resident", "Only There", "Never Came"):
            person = Person(name=name, created_at=EVENING)
            edit.add(person)
            edit.flush()
            came = None if name == "Never Came" else EVENING
            edit.add(Attendance(session_id=1, person_id=person.id, arrived_at=came))
            if name == "Very Resident":
                known = {"consortium_id": evening.consortium_id, "joined_at": EVENING}
                member = Member(person_id=person.id, role="partner", **known)
                edit.add(member)
                edit.flush()
                edit.add(Delegate(session_id=1, member_id=member.id, person_id=person.id))
    ending = "" if form is Form.CSV else f".{form}"
    for session_id in (None, room.session_id):
        full = written(room, tmp_path / f"full{ending}", Edition.FULL, form, session_id)
        share = written(room, tmp_path / f"share{ending}", Edition.SHARE, form, session_id)
        for word in (b"Very Resident", b"Only There", b"Never Came"):
            assert (word in full, word in share) == (True, False), word
        assert b"Resident 1" in share


def test_the_edition_to_share_says_what_is_in_it_and_contradicts_itself_nowhere(room, tmp_path):
    path = tmp_path / "share.xlsx"
    export_workbook(room.database, path, WORKBOOK, room.session_id, wanted=Delivery(Edition.SHARE))
    read_me = load_workbook(path)["Read me"].iter_rows(values_only=True)
    said = {row[0]: str(row[1]) for row in read_me}
    with room.database.read() as snapshot:
        source = Source(snapshot, room.session_id, room.database.now())
        kept = [table for table in (sheet(source) for sheet in WORKBOOK.sheets) if table.stays]
    assert [table.name for table in kept if str(table.title) not in said["Sheets not in it"]] == []
    assert "estimates" in said["Not in it"]
    assert "ballot papers" in said["Not in it"]
    assert "no papers" in said["Votes"]
    assert "ideas" in said["In it"]
