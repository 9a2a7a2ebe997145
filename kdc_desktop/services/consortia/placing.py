"""Put people into consortia and take them out again, inside an edit; nothing said is lost."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import select

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.model.consortia import Consortium, Delegate, Member
from kdc_desktop.model.interests import Interest
from kdc_desktop.model.people import Person
from kdc_desktop.services.consortia.members import remove_member
from kdc_desktop.services.consortia.placement import role_of
from kdc_desktop.services.consortia.trails import ConsortiumTrail
from kdc_desktop.storage import Edit, Snapshot

Seat = tuple[int, int | None, int | None]
"""A consortium with an organisation, or with a person who speaks for nobody else."""


def place_people(
    edit: Edit,
    session_id: int,
    targets: Mapping[int, Consortium | None],
    now: datetime,
    trails: Sequence[ConsortiumTrail],
) -> None:
    """Move each person to a consortium, or to waiting (None).

    Members are made where needed, one for each organisation; a member that loses its last
    delegate goes, unless that would lose what it said: then a UserError says so.
    """
    delegates = {
        one.person_id: one
        for one in edit.scalars(select(Delegate).where(Delegate.session_id == session_id))
    }
    places = _places(edit, targets)
    members = _make_members(edit, session_id, places, now)
    left: set[int] = set()
    for person_id in targets:
        delegate = delegates.get(person_id)
        if person_id not in places:
            if delegate is not None:
                left.add(delegate.member_id)
                edit.delete(delegate)
                delegates.pop(person_id)
            continue
        member = members[places[person_id]]
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
        remove_member(edit, session_id, edit.get_one(Member, member_id), trails)


def _places(snapshot: Snapshot, targets: Mapping[int, Consortium | None]) -> dict[int, Seat]:
    """Where each person goes who does not wait."""
    query = select(Person.id, Person.organisation_id).where(Person.id.in_(list(targets)))
    organisations = {row.id: row.organisation_id for row in snapshot.execute(query)}
    places: dict[int, Seat] = {}
    for person_id, consortium in targets.items():
        if consortium is not None:
            organisation_id = organisations[person_id]
            alone = person_id if organisation_id is None else None
            places[person_id] = (consortium.id, organisation_id, alone)
    return places


def _make_members(
    edit: Edit, session_id: int, places: Mapping[int, Seat], now: datetime
) -> dict[Seat, Member]:
    """The members of a session by their place, those of `places` made where there are none."""
    members = {
        (one.consortium_id, one.organisation_id, one.person_id): one
        for one in edit.scalars(
            select(Member)
            .join(Consortium, Consortium.id == Member.consortium_id)
            .where(Consortium.session_id == session_id)
        )
    }
    roles = _roles(edit, session_id, places)
    speaking: dict[Seat, list[MemberRole]] = {}
    for person_id, place in places.items():
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


def _roles(snapshot: Snapshot, session_id: int, people: Iterable[int]) -> dict[int, MemberRole]:
    query = select(Interest.person_id, Interest.role).where(
        Interest.session_id == session_id, Interest.person_id.in_(list(people))
    )
    return {one.person_id: one.role for one in snapshot.execute(query)}
