"""What happened since the club last met, for the slide with which the next evening begins."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import or_, select

from kdc_desktop.domain.consortia.rings import STATE_RINGS
from kdc_desktop.domain.consortia.steps import STATE_WORDS
from kdc_desktop.domain.kit.rings import WAITING, Ring
from kdc_desktop.domain.people.sectors import LETTERS, sector_of
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.i18n import Fillable, Text, lazy, nfillable
from kdc_desktop.instants import Instant, Zone, day_of, zone_called
from kdc_desktop.model.consortia import Consortium, Member, SignOfLife
from kdc_desktop.model.people import Organisation
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.club.settings import keep_setting, setting_in
from kdc_desktop.services.consortia.leaving import has_left
from kdc_desktop.services.consortia.signs import IS_HEARD
from kdc_desktop.services.consortia.worked_on import worked_on_in
from kdc_desktop.services.kit.club_zone import club_zone
from kdc_desktop.services.obstacles.questions import obstacles_of, solved_since
from kdc_desktop.services.sessions.goal import GoalReached
from kdc_desktop.services.sessions.programme import ProgrammeRow, programme
from kdc_desktop.services.visions.club import ConsortiumNow, consortia_now
from kdc_desktop.services.visions.promises import kept_of_due
from kdc_desktop.services.visions.reached import goal_reached
from kdc_desktop.services.visions.since_words import NOTHING_HOLDS, HeardSince, News, news_of
from kdc_desktop.services.visions.waiting import waiting
from kdc_desktop.storage import Database, Snapshot

TABLES = frozenset(
    {
        *("session", "programme", "winner", "consortium", "consortium_step", "taken_up"),
        *("sign_of_life", "member", "leaving", "vision", "asking", "position", "commitment"),
        *("organisation", "department", "person", "setting", "obstacle", "obstacle_step"),
        "gain",
    }
)


@dataclass(frozen=True)
class SinceLine:
    """A consortium in a line; one that `waits` is told last. `is_told`: the room is. Beside good
    news stands what it is `held` by."""

    id: int
    name: str
    words: Text
    state: Text
    ring: Ring
    waits: bool
    is_told: bool
    held: Text = NOTHING_HOLDS


@dataclass(frozen=True)
class Since:
    """What happened since `last_on`, the day of the last evening; None where this is the first.

    `kept` of the `promised` commitments that were due; `joined` are the sectors of new members.
    Where the evening `is_over`, it is told how things stand by now.
    """

    last_on: date | None
    today: date
    lines: tuple[SinceLine, ...]
    kept: int
    promised: int
    joined: str
    programme: ProgrammeRow | None
    is_over: bool = False
    reached: GoalReached | None = None

    @property
    def told(self) -> tuple[SinceLine, ...]:
        """The lines that the room reads."""
        return tuple(line for line in self.lines if line.is_told)


class _Last(NamedTuple):
    id: int
    starts_on: date
    over_at: Instant


def since(database: Database, session_id: int) -> Since:
    """What the room is told at the beginning of this session."""
    now = database.now()
    goal = programme(database, session_id)
    with database.read() as snapshot:
        own, zone = snapshot.get_one(Session, session_id), club_zone(snapshot)
        today = own.starts_at.date()
        last = _last_before(snapshot, own)
        if last is None:
            return Since(None, today, (), 0, 0, "", goal)
        left_out = set(setting_in(snapshot, _name(session_id), []))
        known = consortia_now(snapshot)
        lines = _lines(snapshot, known, last, session_id, now, zone)
        kept, promised = kept_of_due(snapshot, known, last.over_at, day_of(now, zone))
        joined = _joined(snapshot, known, last.over_at)
        reached = goal_reached(snapshot, known, last.over_at)
    told = tuple(_told(line, is_told=line.consortium.id not in left_out) for line in lines)
    is_over = own.status is SessionStatus.CLOSED
    return Since(last.starts_on, today, told, kept, promised, joined, goal, is_over, reached)


def tell_of(
    database: Database, session_id: int, consortium_ids: Collection[int], *, told: bool
) -> None:
    """Tell the room of consortia at the beginning of this session, or leave them out."""
    with database.edit(_told_or_not(database, consortium_ids, told=told)) as edit:
        edit.belongs_to(session_id)
        before = set(setting_in(edit, _name(session_id), []))
        left_out = before - {*consortium_ids} if told else before | {*consortium_ids}
        edit.count = len(before ^ left_out)
        keep_setting(edit, _name(session_id), sorted(left_out))


def _told_or_not(
    database: Database, consortium_ids: Collection[int], *, told: bool
) -> Text | Fillable:
    if len(consortium_ids) > 1 and told:
        return nfillable(
            "The room is told of {count} consortium", "The room is told of {count} consortia"
        )
    if len(consortium_ids) > 1:
        return nfillable(
            "Left {count} consortium out of what the room is told",
            "Left {count} consortia out of what the room is told",
        )
    with database.read() as snapshot:
        name = snapshot.get_one(Consortium, next(iter(consortium_ids))).name
    if told:
        return lazy("The room is told of {consortium}", consortium=name)
    return lazy("Left {consortium} out of what the room is told", consortium=name)


def _name(session_id: int) -> str:
    return f"since_left_out_{session_id}"


def _last_before(snapshot: Snapshot, own: Session) -> _Last | None:
    """The evening that was held last before this one."""
    found = snapshot.scalar(
        select(Session)
        .where(
            Session.id != own.id,
            Session.trashed_at.is_(None),
            or_(Session.went_live_at.is_not(None), Session.closed_at.is_not(None)),
            Session.starts_at < own.starts_at,
        )
        .order_by(Session.starts_at.desc(), Session.id.desc())
        .limit(1)
    )
    if found is None:
        return None
    begun = Instant.of(found.starts_at, zone_called(found.zone))
    return _Last(found.id, found.starts_at.date(), found.closed_at or found.went_live_at or begun)


def _lines(
    snapshot: Snapshot,
    known: Mapping[int, ConsortiumNow],
    last: _Last,
    session_id: int,
    now: Instant,
    zone: Zone,
) -> list[News]:
    """Of what the last evening worked on, and of whatever was heard of since; good news first."""
    of_last = set(snapshot.scalars(select(Consortium.id).where(worked_on_in(last.id))))
    taken_up = set(snapshot.scalars(select(Consortium.id).where(worked_on_in(session_id))))
    signs = _signs(snapshot, last.over_at)
    left = {one.consortium_id: one for one in waiting(snapshot)}
    sizes, solved = _sizes(snapshot), solved_since(snapshot, last.over_at)
    held = obstacles_of(snapshot, None, now, zone)
    found = []
    for key, one in known.items():
        is_new = max(one.heard_at, one.since) > last.over_at and not (
            one.is_over and one.since < last.over_at
        )
        if key in of_last or key in signs or is_new:
            heard = HeardSince(
                signs.get(key, ""),
                solved.get(key, 0),
                next(iter(held.get(key, ())), None),
                sizes.get(key, 0),
                left.get(key),
                key in taken_up,
                now,
                zone,
            )
            found.append(news_of(one, heard))
    return sorted(found, key=lambda news: news.rank)


def _told(news: News, *, is_told: bool) -> SinceLine:
    one = news.consortium
    ring = WAITING if news.waits else STATE_RINGS[one.state]
    return SinceLine(
        one.id, one.name, news.words, STATE_WORDS[one.state], ring, news.waits, is_told, news.held
    )


def _signs(snapshot: Snapshot, since_then: Instant) -> Mapping[int, str]:
    """The last sign of life of each that gave one."""
    signs = select(SignOfLife).where(SignOfLife.at > since_then, IS_HEARD)
    ordered = snapshot.scalars(signs.order_by(SignOfLife.at, SignOfLife.id))
    return {one.consortium_id: one.text for one in ordered}


def _sizes(snapshot: Snapshot) -> Mapping[int, int]:
    """How many members each has, as wherever they are counted."""
    sizes: dict[int, int] = {}
    for key in snapshot.scalars(select(Member.consortium_id).where(~has_left(Member.id))):
        sizes[key] = sizes.get(key, 0) + 1
    return sizes


def _joined(snapshot: Snapshot, known: Mapping[int, ConsortiumNow], since_then: Instant) -> str:
    """The sectors of the members that came since then, in the order of the sectors."""
    sectors = snapshot.execute(
        select(Member.consortium_id, Organisation.sector)
        .outerjoin(Organisation, Organisation.id == Member.organisation_id)
        .where(Member.joined_at > since_then, ~has_left(Member.id))
    )
    letters = [sector_of(sector) for key, sector in sectors if key in known]
    return "".join(sorted(letters, key=f"{LETTERS}?".index))
