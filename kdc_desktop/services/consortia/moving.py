"""Move members and delegates by hand, and pin them where they are."""

from collections.abc import Collection, Sequence

from sqlalchemy import select

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text, _, lazy, nfillable
from kdc_desktop.model.consortia import Consortium, Delegate, Member
from kdc_desktop.model.people import Person
from kdc_desktop.services.consortia.members import (
    check_free,
    consortium_in,
    member_name,
    open_roles_of,
    remove_members,
)
from kdc_desktop.services.consortia.placing import place_people
from kdc_desktop.services.consortia.trails import ConsortiumTrail
from kdc_desktop.storage import Database, Snapshot


def move_delegate(
    database: Database,
    session_id: int,
    person_id: int,
    consortium_id: int | None,
    trails: Sequence[ConsortiumTrail],
) -> None:
    """Place one person in a consortium, or let them wait (None).

    Raises:
        UserError: their organisation would lose what it said there, or the consortium is not of
            this session.
    """
    with database.read() as snapshot:
        if consortium_id is not None:
            consortium_in(snapshot, session_id, consortium_id)
        name = snapshot.get_one(Person, person_id).name
        label = _moved(snapshot, name, consortium_id)
    with database.edit(label) as edit:
        place_people(edit, session_id, {person_id: consortium_id}, database.now(), trails)


def move_member(
    database: Database, member_id: int, consortium_id: int | None, trails: Sequence[ConsortiumTrail]
) -> None:
    """Move a member with all its delegates to a consortium, or let them wait (None).

    Where its organisation is a member already, the delegates join it.

    Raises:
        UserError: the member would lose what it said.
    """
    with database.read() as snapshot:
        name = member_name(snapshot, snapshot.get_one(Member, member_id))
        label = _moved(snapshot, name, consortium_id)
    with database.edit(label) as edit:
        member = edit.get_one(Member, member_id)
        if member.consortium_id == consortium_id:
            return
        session_id = edit.get_one(Consortium, member.consortium_id).session_id or 0
        check_free(edit, session_id, [member_id], trails)
        delegates = list(edit.scalars(select(Delegate).where(Delegate.member_id == member_id)))
        there = None if consortium_id is None else _same(edit, member, consortium_id)
        if consortium_id is not None and there is None:
            open_roles_of(edit, [member_id])
            member.consortium_id = consortium_id
            return
        for delegate in delegates:
            if there is None:
                edit.delete(delegate)
            else:
                delegate.member_id = there.id
        edit.flush()
        remove_members(edit, session_id, [member_id], trails)


def _same(snapshot: Snapshot, member: Member, consortium_id: int) -> Member | None:
    return snapshot.scalar(
        select(Member).where(
            Member.consortium_id == consortium_id,
            Member.organisation_id.is_(member.organisation_id)
            if member.organisation_id is None
            else Member.organisation_id == member.organisation_id,
            Member.person_id.is_(None)
            if member.person_id is None
            else Member.person_id == member.person_id,
        )
    )


def set_pinned(
    database: Database, session_id: int, person_ids: Collection[int], pinned: bool
) -> None:
    """Pin people where they are, so that suggestions leave them there; or unpin them."""
    pin = nfillable("Pinned {count} person", "Pinned {count} people")
    unpin = nfillable("Unpinned {count} person", "Unpinned {count} people")
    with database.edit(pin if pinned else unpin) as edit:
        query = select(Delegate).where(
            Delegate.session_id == session_id, Delegate.person_id.in_(person_ids)
        )
        delegates = list(edit.scalars(query))
        if not delegates:
            raise UserError(_("Place them in a consortium first, then pin them there."))
        edit.count = sum(delegate.pinned != pinned for delegate in delegates)
        for delegate in delegates:
            delegate.pinned = pinned


def _moved(snapshot: Snapshot, name: str, consortium_id: int | None) -> Text:
    if consortium_id is None:
        return lazy("Moved {name} to waiting", name=name)
    target = snapshot.get_one(Consortium, consortium_id).name
    return lazy("Moved {name} to {consortium}", name=name, consortium=target)
