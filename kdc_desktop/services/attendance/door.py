"""Who is in the room: registering, checking in, leaving, roles, voting rights and badge codes."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select

from kdc_desktop.domain.attendance.badges import badge_code
from kdc_desktop.domain.attendance.states import AttendanceRole, AttendanceState
from kdc_desktop.domain.kit.text import clean, fold, normalise, people
from kdc_desktop.domain.people.sectors import LETTERS, sector_of
from kdc_desktop.errors import UserError
from kdc_desktop.model import Attendance, Department, Organisation, Passage, Person, Session
from kdc_desktop.model.attendance import LEFT as LEFT
from kdc_desktop.model.attendance import PRESENT as PRESENT
from kdc_desktop.model.attendance import REGISTERED as REGISTERED
from kdc_desktop.services.kit.lengths import NAME, not_longer
from kdc_desktop.services.people.organisations import organisation_called, organisation_id_for
from kdc_desktop.storage import Database, Edit, Snapshot

PARTICIPANT = "participant"
ROLES = {
    PARTICIPANT: "Participant",
    "facilitator": "Facilitator",
    "observer": "Observer",
    "staff": "Staff",
}
"""The roles in a session and what they are called; all but participants are without a vote."""


@dataclass(frozen=True)
class AttendanceRow:
    """A person in a session. `returning`: they were present at an earlier session."""

    id: int
    person_id: int
    name: str
    organisation: str
    department: str
    sector: str
    role: AttendanceRole
    may_vote: bool
    badge: str
    state: AttendanceState
    arrived_at: datetime | None
    returning: bool


@dataclass(frozen=True)
class Presence:
    """How many are present, of how many who are on the list; `by_sector` counts those present."""

    present: int
    registered: int
    by_sector: dict[str, int]


def presence(database: Database, session_id: int) -> Presence:
    """The counts of a session; every sector has one."""
    query = (
        select(Attendance.state, Organisation.sector, func.count())
        .select_from(Attendance)
        .join(Person, Attendance.person_id == Person.id)
        .outerjoin(Organisation, Person.organisation_id == Organisation.id)
        .where(Attendance.session_id == session_id)
        .group_by(Attendance.state, Organisation.sector)
    )
    registered, by_sector = 0, dict.fromkeys(LETTERS, 0)
    with database.read() as snapshot:
        for state, sector, count in snapshot.execute(query):
            registered += count
            if state == PRESENT:
                by_sector[sector_of(sector)] += count
    return Presence(sum(by_sector.values()), registered, by_sector)


def attendances(database: Database, session_id: int) -> list[AttendanceRow]:
    """Everybody on the list of a session, by name."""
    with database.read() as snapshot:
        rows = _rows(snapshot, session_id)
    return sorted(rows, key=lambda row: fold(row.name))


def _rows(
    snapshot: Snapshot, session_id: int, *conditions: ColumnElement[bool]
) -> list[AttendanceRow]:
    query = (
        select(Attendance, Person.name, Organisation.name, Department.name, Organisation.sector)
        .join(Person, Attendance.person_id == Person.id)
        .outerjoin(Organisation, Person.organisation_id == Organisation.id)
        .outerjoin(Department, Person.department_id == Department.id)
        .where(Attendance.session_id == session_id, *conditions)
    )
    returning = _came_before(snapshot, session_id)
    return [
        AttendanceRow(
            attended.id,
            attended.person_id,
            name,
            organisation or "",
            department or "",
            sector_of(sector),
            attended.role,
            attended.may_vote,
            attended.badge,
            attended.state,
            attended.arrived_at,
            attended.person_id in returning,
        )
        for attended, name, organisation, department, sector in snapshot.execute(query)
    ]


def _came_before(snapshot: Snapshot, session_id: int) -> set[int]:
    starts_at = select(Session.starts_at).where(Session.id == session_id).scalar_subquery()
    query = (
        select(Attendance.person_id)
        .join(Session, Attendance.session_id == Session.id)
        .where(
            Session.starts_at < starts_at,
            Session.trashed_at.is_(None),
            Attendance.arrived_at.is_not(None),
        )
    )
    return set(snapshot.scalars(query.distinct()))


def register(database: Database, session_id: int, person_ids: Sequence[int]) -> int:
    """Put people on the list of a session; returns how many were not on it yet."""
    wanted = set(person_ids)
    label = f"Registered {people(len(wanted))}"
    with database.edit(label) as edit:
        return register_all(edit, session_id, wanted)


def register_all(edit: Edit, session_id: int, person_ids: set[int]) -> int:
    """Put people on the list of a session; returns how many were new to it. For verbs."""
    listed = edit.scalars(select(Attendance.person_id).where(Attendance.session_id == session_id))
    new = sorted(person_ids.difference(listed))
    edit.add_all(Attendance(session_id=session_id, person_id=person_id) for person_id in new)
    return len(new)


def unregister(database: Database, session_id: int, person_id: int) -> None:
    """Take somebody who has not come off the list of a session.

    Raises:
        UserError: they have been here, so they stay on record.
    """
    name = _name(database, person_id)
    with database.edit(f"Took {name} off the list") as edit:
        found = _attendance(edit, session_id, person_id)
        if found is None:
            return
        if found.arrived_at is not None:
            raise UserError(f"{name} has been here and stays on the list. Mark them as left.")
        edit.delete(found)


def check_in(database: Database, session_id: int, person_id: int) -> int:
    """Somebody known arrives, registered or not; returns the id of their attendance.

    Checking in twice changes nothing.
    """
    with database.edit(f"Checked in {_name(database, person_id)}") as edit:
        return _arrive(edit, session_id, person_id, database.now())


def leave(database: Database, session_id: int, person_id: int) -> None:
    """Somebody who is present goes; polls that open from now on do without them.

    Raises:
        UserError: they are not here.
    """
    name = _name(database, person_id)
    with database.edit(f"{name} left") as edit:
        found = _attendance(edit, session_id, person_id)
        if found is None or found.state != PRESENT:
            raise UserError(f"{name} is not here. Check them in first.")
        found.state = LEFT
        edit.add(Passage(attendance_id=found.id, at=database.now(), inwards=False))


def come_back(database: Database, session_id: int, person_id: int) -> None:
    """Somebody who had left is here again."""
    with database.edit(f"{_name(database, person_id)} came back") as edit:
        _arrive(edit, session_id, person_id, database.now())


def parse_walk_in(text: str) -> tuple[str, str]:
    """Name and organisation out of one line: "Aino Laine, Harbour Mobility"."""
    name, _, organisation = text.partition(",")
    return clean(name), clean(organisation)


def walk_in(
    database: Database,
    session_id: int,
    name: str,
    organisation_name: str = "",
    sector: str | None = None,
) -> int:
    """Somebody who is on no list arrives; returns the id of the person.

    `name` may hold both, "Aino Laine, Harbour Mobility". An organisation that is not known yet
    gets `sector`, or the one its name suggests, or Companies; without one they are a resident.
    Somebody known by this name in this organisation is checked in and not added again.

    Raises:
        UserError: there is no name, or the one person of this name is here already.
    """
    if not organisation_name:
        name, organisation_name = parse_walk_in(name)
    name = clean(name)
    if not name:
        raise UserError("Type a name, then a comma and the organisation if there is one.")
    not_longer(name, NAME, "the name")
    not_longer(organisation_name, NAME, "the name of the organisation")
    with database.edit(f"Checked in {name}") as edit:
        known_id = _known_as(edit, session_id, name, organisation_name)
        if known_id is None:
            person = Person(
                name=name,
                organisation_id=organisation_id_for(edit, organisation_name, sector),
                created_at=database.now(),
            )
            edit.add(person)
            edit.flush()
            known_id = person.id
        _arrive(edit, session_id, known_id, database.now())
        return known_id


def _known_as(edit: Snapshot, session_id: int, name: str, organisation_name: str) -> int | None:
    organisation = organisation_called(edit, organisation_name)
    if organisation is None and clean(organisation_name):
        return None
    of_it = select(Person.id, Person.name).where(
        Person.organisation_id == (None if organisation is None else organisation.id)
    )
    known = [
        person_id
        for person_id, known_name in edit.execute(of_it)
        if normalise(known_name) == normalise(name)
    ]
    if len(known) != 1:
        return None
    attended = _attendance(edit, session_id, known[0])
    if attended is not None and attended.state == PRESENT:
        raise UserError(
            f"{name} is here already. For somebody else of this name, add something to the name."
        )
    return known[0]


def set_role(database: Database, attendance_ids: Sequence[int], role: str) -> None:
    """What people are in this session: a key of `ROLES`. Only participants keep their vote."""
    whom = people(len(attendance_ids))
    with database.edit(f"Made {whom} {ROLES[role].lower()}") as edit:
        for attendance_id in attendance_ids:
            found = edit.get_one(Attendance, attendance_id)
            found.role, found.may_vote = AttendanceRole(role), role == PARTICIPANT


def set_may_vote(database: Database, attendance_ids: Sequence[int], may_vote: bool) -> None:
    """Give or take the right to vote in polls that open from now on."""
    whom = people(len(attendance_ids))
    label = f"Gave {whom} a vote" if may_vote else f"Took the vote from {whom}"
    with database.edit(label) as edit:
        for attendance_id in attendance_ids:
            edit.get_one(Attendance, attendance_id).may_vote = may_vote


def assign_badges(database: Database, session_id: int) -> int:
    """Give everybody on the list who has no badge code one; returns how many got one."""
    rng = random.SystemRandom()
    with database.edit("Gave out badge codes") as edit:
        listed = edit.scalars(select(Attendance).where(Attendance.session_id == session_id)).all()
        taken = {attended.badge.upper() for attended in listed}
        without = [attended for attended in listed if not attended.badge]
        for attended in without:
            attended.badge = badge_code(taken, rng)
            taken.add(attended.badge)
        return len(without)


def _name(database: Database, person_id: int) -> str:
    with database.read() as snapshot:
        return snapshot.get_one(Person, person_id).name


def _attendance(edit: Snapshot, session_id: int, person_id: int) -> Attendance | None:
    return edit.scalar(
        select(Attendance).where(
            Attendance.session_id == session_id, Attendance.person_id == person_id
        )
    )


def _arrive(edit: Edit, session_id: int, person_id: int, now: datetime) -> int:
    found = _attendance(edit, session_id, person_id)
    if found is None:
        found = Attendance(session_id=session_id, person_id=person_id, state=REGISTERED)
        edit.add(found)
        edit.flush()
    if found.state != PRESENT:
        found.state = PRESENT
        found.arrived_at = found.arrived_at or now
        edit.add(Passage(attendance_id=found.id, at=now, inwards=True))
    return found.id
