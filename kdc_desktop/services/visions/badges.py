"""What visions tell of consortia where all of the club are listed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import select

from kdc_desktop.domain.consortia.seats import shared
from kdc_desktop.domain.visions.readiness import headline_of
from kdc_desktop.domain.visions.scales import SCALES
from kdc_desktop.domain.visions.stood_by_then import things_missing
from kdc_desktop.instants import Instant, Zone, day_of
from kdc_desktop.model.consortia import Member
from kdc_desktop.model.visions import Commitment
from kdc_desktop.services.consortia.club_rows import BuyIn, BuyInBadge
from kdc_desktop.services.visions.club import heard_besides_answers
from kdc_desktop.services.visions.ledgers import being_asked
from kdc_desktop.services.visions.stands_now import StandsNow, stands_now
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick, value


def _buy_in(
    snapshot: Snapshot, consortium_ids: Sequence[int], now: Instant, zone: Zone
) -> Mapping[int, BuyIn]:
    overdue = _overdue(snapshot, day_of(now, zone))
    heard = heard_besides_answers(snapshot)
    return {
        key: _told(one, overdue[key], heard.get(key))
        for key, one in stands_now(snapshot, consortium_ids).items()
    }


def shared_by(snapshot: Snapshot, consortium_ids: Sequence[int]) -> Mapping[int, BuyIn]:
    """How many share the latest version of each, as was revealed; nothing else is looked at."""
    return {key: _told(one, 0, None) for key, one in stands_now(snapshot, consortium_ids).items()}


_LATE = Quick(
    select(Member.consortium_id)
    .join(Commitment, Commitment.member_id == Member.id)
    .where(Commitment.done_at.is_(None), Commitment.due_on < value("today"))
)


def _overdue(snapshot: Snapshot, today: date) -> Counter[int]:
    """How many commitments of each consortium are not kept though their day has passed."""
    return Counter(key for (key,) in _LATE.rows(snapshot, today=today))


def _told(one: StandsNow, overdue: int, heard_at: Instant | None) -> BuyIn:
    stood = one.stood()
    levels = [stood.levels.get(key) for key in one.members]
    found, scale = shared(levels, one.agreed_level), SCALES[one.scale]
    missing, answered = _missing(one, levels), one.answered(stood)
    shades = {level: None if level is None else scale.heat(level) for level in set(levels)}
    # Nothing is concluded yet while it is being asked.
    asks = being_asked(answered, len(levels)) if one.is_being_asked else None
    return BuyIn(
        version_number=one.number,
        ready=not missing,
        headline=asks or headline_of(missing),
        asked=found.asked,
        answered=answered,
        agreed=found.agreed,
        shades=tuple(shades[level] for level in levels),
        is_being_asked=asks is not None,
        fallen=stood.fallen,
        overdue=overdue,
        heard_at=max(filter(None, (one.heard_at, heard_at)), default=None),
        trend=stood.shares,
    )


def _missing(one: StandsNow, levels: Sequence[int | None]) -> int:
    return things_missing(
        levels,
        one.agreed_level,
        one.number,
        missing_sectors=one.missing,
        open_roles=one.open_roles,
        objections=one.objections,
    )


OF_CLUB = BuyInBadge(
    frozenset({"vision", "position", "asking", "reservation", "commitment", "open_role"})
    | {"obstacle", "obstacle_step"},
    _buy_in,
)
"""How far the vision of each consortium is, and how many of its members share it."""
