"""Home: what comes next and what is due, how to start a session, and the list of all sessions."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QWidget

from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.screens.kit.empty_columns import hide_empty
from kdc_desktop.screens.kit.flow import flow_in
from kdc_desktop.screens.kit.plain import parted
from kdc_desktop.screens.kit.rows import RowModel, RowTable
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.segmented import restyle
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_row import TurningRow
from kdc_desktop.screens.kit.widgets import EmptyState
from kdc_desktop.screens.sessions.help import HOME
from kdc_desktop.screens.sessions.home_page import PAST_SHOWN, HomePage
from kdc_desktop.screens.sessions.session_columns import MAY_BE_EMPTY, session_columns
from kdc_desktop.screens.sessions.session_verbs import SessionVerbs
from kdc_desktop.screens.sessions.starting import Starting
from kdc_desktop.services.club.sample import is_sample
from kdc_desktop.services.sessions.counts import SessionCount
from kdc_desktop.services.sessions.listing import sessions
from kdc_desktop.services.sessions.programme import programme
from kdc_desktop.services.sessions.rows import SessionRow
from kdc_desktop.services.sessions.upcoming import next_of, past_of
from kdc_desktop.storage import Database

if TYPE_CHECKING:
    from kdc_desktop.screens.sessions.due_acts import DueActs, LookAt
    from kdc_desktop.services.sessions.beginning import BeginningJoins
    from kdc_desktop.services.sessions.home import HomeAsks


class HomeJoins(NamedTuple):
    """What the nouns above give to Home, each once it is asked for.

    `counts` are columns of the list; `look` leads to a consortium.
    """

    counts: Sequence[SessionCount]
    beginning: "Callable[[], BeginningJoins]"
    asks: "Callable[[], HomeAsks]"
    look: "LookAt"


class HomeScreen(Screen):
    """Shows the front page; `session_chosen` tells which one to open, `live_wanted` which begins.

    Once the club is ready, `get_told` lets the nouns above tell what is due.
    """

    stem = "sessions/home_screen"
    help = HOME
    session_chosen = Signal(int)
    live_wanted = Signal(int)
    rehearse_wanted = Signal(int)
    sample_wanted = Signal()
    own_wanted = Signal()

    head: QWidget
    head_words: QWidget
    head_buttons: QWidget
    club_label: QLabel
    summary_label: QLabel
    sample_button: QPushButton
    back_button: QPushButton
    begin_button: QPushButton
    new_button: QPushButton
    stack: QStackedWidget

    def __init__(self, theme: Theme, database: Database, joins: HomeJoins) -> None:
        super().__init__(theme)
        self._database, self._joins = database, joins
        self._acts: DueActs | None = None
        self._listed = False  # all sessions are, and not the front page
        self.starting = Starting(self, database, joins.beginning)
        self.tables = frozenset(
            {"session", "programme", "stage"} | {count.table for count in joins.counts}
        )
        self.club_label.setText(parted(database.path.stem))
        self.page = HomePage(theme)
        self.stack.addWidget(self.page)
        self._in_sample = is_sample(database.path)
        self._add_actions()
        self.model = RowModel(
            session_columns(joins.counts, self._verbs.rename), key=lambda row: row.id
        )
        self._dress()

    def _dress(self) -> None:
        flow_in(self.head_buttons, 12)
        TurningRow(self.head, self.head_words, self.head_buttons)
        self.club_label.setProperty("role", "headline")
        self.summary_label.setProperty("role", "muted")
        self.begin_button.setIcon(self.theme.icon("history"))
        self.new_button.setIcon(self.theme.icon("plus"))
        self.back_button.setIcon(self.theme.icon("house"))

    @cached_property  # most look at the front page
    def table(self) -> RowTable:
        """The list of all sessions."""
        table = RowTable()
        table.setObjectName("sessions_table")
        table.setAccessibleName(_("Sessions"))
        table.chosen.connect(lambda row: self.session_chosen.emit(row.id))
        table.hands.offer(*self._verbs.offered, always=(self.starting.new,))
        table.show_model(self.model)
        hide_empty(table, MAY_BE_EMPTY)
        self.stack.addWidget(table)
        return table

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
            self.starting.plan,
        )
        self.stack.addWidget(empty)
        return empty

    def _add_actions(self) -> None:
        from_sample = _("Go to your own club")
        if self._in_sample:
            self.sample_button.setText(from_sample)
            self.sample_button.clicked.connect(self.own_wanted)
            self.act("go_to_your_own_club", from_sample, self.own_wanted.emit, icon="house")
        else:
            self.sample_button.clicked.connect(self.sample_wanted)
            text = _("Open a sample session")
            self.act("open_a_sample_session", text, self.sample_wanted.emit, icon="sparkles")
        self.starting.add_actions(self._nothing_yet)
        self.starting.started.connect(self.session_chosen)
        text, why_not = _("All sessions, or what is due"), self._nothing_yet
        turn = self.act("all_sessions", text, self._turn, shortcut="Ctrl+L", why_not=why_not)
        self._verbs = SessionVerbs(
            *(self, self._database, self._table_seen, self.session_chosen.emit, self._open_next),
            self._joins.asks,
        )
        self.new_button.clicked.connect(self.starting.plan)
        self.begin_button.clicked.connect(self.starting.from_last.trigger)
        self.back_button.clicked.connect(turn.trigger)
        tonight = self.page.tonight
        tonight.begin_wanted.connect(self.starting.from_last.trigger)
        tonight.live_wanted.connect(self.live_wanted)
        tonight.open_wanted.connect(self.session_chosen)
        tonight.rehearse_wanted.connect(self.rehearse_wanted)
        self.page.past_wanted.connect(self.session_chosen)
        self.page.all_wanted.connect(turn.trigger)

    def get_told(self) -> None:
        """Let the nouns above tell what is due, now and whenever it has changed."""
        from kdc_desktop.screens.sessions.due_acts import DueActs

        joins = self._joins.asks()
        self.tables |= joins.tables
        if self._acts is None:
            self._acts = DueActs(self, self._database, joins, self._joins.look)
            self.page.acted.connect(self._acts.act)
            self.page.more_wanted.connect(self._acts.offer)
        self.touch()

    def refresh(self) -> None:
        rows = sessions(self._database, self._joins.counts)
        self.model.set_rows(rows)
        goal = programme(self._database)
        made_up = _("A sample to look around in: everybody in it is made up.")
        words = (goal.told if goal else "", made_up if self._in_sample else _summary(rows))
        self.summary_label.setText(parted("\n".join(filter(None, words))))
        self.page.show_sessions(self._database, rows)
        if rows and self._acts is not None:
            coming, past = next_of(rows, self._database.now()), past_of(rows)
            ids = [row.id for row in past[:PAST_SHOWN]]
            told = self._joins.asks().told(self._database, ids, coming.id if coming else None)
            self.page.show_told(told, rows, goal)
        self.sample_button.setVisible(self._in_sample or not past_of(rows))
        self._show_page(rows)

    def tick(self) -> None:
        self.page.tonight.show_now(self._database.now())

    def _show_page(self, rows: Sequence[SessionRow]) -> None:
        page: QWidget = self.page
        if not rows:
            page = self._empty
        elif (table := self._table_seen()) is not None:
            page = table
            hide_empty(table, MAY_BE_EMPTY)
            if not table.currentIndex().isValid():
                table.selectRow(0)
        self._turn_to(page, there=bool(rows))

    def _turn_to(self, page: QWidget, *, there: bool) -> None:
        self._listed = listed = page is not self.page and there
        self.stack.setCurrentWidget(page)
        self.begin_button.setVisible(there)
        self.back_button.setVisible(listed)
        kind = "" if page is self.page else "primary"
        if (self.new_button.property("kind") or "") != kind:
            self.new_button.setProperty("kind", kind)
            self.new_button.setIcon(self.theme.icon("plus", "on_accent" if kind else "ink"))
            restyle(self.new_button)
        if page is self.page:
            self._take_keys(self.page.tonight.live_button)
        else:
            self._take_keys(page if there else self._empty.button)

    def _table_seen(self) -> RowTable | None:
        return self.table if self._listed else None

    def show_all(self) -> RowTable:
        """Show the list of all sessions."""
        table = self.table
        self._turn_to(table, there=True)
        if not table.currentIndex().isValid():
            table.selectRow(0)
        return table

    def _turn(self) -> None:
        """From the front page to the list of all sessions, or back."""
        if self._table_seen() is None:
            self.show_all().setFocus()
        else:
            self._turn_to(self.page, there=True)
            self.page.tonight.live_button.setFocus()

    def _take_keys(self, widget: QWidget) -> None:
        held = self.window().focusWidget() in (self, self.keys_to)
        self.keys_to = widget
        if held:
            widget.setFocus()

    def _nothing_yet(self) -> str:
        return "" if self.model.rows else _("There is no session yet. Plan one first.")

    def _open_next(self) -> None:
        self.page.tonight.open_it()


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
