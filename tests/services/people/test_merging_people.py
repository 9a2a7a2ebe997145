"""Somebody who was known twice becomes one person, and no vote is touched."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from kdc_desktop.domain.attendance.states import AttendanceRole, AttendanceState
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.people.states import ConsentKind
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import (
    Attendance,
    Consortium,
    Delegate,
    Idea,
    Interest,
    Member,
    Passage,
    Person,
    Position,
    Reservation,
    Vision,
    Winner,
)
from kdc_desktop.services.attendance import questions as attendance_questions
from kdc_desktop.services.interests.wishes import set_interests
from kdc_desktop.services.people import consents, organisations, questions
from kdc_desktop.services.people.known_twice import also_known_sentence, other_names
from kdc_desktop.storage import Database
from tests.rooms.empty_club import EVENING, plan_evening
from tests.rooms.known_people import everybody, somebody
from tests.rooms.known_twice import merge, preview, two
from tests.rooms.statements import queries_of


def come(database: Database, session_id: int, person_id: int, minute: int, **said: object) -> int:
    with database.edit(lazy("Came")) as edit:
        at = EVENING + timedelta(minutes=minute)
        entry = Attendance(session_id=session_id, person_id=person_id, **said)
        edit.add(entry)
        edit.flush()
        edit.add(Passage(attendance_id=entry.id, at=at, inwards=True))
        return entry.id


def test_who_goes_fills_gaps_and_is_noted_where_they_differ(database: Database) -> None:
    gone, stays = two(database)
    assert preview(database, gone, stays).told == (
        "Known from then on: 1; Planner.",
        "Noted: Also known as Jane Roe: roe@x.example.\nComes by bike",
    )
    merge(database, gone, stays)
    row = somebody(database, stays)
    assert (row.name, row.email, row.phone, row.job_title) == (
        *("Jane Doe", "doe@x.example"),
        *("1", "Planner"),
    )
    assert row.notes == "Also known as Jane Roe: roe@x.example.\nComes by bike"


def test_an_organisation_is_a_gap_as_well_and_another_one_is_noted(database: Database) -> None:
    gone, stays = two(database)
    city = organisations.add_organisation(database, "City", "P")
    roads = organisations.add_department(database, city, "Roads")
    with database.edit(lazy("Moved")) as edit:
        person = edit.get_one(Person, gone)
        person.organisation_id, person.department_id = city, roads
    assert "Jane Doe speaks for City." in preview(database, gone, stays).told
    merge(database, gone, stays)
    row = somebody(database, stays)
    assert (row.organisation_id, row.department_id) == (city, roads)
    database.undo()
    other = organisations.add_organisation(database, "Company", "C")
    with database.edit(lazy("Moved")) as edit:
        edit.get_one(Person, stays).organisation_id = other
    merge(database, gone, stays)
    row = somebody(database, stays)
    assert (row.organisation_id, row.department_id) == (other, None)
    assert "roe@x.example; City, Roads" in row.notes


def test_who_was_merged_is_listed_nowhere_and_seen_in_who_stays(database: Database) -> None:
    gone, stays = two(database)
    city = organisations.add_organisation(database, "City", "P")
    with database.edit(lazy("Moved")) as edit:
        for key in (gone, stays):
            edit.get_one(Person, key).organisation_id = city
    merge(database, gone, stays)
    assert [row.id for row in everybody(database)] == [stays]
    assert questions.people_known(database) == 1
    assert [row.person_id for row in questions.contacts(database)] == [stays]
    assert [row.people for row in questions.organisations(database)] == [1]
    told = also_known_sentence(other_names(database, stays))
    assert told == "Also known as Jane Roe (roe@x.example)."


def test_in_a_session_of_both_they_were_once_with_the_passages_of_both(database: Database) -> None:
    gone, stays = two(database)
    evening, only = plan_evening(database), plan_evening(database, 4)
    come(
        *(database, evening, gone, 5),
        role=AttendanceRole.FACILITATOR,
        state=AttendanceState.PRESENT,
        arrived_at=EVENING,
        badge="K7M2",
        may_vote=True,
    )
    come(database, evening, stays, 9, role=AttendanceRole.OBSERVER, may_vote=False)
    come(database, only, gone, 1)
    told = preview(database, gone, stays).told
    assert "The presence in Evening becomes theirs." in told
    assert any(line.startswith("Both are listed in Evening") for line in told)
    merge(database, gone, stays)
    (row,) = attendance_questions.attendances(database, evening)
    assert (row.person_id, row.role, row.may_vote, row.badge, row.state) == (
        *(stays, AttendanceRole.FACILITATOR, True),
        *("K7M2", AttendanceState.PRESENT),
    )
    assert row.arrived_at == EVENING
    with database.read() as snapshot:
        at = snapshot.scalars(select(Passage.attendance_id).order_by(Passage.id)).all()
    assert at[:2] == [row.id, row.id]
    assert [one.person_id for one in attendance_questions.attendances(database, only)] == [stays]


def test_ideas_consents_and_what_they_care_for_become_theirs(database: Database) -> None:
    gone, stays = two(database)
    evening = plan_evening(database)
    consents.say_consent(database, stays, ConsentKind.CONTACT, True)
    consents.say_consent(database, gone, ConsentKind.CONTACT, False)
    with database.edit(lazy("Wrote")) as edit:
        edit.add(
            Idea(session_id=evening, text="Bikes", author_id=gone, x=0, y=0, created_at=EVENING)
        )
        group = Consortium(name="Yard bikes", place_in_order=1, created_at=EVENING, owner_id=gone)
        edit.add(group)
        edit.flush()
        vision = Vision(consortium_id=group.id, number=1, text="All", created_at=EVENING)
        member = Member(consortium_id=group.id, person_id=gone, joined_at=EVENING)
        edit.add_all([vision, member])
        edit.flush()
        said = {"vision_id": vision.id, "member_id": member.id}
        edit.add(Position(level=3, at=EVENING, said_by_id=gone, **said))
        edit.add(Reservation(text="Rain", opened_at=EVENING, owner_id=gone, **said))
    merge(database, gone, stays)
    with database.read() as snapshot:
        for link in (
            *(Idea.author_id, Consortium.owner_id, Member.person_id),
            *(Position.said_by_id, Reservation.owner_id),
        ):
            assert snapshot.scalars(select(link)).all() == [stays]
    assert [row.given for row in consents.consents_of(database, stays)] == [False, True]


def test_of_both_choices_those_of_who_stays_come_first(database: Database) -> None:
    gone, stays = two(database)
    evening = plan_evening(database)
    with database.edit(lazy("Won")) as edit:
        rows = [{"session_id": evening, "title": "W", "place_in_order": at} for at in range(4)]
        winners = edit.add_rows(Winner, rows)
    set_interests(database, evening, gone, winners[:2], MemberRole.LEAD, "a van", "rain coats")
    set_interests(database, evening, stays, winners[1:3], MemberRole.PARTNER, "a yard")
    assert preview(database, gone, stays).told[-1] == (
        "Both have said what they would join: the choices of who stays come first."
    )
    merge(database, gone, stays)
    with database.read() as snapshot:
        found = snapshot.scalars(select(Interest).order_by(Interest.choice)).all()
        assert [one.winner_id for one in found] == [winners[1], winners[2], winners[0]]
        assert {(one.person_id, one.role, one.offers, one.needs) for one in found} == {
            (stays, MemberRole.LEAD, "a yard; a van", "rain coats")
        }


def test_nobody_sits_at_two_tables_of_one_evening(database: Database) -> None:
    gone, stays = two(database)
    evening = plan_evening(database)
    with database.edit(lazy("Seated")) as edit:
        for key in (gone, stays):
            group = Consortium(name=f"Table {key}", place_in_order=1, created_at=EVENING)
            edit.add(group)
            edit.flush()
            member = Member(consortium_id=group.id, person_id=key, joined_at=EVENING)
            edit.add(member)
            edit.flush()
            edit.add(Delegate(session_id=evening, member_id=member.id, person_id=key))
    assert preview(database, gone, stays).told[-1] == (
        "Both have a seat in Evening: who stays keeps their own."
    )
    merge(database, gone, stays)
    with database.read() as snapshot:
        seat = snapshot.scalars(select(Delegate)).one()
        assert snapshot.get_one(Member, seat.member_id).person_id == stays
        assert len(snapshot.scalars(select(Member).where(Member.person_id == stays)).all()) == 2


def test_what_cannot_be_merged_is_a_sentence(database: Database) -> None:
    gone, stays = two(database)
    with pytest.raises(UserError, match="That is one person"):
        merge(database, stays, stays)
    merge(database, gone, stays)
    with pytest.raises(UserError, match="One of the two is not in the file any more"):
        merge(database, gone, stays)
    with pytest.raises(UserError, match="One of the two is not in the file any more"):
        merge(database, stays, gone)


def test_it_asks_no_more_of_many_than_of_few(database: Database) -> None:
    gone, stays = two(database)

    def asked_after(days: range) -> int:
        for day in days:
            evening = plan_evening(database, day)
            for key in (gone, stays):
                come(database, evening, key, day)
        asked = len(queries_of(lambda: merge(database, gone, stays)))
        database.undo()
        return asked

    assert asked_after(range(1, 3)) == asked_after(range(5, 25))
