"""Consortia by hand: make them, move members and delegates, pin, name gaps, confirm, let go."""

from collections.abc import Collection

from sqlalchemy import func, select

from kdc_desktop.domain.kit.text import clean, people, shortened
from kdc_desktop.domain.people.sectors import LETTERS
from kdc_desktop.errors import UserError
from kdc_desktop.model import Consortium, Delegate, Member, OpenRole, Person, Vision, Winner
from kdc_desktop.services.consortia.columns import preview
from kdc_desktop.services.consortia.kept import Wanted
from kdc_desktop.services.consortia.members import (
    check_free,
    consortium_in,
    member_name,
    place_people,
    remove_member,
)
from kdc_desktop.services.consortia.questions import (
    consortia,
    consortium,
    default_wanted,
    overview,
    read_overview,
    waiting,
)
from kdc_desktop.services.consortia.roles import (
    add_open_role,
    fill_open_role,
    remove_open_role,
    set_role,
)
from kdc_desktop.services.consortia.rows import (
    ConsortiumRow,
    DelegateRow,
    MemberRow,
    OpenRoleRow,
    Overview,
)
from kdc_desktop.services.interests.wishes import ROLES
from kdc_desktop.storage import Database, Edit, Snapshot

__all__ = [
    "ROLES",
    "ConsortiumRow",
    "DelegateRow",
    "MemberRow",
    "OpenRoleRow",
    "Overview",
    "Wanted",
    "add_open_role",
    "confirm_consortia",
    "consortia",
    "consortium",
    "default_wanted",
    "fill_open_role",
    "let_go",
    "make_consortia",
    "move_delegate",
    "move_member",
    "overview",
    "preview",
    "remove_consortium",
    "remove_open_role",
    "rename_consortium",
    "set_pinned",
    "set_role",
    "set_wanted",
    "waiting",
]

NAME_LENGTH = 80


def new_consortia(
    edit: Edit, session_id: int, winner_ids: Collection[int], wanted: Wanted, database: Database
) -> dict[int, Consortium]:
    """All consortia of a session by winner, those for `winner_ids` made where there is none."""
    here = {
        one.winner_id: one
        for one in edit.scalars(select(Consortium).where(Consortium.session_id == session_id))
    }
    winners = edit.scalars(
        select(Winner)
        .where(Winner.session_id == session_id, Winner.id.in_(winner_ids))
        .order_by(Winner.place_in_order, Winner.id)
    )
    place = max((one.place_in_order for one in here.values()), default=0)
    for winner in winners:
        if winner.id in here:
            continue
        place += 1
        here[winner.id] = Consortium(
            session_id=session_id,
            winner_id=winner.id,
            name=shortened(winner.title, NAME_LENGTH),
            place_in_order=place,
            smallest=wanted.smallest,
            largest=wanted.largest,
            needed_sectors=wanted.needed_sectors,
            created_at=database.now(),
        )
        edit.add(here[winner.id])
    edit.flush()
    return here


def make_consortia(database: Database, session_id: int, wanted: Wanted | None = None) -> int:
    """An empty consortium for each winner that has none, to fill by hand; how many were made."""
    with database.edit("Made a consortium for each winner") as edit:
        seen = read_overview(edit, session_id, wanted)
        if not seen.winners:
            raise UserError("Mark winners first: each consortium forms around one.")
        if not seen.missing_winners:
            raise UserError("Every winner has its consortium already.")
        sizes = wanted or default_wanted(seen.people, seen.winners)
        new_consortia(edit, session_id, seen.missing_winners, sizes, database)
        return len(seen.missing_winners)


def move_delegate(
    database: Database, session_id: int, person_id: int, consortium_id: int | None
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
        target = _name_of(snapshot, consortium_id)
    with database.edit(f"Moved {name} to {target}") as edit:
        there = None if consortium_id is None else edit.get_one(Consortium, consortium_id)
        place_people(edit, session_id, {person_id: there}, database.now())


def move_member(database: Database, member_id: int, consortium_id: int | None) -> None:
    """Move a member with all its delegates to a consortium, or let them wait (None).

    Where its organisation is a member already, the delegates join it.

    Raises:
        UserError: the member would lose what it said.
    """
    with database.read() as snapshot:
        name = member_name(snapshot, snapshot.get_one(Member, member_id))
        target = _name_of(snapshot, consortium_id)
    with database.edit(f"Moved {name} to {target}") as edit:
        member = edit.get_one(Member, member_id)
        if member.consortium_id == consortium_id:
            return
        session_id = edit.get_one(Consortium, member.consortium_id).session_id
        check_free(edit, session_id, member)
        delegates = list(edit.scalars(select(Delegate).where(Delegate.member_id == member_id)))
        there = None if consortium_id is None else _same(edit, member, consortium_id)
        if consortium_id is not None and there is None:
            for role in edit.scalars(select(OpenRole).where(OpenRole.filled_by_id == member_id)):
                role.filled_by_id = None
            member.consortium_id = consortium_id
            return
        for delegate in delegates:
            if there is None:
                edit.delete(delegate)
            else:
                delegate.member_id = there.id
        edit.flush()
        remove_member(edit, session_id, member)


def _same(edit: Edit, member: Member, consortium_id: int) -> Member | None:
    return edit.scalar(
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
    count = len(person_ids)
    verb = "Pinned" if pinned else "Unpinned"
    with database.edit(f"{verb} {people(count)}") as edit:
        query = select(Delegate).where(
            Delegate.session_id == session_id, Delegate.person_id.in_(person_ids)
        )
        delegates = list(edit.scalars(query))
        if not delegates:
            raise UserError("Place them in a consortium first, then pin them there.")
        for delegate in delegates:
            delegate.pinned = pinned


def set_wanted(
    database: Database,
    consortium_ids: Collection[int],
    smallest: int,
    largest: int,
    needed_sectors: str,
) -> None:
    """How many people these consortia take, and which sectors they need (letters)."""
    if not 1 <= smallest <= largest:
        raise UserError("The smallest size must be at least 1 and not above the largest.")
    letters = "".join(letter for letter in LETTERS if letter in needed_sectors)
    with database.edit("Changed sizes and sectors of consortia") as edit:
        for found in edit.scalars(select(Consortium).where(Consortium.id.in_(consortium_ids))):
            found.smallest, found.largest = smallest, largest
            found.needed_sectors = letters


def rename_consortium(database: Database, consortium_id: int, name: str) -> None:
    """Give a consortium a name of its own."""
    name = clean(name)
    if not name:
        raise UserError("Give the consortium a name.")
    with database.edit(f"Renamed a consortium to {shortened(name, NAME_LENGTH)}") as edit:
        edit.get_one(Consortium, consortium_id).name = shortened(name, NAME_LENGTH)


def remove_consortium(database: Database, consortium_id: int) -> None:
    """Remove a consortium that has neither members nor a vision."""
    with database.edit("Removed an empty consortium") as edit:
        found = edit.get_one(Consortium, consortium_id)
        members = edit.scalar(select(func.count()).where(Member.consortium_id == consortium_id))
        visions = edit.scalar(select(func.count()).where(Vision.consortium_id == consortium_id))
        if members or visions:
            raise UserError(f"{found.name} is not empty: move its members away first.")
        for role in edit.scalars(select(OpenRole).where(OpenRole.consortium_id == consortium_id)):
            edit.delete(role)
        edit.flush()
        edit.delete(found)


def confirm_consortia(database: Database, session_id: int) -> int:
    """Agree on the consortia that have members; how many were confirmed now."""
    with database.edit("Confirmed the consortia") as edit:
        with_members = select(Member.consortium_id).distinct()
        found = list(
            edit.scalars(
                select(Consortium).where(
                    Consortium.session_id == session_id,
                    Consortium.id.in_(with_members),
                    Consortium.confirmed_at.is_(None),
                )
            )
        )
        if not found:
            raise UserError("There is nothing to confirm: place people in consortia first.")
        for one in found:
            one.confirmed_at = database.now()
        return len(found)


def let_go(database: Database, consortium_id: int) -> None:
    """Record that the consortium goes on by itself from now on."""
    with database.read() as snapshot:
        name = snapshot.get_one(Consortium, consortium_id).name
    with database.edit(f"Let {name} go") as edit:
        found = edit.get_one(Consortium, consortium_id)
        if found.let_go_at is not None:
            raise UserError(f"{name} was let go already.")
        found.let_go_at = database.now()


def _name_of(snapshot: Snapshot, consortium_id: int | None) -> str:
    return "waiting" if consortium_id is None else snapshot.get_one(Consortium, consortium_id).name
