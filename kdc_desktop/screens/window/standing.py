"""Where a window stands on the desk and how large it is; it is found there again."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.audience.state import RoomView
from kdc_desktop.screens.window.going_on import go_on_in_turns, is_there_too
from kdc_desktop.screens.window.main_window import MainWindow
from kdc_desktop.settings import Settings, WindowPlace

FRAME = 4  # pixels at the sides; how wide they are nobody can say before the window is shown
TITLE_BAR = 40
LARGEST = QSize(1920, 1200)
SHARE = 0.8
"""So much of a large display the window takes at first."""
LEAST = QSize(1280, 720)
"""On a display that does not leave so much, the window fills it at first."""
ANY_SIZE = QSize()
ALL = 0.9
"""A window that would leave less than the rest of the display free may as well fill it."""
QUIET = 500  # ms after which a window that was moved stands still


class Windows(Protocol):
    """The two windows of an open club, and what the room sees."""

    window: MainWindow
    shared_screen: SharedScreen
    room: RoomView


def stand_in_place_of(before: Windows | None, club: Windows, settings: Settings) -> Iterator[None]:
    """Put a club's window where the one `before` it stands, else where it stood last.

    It is not shown yet. What does not fit there any more, or lies on a display that is gone, is
    moved and made smaller. The shared screen will open on the display that somebody chose for it.
    After each part the window `before` may have its turn.
    """
    _Standing(club.window, settings)
    _remember_display(club.shared_screen, settings)
    if before is not None:
        club.window.restoreGeometry(before.window.saveGeometry())
        yield from go_on_in_turns(before.window, club.window)
        if is_there_too(before.window, club.window):
            club.shared_screen.placing.stand_like(before.shared_screen.placing)
            club.room.go_on_like(before.room)
            yield
    else:
        _stand(club.window, settings.place)


def _remember_display(shared_screen: SharedScreen, settings: Settings) -> None:
    placing = shared_screen.placing
    placing.room_display = settings.room_display

    def keep(name: str) -> None:
        settings.room_display = placing.room_display = name

    placing.display_chosen.connect(keep)


class _Standing(QObject):
    """Keeps in the settings where the window stands, and whether its inspector is folded."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings, frame = window, settings, window.frame
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(QUIET)
        self._still.timeout.connect(self._keep)
        frame.fold(settings.inspector_folded)
        frame.folded_changed.connect(self._keep_fold)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moved = QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange
        if event.type() in moved and self._window.isVisible():
            self._still.start()
        if event.type() == QEvent.Type.Close and self._window.isVisible():
            self._keep()
        return super().eventFilter(watched, event)

    def _keep(self) -> None:
        self._still.stop()
        window, state = self._window, self._window.windowState()
        if state & Qt.WindowState.WindowMinimized:
            return
        rect = window.normalGeometry() if window.normalGeometry().isValid() else window.geometry()
        here = window.screen().availableGeometry()
        if state != Qt.WindowState.WindowNoState and not here.intersects(rect):
            rect.moveCenter(here.center())  # it was brought here while it filled another display
        self._settings.place = WindowPlace(
            (rect.x(), rect.y(), rect.width(), rect.height()),
            maximized=bool(state & Qt.WindowState.WindowMaximized),
            full_screen=bool(state & Qt.WindowState.WindowFullScreen),
        )

    def _keep_fold(self, folded: bool) -> None:
        self._settings.inspector_folded = folded


def _stand(window: QWidget, kept: WindowPlace | None) -> None:
    displays = [screen.availableGeometry() for screen in _primary_first()]
    if not displays:
        return
    before = None if kept is None else QRect(*kept.rect)
    fitting = within(before, displays, window.minimumSizeHint())
    states = window.windowState()
    if kept.maximized if kept is not None else _fills(fitting, displays[0]):
        states |= Qt.WindowState.WindowMaximized
    if kept is not None and kept.full_screen:
        states |= Qt.WindowState.WindowFullScreen
    window.setGeometry(fitting)
    window.setWindowState(states)


def within(kept: QRect | None, displays: Sequence[QRect], needed: QSize = ANY_SIZE) -> QRect:
    """Where a window fits in: at its place, on the display that shows most of it.

    `displays` are what the desktop leaves of them, the first is where a window goes whose own is
    gone; without a place it gets one there. It is no smaller than what is in it needs, or it would
    grow out of the display.
    """
    if kept is None:
        return _at_first(_inside(displays[0]), needed)
    seen = [_area(display.intersected(kept)) for display in displays]
    most = max(seen)
    room = _inside(displays[seen.index(most)])
    size = kept.size().expandedTo(needed).boundedTo(room.size())
    if not most:
        return _centred(size, room)
    left = min(max(kept.x(), room.x()), room.right() + 1 - size.width())
    top = min(max(kept.y(), room.y()), room.bottom() + 1 - size.height())
    return QRect(QPoint(left, top), size)


def _at_first(room: QRect, needed: QSize) -> QRect:
    """Most of a large display, all of a small one."""
    share = QSize(round(room.width() * SHARE), round(room.height() * SHARE))
    wanted = share.boundedTo(LARGEST).expandedTo(LEAST).expandedTo(needed)
    return _centred(wanted.boundedTo(room.size()), room)


def _fills(place: QRect, display: QRect) -> bool:
    room = _inside(display)
    return place.width() >= ALL * room.width() or place.height() >= ALL * room.height()


def _inside(display: QRect) -> QRect:
    """What is left for a window within its frame."""
    return display.adjusted(FRAME, TITLE_BAR, -FRAME, -FRAME)


def _centred(size: QSize, room: QRect) -> QRect:
    place = QRect(QPoint(), size)
    place.moveCenter(room.center())
    return place.translated(max(0, room.x() - place.x()), max(0, room.y() - place.y()))


def _area(rect: QRect) -> int:
    return rect.width() * rect.height() if rect.isValid() else 0


def _primary_first() -> list[QScreen]:
    primary = QGuiApplication.primaryScreen()
    return sorted(QGuiApplication.screens(), key=lambda screen: screen is not primary)
