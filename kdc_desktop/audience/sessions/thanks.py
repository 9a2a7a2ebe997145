"""Thank you: who was here, what the evening has come to, and when one meets again."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kdc_desktop.audience.kit.ink import (
    BOLD,
    MARGIN,
    MEDIUM,
    SEMIBOLD,
    SMALLEST,
    Down,
    fit,
    panel,
    text_block,
)
from kdc_desktop.audience.kit.slide import INNER, Slide
from kdc_desktop.i18n import _, listed_apart, ngettext, spoken, titled

_CALM, _MOST = 6, 10
"""So many lines stand there at once, and so many where each is short enough to be read whole."""
_ABOVE, _BETWEEN, _ACROSS, _DOWN = 68.0, 16.0, 60.0, 12.0


@dataclass(frozen=True, kw_only=True)
class ThanksSlide(Slide):
    """The last picture of an evening; `lines` stand under `heading`, `meet_again` at the foot."""

    came: str = ""
    heading: str = ""
    lines: tuple[str, ...] = ()
    meet_again: str = ""

    @property
    def title(self) -> str:
        """“Thank you!”."""
        return _("Thank you!")

    @property
    def description(self) -> str:
        """All of it in words."""
        decided = titled(self.heading, listed_apart(self.lines)) if self.lines else ""
        return spoken((self.title, self.came, decided, self.meet_again))

    def paint_content(self, painter: QPainter) -> None:
        """The thanks on the left, what was decided on the right."""
        colours = self.palette
        width = 760.0 if self.lines else INNER
        top = 300.0
        used = text_block(
            painter, QRectF(MARGIN, top, width, 160), self.title, 132, BOLD, colours.ink
        )
        used = text_block(
            painter,
            QRectF(MARGIN, used.bottom() + 24, width, 110),
            self.came,
            44,
            colour=colours.muted,
            max_lines=2,
        )
        text_block(
            painter,
            QRectF(MARGIN, used.bottom() + 48, width, 920 - used.bottom() - 48),
            self.meet_again,
            44,
            SEMIBOLD,
            colours.accent,
        )
        if self.lines:
            self._paint_lines(painter, QRectF(960, 170, 864, 780))

    def _paint_lines(self, painter: QPainter, area: QRectF) -> None:
        colours = self.palette
        text_block(painter, area, self.heading, 36, MEDIUM, colours.muted, max_lines=1)
        most = self._most(area)
        shown = self.lines if len(self.lines) <= most else self.lines[: most - 1]
        top, step = area.top() + _ABOVE, self._step(area, most)
        for line in shown:
            box = QRectF(area.left(), top, area.width(), step - _BETWEEN)
            panel(painter, box, colours.surface, radius=12)
            panel(
                painter, QRectF(box.left(), box.top(), 8, box.height()), colours.warning, radius=4
            )
            words = box.adjusted(_ACROSS - 24, _DOWN / 2, -24, -_DOWN / 2)
            text_block(
                painter, words, line, 40, SEMIBOLD, colours.ink, max_lines=2, down=Down.MIDDLE
            )
            top += step
        if more := len(self.lines) - len(shown):
            told = ngettext("and {count} more", "and {count} more", more)
            line_box = QRectF(area.left() + 36, top, area.width() - 36, 44)
            text_block(painter, line_box, told, SMALLEST + 4, colour=colours.muted, max_lines=1)

    def _step(self, area: QRectF, lines: int) -> float:
        return min(140.0, (area.height() - _ABOVE) / lines)

    def _most(self, area: QRectF) -> int:
        """How many lines there is room for."""
        count = len(self.lines)
        if not _CALM < count <= _MOST:
            return _CALM
        width, height = area.width() - _ACROSS, self._step(area, count) - _BETWEEN - _DOWN
        whole = all(fit(line, width, height, 40, SEMIBOLD, 2).whole for line in self.lines)
        return count if whole else _CALM
