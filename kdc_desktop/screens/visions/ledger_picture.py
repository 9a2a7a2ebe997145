"""Draws what of the ledger is in sight: members, cells, ways, and what they come to."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from kdc_desktop.domain.visions.ledger import LedgerCellKind, LedgerRow
from kdc_desktop.domain.visions.ledger_flags import FlagKind
from kdc_desktop.domain.visions.positions import Trend
from kdc_desktop.domain.visions.scales import SCALES
from kdc_desktop.screens.kit.badges import paint_sector
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.ledger_edges import LedgerEdges
from kdc_desktop.screens.visions.ledger_paint import LedgerPainter
from kdc_desktop.screens.visions.ledger_plan import GAP
from kdc_desktop.screens.visions.ledger_sight import LedgerPicture
from kdc_desktop.screens.visions.ledger_words import (
    KIND_WORDS,
    course_name,
    course_words,
    middle_words,
    span_words,
)

_HALF = QFont.Weight.DemiBold
_TREND_ROLES = {Trend.RISING: "good", Trend.FALLING: "bad"}


class LedgerDrawing:
    """Draws one picture once."""

    def __init__(self, painter: QPainter, theme: Theme, picture: LedgerPicture) -> None:
        self._painter, self._theme, self._picture = painter, theme, picture
        self._ledger, self._plan = picture.ledger, picture.plan
        self._draw = LedgerPainter(painter, theme)

    def paint(self) -> None:
        """Draw all that is in sight."""
        picture, plan = self._picture, self._plan
        seen, painter = picture.seen, self._painter
        painter.setClipRect(seen)
        for at in picture.rows:
            row = self._ledger.rows[at]
            self._row(at, row)
        for at in range(len(self._ledger.courses)):
            self._course(at)
        if picture.focus is not None:
            painter.setClipRect(seen.adjusted(0, -GAP, 0, 0))  # around the first row, too
            self._draw.focus(picture.scrolled(plan.cell(*picture.focus)))
        painter.setClipRect(QRectF(0, seen.top(), plan.member, seen.height()))
        for at in picture.rows:
            self._member(at, self._ledger.rows[at])
        for at in range(len(self._ledger.courses)):
            self._course_name(at)
        painter.setClipping(False)
        LedgerEdges(painter, self._theme, picture, self._draw).paint()

    def _row(self, at: int, row: LedgerRow) -> None:
        picture, plan, columns = self._picture, self._plan, self._picture.columns
        told = -1
        for column in columns:
            if column <= told:
                continue
            span = row.span_at(column)
            if span is None:
                self.cell(at, row, column)
                continue
            told = span.last
            rect = picture.scrolled(plan.span(at, span.first, span.last))
            words = span_words(self._ledger, row, span)
            self._draw.missing(rect, words, span.kind, picture.seen)
        left = plan.lefts[-1] - picture.across + plan.member
        if plan.columns and left < picture.size.width():
            top = picture.scrolled(plan.cell(at, 0)).top()
            self._way(QRectF(left, top, plan.spark - GAP, plan.row - GAP), row)
            flag = self._ledger.flags.get(row.member.id)
            if flag is not None:
                box = QRectF(left + plan.spark, top, plan.flag, plan.row - GAP)
                self._draw.flag(box, flag)

    def cell(self, at: int, row: LedgerRow, column: int) -> None:
        """One member at one asking."""
        cell, asked = row.cells[column], self._ledger.columns[column]
        rect = self._picture.scrolled(self._plan.cell(at, column))
        if cell.given is not None:
            if asked.session_id is None or asked.by_phone:
                self._draw.pill(rect, asked.scale, cell.given, self._colour_before(row, column))
            else:
                self._draw.answer(rect, asked.scale, cell.given, twice=bool(cell.earlier))
        elif cell.kind is LedgerCellKind.STANDS:
            self._draw.line(rect, self._colour_before(row, column))
        elif cell.kind is not LedgerCellKind.NOT_ASKED:
            words = str(KIND_WORDS[cell.kind])
            self._draw.missing(rect, words, cell.kind, self._picture.seen)

    def _colour_before(self, row: LedgerRow, column: int) -> str:
        """The colour of what stood before this asking; empty where nothing did."""
        for at in range(column - 1, -1, -1):
            given = row.cells[at].given
            if given is not None:
                return self._draw.colour_of(self._ledger.columns[at].scale, given.level)
        return ""

    def _member(self, at: int, row: LedgerRow) -> None:
        y = self._plan.head + at * self._plan.row - self._picture.down
        rect = QRectF(0, y, self._plan.member - GAP, self._plan.row - GAP)
        self._draw.member(rect, row.member)
        if row.joins_above:
            self._draw.stroke(rect, row.member.sector)

    # The way from asking to asking.

    def _way(self, rect: QRectF, row: LedgerRow) -> None:
        self._draw.surface(rect)
        flag = self._ledger.flags.get(row.member.id)
        role = "good"
        if not row.member.is_asked:
            role = "muted"
        elif flag is not None and flag.kind is FlagKind.FELL:
            role = "bad"
        elif flag is not None and flag.kind is FlagKind.SILENT:
            role = "warning"
        columns = self._ledger.columns
        points = [
            (column, SCALES[columns[column].scale].heat(answer.level))
            for column, answer in row.answers
        ]
        self._spark(rect, points, role)

    def _spark(self, rect: QRectF, points: Sequence[tuple[int, float]], role: str) -> None:
        px, painter, colours = self._theme.px, self._painter, self._theme.palette
        inner = rect.adjusted(px(6), px(5), -px(8), -px(5))
        last = self._ledger.columns[-1]
        agreed = SCALES[last.scale].heat(last.agreed_level)
        y = inner.bottom() - inner.height() * agreed
        painter.setPen(QPen(QColor(colours.edge), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(inner.left(), y), QPointF(inner.right(), y))
        if not points:
            return
        step = inner.width() / max(1, self._plan.columns - 1)
        line = [
            QPointF(inner.left() + at * step, inner.bottom() - inner.height() * share)
            for at, share in points
        ]
        colour = QColor(getattr(colours, role))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, px(2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(line)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(line[-1], px(3), px(3))

    # All together, and the sectors.

    def _course(self, at: int) -> None:
        picture, plan, course = self._picture, self._plan, self._ledger.courses[at]
        top = plan.head + plan.course_top(at) - picture.down
        for column in picture.columns:
            box = plan.cell(0, column)
            left = plan.member + box.left() - picture.across
            rect = QRectF(left, top, box.width(), plan.course)
            self._draw.sum(rect, *middle_words(course.points[column]))
        left = plan.lefts[-1] - picture.across + plan.member + self._theme.px(8)
        rect = QRectF(left, top, plan.spark + plan.flag - GAP, plan.course)
        role = _TREND_ROLES.get(course.trend, "muted")
        self._draw.words(rect, course_words(course), 12, role, _HALF)

    def _course_name(self, at: int) -> None:
        plan, px, course = self._plan, self._theme.px, self._ledger.courses[at]
        top = plan.head + plan.course_top(at) - self._picture.down
        rect = QRectF(px(40), top, plan.member - px(44), plan.course)
        if not self._picture.seen.top() <= rect.center().y() < self._picture.seen.bottom():
            return  # less than half of it is seen
        self._draw.words(rect, course_name(course), 12, "muted", _HALF)
        if course.letter:
            side = px(16)
            badge = QRectF(px(12), rect.center().y() - side / 2, side, side)
            paint_sector(self._painter, badge, course.letter, self._theme.dark)
