"""Whose turn it is: from a name to a paper that is on disk, and nothing left for the next one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.audience.polls.kiosk.ballot import BLANK
from kdc_desktop.audience.polls.kiosk.message_page import Told
from kdc_desktop.audience.polls.kiosk.page import Page
from kdc_desktop.audience.polls.kiosk.patience import Patience
from kdc_desktop.audience.polls.kiosk.question import KioskQuestion
from kdc_desktop.audience.polls.kiosk.stack import KioskStack
from kdc_desktop.audience.polls.kiosk.strangers import Strays
from kdc_desktop.audience.polls.kiosk.writing import Writing
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, sentences
from kdc_desktop.services.polls.rows import VoterRow


class Turns(QObject):
    """Leads one person after the other over the pages; `paper_cast` for every paper on disk.

    `shown` tells that a page stands there with all that it says, `ended` that nobody can vote here
    any more, `left_midway` by the name who went away before the paper was cast.

    What is written on a page without a field is of the next one's name, or their badge: it casts
    nothing, and leads to the question whether the one whose paper it is is still there.
    """

    paper_cast = Signal()
    left_midway = Signal(str)
    shown = Signal()
    ended = Signal()

    def __init__(
        self, stack: KioskStack, question: KioskQuestion, patience: Patience, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._stack, self._question, self._patience = stack, question, patience
        self._voter: VoterRow | None = None
        self._back_to: Page | None = None
        self._strays, self._writing = Strays(self), Writing(stack.confirm, question, self)
        _connect(self)

    @property
    def has_paper(self) -> bool:
        """Whether somebody has a paper that is not cast."""
        return self._voter is not None

    def start_over(self) -> None:
        """Forget whoever was here and wait for the next person, while there can be one."""
        stack = self._stack
        self.forget()
        stack.message.start(Told.NOTHING)
        if not self._question.is_open:
            self.ended.emit()
            return
        if self._question.is_paused:
            self._wait()
            return
        self.show_turnout()
        self._show(stack.pick, partial(stack.pick.start, self._question.waiting))

    def pick(self, voter: VoterRow) -> None:
        """Hand this person a blank paper."""
        self._voter = voter
        page, asked = self._stack.paper, self._question
        whole = dotted(voter.name, voter.organisation, voter.apart)
        paper = asked.ballot, asked.about, asked.how
        self._show(page, partial(page.start, asked.greeted(voter), whole, *paper))

    def confirm(self, code: str = "") -> None:
        """Show the paper again before it is cast; `code`, typed just before, may be another's."""
        stack, voter = self._stack, self._voter
        if voter is None or not stack.shows(stack.paper):
            return
        if self._strays.signs or (code and self._question.is_badge(code, voter)):
            self._ask(self._strays.signs or code)
            return
        paper = stack.paper.paper
        if paper.ballot.lacks(paper.marks):
            paper.said.emit(str(self._question.words.needs))
            return
        self._strays.forget()
        page, apart = stack.confirm, dotted(voter.organisation, voter.apart)
        self._writing.voter = voter
        self._show(page, partial(page.start, voter.name, apart, paper, paper.ballot))

    def cast(self) -> None:
        """Cast the paper once, however often it is asked for."""
        paper, patience = self._stack.paper.paper, self._patience
        if self._voter is None or not self._stack.shows(self._stack.confirm):
            return
        if self._question.is_paused:
            self._wait()
            return
        if typed := self._strays.heard or self._writing.of_another:  # also by who types slowly
            self._ask(typed)
            return
        voter, self._voter = self._voter, None
        told, headline, text = _put_in(self._question, voter, self._stack)
        self._say(told, headline, text)
        if told == Told.THANKS:
            patience.turn_after(patience.thanks_for)
            self.paper_cast.emit()
        else:
            patience.turn_after(patience.problem_for)
        paper.show_ballot(BLANK)

    def ask_to_leave(self, *, pin: bool) -> None:
        """Ask whether the kiosk is to end: for the `pin` where there is one."""
        stack = self._stack
        if not stack.is_left:
            if stack.told != Told.PAUSED:
                self._back_to = stack.page
            page = stack.pin if pin else stack.leave
            self._show(page, page.start)

    def go_back(self) -> None:
        """Go on where somebody was before they were asked something."""
        if self._question.is_paused:
            self._wait()
            return
        stack, page, self._back_to = self._stack, self._back_to, None
        self._writing.be_theirs()
        if self._voter is None or page not in (stack.paper, stack.confirm):
            self.start_over()
        elif page is stack.paper:
            self._change_paper()
            stack.paper.tell_undone()
        else:
            self._show(stack.confirm, stack.confirm.cast_button.setFocus)

    def forget(self) -> None:
        """Forget whoever is here, with everything on their paper."""
        self._voter = None
        self._patience.forget_turn()
        self._stack.forget()

    def touch(self) -> None:
        """Somebody is there: count the idle time from now."""
        marked = self._question.secret and bool(self._stack.paper.paper.given)
        self._patience.expect(self._stack.has_begun, marked=marked)

    def show_turnout(self) -> None:
        """Others have voted, here or elsewhere."""
        self._stack.show_turnout(self._question.turnout_line)
        if self._stack.shows(self._stack.pick):
            self._stack.pick.update_voters(self._question.waiting)

    def follow_question(self) -> None:
        """End where it has ended, wait where it is paused; who has just voted is thanked first."""
        stack = self._stack
        if stack.told == Told.THANKS:
            return
        if not self._question.is_open:
            self.start_over()
        elif self._question.is_paused:
            if not stack.is_left and stack.told == Told.NOTHING:
                self._wait()
        elif stack.told == Told.PAUSED:
            self._ask()  # while a paper was covered, somebody else may have come

    def _ask(self, typed: str = "") -> None:
        stack, voter = self._stack, self._voter
        if voter is None:
            self.start_over()
            return
        if self._question.is_paused:
            self._wait()
            return
        if stack.told != Told.PAUSED:  # else it is kept what was covered
            self._back_to = stack.paper if stack.is_left else stack.page
        self._strays.forget()
        self._show(stack.still, stack.question(voter, typed))
        self._patience.await_answer()

    def _wait(self) -> None:
        """Say that it is paused, over a paper that is kept and nobody sees meanwhile."""
        stack, said = self._stack, self._question.words
        if stack.shows(stack.paper, stack.confirm):
            self._back_to = stack.page
        told = said.waits if self._voter is None else said.waits_with_paper
        self._say(Told.PAUSED, str(said.paused), str(told))

    def _hurry(self, typed: str) -> None:
        """The next one does not wait until the thanks have been read."""
        if self._stack.told == Told.THANKS:
            self.start_over()
            self._stack.pick.query.insert(typed)

    def _go_on_typing(self, typed: str) -> None:
        """Who writes does not see that it is asked how the kiosk ends."""
        self.go_back()
        if self._stack.shows(self._stack.pick):
            self._stack.pick.query.insert(typed)
        else:
            self._strays.hear(typed)

    def _put_away(self, typed: str = "") -> None:
        """Whose paper it is has gone, and somebody else may have begun their name."""
        if self._voter is not None:
            self.left_midway.emit(self._voter.name)
        self.start_over()
        self._stack.pick.query.insert(typed)

    def _change_paper(self) -> None:
        self._show(self._stack.paper, self._stack.paper.paper.focus_option)

    def _show(self, page: Page, start: Callable[[], object]) -> None:
        self._patience.forget_turn()
        self._stack.setCurrentWidget(page)
        start()
        self.touch()
        self.shown.emit()

    def _say(self, told: Told, headline: str, text: str) -> None:
        page = self._stack.message
        self._show(page, partial(page.start, told, headline, text))


def _put_in(question: KioskQuestion, voter: VoterRow, stack: KioskStack) -> tuple[Told, str, str]:
    """Cast the paper that is confirmed, and what is said of that."""
    try:
        question.cast(voter.person_id, stack.paper.paper.marks, stack.confirm.said)
    except UserError as error:
        told = sentences((str(error), str(question.words.is_not_in)))
        return Told.REFUSED, _("This did not work"), told
    thanks = _("Thank you, {name}!", name=question.greeted(voter))
    return Told.THANKS, thanks, str(question.words.is_in)


def _connect(turns: Turns) -> None:
    stack, patience = turns._stack, turns._patience
    for asks in (patience.missed, turns._strays.somebody, turns._writing.somebody):
        asks.connect(turns._ask)
    patience.gone.connect(turns._put_away)
    patience.turned.connect(turns.start_over)
    stack.pick.picked.connect(turns.pick)
    for done in (stack.pick.typed, stack.paper.paper.changed, stack.confirm.written):
        done.connect(turns.touch)
    stack.paper.done.connect(turns.confirm)
    stack.paper.over.connect(turns.start_over)
    stack.confirm.cast.connect(turns.cast)
    stack.confirm.change.connect(turns._change_paper)
    for page in (stack.paper, stack.confirm):
        page.typed.connect(turns._strays.hear)
    stack.message.typed.connect(turns._hurry)
    stack.still.here.connect(turns.go_back)
    stack.still.other.connect(turns._put_away)
    stack.still.typed.connect(patience.await_answer)
    for way_out in (stack.leave, stack.pin):
        way_out.cancelled.connect(turns.go_back)
    stack.leave.typed.connect(turns._go_on_typing)
    stack.pin.named.connect(turns._go_on_typing)
    stack.pin.typed.connect(turns.touch)
