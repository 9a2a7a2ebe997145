"""Buttons within a line that one types on, as large as its letters: Qt's stay small."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLineEdit, QToolButton

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.badges import worn_palette
from kdc_desktop.screens.kit.icons import TintedEngine

_HIGH, _GAP = 1.15, 0.5
"""How high an icon is, and how far it stands off, in sizes of the letters."""
_MOVES = (QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.Show)


class LineButton(QToolButton):
    """Stands at the end of `line` and does what `slot` does; `words` are told in its tip."""

    def __init__(self, line: QLineEdit, icon: str, words: str, slot: Callable[[], object]) -> None:
        super().__init__(line)
        self.setIcon(QIcon(TintedEngine(icon, lambda _mode, _state: worn_palette().muted)))
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.clicked.connect(lambda _checked: slot())
        line.installEventFilter(self)
        self._stand()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._stand()
        return False

    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        self._stand()

    def _stand(self) -> None:
        line = self.parent()
        assert isinstance(line, QLineEdit)
        letter = line.fontInfo().pixelSize()
        side, gap = round(_HIGH * letter), round(_GAP * letter)
        self.setIconSize(QSize(side, side))
        self.setGeometry(line.width() - side - 2 * gap, 1, side + 2 * gap, line.height() - 2)
        line.setTextMargins(0, 0, 0 if self.isHidden() else side + gap, 0)


def offer_to_clear(line: QLineEdit) -> None:
    """Give a line a button that empties it by hand, as keys do, while something stands there."""

    def empty() -> None:
        line.setFocus()
        line.clear()
        line.textEdited.emit("")

    button = LineButton(line, "x", _("Clear the line"), empty)
    button.setObjectName("clear_button")
    button.setVisible(bool(line.text()))
    line.textChanged.connect(lambda text: button.setVisible(bool(text)))
