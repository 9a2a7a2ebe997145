"""Writing ideas one after the other, each in a free place or where one double-clicked."""

from PySide6.QtCore import QObject, QPointF

from kdc_desktop.domain.board.layout import NOTE_HEIGHT, NOTE_WIDTH
from kdc_desktop.screens.board.quick_add import QuickAdd
from kdc_desktop.screens.board.shown_board import ShownBoard
from kdc_desktop.screens.board.view import BoardView
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.board.ideas import add_idea
from kdc_desktop.storage import Database


class Adding(QObject):
    """Puts on the board what is typed into the line below it; `screen` tells what is refused."""

    def __init__(
        self,
        screen: Screen,
        view: BoardView,
        line: QuickAdd,
        database: Database,
        board: ShownBoard,
    ) -> None:
        super().__init__(screen)
        self._screen, self._view, self._line = screen, view, line
        self._database, self._board = database, board
        self._at: QPointF | None = None
        line.wanted.connect(self._add)
        view.wishes.note_wanted.connect(self.begin_at)

    def begin(self) -> None:
        """Put the cursor where ideas are typed."""
        self._at = None
        self._line.begin()

    def begin_at(self, at: QPointF) -> None:
        """The same, for a note whose middle is at this point of the board."""
        self._at = at - QPointF(NOTE_WIDTH / 2, NOTE_HEIGHT / 2)
        self._line.begin()

    def _add(self, text: str, author_id: int | None) -> None:
        at = self._at.toTuple() if self._at is not None else None
        self._at = None
        added = self._screen.attempt(
            add_idea,
            self._database,
            self._board.session_id,
            text,
            author_id,
            at=at,
            board_id=self._board.board_id,
        )
        if added:
            self._line.added()
            if added.answer in self._view.contents.notes:
                self._view.show_notes([added.answer])
