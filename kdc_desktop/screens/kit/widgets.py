"""Small widgets that screens share."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.flow import FlowLayout
from kdc_desktop.screens.kit.theme import Theme

__all__ = [
    "EmptyState",
    "FlowLayout",
    "KeyCap",
    "Segmented",
    "Surface",
    "plain_label",
    "restyle",
]

SENTENCE_WIDTH = 60
"""How many letters a line of an empty state is long."""


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at the widget's properties again."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else it will look anyway
        widget.style().unpolish(widget)
        widget.style().polish(widget)
    widget.update()


def plain_label(
    text: str = "", role: str = "", parent: QWidget | None = None, *, wrap: bool = False
) -> QLabel:
    """A label that shows participants' text as it is.

    `role` is ``"muted"``, ``"title"``, ``"headline"``, ``"section"`` or empty.
    """
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    if role:
        label.setProperty("role", role)
    return label


class Surface(QFrame):
    """A surface with rounded corners; `role` is ``"card"``, ``"panel"`` or ``"sunken"``."""

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


class Segmented(QFrame):
    """A few exclusive choices side by side; `changed` tells which one the user picked.

    One Tab stop; the arrow keys move between the segments.
    """

    changed = Signal(int)

    def __init__(self, parent: QWidget | None = None, texts: Sequence[str] = ()) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._group.idClicked.connect(self.changed)
        self._group.idToggled.connect(self._keep_one_stop)
        self.set_texts(texts)

    def _keep_one_stop(self) -> None:
        """Tab comes to the segment that is picked, from where the arrow keys go on."""
        focus, at = Qt.FocusPolicy, max(0, self.current())
        for place, button in enumerate(self._group.buttons()):
            button.setFocusPolicy(focus.StrongFocus if place == at else focus.ClickFocus)

    def set_texts(self, texts: Sequence[str]) -> None:
        """Offer these choices; the first is picked unless the one picked before still exists."""
        before = max(0, self.current())
        if len(texts) == len(self._group.buttons()):
            for button, text in zip(self._group.buttons(), texts, strict=True):
                button.setText(text)
            return
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        for at, text in enumerate(texts):
            button = QPushButton(text, self)
            button.setCheckable(True)
            button.setProperty("segment", _segment_place(at, len(texts)))
            self._group.addButton(button, at)
            self._row.addWidget(button)
        self.set_current(before if before < len(texts) else 0)

    def current(self) -> int:
        """Which segment is picked, from 0; -1 when there is none."""
        return self._group.checkedId()

    def set_current(self, at: int) -> None:
        """Pick a segment without telling, or none with -1."""
        self._group.setExclusive(at >= 0)
        for button in self._group.buttons() if at < 0 else ():
            button.setChecked(False)
        self._group.setExclusive(True)
        button = self._group.button(at)
        if button is not None:
            button.setChecked(True)


def _segment_place(at: int, count: int) -> str:
    if count == 1:
        return "only"
    return "first" if at == 0 else "last" if at == count - 1 else "middle"


class EmptyState(QWidget):
    """Says what belongs here and offers the one next action."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = ""
        self._slot: Callable[[], object] | None = None
        self._icon = QLabel(self)
        self._headline = plain_label("", "title", self)
        self._sentence = plain_label("", "muted", self, wrap=True)
        self.button = QPushButton(self)
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self._run)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        for widget in (self._icon, self._headline, self._sentence, self.button):
            if isinstance(widget, QLabel):
                widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            if widget is not self._sentence:
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
        self._icon_name, self._slot = icon, slot
        self._headline.setText(headline)
        self._sentence.setText(sentence)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self.setAccessibleName(headline)
        self.setAccessibleDescription(sentence)
        self._draw_icon()

    def _draw_icon(self) -> None:
        em = QFontMetrics(self._theme.font()).averageCharWidth()
        self._sentence.setMaximumWidth(SENTENCE_WIDTH * em)
        self._icon.setVisible(bool(self._icon_name))
        if self._icon_name:
            side = self._theme.px(48)
            ratio = self.devicePixelRatioF()
            icon = self._theme.icon(self._icon_name, "muted")
            self._icon.setPixmap(icon.pixmap(QSize(side, side), ratio))

    def _run(self) -> None:
        if self._slot is not None:
            self._slot()
