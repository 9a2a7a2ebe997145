"""What stands below the head of a poll: its form, the open vote, the wait, the result."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kdc_desktop.domain.polls.states import PollState
from kdc_desktop.i18n import _
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.kit.pages import CurrentPage
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.unkept import HalfWritten
from kdc_desktop.screens.kit.widgets import EmptyState
from kdc_desktop.screens.polls.closed_page import ClosedPage
from kdc_desktop.screens.polls.counted import Counted
from kdc_desktop.screens.polls.drafts import Drafts
from kdc_desktop.screens.polls.hands_panel import HandsCount, HandsPanel
from kdc_desktop.screens.polls.open_page import OpenPage
from kdc_desktop.screens.polls.plan_page import PlanPage
from kdc_desktop.screens.polls.result_page import ResultPage
from kdc_desktop.services.polls import electors as poll_electors
from kdc_desktop.services.polls import questions as poll_questions
from kdc_desktop.services.polls import results as poll_results
from kdc_desktop.services.polls.badges import Won
from kdc_desktop.services.polls.hands import hands, hands_raised
from kdc_desktop.services.polls.preparing import PollPlan, plan_of
from kdc_desktop.services.polls.rows import PollResult, PollRow
from kdc_desktop.storage import Database

AnyPage = TypeVar("AnyPage", bound=QWidget)


class PollPages(CurrentPage):
    """Shows the page that a poll's state asks for, which is made when it is first asked for.

    `new_wanted` and `reveal_wanted` are the one next step of the pages that have nothing else; all
    other signals are those of the pages.
    """

    new_wanted = Signal()
    reveal_wanted = Signal()
    repeat_wanted = Signal()
    take_over_wanted, slips_wanted, go_on_wanted = Signal(), Signal(), Signal()
    refused = Signal(str)
    open_wanted = Signal(object)
    keep_wanted = Signal(object)
    cancelled = Signal()
    paper_cast = Signal(int, object)
    hands_counted = Signal(int, object)
    order_changed = Signal()
    mark_wanted = Signal(object)
    unmark_wanted = Signal(object)
    next_place_wanted = Signal()
    let_in_wanted = Signal(object)
    let_leave_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        database: Database,
        session_id: int,
        won: Won,
        jobs: Jobs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._database, self._session_id = theme, database, session_id
        self._won = won
        self.drafts = Drafts()
        self.kiosk_has_paper: Callable[[], bool] = bool
        self.counted = Counted(database, jobs, self)
        self._drafted: PollRow | None = None
        self._filled: PollPlan | None = None
        self.result: PollResult | None = None
        self.hands_raised: dict[int, int] = {}

    @cached_property
    def empty(self) -> EmptyState:
        """There is no poll yet."""
        page = EmptyState(self._theme)
        page.show_state(
            "vote",
            _("Ask the room"),
            _(
                "Put ideas, clusters or options that you write here to the vote: with dots, "
                "scores, an order, a budget or another of ten methods. People vote at the kiosk, "
                "on slips, by telling you and by show of hands, all in one poll."
            ),
            _("New poll"),
            self.new_wanted.emit,
        )
        return self._with(page)

    @cached_property
    def plan_page(self) -> PlanPage:
        """The form of a poll."""
        page = PlanPage(self._theme, self._database, self._session_id, self.drafts.begun)
        page.open_wanted.connect(self.open_wanted)
        page.keep_wanted.connect(self.keep_wanted)
        page.cancelled.connect(self.cancelled)
        HalfWritten(page, partial(_changed_draft, self))
        return self._with(page)

    @cached_property
    def open_page(self) -> OpenPage:
        """The vote while it is open."""
        page = OpenPage(self._theme, self.drafts)
        page.paper_cast.connect(self.paper_cast)
        page.hands_counted.connect(self.hands_counted)
        page.slips_wanted.connect(self.slips_wanted)
        page.go_on_wanted.connect(self.go_on_wanted)
        page.refused.connect(self.refused)
        page.entering_changed.connect(self.page_changed)
        page.let_leave_wanted.connect(self.let_leave_wanted)
        page.late.let_in_wanted.connect(lambda: self.let_in_wanted.emit(self.late_ids))
        return self._with(page)

    @cached_property
    def hands_page(self) -> HandsPanel:
        """The show of hands of a poll that is closed."""
        page = HandsPanel(self._theme, self.drafts.hands)
        page.counted.connect(self.hands_counted)
        page.left.connect(lambda: self.setCurrentWidget(self.closed_page))
        return self._with(page)

    @cached_property
    def closed_page(self) -> ClosedPage:
        """The wait for the result."""
        page = ClosedPage(self._theme)
        page.reveal_wanted.connect(self.reveal_wanted)
        page.repeat_wanted.connect(self.repeat_wanted)
        page.take_over_wanted.connect(self.take_over_wanted)
        return self._with(page)

    @cached_property
    def result_page(self) -> ResultPage:
        """What was voted."""
        page = ResultPage(self._theme)
        page.order_changed.connect(self.order_changed)
        page.further.mark_wanted.connect(self.mark_wanted)
        page.further.unmark_wanted.connect(self.unmark_wanted)
        page.next_place_wanted.connect(self.next_place_wanted)
        return self._with(page)

    def count_hands(self, row: PollRow) -> None:
        """Open the count of hands."""
        if row.state == PollState.OPEN:
            self.open_page.count_hands()
        else:
            options = poll_questions.options(self._database, row.id)
            self.hands_page.start(row, options, HandsCount(*hands_raised(self._database, row.id)))
            self.setCurrentWidget(self.hands_page)

    def refuse(self, sentence: str) -> None:
        """Something was refused, for this reason: where that was the form, it stands in it."""
        shown = self.currentWidget()
        if isinstance(shown, PlanPage):
            shown.handing.refuse(sentence)

    def open_planned(self) -> None:
        """Have the poll opened that is being prepared."""
        if self.currentWidget() is self.plan_page:
            self.plan_page.open_button.click()

    @property
    def late_ids(self) -> list[int]:
        """Who is here and has no vote in the poll that is open."""
        return [one.person_id for one in self.open_page.late.named]

    def find_voter(self) -> None:
        """Be ready to type a name."""
        self.open_page.search_edit.setFocus()

    def _with(self, page: AnyPage) -> AnyPage:
        self.addWidget(page)
        return page

    def keep_planned(self) -> bool:
        """Keep the draft of a poll; False where none is being planned."""
        planning = self.isVisible() and self.currentWidget() is self.plan_page
        if planning:
            self.plan_page.keep_button.click()
        return planning

    def show_form(self) -> None:
        """Show the form of a new poll."""
        self._drafted = None
        self.plan_page.refresh()
        self.setCurrentWidget(self.plan_page)

    def show_poll(self, row: PollRow | None) -> None:
        """Show this poll as it stands, or that there is none yet.

        Raises:
            UserError: its result has been hidden again meanwhile.
        """
        if row is not None and row.state == PollState.CLOSED:
            self.drafts.forget_papers(row.id)
        if row is None:
            self.setCurrentWidget(self.empty)
        elif row.state == PollState.DRAFT:
            _show_draft(self, row)
        elif row.elsewhere is not None:
            self.closed_page.show_elsewhere(row.elsewhere)
            self.setCurrentWidget(self.closed_page)
        elif row.state == PollState.OPEN:
            self._show_open(row)
        elif row.revealed:
            _show_result(self, row)
        else:
            arrives = self.currentWidget() is not self.closed_page
            self.closed_page.show_closed(poll_questions.turnout(self._database, row.id))
            self.setCurrentWidget(self.closed_page)
            if arrives:
                self.closed_page.button.setFocus()

    def _show_open(self, row: PollRow) -> None:
        arrives = self.currentWidget() is not self.open_page
        self.open_page.show_poll(
            row,
            poll_questions.terms(self._database, row.id),
            poll_questions.options(self._database, row.id),
            poll_electors.electorate(self._database, row.id),
            poll_questions.turnout(self._database, row.id),
            HandsCount(*hands_raised(self._database, row.id)),
        )
        self.open_page.late.show_late(poll_electors.latecomers(self._database, row.id))
        self.setCurrentWidget(self.open_page)
        if arrives:
            self.open_page.rest()


def _show_draft(pages: PollPages, row: PollRow) -> None:
    other = pages._drafted is None or pages._drafted.id != row.id
    untouched = pages._filled == pages.plan_page.plan  # what is half typed is nobody else's
    if other or (untouched and pages._drafted != row):
        pages.plan_page.edit(plan_of(pages._database, row.id))
        pages.plan_page.refresh()
        pages._filled = pages.plan_page.plan
    else:
        pages.plan_page.refresh()
    pages._drafted = row
    pages.setCurrentWidget(pages.plan_page)


def _show_result(pages: PollPages, row: PollRow) -> None:
    pages.result = None
    counted = pages.counted.of(row)
    if counted is None:
        pages.closed_page.show_counting(row)
        pages.setCurrentWidget(pages.closed_page)
        return
    order = pages.result_page.choices.suit(row)
    pages.result = poll_results.result(
        pages._database, row.id, pages._won, order, counted, pages.result_page.choices.rule
    )
    _people, pages.hands_raised = hands(pages._database, row.id)
    pages.result_page.show_result(pages.result, pages.hands_raised)
    pages.setCurrentWidget(pages.result_page)


def _changed_draft(pages: PollPages) -> str:
    """The question of a draft that was changed and is not kept; a new poll is there again."""
    drafted, plan = pages._drafted, pages.plan_page.plan
    if drafted is None:
        return ""
    return "" if plan == pages._filled else plan.question.strip() or drafted.question


def find_voter_instead_of(head: QWidget, pages: PollPages) -> None:
    """Where a vote is open and a button of the head has the keys, be ready to type a name."""
    there = pages.window().focusWidget()
    if head.isAncestorOf(there) and pages.currentWidget() is pages.open_page:
        pages.find_voter()
