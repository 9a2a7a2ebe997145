"""What the list of the whole club draws in its cells: states, sectors, where members stand."""

from functools import lru_cache

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QIcon,
    QIconEngine,
    QPainter,
)

from kdc_desktop.domain.consortia.rings import STATE_RINGS
from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.people.sectors import LETTERS
from kdc_desktop.screens.kit.badges import is_dark, paint_sector, worn_palette
from kdc_desktop.screens.kit.heat import heat_colour
from kdc_desktop.screens.kit.icons import PaintedEngine, paint_once
from kdc_desktop.screens.kit.ring_mark import ring_icon

_GAP = 0.2  # of a badge, between two
_CELL, _BETWEEN = 0.5, 0.14  # of their height
_MOST_WIDE = 9.0  # of their height, all cells together


class _SectorsEngine(PaintedEngine):
    """Every sector in its place: missing ones dashed, others that nobody needs left out."""

    def __init__(self, inside: str, missing: str) -> None:
        super().__init__()
        self._inside, self._missing = inside, missing

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:
        side = size.height()
        return QSize(round(side * (len(LETTERS) * (1 + _GAP) - _GAP)), side)

    def paint(self, painter: QPainter, rect: QRect, _mode: QIcon.Mode, _state: QIcon.State) -> None:
        key = ("sectors", self._inside, self._missing, is_dark())
        paint_once(painter, rect, key, self._paint)

    def _paint(self, painter: QPainter, rect: QRectF) -> None:
        side = min(rect.height(), float(round(rect.width() / (len(LETTERS) * (1 + _GAP) - _GAP))))
        top = rect.top() + (rect.height() - side) / 2
        for at, letter in enumerate(LETTERS):
            place = QRectF(rect.left() + at * side * (1 + _GAP), top, side, side)
            if letter in self._inside + self._missing:
                missing = letter not in self._inside
                paint_sector(painter, place, letter, is_dark(), missing=missing)

    def clone(self) -> QIconEngine:
        return _SectorsEngine(self._inside, self._missing)


class _StandEngine(PaintedEngine):
    """A cell a member in the colour of where it stands, the best first; hatched has not said."""

    def __init__(self, shades: tuple[float | None, ...]) -> None:
        super().__init__()
        self._shades = sorted(shades, key=lambda one: -1 if one is None else one, reverse=True)

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:
        return QSize(round(self._step(size.height()) * len(self._shades)), size.height())

    def _step(self, height: float) -> float:
        """From cell to cell: closer together where there are many."""
        return height * min(_CELL + _BETWEEN, _MOST_WIDE / max(1, len(self._shades)))

    def paint(self, painter: QPainter, rect: QRect, _mode: QIcon.Mode, _state: QIcon.State) -> None:
        key = ("stand", tuple(self._shades), is_dark())
        paint_once(painter, rect, key, self._paint)

    def _paint(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        palette, step = worn_palette(), self._step(rect.height())
        width = step * _CELL / (_CELL + _BETWEEN)
        for at, shade in enumerate(self._shades):
            cell = QRectF(rect.left() + at * step, rect.top(), width, rect.height())
            if shade is None:
                painter.setBrush(QBrush(QColor(palette.edge), Qt.BrushStyle.BDiagPattern))
            else:
                painter.setBrush(QColor(heat_colour(shade, palette)))
            painter.drawRoundedRect(cell, width / 4, width / 4)

    def clone(self) -> QIconEngine:
        return _StandEngine(tuple(self._shades))


@lru_cache(maxsize=512)
def stand_icon(shades: tuple[float | None, ...]) -> QIcon:
    """Where the members stand, side by side; `shades` are how good that is, from 0 to 1."""
    return QIcon(_StandEngine(shades))


_sectors: dict[tuple[str, str], QIcon] = {}


def state_icon(state: ConsortiumState) -> QIcon:
    """The glyph of a state, which fills up as a consortium goes on; it follows the palette."""
    return ring_icon(STATE_RINGS[state])


def sectors_icon(inside: str, missing: str) -> QIcon:
    """The badges of the sectors that are in, and of those that are missing."""
    if (inside, missing) not in _sectors:
        _sectors[inside, missing] = QIcon(_SectorsEngine(inside, missing))
    return _sectors[inside, missing]
