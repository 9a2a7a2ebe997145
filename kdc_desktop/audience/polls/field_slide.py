"""Options between the first two criteria, and beside that their order by the weighted mean."""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kdc_desktop.audience.kit.ink import (
    BOLD,
    MARGIN,
    SEMIBOLD,
    SMALLEST,
    Across,
    Down,
    panel,
    text_block,
)
from kdc_desktop.audience.polls.field_plan import FieldPlan, OnField, plan_field
from kdc_desktop.audience.polls.result_picture import RevealRow
from kdc_desktop.audience.polls.result_slide import OPTION_LEFT, ResultSlide
from kdc_desktop.audience.polls.values_ink import Values, values_of
from kdc_desktop.i18n import _, decimal_text, listed, number_text, paired, titled

_LEFT, _RIGHT, _BELOW, _ABOVE = MARGIN + 56.0, 1050.0, 906.0, 44.0
_LIST, _WIDE, _MEAN, _MOST_WORDS = 1104.0, 720.0, 140.0, 190.0


@dataclass(frozen=True, kw_only=True)
class FieldSlide(ResultSlide):
    """The more of the first criterion, the higher; the more of the second, the further right."""

    rows_left: ClassVar[float] = _LIST
    rows_wide: ClassVar[float] = _WIDE
    most_rows: ClassVar[int] = 8

    @cached_property
    def _values(self) -> Values:
        return values_of((row.written_total for row in self.rows), _MEAN, _MOST_WORDS)

    def option_box(self, box: QRectF) -> QRectF:
        """Up to what it came to."""
        wide = self.rows_wide - OPTION_LEFT - self._values.wide - 10
        return QRectF(box.left() + OPTION_LEFT, box.top(), wide, box.height())

    def row_words(self, row: RevealRow) -> str:
        """With its means by both criteria."""
        told = super().row_words(row)
        up, across = self.result.axes
        means = [
            paired(name, decimal_text(value, 2))
            for name, value in ((up, row.up), (across, row.across))
            if value is not None
        ]
        return titled(told, listed(means)) if means else told

    def plan(self, top: float) -> FieldPlan:
        """Where everything stands, in a field that begins there."""
        shown = [at for at, _row in self.shown()]
        known = [(at, row) for at, row in enumerate(self.rows) if self.is_revealed(at)]
        return plan_field(
            tuple(row for at, row in known if at in shown),
            tuple(row for at, row in known if at not in shown),
            (_LEFT, top, _RIGHT - _LEFT, _BELOW - top),
            (self.result.lowest, self.result.highest),
        )

    def paint_result(self, painter: QPainter, top: float, moment: float) -> None:
        """The field with its axes, then the list."""
        field = QRectF(_LEFT, top + _ABOVE - 8, _RIGHT - _LEFT, _BELOW - top - _ABOVE + 8)
        self._paint_axes(painter, field)
        plan = self.plan(field.top())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.palette.hidden))
        for dot in plan.dots:
            painter.drawEllipse(dot)
        places = {row.option_id: index for index, (_at, row) in enumerate(self.shown())}
        for one in reversed(plan.named):
            index = places[one.row.option_id]
            at = self.page * self.per_page + index
            come = self.come(index, at, len(places), moment)
            if come > 0:
                painter.setOpacity(min(1.0, come * 2))
                self._paint_named(painter, one)
        painter.setOpacity(1.0)
        super().paint_result(painter, top, moment)

    def _paint_axes(self, painter: QPainter, field: QRectF) -> None:
        colours = self.palette
        panel(painter, field, colours.surface, radius=12)
        pen = QPen(QColor(colours.line), 3, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        middle = field.center()
        painter.drawLine(QPointF(middle.x(), field.top()), QPointF(middle.x(), field.bottom()))
        painter.drawLine(QPointF(field.left(), middle.y()), QPointF(field.right(), middle.y()))
        up, across = self.result.axes
        low, high = number_text(self.result.lowest), number_text(self.result.highest)
        wide, left, right, centre = field.width(), Across.LEFT, Across.RIGHT, Across.CENTRE
        for words, x, y, room, where in (
            (_("↑ {criterion}", criterion=up), field.left(), field.top() - 42, wide, left),
            (high, MARGIN - 16, field.top() + 4, 60.0, right),
            (low, MARGIN - 16, field.bottom() - 42, 60.0, right),
            (low, field.left() + 10, field.bottom() + 4, 120.0, left),
            (high, field.right() - 130, field.bottom() + 4, 120.0, right),
            (
                _("{criterion} →", criterion=across),
                field.left() + 130,
                field.bottom() + 4,
                wide - 260,
                centre,
            ),
        ):
            named = room > 120
            text_block(
                painter,
                QRectF(x, y, room, 40),
                words,
                32 if named else SMALLEST,
                SEMIBOLD,
                colours.ink if named else colours.muted,
                max_lines=1,
                across=where,
                down=Down.MIDDLE,
            )

    def _paint_named(self, painter: QPainter, one: OnField) -> None:
        colours, won = self.palette, one.row.winner
        if not one.pill.contains(one.point):
            painter.setPen(QPen(QColor(colours.accent), 3))
            painter.drawLine(one.point, one.pill.center())
            painter.setBrush(QColor(colours.accent))
            painter.drawEllipse(one.point, 5, 5)
        fill = colours.warning if won else colours.accent
        panel(painter, one.pill, fill, radius=one.pill.height() / 2)
        text_block(
            painter,
            one.pill,
            one.row.place,
            SMALLEST,
            BOLD,
            colours.on_accent,
            max_lines=1,
            across=Across.CENTRE,
            down=Down.MIDDLE,
        )
        if not one.words.isEmpty():
            painter.fillRect(one.words, QColor(colours.surface))
            text_block(
                painter,
                one.words,
                one.row.option,
                SMALLEST,
                SEMIBOLD,
                colours.ink,
                across=one.across,
            )

    def paint_row(self, painter: QPainter, box: QRectF, row: RevealRow, grown: float) -> None:
        """The weighted mean, once it has come."""
        if grown <= 0.85:
            return
        self._values.paint(painter, box, row.written_total, self.palette.ink)
