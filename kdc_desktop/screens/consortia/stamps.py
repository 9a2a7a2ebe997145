"""Small pictures of the columns that come again and again: each is drawn once."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from kdc_desktop.screens.consortia.layout import Ruler
from kdc_desktop.screens.kit.badges import paint_sector
from kdc_desktop.screens.kit.palette import CORNER
from kdc_desktop.screens.kit.theme import Theme


class Stamps:
    """Those of one theme and one ruler."""

    def __init__(self, theme: Theme, ruler: Ruler) -> None:
        self._theme, self._ruler = theme, ruler
        self._drawn: dict[tuple[object, ...], QPixmap] = {}

    def badge(self, painter: QPainter, rect: QRect, letter: str, *, missing: bool = False) -> None:
        """A sector's badge, or the gap that it leaves."""

        def draw(own: QPainter, within: QRect) -> None:
            own.setFont(self._ruler.small)
            paint_sector(own, QRectF(within), letter, self._theme.palette.dark, missing=missing)

        self._put(painter, rect, (letter, missing), draw)

    def notice(self, painter: QPainter, rect: QRect) -> None:
        """The ground of a notice, with its dashes."""
        colours, corner = self._theme.palette, self._ruler.px(CORNER)

        def draw(own: QPainter, within: QRect) -> None:
            own.setPen(QPen(QColor(colours.warning), 1, Qt.PenStyle.DashLine))
            own.setBrush(QColor(colours.warning_soft))
            own.drawRoundedRect(QRectF(within).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)

        self._put(painter, rect, "notice", draw)

    def _put(
        self, painter: QPainter, rect: QRect, name: object, draw: Callable[[QPainter, QRect], None]
    ) -> None:
        ratio = painter.device().devicePixelRatio()
        key = (name, rect.width(), rect.height(), ratio)
        if key not in self._drawn:
            stamp = QPixmap(rect.size() * ratio)
            stamp.setDevicePixelRatio(ratio)
            stamp.fill(Qt.GlobalColor.transparent)
            own = QPainter(stamp)
            own.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw(own, QRect(QPoint(), rect.size()))
            own.end()
            self._drawn[key] = stamp
        painter.drawPixmap(rect.topLeft(), self._drawn[key])
