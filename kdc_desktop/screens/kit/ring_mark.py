"""The ring of a state, as large as the text beside it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kdc_desktop.audience.kit.rings import paint_ring
from kdc_desktop.domain.kit.rings import Ring, RingTone
from kdc_desktop.screens.kit.badges import worn_palette


class RingMark(QWidget):
    """Stands beside the word of the state, which is its name for who cannot see it."""

    is_a_picture = True

    def __init__(self, ring: Ring, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ring = ring
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(word)
        self.setToolTip(word)

    def sizeHint(self) -> QSize:
        side = round(QFontMetrics(self.font()).height() * 0.9)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = worn_palette()
        colour = {
            RingTone.GOING: palette.accent,
            RingTone.GOOD: palette.good,
            RingTone.WAITS: palette.warning,
            RingTone.QUIET: palette.muted,
        }[self._ring.tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(self.rect()).center())
        paint_ring(painter, square, self._ring, colour, palette.surface)
        painter.end()
