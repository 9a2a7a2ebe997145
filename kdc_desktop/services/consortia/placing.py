"""Put people into consortia and take them out again, inside an edit; nothing said is lost."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import select

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.instants import Instant
from kdc_desktop.model.consortia import Consortium, Delegate, Member
from kdc_desktop.model.interests import Interest
from kdc_desktop.model.people import Person
from kdc_desktop.services.consortia.joining import Joiner
from kdc_desktop.services.consortia.leaving import bring_back, let_leave
from kdc_desktop.services.consortia.members import remove_members
from kdc_desktop.services.consortia.placement import role_of
from kdc_desktop.services.consortia.trails import ConsortiumTrail, spoken_members
from kdc_desktop.storage import Edit, Snapshot
from kdc_desktop.storage.gone import GoneError

SeatWanted = tuple[int, Joiner]
"""A consortium, and whom somebody speaks for there: nobody else, an organisation or a part."""


def place_people(
    edit: Edit,
    session_id: int,
    targets: Mapping[int, int | None],
    now: Instant,
    trails: Sequence[ConsortiumTrail],
    *,
    leaving: bool = False,
) -> None:
    """Move each person to a consortium, or to waiting (None).

    Members are made where needed, one for each organisation, or for each of its departments that
    they belong to; one that had left comes back. A member that loses its last delegate goes, unless
    that would lose what it said: then a UserError says so, or with `leaving` it leaves. A UserError
    says as well where one of the people has been removed meanwhile.
    """
    edit.flush()
    before = _delegates(edit, session_id, targets)
    places = _places(edit, targets)
    members = _make_members(edit, session_id, places, now)
    wanted = {person_id: members[place] for person_id, place in places.items()}
    edit.remove_rows(Delegate, [key for one, (key, _) in before.items() if one not in wanted])
    edit.change_rows(
        Delegate,
        {key: {"member_id": wanted[one]} for one, (key, _) in before.items() if one in wanted},
    )
    edit.add_rows(
        Delegate,
        [
            {"session_id": session_id, "member_id": member_id, "person_id": person_id}
            for person_id, member_id in wanted.items()
            if person_id not in before
        ],
    )
    left = {member_id for one, (_, member_id) in before.items() if wanted.get(one) != member_id}
    gone = _born_here(edit, session_id, left) - _spoken_for(edit, left)
    if leaving:
        let_leave(edit, gone & spoken_members(edit, session_id, trails), now)
        gone -= spoken_members(edit, session_id, trails)
    remove_members(edit, session_id, gone, trails)


def _born_here(snapshot: Snapshot, session_id: int, members: Collection[int]) -> set[int]:
    """Those of these members whose consortium was born here: others stay, whoever sits there."""
    born = select(Member.id).join(Consortium, Consortium.id == Member.consortium_id)
    here = born.where(Member.id.in_(list(members)), Consortium.session_id == session_id)
    return set(snapshot.scalars(here))


def _delegates(
    snapshot: Snapshot, session_id: int, people: Iterable[int]
) -> dict[int, tuple[int, int]]:
    """The row and the member of each of these people who is placed."""
    query = select(Delegate.person_id, Delegate.id, Delegate.member_id).where(
        Delegate.session_id == session_id, Delegate.person_id.in_(list(people))
    )
    return {person_id: (key, member_id) for person_id, key, member_id in snapshot.execute(query)}


def _spoken_for(snapshot: Snapshot, members: Collection[int]) -> set[int]:
    """Those of these members that have a delegate."""
    query = select(Delegate.member_id).where(Delegate.member_id.in_(list(members))).distinct()
    return set(snapshot.scalars(query))


def _places(snapshot: Snapshot, targets: Mapping[int, int | None]) -> dict[int, SeatWanted]:
    """Where each person goes who does not wait."""
    query = select(Person.id, Person.organisation_id, Person.department_id).where(
        Person.id.in_(list(targets))
    )
    speak_for = {
        key: Joiner(person_id=key) if at is None else Joiner(at, part)
        for key, at, part in snapshot.execute(query)
    }
    places: dict[int, SeatWanted] = {}
    for person_id, consortium_id in targets.items():
        if consortium_id is not None:
            if person_id not in speak_for:
                raise GoneError(Person)
            places[person_id] = (consortium_id, speak_for[person_id])
    return places


def _make_members(
    edit: Edit, session_id: int, places: Mapping[int, SeatWanted], now: Instant
) -> dict[SeatWanted, int]:
    """The members of the consortia that people go to, made where there are none."""
    seated = Member.organisation_id, Member.department_id, Member.person_id
    query = select(Member.consortium_id, Member.id, *seated).where(
        Member.consortium_id.in_({place[0] for place in places.values()})
    )
    members: dict[SeatWanted, int] = {
        (consortium_id, Joiner(*seat)): key for consortium_id, key, *seat in edit.execute(query)
    }
    bring_back(edit, {members[place] for place in places.values() if place in members}, now)
    roles = _roles(edit, session_id, places)
    speaking: dict[SeatWanted, list[MemberRole]] = {}
    for person_id, place in places.items():
        if place not in members:
            offered = [roles[person_id]] if person_id in roles else []
            speaking.setdefault(place, []).extend(offered)
    rows = [
        {
            "consortium_id": place[0],
            **place[1]._asdict(),
            "role": role_of(offers),
            "joined_at": now,
        }
        for place, offers in speaking.items()
    ]
    return members | dict(zip(speaking, edit.add_rows(Member, rows), strict=True))


def _roles(snapshot: Snapshot, session_id: int, people: Iterable[int]) -> dict[int, MemberRole]:
    query = select(Interest.person_id, Interest.role).where(
        Interest.session_id == session_id, Interest.person_id.in_(list(people))
    )
    return {one.person_id: one.role for one in snapshot.execute(query)}
