"""How many notes cannot be seen, counted once the board has come to rest."""

from PySide6.QtCore import QObject, QTimer, Signal

from kdc_desktop.domain.board.layout import NOTE_HEIGHT, NOTE_WIDTH
from kdc_desktop.screens.board.canvas import BoardCanvas

_RESTING = 150  # ms


class OutOfSight(QObject):
    """`counted` carries how many notes lie where nobody can see them just now."""

    counted = Signal(int)

    def __init__(self, board: BoardCanvas) -> None:
        super().__init__(board)
        self._board = board
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_RESTING)
        self._timer.timeout.connect(self.count)
        board.view_changed.connect(self._timer.start)

    def count_soon(self) -> None:
        """Notes have come, gone or moved."""
        self._timer.start()

    def count(self) -> None:
        """Count those whose middle is not in sight."""
        board, contents = self._board, self._board.contents
        seen = board.seen().adjusted(0, 0, 0, -board.foot / board.zoom)
        if seen.contains(contents.bounds()):
            self.counted.emit(0)
            return
        wide, high = NOTE_WIDTH / 2, NOTE_HEIGHT / 2
        there = contents.notes_in(seen.adjusted(wide, high, -wide, -high))
        self.counted.emit(len(contents.notes) - len(contents.lifted) - len(there))
