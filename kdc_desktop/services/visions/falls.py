"""Members who stand well below what they said before."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import func, or_, select

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.instants import Instant
from kdc_desktop.model.consortia import Consortium, Member
from kdc_desktop.model.visions import Asking, Position
from kdc_desktop.services.consortia.leaving import has_left
from kdc_desktop.services.visions.named import NAMES, called, with_names
from kdc_desktop.storage import Snapshot

DEEP = 2  # levels from which on a fall is told of
_LAST = 8  # answers of a member that are looked at: of one asking there may be several


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
    asked = select(*answers.c, *NAMES).join(Member, Member.id == answers.c.member_id)
    rows = snapshot.execute(
        with_names(asked)
        .where(answers.c.place <= _LAST, ~has_left(Member.id))
        .where(Member.role != MemberRole.OBSERVER)
        .order_by(answers.c.member_id, answers.c.place)
    )
    for _member, found in groupby(rows, key=lambda row: row.member_id):
        last, *before = found
        other = next((row for row in before if row.asking != last.asking), None)
        if other is not None and other.level - last.level >= DEEP:
            name = called(*last[-len(NAMES) :])
            yield Fall(last.consortium_id, name, other.level, last.level, last.at)


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
