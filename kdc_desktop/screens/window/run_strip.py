"""The run strip: where the evening is, how long this stage still has, what comes next."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from kdc_desktop.audience.kit.speaking import speak
from kdc_desktop.domain.sessions.agenda import ONE_DAY, Countdown, Shift, countdown, shift
from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.domain.sessions.states import ClockLevel, SessionStatus
from kdc_desktop.i18n import _, day_moment_text, ngettext, pgettext, span_text, spoken, time_text
from kdc_desktop.instants import Instant, Zone
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.plain import plain_caption, set_tip
from kdc_desktop.screens.kit.segmented import restyle
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.sessions.times import begins_text, elsewhere_text
from kdc_desktop.screens.window.timeline import Segment, Timeline
from kdc_desktop.services.sessions.rows import (
    SessionRow,
    StageRow,
    current_of,
    evening,
    following_of,
)

ROOMY, BRIEF = 1120, 760  # widths at 100 %, from and below which it says more and less
_LOOKS = {ClockLevel.CALM: "", ClockLevel.AMBER: "warning", ClockLevel.RED: "bad"}


class RunStrip(QFrame):
    """Shows the agenda as it runs; the buttons and the timeline only tell what is wanted."""

    previous_wanted = Signal()
    next_wanted = Signal()
    live_wanted = Signal()
    clock_wanted = Signal()
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
        self._lateness = plain_label("", "small", self)
        self.agenda = _agenda_button(theme, self)
        self.agenda.clicked.connect(self.agenda_wanted)
        self.clock = QPushButton(self)
        self.clock.setProperty("kind", "clock")
        self.clock.setObjectName("run_clock")
        self.clock.setToolTip(_("Pause the clock, or let it go on (Space)"))
        self.previous = QPushButton(_("Previous"), self)
        self.previous.setAccessibleName(_("Previous stage"))
        self.previous.setToolTip(_("Previous stage (Ctrl+PgUp)"))
        self.previous.setObjectName("run_previous")
        self.next = QPushButton(_("Next"), self)
        self.next.setObjectName("run_next")
        self.next.setProperty("kind", "primary")
        self._session: SessionRow | None = None
        self._lateness_in_full = ""
        self._brief = False
        self._stages: list[StageRow] = []
        self._shown: int | None = None
        self._lay_out(theme)
        once(self.previous, self.next, self.clock)
        self.previous.clicked.connect(self.previous_wanted)
        self.next.clicked.connect(self._go_on)
        self.clock.clicked.connect(self.clock_wanted)

    def _lay_out(self, theme: Theme) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._lateness)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(12)
        row.addLayout(words)
        row.addWidget(self.agenda)
        row.addWidget(self.timeline, 1)
        for widget in (self.clock, self.previous, self.next):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._title.setWordWrap(True)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Share the width by stages: title and buttons have all their words, fewer, or one."""
        px, width = self._theme.px, self.width()
        roomy, self._brief = width >= px(ROOMY), width < px(BRIEF)
        self._words_width = px(150) if self._brief else min(px(360), max(px(190), width // 6))
        self._title.setFixedWidth(self._words_width)
        self.previous.setText(_("Previous") if roomy else "")
        self.previous.setIcon(QIcon() if roomy else self._theme.icon("skip-back"))
        self.next.setMaximumWidth(px(260 if roomy else 150 if self._brief else 190))
        self._write_title()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if self._session is not None:
            self._show_buttons(self._lateness_in_full)

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
        self._show_clock(left)
        self._show_buttons(_ending(shift(slots), session.zone))

    def _show_clock(self, left: Countdown | None) -> None:
        self.clock.setVisible(left is not None)
        if left is None:
            return
        self.clock.setText(left.text)
        self.clock.setIcon(self._theme.icon("pause") if left.paused else QIcon())
        self.clock.setAccessibleName(_clock_words(left))
        if self.clock.property("tone") != _LOOKS[left.level]:
            self.clock.setProperty("tone", _LOOKS[left.level])
            restyle(self.clock)
            if _LOOKS[left.level] and (current := current_of(self._stages)) is not None:
                speak(self.clock, spoken((current.title, _clock_words(left))))

    def _show_buttons(self, lateness: str) -> None:
        assert self._session is not None
        self._lateness_in_full = lateness
        status, following = self._session.status, following_of(self._stages)
        if status == SessionStatus.PLANNED:
            when = begins_text(self._session)
            self._set_lateness(_("Planned for {when}", when=when))
        else:
            closed = status == SessionStatus.CLOSED
            self._set_lateness(pgettext("session", "Closed") if closed else lateness)
        self.previous.setVisible(status == SessionStatus.LIVE)
        current = current_of(self._stages)
        self.previous.setEnabled(current is not None and current != self._stages[0])
        if status == SessionStatus.PLANNED:
            self._name_next(_("Go live"))
        elif status == SessionStatus.CLOSED:
            self._name_next(_("Reopen"))
        elif following is None:
            self._name_next(_("Close the session"))
        else:
            brief = _("Next") if self._brief else ""
            self._name_next(_("Next: {stage}", stage=following.title), brief)

    def _name_next(self, text: str, words: str = "") -> None:
        room = self.next.maximumWidth() - self._theme.px(36)
        metrics = QFontMetrics(self._theme.font(14, QFont.Weight.DemiBold))
        shown = metrics.elidedText(words or text, Qt.TextElideMode.ElideRight, room)
        self.next.setText(plain_caption(shown))
        self.next.setAccessibleName(text)
        hint = _("The next thing of the evening (Ctrl+PgDown)")
        set_tip(self.next, "\n".join((text, hint)))

    def _set_lateness(self, text: str) -> None:
        room = self._words_width
        set_tip(self._lateness, text)
        self._lateness.setText(
            self._lateness.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        )

    def _go_on(self) -> None:
        assert self._session is not None
        live = self._session.status == SessionStatus.LIVE
        (self.next_wanted if live else self.live_wanted).emit()


def _clock_words(left: Countdown) -> str:
    """The clock as it is read aloud: another one each minute, not each second."""
    minutes = -(-left.seconds_left // 60) if left.seconds_left >= 0 else -left.seconds_left // 60
    if minutes >= 2 * 60 and left.seconds_left < 0:
        text = _("over by {span}", span=span_text(minutes))
    elif left.seconds_left < 0:
        text = ngettext("{count} minute over", "{count} minutes over", minutes)
    else:
        text = ngettext("{count} minute left", "{count} minutes left", minutes)
    return _("Clock paused: {time}", time=text) if left.paused else _("Clock: {time}", time=text)


def _agenda_button(theme: Theme, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setObjectName("run_agenda")
    button.setIcon(theme.icon("list-checks"))
    button.setToolTip(_("Edit the agenda (Ctrl+Shift+A)"))
    button.setAccessibleName(_("Edit the agenda"))
    return button


def _ending(moved: Shift, zone: Zone) -> str:
    """When the evening ends where it is held, short enough for the strip."""
    if moved.ends_at is None:
        return ""
    minutes, ends_at = abs(moved.minutes), moved.ends_at.in_zone(zone)
    if minutes >= ONE_DAY:
        return _("Ends {when}", when=day_moment_text(ends_at))
    at = time_text(ends_at)
    if not minutes:
        return _("Ends {time}, as planned", time=at)
    span = span_text(minutes)
    if moved.minutes > 0:
        return _("Ends {time}, {span} late", time=at, span=span)
    return _("Ends {time}, {span} early", time=at, span=span)


def _in_two_lines(text: str, metrics: QFontMetrics, room: int) -> str:
    """As much of it as two lines hold, whose words may be long."""
    wrap, around = int(Qt.TextFlag.TextWordWrap.value), QRect(0, 0, room, 10 * room)
    for tenths in range(20, 10, -1):
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room * tenths // 10)
        wanted = metrics.boundingRect(around, wrap, shown)
        if wanted.height() <= 2 * metrics.height() and wanted.width() <= room:
            return shown
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
