"""Welcome: where we are, what for, and the programme of the evening."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kdc_desktop.audience.kit.ink import (
    BOLD,
    MARGIN,
    MEDIUM,
    REGULAR,
    SEMIBOLD,
    SMALLEST,
    Down,
    panel,
    text_block,
)
from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.i18n import _, listed, ngettext, paired, spoken

_MOST_LINES = 18


@dataclass(frozen=True)
class AgendaLine:
    """One stage of the evening: its time ("17:30"), its name, and whether it is running now."""

    time: str
    name: str
    now: bool = False


@dataclass(frozen=True, kw_only=True)
class WelcomeSlide(Slide):
    """Title, place and day, the prompt of the moment, the goal, agenda with times.

    `programme` is what the club wants in the long run, where the evening has a goal of its own.
    """

    headline: str
    place: str = ""
    goal: str = ""
    programme: str = ""
    prompt: str = ""
    agenda: tuple[AgendaLine, ...] = ()

    @property
    def title(self) -> str:
        """The session's title."""
        return self.headline

    @property
    def description(self) -> str:
        """Title, place and agenda in words."""
        agenda = listed(paired(line.time, line.name) for line in self.agenda)
        return spoken((self.programme, self.headline, self.place, self.prompt, self.goal, agenda))

    def paint_content(self, painter: QPainter) -> None:
        """Title and goal on the left, the agenda on the right."""
        colours = self.palette
        width = 900.0 if self.agenda else 1728.0
        top = 170.0 if self.agenda else 300.0
        if self.programme:
            self._paint_programme(painter, top - 78, width)
        tall = 400.0 if not (self.prompt and self.goal) else 250.0
        used = text_block(
            painter, QRectF(MARGIN, top, width, tall), self.headline, 104, BOLD, colours.ink
        )
        used = text_block(
            painter,
            QRectF(MARGIN, used.bottom() + 28, width, 100),
            self.place,
            40,
            REGULAR,
            colours.muted,
            max_lines=2,
        )
        bottom = used.bottom()
        if self.prompt:
            bottom = self._paint_prompt(painter, bottom + 48, width)
        if self.goal:
            self._paint_goal(painter, bottom + 48, width)
        if self.agenda:
            self._paint_agenda(painter, QRectF(1090, 170, 734, 780))

    def _paint_programme(self, painter: QPainter, top: float, width: float) -> None:
        box = QRectF(MARGIN, top, width, 60)
        colour = self.palette.accent
        down = Down.MIDDLE
        text_block(painter, box, self.programme, 36, SEMIBOLD, colour, max_lines=1, down=down)

    def _paint_prompt(self, painter: QPainter, top: float, width: float) -> float:
        """What the room is told now; where it ends."""
        room = (930 - top) * (0.55 if self.goal else 1.0)
        used = text_block(
            painter,
            QRectF(MARGIN, top, width, room),
            self.prompt,
            60 if self.goal else 72,
            SEMIBOLD,
            self.palette.ink,
        )
        return used.bottom()

    def _paint_goal(self, painter: QPainter, top: float, width: float) -> None:
        colours = self.palette
        room = QRectF(MARGIN + 32, top + 42, width - 32, 930 - top - 42)
        label = QRectF(MARGIN + 32, top, width - 32, 40)
        text_block(
            painter,
            label,
            _("Our goal"),
            SMALLEST,
            MEDIUM,
            colours.muted,
            max_lines=1,
        )
        size = 44 if self.prompt else 52
        used = text_block(painter, room, self.goal, size, SEMIBOLD, colours.accent)
        panel(
            painter, QRectF(MARGIN, top + 4, 6, used.bottom() - top - 4), colours.accent, radius=3
        )

    def _paint_agenda(self, painter: QPainter, area: QRectF) -> None:
        lines = self._shown_lines()
        step = min(92.0, area.height() / len(lines))
        size = 40 if step >= 64 else SMALLEST + 2
        for index, line in enumerate(lines):
            row = QRectF(area.left(), area.top() + index * step, area.width(), step)
            self._paint_agenda_line(painter, row, line, size)

    def _shown_lines(self) -> tuple[AgendaLine, ...]:
        """All lines, or the stretch around the stage that is running and how many are not in it."""
        if len(self.agenda) <= _MOST_LINES:
            return self.agenda
        running = next((at for at, line in enumerate(self.agenda) if line.now), 0)
        first = min(max(0, running - 2), len(self.agenda) - _MOST_LINES)
        last = first + _MOST_LINES
        shown = list(self.agenda[first:last])
        if first:
            told = ngettext("{count} stage before", "{count} stages before", first + 1)
            shown[0] = AgendaLine("", told)
        if later := len(self.agenda) - last:
            told = ngettext("and {count} more stage", "and {count} more stages", later + 1)
            shown[-1] = AgendaLine("", told)
        return tuple(shown)

    def _paint_agenda_line(
        self, painter: QPainter, row: QRectF, line: AgendaLine, size: int
    ) -> None:
        colours = self.palette
        if line.now:
            panel(painter, row.adjusted(-24, 4, 24, -4), colours.surface, border=colours.accent)
        time_colour = colours.accent if line.now else colours.muted
        text_block(
            painter,
            QRectF(row.left(), row.top(), 140, row.height()),
            line.time,
            size,
            SEMIBOLD,
            time_colour,
            max_lines=1,
            down=Down.MIDDLE,
        )
        text_block(
            painter,
            row.adjusted(156, 0, 0, 0),
            line.name,
            size,
            SEMIBOLD if line.now else REGULAR,
            colours.ink,
            max_lines=2 if row.height() > 80 else 1,
            down=Down.MIDDLE,
        )
