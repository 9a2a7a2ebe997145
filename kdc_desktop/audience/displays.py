"""Which display the shared screen belongs on, and which ones the room may be looking at."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


def audience_display(facilitators: QScreen | None, chosen: str = "") -> QScreen | None:
    """A display that is not the facilitator's: the one chosen by its name, else the largest.

    None when there is no other, or when the others show the same as the facilitator's.
    """
    own = facilitators or QGuiApplication.primaryScreen()
    others = [
        screen
        for screen in QGuiApplication.screens()
        if screen is not own and not screen.geometry().intersects(own.geometry())
    ]
    return max(others, key=lambda screen: (screen.name() == chosen, _area(screen)), default=None)


def room_may_see(display: QScreen, shared_screen: QWidget | None) -> bool:
    """Whether the room may be looking at a display of the facilitator's.

    It does where another display shows the same, or where the shared screen stands on it: for that
    somebody has mirrored it in a way that the desktop does not tell.
    """
    mirrored = any(
        other is not display and other.geometry().intersects(display.geometry())
        for other in QGuiApplication.screens()
    )
    stands_there = (
        shared_screen is not None
        and shared_screen.isVisible()
        and not shared_screen.isMinimized()
        and shared_screen.screen() is display
    )
    return mirrored or stands_there


def window_place(display: QScreen | None) -> QRect:
    """Where the shared screen stands as a window: 16:9 in the lower right of `display`."""
    room = display.availableGeometry() if display else QRect(0, 0, 1280, 800)
    width = max(640, room.width() * 55 // 100)
    place = QRect(0, 0, width, width * 9 // 16)
    place.moveBottomRight(room.bottomRight())
    return place


def fill(window: QWidget, display: QScreen) -> None:
    """Let a window fill a display, whatever it did before."""
    window.showNormal()
    window.setScreen(display)
    window.setGeometry(display.geometry())
    window.showFullScreen()


def _area(screen: QScreen) -> int:
    size = screen.geometry().size()
    return size.width() * size.height()
