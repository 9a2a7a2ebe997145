"""Who is to be placed in consortia, with what each of them wished."""

from collections.abc import Sequence

from sqlalchemy import Row, case, func, select

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.consortia.fitting import Candidate
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.consortia import Delegate, Member
from kdc_desktop.model.interests import Interest
from kdc_desktop.model.people import Organisation, Person
from kdc_desktop.services.interests.questions import HOSTS
from kdc_desktop.storage import Snapshot


def candidates_of(snapshot: Snapshot, session_id: int) -> list[Candidate]:
    """Those present, but for hosts without a wish, and those placed already, by name."""
    wishes: dict[int, list[int]] = {}
    roles: dict[int, MemberRole] = {}
    for person_id, winner_id, role in snapshot.execute(
        select(Interest.person_id, Interest.winner_id, Interest.role)
        .where(Interest.session_id == session_id)
        .order_by(Interest.choice)
    ):
        wishes.setdefault(person_id, []).append(winner_id)
        roles[person_id] = role
    present = select(Attendance.person_id, Attendance.role).where(
        Attendance.session_id == session_id, Attendance.state == AttendanceState.PRESENT
    )
    here = {
        person_id
        for person_id, role in snapshot.execute(present)
        if role not in HOSTS or person_id in wishes
    }
    here.update(
        snapshot.scalars(select(Delegate.person_id).where(Delegate.session_id == session_id))
    )
    return [
        Candidate(
            key,
            name,
            sector_of(sector),
            organisation_id,
            organisation or "",
            tuple(wishes.get(key, ())),
            roles.get(key),
        )
        for key, name, organisation_id, organisation, sector in _about(snapshot, session_id, here)
    ]


def _about(
    snapshot: Snapshot, session_id: int, people: set[int]
) -> Sequence[Row[int, str, int, str, str]]:
    # A delegate speaks for the member they were placed with, also after a change of employer.
    speaks_for = case(
        (Member.id.is_not(None), Member.organisation_id), else_=Person.organisation_id
    )
    query = (
        select(Person.id, Person.name, Organisation.id, Organisation.name, Organisation.sector)
        .outerjoin(
            Delegate, (Delegate.person_id == Person.id) & (Delegate.session_id == session_id)
        )
        .outerjoin(Member, Member.id == Delegate.member_id)
        .outerjoin(Organisation, Organisation.id == speaks_for)
        .where(Person.id.in_(people))
        .order_by(func.lower(Person.name), Person.id)
    )
    return snapshot.execute(query).all()
