"""What the room sees of the boards, also of one at which the facilitator does not look just now."""

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.board.contents import BoardContents, Difference
from kdc_desktop.screens.board.reading import BoardReader
from kdc_desktop.screens.board.room import RoomBoard
from kdc_desktop.screens.board.shown_board import ShownBoard
from kdc_desktop.screens.kit.screen import ChangedTables, Screen
from kdc_desktop.services.board.badges import MarksBadge, no_marks
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.storage import Database

_NO_MARKS = MarksBadge(frozenset(), no_marks, lambda _snapshot, _session_id: False)


class RoomBoards:
    """Makes slides of the board that is `shown` from its contents; another is read for the room."""

    def __init__(
        self,
        screen: Screen,
        database: Database,
        shown: ShownBoard,
        contents: BoardContents,
        jobs: Jobs,
    ) -> None:
        self._shown, self._here = shown, RoomBoard(contents)
        self._other_board = ShownBoard(shown.session_id)
        self._reader = BoardReader(screen, database, self._other_board, jobs, _NO_MARKS)
        self._reader.begin_anew()
        self._contents = BoardContents()
        self._there, self._due = RoomBoard(self._contents), True

    def follow(self, difference: Difference) -> None:
        """Some notes of the board that is shown are different now."""
        self._here.follow(difference)

    def hear(self, changes: ChangedTables) -> None:
        """Read again the next time what has changed on the other board."""
        self._reader.hear(changes)
        self._due = True

    def slide(
        self, board_id: int | None, stage: StageRow | None, unnamed: int | None, *, silent: bool
    ) -> Slide:
        """A board as the room sees it; see `RoomBoard.slide`."""
        of_it = self._here if board_id == self._shown.board_id else self._other(board_id)
        return of_it.slide(stage, unnamed, silent=silent)

    def _other(self, board_id: int | None) -> RoomBoard:
        if self._other_board.board_id != board_id:
            self._other_board.board_id, self._due = board_id, True
            self._reader.begin_anew()
        if self._due:
            self._due = False
            self._there.follow(self._contents.take(self._reader.read()))
        return self._there
