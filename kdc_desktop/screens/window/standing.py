"""Where a window stands on the desk, and how large it is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

TITLE_BAR = 40  # pixels; how high it is nobody can say before the window is shown


def show_in_place_of(before: QWidget | None, window: QWidget) -> None:
    """Show a window where the one `before` it stands, in its size.

    Without one it has the size that it was made with, or fills a screen that is smaller.
    """
    if before is not None:
        window.restoreGeometry(before.saveGeometry())
    else:
        _fit(window)
    window.show()


def _fit(window: QWidget) -> None:
    room = window.screen().availableGeometry().size() - QSize(0, TITLE_BAR)
    fitting = window.size().boundedTo(room)
    if fitting != window.size():
        window.resize(fitting)
        window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
