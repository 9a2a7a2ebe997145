"""Find as you type on the board: what does not match is dimmed, Enter goes to the next match."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QToolButton, QWidget

from kdc_desktop.domain.text import fold
from kdc_desktop.screens.board.walking import walk_order
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.board_questions import IdeaRow

_AT_A_TIME = 100


class Finder(QFrame):
    """`found` carries the ids that match, or None when nothing is looked for; `shown` the one
    to look at."""

    find_edit: QLineEdit
    found_label: QLabel
    close_button: QToolButton

    found = Signal(object)
    shown = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "board_finder")
        self.close_button.setIcon(theme.icon("x", "muted"))
        self._folded: dict[int, tuple[str, str, str]] = {}
        self._rows: dict[int, IdeaRow] = {}
        self._matches: list[int] = []
        self._at = -1
        self._cold: list[IdeaRow] = []
        self._warming = QTimer(self)
        self._warming.setInterval(0)
        self._warming.timeout.connect(self._warm_up)
        self.find_edit.textChanged.connect(self._look)
        self.find_edit.returnPressed.connect(lambda: self.step(1))
        self.close_button.clicked.connect(self.close_it)
        self.hide()

    def open_it(self) -> None:
        """Show the line and look for what it says."""
        self.show()
        self.raise_()
        self.find_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_edit.selectAll()
        self._look()

    def close_it(self) -> None:
        """Look for nothing any more."""
        self.hide()
        self.found.emit(None)
        self.closed.emit()

    def set_rows(self, rows: Iterable[IdeaRow]) -> None:
        """Look in these notes."""
        self._rows = {row.id: row for row in rows}
        known = self._folded
        self._cold = [
            row
            for row in self._rows.values()
            if (old := known.get(row.id)) is None or old[0] != row.text or old[1] != row.author
        ]
        if self._cold:
            self._warming.start()
        if self.isVisible():
            self._look()

    def step(self, steps: int) -> None:
        """Go to the next match, or back."""
        if self._matches:
            self._at = (self._at + steps) % len(self._matches)
            self._say()
            self.shown.emit(self._matches[self._at])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        words = fold(self.find_edit.text()).split()
        self._at = -1
        if not words:
            self._matches = []
            self.found_label.clear()
            self.found.emit(None)
            return
        fits = [row for row in self._rows.values() if self._fits(row, words)]
        self._matches = walk_order(fits)
        self._say()
        self.found.emit(frozenset(self._matches))

    def _warm_up(self) -> None:
        # A little at a time while nothing else happens, so that the first key finds at once.
        for row in self._cold[-_AT_A_TIME:]:
            self._fits(row, [])
        del self._cold[-_AT_A_TIME:]
        if not self._cold:
            self._warming.stop()

    def _fits(self, row: IdeaRow, words: list[str]) -> bool:
        known = self._folded.get(row.id)
        if known is None or known[0] != row.text or known[1] != row.author:
            known = (row.text, row.author, fold(f"{row.text} {row.author}"))
            self._folded[row.id] = known
        return all(word in known[2] for word in words)

    def _say(self) -> None:
        count = len(self._matches)
        if not count:
            text = "No idea matches"
        elif self._at < 0:
            text = "1 match" if count == 1 else f"{count} matches"
        else:
            text = f"{self._at + 1} of {count}"
        self.found_label.setText(text)
