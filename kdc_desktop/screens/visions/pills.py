"""Round buttons in a row: versions, ways to look, consortia to choose from."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolTip, QWidget

from kdc_desktop.screens.kit.plain import plain_tip
from kdc_desktop.screens.kit.theme import Theme

LEAST = 120
"""Pixels at 100 % that a pill with many words has at least."""


class Pill(QPushButton):
    """A checkable round button; dark while it is picked."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ""
        self._size: QSize | None = None  # as its words need it
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self._measure_again)
        self.say(text)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def say(self, text: str) -> None:
        """Say this; where it said it before, nothing is laid out or painted again."""
        if text == self._words:
            return
        self._words = text
        self.setAccessibleName(text)
        self._measure_again()
        self.update()

    def _measure_again(self) -> None:
        self._size = None
        self.updateGeometry()

    def _face(self) -> QFont:
        return self._theme.font(12, QFont.Weight.DemiBold)

    def sizeHint(self) -> QSize:
        if self._size is None:
            px = self._theme.px
            width = QFontMetrics(self._face()).horizontalAdvance(self._words)
            self._size = QSize(width + px(26), px(28))
        return QSize(self._size)

    def minimumSizeHint(self) -> QSize:
        wanted = self.sizeHint()
        return QSize(min(wanted.width(), self._theme.px(LEAST)), wanted.height())

    def _shown(self) -> str:
        """Its words as far as there is room; how it ends stays to be read."""
        room = self.width() - self._theme.px(18)
        metrics = QFontMetrics(self._face())
        return metrics.elidedText(self._words, Qt.TextElideMode.ElideMiddle, room)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            whole = "" if self._shown() == self._words else plain_tip(self._words)
            told = "<br>".join(filter(None, (whole, self.toolTip())))
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self._theme.palette
        on = self.isChecked()
        fill = colours.ink if on else colours.hover if self.underMouse() else colours.surface
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QColor(colours.ink if on else colours.line))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        painter.setFont(self._face())
        painter.setPen(QColor(colours.paper if on else colours.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._shown())
        painter.end()
