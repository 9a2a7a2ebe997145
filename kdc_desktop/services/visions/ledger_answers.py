"""The answers of which ledgers are made, as rows: all of them, or what stands until a reveal."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import select

from kdc_desktop.model.visions import Asking, Position, Vision

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
ANSWERS_IN_ORDER = (
    _ANSWERS.join(Vision, Vision.id == Position.vision_id)
    .outerjoin(Asking, Asking.id == Position.asking_id)
    .order_by(Position.at, Position.id)
)
"""Every answer with its asking, in the order of time."""


def standing(found: Sequence[Any]) -> Iterator[Any]:
    """Without those that a later answer of one who was two takes the place of, until the reveal."""
    last = {(row.member_id, row.asking_id): row.id for row in found}
    for row in found:
        is_open = row.asking_id is not None and row.revealed_at is None
        if not is_open or last[row.member_id, row.asking_id] == row.id:
            yield row
