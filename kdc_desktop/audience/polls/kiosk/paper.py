"""The ballot paper as a widget: for the kiosk, and for the facilitator who enters one by hand."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kdc_desktop.audience.kit.digit_keys import digit_of
from kdc_desktop.audience.polls.kiosk.ballot import BLANK, Ballot
from kdc_desktop.audience.polls.kiosk.field import only_held, signs_of
from kdc_desktop.audience.polls.kiosk.look import Look, style_sheet
from kdc_desktop.audience.polls.kiosk.pager import Pager
from kdc_desktop.audience.polls.kiosk.strangers import CodeTyped, NameTyped
from kdc_desktop.domain.polls.cast import Marks, Spot
from kdc_desktop.i18n import _, ngettext

TALLEST = 300


class PaperWidget(QWidget):
    """What a voter fills in; each kind of paper has a subclass, which `kinds` names.

    `done_wanted` comes on Enter, `settled` when the only question there is has its answer,
    `changed` after every mark and move, `said` tells what was given or why not; `code` knows what
    was typed just now. `pager` turns the pages, `tools` are buttons of this kind of paper; whoever
    holds the paper places them. No card is made higher than `tallest` for the sake of its title.
    `digit_pause` is in milliseconds: within it a second digit makes one number of two, 1 and 0 are
    10.
    """

    changed = Signal()
    said = Signal(str)
    done_wanted = Signal()
    settled = Signal()

    pager: Pager
    tools: tuple[QWidget, ...] = ()

    def __init__(
        self, look: Look, parent: QWidget | None = None, *, tallest: int = TALLEST
    ) -> None:
        super().__init__(parent)
        self.digit_pause = 700
        self._look, self._tallest = look, tallest
        self._ballot = BLANK
        self._marks: dict[Spot, int] = {}
        self._current = 0
        self._typed = ""
        self._digits = QTimer(self, singleShot=True)
        self._digits.timeout.connect(self._end_number)
        self._names, self.code = NameTyped(self), CodeTyped(self)

    def show_ballot(self, ballot: Ballot, marks: Marks | None = None) -> None:
        """Show this paper, blank or with these marks; nothing of the one before is left."""
        self._ballot = ballot
        self._marks = dict(marks or {})
        self._current = 0
        self._names.stop()
        self.code.stop()
        self._forget_number()
        self._lay_out()
        self.changed.emit()

    def set_look(self, look: Look) -> None:
        """Wear another palette or size."""
        self._look = look
        self.setStyleSheet(style_sheet(look))
        for widget in (self.pager, *self.tools):
            widget.setStyleSheet(style_sheet(look))

    @property
    def ballot(self) -> Ballot:
        """What is voted on, and how."""
        return self._ballot

    @property
    def marks(self) -> dict[Spot, int]:
        """What is given; what has no mark is left out."""
        return dict(self._marks)

    @property
    def given(self) -> int:
        """How much is on the paper; 0 where it is blank."""
        return len(self.marks)

    @property
    def left(self) -> int | None:
        """How many marks are left to give; None when there is no limit, or one moves."""
        return self._ballot.left(self.marks)

    @property
    def left_line(self) -> str:
        """What is left, in words: “2 of 5 left”."""
        if self.left is None:
            return ngettext("{count} chosen", "{count} chosen", self.given)
        of_all = self._ballot.terms.marks_each
        return ngettext("{count} of {all} left", "{count} of {all} left", self.left, all=of_all)

    @property
    def rest_line(self) -> str:
        """What could still be said, in a sentence for who reads the paper once more."""
        return ""

    def keys_line(self, *, roomy: bool) -> str:
        """What the keys do here; where letters are large, in fewer words."""
        raise NotImplementedError

    def focus_option(self, place: int | None = None) -> None:
        """Go to the option at this place, from 0, turning the page if need be; else back to it."""
        raise NotImplementedError

    def turn(self, pages: int) -> None:
        """Go on or back by pages."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, digit = event.key(), digit_of(event)
        if only_held(event):
            return
        if self._names.takes(event):
            event.ignore()  # whoever holds the paper hears who is there
            self.code.add_over(self.marks, signs_of(event))
            self.said.emit(_("Somebody has begun here. If it is not you, Esc starts over."))
        elif digit:  # also where the layout says “-” on its key
            self._type_digit(digit)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done_wanted.emit()
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif not self._press(Qt.Key(key)):
            super().keyPressEvent(event)

    def _press(self, key: Qt.Key) -> bool:
        """Do what a key means on this kind of paper; whether it means something."""
        raise NotImplementedError

    def _type_digit(self, digit: str) -> None:
        raise NotImplementedError

    def _lay_out(self) -> None:
        """Show the ballot and its marks from the beginning."""
        raise NotImplementedError

    def _fill(self, *widgets: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            column.addWidget(widget)

    def _end_number(self) -> None:
        """No more digits come."""
        self._forget_number()

    def _forget_number(self) -> None:
        self._typed = ""
        self._digits.stop()
