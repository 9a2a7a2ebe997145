"""The members of consortia inside an edit: their names, and taking one away without a loss."""

from collections.abc import Sequence

from sqlalchemy import select

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.model.consortia import Consortium, Member, OpenRole
from kdc_desktop.model.people import Organisation, Person
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
    """The name of the organisation or the resident."""
    if member.organisation_id is not None:
        return snapshot.get_one(Organisation, member.organisation_id).name
    return snapshot.get_one(Person, member.person_id).name


def check_free(
    snapshot: Snapshot, session_id: int, member: Member, trails: Sequence[ConsortiumTrail]
) -> None:
    """Refuse to take a member out of its consortium when something it said would be lost."""
    if member.id in spoken_members(snapshot, session_id, trails):
        raise UserError(
            _(
                "{member} has taken a position or made a promise in {consortium}. "
                "Leave it there, or remove what it said first.",
                member=member_name(snapshot, member),
                consortium=snapshot.get_one(Consortium, member.consortium_id).name,
            )
        )


def remove_member(
    edit: Edit, session_id: int, member: Member, trails: Sequence[ConsortiumTrail]
) -> None:
    """Take a member without delegates away; the roles it filled are open again."""
    check_free(edit, session_id, member, trails)
    open_roles_of(edit, member)
    edit.flush()
    edit.delete(member)


def open_roles_of(edit: Edit, member: Member) -> None:
    """The roles that a member filled are open again."""
    for role in edit.scalars(select(OpenRole).where(OpenRole.filled_by_id == member.id)):
        role.filled_by_id = None
