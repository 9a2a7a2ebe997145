"""Which consortia have a version that not all of their members have answered."""

from dataclasses import dataclass

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.orm import aliased

from kdc_desktop.instants import Instant
from kdc_desktop.model.consortia import Consortium, Member
from kdc_desktop.model.visions import Asking, Position, Vision
from kdc_desktop.services.consortia.leaving import is_asked_now
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick


@dataclass(frozen=True)
class Waiting:
    """The latest version of a consortium, and how many members have not answered it yet."""

    consortium_id: int
    version_number: int
    written_at: Instant
    answered: int
    asked: int

    @property
    def unanswered(self) -> int:
        """How many are still to answer."""
        return self.asked - self.answered


def waiting(snapshot: Snapshot) -> list[Waiting]:
    """The consortia that wait for answers; an answer on another scale than theirs is none.

    While the version is asked about, again perhaps, only answers to that count.
    """
    return [one for row in _ANSWERED.rows(snapshot) if (one := Waiting(*row)).unanswered]


_NEWER, _STILL = aliased(Vision), aliased(Asking)
_IS_OPEN = (
    select(_STILL.id)
    .where(_STILL.vision_id == Vision.id, _STILL.revealed_at.is_(None))
    .correlate(Vision)
)
_ANSWER = (
    select(Position.id)
    .outerjoin(Asking, Asking.id == Position.asking_id)
    .where(
        Position.vision_id == Vision.id,
        Position.member_id == Member.id,
        or_(Asking.id.is_(None), Asking.scale == Consortium.scale),
        or_(~_IS_OPEN.exists(), and_(Asking.id.is_not(None), Asking.revealed_at.is_(None))),
    )
)
_ANSWERED = Quick(
    select(
        Vision.consortium_id,
        Vision.number,
        Vision.created_at,
        func.sum(case((_ANSWER.exists(), 1), else_=0)),
        func.count(),
    )
    .join(Consortium, Consortium.id == Vision.consortium_id)
    .join(Member, Member.consortium_id == Consortium.id)
    .where(
        is_asked_now(),
        ~select(_NEWER.id)
        .where(_NEWER.consortium_id == Vision.consortium_id, _NEWER.number > Vision.number)
        .exists(),
    )
    .group_by(Vision.id)
)
