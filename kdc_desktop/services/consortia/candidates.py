"""Who is to be placed in consortia, with what each of them wished."""

from collections.abc import Mapping

from sqlalchemy import case, func, select

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.consortia.fitting import Candidate
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.consortia import Delegate, Member
from kdc_desktop.model.interests import Interest
from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.services.attendance.namesakes import namesakes_in
from kdc_desktop.services.interests.organisations import organisation_wishes_in
from kdc_desktop.services.interests.questions import HOSTS
from kdc_desktop.services.interests.rows import Wisher
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick, value

_WISHES = Quick(
    select(Interest.person_id, Interest.winner_id, Interest.role)
    .where(Interest.session_id == value("session"))
    .order_by(Interest.choice)
)
_PRESENT = (
    select(Attendance.person_id)
    .where(Attendance.session_id == value("session"), Attendance.state == AttendanceState.PRESENT)
    .union(select(Delegate.person_id).where(Delegate.session_id == value("session")))
)
# A delegate speaks for the member they were placed with, also after a change of employer.
_SPEAKS_FOR = case((Member.id.is_not(None), Member.organisation_id), else_=Person.organisation_id)
_OF_PART = case((Member.id.is_not(None), Member.department_id), else_=Person.department_id)
_ABOUT = Quick(
    select(
        Person.id,
        Person.name,
        Organisation.id,
        Organisation.name,
        Organisation.sector,
        Attendance.role,
        Delegate.id,
        Department.id,
        Department.name,
    )
    .outerjoin(
        Attendance,
        (Attendance.person_id == Person.id) & (Attendance.session_id == value("session")),
    )
    .outerjoin(
        Delegate, (Delegate.person_id == Person.id) & (Delegate.session_id == value("session"))
    )
    .outerjoin(Member, Member.id == Delegate.member_id)
    .outerjoin(Organisation, Organisation.id == _SPEAKS_FOR)
    .outerjoin(Department, Department.id == _OF_PART)
    .where(Person.id.in_(_PRESENT))
    .order_by(func.lower(Person.name), Person.id)
)


def candidates_of(snapshot: Snapshot, session_id: int) -> list[Candidate]:
    """Those present, but for hosts without a wish, and those placed already, by name."""
    wishes: dict[int, list[int]] = {}
    roles: dict[int, MemberRole] = {}
    for person_id, winner_id, role in _WISHES.rows(snapshot, session=session_id):
        wishes.setdefault(person_id, []).append(winner_id)
        roles[person_id] = role
    wanted = {one.wisher: one.choices for one in organisation_wishes_in(snapshot, session_id)}
    found = [
        Candidate(
            key,
            name,
            sector_of(sector),
            organisation_id,
            organisation or "",
            tuple(wishes.get(key, ())),
            roles.get(key),
            department_id=part_id,
            department=part or "",
            drawn=_drawn(wanted, organisation_id, part_id),
        )
        for key, name, organisation_id, organisation, sector, hosts, placed, part_id, part in (
            _ABOUT.rows(snapshot, session=session_id)
        )
        if placed is not None or hosts not in HOSTS or key in wishes
    ]
    apart = namesakes_in(snapshot, [(one.person_id, one.name) for one in found])
    return [one._replace(apart=apart.get(one.person_id, "")) for one in found] if apart else found


def _drawn(
    wanted: Mapping[Wisher, tuple[int, ...]], organisation_id: int | None, part_id: int | None
) -> tuple[int, ...]:
    """Where those want to be for whom somebody speaks: first their department, then the whole."""
    if organisation_id is None or not wanted:
        return ()
    of_part = wanted.get(Wisher(organisation_id, part_id), ()) if part_id is not None else ()
    return tuple(dict.fromkeys((*of_part, *wanted.get(Wisher(organisation_id), ()))))
