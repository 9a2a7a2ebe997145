"""Small widgets that screens share."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.plain import parted
from kdc_desktop.screens.kit.theme import Theme

SENTENCE_WIDTH = 60
"""How many letters a line of an empty state is long."""


def plain_label(
    text: str = "", role: str = "", parent: QWidget | None = None, *, wrap: bool = False
) -> QLabel:
    """A label that shows participants' text as it is.

    `role` is ``"muted"``, ``"title"``, ``"headline"``, ``"section"`` or empty.
    """
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(parted(text) if wrap else text)
    label.setWordWrap(wrap)
    if role:
        label.setProperty("role", role)
    return label


class Surface(QFrame):
    """A surface with rounded corners.

    `role` is ``"card"``, ``"panel"``, ``"sunken"`` or, over something else, ``"floating"``.
    """

    def __init__(self, parent: QWidget | None = None, role: str = "card") -> None:
        super().__init__(parent)
        self.setProperty("role", role)


class KeyCap(QLabel):
    """A key as it is printed on the keyboard, for example ``Ctrl K``."""

    def __init__(self, parent: QWidget | None = None, keys: str | QKeySequence = "") -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_keys(keys)

    def set_keys(self, keys: str | QKeySequence) -> None:
        """Show these keys; without any the cap hides itself."""
        text = keys if isinstance(keys, str) else keys.toString(keys.SequenceFormat.NativeText)
        self.setText(text[:-1].replace("+", " ") + text[-1:])
        self.setAccessibleName(_("Key {key}", key=text))
        self.setHidden(not text)


class EmptyState(QWidget):
    """Says what belongs here and offers the one next action.

    What that does hangs on a signal: held here, it would hold whoever holds this in turn.
    """

    _wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = ""
        self._leads_on = False
        self._icon = QLabel(self)
        self._headline = plain_label("", "title", self, wrap=True)
        self._sentence = plain_label("", "muted", self, wrap=True)
        self.button = QPushButton(self)
        self.button.setProperty("kind", "primary")
        once(self.button)  # the next state has another action for it
        self.button.clicked.connect(self._wanted)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        for widget in (self._icon, self._headline, self._sentence, self.button):
            if isinstance(widget, QLabel):
                widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            if widget not in (self._headline, self._sentence):
                column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
                continue
            narrow = QHBoxLayout()
            narrow.addStretch(1)
            narrow.addWidget(widget, 100)
            narrow.addStretch(1)
            column.addLayout(narrow)
        column.addStretch(1)
        theme.changed.connect(self._draw_icon)
        self.show_state("", "", "")

    def show_state(
        self,
        icon: str,
        headline: str,
        sentence: str,
        action: str = "",
        slot: Callable[[], object] | None = None,
    ) -> None:
        """Say this; `action` is the text of the one button, `slot` what it does."""
        self._icon_name = icon
        if self._leads_on:
            self._wanted.disconnect()
        self._leads_on = slot is not None
        if slot is not None:
            self._wanted.connect(slot)
        self._headline.setText(parted(headline))
        self._headline.setVisible(bool(headline))
        self._sentence.setText(sentence)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(headline)
        self.setAccessibleDescription(sentence)
        self._draw_icon()

    def _draw_icon(self) -> None:
        em = QFontMetrics(self._theme.font()).averageCharWidth()
        for words in (self._headline, self._sentence):
            words.setMaximumWidth(SENTENCE_WIDTH * em)
        self._icon.setVisible(bool(self._icon_name))
        if self._icon_name:
            side = self._theme.px(48)
            ratio = self.devicePixelRatioF()
            icon = self._theme.icon(self._icon_name, "muted")
            self._icon.setPixmap(icon.pixmap(QSize(side, side), ratio))
