"""What members said."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kdc_desktop.i18n import spoken
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label


class Quote(QFrame):
    """Somebody's words with a bar at the left whose colour tells how they stand."""

    def __init__(
        self, theme: Theme, text: str, below: str, role: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._role = theme, role
        self.setAccessibleName(spoken((text, below)))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.px(12), 2, 0, 2)
        self.column.setSpacing(4)
        self.column.addWidget(plain_label(f"“{text}”", "", self, wrap=True))
        self.column.addWidget(plain_label(below, "small", self, wrap=True))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = QColor(getattr(self._theme.palette, self._role))
        painter.fillRect(QRectF(0, 0, self._theme.px(3), self.height()), colour)
        painter.end()
