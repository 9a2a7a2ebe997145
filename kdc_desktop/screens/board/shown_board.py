"""Which board of a session is shown."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass
class ShownBoard:
    """A session and one of its boards, None for the first; all who work on the board share it."""

    session_id: int
    board_id: int | None = None


class OnBoard(NamedTuple):
    """Of a sight: a board that its stage does not show, None for the first."""

    board_id: int | None
