"""What visions tell of consortia where all of the club are listed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select

from kdc_desktop.domain.consortia.seats import shared
from kdc_desktop.domain.visions.positions import latest_positions
from kdc_desktop.domain.visions.scales import SCALES
from kdc_desktop.instants import Instant, Zone, day_of
from kdc_desktop.model.consortia import Member
from kdc_desktop.model.visions import Commitment
from kdc_desktop.services.consortia.club_rows import BuyIn, BuyInBadge
from kdc_desktop.services.visions.club import heard_of
from kdc_desktop.services.visions.falls import fallen_by_consortium
from kdc_desktop.services.visions.ledgers import Ledger, read_ledgers
from kdc_desktop.storage import Snapshot


def _buy_in(
    snapshot: Snapshot, consortium_ids: Sequence[int], now: Instant, zone: Zone
) -> Mapping[int, BuyIn]:
    fallen, overdue = fallen_by_consortium(snapshot), _overdue(snapshot, day_of(now, zone))
    heard = heard_of(snapshot)
    return {
        key: replace(
            one,
            heard_at=heard.get(key),
            fallen=fallen[key],
            overdue=overdue[key],
        )
        for key, one in shared_by(snapshot, consortium_ids, now, zone).items()
    }


def shared_by(
    snapshot: Snapshot, consortium_ids: Sequence[int], now: Instant, zone: Zone
) -> Mapping[int, BuyIn]:
    """How many share the latest version of each, as was revealed; nothing else is looked at."""
    ledgers = read_ledgers(snapshot, consortium_ids, latest=True, told=True)
    return {key: _of_ledger(ledger, now, zone) for key, ledger in ledgers.items()}


def _overdue(snapshot: Snapshot, today: date) -> Counter[int]:
    """How many commitments of each consortium are not kept though their day has passed."""
    late = select(Member.consortium_id).join(Commitment, Commitment.member_id == Member.id)
    return Counter(
        snapshot.scalars(late.where(Commitment.done_at.is_(None), Commitment.due_on < today))
    )


def _of_ledger(ledger: Ledger, now: Instant, zone: Zone) -> BuyIn:
    state, scale = ledger.readiness(now, zone), SCALES[ledger.consortium.scale]
    stand = latest_positions(ledger.positions, ledger.number)
    levels = [
        stand[one.id].level if one.id in stand else None for one in ledger.members if one.is_asked
    ]
    found = shared(levels, ledger.agreed_level)
    shades = {one: None if one is None else scale.heat(one) for one in set(levels)}
    return BuyIn(
        version_number=ledger.number,
        ready=state.ready,
        headline=ledger.headline(state),
        asked=found.asked,
        answered=ledger.answered(),
        agreed=found.agreed,
        shades=tuple(shades[level] for level in levels),
        is_being_asked=any(asking.is_open for asking in ledger.askings),
    )


OF_CLUB = BuyInBadge(
    frozenset({"vision", "position", "asking", "reservation", "commitment", "open_role"})
    | {"obstacle", "obstacle_step"},
    _buy_in,
)
"""How far the vision of each consortium is, and how many of its members share it."""
