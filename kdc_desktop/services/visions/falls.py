"""Members who stand well below what they said before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import func, or_, select

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.instants import Instant
from kdc_desktop.model.consortia import Consortium, Member
from kdc_desktop.model.visions import Asking, Position
from kdc_desktop.services.consortia.leaving import has_left
from kdc_desktop.services.visions.named import NAMES, called, with_names
from kdc_desktop.storage import Snapshot

DEEP = 2  # levels from which on a fall is told of
_LAST = 4  # answers of a member that are looked at: of one asking there may be several


@dataclass(frozen=True)
class Fall:
    """A member said one level, and then a much lower one."""

    consortium_id: int
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
    answers = _ANSWERS.subquery()
    rows = snapshot.execute(
        select(answers)
        .where(answers.c.place <= _LAST)
        .order_by(answers.c.member_id, answers.c.place)
    )
    found = [fall for _member, given in groupby(rows, itemgetter(0)) if (fall := _fall([*given]))]
    ids = [member_id for member_id, *_ in found]
    asked = with_names(select(Member.id, *NAMES)).where(Member.id.in_(ids))
    named = asked.where(~has_left(Member.id), Member.role != MemberRole.OBSERVER)
    names = {key: called(*parts) for key, *parts in snapshot.execute(named)}
    for member_id, consortium_id, before, now, at in found:
        if member_id in names:
            yield Fall(consortium_id, names[member_id], before, now, at)


def _fall(given: Sequence[Any]) -> tuple[int, int, int, int, Instant] | None:
    """Of these answers of a member, the last one first; of an asking the last one counts."""
    member_id, consortium_id, now, at, asking, _place = given[0]
    before = next((level for _m, _c, level, _at, other, _p in given if other != asking), now)
    return (member_id, consortium_id, before, now, at) if before - now >= DEEP else None


_NEWEST = Position.at.desc(), Position.id.desc()
_ANSWERS = (  # that were revealed, each member's last one first; of which asking, or version
    select(
        Position.member_id,
        Member.consortium_id,
        Position.level,
        Position.at,
        func.coalesce(Position.asking_id, -Position.vision_id).label("asking"),
        func.row_number().over(partition_by=Position.member_id, order_by=_NEWEST).label("place"),
    )
    .join(Member, Member.id == Position.member_id)
    .join(Consortium, Consortium.id == Member.consortium_id)
    .outerjoin(Asking, Asking.id == Position.asking_id)
    .where(
        or_(
            Position.asking_id.is_(None),
            (Asking.revealed_at.is_not(None)) & (Asking.scale == Consortium.scale),
        )
    )
)
