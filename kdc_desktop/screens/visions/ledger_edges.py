"""Draws the head and the foot of the ledger, and knows how much room they need."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from kdc_desktop.i18n import _, lazy
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.ledger_paint import CENTRE, LedgerPainter
from kdc_desktop.screens.visions.ledger_plan import GAP, LOW_SPARK, LedgerLengths
from kdc_desktop.screens.visions.ledger_sight import LedgerPicture
from kdc_desktop.screens.visions.ledger_words import (
    agreed_words,
    course_name,
    course_words,
    day_words,
    evening_words,
    middle_words,
    version_mark,
)
from kdc_desktop.services.visions.ledger_rows import ConsortiumLedger

_FOOT = (lazy("At the agreed level or better"), lazy("Middle, and from lowest to highest"))
_BOLD, _HALF = QFont.Weight.Bold, QFont.Weight.DemiBold


def ledger_lengths(theme: Theme, ledger: ConsortiumLedger) -> LedgerLengths:
    """How long the words are that must not be cut."""
    small = QFontMetrics(theme.font(12)).horizontalAdvance
    bold = QFontMetrics(theme.font(14, _BOLD)).horizontalAdvance
    half = QFontMetrics(theme.font(12, _HALF)).horizontalAdvance
    heads = tuple(
        max(small(day_words(ledger, at)), bold(version_mark(ledger, at)))
        for at in range(len(ledger.columns))
    )
    flags = [half(text) for text in {str(flag.text) for flag in ledger.flags.values()}]
    lines = [half(course_words(course)) for course in ledger.courses]
    beside = theme.px(LOW_SPARK)  # of a course; a flag stands beside its line
    return LedgerLengths(heads, max((*flags, *(line - beside for line in lines)), default=0))


def words_of_edge(picture: LedgerPicture, point: QPointF) -> str:
    """What a row of the foot, or of all together and the sectors, is called."""
    plan, seen = picture.plan, picture.seen
    if point.x() >= plan.member or point.y() < plan.head:
        return ""
    if point.y() >= seen.bottom():
        row = int((point.y() - seen.bottom()) // plan.foot)
        return str(_FOOT[row]) if row < len(_FOOT) else ""
    at = int((point.y() - plan.head + picture.down - plan.course_top(0)) // plan.course)
    courses = picture.ledger.courses
    return course_name(courses[at]) if 0 <= at < len(courses) else ""


class LedgerEdges:
    """Draws the edges of one picture once."""

    def __init__(
        self, painter: QPainter, theme: Theme, picture: LedgerPicture, draw: LedgerPainter
    ) -> None:
        self._painter, self._theme, self._picture, self._draw = painter, theme, picture, draw
        self._ledger, self._plan = picture.ledger, picture.plan

    def paint(self) -> None:
        """Draw head and foot."""
        self._head()
        self._foot()

    def _head(self) -> None:
        plan, picture, px = self._plan, self._picture, self._theme.px
        bottom = QRectF(px(10), plan.head - px(20), plan.member - px(14), px(16))
        self._draw.words(bottom, _("Member"))
        self._painter.setClipRect(QRectF(plan.member, 0, picture.size.width(), plan.head))
        for column in picture.columns:
            self._column_head(column)
        for evening in self._ledger.evenings:
            if evening.last >= picture.columns.start and evening.first < picture.columns.stop:
                self._evening(evening.first, evening.last, evening_words(self._ledger, evening))
        left = plan.lefts[-1] - picture.across + plan.member + px(6)
        rect = QRectF(left, plan.head - px(20), plan.spark + plan.flag, px(16))
        if plan.columns:
            self._draw.words(rect, _("From asking to asking"))
        self._painter.setClipping(False)

    def _column_head(self, column: int) -> None:
        plan, px = self._plan, self._theme.px
        box = plan.cell(0, column)
        left = plan.member + box.left() - self._picture.across
        today = self._ledger.days[column] == self._ledger.today
        mark = QRectF(left, plan.head - px(38), box.width(), px(18))
        role = "accent" if today else "ink"
        self._draw.words(mark, version_mark(self._ledger, column), 14, role, _BOLD, CENTRE)
        day = QRectF(left, plan.head - px(20), box.width(), px(16))
        role = "accent" if today else "muted"
        self._draw.words(day, day_words(self._ledger, column), 12, role, place=CENTRE)

    def _evening(self, first: int, last: int, words: str) -> None:
        plan, px, across = self._plan, self._theme.px, self._picture.across
        left, right = plan.lefts[first], plan.lefts[last + 1] - GAP
        rect = QRectF(plan.member + left - across, 0, right - left, px(17))
        between = self._ledger.columns[first].session_id is None
        today = self._ledger.days[first] == self._ledger.today
        role = "accent" if today else "muted"
        seen = rect.intersected(QRectF(plan.member, 0, self._picture.size.width(), plan.head))
        is_half_out = seen.width() < rect.width() - 1
        if not (is_half_out and self._draw.length(words, 12, _HALF) > seen.width()):
            self._draw.words(seen, words, 12, role, _HALF, CENTRE)
        style = Qt.PenStyle.DashLine if between else Qt.PenStyle.SolidLine
        colour = QColor(getattr(self._theme.palette, "accent" if today else "edge"))
        self._painter.setPen(QPen(colour, px(2), style, Qt.PenCapStyle.FlatCap))
        y = px(18.0)
        self._painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))

    def _foot(self) -> None:
        plan, picture, px = self._plan, self._picture, self._theme.px
        top = picture.seen.bottom()
        self._painter.setPen(QPen(QColor(self._theme.palette.line), 1))
        self._painter.drawLine(QPointF(0, top), QPointF(picture.size.width(), top))
        for at, words in enumerate(_FOOT):
            rect = QRectF(px(10), top + at * plan.foot, plan.member - px(14), plan.foot)
            self._draw.words(rect, str(words), 12, "muted", _HALF)
        self._painter.setClipRect(QRectF(plan.member, top, picture.size.width(), 2 * plan.foot))
        for column in picture.columns:
            box = plan.cell(0, column)
            left = plan.member + box.left() - picture.across
            rect = QRectF(left, top, box.width(), plan.foot)
            self._draw.sum(rect, *agreed_words(self._ledger, column))
            if not self._ledger.columns[column].by_phone:
                middle = middle_words(self._ledger.sums[column].middle)
                self._draw.sum(rect.translated(0, plan.foot), *middle)
        self._painter.setClipping(False)
