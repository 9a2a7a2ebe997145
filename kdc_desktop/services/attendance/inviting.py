"""Put people who were there before on the list of a session that is being planned."""

from collections.abc import Collection

from sqlalchemy import select

from kdc_desktop.domain.attendance.states import AttendanceRole
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.people import Person, PersonMerge
from kdc_desktop.model.sessions import Session
from kdc_desktop.storage import Edit, Snapshot


def people_of(snapshot: Snapshot, session_id: int | None = None) -> frozenset[int]:
    """Everybody who was on the list of a session, or with None of any that is not in the trash."""
    listed = (
        select(Attendance.person_id)
        .join(Session, Session.id == Attendance.session_id)
        .where(Session.trashed_at.is_(None))
    )
    if session_id is not None:
        listed = listed.where(Attendance.session_id == session_id)
    return frozenset(snapshot.scalars(listed.distinct()))


def invite(edit: Edit, session_id: int, person_ids: Collection[int]) -> int:
    """Put them on the list as registered, each as what they were last time; how many that are.

    Who is known twice comes once, and who has gone since does not.
    """
    merged = {one.person_id: one.into_id for one in edit.scalars(select(PersonMerge))}
    known = set(edit.scalars(select(Person.id)))
    wanted = sorted({merged.get(key, key) for key in person_ids} & known)
    before = {
        person_id: (role, may_vote)
        for person_id, role, may_vote in edit.execute(
            select(Attendance.person_id, Attendance.role, Attendance.may_vote)
            .join(Session, Session.id == Attendance.session_id)
            .where(Session.trashed_at.is_(None))
            .order_by(Session.starts_at, Attendance.id)
        )
    }
    as_usual = AttendanceRole.PARTICIPANT, True
    rows = [
        {"session_id": session_id, "person_id": key, "role": role, "may_vote": may_vote}
        for key in wanted
        for role, may_vote in [before.get(key, as_usual)]
    ]
    edit.add_rows(Attendance, rows)
    return len(rows)
