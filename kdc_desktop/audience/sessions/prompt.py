"""The prompt: one line, huge, with the clock. Also for talks, breaks and the close."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kdc_desktop.audience.kit.ink import (
    BOLD,
    HEIGHT,
    MARGIN,
    MEDIUM,
    SEMIBOLD,
    Across,
    Down,
    text_block,
    text_width,
)
from kdc_desktop.audience.kit.slide import INNER, Slide, tone_colour
from kdc_desktop.i18n import spoken


@dataclass(frozen=True, kw_only=True)
class PromptSlide(Slide):
    """The stage's name, its prompt in large with a detail under it, and a line at the foot."""

    prompt: str
    stage: str = ""
    detail: str = ""
    foot: str = ""

    @property
    def title(self) -> str:
        """The prompt."""
        return self.prompt or self.stage or self.session

    @property
    def description(self) -> str:
        """The prompt with what stands around it."""
        parts = (self.stage, self.prompt, self.detail, self.foot, self.next_line())
        return spoken(parts)

    def paint_content(self, painter: QPainter) -> None:
        """The stage above, the prompt in the middle, detail and foot under it."""
        colours = self.palette
        stage = QRectF(MARGIN, 72, INNER, 56)
        text_block(painter, stage, self.stage, 40, SEMIBOLD, colours.accent, max_lines=1)
        prompt = QRectF(MARGIN, 150, INNER, 480)
        text_block(painter, prompt, self.title, 132, BOLD, colours.ink, down=Down.MIDDLE)
        text_block(
            painter,
            QRectF(MARGIN, 654, INNER, 104),
            self.detail,
            40,
            colour=colours.muted,
            max_lines=2,
        )
        foot = QRectF(MARGIN, 800, 1000, 120)
        text_block(
            painter,
            foot,
            self.foot,
            52,
            MEDIUM,
            colours.muted,
            max_lines=1,
            down=Down.BOTTOM,
        )

    def paint_clock(self, painter: QPainter) -> None:
        """A clock that can be read from the back row."""
        width = max(420.0, text_width(self.clock, 168, BOLD))
        box = QRectF(1824 - width, HEIGHT - 330, width, 190)
        text_block(
            painter,
            box,
            self.clock,
            168,
            BOLD,
            tone_colour(self.clock_tone, self.palette),
            max_lines=1,
            across=Across.RIGHT,
            down=Down.BOTTOM,
        )
