"""What the list of the whole club draws in its cells: the way of a consortium, and its minutes."""

from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPen, QPolygonF

from kdc_desktop.audience.consortia.goal_bar import BarColours, paint_bar, paint_whisker
from kdc_desktop.audience.kit.icon import paint_icon
from kdc_desktop.domain.kit.amounts import Amount
from kdc_desktop.screens.kit.badges import worn_palette
from kdc_desktop.screens.kit.icons import PaintedEngine
from kdc_desktop.screens.kit.palette import Palette

_LINE, _SIGN, _GAP = 3.0, 1.0, 0.4  # of the height of an icon
_BAR = 5.0


class Sign(StrEnum):
    """What is told beside the way of a consortium, by the name of its icon."""

    NONE = ""
    FELL = "trending-down"
    SILENT = "hourglass"


class _TrendEngine(PaintedEngine):
    """A line through the shares that agreed, from asking to asking, with its end marked."""

    def __init__(self, shares: tuple[float, ...], sign: Sign) -> None:
        super().__init__()
        self._shares, self._sign = shares, sign

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:
        line, beside = self._line, _GAP + _SIGN if self._sign else 0.0
        return QSize(round(size.height() * (line + beside)), size.height())

    @property
    def _line(self) -> float:
        return _LINE if self._shares else 0.0

    def paint(self, painter: QPainter, rect: QRect, _mode: QIcon.Mode, _state: QIcon.State) -> None:
        palette, side = worn_palette(), float(rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QRectF(rect.left(), rect.top(), side * self._line, side)
        inner = line.adjusted(side / 6, side / 5, -side / 6, -side / 5)
        if self._shares:
            self._paint_line(painter, inner, palette)
        if self._sign:
            square = QRectF(line.right() + side * _GAP / 2, rect.top(), side, side)
            fell = self._sign is Sign.FELL
            paint_icon(painter, square, self._sign, palette.bad if fell else palette.warning)
        painter.restore()

    def _paint_line(self, painter: QPainter, inner: QRectF, palette: Palette) -> None:
        colour = QColor(palette.bad if self._sign is Sign.FELL else palette.good)
        step = inner.width() / max(1, len(self._shares) - 1)
        points = [
            QPointF(inner.right() - at * step, inner.bottom() - share * inner.height())
            for at, share in enumerate(reversed(self._shares))
        ]
        painter.setPen(QPen(colour, inner.height() / 6))
        painter.drawPolyline(QPolygonF(points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        radius = inner.height() / 4
        painter.drawEllipse(points[0], radius, radius)

    def clone(self) -> QIconEngine:
        return _TrendEngine(self._shares, self._sign)


class _MinutesEngine(PaintedEngine):
    """A bar with whiskers: solid where it was measured, hatched where it is a guess."""

    def __init__(self, amount: Amount, most: float, *, measured: bool) -> None:
        super().__init__()
        self._amount, self._most, self._measured = amount, most, measured

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:
        return QSize(round(size.height() * _BAR), size.height())

    def paint(self, painter: QPainter, rect: QRect, _mode: QIcon.Mode, _state: QIcon.State) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, place = bar_colours(), QRectF(rect).adjusted(1, 0, -1, 0)
        scale = place.width() / self._most if self._most else 0.0
        bar = QRectF(place.left(), place.top() + place.height() * 0.14, 0, place.height() * 0.72)
        bar.setWidth(max(0.0, self._amount.value) * scale)
        paint_bar(painter, bar, colours, solid=self._measured)
        paint_whisker(painter, bar, self._amount, scale, colours)
        painter.restore()

    def clone(self) -> QIconEngine:
        return _MinutesEngine(self._amount, self._most, measured=self._measured)


def bar_colours() -> BarColours:
    """In the colours that the program wears now."""
    palette = worn_palette()
    return BarColours(palette.accent, palette.accent_soft, palette.sunken, palette.ink)


@lru_cache(maxsize=512)
def trend_icon(shares: tuple[float, ...], sign: Sign) -> QIcon:
    """The way of a consortium from asking to asking."""
    return QIcon(_TrendEngine(shares, sign))


@lru_cache(maxsize=512)
def minutes_icon(amount: Amount, most: float, *, measured: bool) -> QIcon:
    """What a consortium gives back, where `most` fills the cell."""
    return QIcon(_MinutesEngine(amount, most, measured=measured))
