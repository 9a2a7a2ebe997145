"""Move members and delegates by hand, and pin them where they are."""

from collections.abc import Collection, Sequence

from sqlalchemy import select

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text, _, lazy, nfillable
from kdc_desktop.instants import Instant
from kdc_desktop.model.consortia import Consortium, Delegate, Member
from kdc_desktop.model.people import Person
from kdc_desktop.services.consortia.joining import Joiner, join_in, member_like
from kdc_desktop.services.consortia.leaving import bring_back, let_leave
from kdc_desktop.services.consortia.members import (
    check_free,
    consortium_in,
    member_name,
    open_roles_of,
    remove_members,
)
from kdc_desktop.services.consortia.placing import place_people
from kdc_desktop.services.consortia.trails import ConsortiumTrail, spoken_members
from kdc_desktop.storage import Database, Edit, Snapshot


def move_delegate(
    database: Database,
    session_id: int,
    person_id: int,
    consortium_id: int | None,
    trails: Sequence[ConsortiumTrail],
    *,
    leaving: bool = False,
) -> None:
    """Place one person in a consortium, or let them wait (None).

    Args:
        leaving: where their organisation has said something, it leaves, and that stays.

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
        targets = {person_id: consortium_id}
        place_people(edit, session_id, targets, database.now(), trails, leaving=leaving)


def move_member(
    database: Database,
    member_id: int,
    consortium_id: int | None,
    trails: Sequence[ConsortiumTrail],
    *,
    leaving: bool = False,
) -> None:
    """Move a member with all its delegates to a consortium, where they join the same member if it
    is there already, or let them wait (None).

    Args:
        leaving: where it has said something, it leaves, and only its delegates go on.

    Raises:
        UserError: it would lose what it said, or is in a project.
    """
    with database.read() as snapshot:
        name = member_name(snapshot, snapshot.get_one(Member, member_id))
        label = _moved(snapshot, name, consortium_id)
    with database.edit(label) as edit:
        member = edit.get_one(Member, member_id)
        if member.consortium_id == consortium_id:
            return
        session_id = edit.get_one(Consortium, member.consortium_id).session_id
        if session_id is None:
            raise UserError(
                _("{member} is in a project. Let it leave, and join there.", member=name)
            )
        if leaving and member_id in spoken_members(edit, session_id, trails):
            _leave_for(edit, session_id, member, consortium_id, database.now(), trails)
            return
        check_free(edit, session_id, [member_id], trails)
        there = None if consortium_id is None else _there(edit, member, consortium_id)
        if consortium_id is not None and there is None:
            open_roles_of(edit, [member_id])
            member.consortium_id = consortium_id
            return
        _hand_delegates_on(edit, member, there, database.now())
        remove_members(edit, session_id, [member_id], trails)


def _hand_delegates_on(edit: Edit, member: Member, there: Member | None, now: Instant) -> None:
    """Whoever spoke for a member speaks for the same one there, or waits."""
    if there is not None:
        bring_back(edit, [there.id], now)
    for delegate in edit.scalars(select(Delegate).where(Delegate.member_id == member.id)):
        if there is None:
            edit.delete(delegate)
        else:
            delegate.member_id = there.id
    edit.flush()


def _leave_for(
    edit: Edit,
    session_id: int,
    member: Member,
    consortium_id: int | None,
    now: Instant,
    trails: Sequence[ConsortiumTrail],
) -> None:
    """A member leaves what it spoke in; whoever spoke for it goes on, or it does by itself."""
    speak = select(Delegate.person_id).where(
        Delegate.member_id == member.id, Delegate.session_id == session_id
    )
    people = list(edit.scalars(speak))
    place_people(edit, session_id, dict.fromkeys(people, consortium_id), now, trails, leaving=True)
    let_leave(edit, [member.id], now)
    if not people and consortium_id is not None and _there(edit, member, consortium_id) is None:
        seat = Joiner(member.organisation_id, member.department_id, member.person_id)
        join_in(edit, consortium_id, seat, member.role, now)


def _there(snapshot: Snapshot, member: Member, consortium_id: int) -> Member | None:
    seat = Joiner(member.organisation_id, member.department_id, member.person_id)
    return member_like(snapshot, consortium_id, seat)


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
