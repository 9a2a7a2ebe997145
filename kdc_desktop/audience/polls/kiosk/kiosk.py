"""The kiosk itself: one person after the other, each with a blank paper."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QStackedLayout, QWidget

from kdc_desktop.audience.kit.ink import HEIGHT, PAPER, WIDTH, Palette, load_fonts
from kdc_desktop.audience.polls.kiosk.look import Look, style_sheet
from kdc_desktop.audience.polls.kiosk.page import Page
from kdc_desktop.audience.polls.kiosk.pages import ConfirmPage, MessagePage, PaperPage
from kdc_desktop.audience.polls.kiosk.paper import BLANK
from kdc_desktop.audience.polls.kiosk.pick_page import PickPage
from kdc_desktop.audience.polls.kiosk.pin_page import PinPage
from kdc_desktop.audience.polls.kiosk.voting import Voting
from kdc_desktop.audience.polls.kiosk.way_out import WayOut
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.services.polls.rows import VoterRow
from kdc_desktop.storage import Changes, Database


class Kiosk(QWidget):
    """Lets those of an open poll's electorate who have not voted take turns.

    It cannot be left without the PIN (Ctrl+Shift+Q, or a long press in a corner); `left` is
    emitted then and it closes. `paper_cast` is emitted for every paper that is on disk. Times are
    in milliseconds and may be set before it is shown.
    """

    left = Signal()
    paper_cast = Signal()

    def __init__(
        self,
        database: Database,
        poll_id: int,
        pin_ok: Callable[[str], bool],
        palette: Palette = PAPER,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.idle_after = 60_000
        self.start_over_after = 30_000
        self.thanks_for = 3_000
        self.problem_for = 8_000
        self.hold_for = 1_500
        self._palette, self._database = palette, database
        self._voting = Voting(database, poll_id)
        self._voter: VoterRow | None = None
        self._back_to: Page | None = None
        self._may_close = False
        self._unsubscribe: Callable[[], None] | None = None
        load_fonts()
        self.setObjectName("kiosk")
        self.setWindowTitle(self._voting.question)
        self._idle = self._timer(self._ask)
        self._gone = self._timer(self.start_over)
        self._next = self._timer(self.start_over)
        self._way_out = WayOut(self)
        self._way_out.asked.connect(self.ask_pin)
        self._build(pin_ok)
        self.start_over()

    @property
    def page(self) -> QWidget | None:
        """The page that is shown now."""
        return self._stack.currentWidget()

    def start_over(self) -> None:
        """Forget whoever was here and wait for the next person."""
        self._voter = None
        self._next.stop()
        self._gone.stop()
        self.paper_page.start("", BLANK, "")
        self.confirm_page.start("", self.paper_page.paper, BLANK)
        self.message_page.start("", "")
        self._show_turnout()
        if not self._voting.is_open:
            self._say_closed()
            return
        self._show(self.pick_page)
        self.pick_page.start(self._voting.waiting)

    def pick(self, voter: VoterRow) -> None:
        """Hand this person a blank paper."""
        self._voter = voter
        self._show(self.paper_page)
        self.paper_page.start(_first_name(voter.name), self._voting.ballot, self._voting.about)

    def confirm(self) -> None:
        """Show the paper again before it is cast."""
        if self._voter is not None and self.page is self.paper_page:
            self._show(self.confirm_page)
            name = _first_name(self._voter.name)
            self.confirm_page.start(name, self.paper_page.paper, self._voting.ballot)

    def cast(self) -> None:
        """Cast the paper once, however often it is asked for."""
        if self._voter is None or self.page is not self.confirm_page:
            return
        voter, self._voter = self._voter, None
        marks = self.paper_page.paper.marks
        try:
            self._voting.cast(voter.person_id, marks)
        except UserError as error:
            self._say(_("This did not work"), str(error), self.problem_for)
        else:
            self._say(
                _("Thank you, {name}!", name=_first_name(voter.name)),
                _("Your vote is in. Please let the next person come."),
                self.thanks_for,
            )
            self.paper_cast.emit()
        self.paper_page.paper.show_ballot(BLANK)

    def ask_pin(self) -> None:
        """Ask for the PIN that ends the kiosk."""
        if self.page is not self.pin_page:
            self._back_to = self.page if isinstance(self.page, Page) else None
            self._show(self.pin_page)
            self.pin_page.start()

    def touch(self) -> None:
        """Somebody is there: count the idle time from now."""
        if self.page in (self.paper_page, self.confirm_page, self.pin_page) or (
            self.page is self.pick_page and self.pick_page.query.text()
        ):
            self._idle.start(self.idle_after)
        else:
            self._idle.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._unsubscribe is None:
            self._unsubscribe = self._database.subscribe(self._on_changes)
        self._dress()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close:
            self._stop()
            event.accept()
        else:
            event.ignore()
            self.ask_pin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.touch()
        if self._way_out.key(event):
            return
        if event.key() == Qt.Key.Key_Escape and self.page is self.paper_page:
            self.start_over()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.touch()
        self._way_out.press(event.position(), self.size(), self.hold_for)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._way_out.release()

    def _build(self, pin_ok: Callable[[str], bool]) -> None:
        self.setProperty("kiosk", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stack = QStackedLayout(self)
        self._stack.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.pick_page = PickPage()
        self.paper_page = PaperPage(Look(self._palette))
        self.confirm_page = ConfirmPage()
        self.message_page = MessagePage()
        self.pin_page = PinPage(pin_ok)
        self._pages = (
            self.pick_page,
            self.paper_page,
            self.confirm_page,
            self.message_page,
            self.pin_page,
        )
        for page in self._pages:
            self._stack.addWidget(page)
        self.pick_page.picked.connect(self.pick)
        self.pick_page.typed.connect(self.touch)
        self.paper_page.paper.changed.connect(self.touch)
        self.paper_page.done.connect(self.confirm)
        self.paper_page.over.connect(self.start_over)
        self.confirm_page.cast.connect(self.cast)
        self.confirm_page.change.connect(self._change_paper)
        self.message_page.pressed.connect(self._still_here)
        self.pin_page.opened.connect(self._leave)
        self.pin_page.cancelled.connect(self._go_back)
        self.pin_page.typed.connect(self.touch)
        self.pick_page.question.setText(self._voting.about)

    def _dress(self) -> None:
        scale = min(self.width() / WIDTH, self.height() / HEIGHT)
        look = Look(self._palette, max(0.4, scale))
        self.setStyleSheet(style_sheet(look))
        for page in self._pages:
            page.set_look(look)

    def _timer(self, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True)
        timer.timeout.connect(slot)
        return timer

    def _show(self, page: Page) -> None:
        self._gone.stop()
        self._next.stop()
        self._stack.setCurrentWidget(page)
        self.touch()

    def _say(self, headline: str, text: str, milliseconds: int) -> None:
        self._show(self.message_page)
        self.message_page.start(headline, text)
        self._next.start(milliseconds)

    def _say_closed(self) -> None:
        self._show(self.message_page)
        self.message_page.start(_("The vote is closed."), _("Thank you!"))

    def _ask(self) -> None:
        if self._voter is None:
            self.start_over()
            return
        self._back_to = self.page if isinstance(self.page, Page) else None
        if self._back_to is self.pin_page:
            self._back_to = self.paper_page
        self._show(self.message_page)
        self.message_page.start(
            _("Are you still there?"),
            _("Otherwise this starts over for the next person."),
            _("Yes, I am here"),
        )
        self._gone.start(self.start_over_after)

    def _still_here(self) -> None:
        if self._gone.isActive():
            self._go_back()

    def _go_back(self) -> None:
        page, self._back_to = self._back_to, None
        if page in (self.paper_page, self.confirm_page) and self._voter is not None:
            assert page is not None
            self._show(page)
            self.paper_page.paper.focus_option(0) if page is self.paper_page else page.setFocus()
        else:
            self.start_over()

    def _change_paper(self) -> None:
        self._show(self.paper_page)
        self.paper_page.paper.focus_option(0)

    def _leave(self) -> None:
        self._may_close = True
        self._voter = None
        self.paper_page.paper.show_ballot(BLANK)
        self.left.emit()
        self.close()

    def _stop(self) -> None:
        for timer in (self._idle, self._gone, self._next):
            timer.stop()
        self._way_out.release()
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    def _show_turnout(self) -> None:
        text = self._voting.turnout_line
        self.pick_page.turnout.setText(text)
        self.paper_page.turnout.setText(text)

    def _on_changes(self, changes: Changes) -> None:
        if not changes.tables & {"poll", "voter_roll"}:
            return
        self._show_turnout()
        told = self.page is self.message_page
        busy = self.page is self.pin_page or (told and self._next.isActive())
        resting = told and not self._gone.isActive()
        if "poll" in changes.tables and not busy and (resting or not self._voting.is_open):
            self.start_over()
        if self.page is self.pick_page:
            self.pick_page.update_voters(self._voting.waiting)


def _first_name(name: str) -> str:
    return name.split()[0] if name.split() else name
