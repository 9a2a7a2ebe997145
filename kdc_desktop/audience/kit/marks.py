"""Sector marks: a letter in a shape in a colour, so that colour never carries meaning alone."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from kdc_desktop.audience.kit.ink import BOLD, NIGHT, SlidePalette, font, metrics
from kdc_desktop.domain.people.sectors import BY_LETTER, SectorShape

_CORNERS = {
    SectorShape.TRIANGLE: ((0.5, 0.0), (1.0, 1.0), (0.0, 1.0)),
    SectorShape.DIAMOND: ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
    SectorShape.HEXAGON: (
        (0.25, 0.0),
        (0.75, 0.0),
        (1.0, 0.5),
        (0.75, 1.0),
        (0.25, 1.0),
        (0.0, 0.5),
    ),
}


@dataclass(frozen=True)
class SectorCount:
    """How many of one sector; `sector` is its letter, `count` is None where it is hidden."""

    sector: str
    count: int | None


def shape_path(shape: SectorShape, rect: QRectF) -> QPainterPath:
    """The outline of a sector's shape within `rect`."""
    path = QPainterPath()
    if shape is SectorShape.SQUARE:
        inner = rect.adjusted(*(rect.width() * d for d in (0.03, 0.03, -0.03, -0.03)))
        path.addRoundedRect(inner, rect.width() * 0.14, rect.width() * 0.14)
    elif shape in _CORNERS:
        corners = [
            QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height())
            for x, y in _CORNERS[shape]
        ]
        path.addPolygon(QPolygonF(corners))
        path.closeSubpath()
    else:
        path.addEllipse(rect)
    return path


def paint_badge(
    painter: QPainter,
    rect: QRectF,
    letter: str,
    palette: SlidePalette = NIGHT,
    *,
    lettered: bool = True,
) -> None:
    """Paint the mark of sector `letter` (C, P, A, T, R) into the square `rect`.

    A letter that is no sector gives a plain grey dot.
    """
    sector = BY_LETTER.get(letter)
    shape = sector.shape if sector else SectorShape.CIRCLE
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.sector(letter)))
    painter.drawPath(shape_path(shape, rect))
    if sector is None or not lettered:
        return
    size = max(4, round(rect.height() * (0.44 if shape is SectorShape.TRIANGLE else 0.54)))
    measure = metrics(size, BOLD)
    centre = rect.center().y() + (rect.height() * 0.17 if shape is SectorShape.TRIANGLE else 0)
    painter.setFont(font(size, BOLD))
    painter.setPen(QColor(palette.text_on_mark))
    left = rect.center().x() - measure.horizontalAdvance(letter) / 2
    painter.drawText(QPointF(left, centre + measure.capHeight() / 2), letter)


def paint_shadow(painter: QPainter, rect: QRectF, letter: str, palette: SlidePalette) -> None:
    """Paint the dashed outline of a sector's shape, for where somebody stood before."""
    sector = BY_LETTER.get(letter)
    colour = QColor(palette.sector(letter))
    colour.setAlphaF(0.8)
    pen = QPen(colour, rect.width() * 0.065)
    pen.setDashPattern([2.3, 2.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    shape = sector.shape if sector else SectorShape.CIRCLE
    painter.drawPath(shape_path(shape, rect.adjusted(1.5, 1.5, -1.5, -1.5)))


def paint_hidden(painter: QPainter, rect: QRectF, palette: SlidePalette) -> None:
    """Fill `rect` with the grey hatch that stands for a share too small to show."""
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.fillRect(rect, QColor(palette.line))
    pen = QPen(QColor(palette.hidden))
    pen.setWidthF(4)
    painter.setPen(pen)
    x = rect.left() - rect.height()
    while x < rect.right():
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
        x += 14
    painter.restore()


def paint_tally(
    painter: QPainter,
    left: float,
    middle: float,
    counts: Iterable[SectorCount],
    palette: SlidePalette,
    *,
    mark: float = 34,
    size: int = 28,
    limit: float = 1e9,
) -> float:
    """Paint a row of marks with counts from `left`, centred on `middle`; return where it ends.

    Sectors with none are left out, hidden counts read “–”; nothing is painted beyond `limit`.
    """
    measure = metrics(size, BOLD)
    shown = [entry for entry in counts if entry.count != 0]
    labels = ["–" if entry.count is None else str(entry.count) for entry in shown]
    widths = [mark + 10 + measure.horizontalAdvance(label) for label in labels]
    spare = (limit - left - sum(widths)) / max(1, len(shown))
    gap = max(8.0, min(28.0, spare))
    for entry, label, advance in zip(shown, labels, widths, strict=True):
        if left + advance > limit:
            break
        paint_badge(painter, QRectF(left, middle - mark / 2, mark, mark), entry.sector, palette)
        painter.setFont(font(size, BOLD))
        painter.setPen(QColor(palette.ink))
        baseline = middle + measure.capHeight() / 2
        painter.drawText(QPointF(left + mark + 10, baseline), label)
        left += advance + gap
    return left


def paint_hands(painter: QPainter, rect: QRectF, palette: SlidePalette, step: float = 12.0) -> None:
    """Fill `rect` with dots, `step` apart, that stand for hands, which belong to no sector."""
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.fillRect(rect, QColor(palette.line))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.hidden))
    for row in range(int(rect.height() / step) + 1):
        for column in range(int(rect.width() / step) + 1):
            middle = QPointF(rect.left() + (column + 0.5) * step, rect.top() + (row + 0.5) * step)
            painter.drawEllipse(middle, step * 0.27, step * 0.27)
    painter.restore()
