"""The next evening, large, with what it still needs, and the one button that begins it."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kdc_desktop.domain.people.sectors import COUNTED
from kdc_desktop.i18n import _, listed_first, ngettext, sentences, time_text
from kdc_desktop.instants import Instant
from kdc_desktop.screens.kit.badges import SectorChip
from kdc_desktop.screens.kit.flow import FlowLayout
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import Surface, plain_label
from kdc_desktop.screens.sessions.agenda_bar import AgendaBar
from kdc_desktop.screens.sessions.coming_words import (
    day_words,
    is_today,
    place_words,
    starts_words,
)
from kdc_desktop.services.sessions.rows import SessionRow
from kdc_desktop.services.sessions.upcoming import PlannedStage

if TYPE_CHECKING:
    from kdc_desktop.services.sessions.home import HomeTold

_FIRST_STAGES = 2


class _Does(Enum):
    """What the one primary button does with the evening that is shown."""

    BEGIN = auto()  # there is none: one begins from last time
    LIVE = auto()
    OPEN = auto()


class TonightCard(Surface):
    """`live_wanted` begins it, `open_wanted` opens it, `rehearse_wanted` plays it on a copy."""

    live_wanted = Signal(int)
    open_wanted = Signal(int)
    rehearse_wanted = Signal(int)
    begin_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tonight_card")
        self._theme = theme
        self._row: SessionRow | None = None
        self._does = _Does.BEGIN
        self._day = plain_label("", "muted", self)
        self._starts = plain_label("", "hero", self, wrap=True)
        self._title = plain_label("", "sessionname", self, wrap=True)
        self._place = plain_label("", "muted", self, wrap=True)
        self._people = QWidget(self)
        self._flow = FlowLayout(self._people, 8)
        self._needs = plain_label("", "warning", self, wrap=True)
        self._bar = AgendaBar(theme, self)
        self._agenda = plain_label("", "small", self, wrap=True)
        self.live_button = QPushButton(self)
        self.live_button.setProperty("kind", "primary")
        self.open_button = QPushButton(_("Agenda"), self)
        self.rehearse_button = QPushButton(_("Rehearse"), self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(4)
        for widget in (self._day, self._starts, self._title, self._place):
            column.addWidget(widget)
        column.addSpacing(6)
        column.addWidget(self._people)
        column.addWidget(self._needs)
        column.addSpacing(8)
        column.addWidget(self._bar)
        column.addWidget(self._agenda)
        column.addSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.live_button, self.rehearse_button, self.open_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)

    def _connect(self) -> None:
        self.live_button.clicked.connect(self._press)
        self.open_button.clicked.connect(self.open_it)
        self.rehearse_button.clicked.connect(self._rehearse)

    def show_next(
        self, row: SessionRow | None, stages: Sequence[PlannedStage], expected: int, now: Instant
    ) -> None:
        """Show the next evening, or that there is none."""
        self._row = row
        for widget in (self._place, self._people, self._bar, self._agenda, self._needs):
            widget.setVisible(row is not None)
        self.open_button.setVisible(row is not None)
        self.rehearse_button.setVisible(row is not None and row.is_planned)
        if row is None:
            self._show_none()
            return
        minutes = sum(stage.minutes for stage in stages)
        self._title.setText(row.title)
        self._place.setText(place_words(row, minutes))
        self._bar.show_stages(stages)
        self._agenda.setText(_first_stages(row, stages))
        self._needs.hide()
        self._show_people(None, expected)
        self.show_now(now)

    def show_now(self, now: Instant) -> None:
        """Bring the time up to date."""
        row = self._row
        if row is None:
            return
        self._day.setText(day_words(row, now))
        self._starts.setText(starts_words(row, now))
        self._dress_button(row, today=is_today(row, now))

    def show_told(self, told: "HomeTold") -> None:
        """Show who is expected, and what it still needs."""
        if self._row is None:
            return
        if told.expected is not None:
            self._show_people(told, told.expected.count)
        needs = [str(need) for need in told.needs]
        if self._row.is_planned and len(QGuiApplication.screens()) < 2:
            needs.append(_("The second screen is not connected."))
        words = _("Still needed: {needs}", needs=sentences(needs)) if needs else ""
        self._needs.setText(words)
        self._needs.setVisible(bool(words) and self._row.is_planned)

    def _show_none(self) -> None:
        self._does = _Does.BEGIN
        self._day.setText(_("The next evening"))
        self._starts.setText(_("None is planned"))
        self._title.setText(_("Begin it like the last one: people, agenda and what is open."))
        self.live_button.setText(_("Begin from last time"))
        self.live_button.setIcon(self._theme.icon("history", "on_accent"))

    def _dress_button(self, row: SessionRow, *, today: bool) -> None:
        goes_live = row.is_planned and today
        self._does = _Does.LIVE if goes_live else _Does.OPEN
        if not row.is_planned:
            text, icon = _("Go on"), "play"
        elif goes_live:
            text, icon = _("Go live"), "play"
        else:
            text, icon = _("Open"), "folder-open"
        self.open_button.setVisible(today)
        if self.live_button.text() != text:
            self.live_button.setText(text)
            self.live_button.setIcon(self._theme.icon(icon, "on_accent"))

    def open_it(self) -> None:
        """Open the evening that is shown."""
        if self._row is not None:
            self.open_wanted.emit(self._row.id)

    def _rehearse(self) -> None:
        if self._row is not None:
            self.rehearse_wanted.emit(self._row.id)

    def _press(self) -> None:
        if self._row is None or self._does is _Does.BEGIN:
            self.begin_wanted.emit()
        elif self._does is _Does.LIVE:
            self.live_wanted.emit(self._row.id)
        else:
            self.open_it()

    def _show_people(self, told: "HomeTold | None", count: int) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        words = ngettext("{count} person expected", "{count} people expected", count)
        shown: list[QWidget] = [plain_label(words, "sessionname2", self._people)]
        if told is not None and told.expected is not None:
            by_sector = told.expected.by_sector
            shown += [
                SectorChip(self._people, letter, by_sector[letter])
                for letter in COUNTED
                if by_sector.get(letter)
            ]
            if new := told.expected.for_the_first_time:
                first = ngettext("{count} for the first time", "{count} for the first time", new)
                shown.append(plain_label(first, "muted", self._people))
        for widget in shown:
            self._flow.addWidget(widget)
            widget.show()
        self._people.updateGeometry()


def _first_stages(row: SessionRow, stages: Sequence[PlannedStage]) -> str:
    if not stages:
        return ""
    names = listed_first([stage.title for stage in stages], _FIRST_STAGES)
    return _("{time}: {stages}", time=time_text(row.starts_at), stages=names)
