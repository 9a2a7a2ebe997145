"""The way out of the kiosk where no PIN is set: asked once more, so that no voter ends it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kdc_desktop.audience.polls.kiosk.field import AnswerButton, only_held, signs_of
from kdc_desktop.audience.polls.kiosk.page import Page, centred, press, words
from kdc_desktop.i18n import _


class LeavePage(Page):
    """`opened` when the kiosk is to end, `cancelled` when it goes on here, `typed` carries
    what somebody writes who does not see that something is asked."""

    opened = Signal()
    cancelled = Signal()
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys = _("Esc goes back. Tab goes to a button, Enter takes it.")
        self.headline = words("headline", "kiosk_headline", centred=True, most_lines=2)
        self.headline.setText(_("End the kiosk?"))
        self.text = words("quiet", "kiosk_text", centred=True, most_lines=4)
        self.text.setText(
            _(
                "What was handed in stays, and others can go on answering. What was begun here is"
                " forgotten."
            )
        )
        self.back_button = press(
            _("Go back"),
            "second",
            "kiosk_leave_cancel",
            self.cancelled.emit,
            kind=AnswerButton,
        )
        self.end_button = press(
            _("End the kiosk"), "second", "kiosk_leave", self.opened.emit, kind=AnswerButton
        )
        self.column.addStretch(1)
        self.column.addWidget(self.headline)
        self.column.addWidget(self.text)
        self.column.addSpacing(32)
        self.column.addLayout(centred(self.back_button, self.end_button))
        self.column.addStretch(1)

    def start(self) -> None:
        """Ask."""
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if only_held(event):
            return
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif signs_of(event).strip():
            self.typed.emit(signs_of(event))
        else:
            super().keyPressEvent(event)
