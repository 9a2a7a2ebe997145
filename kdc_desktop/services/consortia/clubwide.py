"""All consortia and projects of the club, whichever session they were born in, read at once."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from functools import cache
from typing import NamedTuple

from sqlalchemy import func, select

from kdc_desktop.domain.consortia.due import Known, due
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.people.sectors import LETTERS, sector_of
from kdc_desktop.instants import Instant, Zone, day_of
from kdc_desktop.model.consortia import Consortium, Member, SignOfLife, TakenUp
from kdc_desktop.model.people import Organisation, Person
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.consortia.club_rows import BuyIn, BuyInBadge, ClubRow, SessionNamed
from kdc_desktop.services.consortia.gives_back import NO_GAINS, GainsBadge, GivesBack
from kdc_desktop.services.consortia.held_up import NOT_ASKED, HeldUp, ObstaclesBadge
from kdc_desktop.services.consortia.leaving import has_left
from kdc_desktop.services.consortia.signs import IS_HEARD
from kdc_desktop.services.consortia.steps import StateRow, states_in
from kdc_desktop.services.consortia.worked_on import of_the_club
from kdc_desktop.services.kit.club_zone import club_zone
from kdc_desktop.storage import Database, Snapshot
from kdc_desktop.storage.fast import Quick


def all_consortia(
    database: Database,
    badge: BuyInBadge,
    obstacles: ObstaclesBadge = NOT_ASKED,
    gains: GainsBadge = NO_GAINS,
) -> list[ClubRow]:
    """Every consortium and project, in the order in which they came.

    What was born in a session that lies in the trash is there as soon as it lives on: it is
    confirmed, worked on elsewhere, or somebody has said how far it is.

    Args:
        badge: what the noun above knows of their visions.
        obstacles: what another knows of what holds them back.
        gains: what another knows of what they give back.
    """
    with database.read() as snapshot:
        now, zone = database.now(), club_zone(snapshot)
        return read_consortia(snapshot, badge, now, zone, obstacles, gains)


def read_consortia(
    snapshot: Snapshot,
    badge: BuyInBadge,
    now: Instant,
    zone: Zone,
    obstacles: ObstaclesBadge = NOT_ASKED,
    gains: GainsBadge = NO_GAINS,
) -> list[ClubRow]:
    """`all_consortia` on a snapshot that is open already."""
    found = [_Found._make(row) for row in _CONSORTIA.rows(snapshot)]
    ids = [one.id for one in found]
    buy_in = badge.of(snapshot, ids, now, zone)
    with_vision = {key for key, one in buy_in.items() if one.version_number}
    about = _About(
        day_of(now, zone),
        cache(lambda at: day_of(at, zone)),
        states_in(snapshot, ids, with_vision),
        _members(snapshot),
        _signs(snapshot),
        _taken_up(snapshot),
        obstacles.of(snapshot, ids, now, zone),
        gains.of(snapshot, ids),
    )
    return [_row(about, buy_in.get(one.id, BuyIn()), one) for one in found]


class _Found(NamedTuple):
    id: int
    name: str
    about: str
    owner_id: int | None
    needed: str
    look_again_on: date | None
    created_at: Instant
    born_in: int | None
    session: str | None
    starts_at: datetime | None
    trashed_at: Instant | None
    owner: str | None


class _Members(NamedTuple):
    sectors: Counter[str]
    speaking: set[str]  # sectors that are in, and more than observers
    left: int
    lead: str = ""


class _About(NamedTuple):
    today: date
    day: Callable[[Instant], date]
    states: Mapping[int, StateRow]
    members: Mapping[int, _Members]
    signs: Mapping[int, tuple[Instant, str]]
    taken_up: Mapping[int, tuple[SessionNamed, ...]]
    held_up: Mapping[int, HeldUp]
    gives_back: Mapping[int, GivesBack]


_CONSORTIA = Quick(
    select(
        Consortium.id,
        Consortium.name,
        Consortium.about,
        Consortium.owner_id,
        Consortium.needed_sectors,
        Consortium.look_again_on,
        Consortium.created_at,
        Session.id,
        Session.title,
        Session.starts_at,
        Session.trashed_at,
        Person.name,
    )
    .outerjoin(Session, Session.id == Consortium.session_id)
    .outerjoin(Person, Person.id == Consortium.owner_id)
    .where(of_the_club())
    .order_by(Consortium.created_at, Consortium.place_in_order, Consortium.id)
)
_AWAY = has_left(Member.id).label("is_away")
_MEMBERS = Quick(
    select(Member.consortium_id, Member.role, Organisation.sector, _AWAY, func.count())
    .outerjoin(Organisation, Organisation.id == Member.organisation_id)
    .group_by(Member.consortium_id, Member.role, Organisation.sector, _AWAY)
)


def _members(snapshot: Snapshot) -> dict[int, _Members]:
    found: dict[int, _Members] = {}
    for consortium_id, role, sector, is_away, count in _MEMBERS.rows(snapshot):
        here = found.get(consortium_id)
        if here is None:
            here = found[consortium_id] = _Members(Counter(), set(), 0)
        if is_away:
            found[consortium_id] = here._replace(left=here.left + count)
            continue
        letter = sector_of(sector)
        here.sectors[letter] += count
        if role != MemberRole.OBSERVER:
            here.speaking.add(letter)
        if role == MemberRole.LEAD:
            found[consortium_id] = here._replace(lead=letter)
    return found


_SIGNS = Quick(
    select(SignOfLife.consortium_id, SignOfLife.at, SignOfLife.text)
    .where(IS_HEARD)
    .order_by(SignOfLife.at, SignOfLife.id)
)
_TAKEN_UP = Quick(
    select(TakenUp.consortium_id, Session.id, Session.title, Session.starts_at)
    .join(Session, Session.id == TakenUp.session_id)
    .where(Session.trashed_at.is_(None))
    .order_by(Session.starts_at, Session.id)
)


def _signs(snapshot: Snapshot) -> dict[int, tuple[Instant, str]]:
    """The last sign of life of each."""
    return {consortium_id: (at, text) for consortium_id, at, text in _SIGNS.rows(snapshot)}


def _taken_up(snapshot: Snapshot) -> dict[int, tuple[SessionNamed, ...]]:
    found: dict[int, tuple[SessionNamed, ...]] = {}
    for consortium_id, key, title, starts_at in _TAKEN_UP.rows(snapshot):
        here = SessionNamed(key, title, starts_at.date())
        found[consortium_id] = (*found.get(consortium_id, ()), here)
    return found


def _row(about: _About, buy_in: BuyIn, one: _Found) -> ClubRow:
    state = about.states[one.id]
    members = about.members.get(one.id, _Members(Counter(), set(), 0))
    signed_at, sign = about.signs.get(one.id, (None, ""))
    heard = max(filter(None, (one.created_at, state.at, signed_at, buy_in.heard_at)))
    heard_on = about.day(heard)
    silent = max(0, (about.today - heard_on).days)
    unanswered = buy_in.asked - buy_in.answered if buy_in.version_number else 0
    asks = unanswered, buy_in.is_being_asked, buy_in.fallen
    known = Known(state.state, *asks, one.look_again_on, silent, buy_in.overdue)
    return ClubRow(
        id=one.id,
        name=one.name,
        about=one.about,
        state=state.state,
        since=about.day(state.at),
        said_by=state.said_by,
        note=state.note,
        born_in=_named(one),
        owner_id=one.owner_id,
        owner=one.owner or "",
        sectors=members.sectors,
        missing=_missing(one.needed, members.speaking),
        members=members.sectors.total(),
        left=members.left,
        buy_in=buy_in,
        last_sign=sign,
        heard_on=heard_on,
        silent_days=silent,
        look_again_on=one.look_again_on,
        taken_up=about.taken_up.get(one.id, ()),
        due=due(known, about.today),
        lead=members.lead,
        held_up=about.held_up.get(one.id),
        gives_back=about.gives_back.get(one.id),
    )


def _named(one: _Found) -> SessionNamed | None:
    if one.born_in is None or one.starts_at is None:
        return None
    in_trash = one.trashed_at is not None
    return SessionNamed(one.born_in, one.session or "", one.starts_at.date(), in_trash)


def _missing(needed: str, speaking: Collection[str]) -> str:
    return "".join(letter for letter in LETTERS if letter in needed and letter not in speaking)
