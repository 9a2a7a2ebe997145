"""A consortium of many members that was asked many times over years."""

from datetime import timedelta
from pathlib import Path

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.people.sectors import LETTERS
from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import laptop_zone
from kdc_desktop.model import Organisation, Person, Session
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.consortia import Consortium, Leaving, Member
from kdc_desktop.model.visions import Asking, Position, Vision
from kdc_desktop.services.visions.scale import set_agreed_level
from kdc_desktop.storage import Edit
from tests.rooms.ledger_room import LedgerRoom, empty_ledger_room

BETWEEN = timedelta(days=45)
ZONE = laptop_zone()


def make_long_ledger(path: Path, members: int, askings: int) -> LedgerRoom:
    """So many members asked so many times, every third time by phone; a version every fourth."""
    room = empty_ledger_room(path)
    with room.database.edit(lazy("Set up the room")) as edit:
        edit.get_one(Consortium, room.consortium_id).created_at = room.clock()
        people = _members(edit, room, members)
        vision_id = 0
        for at in range(askings):
            if at % 4 == 0:
                text = f"Every yard shares {at + 1} cargo bikes, insured and stored indoors."
                vision = Vision(
                    consortium_id=room.consortium_id,
                    number=at // 4 + 1,
                    text=text,
                    created_at=room.clock(),
                )
                edit.add(vision)
                edit.flush()
                vision_id = vision.id
            _ask(edit, room, people, vision_id, at)
            room.clock.time += BETWEEN
        if members > 4:
            edit.add(Leaving(member_id=people[3][0], left_at=room.clock() - BETWEEN * 3))
    set_agreed_level(room.database, room.consortium_id, 5)
    return room


def _members(edit: Edit, room: LedgerRoom, count: int) -> list[tuple[int, int]]:
    """The ids of the members, each with a person who speaks for it."""
    made = []
    for at in range(count):
        sector = LETTERS[at % 4]
        organisation = Organisation(name=f"Stakeholder number {at + 1}", sector=sector)
        edit.add(organisation)
        edit.flush()
        person = Person(
            name=f"Delegate {at + 1}", organisation_id=organisation.id, created_at=room.clock()
        )
        member = Member(
            consortium_id=room.consortium_id,
            organisation_id=organisation.id,
            role=MemberRole.PARTNER if at else MemberRole.LEAD,
            joined_at=room.clock() + BETWEEN * (at % 5),
        )
        edit.add(person)
        edit.add(member)
        edit.flush()
        made.append((member.id, person.id))
    return made


def _ask(
    edit: Edit, room: LedgerRoom, people: list[tuple[int, int]], vision_id: int, at: int
) -> None:
    called, now = at % 3 == 2, room.clock()
    session = Session(title=f"Evening {at + 1}", starts_at=now.in_zone(ZONE))
    if not called:
        edit.add(session)
        edit.flush()
    asking = Asking(
        consortium_id=room.consortium_id,
        vision_id=vision_id,
        session_id=None if called else session.id,
        scale="kaner8",
        agreed_level=5,
        opened_at=now,
        revealed_at=now,
    )
    edit.add(asking)
    edit.flush()
    here = [
        (place, one)
        for place, one in enumerate(people)
        if place % 5 <= at and not (called and place % 7) and (place + at) % 11
    ]
    positions = [
        {
            "vision_id": vision_id,
            "member_id": member_id,
            "level": 3 + (place * 7 + at * 5) % 6,
            "reason": "Because of the lock" if place % 3 == 0 else "",
            "at": now,
            "asking_id": asking.id,
            "way": AnswerWay.CALL if called else AnswerWay.HAND,
        }
        for place, (member_id, _person) in here
    ]
    edit.add_rows(Position, positions)
    if not called:
        _check_in(edit, session.id, [person_id for _place, (_member, person_id) in here])


def _check_in(edit: Edit, session_id: int, people: list[int]) -> None:
    state = AttendanceState.PRESENT
    there = [{"session_id": session_id, "person_id": one, "state": state} for one in people]
    edit.add_rows(Attendance, there)
