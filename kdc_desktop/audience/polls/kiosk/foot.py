"""The foot of every page of the kiosk: which keys do what, what was just given, and the way out."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kdc_desktop.audience.kit.speaking import speak
from kdc_desktop.audience.polls.kiosk.look import Look
from kdc_desktop.audience.polls.kiosk.page import press, words
from kdc_desktop.i18n import _


class KioskFoot(QWidget):
    """`end_wanted` is the way out, which stands here on every page."""

    end_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.told_for = 4_000
        """Milliseconds for which what was given stands in the place of the keys."""
        self._keys = ""
        self._told = QTimer(self, singleShot=True)
        self._told.timeout.connect(self._show_keys)
        self.line = words("hint", "kiosk_keys", most_lines=2, steady=True)
        self.end_button = press(_("End the kiosk"), "quiet", "kiosk_end", self.end_wanted.emit)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.line, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.end_button)

    def set_look(self, look: Look) -> None:
        """Take the margins of this size of screen."""
        self._row.setContentsMargins(look.px(96), 0, look.px(96), look.px(20))
        self._row.setSpacing(look.px(32))

    def show_keys(self, keys: str, *, can_end: bool) -> None:
        """Say what the keys of this page do; `can_end`: the page itself is not the way out."""
        self._keys = keys
        self.end_button.setVisible(can_end)
        self._show_keys()

    def tell(self, told: str) -> None:
        """Say for a moment what was just done."""
        if told:
            self.line.setText(told)
            speak(self.line, told, at_once=True)
            self._told.start(self.told_for)

    def _show_keys(self) -> None:
        self._told.stop()
        self.line.setText(self._keys)
