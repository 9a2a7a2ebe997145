"""The form of a poll that is being prepared."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSpinBox, QWidget

from kdc_desktop.domain.polls.hiding import SMALLEST_GROUP_RANGE
from kdc_desktop.domain.polls.secrecies import SECRECIES, SecrecyRule
from kdc_desktop.domain.polls.states import Order, PollSubject, Secrecy
from kdc_desktop.domain.polls.terms import PollSetting
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.fields import begin_anew
from kdc_desktop.screens.kit.flow import flow_in
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.scrolled import Scrolled
from kdc_desktop.screens.kit.segmented import Segmented
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_halves import TurningHalves
from kdc_desktop.screens.kit.turning_row import TurningRow
from kdc_desktop.screens.polls.choices import ChoiceList
from kdc_desktop.screens.polls.fresh_plan import fresh_plan
from kdc_desktop.screens.polls.handing_over import HandingOver
from kdc_desktop.screens.polls.offered import Offered
from kdc_desktop.screens.polls.option_lines import OptionLines
from kdc_desktop.screens.polls.plan_words import (
    FIRST,
    LEAST_HIGH,
    LEAST_WIDE,
    ON_BOARD,
    ORDERS,
    SECRECY_KEYS,
    SUBJECTS,
    VOTES_BY,
    chosen_told,
    dress,
    name_choices,
    warnings_of,
    what_it_opens,
)
from kdc_desktop.screens.polls.rule_fields import RuleFields
from kdc_desktop.services.board.boards import board_asked_about
from kdc_desktop.services.polls import electors as poll_electors
from kdc_desktop.services.polls import questions as poll_questions
from kdc_desktop.services.polls.preparing import PollPlan
from kdc_desktop.storage import Database


class PlanPage(QWidget):
    """Question, method, secrecy and options; `open_wanted` and `keep_wanted` carry the plan."""

    open_wanted = Signal(object)
    keep_wanted = Signal(object)
    cancelled = Signal()

    fields: Scrolled
    sides: QWidget
    rule_side: QWidget
    options_side: QWidget
    foot: QWidget
    foot_buttons: QWidget
    question_edit: QLineEdit
    rule_fields: RuleFields
    secrecy_choice: Segmented
    secrecy_sentence: QLabel
    group_row: QWidget
    group_spin: QSpinBox
    votes_choice: Segmented
    order_caption: QLabel
    order_choice: Segmented
    subject_choice: Segmented
    chosen_label: QLabel
    warning_label: QLabel
    lines_scrolled: Scrolled
    search_edit: QLineEdit
    choice_list: ChoiceList
    quick_buttons: QWidget
    all_button: QPushButton
    first_button: QPushButton
    none_button: QPushButton
    problem_label: QLabel
    voters_label: QLabel
    cancel_button: QPushButton
    keep_button: QPushButton
    open_button: QPushButton

    def __init__(
        self, theme: Theme, database: Database, session_id: int, begun: dict[int, PollPlan]
    ) -> None:
        super().__init__()
        self._theme, self._database, self._session_id = theme, database, session_id
        self.voters = 0
        self._begun = begun  # new polls, half filled in, by session
        self._is_new, self._fresh = False, PollPlan(question="")  # as first offered; else empty
        load_form(self, "polls/poll_plan_page", [ChoiceList, RuleFields])
        self.rule_fields.dress(theme)
        self.lines = OptionLines(self.lines_scrolled, theme)
        self.handing = HandingOver(self, self)
        read = partial(poll_questions.choices, database, session_id)
        self._offered = Offered(self.choice_list, read, self)
        flow_in(self.foot_buttons)
        flow_in(self.quick_buttons)
        flow_in(self.group_row)
        TurningRow(self.foot, self.voters_label, self.foot_buttons, 8)
        TurningHalves(self.sides, self.rule_side, self.options_side)
        name_choices(self.votes_choice, self.order_choice, self.subject_choice)
        self.secrecy_choice.set_texts([str(rule.name) for rule in SECRECIES])
        self.group_spin.setRange(*SMALLEST_GROUP_RANGE)
        dress((self.secrecy_sentence,), "role", "muted")
        dress((self.warning_label, self.problem_label), "role", "problem")
        dress((self.chosen_label, self.voters_label), "role", "muted")
        self.open_button.setIcon(theme.icon("vote", "on_accent"))
        theme.changed.connect(self._fit)
        self._fit()
        dress((self.all_button, self.first_button, self.none_button), "kind", "link")
        _connect(self)
        self._show_rule()

    def start(self, idea_ids: Sequence[int], stage_id: int | None) -> bool:
        """A new form on these ideas; without any on the clusters, or none of the ideas.

        The question is what the stage asks, the clusters are those of the board it is about. A form
        that was begun goes on as it was, on other ideas where there are some: then the answer is
        True.
        """
        self._remember()
        begun = self._begun.get(self._session_id)
        about = board_asked_about(self._database, self._session_id, stage_id)
        self._offered.about = about
        given = begun or fresh_plan(self._database, self._session_id, idea_ids, stage_id, about)
        if begun is not None and idea_ids:
            given = replace(begun, subject=PollSubject.IDEAS, option_ids=tuple(idea_ids))
        self._fill(given, given.option_ids if begun and not idea_ids else set(given.option_ids))
        self._is_new = True
        self.question_edit.selectAll()
        self.cancel_button.setText(_("Cancel"))
        return begun is not None

    def edit(self, plan: PollPlan) -> None:
        """The form of a draft."""
        self._remember()
        self._is_new = False
        self.cancel_button.setText(_("Into the trash"))
        self._fill(plan, plan.option_ids)

    def _fill(self, given: PollPlan, ids: Collection[int]) -> None:
        begin_anew(self.question_edit, given.question)
        self.question_edit.setCursorPosition(0)  # a long one is read from its beginning
        self.rule_fields.show_plan(given)
        self.secrecy_choice.set_current(SECRECY_KEYS.index(given.secrecy))
        self.votes_choice.set_current(VOTES_BY.index(given.votes_by))
        self.order_choice.set_current(ORDERS.index(given.ordered_by))
        self.subject_choice.set_current(SUBJECTS.index(given.subject))
        self.group_spin.setValue(given.smallest_group)
        begin_anew(self.search_edit)
        self.lines.begin(given)
        self.handing.begin()
        self._offered.begin(ids)
        self._show_rule()

    def hideEvent(self, event: QHideEvent) -> None:
        self._remember()
        super().hideEvent(event)

    def _remember(self) -> None:
        """Keep what is filled in of a new poll, until it is used or cleared."""
        if self._is_new and self._offered.rows is not None:
            self._begun.pop(self._session_id, None)
            if self.plan != self._fresh:
                self._begun[self._session_id] = self.plan

    def forget(self) -> None:
        """The new poll was used or cleared."""
        if self._is_new:
            self._begun.pop(self._session_id, None)
        self._is_new = False

    def refresh(self) -> None:
        """Offer what the board has and the room is now, and keep what is filled in."""
        self.voters = poll_electors.may_vote_now(self._database, self._session_id)
        _sum_up(self)
        self._offered.finish()
        if self._offered.rows is None:
            self._fresh = self.plan
        self._offered.refresh(self.subject)

    def _settle(self, first: bool) -> None:
        if first:
            fresh = replace(self._fresh, option_ids=self.choice_list.chosen)
            self._fresh = PollPlan(question="") if self._session_id in self._begun else fresh
        _sum_up(self)

    @property
    def plan(self) -> PollPlan:
        """What is filled in."""
        self._offered.finish()
        asked = self.rule_fields
        return PollPlan(
            question=self.question_edit.text(),
            **asked.filled,
            secrecy=self._secrecy.key,
            votes_by=VOTES_BY[self.votes_choice.current()],
            ordered_by=self._order,
            subject=self.subject,
            option_ids=self.choice_list.chosen if self.subject in ON_BOARD else (),
            written=self.lines.written if self.subject not in ON_BOARD else (),
            costs=self.lines.costs if PollSetting.COSTS in asked.method.settings else (),
            smallest_group=self.group_spin.value(),
        )

    @property
    def _order(self) -> Order:
        secret = self._secrecy.key == Secrecy.SECRET  # no sector is known then
        return Order.TOTAL if secret else ORDERS[self.order_choice.current()]

    @property
    def _secrecy(self) -> SecrecyRule:
        return SECRECIES[self.secrecy_choice.current()]

    @property
    def subject(self) -> PollSubject:
        """What is voted on."""
        return SUBJECTS[self.subject_choice.current()]

    def _fit(self) -> None:
        _give_room(self, self._theme)

    def _show_rule(self) -> None:
        _show_what_is_asked(self)

    def _change_subject(self) -> None:
        self._offered.change(self.subject)
        self._show_rule()


def _connect(page: PlanPage) -> None:
    page.rule_fields.changed.connect(page._show_rule)
    page.lines.changed.connect(page._show_rule)
    page.secrecy_choice.changed.connect(page._show_rule)
    page.subject_choice.changed.connect(page._change_subject)
    page._offered.came.connect(page._settle)
    page.search_edit.textChanged.connect(page.choice_list.search)
    page.question_edit.textEdited.connect(page._remember)
    found = page.choice_list
    found.ticked.connect(page._show_rule)
    found.ticked.connect(page._remember)
    page.all_button.clicked.connect(lambda: found.tick({*found.chosen, *found.found}))
    page.first_button.clicked.connect(lambda: found.tick(found.found[:FIRST]))
    page.none_button.clicked.connect(lambda: found.tick(()))
    once(page.open_button, page.keep_button, page.cancel_button)
    page.open_button.clicked.connect(lambda: page.handing.over(page.open_wanted))
    page.keep_button.clicked.connect(lambda: page.handing.over(page.keep_wanted))
    page.cancelled.connect(page.forget)
    page.cancel_button.clicked.connect(page.cancelled)


def _show_what_is_asked(page: PlanPage) -> None:
    """Show the fields that mean something with what is chosen."""
    secrecy = page._secrecy
    page.secrecy_sentence.setText(str(secrecy.sentence))
    page.group_row.setVisible(secrecy.key != Secrecy.NAMED)
    for ordering in (page.order_caption, page.order_choice):
        ordering.setVisible(secrecy.key != Secrecy.SECRET)
    on_board = page.subject in ON_BOARD
    for listed_there in (page.search_edit, page.choice_list, page.quick_buttons):
        listed_there.setVisible(on_board)
    costs = PollSetting.COSTS in page.rule_fields.method.settings
    page.lines.show_for(page.choice_list.titles if on_board else None, costs=costs)
    _sum_up(page)


def _give_room(page: PlanPage, theme: Theme) -> None:
    page.group_spin.setFixedWidth(theme.px(88))
    page.rule_fields.fit(theme)
    for wide in (page.question_edit, page.choice_list):
        wide.setMinimumWidth(theme.px(LEAST_WIDE))  # beside each other, or below
    for scrolling in (page.choice_list, page.fields):  # so that the foot is always in sight
        scrolling.setMinimumHeight(theme.px(LEAST_HIGH))


def _sum_up(page: PlanPage) -> None:
    """Say how many are chosen, and beside the button what it opens: not all is in sight."""
    on_board = page.subject in ON_BOARD
    titles = page.choice_list.titles if on_board else page.lines.written
    told = chosen_told(len(titles), len(page._offered.rows or ()) if on_board else None)
    page.chosen_label.setText(told)
    warned = warnings_of(titles)
    page.warning_label.setText(warned)
    page.warning_label.setVisible(bool(warned))
    how = (str(page.rule_fields.method.name), str(page._secrecy.name), told)
    page.voters_label.setText(what_it_opens(how, page.voters))
