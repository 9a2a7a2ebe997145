"""Members who stand well below what they said before."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import aliased

from kdc_desktop.instants import Instant
from kdc_desktop.model.consortia import Consortium, Member
from kdc_desktop.model.visions import Asking, Position
from kdc_desktop.services.consortia.leaving import is_asked_now
from kdc_desktop.services.visions.named import NAMES, called, with_names
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick

DEEP = 2  # levels from which on a fall is told of
_LAST = 4  # answers of a member that are looked at: of one asking there may be several


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
    consortium has by now is not compared.
    """
    fallen: dict[int, tuple[_Answer, _Answer]] = {}
    rows = (_Answer(*row) for row in _LAST_ONES.rows(snapshot))
    for member_id, found in groupby(rows, key=lambda row: row.member_id):
        last, *earlier = found
        before = next((row for row in earlier if row.asking != last.asking), None)
        if before is not None and before.level - last.level >= DEEP:
            fallen[member_id] = before, last
    named = with_names(select(Member.id, *NAMES)).where(Member.id.in_(fallen))
    for member_id, *names in snapshot.execute(named.order_by(Member.id)):
        before, last = fallen[member_id]
        yield Fall(last.consortium_id, member_id, called(*names), before.level, last.level, last.at)


class _Answer(NamedTuple):
    member_id: int
    consortium_id: int
    level: int
    at: Instant
    asking: int  # or the version, of answers from before askings were kept


def _last_revealed() -> Select[int]:
    """The last few revealed answers of the member of an enclosing statement, found by an index."""
    one, asking = aliased(Position), aliased(Asking)
    told = asking.revealed_at.is_not(None) & (asking.scale == Consortium.scale)
    return (
        select(one.id)
        .outerjoin(asking, asking.id == one.asking_id)
        .where(one.member_id == Member.id, or_(one.asking_id.is_(None), told))
        .order_by(one.at.desc(), one.id.desc())
        .limit(_LAST)
        .correlate(Member, Consortium)
    )


_LAST_ONES = Quick(
    select(
        Member.id,
        Member.consortium_id,
        Position.level,
        Position.at,
        func.coalesce(Position.asking_id, -Position.vision_id),
    )
    .select_from(Member)
    .join(Consortium, Consortium.id == Member.consortium_id)
    .join(Position, Position.id.in_(_last_revealed()))
    .where(is_asked_now())
    .order_by(Member.id, Position.at.desc(), Position.id.desc())
)
