"""On which of the boards of a session a verb works."""

from typing import Protocol


class _OfBoard(Protocol):
    session_id: int
    board_id: int | None


class OneBoard:
    """The board that the first note or cluster says which is asked for, or who makes something new.

    It is the first one of the session, None, where nobody says.
    """

    def __init__(self) -> None:
        self.board_id: int | None = None
        self._is_known = False

    def stand_on(self, board_id: int | None) -> None:
        """It is this one, unless that is known already."""
        if not self._is_known:
            self.board_id, self._is_known = board_id, True

    def turn_to(self, board_id: int | None) -> None:
        """It is this one from now on, whatever was said before."""
        self.board_id, self._is_known = board_id, True

    def here(self, session_id: int) -> dict[str, int | None]:
        """The values by which a query knows the board."""
        return {"session": session_id, "board": self.board_id}

    def is_here(self, one: _OfBoard, session_id: int) -> bool:
        """Whether a note or a cluster is of this board."""
        return one.session_id == session_id and one.board_id == self.board_id
