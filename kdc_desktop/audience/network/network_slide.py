"""Who has met whom, for the room: organisations, their ties, and a few sentences."""

from dataclasses import dataclass
from functools import cached_property
from math import log2
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from kdc_desktop.audience.kit.ink import (
    BOLD,
    HEIGHT,
    MARGIN,
    MEDIUM,
    REGULAR,
    SMALLEST,
    WIDTH,
    Across,
    Down,
    metrics,
    panel,
    text_block,
)
from kdc_desktop.audience.kit.marks import paint_badge
from kdc_desktop.audience.kit.slide import FOOT, Slide
from kdc_desktop.audience.network.name_places import NamePlaces, in_two_lines
from kdc_desktop.domain.board.layout import Point, Rect
from kdc_desktop.i18n import _, spoken

_TOP, _BOTTOM = 262.0, FOOT - 40
_WORDS = 560.0  # how wide the sentences are
_LEAST, _LARGEST = 34.0, 84.0
_PAD, _ROOMY = 8.0, 3.2
_SHORTEST, _LONGEST = 110.0, 360.0  # of a name
SHAPE = 1.42
"""How much wider than high there is room for the picture."""


class SlideMark(NamedTuple):
    """An organisation, or all residents: the middle of its mark, its side, and the
    room for its name."""

    name: str
    sector: str
    spot: Point
    side: float
    room: float


class SlideTie(NamedTuple):
    """A tie of two marks, by their places; `bent` is where its bow is drawn to."""

    one: int
    other: int
    times: int
    is_new: bool
    bent: Point


@dataclass(frozen=True, kw_only=True)
class NetworkSlide(Slide):
    """The picture on the left, what it came to on the right; marks with most people first.

    `shown` says which organisations those are, where it is not all of them.
    """

    when: str
    told: tuple[str, ...]
    shown: str = ""
    marks: tuple[SlideMark, ...] = ()
    ties: tuple[SlideTie, ...] = ()
    groups: tuple[Rect, ...] = ()

    @property
    def title(self) -> str:
        """“Who has met whom”."""
        return _("Who has met whom")

    @property
    def description(self) -> str:
        """When, and the sentences."""
        return spoken((self.title, self.when, *(one.rstrip(".") for one in self.told)))

    @cached_property
    def _zoom(self) -> float:
        wide = max((group.x + group.width for group in self.groups), default=1.0)
        high = max((group.y + group.height for group in self.groups), default=1.0)
        room = self._room
        return min(room.width() / wide, room.height() / high, _ROOMY)

    @property
    def _room(self) -> QRectF:
        left = MARGIN + _WORDS + 48
        return QRectF(left, 150, WIDTH - MARGIN / 2 - left, _BOTTOM - 150)

    def paint_content(self, painter: QPainter) -> None:
        """Headline and sentences, and beside them the picture."""
        colours = self.palette
        head = QRectF(MARGIN, 60, _WORDS, 190)
        text_block(painter, head, self.title, 64, BOLD, colours.ink, max_lines=2)
        when = QRectF(MARGIN, 216, _WORDS, 44)
        text_block(painter, when, self.when, 32, colour=colours.muted, max_lines=1)
        self._paint_told(painter)
        if not self.marks:
            empty = QRectF(MARGIN + _WORDS, 400, WIDTH - 2 * MARGIN - _WORDS, 280)
            words = _("Ties come here as people meet")
            text_block(
                *(painter, empty, words, 48, MEDIUM, colours.muted),
                across=Across.CENTRE,
                down=Down.MIDDLE,
            )
            return
        for group in self.groups:
            panel(painter, self._rect(group), colours.surface, radius=24)
        for tie in self.ties:
            self._paint_tie(painter, tie)
        self._paint_marks(painter)

    def _paint_told(self, painter: QPainter) -> None:
        top = _TOP + 40
        for sentence in self.told:
            box = QRectF(MARGIN, top, _WORDS, (_BOTTOM - _TOP) / 4)
            used = text_block(painter, box, sentence, 44, MEDIUM, self.palette.ink, max_lines=4)
            top = used.bottom() + 34
        if self.shown:
            box = QRectF(MARGIN, _BOTTOM - 90, _WORDS, 90)
            muted = self.palette.muted
            text_block(painter, box, self.shown, 30, colour=muted, max_lines=2, down=Down.BOTTOM)

    def _point(self, at: Point) -> QPointF:
        wide = max(group.x + group.width for group in self.groups) * self._zoom
        high = max(group.y + group.height for group in self.groups) * self._zoom
        room = self._room
        left = room.left() + (room.width() - wide) / 2
        top = room.top() + (room.height() - high) / 2
        return QPointF(left + at.x * self._zoom, top + at.y * self._zoom)

    def _rect(self, group: Rect) -> QRectF:
        end = Point(group.x + group.width, group.y + group.height)
        return QRectF(self._point(Point(group.x, group.y)), self._point(end))

    def _mark(self, mark: SlideMark) -> QRectF:
        side = max(_LEAST, min(_LARGEST, mark.side * self._zoom))
        rect = QRectF(0, 0, side, side)
        rect.moveCenter(self._point(mark.spot))
        return rect

    def _paint_tie(self, painter: QPainter, tie: SlideTie) -> None:
        colours = self.palette
        path = QPainterPath(self._point(self.marks[tie.one].spot))
        path.quadTo(self._point(tie.bent), self._point(self.marks[tie.other].spot))
        colour = QColor(colours.accent if tie.is_new else colours.hidden)
        colour.setAlphaF(1.0 if tie.is_new else 0.55)
        width = min(12.0, 2.5 + 1.6 * log2(tie.times))
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        if tie.is_new:
            painter.setPen(QPen(QColor(colours.paper), 2))
            painter.setBrush(colour)
            painter.drawEllipse(path.pointAtPercent(0.5), 8, 8)

    def _paint_marks(self, painter: QPainter) -> None:
        colours = self.palette
        rects = [self._mark(mark) for mark in self.marks]
        for mark, rect in zip(self.marks, rects, strict=True):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.paper))
            painter.drawEllipse(rect.adjusted(-4, -4, 4, 4))
            paint_badge(painter, rect, mark.sector, colours)
        measure = metrics(SMALLEST, REGULAR)
        seen = QRectF(MARGIN + _WORDS + 24, 140, WIDTH - MARGIN - _WORDS - 48, HEIGHT - 230)
        places = NamePlaces(rects, seen, measure.height())
        for at, (mark, rect) in enumerate(zip(self.marks, rects, strict=True)):
            room = max(_SHORTEST, min(_LONGEST, mark.room * self._zoom - 3 * _PAD))
            lines = in_two_lines(mark.name, room, measure.horizontalAdvance)
            lines = [measure.elidedText(one, Qt.TextElideMode.ElideRight, room) for one in lines]
            width = max(map(measure.horizontalAdvance, lines)) + 2 * _PAD
            placed = places.place(at, "\n".join(lines), width, rect, len(lines))
            if placed is None:
                continue
            behind = QColor(colours.paper)
            behind.setAlphaF(0.75)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(behind)
            painter.drawRoundedRect(placed.rect, 8, 8)
            text_block(
                *(painter, placed.rect, placed.text, SMALLEST, REGULAR, colours.ink),
                max_lines=2,
                across=Across.CENTRE,
                down=Down.MIDDLE,
            )
