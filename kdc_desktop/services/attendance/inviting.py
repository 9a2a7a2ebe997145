"""Put people who were there before on the list of a session that is being planned."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from kdc_desktop.domain.attendance.states import AttendanceRole
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.people import Person, PersonMerge
from kdc_desktop.model.sessions import Session
from kdc_desktop.storage import Edit, Snapshot


def people_of(
    snapshot: Snapshot, session_id: int | None = None, *, came: bool = False
) -> frozenset[int]:
    """Everybody who was on the list of a session, or with None of any that is not in the trash.

    With `came` only those who were there.
    """
    listed = (
        select(Attendance.person_id)
        .join(Session, Session.id == Attendance.session_id)
        .where(Session.trashed_at.is_(None))
    )
    if session_id is not None:
        listed = listed.where(Attendance.session_id == session_id)
    if came:
        listed = listed.where(Attendance.arrived_at.is_not(None))
    return frozenset(snapshot.scalars(listed.distinct()))


@dataclass(frozen=True)
class Invitee:
    """Somebody who is to be on the list, as what they were last time."""

    person_id: int
    role: AttendanceRole = AttendanceRole.PARTICIPANT
    may_vote: bool = True


def guests_of(snapshot: Snapshot, person_ids: Collection[int]) -> tuple[Invitee, ...]:
    """What these people were last time, to `invite` them in an edit that reads none of it.

    Who is known twice comes once, and who has gone since does not.
    """
    merged = {one.person_id: one.into_id for one in snapshot.scalars(select(PersonMerge))}
    known = set(snapshot.scalars(select(Person.id)))
    wanted = sorted({merged.get(key, key) for key in person_ids} & known)
    before = {
        person_id: Invitee(person_id, role, may_vote)
        for person_id, role, may_vote in snapshot.execute(
            select(Attendance.person_id, Attendance.role, Attendance.may_vote)
            .join(Session, Session.id == Attendance.session_id)
            .where(Session.trashed_at.is_(None))
            .order_by(Session.starts_at, Attendance.id)
        )
    }
    return tuple(before.get(key, Invitee(key)) for key in wanted)


def invite(edit: Edit, session_id: int, guests: Collection[Invitee]) -> int:
    """Put them on the list as registered; how many that are, but for who has gone meanwhile."""
    known = set(edit.scalars(select(Person.id))) if guests else set()
    rows = [
        {
            "session_id": session_id,
            "person_id": one.person_id,
            "role": one.role,
            "may_vote": one.may_vote,
        }
        for one in guests
        if one.person_id in known
    ]
    edit.add_rows(Attendance, rows)
    return len(rows)
