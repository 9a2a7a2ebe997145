"""What is looked for on one board may hang on another one."""

from PySide6.QtCore import QObject, QTimer

from kdc_desktop.domain.kit.sought import Sought, in_every_spelling, together
from kdc_desktop.screens.board.boards_part import BoardsPart
from kdc_desktop.screens.board.floats import Floats
from kdc_desktop.services.board import questions
from kdc_desktop.services.board.badges import no_marks
from kdc_desktop.storage import Database

_PAUSE = 250  # ms after the last key


class FoundElsewhere(QObject):
    """Counts the ideas on the other boards that match, once nobody types; `floats` tell it."""

    def __init__(self, floats: Floats, boards: BoardsPart, database: Database) -> None:
        super().__init__(floats)
        self._floats, self._boards, self._database = floats, boards, database
        self._sought = Sought("")
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._count)
        floats.finder.looked.connect(self._look)
        floats.finder.closed.connect(self._rest)

    def _look(self, sought: Sought) -> None:
        self._sought = sought
        if sought and len(self._boards.rows) > 1:
            self._soon.start()
        else:
            self._rest()

    def _rest(self) -> None:
        self._soon.stop()
        self._floats.show_elsewhere(0)

    def _count(self) -> None:
        shown = self._boards.shown
        others = [row.id for row in self._boards.rows if row.id != shown.board_id]
        self._floats.show_elsewhere(sum(map(self._number_on, others)))

    def _number_on(self, board_id: int | None) -> int:
        of = self._database, self._boards.shown.session_id, no_marks
        rows = questions.ideas(*of, behind={}, board_id=board_id)
        said = (together(*map(in_every_spelling, (row.text, row.author))) for row in rows)
        return sum(self._sought.is_in(one) for one in said)
