"""Who is expected, comes, goes and comes back; what they are in a session, and their badges."""

import pytest
from sqlalchemy import select

from kdc_desktop.domain.attendance.states import AttendanceRole
from kdc_desktop.errors import UserError
from kdc_desktop.model import Attendance, Passage
from kdc_desktop.services.attendance import badge_codes, door, questions, registering, roles
from kdc_desktop.services.people import organisations, people
from kdc_desktop.services.people import questions as people_questions
from kdc_desktop.storage import Database
from tests.rooms.empty_club import plan_evening
from tests.rooms.guest_list import expect
from tests.rooms.known_people import everybody, somebody
from tests.rooms.statements import queries_of


def test_checking_in_twice_is_one_arrival(database: Database) -> None:
    evening = plan_evening(database)
    aino = people.add_person(database, "Aino")
    first = door.check_in(database, evening, aino)
    assert door.check_in(database, evening, aino) == first
    with database.read() as snapshot:
        assert len(snapshot.scalars(select(Passage)).all()) == 1


def test_the_log_knows_who_went_and_came_back(database: Database) -> None:
    evening = plan_evening(database)
    aino = people.add_person(database, "Aino")
    with pytest.raises(UserError, match="Aino is not here"):
        door.leave(database, evening, aino)
    door.check_in(database, evening, aino)
    door.leave(database, evening, aino)
    assert questions.presence(database, evening).present == 0
    door.come_back(database, evening, aino)
    with database.read() as snapshot:
        log = snapshot.scalars(select(Passage.inwards).order_by(Passage.id)).all()
    assert log == [True, False, True]
    assert questions.attendances(database, evening)[0].state == "present"


def test_presence_counts_those_here_by_sector(database: Database) -> None:
    evening = plan_evening(database)
    for line in ("Aino, Harbour Mobility Oy", "Björn, City of Helsinki", "Iñaki"):
        door.walk_in(database, evening, line)
    expect(database, evening, [people.add_person(database, "Late")])
    found = questions.presence(database, evening)
    assert (found.present, found.registered) == (3, 4)
    assert found.by_sector == {"C": 1, "P": 1, "A": 0, "T": 0, "R": 1}


def test_those_here_are_counted_once_until_one_of_them_or_their_sector_changes(
    database: Database,
) -> None:
    evening = plan_evening(database)
    harbour = organisations.add_organisation(database, "Harbour Mobility", "C")
    aino = door.walk_in(database, evening, "Aino, Harbour Mobility")
    assert questions.presence(database, evening).by_sector["C"] == 1
    assert queries_of(lambda: questions.presence(database, evening)) == []
    changed = {"name": "Harbour Mobility", "sector": "T", "notes": ""}
    organisations.change_organisation(database, harbour, **changed)
    assert questions.presence(database, evening).by_sector["T"] == 1
    door.leave(database, evening, aino)
    assert questions.presence(database, evening).present == 0
    database.undo()
    assert questions.presence(database, evening).present == 1
    assert questions.presence(database, plan_evening(database)).present == 0


def test_a_walk_in_of_a_known_organisation_joins_it(database: Database) -> None:
    evening = plan_evening(database)
    harbour = organisations.add_organisation(database, "Harbour Mobility", "T")
    aino = door.walk_in(database, evening, "Aino Laine, harbour  mobility", sector="C")
    assert somebody(database, aino).organisation_id == harbour
    assert door.walk_in(database, evening, "Eino", "Yard Friends", "T") != aino
    assert {row.name: row.sector for row in people_questions.organisations(database)} == {
        "Harbour Mobility": "T",
        "Yard Friends": "T",
    }


def test_a_walk_in_who_is_known_is_not_added_again(database: Database) -> None:
    evening = plan_evening(database)
    aino = people.add_person(database, "Aino Laine")
    assert door.walk_in(database, evening, "aino laine") == aino
    with pytest.raises(UserError, match="here already"):
        door.walk_in(database, evening, "Aino Laine")
    with pytest.raises(UserError, match="Type a name"):
        door.walk_in(database, evening, " , Kone")
    assert len(everybody(database)) == 1


def test_one_undo_takes_a_walk_in_back(database: Database) -> None:
    evening = plan_evening(database)
    door.walk_in(database, evening, "Aino Laine, Harbour Mobility")
    assert str(database.undo().label) == "Checked in Aino Laine"
    assert (
        everybody(database),
        people_questions.organisations(database),
    ) == ([], [])


def test_staff_have_no_vote_until_they_are_given_one(database: Database) -> None:
    evening = plan_evening(database)
    attended = door.check_in(database, evening, people.add_person(database, "Aino"))
    roles.set_role(database, [attended], AttendanceRole.STAFF)
    row = questions.attendances(database, evening)[0]
    assert (row.role, row.may_vote) == ("staff", False)
    roles.set_may_vote(database, [attended], True)
    assert questions.attendances(database, evening)[0].may_vote
    roles.set_role(database, [attended], AttendanceRole.PARTICIPANT)
    assert questions.attendances(database, evening)[0].may_vote


def test_labels_count_whom_they_changed(database: Database) -> None:
    evening = plan_evening(database)
    aino = people.add_person(database, "Aino Laine")
    eero = people.add_person(database, "Eero Salmi")
    expect(database, evening, [aino])
    assert expect(database, evening, [aino, eero]) == 1
    listed = [row.id for row in questions.attendances(database, evening)]
    roles.set_may_vote(database, listed[:1], False)
    roles.set_may_vote(database, listed, False)
    assert str(database.next_steps()[0].label) == "Took the vote from 1 person"
    roles.set_may_vote(database, listed, False)
    roles.set_role(database, [*listed, *listed], AttendanceRole.STAFF)
    assert str(database.undo().label) == "Made 2 people staff"
    assert str(database.undo().label) == "Took the vote from 1 person"


def test_badge_codes_are_given_once_and_found_in_any_case(database: Database) -> None:
    evening = plan_evening(database)
    ids = [people.add_person(database, f"Person {n}") for n in range(50)]
    assert expect(database, evening, ids) == 50
    assert badge_codes.assign_badges(database, evening) == 50
    assert badge_codes.assign_badges(database, evening) == 0
    rows = questions.attendances(database, evening)
    assert len({row.badge for row in rows}) == 50


def test_who_came_to_an_earlier_session_is_returning(database: Database) -> None:
    first, second = plan_evening(database, 1), plan_evening(database, 2)
    aino, eino = (people.add_person(database, name) for name in ("Aino", "Eino"))
    expect(database, first, [aino, eino])
    door.check_in(database, first, aino)
    expect(database, second, [aino, eino])
    returning = {row.name: row.returning for row in questions.attendances(database, second)}
    assert returning == {"Aino": True, "Eino": False}
    assert not any(row.returning for row in questions.attendances(database, first))
    assert somebody(database, aino).sessions == 1


def test_who_has_not_come_can_be_taken_off_the_list(database: Database) -> None:
    evening = plan_evening(database)
    aino = people.add_person(database, "Aino")
    expect(database, evening, [aino])
    registering.unregister(database, evening, aino)
    door.check_in(database, evening, aino)
    with pytest.raises(UserError, match="has been here"):
        registering.unregister(database, evening, aino)
    with database.read() as snapshot:
        assert len(snapshot.scalars(select(Attendance)).all()) == 1


def test_questions_ask_the_same_number_of_queries_for_any_number_of_people(
    database: Database,
) -> None:
    evening = plan_evening(database)

    def count() -> list[int]:
        return [
            len(queries_of(lambda: questions.attendances(database, evening))),
            len(queries_of(lambda: questions.presence(database, evening))),
        ]

    few = count()
    for n in range(20):
        door.walk_in(database, evening, f"Person {n}, Company {n}")
    assert count() == few


def test_some_are_told_as_in_the_list_without_reading_all_organisations(database: Database) -> None:
    evening = plan_evening(database)
    for line in ("Aino, Harbour Mobility Oy", "Björn, City of Helsinki", "Iñaki"):
        door.walk_in(database, evening, line)
    listed = questions.attendances(database, evening)
    ids = [row.id for row in listed]
    assert questions.attendances(database, evening, ids) == listed
    asked = queries_of(lambda: questions.attendances(database, evening, ids[:1]))
    assert asked
    assert all("WHERE" in each for each in asked)
