"""The kiosk itself: a window that lets one person after the other vote, and nobody out."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kdc_desktop.audience.kit.ink import HEIGHT, PAPER, WIDTH, SlidePalette, load_fonts
from kdc_desktop.audience.polls.kiosk.look import Look, style_sheet
from kdc_desktop.audience.polls.kiosk.page import Page
from kdc_desktop.audience.polls.kiosk.patience import Patience
from kdc_desktop.audience.polls.kiosk.stack import KioskStack
from kdc_desktop.audience.polls.kiosk.turns import Turns
from kdc_desktop.audience.polls.kiosk.voting import Voting
from kdc_desktop.audience.polls.kiosk.way_out import WayOut
from kdc_desktop.storage import Changes, Database


class Kiosk(QWidget):
    """Lets those of an open poll's electorate who have not voted take turns.

    It cannot be left without the PIN (Ctrl+Shift+Q, or a long press in a corner); `left` is
    emitted then and it closes. `paper_cast` is emitted for every paper that is on disk.
    `patience` knows how long it waits, `hold_for` is a long press in milliseconds.
    """

    left = Signal()
    paper_cast = Signal()

    def __init__(
        self,
        database: Database,
        poll_id: int,
        pin_ok: Callable[[str], bool],
        palette: SlidePalette = PAPER,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.hold_for = 1_500
        self._palette, self._database = palette, database
        self._may_close = False
        self._unsubscribe: Callable[[], None] | None = None
        load_fonts()
        self.setObjectName("kiosk")
        self.setProperty("kiosk", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        voting = Voting(database, poll_id)
        self.setWindowTitle(voting.question)
        self.patience = Patience(self)
        self.stack = KioskStack(self, Look(palette), pin_ok)
        self.stack.pick.question.setText(voting.about)
        self.turns = Turns(self.stack, voting, self.patience, self)
        self.turns.paper_cast.connect(self.paper_cast)
        self._way_out = WayOut(self)
        self._way_out.asked.connect(self.turns.ask_pin)
        self.stack.pin.opened.connect(self._leave)
        self.turns.start_over()

    @property
    def page(self) -> Page:
        """The page that is shown now."""
        return self.stack.page

    def cover(self) -> None:
        """Leave nothing of a paper and wait for the next person; a bare page when that fails."""
        try:
            self.turns.start_over()
        except Exception:
            self.stack.page.hide()
            raise
        self.stack.page.show()

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
            self.turns.ask_pin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.turns.touch()
        if self._way_out.key(event):
            return
        if event.key() == Qt.Key.Key_Escape and self.stack.shows(self.stack.paper):
            self.turns.start_over()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.turns.touch()
        self._way_out.press(event.position(), self.size(), self.hold_for)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._way_out.release()

    def _dress(self) -> None:
        scale = min(self.width() / WIDTH, self.height() / HEIGHT)
        look = Look(self._palette, max(0.4, scale))
        self.setStyleSheet(style_sheet(look))
        self.stack.set_look(look)

    def _leave(self) -> None:
        self._may_close = True
        self.turns.leave()
        self.left.emit()
        self.close()

    def _stop(self) -> None:
        self.patience.rest()
        self._way_out.release()
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None

    def _on_changes(self, changes: Changes) -> None:
        if "poll" in changes.tables:
            self.turns.follow_poll()
        if changes.tables & {"poll", "voter_roll"}:
            self.turns.show_turnout()
