"""Where the shared screen stands: where the room sees it, never unasked over the facilitator."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from kdc_desktop.audience.displays import audience_display, fill, window_place

_UNTIL_SEEN = (50, 250, 600)
"""Milliseconds after which a desktop may have given the keys to a window that has come."""


class Placing(QObject):
    """Places `window` on the room's display, or as a window beside that of the facilitator.

    `room_display` names the display to open on; `display_chosen` tells where somebody made it fill
    one. With one display it fills that only when it is asked to, and `is_alone` tells so.
    """

    display_chosen = Signal(str)
    moved = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.facilitators: QWidget | None = None
        self._in_front: QWidget | None = None
        self.room_display = ""
        self._is_bound = False
        self._fills_the_room = True  # as soon as there is a display for it
        self._fills = False  # a display of the room's
        self._is_over = False  # the facilitator's window, because somebody wanted that
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._stand_right)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._watch)
            application.screenRemoved.connect(self._look_again)
            for display in QGuiApplication.screens():
                display.geometryChanged.connect(self._soon.start)

    @property
    def own(self) -> QScreen:
        """The facilitator's display."""
        window = self.facilitators
        return QGuiApplication.primaryScreen() if window is None else window.screen()

    @property
    def is_alone(self) -> bool:
        """Whether there is one display, which only the facilitator sees."""
        return len(QGuiApplication.screens()) == 1

    @property
    def is_bound(self) -> bool:
        """Whether it stays where it is, because people vote there."""
        return self._is_bound

    @is_bound.setter
    def is_bound(self, bound: bool) -> None:
        self._is_bound = bound
        if not bound:
            self._soon.start()  # displays may have come or gone meanwhile

    def come(self) -> None:
        """Stand where the room sees it, or in front of everything on the one display."""
        display = audience_display(self.own, self.room_display)
        if display is not None and not self._is_bound:
            self._quietly(partial(self._fill_the_rooms, display))  # the keys stay here
        else:
            if display is not None:
                self._fill_the_rooms(display)
            elif not self._window.isVisible() or self._window.isMinimized():
                self._stand_as_window()
            self._window.raise_()
            self._window.activateWindow()
        self.moved.emit()

    def come_if_apart(self) -> None:
        """Stand where the room sees it if there is a display for that, and take no keys."""
        display = audience_display(self.own, self.room_display)
        if display is not None and not self._window.isVisible():
            self.come()

    def stand_like(self, other: "Placing") -> None:
        """Stand where another shared screen stands, which goes."""
        window, there = self._window, other._window
        if there.isVisible():
            self._fills, self._is_over = other._fills, other._is_over
            self._fills_the_room = other._fills_the_room
            window.setGeometry(there.geometry())
            window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, True)
            window.setWindowState(there.windowState())
            window.setVisible(True)
            window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, False)
            self.moved.emit()

    def toggle(self) -> None:
        """Come where the room sees it, and go again; on the one display full, or a window."""
        if self.is_bound or not self._window.isVisible() or self._window.isMinimized():
            self.come()
        elif self._fills_another:
            self._window.close()
        elif self._window.isFullScreen():
            self.leave()
        else:
            self._fill()

    @property
    def _fills_another(self) -> bool:
        """Whether it fills a display that is not the facilitator's."""
        return self._window.isFullScreen() and self._window.screen() is not self.own

    def leave(self) -> None:
        """Let the facilitator go on; what filled that display is a window again, and stays one."""
        if self._fills_another:
            self.give_way()
            return
        if self._window.isFullScreen():
            self._fills_the_room = False
        self.give_back()

    def give_back(self) -> None:
        """The same where nobody has asked for a window: it fills a display that comes."""
        if self._window.isFullScreen():
            self._fills = self._is_over = False
            self._window.showNormal()
            self._window.setGeometry(window_place(self._window.screen()))
        if self._window.screen() is self.own:
            self.give_way()
        self.moved.emit()

    def give_way(self) -> None:
        """Let the facilitator's window be in front, or what was put in front of that."""
        front = self._in_front or self.facilitators
        if front is not None:
            front.raise_()
            front.activateWindow()

    def put_in_front(self, widget: QWidget) -> None:
        """Let something fill the facilitator's display until `take_from_front`."""
        self._in_front = widget
        fill(widget, self.own)
        self.give_way()

    def take_from_front(self, widget: QWidget) -> None:
        """Give the facilitator the display back, where this fills it."""
        if self._in_front is widget:
            self._in_front = None
            self.give_way()

    def _fill_the_rooms(self, display: QScreen) -> None:
        self._fills = self._fills_the_room = True
        self._is_over = False
        fills_it = self._window.isFullScreen() and self._window.screen() is display
        hidden = not self._window.isVisible() or self._window.isMinimized()
        if not fills_it or hidden:  # a full one that was closed, or is in the task bar, is both
            fill(self._window, display)
        self._window.raise_()

    def _fill(self) -> None:
        here, display = self._window.screen(), audience_display(self.own, self.room_display)
        if here is self.own and display is not None and not self._window.isActiveWindow():
            self._quietly(partial(self._fill_the_rooms, display))
        else:
            self._fills_the_room, self._is_over = True, here is self.own
            self._fills = not self._is_over
            self.display_chosen.emit(here.name())
            self._window.showFullScreen()
            self._window.raise_()
            self._window.activateWindow()
        self.moved.emit()

    def _watch(self, display: QScreen) -> None:
        display.geometryChanged.connect(self._soon.start)
        self._soon.start()

    def _look_again(self, _display: QScreen) -> None:
        self._soon.start()

    def _stand_right(self) -> None:
        """Displays came, went or lie elsewhere: go to the room's, or step aside."""
        if not self._window.isVisible() or self.is_bound:
            return
        full, display = self._window.isFullScreen(), audience_display(self.own, self.room_display)
        over = self._window.geometry().intersects(self.own.geometry())
        if display is not None and self._fills_the_room and not self._is_over:
            if over or not full:
                self._quietly(partial(self._fill_the_rooms, display))
        elif self._fills or (full and over and not self._is_over) or _is_nowhere(self._window):
            self._quietly(self._stand_as_window)
        self.moved.emit()

    def _stand_as_window(self) -> None:
        self._fills = False
        self._window.showNormal()
        self._window.setGeometry(window_place(self.own))

    def _quietly(self, stand: Callable[[], object]) -> None:
        """Nobody has asked: neither the keys nor the facilitator's window are taken."""
        ours = QGuiApplication.applicationState() is Qt.ApplicationState.ApplicationActive
        if ours:
            _keep_keys_from(self._window, self)
        self._window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, True)
        stand()
        self._window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, False)
        if self._window.screen() is self.own:
            self._window.lower()
            if ours:
                self.give_way()


def _is_nowhere(window: QWidget) -> bool:
    return QGuiApplication.screenAt(window.geometry().center()) is None


def _keep_keys_from(window: QWidget, placing: Placing) -> None:
    """Some desktops give the keys to whatever comes, also where it asks for none."""
    if not window.isActiveWindow():
        for wait in _UNTIL_SEEN:
            QTimer.singleShot(wait, window, partial(_give_back, window, placing))


def _give_back(window: QWidget, placing: Placing) -> None:
    if window.isActiveWindow() and not placing.is_bound:
        placing.give_way()
