"""What all slides share: paper, clock, and a foot that says where we are and what is next."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import ClassVar, Self

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from kdc_desktop.audience.kit.ink import (
    BOLD,
    HEADLINE,
    HEIGHT,
    MARGIN,
    MEDIUM,
    NIGHT,
    SMALLEST,
    WIDTH,
    Across,
    Down,
    SlidePalette,
    on_one_line,
    text_block,
    text_width,
)
from kdc_desktop.i18n import _

INNER = WIDTH - 2 * MARGIN
FOOT = 1002.0
CLOCK_WIDTH = 300.0


class Tone(StrEnum):
    """How a clock reads: before its end, near it, or after it."""

    CALM = "calm"
    WARNING = "warning"
    OVER = "over"


def tone_colour(tone: Tone, palette: SlidePalette) -> str:
    """The colour of a clock: ink, amber near the end, red after it."""
    return {Tone.CALM: palette.ink, Tone.WARNING: palette.warning, Tone.OVER: palette.bad}[tone]


@dataclass(frozen=True, kw_only=True)
class Slide:
    """One picture for the room, made of plain values.

    `clock` is what the clock reads ("09:32", or empty for none). Two slides that differ only in the
    clock are equal, so a ticking clock neither repaints nor animates anything else. `page`
    counts from 0; `palette` is `ink.NIGHT` or `ink.PAPER`.
    """

    session: str = ""
    next_up: str = ""
    clock: str = field(default="", compare=False)
    clock_tone: Tone = field(default=Tone.CALM, compare=False)
    palette: SlidePalette = NIGHT
    page: int = 0

    animated: ClassVar[bool] = False
    keeps_no_time: ClassVar[bool] = False
    """Whether nothing is to be done while it is seen: it has a clock in its own stage only."""

    def paint(self, painter: QPainter, moment: float = 1.0) -> None:
        """Paint everything into 1920 × 1080; `moment` is the animation's position, 0 to 1."""
        self.paint_still(painter, moment)
        self.paint_clock(painter)

    def paint_still(self, painter: QPainter, moment: float = 1.0) -> None:
        """Paint everything but the clock."""
        painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), QColor(self.palette.paper))
        self.paint_at(painter, moment)
        self.paint_foot(painter)

    def paint_at(self, painter: QPainter, _moment: float) -> None:
        """Paint the content at a moment of its animation; only animated slides override this."""
        self.paint_content(painter)

    def paint_content(self, painter: QPainter) -> None:
        """Paint what this slide is about; overridden by each slide."""

    def paint_foot(self, painter: QPainter) -> None:
        """Paint the session on the left and what comes next on the right."""
        half = INNER / 2 - 24
        for text, left, across in (
            (self.session, MARGIN, Across.LEFT),
            (self.next_line(), MARGIN + half + 48, Across.RIGHT),
        ):
            box = QRectF(left, FOOT - 20, half, 40)
            text_block(
                painter,
                box,
                text,
                SMALLEST,
                colour=self.palette.muted,
                max_lines=1,
                across=across,
                down=Down.MIDDLE,
            )

    def next_line(self) -> str:
        """“Next: …”, empty when nothing follows."""
        return _("Next: {what}", what=self.next_up) if self.next_up else ""

    def paint_clock(self, painter: QPainter) -> None:
        """Paint the clock in the upper right corner."""
        box = QRectF(WIDTH - MARGIN - CLOCK_WIDTH, 60, CLOCK_WIDTH, 80)
        colour = tone_colour(self.clock_tone, self.palette)
        text_block(
            painter,
            box,
            self.clock,
            56,
            BOLD,
            colour,
            max_lines=1,
            across=Across.RIGHT,
            down=Down.MIDDLE,
        )

    def paint_headline(
        self, painter: QPainter, title: str, below: str = "", *, smallest: int = 56
    ) -> float:
        """Paint a headline with a quiet line under it; return where the content may begin.

        It stays on one line while that needs no smaller size than `smallest`, else it takes two.
        """
        box = _headline_box()
        used = text_block(
            painter,
            box,
            title,
            HEADLINE,
            BOLD,
            self.palette.ink,
            max_lines=2,
            one_line_from=smallest,
        )
        if below:
            line = QRectF(MARGIN, used.bottom() + 10, INNER, 44)
            text_block(
                painter, line, below, 32, colour=self.palette.muted, max_lines=1, down=Down.MIDDLE
            )
        return content_top(title, below, smallest=smallest)

    def with_page(self, *parts: str) -> str:
        """What stands below a headline: these parts, and which page is shown of several."""
        return dotted(*parts, page_line(self.page, self.pages))

    def empty_line(self, painter: QPainter, text: str) -> None:
        """Say in the middle of the slide what will be here."""
        box = QRectF(MARGIN, 400, INNER, 280)
        text_block(
            painter,
            box,
            text,
            48,
            MEDIUM,
            self.palette.muted,
            across=Across.CENTRE,
            down=Down.MIDDLE,
        )

    def after(self, _before: "Slide") -> Self:
        """The same slide, as still as it can be for who looked at the one before."""
        return self

    @property
    def turns_itself(self) -> bool:
        """Whether its pages come one after the other by themselves."""
        return False

    @property
    def pages(self) -> int:
        """How many pages the content takes, at least 1."""
        return 1

    def on_page(self, page: int) -> Self:
        """The same slide on another page, kept within the pages there are."""
        if page <= 0:  # there is a first one: how many there are is worked out once it is painted
            return replace(self, page=0)
        return replace(self, page=min(page, self.pages - 1))

    @property
    def title(self) -> str:
        """What this slide is, in a few words, for window titles and screen readers."""
        return self.session

    @property
    def subject(self) -> str:
        """What it is about, for whoever asks the room of it."""
        return self.title

    @property
    def description(self) -> str:
        """What the room reads, in one or two sentences, for screen readers."""
        return self.title


def _headline_box() -> QRectF:
    """Beside the clock."""
    clock = text_width("00:00:00", 56, BOLD) + 48
    return QRectF(MARGIN, 60, INNER - clock, 172)


def content_top(title: str, below: str, *, smallest: int = 56) -> float:
    """Where the content may begin under this headline, and under the line below it if any."""
    box = _headline_box()
    written = on_one_line(title, box.size(), HEADLINE, BOLD, 2, smallest)
    return box.top() + written.height + (54 if below else 0) + 36


def pages_of(count: int, per_page: int) -> int:
    """How many pages `count` entries take, at least 1."""
    return max(1, -(-count // per_page))


def page_line(page: int, pages: int) -> str:
    """“Page 2 of 3”, empty when there is only one."""
    if pages == 1:
        return ""
    return _("Page {page} of {pages}", page=page + 1, pages=pages)


def dotted(*parts: str) -> str:
    """The parts that say something, with a dot between."""
    return " · ".join(part for part in parts if part)
