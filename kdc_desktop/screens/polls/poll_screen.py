"""The polls of a session: prepared, open, closed, revealed, one at a time."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.i18n import _
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.kit.screen import ChangedTables, Screen, Sight
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.wanted_line import WantedLine, ask_line
from kdc_desktop.screens.polls.closing_time import is_over, time_told
from kdc_desktop.screens.polls.head_room import HeadRoom
from kdc_desktop.screens.polls.help import POLL
from kdc_desktop.screens.polls.holding_acts import HoldingActs
from kdc_desktop.screens.polls.poll_head import PollHead
from kdc_desktop.screens.polls.poll_pages import PollPages, find_voter_instead_of
from kdc_desktop.screens.polls.poll_reasons import why_not
from kdc_desktop.screens.polls.poll_verbs import PollVerbs
from kdc_desktop.screens.polls.poll_wires import add_actions, connect_pages
from kdc_desktop.screens.polls.revealing import Revealing
from kdc_desktop.screens.polls.room import RoomPoll
from kdc_desktop.screens.polls.slips.opening import open_slips
from kdc_desktop.services.polls import questions as poll_questions
from kdc_desktop.services.polls.badges import WinnersBadge
from kdc_desktop.services.polls.preparing import PollPlan
from kdc_desktop.services.polls.rows import PollRow
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.storage import Database

_TABLES = frozenset({"poll", "option", "elector", "voter_roll", "hand_count"}) | {
    *("idea", "cluster", "attendance", "person")
}


class PollScreen(Screen):
    """Shows a poll; `kiosk_wanted` carries whose kiosk, `kiosk_end_wanted` ends the open one."""

    help = POLL
    kiosk_wanted = Signal(int)
    kiosk_end_wanted = Signal()
    slips_wanted = Signal(int, object)

    def __init__(
        self, theme: Theme, database: Database, session_id: int, winners: WinnersBadge, jobs: Jobs
    ) -> None:
        super().__init__(theme)
        self.setWindowTitle(_("Poll"))
        self.setAccessibleName(self.windowTitle())
        self._database, self._session_id = database, session_id
        self.tables = _TABLES | winners.tables
        self._verbs = PollVerbs(database, winners, self, jobs)
        self._poll_id: int | None = None
        self._planning = self._is_over = False
        self.on_screen: Callable[[], str] = str  # what the room looks at, in words
        self._passed_over = winners.passed_over
        self._holding = HoldingActs(database, self, lambda: self.poll, self.show_draft)
        self._polls: list[PollRow] = []
        self.head = PollHead(theme)
        self.pages = PollPages(theme, database, session_id, winners.won, jobs)
        HeadRoom(theme, self, self.head, self.pages)
        self._room = RoomPoll(database, session_id, self.pages, winners.won, jobs, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addWidget(self.head)
        column.addWidget(self.pages, 1)
        self.revealing = Revealing(self, self._verbs, self._room)
        connect_pages(self, self._verbs, self._holding, self._room)
        self._acts = add_actions(self, self._verbs, self._holding)
        self.saving = self.pages.keep_planned
        self.step_room = self._room.step

    @property
    def poll(self) -> PollRow | None:
        """The poll that is shown, None while there is none."""
        return next((row for row in self._polls if row.id == self._poll_id), None)

    def show_stage(self, stage: StageRow) -> None:
        """Polls made from now on belong to this stage; who comes to it finds what the room sees."""
        if self._room.comes_to(stage):
            self.touch()

    def show_poll(self, poll_id: int) -> None:
        """Show this poll of the session."""
        self._poll_id, self._planning = self._room.is_led_to(poll_id), False
        self.touch()

    def show_draft(self, poll_id: int) -> None:
        """Show this poll, which is being prepared, and have its question typed."""
        self.show_poll(poll_id)
        self.pages.plan_page.question_edit.setFocus()

    @property
    def sight(self) -> Sight | None:
        return self._room.sight(None if self._planning else self.poll)

    def sight_of(self, stage: StageRow | None) -> Sight:
        return self._room.sight_of(stage, self._polls_now())

    def slide_of(self, sight: Sight) -> Slide | None:
        return self._room.slide_of(sight, self._polls_now(), known=self.is_current)

    def _polls_now(self) -> list[PollRow]:
        known = self.is_current
        return self._polls if known else poll_questions.polls(self._database, self._session_id)

    def on_changes(self, changes: ChangedTables) -> None:
        for counted in (self.pages.counted, self._room.counted):
            counted.on_changes(changes)
        super().on_changes(changes)

    def refresh(self) -> None:
        self._polls = poll_questions.polls(self._database, self._session_id)
        if not self._planning:
            self._poll_id = self._room.found(self._poll_id, self._polls)
        self.head.show_poll(self.poll, self._polls, planning=self._planning)
        self._show_time()
        if self._planning:
            self.pages.show_form()
        else:
            self.attempt(self.pages.show_poll, self.poll)
        self.room_changed.emit()

    def tick(self) -> None:
        was_over, self._is_over = self._is_over, is_over(self.poll, self._database.now())
        if self._is_over and not was_over:
            self._show_time()
            self.said.emit(_("The time to vote is over. The vote stays open until you close it."))
            self.room_changed.emit()

    def _show_time(self) -> None:
        now = self._database.now()
        self._is_over = is_over(self.poll, now)
        self.head.show_time("" if self._planning else time_told(self.poll, now))

    def new_poll(self) -> None:
        """Open the form of a new poll."""
        self.plan_for_ideas(())

    def plan_for_ideas(self, idea_ids: Sequence[int]) -> None:
        """Open the form of a new poll on these ideas, or on what the board has."""
        self._planning, self._poll_id = True, None
        if self.pages.plan_page.start(idea_ids, self._room.stage_id):
            self.said.emit(_("This poll was begun before. Cancel clears the form."))
        self.touch()
        self.pages.plan_page.question_edit.setFocus()

    def open_poll(self, plan: PollPlan) -> None:
        """Prepare the poll as planned, if it is not, and open it."""
        if self._keep(plan) and self.with_poll(self._verbs.open):
            self.revealing.take_the_room_along(_("The poll is open."))

    def take_temperature(self) -> None:
        """Ask how the room is with what it looks at: a poll of its own, counted by hands."""
        plan = self._holding.temperature(self.on_screen())
        kept = self._verbs.keep(None, plan, self._session_id, self._room.stage_id)
        if kept is not None:
            self.show_poll(kept)  # before it is open: the room looks at what is shown then
            self.catch_up()
            if self._verbs.open(kept):
                self.catch_up()
                self.worked.emit()
                self.revealing.take_the_room_along(_("The poll is open."))
                self.count_hands()

    def start_kiosk(self) -> None:
        """Let people take turns on the shared screen."""
        if self.poll is not None and self.poll.takes_papers:
            self.kiosk_wanted.emit(self.poll.id)

    def show_kiosk(self, there: bool) -> None:
        """A kiosk has been opened on the shared screen, or has ended."""
        self.head.show_kiosk(there)
        find_voter_instead_of(self.head, self.pages)  # what ends the vote is next to it
        self._acts["start_the_kiosk"].setEnabled(not there)  # its key ends the kiosk now

    def close_poll(self) -> None:
        """End the vote."""
        if self.poll is not None:
            self._verbs.close(self.poll)

    def count_hands(self) -> None:
        """Open the count of a show of hands."""
        if self.poll is not None and self.poll.takes_hands:
            self.pages.count_hands(self.poll)

    def open_slips(self) -> None:
        """Print slips, give them out, and count those that came back."""
        if self.poll is not None:
            open_slips(self, self._database, self.poll.id, self.slips_wanted)

    def repeat_poll(self) -> None:
        """Prepare another round on the selected options, or on all."""
        rows = self.pages.result_page.table.selected_rows()
        chosen = [row.option_id for row in rows] if len(rows) > 1 else []
        if self.poll is not None and (again := self._verbs.repeat(self.poll.id, chosen)):
            self.show_draft(again)

    def mark(self, option_ids: Sequence[int]) -> None:
        """Mark winners; where one that came before them is left out, ask why."""
        _mark(self, option_ids)

    def why_not_now(self, name: str) -> str:
        if name == "reveal_the_result" and self._room.is_stepping:
            return ""  # it shows all that is left
        if told := self._holding.why_not(name, self.pages):
            return told
        return why_not(name, self.poll, planning=self._planning)

    def with_poll(self, verb: Callable[..., bool], *args: object) -> bool:
        """Do something with the poll that is shown; the change brings the screen up to date."""
        return self.poll is not None and verb(self.poll.id, *args)

    def _keep(self, plan: PollPlan) -> bool:
        kept = self._verbs.keep(self.poll, plan, self._session_id, self._room.stage_id)
        if kept is not None:
            self.pages.plan_page.forget()
            self.show_poll(kept)
        return kept is not None

    def keep_draft(self, plan: PollPlan) -> None:
        if self._keep(plan):
            self.said.emit(_("The draft is kept."))

    def cancel_plan(self) -> None:
        if self._planning:
            self._planning = False
            self.touch()
        else:
            self.with_poll(self._verbs.discard)

    def take_in(self, verb: Callable[..., bool], whose: int, given: Mapping[int, int]) -> None:
        if self.with_poll(verb, whose, given):
            self.pages.open_page.rest(look_anew=True)


def _mark(screen: PollScreen, option_ids: Sequence[int]) -> None:
    pages, poll = screen.pages, screen.poll
    asked = screen._holding.asks_why(pages.result, option_ids, screen._passed_over)
    counted = pages.counted.of(poll) if poll is not None else None
    mark = partial(screen.with_poll, screen._verbs.mark, counted, option_ids)
    if not asked:
        mark()
    else:
        ask_line(screen, WantedLine(_("Winners"), asked, _("Take them further")), mark)
