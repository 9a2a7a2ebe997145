"""Fill an open role with who raised a hand: they join and fill it, in one step."""

from collections.abc import Sequence

from sqlalchemy import select

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy
from kdc_desktop.instants import Instant
from kdc_desktop.model.consortia import Consortium, Delegate, Member, OpenRole
from kdc_desktop.model.people import Person
from kdc_desktop.services.consortia.joining import Joiner, join_in, member_like
from kdc_desktop.services.consortia.leaving import bring_back
from kdc_desktop.services.consortia.placing import place_people
from kdc_desktop.services.consortia.trails import ConsortiumTrail
from kdc_desktop.services.consortia.worked_on import worked_on_in
from kdc_desktop.services.offers.joins import RoleNeed
from kdc_desktop.storage import Database, Edit, Snapshot


def fill_with_person(
    database: Database,
    session_id: int,
    role_id: int,
    person_id: int,
    trails: Sequence[ConsortiumTrail],
) -> int:
    """Whoever raised a hand fills an open role; the id of the member that fills it from then on.

    What they speak for joins the consortium, or comes back to it, as what is looked for. They are
    placed there in this session unless they sit in another consortium: nobody is taken from it.

    Raises:
        UserError: the role is filled, or gone.
    """
    with database.read() as snapshot:
        title = snapshot.get_one(OpenRole, role_id).title
        name = snapshot.get_one(Person, person_id).name
    label = lazy("{name} fills the open role: {role}", name=name, role=title)
    with database.edit(label) as edit:
        role = edit.get_one(OpenRole, role_id)
        if role.filled_by_id is not None:
            raise UserError(_("Somebody fills this role already: {role}", role=title))
        now, joiner = database.now(), _speaks_as(edit.get_one(Person, person_id))
        known = member_like(edit, role.consortium_id, joiner)
        _place(edit, session_id, role.consortium_id, person_id, now, trails)
        member = member_like(edit, role.consortium_id, joiner)
        if member is None:
            key = join_in(edit, role.consortium_id, joiner, role.role or MemberRole.PARTNER, now)
            member = edit.get_one(Member, key)
        elif known is None and role.role is not None:
            member.role = role.role
        bring_back(edit, [member.id], now)
        role.filled_by_id = member.id
        return member.id


def _place(
    edit: Edit,
    session_id: int,
    consortium_id: int,
    person_id: int,
    now: Instant,
    trails: Sequence[ConsortiumTrail],
) -> None:
    here = select(Consortium.id).where(worked_on_in(session_id), Consortium.id == consortium_id)
    sits = select(Delegate.id).where(
        Delegate.session_id == session_id, Delegate.person_id == person_id
    )
    if edit.scalar(here) is not None and edit.scalar(sits) is None:
        place_people(edit, session_id, {person_id: consortium_id}, now, trails)
        edit.flush()


def _speaks_as(person: Person) -> Joiner:
    """The member that this person speaks for."""
    if person.organisation_id is None:
        return Joiner(person_id=person.id)
    return Joiner(person.organisation_id, person.department_id)


def open_role_needs(snapshot: Snapshot, session_id: int) -> list[RoleNeed]:
    """What the consortia that a session works on still look for, in their order."""
    found = snapshot.execute(
        select(OpenRole.id, OpenRole.title, Consortium.name, OpenRole.sector)
        .join(Consortium, Consortium.id == OpenRole.consortium_id)
        .where(worked_on_in(session_id), OpenRole.filled_by_id.is_(None))
        .order_by(Consortium.place_in_order, OpenRole.id)
    )
    return [RoleNeed(key, title, group, sector or "") for key, title, group, sector in found]
