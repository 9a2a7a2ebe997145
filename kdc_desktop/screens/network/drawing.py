"""Draws the picture of a network: groups, ties, marks and names, from below to above."""

from collections.abc import Collection, Sequence
from math import log2

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from kdc_desktop.audience.network.name_places import NameAt
from kdc_desktop.domain.network.layout import GroupRoom
from kdc_desktop.screens.kit.badges import paint_sector
from kdc_desktop.screens.kit.icons import mixed
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.network.sight import NetSight, in_order_of_size
from kdc_desktop.services.network.picture import NetLine

_FADED = 0.25
_CENTRE = Qt.AlignmentFlag.AlignCenter
_WRAPPED = int(Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value)


class NetDrawing:
    """Draws once. With a `chosen` organisation, `near` are those it has met: others fade."""

    def __init__(
        self, painter: QPainter, theme: Theme, sight: NetSight, chosen: int | None = None
    ) -> None:
        self._painter, self._theme, self._sight = painter, theme, sight
        self._chosen = chosen
        self._colours, self._px = theme.palette, theme.px

    def rooms(self, rooms: Sequence[GroupRoom]) -> None:
        """The groups."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(self._colours.sunken))
        for room in rooms:
            self._painter.drawRoundedRect(self._sight.room(room), self._px(14), self._px(14))

    def titles(self, rooms: Sequence[GroupRoom], titles: Sequence[str]) -> None:
        """What the groups are called, over what runs through them."""
        px, bold = self._px, QFont.Weight.DemiBold
        self._painter.setFont(self._theme.font(12, bold))
        length = self._painter.fontMetrics().horizontalAdvance
        for room, title in zip(rooms, titles, strict=True):
            rect = self._sight.room(room).adjusted(px(8), px(4), -px(8), 0)
            if title and rect.width() > px(40):
                width = min(rect.width(), float(length(title) + px(8)))
                head = QRectF(rect.left(), rect.top(), width, self._high(title, width, rect))
                behind = QColor(self._colours.sunken)
                behind.setAlphaF(0.85)
                self._painter.fillRect(head, behind)
                self._painter.setFont(self._theme.font(12, bold))
                self._painter.setPen(QColor(self._colours.muted))
                self._painter.drawText(head.adjusted(px(4), 0, 0, 0), _WRAPPED, title)

    def _high(self, title: str, width: float, room: QRectF) -> float:
        """How high a title is that is so wide: as many lines as it needs and its group holds."""
        inner = QRectF(0, 0, width - self._px(4), room.height())
        needed = self._painter.fontMetrics().boundingRect(inner.toRect(), _WRAPPED, title)
        return min(max(float(self._px(20)), needed.height()), room.height())

    def lines(self, lines: Sequence[NetLine]) -> None:
        """The ties: the more often, the wider; one that is new has a dot in its middle."""
        painter, px = self._painter, self._px
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in lines:
            own = self._chosen is None or self._chosen in line.ends
            path = self._way(line)
            colour = QColor(self._colours.accent if line.is_new else self._line_colour())
            colour.setAlphaF(1.0 if own else _FADED)
            width = min(6.0, 1.0 + 0.8 * log2(line.times)) * self._theme.scale
            pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
            if line.is_new:
                painter.setPen(QPen(QColor(self._colours.paper), px(1)))
                painter.setBrush(colour)
                painter.drawEllipse(path.pointAtPercent(0.5), px(4), px(4))

    def _line_colour(self) -> str:
        return mixed(self._colours.edge, self._colours.paper, 0.4)

    def _way(self, line: NetLine) -> QPainterPath:
        picture = self._sight.picture
        assert picture is not None
        one, other = (picture.marks[key].spot for key in line.ends)
        path = QPainterPath(self._sight.point(*one))
        path.quadTo(self._sight.point(*line.bent), self._sight.point(*other))
        return path

    def marks(self, near: Collection[int]) -> None:
        """The organisations, as large as they are many."""
        picture = self._sight.picture
        assert picture is not None
        for mark in in_order_of_size(picture.marks.values()):
            rect = self._sight.mark(mark)
            around = rect.adjusted(-2, -2, 2, 2)
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(QColor(self._colours.paper))
            self._painter.drawEllipse(around)
            faded = self._chosen is not None and mark.id != self._chosen and mark.id not in near
            self._painter.setOpacity(_FADED if faded else 1.0)
            paint_sector(self._painter, rect, mark.sector, self._theme.dark)
            self._painter.setOpacity(1.0)

    def names(self, names: Sequence[NameAt], near: Collection[int]) -> None:
        """The names that have room, over whatever runs below them."""
        for name in names:
            faded = self._chosen is not None and name.key != self._chosen and name.key not in near
            behind = QColor(self._colours.paper)
            behind.setAlphaF(0.72)
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(behind)
            self._painter.drawRoundedRect(name.rect, self._px(4), self._px(4))
            weight = QFont.Weight.Bold if name.key == self._chosen else QFont.Weight.Normal
            self._words(name.rect, name.text, 12, "muted" if faded else "ink", _CENTRE, weight)

    def ring(self, rect: QRectF, *, focused: bool) -> None:
        """Around the mark that is chosen."""
        width = self._px(3) if focused else self._px(2)
        gap = self._px(4)
        self._painter.setPen(QPen(QColor(self._colours.accent), width))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawEllipse(rect.adjusted(-gap, -gap, gap, gap))

    def _words(
        self,
        rect: QRectF,
        words: str,
        size: int,
        role: str,
        place: Qt.AlignmentFlag,
        weight: QFont.Weight,
    ) -> None:
        painter = self._painter
        painter.setFont(self._theme.font(size, weight))
        painter.setPen(QColor(getattr(self._colours, role)))
        wide = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, int(rect.width()) + 1
        )
        painter.drawText(rect, place, wide)
