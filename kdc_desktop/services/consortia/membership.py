"""Who is in a consortium of the club, who was, and to whom they handed over."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from sqlalchemy import bindparam, select

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.instants import Zone, day_of
from kdc_desktop.model.consortia import Leaving, Member, RoleStep
from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.services.consortia.members import stakeholder_name
from kdc_desktop.services.kit.club_zone import club_zone
from kdc_desktop.storage import Database, Snapshot


class RoleStepRow(NamedTuple):
    """From which day on a member was something else than before, and who said so."""

    on: date
    was: MemberRole
    role: MemberRole
    said_by: str


@dataclass(frozen=True)
class MembershipRow:
    """A member with the day on which it joined, and if it is away, when it left and why.

    `heir_id` and `heir` are the member to whom it handed over. `roles` are what it became, the
    newest first.
    """

    id: int
    name: str
    sector: str
    role: MemberRole
    joined_on: date
    left_on: date | None = None
    heir_id: int | None = None
    heir: str = ""
    why: str = ""
    roles: tuple[RoleStepRow, ...] = ()

    @property
    def is_in(self) -> bool:
        """Whether it is a member now."""
        return self.left_on is None


def membership(database: Database, consortium_id: int) -> list[MembershipRow]:
    """The members of a consortium: the lead first, those who have left at the end."""
    with database.read() as snapshot:
        zone = club_zone(snapshot)
        away, roles = _away(snapshot, consortium_id), _roles(snapshot, consortium_id, zone)
        found = [_named(*row) for row in snapshot.execute(_MEMBERS, {"consortium": consortium_id})]
    names = {member.id: name for member, name, _sector in found}
    rows = [
        replace(_row(member, name, sector, away, names, zone), roles=tuple(roles[member.id]))
        for member, name, sector in found
    ]
    return sorted(
        rows, key=lambda row: (not row.is_in, row.role is not MemberRole.LEAD, in_order(row.name))
    )


def fellows(database: Database, member_id: int) -> list[MembershipRow]:
    """A member and all others of its consortium."""
    with database.read() as snapshot:
        consortium_id = snapshot.get_one(Member, member_id).consortium_id
    return membership(database, consortium_id)


_MEMBERS = (
    select(Member, Organisation, Department.name, Person.name)
    .outerjoin(Organisation, Organisation.id == Member.organisation_id)
    .outerjoin(Department, Department.id == Member.department_id)
    .outerjoin(Person, Person.id == Member.person_id)
    .where(Member.consortium_id == bindparam("consortium"))
)


def _named(
    member: Member, organisation: Organisation | None, department: str | None, person: str | None
) -> tuple[Member, str, str]:
    if organisation is None:
        return member, person or "", sector_of(None)
    name = stakeholder_name(organisation.name, department)
    return member, name, sector_of(organisation.sector)


def _away(snapshot: Snapshot, consortium_id: int) -> dict[int, Leaving]:
    rows = snapshot.scalars(
        select(Leaving)
        .join(Member, Member.id == Leaving.member_id)
        .where(Member.consortium_id == consortium_id, Leaving.back_at.is_(None))
        .order_by(Leaving.id)
    )
    return {leaving.member_id: leaving for leaving in rows}


def _roles(
    snapshot: Snapshot, consortium_id: int, zone: Zone
) -> Mapping[int, Sequence[RoleStepRow]]:
    found: dict[int, list[RoleStepRow]] = defaultdict(list)
    rows = snapshot.scalars(
        select(RoleStep)
        .join(Member, Member.id == RoleStep.member_id)
        .where(Member.consortium_id == consortium_id)
        .order_by(RoleStep.at.desc(), RoleStep.id.desc())
    )
    for step in rows:
        row = RoleStepRow(day_of(step.at, zone), step.was, step.role, step.said_by)
        found[step.member_id].append(row)
    return found


def _row(
    member: Member,
    name: str,
    sector: str,
    away: dict[int, Leaving],
    names: dict[int, str],
    zone: Zone,
) -> MembershipRow:
    left = away.get(member.id)
    here = MembershipRow(member.id, name, sector, member.role, day_of(member.joined_at, zone))
    if left is None:
        return here
    heir_id = left.handed_to_id
    return replace(
        here,
        left_on=day_of(left.left_at, zone),
        heir_id=heir_id,
        heir=names.get(heir_id or 0, ""),
        why=left.why,
    )
