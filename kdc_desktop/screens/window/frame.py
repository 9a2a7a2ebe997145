"""The fixed parts around the screen in the centre, and where they lie."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.audience.state import RoomView
from kdc_desktop.collector import take_apart
from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.kit.open_papers import end_kiosk
from kdc_desktop.screens.kit.quiet_line import QuietLine
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.spoken_items import let_readers_in
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.window.centre import Centre
from kdc_desktop.screens.window.elsewhere_bar import ElsewhereBar
from kdc_desktop.screens.window.guest_place import GuestPlace
from kdc_desktop.screens.window.led_away import LedAway
from kdc_desktop.screens.window.presence_bar import PresenceBar
from kdc_desktop.screens.window.rail import Rail
from kdc_desktop.screens.window.room_panel import MARGIN, RoomPanel
from kdc_desktop.screens.window.run_strip import RunStrip

QUIET_SECONDS = 12
STRIP, FOOT = 64, 36  # pixels at 100 %
_A_POINT = QRect(0, 0, 1, 1)


def _focus_in(screen: Screen) -> None:
    """Put the focus into the screen, so that its keys work from the first moment."""
    (screen.keys_to or screen).setFocus(Qt.FocusReason.OtherFocusReason)
    if not screen.isVisible():
        return  # before the window is shown nothing in it can take the focus
    focused = QApplication.focusWidget()
    if focused is not None and (focused is screen or screen.isAncestorOf(focused)):
        return
    widget = screen.nextInFocusChain()
    while widget is not None and widget is not screen:
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and screen.isAncestorOf(widget) and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        widget = widget.nextInFocusChain()


def _take_in(stack: QStackedWidget, guests: GuestPlace, screen: Screen) -> None:
    if stack.indexOf(screen) < 0:
        stack.addWidget(screen)
    guest = screen.inspector()
    if guest is not None:
        guests.keep(guest)  # or the screen, once shown, would show it as a window


class Frame(QWidget):
    """Rail at the left, run strip on top, inspector at the right, foot below.

    `folded_changed` tells whether somebody folded the inspector away, `warned` that something was
    refused.
    """

    folded_changed = Signal(bool)
    screen_shown = Signal()
    warned = Signal()

    def __init__(
        self,
        theme: Theme,
        jobs: Jobs,
        room: RoomView,
        shared_screen: SharedScreen,
        kinds: Sequence[StageKind],
        club: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        let_readers_in()
        self._theme, self._jobs, self._shared_screen = theme, jobs, shared_screen
        self._folded = self._in_session = False
        self.rail = Rail(theme, self)
        self.strip = RunStrip(theme, kinds, self)
        self.elsewhere = ElsewhereBar(theme, self)
        self.led_away = LedAway(theme, self)
        self.centre = Centre(self)
        self.stack = self.centre.stack
        self.room = RoomPanel(theme, room, shared_screen, self)
        self.quiet = QuietLine(self)
        self.foot = PresenceBar(theme, jobs, club, self)
        self._inspector = self._make_inspector()
        self._hush = QTimer(self)
        self._hush.setSingleShot(True)
        self._hush.setInterval(QUIET_SECONDS * 1000)
        self._hush.timeout.connect(self.quiet.fade)
        self._lay_out()
        self.foot.end_kiosk.clicked.connect(lambda _on: end_kiosk(shared_screen, self))
        for signal in (shared_screen.kiosk_changed, shared_screen.visibility_changed):
            signal.connect(self._show_inspector)
        self.quiet.installEventFilter(self)
        self.foot.inspector_button.clicked.connect(self.toggle_inspector)
        theme.changed.connect(self._fit)
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._uncover)
        self._fit()

    def _make_inspector(self) -> QFrame:
        inspector = QFrame(self)
        inspector.setProperty("role", "inspector")
        self._guests = GuestPlace(inspector)
        column = QVBoxLayout(inspector)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(12)
        column.addWidget(self.room)
        column.addWidget(self._guests, 1)
        return inspector

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.rail, 0, 0, 5, 1)
        grid.addWidget(self.elsewhere, 0, 1, 1, 2)
        grid.addWidget(self.strip, 1, 1, 1, 2)
        grid.addWidget(self.led_away, 2, 1)
        grid.addWidget(self.centre, 3, 1)
        grid.addWidget(self._inspector, 2, 2, 2, 1)
        grid.addWidget(self.foot, 4, 1, 1, 2)
        grid.setRowStretch(3, 1)
        grid.setColumnStretch(1, 1)

    def _fit(self) -> None:
        self.strip.setFixedHeight(self._theme.px(STRIP))
        self.room.fit(self.width(), self.height() - self._theme.px(STRIP + FOOT) - 2 * MARGIN)
        self._inspector.setFixedWidth(self.room.width_wanted())
        self._place_quiet()

    def shown_or_none(self) -> Screen | None:
        """The screen in the centre, once there is one."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, Screen) else None

    def shown(self) -> Screen:
        """The screen in the centre."""
        shown = self.shown_or_none()
        assert shown is not None
        return shown

    def show_screen(self, screen: Screen) -> None:
        """Bring a screen to the centre, and its inspector to the right."""
        _take_in(self.stack, self._guests, screen)
        self.stack.setCurrentWidget(screen)
        self.centre.fit()
        self._guests.show_guest(screen.inspector())
        _focus_in(screen)
        self.screen_shown.emit()

    def remove_screen(self, screen: Screen) -> None:
        """Take a screen and its inspector away for good."""
        guest = screen.inspector()
        if guest is not None:
            self._guests.give(guest, screen)
        self.stack.removeWidget(screen)
        if self._jobs.busy:  # what a job was given to do may still ask it for the database
            screen.deleteLater()
        else:
            take_apart(screen)

    def set_area(self, area: str, *, strip: bool) -> None:
        """Light an area; with the run strip, or without."""
        self.rail.show_area(area)
        self.strip.setVisible(strip)
        self._show_inspector()

    def set_in_session(self, in_session: bool) -> None:
        """Show from now on what the room sees beside every screen, or where it is seen only."""
        self._in_session = in_session
        self._show_inspector()

    def toggle_inspector(self) -> None:
        """Fold the inspector away, or bring it back."""
        self.fold(not self._folded)
        self.folded_changed.emit(self._folded)

    def fold(self, folded: bool) -> None:
        """Show no inspector, or show it."""
        self._folded = folded
        self.foot.inspector_button.setChecked(not folded)
        self._show_inspector()

    def _show_inspector(self) -> None:
        self.room.setVisible(self._in_session or self._shared_screen.is_seen)
        needed = self._guests.guest is not None or not self.room.isHidden()
        self.foot.inspector_button.setVisible(needed)
        self._inspector.setVisible(needed and not self._folded)
        apart = self._folded or self.room.isHidden()
        self.foot.end_kiosk.setVisible(apart and self._shared_screen.kiosk is not None)
        self._place_quiet()

    def _make_room(self, height: int) -> None:
        """Let one scroll the last controls of the inspector, or of the screen, out from below the
        quiet line; nothing moves for it by itself."""
        room = height + 12 if height else 0
        beside = not self._inspector.isHidden()
        self._guests.below.want(room if beside else 0)
        self.centre.below.want(0 if beside else room)

    def _uncover(self, _before: QWidget | None, now: QWidget | None) -> None:
        """What has the keys is not left below the quiet line.

        What is larger than half the place is seen all the same, and would leave by the other edge.
        """
        if now is None or self.quiet.isHidden() or not self.isAncestorOf(now):
            return
        seen = QRect(now.mapTo(self, QPoint()), now.size())
        if seen.intersects(self.quiet.geometry()) and not self.quiet.isAncestorOf(now):
            place = self._guests if self._guests.isAncestorOf(now) else self.centre
            if 2 * seen.height() < place.height():
                place.below.scroll_by(seen.bottom() - self.quiet.y() + 12)

    def say(self, text: str, written: Path | None = None) -> None:
        """A quiet line about what was done; it stays where there is a file to open."""
        self.quiet.say(text, written=written)
        if written is not None:
            self._hush.stop()

    def warn(self, sentence: str) -> None:
        """A line about what has to be mended."""
        self.quiet.warn(sentence)
        self.warned.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.quiet and event.type() == QEvent.Type.Hide:
            self._make_room(0)
        if watched is self.quiet and event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest):
            if not self.quiet.has_file:
                self._hush.start()
            QTimer.singleShot(0, self, self._place_quiet)
        return super().eventFilter(watched, event)

    def resizeEvent(self, _event: object) -> None:
        self._fit()

    def _place_quiet(self) -> None:
        width = self.room.width_wanted() - 2 * MARGIN
        height = max(self._theme.px(44), self.quiet.heightForWidth(width))
        right, bottom = self.width() - MARGIN, self.height() - self.foot.height() - MARGIN
        self.quiet.setGeometry(right - width, bottom - height, width, height)
        self.quiet.raise_()
        if not self.quiet.isHidden():
            self._make_room(height)


def get_ready_in(frame: Frame, screen: Screen) -> Iterator[None]:
    """Have a screen as it will be seen while another one is shown, in parts.

    It is a part of the window from the first one on, not a window of its own meanwhile.
    """
    _take_in(frame.stack, frame._guests, screen)
    yield
    screen.catch_up()
    yield
    if screen is not frame.shown():
        screen.resize(frame.shown().size())
        screen.grab(_A_POINT)  # what is painted has its sizes before
