"""Find as you type on the board: what does not match is dimmed, Enter goes to the next match."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QToolButton, QWidget

from kdc_desktop.audience.kit.speaking import Settling, speak
from kdc_desktop.domain.kit.sought import Sought, in_every_spelling, together
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.screens.board.contents import Difference
from kdc_desktop.screens.board.walking import walk_order
from kdc_desktop.screens.kit.fields import prompt
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import KeyCap
from kdc_desktop.services.board.rows import IdeaRow

_AT_A_TIME = 100

_CONTROL = Qt.KeyboardModifier.ControlModifier


class BoardFinder(QFrame):
    """`found` carries the ids that match, or None when nothing is looked for; `shown` the one
    to look at, `all_wanted` those to select; `looked` what is looked for, be it nothing."""

    find_edit: QLineEdit
    found_label: QLabel
    all_cap: KeyCap
    all_label: QLabel
    close_button: QToolButton

    found = Signal(object)
    looked = Signal(object)
    opened = Signal()
    shown = Signal(int)
    all_wanted = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "board/finder")
        self.all_cap.set_keys("Ctrl+Enter")
        self.close_button.setIcon(theme.icon("x", "muted"))
        self._folded: dict[int, str] = {}
        self._rows: dict[int, IdeaRow] = {}
        self._matches: frozenset[int] = frozenset()
        self._order: list[int] | None = None
        self._at = -1
        self._cold: dict[int, IdeaRow] = {}
        self._unread: list[Difference] = []
        self._warming = QTimer(self)
        self._warming.setInterval(0)
        self._warming.timeout.connect(self._fold_some)
        self._told = Settling(self)
        self.find_edit.textChanged.connect(self._look)
        self.find_edit.returnPressed.connect(lambda: self.step(1))
        hint = _("Enter: the next one. Ctrl+Enter: select all that match.")
        prompt(self.find_edit, self.find_edit.placeholderText(), hint)
        self.close_button.clicked.connect(self.close_it)
        self.hide()

    def open_it(self) -> None:
        """Show the line and look for what it says."""
        self.show()
        self.raise_()
        self.opened.emit()
        self.find_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_edit.selectAll()
        self._look()

    def close_it(self) -> None:
        """Look for nothing any more."""
        self.hide()
        self.found.emit(None)
        self.closed.emit()

    def follow(self, difference: Difference) -> None:
        """Look in the notes as they are now; at once only where the line is open."""
        self._unread.append(difference)
        self._warming.start()
        if self.isVisible() and (difference.now or difference.former):
            self._look()

    def _read_on(self) -> None:
        for difference in self._unread:
            for row in difference.now:
                was = self._rows.get(row.id)
                if was is None or was.text != row.text or was.author != row.author:
                    self._folded.pop(row.id, None)
                    self._cold[row.id] = row
                self._rows[row.id] = row
            for key in difference.gone:
                for known in (self._rows, self._folded, self._cold):
                    known.pop(key, None)
        self._unread.clear()

    def step(self, steps: int) -> None:
        """Go to the next match, or back."""
        if self._matches:
            if self._order is None:
                self._order = walk_order(self._rows[key] for key in self._matches)
            self._at = (self._at + steps) % len(self._order)
            self._say()
            speak(self, self.found_label.text())
            self.shown.emit(self._order[self._at])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        elif event.key() == Qt.Key.Key_Return and event.modifiers() & _CONTROL:
            self._take_all()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _take_all(self) -> None:
        matches = self._matches
        self.close_it()
        self.all_wanted.emit(matches)

    def _look(self) -> None:
        self._read_on()
        sought = Sought(self.find_edit.text())
        self.looked.emit(sought)
        self._at = -1
        self._order = None
        if not sought:
            self._matches = frozenset()
            self.found_label.clear()
            self._offer_all(False)
            self.found.emit(None)
            return
        self._fold(len(self._cold))
        self._matches = frozenset(
            [key for key, there in self._folded.items() if sought.is_in(there)]
        )
        self._say()
        self._told.speak(self.found_label.text())
        self.found.emit(self._matches)

    def _fold_some(self) -> None:
        if self._unread:
            self._read_on()
        else:
            self._fold(_AT_A_TIME)

    def _fold(self, most: int) -> None:
        # A little at a time while nothing else happens, so that the first key finds at once.
        for _each in range(min(most, len(self._cold))):
            key, row = self._cold.popitem()
            self._folded[key] = together(
                *(in_every_spelling(said) for said in (row.text, row.author) if said)
            )
        if not self._cold:
            self._warming.stop()

    def _say(self) -> None:
        count = len(self._matches)
        if not count:
            text = _("No idea matches")
        elif self._at < 0:
            text = ngettext("{count} match", "{count} matches", count)
        else:
            text = _("{number} of {total}", number=self._at + 1, total=count)
        self.found_label.setText(text)
        self._offer_all(count > 1)

    def _offer_all(self, offered: bool) -> None:
        for widget in (self.all_cap, self.all_label):
            widget.setVisible(offered)
