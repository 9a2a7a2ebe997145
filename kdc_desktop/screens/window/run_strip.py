"""The run strip: where the evening is, how long this stage still has, what comes next."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from kdc_desktop.domain.sessions.agenda import ONE_DAY, Shift, countdown, shift
from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.i18n import _, day_moment_text, pgettext, span_text, time_text
from kdc_desktop.instants import Instant, Zone
from kdc_desktop.screens.kit.plain import set_tip
from kdc_desktop.screens.kit.segmented import restyle
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.sessions.times import begins_text, elsewhere_text
from kdc_desktop.screens.window.run_steps import RunSteps
from kdc_desktop.screens.window.segments import Segment
from kdc_desktop.screens.window.timeline import Timeline
from kdc_desktop.services.sessions.rows import (
    SessionRow,
    StageRow,
    current_of,
    evening,
)

ROOMY, BRIEF, TIGHT = 1120, 880, 740
"""Widths at 100 %, from and below which it says more and less."""
LEAST = 540
"""What it needs at 100 % where it says least, whatever it says now: else no window got narrower."""


class RunStrip(QFrame):
    """Shows the agenda as it runs; the buttons and the timeline only tell what is wanted."""

    agenda_wanted = Signal()

    def __init__(
        self, theme: Theme, kinds: Sequence[StageKind], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = {kind.key: kind.icon for kind in kinds}
        self.setProperty("role", "strip")
        self.timeline = Timeline(theme, self)
        self._title = plain_label("", "sessionname", self)
        self._title.setObjectName("strip_title")
        self._lateness = plain_label("", "small", self)
        self.agenda = _agenda_button(theme, self)
        self.agenda.clicked.connect(self.agenda_wanted)
        self.steps = RunSteps(theme, self)
        self._session: SessionRow | None = None
        self._ending = "", ""
        self._stages: list[StageRow] = []
        self._shown: int | None = None
        self._lay_out(theme)

    def _lay_out(self, theme: Theme) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._lateness)
        words.addStretch(1)
        row = self._row = QHBoxLayout(self)
        row.addLayout(words)
        for widget in (self.agenda, *self.steps.left):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.timeline, 1)
        for widget in self.steps.right:
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._title.setWordWrap(True)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Share the width by stages: title and buttons have all their words, fewer, or one."""
        px, width = self._theme.px, self.width()
        self.setMinimumWidth(px(LEAST))
        roomy, brief, tight = width >= px(ROOMY), width < px(BRIEF), width < px(TIGHT)
        few = px(120 if tight else 130)
        self._words_width = few if brief else min(px(360), max(px(190), width // 6))
        self._title.setFixedWidth(self._words_width)
        self._row.setSpacing(6 if brief else 12)
        edge = 8 if brief else 16
        self._row.setContentsMargins(edge, 4, edge, 4)
        self.steps.fit(roomy=roomy, brief=brief, tight=tight)
        self._write_title()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if self._session is not None:
            self._show_standing(self._ending)

    def _write_title(self) -> None:
        """One line where the title fits, else two smaller ones."""
        if self._session is None:
            return
        title, room = self._session.title, self._words_width
        large = QFontMetrics(self._theme.font(16, QFont.Weight.Bold))
        fits = large.horizontalAdvance(title) <= room
        small = QFontMetrics(self._theme.font(14, QFont.Weight.Bold))
        self._title.setText(title if fits else _in_two_lines(title, small, room))
        role = "sessionname" if fits else "sessionname2"
        if self._title.property("role") != role:
            self._title.setProperty("role", role)
            restyle(self._title)

    def show_session(
        self, session: SessionRow, stages: list[StageRow], shown: int | None, now: Instant
    ) -> None:
        """Show this session's agenda; `shown` is the stage whose screen is open."""
        self._session, self._stages, self._shown = session, stages, shown
        self._write_title()
        set_tip(self._title, "\n".join(filter(None, (session.title, elsewhere_text(session)))))
        self._title.setAccessibleName(session.title)
        self.tick(now)

    def tick(self, now: Instant) -> None:
        """Bring the clock and the times up to date."""
        if self._session is None:
            return
        session = self._session
        slots = evening(session, self._stages, now)
        shares = {slot.id: 0.0 for slot in slots}
        current = current_of(self._stages)
        left = None if current is None else countdown(current.time(), now)
        if current is not None and left is not None:
            total = current.planned_minutes * 60
            shares[current.id] = min(1.0, max(0.0, 1 - left.seconds_left / total))
        self.timeline.show_segments(
            [
                Segment(slot, session.zone, shares[slot.id], self._icons[stage.kind])
                for slot, stage in zip(slots, self._stages, strict=True)
            ],
            self._shown,
        )
        self.steps.show_clock(left, self._stages)
        self._show_standing(_ending(shift(slots), session.zone))

    def _show_standing(self, ending: tuple[str, str]) -> None:
        assert self._session is not None
        self._ending = ending
        if self._session.is_planned:
            when = begins_text(self._session)
            ending = (_("Planned for {when}", when=when), when)
        elif self._session.is_over:
            ending = (pgettext("session", "Closed"), "")
        self._say_ending(*ending)
        self.steps.show(self._session.status, self._stages)

    def _say_ending(self, text: str, short: str) -> None:
        """All of it where it fits; the tip has it all."""
        room, metrics = self._words_width, self._lateness.fontMetrics()
        set_tip(self._lateness, text)
        shown = text if metrics.horizontalAdvance(text) <= room else short or text
        self._lateness.setText(metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room))


def _agenda_button(theme: Theme, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setObjectName("run_agenda")
    button.setIcon(theme.icon("list-checks"))
    button.setToolTip(_("Edit the agenda (Ctrl+Shift+A)"))
    button.setAccessibleName(_("Edit the agenda"))
    return button


def _ending(moved: Shift, zone: Zone) -> tuple[str, str]:
    """When the evening ends where it is held, short enough for the strip, and shorter."""
    if moved.ends_at is None:
        return "", ""
    minutes, ends_at = abs(moved.minutes), moved.ends_at.in_zone(zone)
    if minutes >= ONE_DAY:
        return _("Ends {when}", when=day_moment_text(ends_at)), ""
    at = time_text(ends_at)
    short = _("Ends {time}", time=at)
    if not minutes:
        return _("Ends {time}, as the agenda says", time=at), short
    span = span_text(minutes)
    if moved.minutes > 0:
        return _("Ends {time}, {span} late", time=at, span=span), short
    return _("Ends {time}, {span} earlier than planned", time=at, span=span), short


def _in_two_lines(text: str, metrics: QFontMetrics, room: int) -> str:
    """As much of it as two lines hold, whose words may be long."""
    wrap, around = int(Qt.TextFlag.TextWordWrap.value), QRect(0, 0, room, 10 * room)
    for tenths in range(20, 10, -1):
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room * tenths // 10)
        wanted = metrics.boundingRect(around, wrap, shown)
        if wanted.height() < 3 * metrics.height() and wanted.width() <= room:
            return shown
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
