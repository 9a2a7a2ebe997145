"""The answers of which ledgers are made, as rows: all of them, or what stands until a reveal."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, select

from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.instants import Instant
from kdc_desktop.model.visions import Asking, Position, Vision
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick, listed, one_of


class GivenAnswer(NamedTuple):
    """An answer with its asking; `number` is that of the version."""

    id: int
    consortium_id: int
    number: int
    member_id: int
    vision_id: int
    level: int
    reason: str
    would_move: str
    at: Instant
    asking_id: int | None
    way: AnswerWay
    said_by_id: int | None
    revealed_at: Instant | None
    scale: str | None

    @property
    def is_open(self) -> bool:
        """Whether it was given in an asking that is not revealed yet."""
        return self.asking_id is not None and self.revealed_at is None


_ANSWERS = select(
    Position.id,
    Vision.consortium_id,
    Vision.number,
    Position.member_id,
    Position.vision_id,
    Position.level,
    Position.reason,
    Position.would_move,
    Position.at,
    Position.asking_id,
    Position.way,
    Position.said_by_id,
    Asking.revealed_at,
    Asking.scale,
)
_IN_ORDER = (
    _ANSWERS.join(Vision, Vision.id == Position.vision_id)
    .outerjoin(Asking, Asking.id == Position.asking_id)
    .order_by(Position.at, Position.id)
)
_ABOUT = Quick(_IN_ORDER.where(one_of(Vision.id, "versions")))


def answers_about(snapshot: Snapshot, vision_ids: Collection[int]) -> list[GivenAnswer]:
    """Every answer about these versions, in the order of time."""
    return list(map(GivenAnswer._make, _ABOUT.rows(snapshot, versions=listed(vision_ids))))


def answers_where(snapshot: Snapshot, wanted: ColumnElement[bool]) -> list[GivenAnswer]:
    """Those of which this is so, in the order of time."""
    return [GivenAnswer._make(row) for row in snapshot.execute(_IN_ORDER.where(wanted))]


def standing(found: Sequence[GivenAnswer]) -> Iterator[GivenAnswer]:
    """Without those that a later answer of one who was two takes the place of, until the reveal."""
    last = {(one.member_id, one.asking_id): one.id for one in found if one.is_open}
    for one in found:
        if not one.is_open or last[one.member_id, one.asking_id] == one.id:
            yield one
