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
    say,
    text_block,
    text_width,
)
from kdc_desktop.audience.kit.slide import INNER, Slide, tone_colour
from kdc_desktop.domain.kit.text import counted


@dataclass(frozen=True, kw_only=True)
class PromptSlide(Slide):
    """The stage's name, its prompt in large, and how many ideas there are (None: do not say)."""

    prompt: str
    stage: str = ""
    detail: str = ""
    ideas: int | None = None

    @property
    def title(self) -> str:
        """The prompt."""
        return self.prompt or self.stage or self.session

    @property
    def description(self) -> str:
        """The prompt with what stands around it."""
        parts = (self.stage, self.prompt, self.detail, self._count_line(), self.next_line())
        return ". ".join(part for part in parts if part)

    def _count_line(self) -> str:
        if self.ideas is None:
            return ""
        if self.ideas == 0:
            return say("audience", "No ideas yet: yours can be the first")
        return say("audience", "{ideas} so far").format(
            ideas=counted(self.ideas, say("audience", "idea"), say("audience", "ideas"))
        )

    def paint_content(self, painter: QPainter) -> None:
        """The stage above, the prompt in the middle, detail and count under it."""
        colours = self.palette
        stage = QRectF(MARGIN, 72, INNER, 56)
        text_block(painter, stage, self.stage, 40, SEMIBOLD, colours.accent, max_lines=1)
        prompt = QRectF(MARGIN, 150, INNER, 480)
        text_block(painter, prompt, self.title, 132, BOLD, colours.ink, down="middle")
        text_block(
            painter,
            QRectF(MARGIN, 654, INNER, 104),
            self.detail,
            40,
            colour=colours.muted,
            max_lines=2,
        )
        count = QRectF(MARGIN, 800, 1000, 120)
        text_block(
            painter,
            count,
            self._count_line(),
            52,
            MEDIUM,
            colours.muted,
            max_lines=1,
            down="bottom",
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
            across="right",
            down="bottom",
        )
