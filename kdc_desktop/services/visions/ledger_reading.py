"""Reads what the ledger of one consortium is made of: a statement for each kind of row."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, case, select

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.domain.visions.askings import asked_once, is_of_calls
from kdc_desktop.domain.visions.ledger import (
    AnswerAt,
    LedgerColumn,
    LedgerMember,
)
from kdc_desktop.domain.visions.ledger_reasons import OpenPromise
from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.consortia import Consortium, Delegate, Member
from kdc_desktop.model.people import Organisation, Person
from kdc_desktop.model.sessions import Session
from kdc_desktop.model.visions import Asking, Commitment, Position, Vision
from kdc_desktop.services.consortia.seats import read_seats
from kdc_desktop.services.visions.named import NAMES, called, with_names
from kdc_desktop.storage import Snapshot


@dataclass(frozen=True)
class Stakeholding:
    """By what members are known in a room: residents, departments and whole organisations."""

    people: Mapping[int, int]
    departments: Mapping[int, int]
    organisations: Mapping[int, int]

    @property
    def ids(self) -> list[int]:
        """All of these members."""
        known = self.people, self.departments, self.organisations
        return [key for one in known for key in one.values()]

    def members(
        self, person_id: int | None, department_id: int | None, organisation_id: int | None
    ) -> set[int]:
        """For whom this person speaks."""
        known = (
            self.people.get(person_id or 0),
            self.departments.get(department_id or 0),
            self.organisations.get(organisation_id or 0),
        )
        return {one for one in known if one is not None}


def read_stakeholders(
    snapshot: Snapshot, consortium_id: int
) -> tuple[tuple[LedgerMember, ...], Stakeholding]:
    """The members, those who have left too, with when they were away."""
    query = select(
        Member.id,
        Member.role,
        Member.joined_at,
        Member.organisation_id,
        Member.department_id,
        Member.person_id,
        Organisation.sector,
        *NAMES,
    )
    own = with_names(query).where(Member.consortium_id == consortium_id).order_by(Member.id)
    found = snapshot.execute(own).all()
    names = {row.id: called(*row[-3:]) for row in found}
    seats = read_seats(snapshot, [consortium_id], names)
    members = tuple(
        LedgerMember(
            row.id,
            names[row.id],
            sector_of(row.sector),
            row.role,
            row.joined_at,
            row.organisation_id if row.department_id is not None else None,
            *seats.of(row.id),
        )
        for row in found
    )
    known = Stakeholding(
        {row.person_id: row.id for row in found if row.person_id is not None},
        {row.department_id: row.id for row in found if row.department_id is not None},
        {row.organisation_id: row.id for row in found if row.department_id is None},
    )
    return members, known


_ANSWERED = (
    select(
        Position.id,
        Position.member_id,
        Position.asking_id,
        Position.vision_id,
        Position.level,
        Position.reason,
        Position.would_move,
        Position.at,
        Position.way,
        Person.name,
    )
    .join(Vision, Vision.id == Position.vision_id)
    .outerjoin(Person, Person.id == Position.said_by_id)
    .order_by(Position.at, Position.id)
)


def read_answers(snapshot: Snapshot, consortium_id: int) -> Sequence[Any]:
    """Every answer that was ever given, in the order of time."""
    return snapshot.execute(_ANSWERED.where(Vision.consortium_id == consortium_id)).all()


def read_columns(
    snapshot: Snapshot, consortium: Consortium, numbers: Mapping[int, int], answers: Sequence[Any]
) -> tuple[list[LedgerColumn], dict[int, str]]:
    """The askings in the order of time, and the titles of the sessions they were in."""
    found = snapshot.scalars(
        select(Asking)
        .where(Asking.consortium_id == consortium.id)
        .order_by(Asking.opened_at, Asking.id)
    )
    ways: dict[int, set[AnswerWay]] = defaultdict(set)
    for row in answers:
        ways[row.asking_id or 0].add(row.way)
    columns = [
        LedgerColumn(
            asking.id,
            asking.vision_id,
            numbers.get(asking.vision_id, 0),
            asking.session_id,
            asking.scale,
            asking.agreed_level,
            asking.opened_at,
            asking.revealed_at,
            is_of_calls(asking.session_id, asking.opened_at, asking.revealed_at)
            and ways[asking.id] == {AnswerWay.CALL},
        )
        for asking in found
    ]
    columns += _old_columns(consortium, numbers, answers)
    asked_in = {column.session_id for column in columns if column.session_id is not None}
    titles = snapshot.execute(select(Session.id, Session.title).where(Session.id.in_(asked_in)))
    return (
        sorted(columns, key=lambda one: (one.opened_at, one.key)),
        {row.id: row.title for row in titles},
    )


def _old_columns(
    consortium: Consortium, numbers: Mapping[int, int], answers: Sequence[Any]
) -> Iterator[LedgerColumn]:
    for one in asked_once((row.vision_id, row.asking_id, row.at) for row in answers):
        yield LedgerColumn(
            -one.vision_id,
            one.vision_id,
            numbers.get(one.vision_id, 0),
            consortium.session_id,
            consortium.scale,
            consortium.agreed_level,
            one.opened_at,
            one.revealed_at,
        )


def answers_at(columns: Sequence[LedgerColumn], answers: Sequence[Any]) -> tuple[AnswerAt, ...]:
    """The answers as the ledger knows them: hidden ones are those of the kiosk before a reveal."""
    still_open = {column.key for column in columns if column.is_open}
    return tuple(
        AnswerAt(
            row.id,
            row.member_id,
            key := row.asking_id or -row.vision_id,
            row.level,
            row.at,
            row.way is AnswerWay.CALL,
            bool(row.reason or row.would_move),
            key in still_open and row.way is AnswerWay.KIOSK,
        )
        for row in answers
    )


def read_present(
    snapshot: Snapshot, session_ids: Sequence[int], members: Stakeholding
) -> dict[int, frozenset[int]]:
    """For which members somebody was there, by session; left out where no one was checked in.

    Who was placed in a consortium that evening was there for that member only, and a member with
    delegates was there where one of them was.
    """
    resident = case((Person.id.in_(list(members.people)), Person.id), else_=None)
    named = _with_delegates(snapshot, session_ids, members)
    there: dict[int, set[int]] = defaultdict(set)
    for session_id, placed_for, *spoken_by in snapshot.execute(
        select(
            Attendance.session_id,
            Delegate.member_id,
            resident,
            Person.department_id,
            Person.organisation_id,
        )
        .join(Person, Person.id == Attendance.person_id)
        .outerjoin(
            Delegate,
            and_(
                Delegate.person_id == Attendance.person_id,
                Delegate.session_id == Attendance.session_id,
            ),
        )
        .where(Attendance.session_id.in_(session_ids))
        .where(Attendance.state != AttendanceState.REGISTERED)
        .distinct()
    ):
        spoken_for = {placed_for} if placed_for else members.members(*spoken_by)
        there[session_id] |= spoken_for - (set() if placed_for else named[session_id])
    return {key: frozenset(own) for key, own in there.items()}


def _with_delegates(
    snapshot: Snapshot, session_ids: Sequence[int], members: Stakeholding
) -> Mapping[int, set[int]]:
    """The members for whom somebody was named to speak, by session."""
    named: dict[int, set[int]] = defaultdict(set)
    for session_id, member_id in snapshot.execute(
        select(Delegate.session_id, Delegate.member_id).where(
            Delegate.session_id.in_(session_ids), Delegate.member_id.in_(members.ids)
        )
    ):
        named[session_id].add(member_id)
    return named


def read_promises(snapshot: Snapshot, consortium_id: int) -> tuple[OpenPromise, ...]:
    """The commitments of a consortium that are not kept yet."""
    found = snapshot.execute(
        select(Commitment.id, Commitment.member_id, Commitment.what, Commitment.due_on)
        .join(Member, Member.id == Commitment.member_id)
        .where(Member.consortium_id == consortium_id, Commitment.done_at.is_(None))
        .order_by(Commitment.id)
    )
    return tuple(OpenPromise(*row) for row in found)
