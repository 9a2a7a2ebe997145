"""What attendance keeps of people."""

from collections.abc import Mapping

from sqlalchemy import func, select

from kdc_desktop.model.attendance import Attendance, Passage
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.people.joins import LooseTrail, Visits, VisitsBadge
from kdc_desktop.storage import Edit, Snapshot
from kdc_desktop.storage.fast import Quick, value

# Quick, because everybody's are read again with every change to people.
_OF_EACH = (
    select(Attendance.person_id, func.count(), func.max(Session.starts_at))
    .join(Session, Attendance.session_id == Session.id)
    .where(Attendance.arrived_at.is_not(None), Session.trashed_at.is_(None))
    .group_by(Attendance.person_id)
)
_OF_ALL, _OF_ONE = Quick(_OF_EACH), Quick(_OF_EACH.where(Attendance.person_id == value("person")))


def _visits_of(snapshot: Snapshot, person_id: int | None) -> Mapping[int, Visits]:
    """The sessions that are not in the trash at which one person, or each who came, was."""
    rows = _OF_ALL.rows(snapshot) if person_id is None else _OF_ONE.rows(snapshot, person=person_id)
    return {key: Visits(sessions, last) for key, sessions, last in rows}


VISITS = VisitsBadge(frozenset({"attendance", "session"}), _visits_of)
"""Who came to which sessions."""


def _came(snapshot: Snapshot, person_id: int) -> bool:
    theirs = Attendance.person_id == person_id
    traces = (
        select(Passage.id).join(Attendance).where(theirs),
        select(Attendance.id).where(theirs, Attendance.arrived_at.is_not(None)),
    )
    return any(snapshot.scalar(trace.limit(1)) is not None for trace in traces)


def _take_off_lists(edit: Edit, person_id: int) -> None:
    for listed in edit.scalars(select(Attendance).where(Attendance.person_id == person_id)):
        edit.delete(listed)


OF_PEOPLE = LooseTrail(Attendance.__tablename__, _came, _take_off_lists)
"""Who came is on record; being on a list without having come is no trace."""
