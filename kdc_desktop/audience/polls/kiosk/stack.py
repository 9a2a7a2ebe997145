"""The pages of the kiosk, one over the other."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLayout, QStackedLayout, QWidget

from kdc_desktop.audience.polls.kiosk.ballot import BLANK
from kdc_desktop.audience.polls.kiosk.confirm_page import ConfirmPage
from kdc_desktop.audience.polls.kiosk.kinds import paper_for
from kdc_desktop.audience.polls.kiosk.leave_page import LeavePage
from kdc_desktop.audience.polls.kiosk.look import Look
from kdc_desktop.audience.polls.kiosk.message_page import MessagePage, Told
from kdc_desktop.audience.polls.kiosk.page import Page
from kdc_desktop.audience.polls.kiosk.paper_page import PaperPage
from kdc_desktop.audience.polls.kiosk.pick_page import PickPage
from kdc_desktop.audience.polls.kiosk.pin_page import PinPage
from kdc_desktop.audience.polls.kiosk.question import KioskQuestion
from kdc_desktop.audience.polls.kiosk.still_page import StillPage
from kdc_desktop.services.polls.rows import VoterRow


class KioskStack(QStackedLayout):
    """Who is next, their paper, the same to confirm, whether they are there, a few large
    words, and two ways out."""

    def __init__(
        self,
        over: QWidget,
        look: Look,
        pin_ok: Callable[[str], bool],
        question: KioskQuestion,
    ) -> None:
        super().__init__(over)
        self.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.pick = PickPage(question.words)
        self.paper = PaperPage(paper_for(question.ballot, look), look, question.words)
        self.confirm = ConfirmPage(question.words)
        self.still = StillPage()
        self.message = MessagePage()
        self.leave = LeavePage()
        self.pin = PinPage(pin_ok)
        self._pages: tuple[Page, ...] = (
            self.pick,
            self.paper,
            self.confirm,
            self.still,
            self.message,
            self.leave,
            self.pin,
        )
        for page in self._pages:
            self.addWidget(page)

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return next(page for page in self._pages if self.shows(page))

    @property
    def is_left(self) -> bool:
        """Whether somebody is asked how the kiosk ends."""
        return self.shows(self.leave, self.pin)

    @property
    def told(self) -> Told:
        """What the large words are about that are shown; nothing where another page is."""
        return self.message.told if self.shows(self.message) else Told.NOTHING

    @property
    def has_begun(self) -> bool:
        """Whether somebody looks for a name, has a paper, or is asked how the kiosk ends."""
        if self.shows(self.pick):
            return bool(self.pick.query.text())
        return self.is_left or self.shows(self.paper, self.confirm)

    def forget(self) -> None:
        """Nothing is left on any page of whoever was here."""
        self.paper.start("", "", BLANK)
        self.confirm.start("", "", self.paper.paper, BLANK)
        self.still.start()

    def shows(self, *pages: Page) -> bool:
        """Whether one of these is shown."""
        return self.currentWidget() in pages

    def question(self, voter: VoterRow, typed: str) -> Callable[[], object]:
        """What begins the question whose paper is shown; `typed` led to it, or time. What was typed
        over the paper goes before it, with digits between the letters, and what it changed is
        undone."""
        over = self.paper.take_typed() if typed and self.shows(self.paper) else ""
        undone = bool(over and self.paper.undone)
        return partial(self.still.start, voter, over or typed, over=bool(over), undone=undone)

    def set_look(self, look: Look) -> None:
        """Wear another palette or size."""
        for page in self._pages:
            page.set_look(look)

    def show_turnout(self, line: str) -> None:
        """Say how many have voted."""
        self.pick.turnout.setText(line)
        self.paper.turnout.setText(line)
