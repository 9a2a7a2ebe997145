"""Which board of a session is shown."""

from dataclasses import dataclass


@dataclass
class ShownBoard:
    """A session and one of its boards, None for the first; all who work on the board share it."""

    session_id: int
    board_id: int | None = None
