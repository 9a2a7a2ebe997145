"""Blank: calm, the title and the clock, never an empty frame."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kdc_desktop.audience.kit.ink import BOLD, MARGIN, WIDTH, Across, Down, text_block
from kdc_desktop.audience.kit.slide import INNER, Slide, Tone, tone_colour
from kdc_desktop.i18n import _, spoken


@dataclass(frozen=True, kw_only=True)
class BlankSlide(Slide):
    """The session's title in the middle, a line under it, and the clock."""

    line: str = ""

    @property
    def title(self) -> str:
        """The session's title."""
        return self.session or _("One moment, please")

    @property
    def description(self) -> str:
        """Title and line."""
        return spoken((self.title, self.line))

    def paint_content(self, painter: QPainter) -> None:
        """The title a little above the middle."""
        colours = self.palette
        box = QRectF(MARGIN, 280, INNER, 300)
        text_block(
            painter, box, self.title, 104, BOLD, colours.ink, across=Across.CENTRE, down=Down.BOTTOM
        )
        under = QRectF(MARGIN, 604, INNER, 60)
        text_block(
            painter, under, self.line, 40, colour=colours.muted, max_lines=1, across=Across.CENTRE
        )

    def paint_foot(self, painter: QPainter) -> None:
        """Nothing: the title already says where we are."""

    def paint_clock(self, painter: QPainter) -> None:
        """The clock under the title."""
        colour = tone_colour(self.clock_tone, self.palette)
        if self.clock_tone is Tone.CALM:
            colour = self.palette.muted
        box = QRectF(0, 720, WIDTH, 120)
        text_block(
            painter,
            box,
            self.clock,
            88,
            BOLD,
            colour,
            max_lines=1,
            across=Across.CENTRE,
            down=Down.MIDDLE,
        )
