"""The member who speaks and the version it speaks of: that they belong together, and its name."""

from sqlalchemy import select

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.visions.scales import SCALES, Scale
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.model.consortia import Consortium, Member
from kdc_desktop.model.visions import Vision
from kdc_desktop.services.consortia.leaving import has_left
from kdc_desktop.services.consortia.members import member_name
from kdc_desktop.storage import Database, Snapshot


def name_of_member(database: Database, member_id: int) -> str:
    """The name of the organisation or the resident behind a member."""
    with database.read() as snapshot:
        return member_name(snapshot, snapshot.get_one(Member, member_id))


def scale_for(snapshot: Snapshot, vision_id: int, member_id: int) -> Scale:
    """The scale of the consortium to which a version and a member belong.

    Raises:
        ValueError: the member is in another consortium.
    """
    vision = snapshot.get_one(Vision, vision_id)
    if snapshot.get_one(Member, member_id).consortium_id != vision.consortium_id:
        raise ValueError("the member belongs to another consortium than the vision")
    return SCALES[snapshot.get_one(Consortium, vision.consortium_id).scale]


def check_asked(snapshot: Snapshot, member_id: int) -> None:
    """Raise a UserError where a member is not asked: it observes, or has left."""
    member = snapshot.get_one(Member, member_id)
    if member.role == MemberRole.OBSERVER:
        raise UserError(
            _(
                "{member} observes, and observers are not asked. Give it another role first.",
                member=member_name(snapshot, member),
            )
        )
    if snapshot.scalar(select(has_left(member_id))):
        raise UserError(
            _(
                "{member} has left the consortium. Let it come back first.",
                member=member_name(snapshot, member),
            )
        )
