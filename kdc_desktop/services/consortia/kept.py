"""The consortia and members that are in the file."""

from collections.abc import Iterable

from sqlalchemy import Row, func, select

from kdc_desktop.domain.consortia.fitting import Group
from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.model.consortia import Consortium, Member, OpenRole
from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.services.consortia.leaving import has_left
from kdc_desktop.services.consortia.members import stakeholder_name
from kdc_desktop.services.consortia.rows import ConsortiumRow, KeptMember, OpenRoleRow
from kdc_desktop.services.consortia.steps import states_in
from kdc_desktop.services.consortia.wanted import Wanted
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick, value

_MEMBERS = Quick(
    select(
        Member.id,
        Consortium.winner_id,
        Member.organisation_id,
        Member.person_id,
        func.coalesce(Organisation.name, Person.name),
        Organisation.sector,
        Member.role,
        Member.department_id,
        Department.name,
    )
    .join(Consortium, Consortium.id == Member.consortium_id)
    .outerjoin(Organisation, Organisation.id == Member.organisation_id)
    .outerjoin(Department, Department.id == Member.department_id)
    .outerjoin(Person, Person.id == Member.person_id)
    .where(Consortium.session_id == value("session"), ~has_left(Member.id))
    .order_by(Member.id)
)


def kept_members(snapshot: Snapshot, session_id: int, lasting: set[int]) -> list[KeptMember]:
    """The members that are in; those in `lasting` stay without a delegate too."""
    return [
        KeptMember(
            key,
            winner,
            organisation,
            person,
            stakeholder_name(name, part),
            sector_of(sector),
            role,
            key in lasting,
            part_id,
        )
        for key, winner, organisation, person, name, sector, role, part_id, part in _MEMBERS.rows(
            snapshot, session=session_id
        )
    ]


def settled_consortia(snapshot: Snapshot, session_id: int) -> dict[int, ConsortiumRow]:
    """The consortia in the file by winner, without their members."""
    found = snapshot.scalars(
        select(Consortium)
        .where(Consortium.session_id == session_id)
        .order_by(Consortium.place_in_order, Consortium.id)
    ).all()
    roles: dict[int, list[OpenRoleRow]] = {}
    looked_for = (
        select(OpenRole)
        .join(Consortium, Consortium.id == OpenRole.consortium_id)
        .where(Consortium.session_id == session_id)
        .order_by(OpenRole.id)
    )
    for role in snapshot.scalars(looked_for):
        row = OpenRoleRow(role.id, role.title, role.sector, role.filled_by_id, role.role)
        roles.setdefault(role.consortium_id, []).append(row)
    states = states_in(snapshot, [one.id for one in found], ())
    return {
        one.winner_id: ConsortiumRow(
            one.id,
            one.winner_id,
            one.name,
            one.smallest,
            one.largest,
            one.needed_sectors,
            (),
            (),
            tuple(roles.get(one.id, ())),
            one.confirmed_at,
            states[one.id].state,
        )
        for one in found
        if one.winner_id is not None
    }


def groups_of(
    winners: Iterable[Row[int, str]],
    settled: dict[int, ConsortiumRow],
    wanted: Wanted,
) -> list[Group]:
    """The groups a suggestion may fill: as the consortia ask, else as wanted."""
    groups = []
    for winner_id, title in winners:
        here = settled.get(winner_id)
        groups.append(
            Group(
                winner_id,
                here.name if here else title,
                here.smallest if here else wanted.smallest,
                here.largest if here else wanted.largest,
                frozenset(here.needed_sectors if here else wanted.needed_sectors),
            )
        )
    return groups
