"""The polls of a session: prepared, open, closed, revealed, one at a time."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.errors import UserError
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.polls.poll_head import PollHead
from kdc_desktop.screens.polls.poll_pages import PollPages
from kdc_desktop.screens.polls.slides import poll_slide, reveal_slide
from kdc_desktop.services.joined import WINNER_TRAILS
from kdc_desktop.services.polls import papers
from kdc_desktop.services.polls import questions as poll_questions
from kdc_desktop.services.polls import running as polls
from kdc_desktop.services.polls.questions import PollRow
from kdc_desktop.services.polls.running import PollPlan
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.services.winners import marking as winners
from kdc_desktop.storage import Database


class PollScreen(Screen):
    """Shows one poll of the session; `kiosk_wanted` carries the id of the poll to vote in."""

    tables = frozenset(
        {
            "poll",
            "option",
            "elector",
            "voter_roll",
            "hand_count",
            "winner",
            "idea",
            "cluster",
            "attendance",
            "person",
        }
    )
    kiosk_wanted = Signal(int)

    def __init__(self, theme: Theme, database: Database, session_id: int) -> None:
        super().__init__(theme)
        self.setWindowTitle("Poll")
        self.setAccessibleName("Poll")
        self._database, self._session_id = database, session_id
        self._poll_id: int | None = None
        self._stage_id: int | None = None
        self._planning = False
        self._polls: list[PollRow] = []
        self._slide: Slide | None = None
        self.head = PollHead(theme)
        self.kiosk_button = self.head.kiosk_button
        self.hands_button = self.head.hands_button
        self.close_button = self.head.close_button
        self.stack = PollPages(theme, database, session_id)
        self.empty = self.stack.empty
        self.plan_page = self.stack.plan_page
        self.open_page = self.stack.open_page
        self.closed_page = self.stack.closed_page
        self.result_page = self.stack.result_page
        self._lay_out()
        self._connect()
        self._add_actions()

    @property
    def poll(self) -> PollRow | None:
        """The poll that is shown, None while there is none."""
        return next((row for row in self._polls if row.id == self._poll_id), None)

    def show_stage(self, stage: StageRow) -> None:
        """Polls made from now on belong to this stage."""
        self._stage_id = stage.id

    def show_poll(self, poll_id: int) -> None:
        """Show this poll of the session."""
        self._poll_id, self._planning = poll_id, False
        self.touch()

    def slide(self) -> Slide | None:
        return self._slide

    def refresh(self) -> None:
        self._polls = poll_questions.polls(self._database, self._session_id)
        if self.poll is None and not self._planning:
            self._poll_id = self._polls[-1].id if self._polls else None
        self._show_head()
        self._show_page()
        self._show_room()

    def new_poll(self) -> None:
        """Open the form of a new poll."""
        self._planning, self._poll_id = True, None
        self.plan_page.start()
        self._show_form()

    def plan_for_ideas(self, idea_ids: Sequence[int]) -> None:
        """Open the form of a new poll on these ideas."""
        self.new_poll()
        self.plan_page.choose_ideas(idea_ids)

    def open_poll(self, plan: PollPlan) -> None:
        """Prepare the poll as planned, if it is not, and open it."""
        if self._keep(plan) is not None:
            self._do(polls.open_poll, "The poll is open.")

    def start_kiosk(self) -> None:
        """Let people take turns on the shared screen."""
        if self.poll is not None and self.poll.state == "open":
            self.kiosk_wanted.emit(self.poll.id)

    def close_poll(self) -> None:
        """End the vote."""
        self._do(polls.close_poll, "The vote is over. Its result stays hidden until the reveal.")

    def reopen_poll(self) -> None:
        """Let the same people go on voting."""
        self._do(polls.reopen_poll, "The poll is open again.")

    def reveal_poll(self) -> None:
        """Show the result to everybody."""
        self._do(polls.reveal_poll, "The room sees the result.")

    def discard_poll(self) -> None:
        """Put the poll that is shown into the trash."""
        self._do(polls.discard_poll, "The poll is in the trash.")

    def count_hands(self) -> None:
        """Open the count of a show of hands."""
        if self.poll is not None and self.poll.state == "open":
            self.open_page.count_hands()

    def repeat_poll(self) -> None:
        """Prepare another round on the selected options, or on all."""
        if self.poll is None:
            return
        selected = [row.option_id for row in self.result_page.table.selected_rows()]
        chosen = selected if len(selected) > 1 else []
        again = self.attempt(polls.repeat_poll, self._database, self.poll.id, chosen)
        if again:
            self.show_poll(again.answer)

    def _do(self, verb: Callable[..., object], told: str, *args: object) -> bool:
        if self.poll is None:
            return False
        try:
            verb(self._database, self.poll.id, *args)
        except UserError as error:
            self.problem.emit(str(error))
            return False
        if told:
            self.said.emit(told)
        self.touch()
        return True

    def _keep(self, plan: PollPlan) -> int | None:
        draft = self.poll
        if draft is None or draft.state != "draft":
            made = self.attempt(
                polls.create_poll, self._database, self._session_id, plan, self._stage_id
            )
            kept = made.answer if made else None
        else:
            kept = draft.id if self._do(polls.change_poll, "", plan) else None
        if kept is not None:
            self.show_poll(kept)
        return kept

    def _keep_draft(self, plan: PollPlan) -> None:
        if self._keep(plan) is not None:
            self.said.emit("The draft is kept.")

    def _cancel(self) -> None:
        if self._planning:
            self._planning = False
            self.touch()
        else:
            self.discard_poll()

    def _cast(self, person_id: int, marks: Mapping[int, int]) -> None:
        if self._do(papers.cast_paper, "The paper is counted.", person_id, marks, "by_hand"):
            self.open_page.rest()

    def _count_hands(self, people: int, hands: Mapping[int, int]) -> None:
        if self._do(papers.set_hands, "The show of hands is counted.", people, hands):
            self.open_page.rest()

    def _toggle_order(self) -> None:
        self.result_page.set_order("total" if self.result_page.order == "weakest" else "weakest")

    def _show_form(self) -> None:
        self.plan_page.refresh()
        self._show_head()
        self.stack.setCurrentWidget(self.plan_page)
        self.plan_page.question_edit.setFocus()
        self._show_room()

    def _show_head(self) -> None:
        self.head.show_poll(self.poll, self._polls, planning=self._planning)

    def _show_page(self) -> None:
        row = self.poll
        if self._planning:
            self.plan_page.refresh()
        elif row is None:
            self.stack.show_none()
        elif row.state == "closed" and row.revealed:
            self.attempt(self.stack.show_poll, row)
        else:
            self.stack.show_poll(row)

    def _show_room(self) -> None:
        before, row = self._slide, None if self._planning else self.poll
        if row is None or row.state == "draft":
            self._slide = None
        elif row.revealed and self.stack.result is not None:
            self._slide = reveal_slide(
                self.stack.result, self.result_page.order, self.stack.hands_raised
            )
        else:
            self._slide = poll_slide(row, poll_questions.options(self._database, row.id))
        if self._slide != before:
            self.room_changed.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(16)
        column.addWidget(self.head)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.stack.new_wanted.connect(self.new_poll)
        self.stack.reveal_wanted.connect(self.reveal_poll)
        head = self.head
        head.poll_chosen.connect(self.show_poll)
        for button, slot in (
            (head.new_button, self.new_poll),
            (head.repeat_button, self.repeat_poll),
            (head.reopen_button, self.reopen_poll),
            (head.hands_button, self.count_hands),
            (head.close_button, self.close_poll),
            (head.kiosk_button, self.start_kiosk),
        ):
            button.clicked.connect(slot)
        self.plan_page.open_wanted.connect(self.open_poll)
        self.plan_page.keep_wanted.connect(self._keep_draft)
        self.plan_page.cancelled.connect(self._cancel)
        self.open_page.paper_cast.connect(self._cast)
        self.open_page.hands_counted.connect(self._count_hands)
        page, table = self.result_page, winners
        page.order_changed.connect(self.touch)
        page.mark_wanted.connect(lambda ids: self._do(table.mark_winners, "", ids))
        page.unmark_wanted.connect(
            lambda ids: self._do(table.unmark_options, "", ids, WINNER_TRAILS)
        )

    def _add_actions(self) -> None:
        plan = self.plan_page
        self.act("new_poll", "New poll", self.new_poll, shortcut="Ctrl+Shift+P", icon="plus")
        self.act(
            "open_the_poll",
            "Open the poll",
            lambda: self._open_planned(plan.plan),
            shortcut="Ctrl+Return",
        )
        self.act(
            "start_the_kiosk",
            "Start the kiosk",
            self.start_kiosk,
            shortcut="F9",
            icon="presentation",
        )
        self.act(
            "count_a_show_of_hands",
            "Count a show of hands",
            self.count_hands,
            shortcut="Ctrl+H",
            icon="hand",
        )
        self.act(
            "close_the_poll", "Close the poll", self.close_poll, shortcut="Ctrl+E", icon="lock"
        )
        self.act("reopen_the_poll", "Reopen the poll", self.reopen_poll, icon="lock-open")
        self.act(
            "reveal_the_result",
            "Reveal the result",
            self.reveal_poll,
            shortcut="Ctrl+R",
            icon="eye",
        )
        self.act(
            "rank_by_total_or_by_the_weakest_sector",
            "Rank by total or by the weakest sector",
            self._toggle_order,
            shortcut="Ctrl+T",
        )
        self.act(
            "mark_as_winner",
            "Mark as winner",
            self.result_page.toggle_winners,
            shortcut="W",
            icon="trophy",
        )
        self.act(
            "take_the_first_as_winners",
            "Take the first as winners",
            self.result_page.take_first,
            icon="trophy",
        )
        self.act(
            "prepare_another_round", "Prepare another round", self.repeat_poll, icon="rotate-ccw"
        )
        self.act(
            "put_the_poll_into_the_trash",
            "Put the poll into the trash",
            self.discard_poll,
            icon="trash-2",
        )
        self.act(
            "find_a_voter", "Find a voter", self.open_page.search_edit.setFocus, shortcut="Ctrl+F"
        )

    def _open_planned(self, plan: PollPlan) -> None:
        if self.stack.currentWidget() is self.plan_page:
            self.open_poll(plan)
