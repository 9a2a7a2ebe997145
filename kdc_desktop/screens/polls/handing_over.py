"""Handing over the form of a poll: where it is refused, why stands there until it is mended."""

from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from kdc_desktop.domain.kit.text import on_one_line
from kdc_desktop.domain.polls.states import PollSubject
from kdc_desktop.domain.polls.terms import PollSetting
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.scrolled import Scrolled
from kdc_desktop.screens.polls.choices import ChoiceList
from kdc_desktop.screens.polls.option_lines import OptionLines
from kdc_desktop.screens.polls.plan_words import ON_BOARD
from kdc_desktop.screens.polls.rule_fields import RuleFields
from kdc_desktop.services.polls.preparing import PollPlan


class PlanForm(Protocol):
    """What is asked of the form."""

    fields: Scrolled
    lines_scrolled: Scrolled
    question_edit: QLineEdit
    search_edit: QLineEdit
    choice_list: ChoiceList
    lines: OptionLines
    rule_fields: RuleFields
    problem_label: QLabel

    @property
    def plan(self) -> PollPlan: ...
    @property
    def subject(self) -> PollSubject: ...
    def isVisible(self) -> bool: ...


class HandingOver(QObject):
    """Says in the form why it was refused, and has typed next what mends it."""

    def __init__(self, page: PlanForm, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._waits = page, False
        page.question_edit.textEdited.connect(self.go_on)
        for changed in (page.rule_fields.changed, page.lines.changed, page.choice_list.ticked):
            changed.connect(self.go_on)

    def begin(self) -> None:
        """Another form: it is read from its top."""
        self.go_on()
        for scrolled in (self._page.fields, self._page.lines_scrolled):
            scrolled.verticalScrollBar().setValue(0)

    def over(self, wanted: SignalInstance) -> None:
        """Tell what is filled in by a signal; where it is refused, what is typed next mends it."""
        self.go_on()
        self._waits = True
        wanted.emit(self._page.plan)
        self._waits = False
        missing = self._missing if self._page.isVisible() else None
        if missing is not None:
            missing.setFocus()
            self._page.fields.ensureWidgetVisible(missing)

    def refuse(self, sentence: str) -> None:
        """Say why what was handed over is not taken; anything else is no matter of the form."""
        if self._waits:
            tell_problem(self._page.problem_label, sentence)

    def go_on(self, *_changed: object) -> None:
        """Something is changed: what was said may be mended."""
        self._page.problem_label.hide()

    @property
    def _missing(self) -> QWidget | None:
        page = self._page
        asked = page.rule_fields
        if not page.question_edit.text().strip():
            return page.question_edit
        if PollSetting.CRITERIA in asked.method.settings and asked.criteria is not None:
            names = [on_one_line(name) for name, _weight in asked.criteria.rows]
            if not names or len(set(names)) < len(names):
                return asked.criteria.next_edit
        if page.subject not in ON_BOARD:
            few = len(page.lines.written) < asked.method.least_options
            return page.lines.next_edit if few else None
        return None if page.choice_list.chosen else page.search_edit
