"""A bar of minutes a day towards a goal: measured, on the way, and how sure both are."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from kdc_desktop.domain.kit.amounts import Amount, total

_HATCH = 7.0


class BarColours(NamedTuple):
    """What is measured is painted solid, what is guessed hatched over soft, the rest is empty."""

    solid: str
    soft: str
    empty: str
    ink: str


class GoalSum(NamedTuple):
    """Minutes a day that are `measured` and `on_the_way`, and the `goal`, 0 where none is set.

    `parts` are the names and minutes of which the measured sum is made, the largest first.
    """

    measured: Amount
    on_the_way: Amount
    goal: int = 0
    parts: tuple[tuple[str, float], ...] = ()

    @property
    def whole(self) -> Amount:
        """Once all guesses have come true."""
        return total((self.measured, self.on_the_way))

    @property
    def most(self) -> float:
        """Where the bar ends."""
        return max(float(self.goal), self.whole.most * 1.04, 1.0)


def paint_bar(painter: QPainter, rect: QRectF, colours: BarColours, *, solid: bool) -> None:
    """Fill what is measured, or hatch what is guessed."""
    if rect.width() <= 0:
        return
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    if solid:
        painter.setBrush(QColor(colours.solid))
        painter.drawRect(rect)
    else:
        painter.setBrush(QColor(colours.soft))
        painter.drawRect(rect)
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        hatch = QColor(colours.solid)
        hatch.setAlphaF(0.42)
        painter.setPen(QPen(hatch, _HATCH / 3))
        left = rect.left() - rect.height()
        while left < rect.right():
            painter.drawLine(
                QPointF(left, rect.bottom()), QPointF(left + rect.height(), rect.top())
            )
            left += _HATCH
    painter.restore()


def paint_whisker(
    painter: QPainter, rect: QRectF, amount: Amount, scale: float, colours: BarColours
) -> None:
    """A line over the bar, from the lowest to the highest that it very likely is."""
    if not amount.is_spread:
        return
    middle, arm = rect.center().y(), rect.height() * 0.3
    ends = [rect.left() + max(0.0, one) * scale for one in (amount.least, amount.most)]
    painter.setPen(QPen(QColor(colours.ink), max(1.4, rect.height() / 14)))
    painter.drawLine(QPointF(ends[0], middle), QPointF(ends[1], middle))
    for end in ends:
        painter.drawLine(QPointF(end, middle - arm), QPointF(end, middle + arm))


def paint_goal_bar(painter: QPainter, rect: QRectF, told: GoalSum, colours: BarColours) -> None:
    """The whole bar, up to the goal."""
    scale = rect.width() / told.most
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(QColor(colours.empty)))
    painter.drawRect(rect)
    measured, whole = told.measured.value * scale, told.whole.value * scale
    first = QRectF(rect.left(), rect.top(), max(0.0, measured), rect.height())
    second = QRectF(first.right(), rect.top(), max(0.0, whole - measured), rect.height())
    paint_bar(painter, first, colours, solid=True)
    paint_bar(painter, second, colours, solid=False)
    _paint_seams(painter, first, [minutes * scale for _name, minutes in told.parts], colours)
    if told.goal:
        at = rect.left() + told.goal * scale
        painter.setPen(QPen(QColor(colours.ink), 2))
        painter.drawLine(QPointF(at, rect.top() - 3), QPointF(at, rect.bottom() + 3))
    for amount in (told.measured, told.whole):
        paint_whisker(painter, rect, amount, scale, colours)


def _paint_seams(painter: QPainter, rect: QRectF, widths: list[float], colours: BarColours) -> None:
    """Between the projects whose minutes are measured."""
    painter.setPen(QPen(QColor(colours.soft), 1))
    at = rect.left()
    for width in widths[:-1]:
        at += width
        painter.drawLine(QPointF(at, rect.top()), QPointF(at, rect.bottom()))
