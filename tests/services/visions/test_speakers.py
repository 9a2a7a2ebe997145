"""Whoever is here can answer for the member they belong to, and each member answers once."""

import pytest

from kdc_desktop.audience.polls.kiosk.question import Said
from kdc_desktop.audience.visions.kiosk.questions import PositionQuestion, PulseOfMembers
from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.domain.visions.pulse import QUESTIONS
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.consortia import Delegate, Member
from kdc_desktop.model.people import Department, Person
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.consortia.leaving import leave
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.pulses import open_pulse, pulses
from kdc_desktop.services.visions.speakers import speakers_of_asking
from tests.rooms.consortium_room import ConsortiumRoom, add_consortium
from tests.rooms.vision_pages import vision_page


def comes(room: ConsortiumRoom, name: str, member: int, department: str = "") -> int:
    """Somebody of a member's organisation comes to the session."""
    with room.database.edit(lazy("Came")) as edit:
        organisation_id = edit.get_one(Member, room.members[member]).organisation_id
        person = Person(name=name, organisation_id=organisation_id, created_at=room.clock())
        edit.add(person)
        edit.flush()
        if department:
            part = Department(organisation_id=organisation_id, name=department)
            edit.add(part)
            edit.flush()
            person.department_id = part.id
        edit.add(
            Attendance(
                session_id=room.session_id, person_id=person.id, state=AttendanceState.PRESENT
            )
        )
        return person.id


def names(room: ConsortiumRoom, asking_id: int) -> dict[str, str]:
    return {row.name: row.member for row in speakers_of_asking(room.database, asking_id)}


def test_a_person_is_found_with_the_member_they_speak_for(room: ConsortiumRoom, first: int) -> None:
    comes(room, "Aino Laine", 0)
    asking_id = open_asking(room.database, room.consortium_id, room.session_id)
    found = names(room, asking_id)
    assert found["Aino Laine"] == "Harbour Mobility"
    assert "Harbour Mobility" not in found  # somebody is here for it
    assert found["North Insurance"] == ""


def test_who_sits_in_another_consortium_tonight_speaks_for_nobody_here(
    room: ConsortiumRoom, first: int
) -> None:
    """Also where the same organisation is a member of both, as it is in the ledger."""
    person_id = comes(room, "Aino Laine", 0)
    elsewhere, _none = add_consortium(room.database, room.session_id, "Night trams")
    with room.database.edit(lazy("Placed")) as edit:
        organisation_id = edit.get_one(Member, room.members[0]).organisation_id
        member = Member(
            consortium_id=elsewhere, organisation_id=organisation_id, joined_at=room.clock()
        )
        edit.add(member)
        edit.flush()
        edit.add(Delegate(session_id=room.session_id, member_id=member.id, person_id=person_id))
    asking_id = open_asking(room.database, room.consortium_id, room.session_id)
    assert "Aino Laine" not in names(room, asking_id)
    assert names(room, asking_id)["Harbour Mobility"] == "", "it can be answered for by hand"


def test_one_answer_is_enough_for_all_who_speak_for_a_member(
    room: ConsortiumRoom, first: int
) -> None:
    for name in ("Aino Laine", "Olli Aho"):
        comes(room, name, 0)
    asking_id = open_asking(room.database, room.consortium_id, room.session_id)
    question = PositionQuestion(room.database, asking_id)
    aino = next(row for row in question.waiting if row.name == "Aino Laine")
    highest = question.ballot.options[-1][0]
    question.cast(aino.person_id, {Spot(highest): 1}, Said("Because", "A lock"))
    assert {row.name for row in question.voted} == {"Aino Laine", "Olli Aho"}
    assert question.turnout_line == "1 of 7 have answered"
    with pytest.raises(UserError, match="Harbour Mobility has answered already"):
        question.cast(aino.person_id, {Spot(highest): 1}, Said())


def test_what_the_kiosk_takes_in_is_shown_to_nobody_before_the_reveal(
    room: ConsortiumRoom, first: int
) -> None:
    person_id = comes(room, "Aino Laine", 0)
    asking_id = open_asking(room.database, room.consortium_id, room.session_id)
    question = PositionQuestion(room.database, asking_id)
    question.cast(person_id, {Spot(question.ballot.options[-1][0]): 1}, Said("Because", "A lock"))
    page = vision_page(room.database, room.consortium_id)
    cell = (room.members[0], first)
    assert (page.positions, page.hidden) == ({}, frozenset({cell}))
    reveal(room.database, asking_id)
    page = vision_page(room.database, room.consortium_id)
    shown = page.positions[cell]
    assert (shown.level, shown.reason, shown.would_move) == (8, "Because", "A lock")
    assert not question.is_open
    with pytest.raises(UserError, match="have been revealed"):
        question.cast(person_id, {Spot(1): 1}, Said())


def test_a_department_that_is_a_member_is_spoken_for_by_its_own_people(
    room: ConsortiumRoom, first: int
) -> None:
    of_transport = comes(room, "Tuomas Kivi", 0, "Transport")
    comes(room, "Sari Niemi", 0)
    with room.database.edit(lazy("A member of its own")) as edit:
        whole = edit.get_one(Member, room.members[0])
        edit.add(
            Member(
                consortium_id=room.consortium_id,
                organisation_id=whole.organisation_id,
                department_id=edit.get_one(Person, of_transport).department_id,
                joined_at=room.clock(),
            )
        )
    asking_id = open_asking(room.database, room.consortium_id, room.session_id)
    found = names(room, asking_id)
    assert found["Tuomas Kivi"].endswith(", Transport")
    assert found["Tuomas Kivi"].startswith(found["Sari Niemi"])


def test_who_has_left_is_not_asked(room: ConsortiumRoom, first: int) -> None:
    leave(room.database, room.members[5])
    asking_id = open_asking(room.database, room.consortium_id, room.session_id)
    assert "North Insurance" not in names(room, asking_id)


def test_a_pulse_is_answered_by_five_marks(room: ConsortiumRoom) -> None:
    pulse_id = open_pulse(room.database, room.consortium_id, room.session_id)
    question = PulseOfMembers(room.database, pulse_id)
    marks = dict.fromkeys(map(Spot, range(1, len(QUESTIONS) + 1)), 4)
    assert question.ballot.lacks({Spot(1): 4})
    assert not question.ballot.lacks(marks)
    question.cast(question.waiting[0].person_id, marks, Said())
    (row,) = pulses(room.database, room.consortium_id)
    assert row.answered == 1


def test_nobody_answers_in_a_session_that_lies_in_the_trash(
    room: ConsortiumRoom, first: int
) -> None:
    asking_id = open_asking(room.database, room.consortium_id, room.session_id)
    question = PositionQuestion(room.database, asking_id)
    assert question.is_open
    with room.database.edit(lazy("Trashed")) as edit:
        edit.get_one(Session, room.session_id).trashed_at = room.clock()
    assert not question.is_open
