"""The foot of every page of the kiosk: which keys do what, what was just given, and the way out."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kdc_desktop.audience.kit.speaking import speak
from kdc_desktop.audience.polls.kiosk.fitted import FittedLabel
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
        self._keys = self._beside = ""
        self._told = QTimer(self, singleShot=True)
        self._told.timeout.connect(self._show_keys)
        self.line = words("hint", "kiosk_keys", most_lines=2, steady=True)
        self.beside = words("hint", "kiosk_keys_beside", most_lines=1)
        self.beside.hide()
        self.end_button = press(_("End the kiosk"), "quiet", "kiosk_end", self.end_wanted.emit)
        self._row = QHBoxLayout(self)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addStretch(1)
        lines.addWidget(self.line)
        lines.addWidget(self.beside)
        lines.addStretch(1)
        self._row.addLayout(lines, 1)
        self._row.addWidget(self.end_button)

    def set_look(self, look: Look) -> None:
        """Take the margins of this size of screen."""
        self._row.setContentsMargins(look.px(96), 0, look.px(96), look.px(20))
        self._row.setSpacing(look.px(32))

    def show_keys(self, keys: str, beside: str = "", *, can_end: bool) -> None:
        """Say what the keys of this page do; `can_end`: the page itself is not the way out.

        They are said in fewer words `beside` what was just given, where there is room for both.
        """
        self._keys, self._beside = keys, beside
        self.end_button.setVisible(can_end)
        self._show_keys()

    def tell(self, told: str) -> None:
        """Say for a moment what was just done."""
        if told:
            self._show_beside(on=bool(self._beside))
            self.line.setText(told)
            speak(self.line, told, at_once=True)
            self._told.start(self.told_for)

    def _show_keys(self) -> None:
        self._told.stop()
        self._show_beside(on=False)
        self.line.setText(self._keys)

    def _show_beside(self, *, on: bool) -> None:
        assert isinstance(self.line, FittedLabel)
        self.line.most_lines = 1 if on else 2
        self.line.updateGeometry()
        self.beside.setText(self._beside if on else "")
        self.beside.setVisible(on)
