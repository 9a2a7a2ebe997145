"""The kiosk itself: a window that lets one person after the other vote, and nobody out."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kdc_desktop.audience.ending import is_told_to_end
from kdc_desktop.audience.kit.ink import HEIGHT, PAPER, WIDTH, load_fonts
from kdc_desktop.audience.kit.speaking import speak
from kdc_desktop.audience.polls.kiosk.field import only_held
from kdc_desktop.audience.polls.kiosk.foot import KioskFoot
from kdc_desktop.audience.polls.kiosk.look import CONTRAST, Look, style_sheet
from kdc_desktop.audience.polls.kiosk.page import Page
from kdc_desktop.audience.polls.kiosk.patience import Patience
from kdc_desktop.audience.polls.kiosk.question import KioskQuestion
from kdc_desktop.audience.polls.kiosk.stack import KioskStack
from kdc_desktop.audience.polls.kiosk.turns import Turns
from kdc_desktop.audience.polls.kiosk.way_out import WayOut
from kdc_desktop.i18n import _
from kdc_desktop.settings import Settings
from kdc_desktop.storage import Changes, Database


class Kiosk(QWidget):
    """Lets those take turns who are asked a question and have not answered, as in an open poll.

    The way out stands at the foot of every page; it asks for the PIN where one is set. It ends by
    itself when nobody can vote any more. `left` is emitted then and it closes. `paper_cast` is
    emitted for every paper that is on disk, `left_midway` with the name of who went away before.
    `patience` knows how long it waits, `hold_for` is a
    long press in milliseconds.
    """

    left = Signal()
    paper_cast = Signal()
    left_midway = Signal(str)

    def __init__(
        self,
        database: Database,
        question: KioskQuestion,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.hold_for = 1_500
        self._settings, self._database = settings, database
        self._may_close = False
        self._unsubscribe: Callable[[], None] | None = None
        load_fonts()
        self.setObjectName("kiosk")
        self.setProperty("kiosk", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._question = question
        self.setWindowTitle(question.title)
        self.patience = Patience(self)
        pages = QWidget(self)
        self.stack = KioskStack(pages, Look(), settings.pin_ok, question)
        self.stack.pick.about = question.about
        self.stack.pick.latecomers = lambda: question.latecomers
        self.stack.pick.voted = lambda: question.voted
        self.foot = KioskFoot(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(pages, 1)
        column.addWidget(self.foot)
        self.turns = Turns(self.stack, question, self.patience, self)
        self._way_out = WayOut(self)
        self._connect()
        self.turns.start_over()

    @property
    def page(self) -> Page:
        """The page that is shown now."""
        return self.stack.page

    @property
    def has_ended(self) -> bool:
        """Whether nobody can vote here any more."""
        return self._may_close

    @property
    def at_stake(self) -> str:
        """What is lost when it goes now, in a sentence; nothing where nobody has a paper."""
        return (
            _("Somebody has begun an answer at the kiosk, and it is put away.")
            if self.turns.has_paper
            else ""
        )

    def ask_to_leave(self) -> None:
        """Ask whether the kiosk is to end, for the PIN where one is set."""
        self.turns.ask_to_leave(pin=self._settings.has_pin)

    def cover(self) -> None:
        """Leave nothing of a paper and wait for the next person; a bare page when that fails."""
        try:
            self.turns.start_over()
        except Exception:
            self.stack.page.hide()
            self.foot.show_keys("", can_end=True)
            raise
        self.stack.page.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._unsubscribe is None:
            self._unsubscribe = self._database.subscribe(self._on_changes)
            self.turns.start_over()  # what was forgotten, or the vote may have ended meanwhile
        self._dress()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # put aside for a moment, it goes on hearing and counting
            self._stop()
            self.turns.forget()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close or is_told_to_end():
            self._stop()
            event.accept()
        else:
            event.ignore()
            self.ask_to_leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.turns.touch()
        stack = self.stack
        if only_held(event):
            return
        if self._way_out.key(event):
            return
        if event.key() == Qt.Key.Key_Escape:
            if stack.shows(stack.paper):
                self.turns.start_over()
            else:
                self.ask_to_leave()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.turns.touch()
        self._way_out.press(event.position(), self.size(), self.hold_for)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._way_out.release()

    def _dress(self) -> None:
        scale = min(self.width() / WIDTH, self.height() / HEIGHT)
        settings = self._settings
        palette = CONTRAST if settings.kiosk_contrast else PAPER
        look = Look(palette, max(0.4, scale), text=settings.text_size / 100)
        self.setStyleSheet(style_sheet(look))
        self.stack.set_look(look)
        self.foot.set_look(look)

    def _connect(self) -> None:
        turns, stack = self.turns, self.stack
        turns.paper_cast.connect(self.paper_cast)
        turns.left_midway.connect(self.left_midway)
        turns.shown.connect(self._follow_page)
        for asking in (stack.paper.paper, stack.still):
            asking.said.connect(self.foot.tell)
        turns.ended.connect(self._leave)
        for page in (stack.leave, stack.pin):
            page.opened.connect(self._leave)
        self._settings.changed.connect(self._dress)
        self.foot.end_wanted.connect(self.ask_to_leave)
        self._way_out.asked.connect(self.ask_to_leave)

    def _follow_page(self) -> None:
        self.foot.show_keys(self.page.keys, self.page.keys_beside, can_end=not self.stack.is_left)
        keys_to: QWidget | None = self.page.focusWidget()
        speak(self, self.page.spoken)
        self.setFocusProxy(self.page if keys_to is None else keys_to)

    def _leave(self) -> None:
        self._may_close = True
        self.turns.forget()
        self.left.emit()
        self.close()

    def _stop(self) -> None:
        self.patience.rest()
        self._way_out.release()
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    def _on_changes(self, changes: Changes) -> None:
        tables = self._question.tables
        if changes.tables & (tables | {"session"}):
            self.turns.follow_question()
        if changes.tables & tables and not self._may_close:
            self.turns.show_turnout()
