"""A few large words: thanks, that the vote is paused, or why an answer was not taken."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kdc_desktop.audience.polls.kiosk.field import signs_of
from kdc_desktop.audience.polls.kiosk.page import Page, words


class Told(StrEnum):
    """What the large words are about."""

    NOTHING = "nothing"
    THANKS = "thanks"
    REFUSED = "refused"
    PAUSED = "paused"


class MessagePage(Page):
    """A few large words; `told` is what they are about, `typed` carries what is written
    meanwhile."""

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told = Told.NOTHING
        self.headline = words("huge", "kiosk_headline", centred=True, most_lines=3)
        self.text = words("quiet", "kiosk_text", centred=True, most_lines=4)
        self.column.addStretch(1)
        self.column.addWidget(self.headline)
        self.column.addWidget(self.text)
        self.column.addStretch(1)

    def start(self, told: Told, headline: str = "", text: str = "") -> None:
        """Say this."""
        self.told = told
        self.headline.setText(headline)
        self.text.setText(text)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        if signs_of(event).strip() and not event.isAutoRepeat():
            self.typed.emit(signs_of(event))
