"""What a budget is enough for: options by their votes, a line under those that are funded."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kdc_desktop.audience.kit.icon import paint_icon
from kdc_desktop.audience.kit.ink import (
    MARGIN,
    MEDIUM,
    SEMIBOLD,
    SMALLEST,
    Across,
    Down,
    panel,
    text_block,
    text_width,
)
from kdc_desktop.audience.kit.marks import paint_hidden
from kdc_desktop.audience.kit.slide import INNER
from kdc_desktop.audience.polls.followed_slide import FollowedSlide
from kdc_desktop.audience.polls.result_picture import RevealRow
from kdc_desktop.audience.polls.result_steps import TALLEST, inside
from kdc_desktop.audience.polls.told_rounds import pages_told, paint_told, told_on
from kdc_desktop.audience.polls.values_ink import Values, values_of
from kdc_desktop.i18n import _, decimal_text, ngettext, number_text, spoken

_LEFT, _VOTES, _COST = 740.0, 1480.0, 1824.0
_TICK, _KEY, _LINE, _TRACK = 54.0, 46.0, 48.0, 28.0


@dataclass(frozen=True, kw_only=True)
class FundedSlide(FollowedSlide):
    """Those that are funded first, each ticked, a line, and the others; what is left of it all."""

    usual_rows: ClassVar[int] = 7
    most_rows: ClassVar[int] = 8
    bottom: ClassVar[float] = 852.0
    option_wide: ClassVar[float] = 476.0
    bar_left: ClassVar[float] = _LEFT
    bar_wide: ClassVar[float] = 590.0
    total_wide: ClassVar[float] = 138.0
    total_lines: ClassVar[int] = 1

    @cached_property
    def rows(self) -> tuple[RevealRow, ...]:
        """Those that are funded before the others."""
        return tuple(sorted(self.result.rows, key=lambda row: not row.funded))

    @property
    def follows(self) -> int:
        """The rounds in words."""
        return pages_told(self.result.rounds)

    @property
    def goes_on(self) -> str:
        """How the money was spent."""
        return _("Next: how the money was spent")

    def named_at(self, _at: int) -> str:
        """That it is told how the money went."""
        return _("How the money was spent")

    @property
    def _funded(self) -> list[RevealRow]:
        """Those of which the room knows by now that they are."""
        return [row for at, row in enumerate(self.rows) if row.funded and self.is_revealed(at)]

    def content_top(self) -> float:
        """Below the names of the columns, and as if the line were there."""
        return super().content_top() + _KEY + _LINE

    def row_words(self, row: RevealRow) -> str:
        """With what it costs, and whether the money is enough."""
        cost = self._money(row.cost)
        if row.funded:
            return spoken((super().row_words(row), _("Funded, costs {cost}", cost=cost)))
        return spoken((super().row_words(row), _("Not funded, costs {cost}", cost=cost)))

    def words(self) -> list[str]:
        """With what is spent and what is left; or how that came about."""
        if self.at is not None:
            return [words for _number, words in told_on(self.result.rounds, self.at)]
        return [*super().words(), *(words for words in self._sums() if words)]

    def option_box(self, box: QRectF) -> QRectF:
        """Beside its tick."""
        return super().option_box(box).translated(_TICK, 0)

    def paint_result(self, painter: QPainter, top: float, moment: float) -> None:
        """The names of the columns, the rows, and the money; or how that came about."""
        if self.at is not None:
            paint_told(painter, top, told_on(self.result.rounds, self.at), self.palette)
            return
        line, muted, right = QRectF(0, top - 10, 0, 40), self.palette.muted, Across.RIGHT
        votes = self.result.score_name or _("votes")
        for words, end in ((votes, _VOTES), (_("cost"), _COST)):
            line.setLeft(end - 260)
            line.setRight(end)
            text_block(painter, line, words, SMALLEST, colour=muted, max_lines=1, across=right)
        super().paint_result(painter, top + _KEY, moment)
        if self.result.budget:
            self._paint_money(painter, QRectF(MARGIN, 904, INNER, _TRACK))

    def row_boxes(self, shown: Sequence[RevealRow], top: float, bottom: float) -> list[QRectF]:
        """With room for the line, where it is on this page."""
        after = self._line_after(shown)
        line = 0.0 if after is None else _LINE
        step = min(TALLEST, (bottom - top - line) / len(shown))
        boxes = [QRectF(MARGIN, top + at * step, INNER, inside(step)) for at in range(len(shown))]
        for box in boxes if after is None else boxes[after:]:
            box.translate(0, _LINE if after is not None else 0)
        return boxes

    def _line_after(self, shown: Sequence[RevealRow]) -> int | None:
        """After how many of these rows the line stands; None where it is on another page."""
        funded = sum(row.funded for row in self.rows)
        before = funded - self.page * self.per_page
        is_here = before <= len(shown) and (before > 0 or self.page == 0)
        return before if is_here and funded < len(self.rows) else None

    def paint_between(self, painter: QPainter, boxes: Sequence[QRectF]) -> None:
        """The line under what the money is enough for, once both sides of it are known."""
        after = self._line_after([row for _at, row in self.shown()])
        if after is None or not self.is_revealed(max(0, sum(row.funded for row in self.rows) - 1)):
            return
        y = boxes[after - 1].bottom() + _LINE / 2 + 4 if after else boxes[0].top() - _LINE / 2 - 4
        count, of_all = sum(row.funded for row in self.rows), len(self.rows)
        told = ngettext(
            "The money is enough for {count} of {all}",
            "The money is enough for {count} of {all}",
            count,
            all=of_all,
        )
        amber = self.palette.warning
        wide = text_width(told, SMALLEST + 2, SEMIBOLD)
        box = QRectF(self.option_box(boxes[0]).left(), y - 22, wide + 4, 44)
        down = Down.MIDDLE
        text_block(painter, box, told, SMALLEST + 2, SEMIBOLD, amber, max_lines=1, down=down)
        pen = QPen(QColor(amber), 4, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 2])
        painter.setPen(pen)
        for start, end in ((MARGIN, box.left() - 18), (box.right() + 18, MARGIN + INNER)):
            painter.drawLine(QPointF(start, y), QPointF(end, y))

    def paint_row(self, painter: QPainter, box: QRectF, row: RevealRow, grown: float) -> None:
        """The tick, the bar, the votes and the cost."""
        self.paint_bar(painter, box, row, grown, 60.0)
        if row.funded:
            left = self.option_box(box).left() - _TICK
            tick = QRectF(left, box.center().y() - 22, 44, 44)
            paint_icon(painter, tick, "check", self.palette.good)
        if grown <= 0.85:
            return
        ink = self.palette.ink if row.funded else self.palette.muted
        for values, right in ((self.totals, _VOTES), (self._costs, _COST)):
            cell = QRectF(0, box.top(), right, box.height())
            text = row.written_total if values is self.totals else self._money(row.cost)
            values.paint(painter, cell, text, ink, 40)

    @cached_property
    def _costs(self) -> Values:
        room = _COST - _VOTES - 20
        return values_of((self._money(row.cost) for row in self.rows), room, room)

    def _money(self, parts: int) -> str:
        unit = self.result.unit
        return decimal_text(parts / unit, 2) if parts % unit else number_text(parts // unit)

    def _sums(self) -> tuple[str, str]:
        """What is spent and, once all is known, what is left."""
        budget, spent = self.result.budget, sum(row.cost for row in self._funded)
        if not budget:
            return "", ""
        told = _("{spent} of {total} spent", spent=self._money(spent), total=self._money(budget))
        left = _("{left} left", left=self._money(budget - spent)) if self.is_complete else ""
        return told, left

    def _paint_money(self, painter: QPainter, track: QRectF) -> None:
        colours, (spent, left) = self.palette, self._sums()
        for words, across, weight in ((spent, Across.LEFT, SEMIBOLD), (left, Across.RIGHT, MEDIUM)):
            box = QRectF(track.left(), track.top() - 50, track.width(), 44)
            text_block(painter, box, words, 34, weight, colours.ink, max_lines=1, across=across)
        at, scale = track.left(), track.width() / max(1, self.result.budget)
        for row in self._funded:
            part = QRectF(at, track.top(), max(1.0, row.cost * scale - 4), track.height())
            panel(painter, part, colours.good, radius=4)
            at += row.cost * scale
        paint_hidden(painter, QRectF(at, track.top(), track.right() - at, _TRACK), colours)
