"""Who joins a consortium: an organisation, a department of one, or a resident."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import select

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy, nfillable
from kdc_desktop.instants import Instant
from kdc_desktop.model.consortia import Consortium, Member
from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.services.consortia.choosing import called, everybody
from kdc_desktop.services.consortia.leaving import has_left
from kdc_desktop.services.consortia.members import member_name, stakeholder_name
from kdc_desktop.storage import Database, Edit, Snapshot


class Joiner(NamedTuple):
    """Who may be a member: an organisation, with a department where that is meant, or a person."""

    organisation_id: int | None = None
    department_id: int | None = None
    person_id: int | None = None


@dataclass(frozen=True)
class JoinerRow:
    """Somebody who may join, by name and sector."""

    joiner: Joiner
    name: str
    sector: str


def join(
    database: Database,
    consortium_id: int,
    joiner: Joiner,
    role: MemberRole = MemberRole.PARTNER,
) -> int:
    """Make somebody a member of a consortium; the id of the member.

    Raises:
        UserError: it is in already, was in and has left, or speaks for an organisation.
    """
    with database.read() as snapshot:
        consortium = snapshot.get_one(Consortium, consortium_id).name
        name = joiner_name(snapshot, joiner)
    label = lazy("{member} joined {consortium}", member=name, consortium=consortium)
    with database.edit(label) as edit:
        edit.get_one(Consortium, consortium_id)
        return join_in(edit, consortium_id, joiner, role, database.now())


def join_several(database: Database, consortium_id: int, joiners: Collection[Joiner]) -> int:
    """Make several members of a consortium at once, all of them or none; how many they are.

    Raises:
        UserError: as for one of them.
    """
    label = nfillable("{count} member joined a consortium", "{count} members joined a consortium")
    with database.edit(label) as edit:
        edit.get_one(Consortium, consortium_id)
        for joiner in joiners:
            join_in(edit, consortium_id, joiner, MemberRole.PARTNER, database.now())
        edit.count = len(joiners)
        return edit.count


def join_in(edit: Edit, consortium_id: int, joiner: Joiner, role: MemberRole, now: Instant) -> int:
    """The same inside an edit."""
    _refuse_employee(edit, joiner)
    there = member_like(edit, consortium_id, joiner)
    if there is not None:
        raise UserError(_why_not_again(edit, there))
    member = Member(consortium_id=consortium_id, role=role, joined_at=now, **joiner._asdict())
    edit.add(member)
    edit.flush()
    return member.id


def joiners(database: Database, consortium_id: int) -> list[JoinerRow]:
    """Who may still join a consortium: organisations, their departments, and residents, by name."""
    with database.read() as snapshot:
        inside = {
            Joiner(*row)
            for row in snapshot.execute(
                select(Member.organisation_id, Member.department_id, Member.person_id).where(
                    Member.consortium_id == consortium_id
                )
            )
        }
        rows = [*_organisations(snapshot), *_residents(snapshot)]
    free = [row for row in rows if row.joiner not in inside]
    return sorted(free, key=lambda row: in_order(row.name))


def member_like(snapshot: Snapshot, consortium_id: int, joiner: Joiner) -> Member | None:
    """The member of a consortium that is this organisation, department or person; or none."""
    return snapshot.scalar(
        select(Member).where(
            Member.consortium_id == consortium_id,
            Member.organisation_id.is_not_distinct_from(joiner.organisation_id),
            Member.department_id.is_not_distinct_from(joiner.department_id),
            Member.person_id.is_not_distinct_from(joiner.person_id),
        )
    )


def joiner_name(snapshot: Snapshot, joiner: Joiner) -> str:
    """How somebody would be called as a member."""
    member = Member(**joiner._asdict())
    return member_name(snapshot, member)


def _organisations(snapshot: Snapshot) -> list[JoinerRow]:
    rows = snapshot.execute(select(Organisation.id, Organisation.name, Organisation.sector)).all()
    names = {key: (name, sector_of(sector)) for key, name, sector in rows}
    parts = snapshot.execute(select(Department.id, Department.organisation_id, Department.name))
    found = [JoinerRow(Joiner(key), name, sector) for key, (name, sector) in names.items()]
    for key, organisation_id, department in parts:
        name, sector = names[organisation_id]
        joiner = Joiner(organisation_id, key)
        found.append(JoinerRow(joiner, stakeholder_name(name, department), sector))
    return found


def _residents(snapshot: Snapshot) -> list[JoinerRow]:
    people = called(snapshot, everybody(snapshot, residents=True))
    return [JoinerRow(Joiner(person_id=key), name, sector_of(None)) for name, key in people.items()]


def _refuse_employee(snapshot: Snapshot, joiner: Joiner) -> None:
    if joiner.person_id is None:
        return
    person = snapshot.get_one(Person, joiner.person_id)
    if person.organisation_id is not None:
        organisation = snapshot.get_one(Organisation, person.organisation_id).name
        raise UserError(
            _(
                "{person} speaks for {organisation}. Add {organisation} as a member instead.",
                person=person.name,
                organisation=organisation,
            )
        )


def _why_not_again(snapshot: Snapshot, member: Member) -> str:
    name = member_name(snapshot, member)
    consortium = snapshot.get_one(Consortium, member.consortium_id).name
    if snapshot.scalar(select(has_left(member.id))):
        return _(
            "{member} was in {consortium} before and has left. Let it come back instead.",
            member=name,
            consortium=consortium,
        )
    return _("{member} is in {consortium} already.", member=name, consortium=consortium)
