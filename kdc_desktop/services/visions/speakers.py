"""Who can answer for the members of a consortium tonight, and for whom that has been done."""

from dataclasses import dataclass

from sqlalchemy import Select, select

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.consortia import Consortium, Delegate, Member
from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.model.visions import Asking, Position, Pulse, PulseAnswer
from kdc_desktop.services.consortia.leaving import is_asked_now
from kdc_desktop.services.consortia.members import stakeholder_name
from kdc_desktop.storage import Database, Snapshot


@dataclass(frozen=True)
class SpeakerRow:
    """Somebody who is here and can answer for a member; without a person the member by its name.

    A resident speaks for nobody else, so `member` is empty. `badge` is what they wear tonight.
    """

    member_id: int
    person_id: int | None
    name: str
    member: str
    sector: str
    badge: str
    has_answered: bool


def speakers_of_asking(database: Database, asking_id: int) -> list[SpeakerRow]:
    """Those who can answer an asking, by name."""
    answered = select(Position.member_id).where(Position.asking_id == asking_id)
    with database.read() as snapshot:
        return _speakers(snapshot, snapshot.get_one(Asking, asking_id), answered)


def speakers_of_pulse(database: Database, pulse_id: int) -> list[SpeakerRow]:
    """Those who can answer a pulse, by name."""
    answered = select(PulseAnswer.member_id).where(PulseAnswer.pulse_id == pulse_id)
    with database.read() as snapshot:
        return _speakers(snapshot, snapshot.get_one(Pulse, pulse_id), answered)


@dataclass(frozen=True)
class _Asked:
    """A member that is asked."""

    id: int
    organisation_id: int | None
    department_id: int | None
    person_id: int | None
    name: str
    sector: str


def _speakers(snapshot: Snapshot, asked: Asking | Pulse, answered: Select[int]) -> list[SpeakerRow]:
    members = _members(snapshot, asked.consortium_id)
    done = set(snapshot.scalars(answered))
    here = _people_here(snapshot, asked.session_id)
    placed = _delegates(snapshot, asked)
    rows: list[SpeakerRow] = []
    for member in members:
        speaking = [
            person for person in here if placed.get(person.id, _of(person, members)) == member.id
        ]
        rows += [
            SpeakerRow(
                member.id,
                person.id,
                person.name,
                "" if person.id == member.person_id else member.name,
                member.sector,
                person.badge,
                member.id in done,
            )
            for person in speaking
        ]
        if not speaking:
            row = (member.id, member.person_id, member.name, "", member.sector, "")
            rows.append(SpeakerRow(*row, member.id in done))
    return sorted(rows, key=lambda row: (in_order(row.name), row.member_id))


@dataclass(frozen=True)
class _Here:
    """A person who is in the session."""

    id: int
    name: str
    organisation_id: int | None
    department_id: int | None
    badge: str


def _members(snapshot: Snapshot, consortium_id: int) -> list[_Asked]:
    rows = snapshot.execute(
        select(Member, Organisation.name, Organisation.sector, Department.name, Person.name)
        .outerjoin(Organisation, Organisation.id == Member.organisation_id)
        .outerjoin(Department, Department.id == Member.department_id)
        .outerjoin(Person, Person.id == Member.person_id)
        .where(Member.consortium_id == consortium_id, is_asked_now())
        .order_by(Member.id)
    )
    return [
        _Asked(
            member.id,
            member.organisation_id,
            member.department_id,
            member.person_id,
            stakeholder_name(organisation, department) if organisation else person or "",
            sector_of(sector),
        )
        for member, organisation, sector, department, person in rows
    ]


def _people_here(snapshot: Snapshot, session_id: int | None) -> list[_Here]:
    rows = snapshot.execute(
        select(
            Person.id,
            Person.name,
            Person.organisation_id,
            Person.department_id,
            Attendance.badge,
        )
        .join(Attendance, Attendance.person_id == Person.id)
        .where(Attendance.session_id == session_id, Attendance.state == AttendanceState.PRESENT)
    )
    return [_Here(*row) for row in rows]


def _delegates(snapshot: Snapshot, asked: Asking | Pulse) -> dict[int, int]:
    """For which member those speak who were placed in a consortium tonight, by person.

    Who sits in another one speaks for no member of this one.
    """
    rows = snapshot.execute(
        select(Delegate.person_id, Delegate.member_id, Consortium.id)
        .join(Member, Member.id == Delegate.member_id)
        .join(Consortium, Consortium.id == Member.consortium_id)
        .where(Delegate.session_id == asked.session_id)
    )
    ours_last = sorted(rows, key=lambda row: row.id == asked.consortium_id)
    return {person_id: member_id for person_id, member_id, _at in ours_last}


def _of(person: _Here, members: list[_Asked]) -> int | None:
    """The member that a person belongs to: themselves, their department, else its organisation."""
    for member in members:
        if member.person_id == person.id:
            return member.id
    if person.organisation_id is None:
        return None
    of_same = [one for one in members if one.organisation_id == person.organisation_id]
    for department_id in (person.department_id, None):
        for member in of_same:
            if member.department_id == department_id:
                return member.id
    return None
