"""The same paper to be read once more, before it is cast."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kdc_desktop.audience.polls.kiosk.ballot import Ballot
from kdc_desktop.audience.polls.kiosk.field import signs_of
from kdc_desktop.audience.polls.kiosk.given_list import GivenList
from kdc_desktop.audience.polls.kiosk.look import ROOMY, Look
from kdc_desktop.audience.polls.kiosk.page import Page, press, words
from kdc_desktop.audience.polls.kiosk.paper import PaperWidget
from kdc_desktop.audience.polls.kiosk.question import KioskWords, Said
from kdc_desktop.audience.polls.kiosk.reasons import ReasonFields


class ConfirmPage(Page):
    """Read it again, then cast it; `typed` carries what is written here, which is of a name or the
    number of a badge.

    Where it is asked why, what is written is the reason: `written` tells that somebody is there,
    `wrote` that the first line is ended.
    """

    cast = Signal()
    change = Signal()
    typed = Signal(str)
    written = Signal()
    wrote = Signal()

    def __init__(self, wording: KioskWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wording = wording
        self.keys = str(wording.casts)
        self.headline = words("headline", "kiosk_headline", most_lines=1)
        self.whose = words("quiet", "kiosk_whose", most_lines=1)
        self.left = words("quiet", "kiosk_left", most_lines=3)
        self.given = GivenList()
        self.cast_button = press(str(wording.cast), "primary", "kiosk_cast", self.cast.emit)
        self.change_button = press("", "second", "kiosk_change", self.change.emit)
        for label in (self.headline, self.whose):
            self.column.addWidget(label)
        turning = QHBoxLayout()
        turning.addWidget(self.left, 1)
        turning.addWidget(self.given.pager)
        self.column.addLayout(turning)
        self.column.addWidget(self.given, 1)
        self.reasons = ReasonFields() if wording.asks_why else None
        if self.reasons is not None:
            self.column.addWidget(self.reasons)
            self.reasons.done.connect(self.cast)
            self.reasons.gone_on.connect(self.wrote)
            self.reasons.typed.connect(self.written)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.change_button)
        foot.addWidget(self.cast_button)
        self.column.addLayout(foot)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.change_button.setText(self._wording.change(roomy=look.text <= ROOMY))
        self.given.set_look(look)
        if self.reasons is not None:
            self.reasons.set_look(look)

    @property
    def said(self) -> Said:
        """What was written to the answer."""
        return Said() if self.reasons is None else self.reasons.said

    def start(self, name: str, apart: str, paper: PaperWidget, ballot: Ballot) -> None:
        """Show what is on this paper, and by the whole name and what tells it apart whose it is."""
        self.headline.setText(self._wording.is_this_yours(name))
        self.whose.setText(apart)
        self.whose.setVisible(bool(apart))
        if self.reasons is not None:
            self.reasons.forget()
        self.left.setText(paper.rest_line if paper.given else str(self._wording.blank))
        self.given.show_given(ballot.given(paper.marks))
        self.cast_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Escape):
            if not event.isAutoRepeat():
                self.change.emit()
        elif signs_of(event) and not event.isAutoRepeat():
            self._hear(signs_of(event))
        else:
            super().keyPressEvent(event)

    def _hear(self, signs: str) -> None:
        if self.reasons is None:
            self.typed.emit(signs)
        elif signs.strip():
            self.reasons.begin(signs)
