"""Put people into consortia and take them out again, inside an edit; nothing said is lost."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import select

from kdc_desktop.domain.consortia.fitting import Candidate
from kdc_desktop.errors import UserError
from kdc_desktop.model import (
    Commitment,
    Consortium,
    Delegate,
    Interest,
    Member,
    OpenRole,
    Organisation,
    Person,
    Position,
    Reading,
    Reservation,
)
from kdc_desktop.services.consortia.columns import role_of
from kdc_desktop.storage import Edit, Snapshot


def members_with_history(snapshot: Snapshot, session_id: int) -> set[int]:
    """The members who have said or promised something: they stay in their consortium."""
    found: set[int] = set()
    for said in (Position, Reservation, Reading, Commitment):
        found.update(
            snapshot.scalars(
                select(said.member_id)
                .join(Member, Member.id == said.member_id)
                .join(Consortium, Consortium.id == Member.consortium_id)
                .where(Consortium.session_id == session_id)
            )
        )
    return found


def consortium_in(snapshot: Snapshot, session_id: int, consortium_id: int) -> Consortium:
    """This consortium of this session.

    Raises:
        UserError: it is gone, or another session's.
    """
    found = snapshot.get(Consortium, consortium_id)
    if found is None or found.session_id != session_id:
        raise UserError("This consortium is not in this session. Choose one of its own.")
    return found


def member_name(snapshot: Snapshot, member: Member) -> str:
    """The name of the organisation or the resident."""
    if member.organisation_id is not None:
        return snapshot.get_one(Organisation, member.organisation_id).name
    return snapshot.get_one(Person, member.person_id).name


def check_free(edit: Edit, session_id: int, member: Member) -> None:
    """Refuse to take a member out of its consortium when something it said would be lost."""
    if member.id in members_with_history(edit, session_id):
        consortium = edit.get_one(Consortium, member.consortium_id)
        raise UserError(
            f"{member_name(edit, member)} has taken a position or made a promise in "
            f"{consortium.name}. Leave it there, or remove what it said first."
        )


def remove_member(edit: Edit, session_id: int, member: Member) -> None:
    """Take a member without delegates away; the roles it filled are open again."""
    check_free(edit, session_id, member)
    for role in edit.scalars(select(OpenRole).where(OpenRole.filled_by_id == member.id)):
        role.filled_by_id = None
    edit.flush()
    edit.delete(member)


def place_people(
    edit: Edit, session_id: int, targets: Mapping[int, Consortium | None], now: datetime
) -> None:
    """Move each person to a consortium, or to waiting (None).

    Members are made where needed, one for each organisation; a member that loses its last
    delegate goes, unless that would lose what it said: then a UserError says so.
    """
    delegates = {
        one.person_id: one
        for one in edit.scalars(select(Delegate).where(Delegate.session_id == session_id))
    }
    members = {
        (one.consortium_id, one.organisation_id, one.person_id): one
        for one in edit.scalars(
            select(Member)
            .join(Consortium, Consortium.id == Member.consortium_id)
            .where(Consortium.session_id == session_id)
        )
    }
    organisations = _organisations(edit, targets)
    roles = _roles(edit, session_id, targets)
    left: set[int] = set()
    new = _make_members(edit, targets, organisations, roles, members, now)
    for person_id, consortium in targets.items():
        delegate = delegates.get(person_id)
        if consortium is None:
            if delegate is not None:
                left.add(delegate.member_id)
                edit.delete(delegate)
                delegates.pop(person_id)
            continue
        member = new[_place(consortium, person_id, organisations)]
        if delegate is None:
            delegates[person_id] = Delegate(
                session_id=session_id, member_id=member.id, person_id=person_id
            )
            edit.add(delegates[person_id])
        elif delegate.member_id != member.id:
            left.add(delegate.member_id)
            delegate.member_id = member.id
    edit.flush()
    still = {one.member_id for one in delegates.values()}
    for member_id in left - still:
        remove_member(edit, session_id, edit.get_one(Member, member_id))


Place = tuple[int, int | None, int | None]


def _place(
    consortium: Consortium, person_id: int, organisations: Mapping[int, int | None]
) -> Place:
    organisation_id = organisations[person_id]
    return (consortium.id, organisation_id, person_id if organisation_id is None else None)


def _make_members(
    edit: Edit,
    targets: Mapping[int, Consortium | None],
    organisations: Mapping[int, int | None],
    roles: Mapping[int, Candidate],
    members: dict[Place, Member],
    now: datetime,
) -> dict[Place, Member]:
    speaking: dict[Place, list[Candidate]] = {}
    for person_id, consortium in targets.items():
        if consortium is not None:
            place = _place(consortium, person_id, organisations)
            offered = [roles[person_id]] if person_id in roles else []
            speaking.setdefault(place, []).extend(offered)
    for place, offers in speaking.items():
        if place not in members:
            members[place] = Member(
                consortium_id=place[0],
                organisation_id=place[1],
                person_id=place[2],
                role=role_of(offers),
                joined_at=now,
            )
            edit.add(members[place])
    edit.flush()
    return members


def _organisations(edit: Edit, people: Iterable[int]) -> dict[int, int | None]:
    query = select(Person.id, Person.organisation_id).where(Person.id.in_(list(people)))
    return {row.id: row.organisation_id for row in edit.execute(query)}


def _roles(edit: Edit, session_id: int, people: Iterable[int]) -> dict[int, Candidate]:
    query = select(Interest.person_id, Interest.role).where(
        Interest.session_id == session_id, Interest.person_id.in_(list(people))
    )
    return {
        person_id: Candidate(person_id, "", "", choices=(0,), role=role)
        for person_id, role in edit.execute(query)
    }
