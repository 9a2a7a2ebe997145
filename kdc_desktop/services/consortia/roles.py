"""The roles in a consortium: what each member is, and what is still looked for."""

from kdc_desktop.domain.interests.roles import ROLE_WORDS
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.kit.lengths import LINE, NAME, not_longer
from kdc_desktop.domain.kit.text import on_one_line
from kdc_desktop.domain.people.sectors import LETTERS
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text, _, fillable, lazy
from kdc_desktop.model.consortia import Member, OpenRole, RoleStep
from kdc_desktop.services.consortia.members import member_name
from kdc_desktop.storage import Database

_LONG_NAME = fillable("Shorten who said it to {longest} characters; it has {length}.")


def set_role(database: Database, member_id: int, role: MemberRole, said_by: str = "") -> None:
    """What a member is in its consortium from now on; what it was before stays known.

    Args:
        said_by: the name of who says so, if that is noted.

    Raises:
        UserError: that name is too long.
    """
    said_by = not_longer(on_one_line(said_by), LINE, _LONG_NAME)
    with database.read() as snapshot:
        name = member_name(snapshot, snapshot.get_one(Member, member_id))
    with database.edit(_made(name, role)) as edit:
        member = edit.get_one(Member, member_id)
        if member.role is role:
            return
        now = database.now()
        step = RoleStep(member_id=member_id, was=member.role, role=role, at=now, said_by=said_by)
        edit.add(step)
        member.role = role


def _made(name: str, role: MemberRole) -> Text:
    match role:
        case MemberRole.LEAD:
            return lazy("Made {name} lead", name=name)
        case MemberRole.PARTNER:
            return lazy("Made {name} partner", name=name)
        case MemberRole.TEST_SITE:
            return lazy("Made {name} test site", name=name)
        case MemberRole.FUNDER:
            return lazy("Made {name} funder", name=name)
        case MemberRole.ADVISER:
            return lazy("Made {name} adviser", name=name)
        case MemberRole.OBSERVER:
            return lazy("Made {name} observer", name=name)


def add_open_role(
    database: Database,
    consortium_id: int,
    title: str,
    sector: str | None = None,
    role: MemberRole | None = None,
) -> int:
    """Say what a consortium still lacks: “someone who decides on permits”; returns its id.

    Args:
        role: as what somebody is looked for, which a suggestion heeds; its word is the title where
            there is none.

    Raises:
        UserError: nothing is said, or too much, or there is no such sector.
    """
    title = on_one_line(title) or ("" if role is None else str(ROLE_WORDS[role]))
    if not title:
        raise UserError(_("Say who is needed, for example: someone who decides on permits."))
    not_longer(title, NAME, fillable("Shorten the role to {longest} characters; it has {length}."))
    if sector is not None and sector not in LETTERS:
        raise UserError(_("Choose one of the sectors, or none."))
    with database.edit(lazy("Named an open role: {role}", role=title)) as edit:
        wanted = OpenRole(consortium_id=consortium_id, title=title, sector=sector, role=role)
        edit.add(wanted)
        edit.flush()
        return wanted.id


def fill_open_role(database: Database, role_id: int, member_id: int | None) -> None:
    """Say which member fills an open role; None opens it again."""
    with database.read() as snapshot:
        title = snapshot.get_one(OpenRole, role_id).title
        member = None if member_id is None else snapshot.get_one(Member, member_id)
        name = "" if member is None else member_name(snapshot, member)
    filled = lazy("{name} fills the open role: {role}", name=name, role=title)
    again = lazy("The role is open again: {role}", role=title)
    with database.edit(filled if name else again) as edit:
        role = edit.get_one(OpenRole, role_id)
        if member_id is not None:
            member = edit.get_one(Member, member_id)
            if member.consortium_id != role.consortium_id:
                raise UserError(_("Only a member of the same consortium can fill this role."))
        role.filled_by_id = member_id


def remove_open_role(database: Database, role_id: int) -> None:
    """Look for it no longer."""
    with database.read() as snapshot:
        title = snapshot.get_one(OpenRole, role_id).title
    with database.edit(lazy("Removed the open role: {role}", role=title)) as edit:
        edit.delete(edit.get_one(OpenRole, role_id))
