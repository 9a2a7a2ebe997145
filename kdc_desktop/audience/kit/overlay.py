"""What can lie over any slide: a big timer, a message, how to join."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from kdc_desktop.audience.kit.ink import (
    BOLD,
    HEIGHT,
    MARGIN,
    NIGHT,
    SEMIBOLD,
    WIDTH,
    Across,
    Down,
    SlidePalette,
    fit,
    panel,
    text_block,
    text_width,
)
from kdc_desktop.audience.kit.slide import Tone, tone_colour
from kdc_desktop.i18n import spoken


@dataclass(frozen=True, kw_only=True)
class Overlay:
    """Plain texts that lie over the slide; an empty one is not shown.

    `timer` reads “04:59”, `message` is a sentence in a band, `join_hint` says how to take part.
    """

    timer: str = ""
    timer_tone: Tone = Tone.CALM
    message: str = ""
    join_hint: str = ""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to paint."""
        return not (self.timer or self.message or self.join_hint)

    @property
    def description(self) -> str:
        """The texts in words, for screen readers."""
        return spoken((self.message, self.join_hint, self.timer))

    @property
    def band(self) -> QRectF:
        """Where the message stands; the slide makes room for it."""
        if not self.message:
            return QRectF(0, HEIGHT, WIDTH, 0)
        fitted = fit(self.message, WIDTH - 2 * MARGIN, 260, 56, SEMIBOLD, 4)
        height = fitted.height + 64
        return QRectF(0, HEIGHT - 36 - height, WIDTH, height)

    def make_room(self, painter: QPainter) -> None:
        """Let what is painted from now on of the slide stand above the message, a little smaller.

        Nothing that the room has to read, such as a clock or how many have voted, lies below it.
        """
        share = self.band.top() / HEIGHT
        painter.translate(WIDTH * (1 - share) / 2, 0)
        painter.scale(share, share)

    def paint(self, painter: QPainter, palette: SlidePalette = NIGHT) -> None:
        """Paint over a slide of 1920 × 1080."""
        bottom = HEIGHT - 36
        if self.timer:
            painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), veil(palette))
        if self.message:
            self._paint_message(painter, palette)
            bottom = self.band.top() - 24
        if self.join_hint:
            self._paint_join_hint(painter, palette, bottom)
        if self.timer:
            self._paint_timer(painter, palette)

    def _paint_message(self, painter: QPainter, palette: SlidePalette) -> None:
        band = self.band
        painter.fillRect(band, palette.accent)
        text_block(
            painter,
            band.adjusted(MARGIN, 32, -MARGIN, -32),
            self.message,
            56,
            SEMIBOLD,
            palette.on_accent,
            max_lines=4,
            across=Across.CENTRE,
            down=Down.MIDDLE,
        )

    def _paint_join_hint(self, painter: QPainter, palette: SlidePalette, bottom: float) -> None:
        fitted = fit(self.join_hint, WIDTH - 2 * MARGIN - 96, 60, 44, SEMIBOLD, 1)
        width = min(WIDTH - 2 * MARGIN, text_width(fitted.lines[0], fitted.size, SEMIBOLD) + 96)
        pill = QRectF((WIDTH - width) / 2, bottom - 92, width, 92)
        panel(painter, pill, palette.surface, radius=46, border=palette.accent)
        text_block(
            painter,
            pill.adjusted(44, 0, -44, 0),
            self.join_hint,
            44,
            SEMIBOLD,
            palette.ink,
            max_lines=1,
            across=Across.CENTRE,
            down=Down.MIDDLE,
        )

    def _paint_timer(self, painter: QPainter, palette: SlidePalette) -> None:
        width = text_width(self.timer, 260, BOLD) + 160
        box = QRectF((WIDTH - width) / 2, 330, width, 360)
        colour = tone_colour(self.timer_tone, palette)
        border = palette.line if self.timer_tone is Tone.CALM else colour
        panel(painter, box, palette.surface, radius=32, border=border)
        text_block(
            painter,
            box,
            self.timer,
            260,
            BOLD,
            colour,
            max_lines=1,
            across=Across.CENTRE,
            down=Down.MIDDLE,
        )


def veil(palette: SlidePalette) -> QColor:
    """The slide's paper, thin enough to guess what is under it."""
    colour = QColor(palette.paper)
    colour.setAlphaF(0.72)
    return colour


NOTHING = Overlay()
