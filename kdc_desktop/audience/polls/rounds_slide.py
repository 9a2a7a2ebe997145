"""The order that several rounds have led to, and the rounds, one after the other."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

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
    text_width,
)
from kdc_desktop.audience.kit.marks import paint_hidden
from kdc_desktop.audience.kit.slide import INNER
from kdc_desktop.audience.polls.followed_slide import FollowedSlide
from kdc_desktop.audience.polls.result_steps import TALLEST, eased, inside
from kdc_desktop.audience.polls.reveal import BAR_LEFT
from kdc_desktop.audience.polls.rounds import RoundBar, RoundBars, bars_of, half_of, longest
from kdc_desktop.i18n import _, decimal_text, listed, ngettext, paired

_TITLE, _BAR, _LINE, _BOTTOM = 720.0, 700.0, 44.0, 930.0


@dataclass(frozen=True, kw_only=True)
class RoundsSlide(FollowedSlide):
    """The result on the first pages; once all places are revealed, a page for each round."""

    @property
    def goes_on(self) -> str:
        """How the count went."""
        return _("Next: the count, round by round")

    def told_at(self, at: int) -> tuple[str, ...]:
        """What happens in the round."""
        return (self.result.rounds[at].words,)

    def named_at(self, at: int) -> str:
        """Which round it is."""
        count = len(self.result.rounds)
        return _("Round {number} of {count}", number=at + 1, count=count)

    def words(self) -> list[str]:
        """The round in words, on its page."""
        if self.at is None:
            return super().words()
        found = bars_of(self.result.rounds, self.at)
        told = [self._bar_words(bar) for bar in found.bars]
        if found.exhausted:
            told.append(paired(_("Exhausted papers"), _written(found.exhausted)))
        return told

    def _bar_words(self, bar: RoundBar) -> str:
        told = [paired(self._title(bar), _written(bar.value))]
        if bar.gained > 0:
            told.append(_("{number} more", number=_written(bar.gained)))
        if bar.is_out:
            told.append(_("drops out"))
        return listed(told)

    def _has_won(self, bar: RoundBar) -> bool:
        is_last = self.at == len(self.result.rounds) - 1
        return is_last and any(row.winner and row.option_id == bar.option_id for row in self.rows)

    def _title(self, bar: RoundBar) -> str:
        return next((row.option for row in self.rows if row.option_id == bar.option_id), "")

    def paint_result(self, painter: QPainter, top: float, moment: float) -> None:
        """The order, or the bars of a round."""
        if self.at is None:
            super().paint_result(painter, top, moment)
            return
        found = bars_of(self.result.rounds, self.at)
        lines = len(found.bars) + (found.exhausted > 0)
        told = _LINE * ((found.between > 0) + (found.more_out > 0))
        step = min(TALLEST, (_BOTTOM - top - told) / max(1, lines))
        half = half_of(self.result.rounds[self.at])
        self._paint_half(painter, half, QRectF(0, top, 0, told + step * lines))
        for bar in found.bars:
            if bar.is_out and found.between:
                top = self._say_more(painter, top, found.between, out=False)
                found = found._replace(between=0)
            box = QRectF(MARGIN, top, INNER, inside(step))
            self._paint_bar(painter, box, bar, moment)
            top += step
        self._paint_end(painter, top, inside(step), found)

    def _paint_end(self, painter: QPainter, top: float, high: float, found: RoundBars) -> None:
        for number, out in ((found.between, False), (found.more_out, True)):
            if number:
                top = self._say_more(painter, top, number, out=out)
        if found.exhausted:
            box, muted = QRectF(MARGIN, top, INNER, high), self.palette.muted
            name = QRectF(box.left(), box.top(), _TITLE, box.height())
            words, down = _("Exhausted papers"), Down.MIDDLE
            text_block(painter, name, words, 32, colour=muted, max_lines=1, down=down)
            paint_hidden(painter, self._bar(box, found.exhausted), self.palette)
            self._paint_value(painter, box, _written(found.exhausted), muted)

    def _say_more(self, painter: QPainter, top: float, number: int, *, out: bool) -> float:
        if out:
            words = ngettext("and {count} more drops out", "and {count} more drop out", number)
        else:
            words = ngettext("and {count} more", "and {count} more", number)
        box, muted = QRectF(MARGIN, top, _TITLE, _LINE), self.palette.muted
        text_block(painter, box, words, 30, colour=muted, max_lines=1, down=Down.MIDDLE)
        return top + _LINE

    def _bar(self, box: QRectF, value: float) -> QRectF:
        high = min(76.0, box.height())
        wide = _BAR * value / longest(self.result.rounds)
        return QRectF(BAR_LEFT, box.center().y() - high / 2, max(3.0, wide), high)

    def _paint_bar(self, painter: QPainter, box: QRectF, bar: RoundBar, moment: float) -> None:
        colours, out = self.palette, bar.is_out
        ink = colours.muted if out else colours.ink
        name = QRectF(box.left(), box.top(), _TITLE, box.height())
        if out:
            words = _("drops out")
            wide = text_width(words, SMALLEST, SEMIBOLD) + 36
            pill = QRectF(name.right() - wide, box.center().y() - 21, wide, 42)
            panel(painter, pill, colours.paper, radius=21, border=colours.bad)
            centre, middle = Across.CENTRE, Down.MIDDLE
            text_block(
                painter, pill, words, SMALLEST, SEMIBOLD, colours.bad, across=centre, down=middle
            )
            name.setRight(pill.left() - 16)
        elif self._has_won(bar):
            cup = QRectF(name.left(), box.center().y() - 20, 40, 40)
            paint_icon(painter, cup, "trophy", colours.warning)
            name.setLeft(cup.right() + 14)
        down, title = Down.MIDDLE, self._title(bar)
        text_block(
            painter, name, title, 36, SEMIBOLD, ink, max_lines=2, down=down, one_line_from=30
        )
        gained = max(0.0, bar.gained)
        if bar.value > 0:
            grown = bar.value - gained * (1 - eased(moment))
            whole = self._bar(box, grown)
            panel(painter, whole, colours.good if gained else colours.accent, radius=8)
            old = self._bar(box, bar.value - gained)
            panel(painter, old, colours.hidden if out else colours.accent, radius=8)
            if gained and moment > 0.85:
                told = _("+{number}", number=_written(gained))
                beside = QRectF(whole.right() + 14, box.top(), 140, box.height())
                text_block(painter, beside, told, 34, BOLD, colours.good, max_lines=1, down=down)
        self._paint_value(painter, box, _written(bar.value), ink)

    def _paint_value(self, painter: QPainter, box: QRectF, words: str, colour: str) -> None:
        value = QRectF(box.right() - 150, box.top(), 150, box.height())
        right, down = Across.RIGHT, Down.MIDDLE
        text_block(painter, value, words, 44, BOLD, colour, max_lines=1, across=right, down=down)

    def _paint_half(self, painter: QPainter, half: float, rows: QRectF) -> None:
        """Who comes beyond this line has won."""
        x = BAR_LEFT + _BAR * half / longest(self.result.rounds)
        pen = QPen(QColor(self.palette.warning), 3, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, rows.top() - 4), QPointF(x, rows.bottom()))
        box, words = QRectF(x - 200, rows.bottom(), 400, 38), _("half of the votes")
        centre, amber = Across.CENTRE, self.palette.warning
        text_block(painter, box, words, SMALLEST, colour=amber, max_lines=1, across=centre)


def _written(value: float) -> str:
    return decimal_text(value, 2, trimmed=True)
