"""The projects of the club: how far each is, who is in it, how many agree, what it gives back."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kdc_desktop.audience.consortia.goal_bar import BarColours, GoalSum, paint_goal_bar
from kdc_desktop.audience.kit.ink import (
    BOLD,
    MARGIN,
    SEMIBOLD,
    SMALLEST,
    Across,
    Down,
    text_block,
    text_width,
)
from kdc_desktop.audience.kit.marks import paint_badge
from kdc_desktop.audience.kit.rings import paint_ring
from kdc_desktop.audience.kit.slide import INNER, Slide, page_line, pages_of
from kdc_desktop.domain.kit.rings import Ring, RingTone
from kdc_desktop.i18n import paired, spoken

_ROWS, _MOST_ROWS, _COLUMNS = 7, 10, 2
PER_PAGE = _MOST_ROWS * _COLUMNS
_TOP, _BOTTOM, _GAP = 236.0, 990.0, 64.0
_BAR_HEIGHT, _BAR_ROOM, _LEAST_BAR = 34.0, 68.0, 420.0
_NAME, _SMALL_NAME = 34, SMALLEST
_LOW = 84.0  # of a row that has room for small letters only
_MARK, _MARK_STEP = 30.0, 36.0
_CELL, _CELL_STEP = 15.0, 20.0


@dataclass(frozen=True)
class ProjectLine:
    """A project; `letters` are the sectors in it. So many of its members `agree`, are `below`
    that, or have not `answered`; `told` says it. `minutes` is empty where nobody has said."""

    name: str
    state: str
    ring: Ring
    letters: str
    agree: int
    below: int
    waiting: int
    told: str
    minutes: str
    is_measured: bool = False


@dataclass(frozen=True, kw_only=True)
class PortfolioSlide(Slide):
    """All projects, in two columns; above them what they give back, where that is known."""

    headline: str
    projects: tuple[ProjectLine, ...]
    summary: str = ""
    gives: GoalSum | None = None
    gives_told: str = ""

    @property
    def turns_itself(self) -> bool:
        """No project stands in front of the others."""
        return True

    @property
    def pages(self) -> int:
        """As many as can be read from the back row."""
        return pages_of(len(self.projects), PER_PAGE)

    @property
    def title(self) -> str:
        """The headline."""
        return self.headline

    @property
    def description(self) -> str:
        """Each project in words."""
        told = (
            paired(one.name, spoken(filter(None, (one.state, one.told, one.minutes))))
            for one in self.projects
        )
        return spoken(filter(None, (self.headline, self.summary, self.gives_told, *told)))

    def paint_content(self, painter: QPainter) -> None:
        """The projects of this page, down the left column and then down the right."""
        below = spoken(filter(None, (self.summary, page_line(self.page, self.pages))))
        self.paint_headline(painter, self.headline, below)
        top = _TOP
        if self.gives is not None:
            self._paint_gives(painter, self.gives, top)
            top += _BAR_ROOM
        rows = min(_MOST_ROWS, -(-len(self.projects) // _COLUMNS))
        height, width = (_BOTTOM - top) / max(rows, _ROWS), (INNER - _GAP) / _COLUMNS
        first = self.page * PER_PAGE
        for at, project in enumerate(self.projects[first : first + PER_PAGE]):
            column, row = divmod(at, rows)
            left = MARGIN + column * (width + _GAP)
            self._paint_project(painter, QRectF(left, top + row * height, width, height), project)

    def _paint_gives(self, painter: QPainter, gives: GoalSum, top: float) -> None:
        colours = self.palette
        box = QRectF(MARGIN, top, INNER - _LEAST_BAR - 32, 44)
        used = text_block(
            *(painter, box, self.gives_told, _NAME, SEMIBOLD, colours.ink),
            max_lines=1,
            down=Down.MIDDLE,
        )
        left = used.right() + 32
        bar = QRectF(left, top + 5, MARGIN + INNER - left, _BAR_HEIGHT)
        worn = BarColours(colours.accent, colours.surface, colours.line, colours.ink)
        paint_goal_bar(painter, bar, gives, worn)

    def _paint_project(self, painter: QPainter, box: QRectF, one: ProjectLine) -> None:
        colours, low = self.palette, box.height() < _LOW
        size, high = (_SMALL_NAME, 36.0) if low else (_NAME, 46.0)
        top = box.top() + (1 if low else 4)
        painter.setPen(QPen(QColor(colours.line), 2))
        painter.drawLine(box.topLeft(), box.topRight())
        ring = QRectF(box.left(), top + (high - 34) / 2 + 1, 34, 34)
        paint_ring(painter, ring, one.ring, self._colour(one.ring), colours.paper)
        left, right = box.left() + 52, box.right()
        if one.minutes:
            width = text_width(one.minutes, size, BOLD)
            ink = colours.ink if one.is_measured else colours.muted
            place = QRectF(right - width, top, width, high)
            text_block(
                *(painter, place, one.minutes, size, BOLD, ink),
                max_lines=1,
                across=Across.RIGHT,
                down=Down.MIDDLE,
            )
            right -= width + 24
        name = QRectF(left, top, right - left, high)
        text_block(painter, name, one.name, size, BOLD, colours.ink, max_lines=1, down=Down.MIDDLE)
        below = QPointF(left, top + high + (15 if low else 17))
        self._paint_members(painter, below, box.right(), one)

    def _paint_members(
        self, painter: QPainter, at: QPointF, right: float, one: ProjectLine
    ) -> None:
        colours, x = self.palette, at.x()
        for letter in one.letters:
            paint_badge(painter, QRectF(x, at.y() - _MARK / 2, _MARK, _MARK), letter, colours)
            x += _MARK_STEP
        width = text_width(one.told, SMALLEST)
        x += 12
        count = max(1, one.agree + one.below + one.waiting)
        step = min(_CELL_STEP, (right - width - 24 - x) / count)
        for colour, count in (
            (colours.good, one.agree),
            (colours.warning, one.below),
            ("", one.waiting),
        ):
            for _each in range(count):
                painter.setPen(QPen(QColor(colours.hidden), 2) if not colour else Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colour) if colour else Qt.BrushStyle.NoBrush)
                cell = QRectF(x + 1, at.y() - 13, step * _CELL / _CELL_STEP - 2, 26)
                painter.drawRoundedRect(cell, 4, 4)
                x += step
        box = QRectF(min(x + 16, right - width), at.y() - 18, width + 4, 36)
        text_block(
            *(painter, box, one.told, SMALLEST),
            colour=colours.muted,
            max_lines=1,
            down=Down.MIDDLE,
        )

    def _colour(self, ring: Ring) -> str:
        colours = self.palette
        return {
            RingTone.GOING: colours.accent,
            RingTone.GOOD: colours.good,
            RingTone.WAITS: colours.warning,
            RingTone.QUIET: colours.muted,
        }[ring.tone]
