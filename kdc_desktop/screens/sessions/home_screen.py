"""Home: the sessions of the club, and how to start one."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QStackedWidget, QWidget

from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.i18n import _, lazy, ngettext, number_text, plazy
from kdc_desktop.screens.kit.empty_columns import hide_empty
from kdc_desktop.screens.kit.flow import flow_in
from kdc_desktop.screens.kit.half_typed import open_to_write
from kdc_desktop.screens.kit.rows import Column, RowModel, RowTable
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_row import TurningRow
from kdc_desktop.screens.kit.widgets import EmptyState
from kdc_desktop.screens.sessions.help import HOME
from kdc_desktop.screens.sessions.times import begins_text
from kdc_desktop.services.club.sample import is_sample
from kdc_desktop.services.sessions.counts import SessionCount
from kdc_desktop.services.sessions.listing import sessions
from kdc_desktop.services.sessions.programme import programme
from kdc_desktop.services.sessions.rows import SessionRow
from kdc_desktop.storage import Database

if TYPE_CHECKING:
    from kdc_desktop.screens.sessions.begin_dialog import BeginDialog
    from kdc_desktop.screens.sessions.new_session_dialog import NewSessionDialog
    from kdc_desktop.services.sessions.beginning import BeginningJoins

STATUS = {
    SessionStatus.PLANNED: plazy("status of a session", "Planned"),
    SessionStatus.LIVE: plazy("status of a session", "Live now"),
    SessionStatus.CLOSED: plazy("status of a session", "Closed"),
}

COLUMNS = (
    Column[SessionRow]("status", lazy("State"), lambda row: str(STATUS[row.status])),
    Column[SessionRow](
        "starts_at",
        lazy("Begins"),
        begins_text,
        sort=lambda row: row.planned_start,
    ),
    Column[SessionRow]("programme", lazy("Programme"), lambda row: row.programme),
    Column[SessionRow]("place", lazy("Place"), lambda row: row.place),
)
MAY_BE_EMPTY = ("programme", "place")


def _columns(
    counts: Sequence[SessionCount], rename: Callable[[SessionRow, str], object]
) -> tuple[Column[SessionRow], ...]:
    title = Column[SessionRow](
        *("title", lazy("Session"), lambda row: row.title),
        editable=lambda _row: True,
        commit=rename,
    )
    return (title, *COLUMNS, *(_counted(count, place) for place, count in enumerate(counts)))


def _counted(count: SessionCount, place: int) -> Column[SessionRow]:
    return Column(
        count.key,
        count.title,
        lambda row: number_text(row.counts[place]),
        sort=lambda row: row.counts[place],
    )


class HomeScreen(Screen):
    """Lists sessions; `session_chosen` tells which one to open.

    `counts` are the columns that the nouns above bring along.
    """

    stem = "sessions/home_screen"
    help = HOME
    session_chosen = Signal(int)
    sample_wanted = Signal()
    own_wanted = Signal()

    head: QWidget
    head_words: QWidget
    head_buttons: QWidget
    club_label: QLabel
    summary_label: QLabel
    sample_button: QPushButton
    begin_button: QPushButton
    new_button: QPushButton
    stack: QStackedWidget

    def __init__(
        self,
        theme: Theme,
        database: Database,
        counts: Sequence[SessionCount],
        beginning: Callable[[], "BeginningJoins"],
    ) -> None:
        super().__init__(theme)
        self._database, self._counts, self._beginning = database, counts, beginning
        self.tables = frozenset({"session", "programme"} | {count.table for count in counts})
        self.club_label.setText(database.path.stem)
        self.model = RowModel(_columns(counts, self._rename), key=lambda row: row.id)
        self.table = RowTable()
        self.table.setObjectName("sessions_table")
        self.table.setAccessibleName(_("Sessions"))
        self.table.chosen.connect(lambda row: self.session_chosen.emit(row.id))
        self._dress()
        self._add_actions()

    def _dress(self) -> None:
        flow_in(self.head_buttons, 12)
        TurningRow(self.head, self.head_words, self.head_buttons)
        self.club_label.setProperty("role", "headline")
        self.summary_label.setProperty("role", "muted")
        self.new_button.setProperty("kind", "primary")
        self.new_button.setIcon(self.theme.icon("plus", "on_accent"))
        self.begin_button.setIcon(self.theme.icon("history"))
        self.stack.addWidget(self.table)

    @cached_property  # most clubs open with a session
    def _empty(self) -> EmptyState:
        empty = EmptyState(self.theme)
        empty.show_state(
            "presentation",
            _("Plan your first session"),
            _(
                "Choose a ready agenda, change what you like, and go live when people arrive. Or "
                "open the sample session and look around: it has people, 371 real ideas and votes."
            ),
            _("New session"),
            self.plan,
        )
        self.stack.addWidget(empty)
        return empty

    def _add_actions(self) -> None:
        self.new_button.clicked.connect(self.plan)
        self._in_sample = is_sample(self._database.path)
        if self._in_sample:
            self.sample_button.setText(_("Go to your own club"))
            self.sample_button.clicked.connect(self.own_wanted)
            text = _("Go to your own club")
            self.act("go_to_your_own_club", text, self.own_wanted.emit, icon="house")
        else:
            self.sample_button.clicked.connect(self.sample_wanted)
            text = _("Open a sample session")
            self.act("open_a_sample_session", text, self.sample_wanted.emit, icon="sparkles")
        new = self.act("new_session", _("New session"), self.plan, shortcut="Ctrl+N", icon="plus")
        text, keys = _("Begin from last time"), "Ctrl+Shift+N"
        begin = self.act(
            "begin_from_last_time",
            text,
            self.begin,
            shortcut=keys,
            icon="history",
            why_not=self._nothing_before,
        )
        self.begin_button.clicked.connect(begin.trigger)
        text = _("Open the session")
        opening = self.act("open_the_session", text, self._open_chosen, icon="folder-open")
        text = _("Rename the session")
        rename = self.act("rename_the_session", text, self.table.rename, shortcut="F2")
        trash = self.act(
            "put_the_session_into_the_trash",
            _("Put the session into the trash"),
            self._trash,
            shortcut="Del",
            icon="trash-2",
        )
        self.table.hands.offer(opening, rename, trash, always=(new,))
        self.act("set_programme", _("Goal of the programme"), self._set_programme, icon="target")

    def refresh(self) -> None:
        rows = sessions(self._database, self._counts)
        self.model.set_rows(rows)
        if self.table.filter.rows is None:  # where it stays: its heads are measured at each move
            self.table.show_model(self.model)
        hide_empty(self.table, MAY_BE_EMPTY)
        self.begin_button.setVisible(bool(rows))
        self.stack.setCurrentWidget(self.table if rows else self._empty)
        self._take_keys(self.table if rows else self._empty.button)
        made_up = _("A sample to look around in: everybody in it is made up.")
        goal = programme(self._database)
        words = (goal.told if goal else "", made_up if self._in_sample else _summary(rows))
        self.summary_label.setText("\n".join(filter(None, words)))
        if rows and not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    def _take_keys(self, widget: QWidget) -> None:
        held = self.window().focusWidget() in (self, self.keys_to)
        self.keys_to = widget
        if held:
            widget.setFocus()

    def plan(self) -> None:
        """Ask for a new session and open it."""
        from kdc_desktop.screens.sessions.new_session_dialog import NewSessionDialog

        dialog = NewSessionDialog(self._database, self)
        dialog.finished.connect(
            lambda result: self._planned(dialog) if result == QDialog.DialogCode.Accepted else None
        )
        open_to_write(dialog)

    def begin(self) -> None:
        """Ask for a session like the last one, with what that has left open, and open it."""
        from kdc_desktop.screens.sessions.begin_dialog import BeginDialog

        dialog = BeginDialog(self._database, self._beginning(), self)
        dialog.accepted.connect(lambda: self._planned(dialog))
        open_to_write(dialog)

    def _nothing_before(self) -> str:
        return "" if self.model.rows else _("There is no session yet to begin from. Plan one.")

    def _planned(self, dialog: "BeginDialog | NewSessionDialog") -> None:
        if dialog.session_id is not None:
            self.session_chosen.emit(dialog.session_id)

    def _open_chosen(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.session_chosen.emit(row.id)

    def _set_programme(self) -> None:
        from kdc_desktop.screens.sessions.programme_dialog import edit_programme

        edit_programme(self._database, self)

    def _trash(self) -> None:
        from kdc_desktop.services.sessions.planning import trash_sessions

        if rows := self.table.selected_rows():
            self.attempt(trash_sessions, self._database, [row.id for row in rows])

    def _rename(self, row: SessionRow, title: str) -> None:
        from kdc_desktop.services.sessions.planning import rename_session

        self.attempt(rename_session, self._database, row.id, title)


def _summary(rows: Sequence[SessionRow]) -> str:
    if not rows:
        return _("No session yet")
    live = sum(row.status is SessionStatus.LIVE for row in rows)
    if not live:
        return ngettext("{count} session", "{count} sessions", len(rows))
    return ngettext(
        "{count} session, {live} live now",
        "{count} sessions, {live} live now",
        len(rows),
        live=live,
    )
