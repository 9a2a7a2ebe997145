"""What consortia are let go with, as the room is told it: read in a few queries for all."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.instants import day_of
from kdc_desktop.model.consortia import Consortium, Member
from kdc_desktop.model.people import Organisation
from kdc_desktop.model.visions import Commitment
from kdc_desktop.services.consortia.leaving import has_left
from kdc_desktop.services.consortia.steps import states_in
from kdc_desktop.services.kit.club_zone import club_zone
from kdc_desktop.services.visions.answering import answering_names
from kdc_desktop.services.visions.named import NAMES, called, with_names
from kdc_desktop.storage import Database, Snapshot


@dataclass(frozen=True)
class Promised:
    """Who gives what by which day; who has left is answered for by whom it handed over to."""

    sector: str
    who: str
    what: str
    by: date


@dataclass(frozen=True)
class RoomLife:
    """Who leads a consortium, what is promised and not kept yet, and when the club looks again."""

    leads: tuple[str, ...] = ()
    promises: tuple[Promised, ...] = ()
    look_again_on: date | None = None
    let_go_on: date | None = None


@dataclass(frozen=True)
class _Members:
    names: Mapping[int, str]
    sectors: Mapping[int, str]
    leads: Mapping[int, tuple[str, ...]]
    places: Mapping[int, int]  # in which consortium


def room_lives(database: Database, consortium_ids: Collection[int]) -> dict[int, RoomLife]:
    """By their ids, of those that are there; nothing of it is for the facilitator alone."""
    with database.read() as snapshot:
        zone = club_zone(snapshot)
        found = snapshot.scalars(select(Consortium).where(Consortium.id.in_(consortium_ids))).all()
        members = _members(snapshot, consortium_ids)
        promises = _promises(snapshot, members)
        states = states_in(snapshot, consortium_ids, ())
        return {
            one.id: RoomLife(
                members.leads.get(one.id, ()),
                tuple(promises.get(one.id, ())),
                one.look_again_on,
                None if (at := states[one.id].by_itself_since) is None else day_of(at, zone),
            )
            for one in found
        }


def _members(snapshot: Snapshot, consortium_ids: Collection[int]) -> _Members:
    query = select(
        Member.id, Member.consortium_id, Member.role, has_left(Member.id), Organisation.sector
    )
    wanted = Member.consortium_id.in_(consortium_ids)
    rows = snapshot.execute(
        with_names(query.add_columns(*NAMES)).where(wanted).order_by(Member.id)
    ).all()
    names = {row[0]: called(*row[5:]) for row in rows}
    leads: dict[int, tuple[str, ...]] = {}
    for key, at, role, left, *_more in rows:
        if role is MemberRole.LEAD and not left:
            leads[at] = (*leads.get(at, ()), names[key])
    sectors = {row[0]: sector_of(row[4]) for row in rows}
    answering = answering_names(snapshot, consortium_ids, names)
    return _Members(answering, sectors, leads, {row[0]: row[1] for row in rows})


def _promises(snapshot: Snapshot, members: _Members) -> dict[int, list[Promised]]:
    found: dict[int, list[Promised]] = {}
    rows = snapshot.execute(
        select(Commitment.member_id, Commitment.what, Commitment.due_on)
        .where(Commitment.member_id.in_(list(members.names)), Commitment.done_at.is_(None))
        .where(Commitment.due_on.is_not(None))
        .order_by(Commitment.due_on, Commitment.id)
    )
    for key, what, due_on in rows:
        if due_on is not None:
            given = Promised(members.sectors[key], members.names[key], what, due_on)
            found.setdefault(members.places[key], []).append(given)
    return found
