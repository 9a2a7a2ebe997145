"""Members who stand well below what they said before."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, func, or_, select
from sqlalchemy.orm import aliased

from kdc_desktop.domain.visions.stood_by_then import DEEP
from kdc_desktop.instants import Instant
from kdc_desktop.model.consortia import Consortium, Member
from kdc_desktop.model.visions import Asking, Position
from kdc_desktop.services.consortia.leaving import is_asked_now
from kdc_desktop.services.visions.named import NAMES, called, with_names
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick


@dataclass(frozen=True)
class Fall:
    """A member said one level, and then a much lower one."""

    consortium_id: int
    member_id: int
    member: str
    before: int
    now: int
    at: Instant

    @property
    def levels(self) -> int:
        """By how many levels."""
        return self.before - self.now


def falls(snapshot: Snapshot) -> Iterator[Fall]:
    """Whose last answer is two levels or more below the one before, of those that are revealed.

    Who has left or only observes has fallen nowhere, and an answer on another scale than the
    consortium has by now is not compared. Of an asking with several answers the last one counts.
    """
    fallen = {key: found for key, *found in _FALLEN.rows(snapshot)}
    if not fallen:
        return
    named = with_names(select(Member.id, *NAMES)).where(Member.id.in_(fallen))
    for member_id, *names in snapshot.execute(named.order_by(Member.id)):
        consortium_id, before, now, at = fallen[member_id]
        yield Fall(consortium_id, member_id, called(*names), before, now, at)


_LAST, _BEFORE = aliased(Position), aliased(Position)


def _asked(one: Any) -> ColumnElement[int]:
    """The asking, or the version of answers from before askings were kept."""
    return func.coalesce(one.asking_id, -one.vision_id)


def _last_revealed(*, before_last: bool = False) -> ScalarSelect[int]:
    """The last revealed answer of the member of an enclosing statement, found by an index."""
    one, asking = aliased(Position), aliased(Asking)
    told = asking.revealed_at.is_not(None) & (asking.scale == Consortium.scale)
    found = (
        select(one.id)
        .outerjoin(asking, asking.id == one.asking_id)
        .where(one.member_id == Member.id, or_(one.asking_id.is_(None), told))
        .order_by(one.at.desc(), one.id.desc())
        .limit(1)
    )
    if before_last:
        found = found.where(_asked(one) != _asked(_LAST))
        return found.correlate(Member, Consortium, _LAST).scalar_subquery()
    return found.correlate(Member, Consortium).scalar_subquery()


_FALLEN = Quick(
    select(Member.id, Member.consortium_id, _BEFORE.level, _LAST.level, _LAST.at)
    .select_from(Member)
    .join(Consortium, Consortium.id == Member.consortium_id)
    .join(_LAST, _LAST.id == _last_revealed())
    .join(_BEFORE, _BEFORE.id == _last_revealed(before_last=True))
    .where(_BEFORE.level - _LAST.level >= DEEP, is_asked_now())
)
