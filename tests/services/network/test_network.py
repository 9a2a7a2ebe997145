"""The network of an evening, a year and the whole club, asked of a real file."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.network.measures import Edge
from kdc_desktop.domain.seating.ties import TwoPeople
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Consortium, ConsortiumStep, Department, Person
from kdc_desktop.services.network.beside import (
    NetWho,
    departments_met,
    everybody,
    first_meetings,
    met_by,
    not_met_by,
    on_edge,
    people_of,
)
from kdc_desktop.services.network.picture import Grouped, picture_of, sketch
from kdc_desktop.services.network.questions import evenings_to_choose, network
from kdc_desktop.services.network.rows import AfterRow, NetPeriod, Network, PeriodKind
from kdc_desktop.storage import Database
from tests.rooms.meeting_room import FIRST_EVENING, MeetingRoom


@pytest.fixture
def room(database: Database) -> MeetingRoom:
    return MeetingRoom(database)


def of_evening(room: MeetingRoom, session_id: int) -> Network:
    return network(room.database, NetPeriod(PeriodKind.EVENING, session_id))


def of_year(room: MeetingRoom, year: int) -> Network:
    return network(room.database, NetPeriod(PeriodKind.YEAR, year))


def of_all(room: MeetingRoom) -> Network:
    return network(room.database, NetPeriod())


def test_an_evening_tells_what_is_new_in_it(room: MeetingRoom):
    first, second = room.evening(came=(1, 2, 3)), room.evening(came=(1, 2, 4, 5))
    room.tables(first, (1, 2, 3))
    room.tables(second, (1, 2), (4, 5))
    found = of_evening(room, second)
    assert found.ties.keys() == {(1, 2), (4, 5)}
    assert found.new == {(4, 5)}
    assert found.returned.back == {1, 2}
    assert found.returned.first_time == {4, 5}
    assert sorted(found.people) == [1, 2, 4, 5]


def test_organisations_meet_first_once_however_many_of_their_people_do(room: MeetingRoom):
    first, second = room.evening(), room.evening()
    room.table(first, 1, 2)  # of House 1 and House 2
    room.table(second, 5, 6, 3)  # the same two, and House 3
    assert of_evening(room, first).first == {(1, 2)}
    found = of_evening(room, second)
    assert found.first == {(1, 3), (2, 3)}
    assert found.between.keys() == {(1, 2), (1, 3), (2, 3)}
    assert of_all(room).first == {(1, 2), (1, 3), (2, 3)}


def test_residents_stand_together_and_are_no_organisation(room: MeetingRoom):
    evening = room.evening()
    room.table(evening, 1, 4, 8)
    found = of_evening(room, evening)
    assert [(one.id, one.name, one.people) for one in found.organisations.values()] == [
        (1, "House 1", (1,)),
        (0, "Residents", (4, 8)),
    ]
    assert found.first == set()
    assert found.numbers.organisations == 1


def test_a_year_is_that_of_its_evenings(room: MeetingRoom):
    held = [room.evening(came=(1,)) for _month in range(13)]  # from February 2026
    room.table(held[0], 1, 2)
    room.table(held[12], 1, 2, 3)
    assert of_year(room, 2026).new == {(1, 2)}
    assert of_year(room, 2027).new == {(1, 3), (2, 3)}
    assert of_year(room, 2027).ties.keys() == {(1, 2), (1, 3), (2, 3)}
    assert of_year(room, 1999).people == {}


def test_the_edge_is_seen_over_all_evenings_until_then(room: MeetingRoom):
    first, second = room.evening(), room.evening(came=(1, 2, 3, 9))
    room.table(first, 1, 2, 3)
    room.table(second, 1, 2)
    assert of_evening(room, second).edge == {9: Edge.ALONE}
    assert [(row.name, row.note) for row in on_edge(of_evening(room, second))] == [
        ("Guest 009", "Has met nobody yet")
    ]


def test_the_evenings_to_choose_from_are_those_that_began_the_newest_first(room: MeetingRoom):
    first, second = room.evening(), room.evening()
    assert [one.id for one in evenings_to_choose(room.database)] == [second, first]


def test_beside_the_picture_stands_whom_one_has_met_and_whom_not_yet(room: MeetingRoom):
    evening = room.evening(came=range(1, 9))
    room.tables(evening, (1, 2, 5), (3, 4))
    found = of_evening(room, evening)
    house = NetWho(False, 1)
    assert [(row.name, row.times, row.is_new) for row in met_by(found, house)] == [
        ("House 2", 2, True)
    ]
    assert [row.name for row in not_met_by(found, house)] == ["House 3", "Residents"]
    assert [(row.name, row.others) for row in people_of(found, 1)] == [
        ("Guest 001", 2),
        ("Guest 005", 2),
    ]
    guest = NetWho(True, 1)
    assert [row.name for row in met_by(found, guest)] == ["Guest 002", "Guest 005"]
    assert len(not_met_by(found, guest)) == 5
    assert [row.note for row in first_meetings(found)] == ["with House 2"]
    assert [(row.name, row.others) for row in everybody(found)] == [
        ("House 1", 1),
        ("House 2", 1),
        ("House 3", 1),
        ("Residents", 1),
    ]


def test_departments_are_shown_within_their_organisation(room: MeetingRoom):
    with room.database.edit(lazy("Two departments")) as edit:
        parts = [Department(organisation_id=1, name=name) for name in ("Energy", "Parks")]
        edit.add_all(parts)
        edit.flush()
        for who, part in ((1, parts[0]), (5, parts[1])):
            edit.get_one(Person, who).department_id = part.id
    evening = room.evening()
    room.table(evening, 1, 5, 2)
    found = of_evening(room, evening)
    assert found.between.keys() == {(1, 2)}
    assert found.organisations[1].departments == ("Energy", "Parks")
    assert departments_met(found, 1) == "1 tie between its departments"
    assert [(row.note, row.name) for row in people_of(found, 1)] == [
        ("Energy", "Guest 001"),
        ("Parks", "Guest 005"),
    ]


def let_go(room: MeetingRoom, consortium_id: int, state: ConsortiumState) -> None:
    since = FIRST_EVENING + timedelta(days=3)
    with room.database.edit(lazy("Let go")) as edit:
        edit.get_one(Consortium, consortium_id).let_go_at = since
        edit.add(ConsortiumStep(consortium_id=consortium_id, state=state, at=since))


@pytest.mark.parametrize(
    ("state", "going_on"),
    [(ConsortiumState.LET_GO, 1), (ConsortiumState.RUNNING, 3), (ConsortiumState.STOPPED, 1)],
)
def test_ties_go_on_after_letting_go_where_they_met_again_or_work_on(room, state, going_on):
    first, second = room.evening(), room.evening()
    one = room.consortium(first, 1, 2, 3, name="Night bus")
    let_go(room, one, state)
    assert of_evening(room, first).after == ()  # it was let go later
    room.table(second, 1, 2)
    assert of_all(room).after == (AfterRow(one, "Night bus", 3, going_on),)


def test_who_has_left_a_running_consortium_works_in_it_no_more(room: MeetingRoom):
    from kdc_desktop.model import Leaving, Member

    first, second = room.evening(), room.evening()
    one = room.consortium(first, 1, 2, 3)
    let_go(room, one, ConsortiumState.RUNNING)
    with room.database.edit(lazy("Left")) as edit:
        member = select(Member).where(Member.organisation_id == 3)
        left = edit.scalars(member).one()
        edit.add(Leaving(member_id=left.id, left_at=FIRST_EVENING + timedelta(days=9)))
    room.table(second, 4, 8)
    assert [row.going_on for row in of_all(room).after] == [1]


def line_ends(found: Network) -> set[TwoPeople]:
    picture = picture_of(found, sketch(found, Grouped.MEETING), 1.5)
    return {line.ends for line in picture.lines}


def test_of_few_ties_each_has_a_line_and_of_many_the_strongest(database: Database):
    room = MeetingRoom(database, 100, "C" * 99)
    evening = room.evening()
    room.table(evening, *range(1, 9))
    assert len(line_ends(of_all(room))) == 28
    room.table(evening, *range(1, 100))
    found = of_all(room)
    assert len(found.between) == 99 * 98 // 2
    assert 100 < len(line_ends(found)) <= 240
    twice = [ends for ends in line_ends(found) if max(ends) <= 8]
    assert all(sum(one in ends for ends in twice) >= 2 for one in range(1, 9))


@pytest.mark.parametrize("grouped", list(Grouped))
def test_two_people_one_sector_and_an_empty_club_have_a_picture(database, grouped):
    room = MeetingRoom(database, 2, "C")
    found = of_all(room)
    assert picture_of(found, sketch(found, grouped), 1.5).marks == {}
    room.table(room.evening(came=(1, 2)), 1, 2)
    found = of_all(room)
    picture = picture_of(found, sketch(found, grouped), 1.5)
    assert [(mark.name, mark.people) for mark in picture.marks.values()] == [
        ("House 1", 1),
        ("Residents", 1),
    ]
    assert len(picture.lines) == 1
