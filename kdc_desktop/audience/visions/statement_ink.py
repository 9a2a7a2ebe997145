"""The sentence of a vision on a slide: broken into lines, what is new in it underlined."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kdc_desktop.audience.kit.ink import BOLD, Fitted, SlidePalette, font, metrics

Stretch = tuple[int, int]
"""From which letter of a text to which, the last one not included."""


def paint_statement(
    painter: QPainter,
    box: QRectF,
    fitted: Fitted,
    text: str,
    new: Sequence[Stretch],
    palette: SlidePalette,
) -> None:
    """Paint lines at the top of a box, and a line of green under the stretches that are new."""
    measure = metrics(fitted.size, BOLD)
    baseline = box.top() + (fitted.leading + measure.ascent() - measure.descent()) / 2
    painter.setFont(font(fitted.size, BOLD))
    thick = max(2.0, fitted.size * 0.08)
    for line, stretches in zip(fitted.lines, _by_line(fitted.lines, text, new), strict=True):
        painter.setPen(QColor(palette.ink))
        painter.drawText(QPointF(box.left(), baseline), line)
        pen = QPen(QColor(palette.good), thick)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        for start, end in stretches:
            left = box.left() + measure.horizontalAdvance(line[:start])
            right = box.left() + measure.horizontalAdvance(line[:end].rstrip())
            y = baseline + fitted.size * 0.17
            painter.drawLine(QPointF(left, y), QPointF(right, y))
        baseline += fitted.leading


def _by_line(
    lines: Sequence[str], text: str, new: Sequence[Stretch]
) -> Iterator[tuple[Stretch, ...]]:
    """What is new in each line, counted from where the line starts."""
    text, at = " ".join(text.split()), 0
    for line in lines:
        begin = text.find(line, at)
        begin = at if begin < 0 else begin  # one that ends in an ellipsis
        at = begin + len(line)
        yield tuple(
            (max(0, start - begin), min(len(line), end - begin))
            for start, end in new
            if start < at and end > begin
        )
