"""Whose turn it is: from a name to a paper that is on disk, and nothing left for the next one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.audience.polls.kiosk.page import Page
from kdc_desktop.audience.polls.kiosk.pages import Told
from kdc_desktop.audience.polls.kiosk.paper import BLANK
from kdc_desktop.audience.polls.kiosk.patience import Patience
from kdc_desktop.audience.polls.kiosk.stack import KioskStack
from kdc_desktop.audience.polls.kiosk.voting import Voting
from kdc_desktop.domain.people.greeting import greeting_name
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.services.polls.rows import VoterRow


class Turns(QObject):
    """Leads one person after the other over the pages; `paper_cast` for every paper on disk.

    `shown` tells that a page stands there with all that it says, `ended` that nobody can vote here
    any more.
    """

    paper_cast = Signal()
    shown = Signal()
    ended = Signal()

    def __init__(
        self, stack: KioskStack, voting: Voting, patience: Patience, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._stack, self._voting, self._patience = stack, voting, patience
        self._voter: VoterRow | None = None
        self._back_to: Page | None = None
        patience.missed.connect(self._ask)
        patience.gone.connect(self.start_over)
        patience.turned.connect(self.start_over)
        stack.pick.picked.connect(self.pick)
        stack.pick.typed.connect(self.touch)
        stack.paper.paper.changed.connect(self.touch)
        stack.paper.done.connect(self.confirm)
        stack.paper.over.connect(self.start_over)
        stack.confirm.cast.connect(self.cast)
        stack.confirm.change.connect(self._change_paper)
        stack.message.pressed.connect(self.go_back)
        stack.leave.cancelled.connect(self.go_back)
        stack.pin.cancelled.connect(self.go_back)
        stack.pin.typed.connect(self.touch)

    @property
    def has_paper(self) -> bool:
        """Whether somebody has a paper that is not cast."""
        return self._voter is not None

    def start_over(self) -> None:
        """Forget whoever was here and wait for the next person, while there can be one."""
        stack = self._stack
        self.forget()
        stack.message.start(Told.NOTHING)
        if not self._voting.is_open:
            self.ended.emit()
            return
        self.show_turnout()
        self._show(stack.pick, partial(stack.pick.start, self._voting.waiting))

    def pick(self, voter: VoterRow) -> None:
        """Hand this person a blank paper."""
        self._voter = voter
        page, voting = self._stack.paper, self._voting
        name = greeting_name(voter.name)
        whole = dotted(voter.name, voter.apart)
        self._show(page, partial(page.start, name, whole, voting.ballot, voting.about))

    def confirm(self) -> None:
        """Show the paper again before it is cast."""
        stack = self._stack
        if self._voter is not None and stack.shows(stack.paper):
            page, name = stack.confirm, dotted(self._voter.name, self._voter.apart)
            self._show(page, partial(page.start, name, stack.paper.paper, self._voting.ballot))

    def cast(self) -> None:
        """Cast the paper once, however often it is asked for."""
        paper, patience = self._stack.paper.paper, self._patience
        if self._voter is None or not self._stack.shows(self._stack.confirm):
            return
        voter, self._voter = self._voter, None
        try:
            self._voting.cast(voter.person_id, paper.marks)
        except UserError as error:
            self._say(Told.REFUSED, _("This did not work"), str(error))
            patience.turn_after(patience.problem_for)
        else:
            self._say(
                Told.THANKS,
                _("Thank you, {name}!", name=greeting_name(voter.name)),
                _("Your vote is in. Please let the next person come."),
            )
            patience.turn_after(patience.thanks_for)
            self.paper_cast.emit()
        paper.show_ballot(BLANK)

    def ask_to_leave(self, *, pin: bool) -> None:
        """Ask whether the kiosk is to end: for the `pin` where there is one."""
        stack = self._stack
        if not stack.is_left:
            self._back_to = stack.page
            page = stack.pin if pin else stack.leave
            self._show(page, page.start)

    def go_back(self) -> None:
        """Go on where somebody was before they were asked something."""
        stack = self._stack
        page, self._back_to = self._back_to, None
        if self._voter is None or page not in (stack.paper, stack.confirm):
            self.start_over()
        elif page is stack.paper:
            self._change_paper()
        else:
            self._show(stack.confirm, stack.confirm.cast_button.setFocus)

    def forget(self) -> None:
        """Forget whoever is here, with everything on their paper."""
        stack = self._stack
        self._voter = None
        self._patience.forget_turn()
        stack.paper.start("", "", BLANK, "")
        stack.confirm.start("", stack.paper.paper, BLANK)

    def touch(self) -> None:
        """Somebody is there: count the idle time from now."""
        stack = self._stack
        searching = stack.shows(stack.pick) and bool(stack.pick.query.text())
        started = stack.is_left or stack.shows(stack.paper, stack.confirm)
        self._patience.expect(searching or started)

    def show_turnout(self) -> None:
        """Others have voted, here or elsewhere."""
        line = self._voting.turnout_line
        self._stack.pick.turnout.setText(line)
        self._stack.paper.turnout.setText(line)
        if self._stack.shows(self._stack.pick):
            self._stack.pick.update_voters(self._voting.waiting)

    def follow_poll(self) -> None:
        """End where the vote has ended; whoever has just voted is thanked to the end."""
        if self._stack.told != Told.THANKS and not self._voting.is_open:
            self.start_over()

    def _ask(self) -> None:
        if self._voter is None:
            self.start_over()
            return
        self._back_to = self._stack.paper if self._stack.is_left else self._stack.page
        self._say(
            Told.ASKING,
            _("Are you still there?"),
            _("Otherwise this starts over for the next person."),
            _("Yes, I am here"),
        )
        self._patience.await_answer()

    def _change_paper(self) -> None:
        paper = self._stack.paper
        self._show(paper, partial(paper.paper.focus_option, 0))

    def _show(self, page: Page, start: Callable[[], object]) -> None:
        self._patience.forget_turn()
        self._stack.setCurrentWidget(page)
        start()
        self.touch()
        self.shown.emit()

    def _say(self, told: Told, headline: str, text: str, button: str = "") -> None:
        page = self._stack.message
        self._show(page, partial(page.start, told, headline, text, button))
