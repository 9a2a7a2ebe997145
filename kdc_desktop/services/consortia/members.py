"""The members of consortia inside an edit: their names, and taking one away without a loss."""

from collections.abc import Collection, Sequence

from sqlalchemy import select

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.model.consortia import Consortium, Member, OpenRole, RoleStep
from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.services.consortia.trails import ConsortiumTrail, spoken_members
from kdc_desktop.storage import Edit, Snapshot


def consortium_in(snapshot: Snapshot, session_id: int, consortium_id: int) -> Consortium:
    """This consortium of this session.

    Raises:
        UserError: it is gone, or another session's.
    """
    found = snapshot.get(Consortium, consortium_id)
    if found is None or found.session_id != session_id:
        raise UserError(_("This consortium is not in this session. Choose one of its own."))
    return found


def member_name(snapshot: Snapshot, member: Member) -> str:
    """The name of the organisation, with its department if it is one, or of the resident."""
    if member.organisation_id is None:
        return snapshot.get_one(Person, member.person_id).name
    department_id = member.department_id
    department = None if department_id is None else snapshot.get_one(Department, department_id).name
    return stakeholder_name(snapshot.get_one(Organisation, member.organisation_id).name, department)


def stakeholder_name(organisation: str, department: str | None) -> str:
    """An organisation, or the department of one that is a member by itself."""
    if not department:
        return organisation
    return _("{organisation}, {department}", organisation=organisation, department=department)


class HasSpokenError(UserError):
    """A member cannot be taken out of its consortium without a loss; but it can leave it."""


def check_free(
    snapshot: Snapshot,
    session_id: int,
    members: Collection[int],
    trails: Sequence[ConsortiumTrail],
) -> None:
    """Refuse to take members out of their consortium when something they said would be lost."""
    spoken = spoken_members(snapshot, session_id, trails) if members else set()
    for member_id in sorted(spoken.intersection(members)):
        member = snapshot.get_one(Member, member_id)
        raise HasSpokenError(
            _(
                "{member} has taken a position or made a promise in {consortium}. "
                "Leave it there, or let it leave: what it said stays.",
                member=member_name(snapshot, member),
                consortium=snapshot.get_one(Consortium, member.consortium_id).name,
            )
        )


def remove_members(
    edit: Edit, session_id: int, members: Collection[int], trails: Sequence[ConsortiumTrail]
) -> None:
    """Take members without delegates away; the roles they filled are open again."""
    check_free(edit, session_id, members, trails)
    open_roles_of(edit, members)
    steps = select(RoleStep.id).where(RoleStep.member_id.in_(list(members)))
    edit.remove_rows(RoleStep, edit.scalars(steps).all())
    edit.remove_rows(Member, members)


def open_roles_of(edit: Edit, members: Collection[int]) -> None:
    """The roles that these members filled are open again."""
    filled = edit.scalars(select(OpenRole.id).where(OpenRole.filled_by_id.in_(list(members))))
    edit.change_rows(OpenRole, {key: {"filled_by_id": None} for key in filled})
