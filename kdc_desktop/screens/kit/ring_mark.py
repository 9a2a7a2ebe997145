"""The ring of a state, as large as the text beside it."""

from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QIcon, QIconEngine, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kdc_desktop.audience.kit.rings import paint_ring
from kdc_desktop.domain.kit.rings import Ring, RingTone
from kdc_desktop.screens.kit.badges import worn_palette
from kdc_desktop.screens.kit.icons import PaintedEngine
from kdc_desktop.screens.kit.plain import set_tip

_SHARE = 0.84  # of the height of an icon


class _RingEngine(PaintedEngine):
    def __init__(self, ring: Ring) -> None:
        super().__init__()
        self._ring = ring

    def paint(self, painter: QPainter, rect: QRect, _mode: QIcon.Mode, _state: QIcon.State) -> None:
        side = min(rect.width(), rect.height()) * _SHARE
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        painter.save()
        paint_worn_ring(painter, square, self._ring)
        painter.restore()

    def clone(self) -> QIconEngine:
        return _RingEngine(self._ring)


@lru_cache(maxsize=64)
def ring_icon(ring: Ring) -> QIcon:
    """A ring as an icon, which follows the palette."""
    return QIcon(_RingEngine(ring))


class RingMark(QWidget):
    """Stands beside the word of the state, which is its name for who cannot see it."""

    is_a_picture = True

    def __init__(self, ring: Ring, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ring = ring
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(word)
        set_tip(self, word)

    def sizeHint(self) -> QSize:
        side = round(QFontMetrics(self.font()).height() * 0.9)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_worn_ring(painter, QRectF(self.rect()), self._ring)
        painter.end()


def paint_worn_ring(painter: QPainter, rect: QRectF, ring: Ring) -> None:
    """Paint a ring, square and centred, in the colours that the program wears now."""
    palette = worn_palette()
    colour = {
        RingTone.GOING: palette.accent,
        RingTone.GOOD: palette.good,
        RingTone.WAITS: palette.warning,
        RingTone.QUIET: palette.muted,
    }[ring.tone]
    side = min(rect.width(), rect.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(rect.center())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_ring(painter, square, ring, colour, palette.surface)
