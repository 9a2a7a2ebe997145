"""Whose turn it is: from a name to a paper that is on disk, and nothing left for the next one."""

from PySide6.QtCore import QObject, Signal

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
    """Leads one person after the other over the pages; `paper_cast` for every paper on disk."""

    paper_cast = Signal()

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
        stack.pin.cancelled.connect(self.go_back)
        stack.pin.typed.connect(self.touch)

    def start_over(self) -> None:
        """Forget whoever was here and wait for the next person."""
        stack = self._stack
        self._voter = None
        self._patience.forget_turn()
        stack.paper.start("", BLANK, "")
        stack.confirm.start("", stack.paper.paper, BLANK)
        stack.message.start(Told.NOTHING)
        self.show_turnout()
        if not self._voting.is_open:
            self._say(Told.CLOSED, _("The vote is closed."), _("Thank you!"))
            return
        self._show(stack.pick)
        stack.pick.start(self._voting.waiting)

    def pick(self, voter: VoterRow) -> None:
        """Hand this person a blank paper."""
        self._voter = voter
        self._show(self._stack.paper)
        name = greeting_name(voter.name)
        self._stack.paper.start(name, self._voting.ballot, self._voting.about)

    def confirm(self) -> None:
        """Show the paper again before it is cast."""
        stack = self._stack
        if self._voter is not None and stack.shows(stack.paper):
            self._show(stack.confirm)
            name = greeting_name(self._voter.name)
            stack.confirm.start(name, stack.paper.paper, self._voting.ballot)

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

    def ask_pin(self) -> None:
        """Ask for the PIN that ends the kiosk."""
        if not self._stack.shows(self._stack.pin):
            self._back_to = self._stack.page
            self._show(self._stack.pin)
            self._stack.pin.start()

    def go_back(self) -> None:
        """Go on where somebody was before they were asked something."""
        stack = self._stack
        page, self._back_to = self._back_to, None
        if self._voter is None or page not in (stack.paper, stack.confirm):
            self.start_over()
        elif page is stack.paper:
            self._change_paper()
        else:
            self._show(stack.confirm)
            stack.confirm.setFocus()

    def leave(self) -> None:
        """Forget whoever is here; nobody comes after them."""
        self._voter = None
        self._stack.paper.paper.show_ballot(BLANK)

    def touch(self) -> None:
        """Somebody is there: count the idle time from now."""
        stack = self._stack
        searching = stack.shows(stack.pick) and bool(stack.pick.query.text())
        self._patience.expect(searching or stack.shows(stack.paper, stack.confirm, stack.pin))

    def show_turnout(self) -> None:
        """Others have voted, here or elsewhere."""
        line = self._voting.turnout_line
        self._stack.pick.turnout.setText(line)
        self._stack.paper.turnout.setText(line)
        if self._stack.shows(self._stack.pick):
            self._stack.pick.update_voters(self._voting.waiting)

    def follow_poll(self) -> None:
        """The poll may have been closed, or opened again."""
        told = self._stack.told
        if self._stack.shows(self._stack.pin) or told in (Told.THANKS, Told.REFUSED):
            return
        if told == Told.CLOSED or not self._voting.is_open:
            self.start_over()

    def _ask(self) -> None:
        if self._voter is None:
            self.start_over()
            return
        pin = self._stack.shows(self._stack.pin)
        self._back_to = self._stack.paper if pin else self._stack.page
        self._say(
            Told.ASKING,
            _("Are you still there?"),
            _("Otherwise this starts over for the next person."),
            _("Yes, I am here"),
        )
        self._patience.await_answer()

    def _change_paper(self) -> None:
        self._show(self._stack.paper)
        self._stack.paper.paper.focus_option(0)

    def _show(self, page: Page) -> None:
        self._patience.forget_turn()
        self._stack.setCurrentWidget(page)
        self.touch()

    def _say(self, told: Told, headline: str, text: str, button: str = "") -> None:
        self._show(self._stack.message)
        self._stack.message.start(told, headline, text, button)
