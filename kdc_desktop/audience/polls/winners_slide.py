"""The winners of a poll: large, with a cup, and what was not taken further small below them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import ClassVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from kdc_desktop.audience.kit.icon import paint_icon
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
from kdc_desktop.audience.kit.slide import INNER, pages_of
from kdc_desktop.audience.polls.option_ink import paint_option
from kdc_desktop.audience.polls.result_picture import RevealRow
from kdc_desktop.audience.polls.reveal import BAR_LEFT, BAR_WIDTH, RevealSlide
from kdc_desktop.i18n import _, ngettext

WINNERS_PER_PAGE = 6
_BOTTOM = 952.0
_TALLEST, _GAP, _SMALL = 140.0, 16.0, 56.0
_OPTION = MARGIN + 204


@dataclass(frozen=True, kw_only=True)
class WinnersSlide(RevealSlide):
    """The result of a poll of which some options are taken further."""

    animated: ClassVar[bool] = False  # the room has seen the bars grow
    bar_wide: ClassVar[float] = BAR_WIDTH - 30
    has_cups: ClassVar[bool] = False
    total_lines: ClassVar[int] = 1  # what was not taken further has low rows

    @property
    def pages(self) -> int:
        """6 winners fit on a page."""
        return pages_of(len(self._winners), WINNERS_PER_PAGE)

    @property
    def title(self) -> str:
        """“Winners: the question”."""
        return _("Winners: {question}", question=self.question)

    def below(self) -> str:
        """How many winners there are, before all else."""
        result = self.result
        return self.with_page(self._how_many(), result.reconciliation, result.method)

    @property
    def _winners(self) -> tuple[RevealRow, ...]:
        return tuple(row for row in self.rows if row.winner)

    def shown(self) -> list[tuple[int, RevealRow]]:
        """The winners of this page."""
        first = self.page * WINNERS_PER_PAGE
        return list(enumerate(self._winners))[first : first + WINNERS_PER_PAGE]

    def _how_many(self) -> str:
        return ngettext("{count} winner", "{count} winners", len(self._winners))

    def words(self) -> list[str]:
        """How many winners there are, those of this page, and how many others there are."""
        others = len(self.rows) - len(self._winners)
        more = ngettext("and {count} more", "and {count} more", others) if others else ""
        return [self._how_many(), *super().words(), more]

    def paint_result(self, painter: QPainter, top: float, _moment: float) -> None:
        """The winners of this page, ties in one frame, and the others after the last of them."""
        top -= 8
        shown = [row for _at, row in self.shown()]
        last = self.page == self.pages - 1
        left = [row for row in self.rows if not row.winner] if last else []
        room = _BOTTOM - top - len(shown) * 108
        others = left[: max(0, int(room / _SMALL))]
        if len(others) < len(left):
            others = others[:-1]  # its line tells how many more there are
        lines = len(others) + (len(others) < len(left))
        height = min(_TALLEST, (_BOTTOM - top - lines * _SMALL) / len(shown) - _GAP)
        for _place, tied in groupby(shown, key=lambda row: row.place):
            group = list(tied)
            frame = QRectF(MARGIN, top, INNER, height * len(group))
            self._paint_winners(painter, frame, group)
            top = frame.bottom() + _GAP
        for row in others:
            self._paint_other(painter, QRectF(MARGIN, top, INNER, _SMALL), row)
            top += _SMALL
        if more := len(left) - len(others):
            text = ngettext("and {count} more", "and {count} more", more)
            line = QRectF(_OPTION, top, 640, 44)
            text_block(painter, line, text, SMALLEST, colour=self.palette.muted, max_lines=1)

    def _paint_winners(self, painter: QPainter, frame: QRectF, group: Sequence[RevealRow]) -> None:
        colours, gold = self.palette, self.palette.warning
        panel(painter, frame, colours.surface, radius=12)
        painter.save()
        outline = QPainterPath()
        outline.addRoundedRect(frame, 12, 12)
        painter.setClipPath(outline)
        painter.fillRect(QRectF(frame.left(), frame.top(), 8, frame.height()), QColor(gold))
        painter.restore()
        told = self._tie_line(group)
        middle = frame.center().y() - (34 if told else 0)
        paint_icon(painter, QRectF(MARGIN + 34, middle - 26, 52, 52), "trophy", gold)
        place = QRectF(MARGIN + 100, middle - 36, 100, 72)
        text_block(painter, place, group[0].place, 48, BOLD, gold, max_lines=1, down=Down.MIDDLE)
        if told:
            tie = QRectF(MARGIN + 34, middle + 34, 150, 76)
            text_block(painter, tie, told, SMALLEST, SEMIBOLD, gold, max_lines=2)
        height = frame.height() / len(group)
        for at, row in enumerate(group):
            box = QRectF(frame.left(), frame.top() + at * height, frame.width(), height)
            if at:
                line = QRectF(_OPTION, box.top() - 1, frame.right() - _OPTION, 2)
                painter.fillRect(line, QColor(colours.line))
            self._paint_winner(painter, box, row)

    def _tie_line(self, group: Sequence[RevealRow]) -> str:
        """That all who are tied win; nothing where one of them does not."""
        tied = [row for row in self.rows if row.place == group[0].place]
        if len(group) < 2 or len(tied) != len(group):
            return ""
        return _("A tie, both win") if len(group) == 2 else _("A tie, all win")

    def _paint_winner(self, painter: QPainter, box: QRectF, row: RevealRow) -> None:
        option = QRectF(_OPTION, box.top() + 6, BAR_LEFT - _OPTION - 24, box.height() - 12)
        paint_option(painter, option, row, self.palette, cup=False)
        height = min(76.0, box.height() - 24)
        self._paint_votes(painter, box, row, height, 52)

    def _paint_other(self, painter: QPainter, box: QRectF, row: RevealRow) -> None:
        muted, option = self.palette.muted, QRectF(box)
        place = QRectF(MARGIN + 34, box.top(), 130, box.height())
        text_block(
            painter,
            place,
            row.place,
            SMALLEST + 2,
            colour=muted,
            max_lines=1,
            across=Across.CENTRE,
            down=Down.MIDDLE,
        )
        option.setLeft(_OPTION)
        option.setRight(BAR_LEFT - 24)
        size = SMALLEST + 2
        text_block(painter, option, row.option, size, colour=muted, max_lines=1, down=Down.MIDDLE)
        painter.setOpacity(0.7)
        self._paint_votes(painter, box, replace(row, nearly_all="", nearly_none=""), 38, 32)
        painter.setOpacity(1.0)

    def _paint_votes(
        self, painter: QPainter, box: QRectF, row: RevealRow, high: float, size: int
    ) -> None:
        self.paint_bar(painter, box.adjusted(0, 4, 0, -4), row, 1.0, high)
        self.paint_total(painter, box.adjusted(0, 0, -30, 0), row, size)
