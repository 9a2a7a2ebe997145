"""Find your table: a column a table with its people; for a speed round also where one goes next."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from kdc_desktop.audience.consortia.consortia_slide import ConsortiaSlide
from kdc_desktop.audience.consortia.seating import (
    ConsortiumCard,
    Density,
    NamedSeat,
)
from kdc_desktop.audience.kit.ink import (
    BOLD,
    HEADLINE,
    MARGIN,
    SEMIBOLD,
    Down,
    panel,
    text_block,
    text_width,
)
from kdc_desktop.audience.kit.slide import INNER, dotted, page_line
from kdc_desktop.i18n import _, listed, spoken, titled

TABLES = (
    Density(44, 32, 96, 124, 12, 3),
    Density(34, 28, 96, 116, 8, 4),
    Density(30, 28, 96, 112, 8, 4),
    Density(28, 28, 96, 108, 8, 4, apart=2),
    Density(36, 0, 96, 116, 8, 4),
    Density(28, 0, 76, 96, 8, 4, floors=2),
    Density(30, 0, 96, 112, 8, 4),
    Density(28, 0, 56, 72, 8, 5, floors=2, apart=2),
    Density(28, 0, 56, 72, 8, 5, apart=2),
)
"""The largest first."""
_BESIDE = 172.0  # where tables begin below a headline of one line
_STEPS, _APART = 108.0, 16.0  # the height that steps take, and what is between two


@dataclass(frozen=True)
class TableCard(ConsortiumCard):
    """A table with its letter, topic and people; it lacks nobody."""

    @property
    def gap_line(self) -> str:
        return ""


@dataclass(frozen=True)
class TableSeat(NamedSeat):
    """Somebody at a table; those of one `pair` talk first with each other.

    `goes_on`: the one above is of the same pair.
    """

    pair: int = 0
    goes_on: bool = False


@dataclass(frozen=True)
class TalkStep:
    """One step of 1-2-4-All: what one does, and for how many minutes."""

    name: str
    minutes: str


@dataclass(frozen=True, kw_only=True)
class TablesSlide(ConsortiaSlide):
    """Everybody at a table; above them the steps of 1-2-4-All, if it is that, and which is on."""

    densities: ClassVar[tuple[Density, ...]] = TABLES

    steps: tuple[TalkStep, ...] = ()
    step: int = 0

    @property
    def description(self) -> str:
        """Each table with its people in words, and the step that is on."""
        on = self.steps[self.step].name if self.steps else ""
        tables = (
            titled(dotted(card.letter, card.name), listed(seat.line for seat in card.seats))
            for card in self.cards
        )
        return spoken([self.headline, on, *tables])

    def empty_words(self) -> str:
        """What stands here before anybody has a table."""
        return _("The tables come here in a moment")

    def _top(self) -> float:
        steps = _STEPS if self.steps else 0
        return (_BESIDE if self._room_beside() else super()._top()) + steps

    def _room_beside(self) -> bool:
        """Whether what stands below the headline has room behind it, on its line."""
        clock = text_width("00:00:00", 56, BOLD) + 48
        wide = text_width(self.headline, HEADLINE, BOLD) + 24
        return wide + text_width(dotted(self.below, page_line(9, 10)), 32) < INNER - clock

    def paint_headline(
        self, painter: QPainter, title: str, below: str = "", *, smallest: int = 56
    ) -> float:
        """The headline, and behind it how many there are, where both have room on one line."""
        if not self._room_beside():
            return super().paint_headline(painter, title, below, smallest=smallest)
        super().paint_headline(painter, title, smallest=smallest)
        left = MARGIN + text_width(title, HEADLINE, BOLD) + 24
        box = QRectF(left, 60, MARGIN + INNER - left, HEADLINE * 1.12)
        line = box.adjusted(0, 0, 0, -12)
        text_block(
            painter, line, below, 32, colour=self.palette.muted, max_lines=1, down=Down.BOTTOM
        )
        return _BESIDE

    def paint_content(self, painter: QPainter) -> None:
        """The steps, then the columns of this page side by side."""
        super().paint_content(painter)
        wide = (INNER - _APART * (len(self.steps) - 1)) / max(1, len(self.steps))
        for at, step in enumerate(self.steps):
            left = MARGIN + at * (wide + _APART)
            self._paint_step(painter, QRectF(left, self._top() - _STEPS, wide, 92), at, step)

    def _paint_step(self, painter: QPainter, box: QRectF, at: int, step: TalkStep) -> None:
        on, colours = at == self.step, self.palette
        panel(painter, box, colours.accent if on else colours.surface, radius=12)
        ink = colours.on_accent if on else colours.ink
        name, minutes = box.adjusted(24, 6, -12, -46), box.adjusted(24, 46, -12, -8)
        text_block(painter, name, step.name, 30, SEMIBOLD, ink, max_lines=1, down=Down.MIDDLE)
        quiet = colours.on_accent if on else colours.muted
        text_block(painter, minutes, step.minutes, 28, colour=quiet, max_lines=1, down=Down.MIDDLE)

    def _paint_seat(
        self, painter: QPainter, box: QRectF, seat: NamedSeat, density: Density
    ) -> float:
        """The same; a bar beside those who talk first with each other."""
        below = super()._paint_seat(painter, box, seat, density)
        if isinstance(seat, TableSeat) and seat.pair:
            colour = self.palette.accent if seat.pair % 2 else self.palette.warning
            above = density.apart if seat.goes_on else 0
            high = below - density.apart - box.top() + above
            bar = QRectF(box.left() + 8, box.top() - above, 5, high)
            painter.fillRect(bar, QColor(colour))
        return below
