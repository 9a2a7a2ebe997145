"""Who is expected at a session: by sector, and how many come for the first time."""

from collections import Counter

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased

from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.people import Organisation, Person
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.sessions.home import Expected
from kdc_desktop.storage import Snapshot


def expected(snapshot: Snapshot, session_id: int) -> Expected:
    """Whoever is on the list of a session."""
    earlier = aliased(Attendance)
    was_there = exists(
        select(earlier.id)
        .join(Session, Session.id == earlier.session_id)
        .where(
            earlier.person_id == Attendance.person_id,
            earlier.session_id != session_id,
            earlier.arrived_at.is_not(None),
            Session.trashed_at.is_(None),
        )
    )
    found = snapshot.execute(
        select(Organisation.sector, was_there)
        .select_from(Attendance)
        .join(Person, Person.id == Attendance.person_id)
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .where(Attendance.session_id == session_id)
    ).all()
    by_sector = Counter(sector_of(sector) for sector, _was_there in found)
    return Expected(len(found), by_sector, sum(not before for _sector, before in found))
