"""What is on record of somebody stays with every name they had, and goes with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from kdc_desktop.domain.polls.states import Channel, Secrecy
from kdc_desktop.errors import UserError
from kdc_desktop.model import Person
from kdc_desktop.services.attendance import door
from kdc_desktop.services.attendance.questions import attendances
from kdc_desktop.services.board.known_ideas import people_known
from kdc_desktop.services.consortia.speaking import who_speak
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.people import forgetting, people, sheets
from kdc_desktop.services.polls import paper_sheets, running
from kdc_desktop.storage import Database
from tests.rooms.empty_club import plan_evening
from tests.rooms.known_people import everybody, somebody
from tests.rooms.known_twice import merge, preview, two
from tests.rooms.poll_room import EVENING, Room, make_room
from tests.storage.places import dump


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "room.kdc")
    yield made
    made.database.close()


def test_what_was_voted_stays_as_it_was_counted(room: Room) -> None:
    poll_id = room.open_poll(secrecy=Secrecy.NAMED)
    room.cast(poll_id, 0, {room.options(poll_id)[0]: 1}, Channel.KIOSK)
    room.cast(poll_id, 1, {room.options(poll_id)[1]: 1}, Channel.KIOSK)
    gone, stays = room.people[:2]
    with pytest.raises(UserError, match=r"open\. Close the poll"):
        merge(room.database, gone, stays)
    assert preview(room.database, gone, stays).problem
    running.close_poll(room.database, poll_id)
    votes = {name: dump(room.database.path)[name] for name in ("elector", "voter_roll")}
    papers = room.stored_papers(poll_id)
    assert (
        "In 1 poll that is over, what was voted stays as it was counted."
        in preview(room.database, gone, stays).told
    )
    merge(room.database, gone, stays)
    after = dump(room.database.path)
    assert {name: after[name] for name in votes} == votes
    assert room.stored_papers(poll_id) == papers
    running.reveal_poll(room.database, poll_id)
    with pytest.raises(UserError, match="Hold another round instead"):
        running.reopen_poll(room.database, poll_id)
    database = room.database
    with pytest.raises(UserError, match="having been known twice"):
        forgetting.remove_person(database, stays, PEOPLE)


def test_who_is_removed_goes_with_every_name(database: Database) -> None:
    gone, stays = two(database)
    merge(database, gone, stays)
    forgetting.remove_person(database, stays, PEOPLE)
    with database.read() as snapshot:
        assert snapshot.scalars(select(Person.id)).all() == []
    database.undo()
    assert [row.id for row in everybody(database)] == [stays]


def test_who_is_forgotten_is_forgotten_by_every_name(database: Database) -> None:
    first, gone = two(database)
    stays = people.add_person(database, "Jane Smith")
    merge(database, first, gone)
    merge(database, gone, stays)
    forgetting.replace_by_pseudonym(database, stays)
    told = database.path.read_bytes()
    for said in (b"Roe", b"roe@x.example", b"Doe", b"doe@x.example", b"Smith", b"Comes by bike"):
        assert said not in told
    with database.read() as snapshot:
        assert set(snapshot.scalars(select(Person.name))) == {f"Person {stays}"}


def test_the_address_of_another_name_is_taken(database: Database) -> None:
    gone, stays = two(database)
    merge(database, gone, stays)
    with pytest.raises(UserError, match="Jane Doe has this e-mail already"):
        people.add_person(database, "Somebody", email="roe@x.example")
    row = somebody(database, stays)
    people.change_person(database, stays, name=row.name, email="roe@x.example", notes=row.notes)
    assert somebody(database, stays).email == "roe@x.example"


def test_what_goes_out_says_them_once_and_by_the_name_that_stays(room: Room) -> None:
    poll_id = room.open_poll(secrecy=Secrecy.NAMED)
    gone, stays = room.people[:2]
    for place in (0, 1):
        room.cast(poll_id, place, {room.options(poll_id)[place]: 1}, Channel.KIOSK)
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    merge(room.database, gone, stays)
    name = somebody(room.database, stays).name
    for session_id in (room.session_id, None):
        with room.database.read() as snapshot:
            source = Source(snapshot, session_id, EVENING)
            people_sheet = sheets.people(PEOPLE.visits.of, who_speak, source)
            listed = [int(str(row[0])) for row in people_sheet.rows]
            told = paper_sheets.papers(source), paper_sheets.voter_roll(source)
        assert sorted(listed) == room.people[1:]
        assert len(set(listed)) == len(listed)
        for table in told:
            named = [row for row in table.rows if name in row]
            assert [row[row.index(name) - 1] for row in named] == [stays, stays]


def test_ideas_that_come_in_under_another_name_are_theirs(database: Database) -> None:
    gone, stays = two(database)
    merge(database, gone, stays)
    with database.read() as snapshot:
        known = people_known(snapshot)
    for name, email in (("Jane Roe", ""), ("", "roe@x.example"), ("Jane Doe", "")):
        author = known.author(name, email)
        assert author is not None
        assert author.id == stays


def test_who_comes_in_by_the_old_name_is_who_stays(database: Database) -> None:
    gone, stays = two(database)
    merge(database, gone, stays)
    evening = plan_evening(database)
    door.walk_in(database, evening, "Jane Roe", "")
    assert [row.person_id for row in attendances(database, evening)] == [stays]
    assert [row.id for row in everybody(database)] == [stays]
