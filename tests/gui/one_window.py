"""One window for many tests that only look: each goes to a place of it, and puts away what opened.

A window takes longer to make than most places take to look at.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QDialog

from kdc_desktop.app import Club
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database
from kdc_desktop.storage.steady_clock import Clock
from tests.rooms.pseudo_room import make_cyrillic_club
from tests.rooms.pseudo_years import TONIGHT, make_years, tonight

_AT_LAST = ("window/overlay", "board/trash", "board/empty", "sessions/empty")
"""After these there is less to be seen in other places."""


def in_one_walk(places: Iterable[str]) -> list[str]:
    """The places in an order in which each can be gone to after those before it."""
    return sorted(places, key=lambda place: _AT_LAST.index(place) if place in _AT_LAST else -1)


@contextmanager
def window_on(
    path: Path,
    theme: Theme,
    make: Callable[[Path], None] = make_cyrillic_club,
    clock: Clock | None = None,
) -> Iterator[Club]:
    """A window on the club file at `path`, which is made when it is missing; nothing moves."""
    if not path.exists():
        make(path)
    settings = Settings(path.with_name("settings.ini"))
    settings.motion = False
    database = open_database(path, clock)
    made = Club(database, theme, settings, lambda *_asked: None, lambda _window: None)
    made.window.show()
    made.shared_screen.resize(1920, 1080)
    yield made
    put_away(made)
    made.close()


@contextmanager
def window_of_years(path: Path, theme: Theme) -> Iterator[Club]:
    """A window on a Cyrillic club of years, on the evening on which it is made."""
    with window_on(path, theme, make_years, tonight) as made:
        made.window.open_session(TONIGHT)
        made.window.whereabouts.show_agenda()  # it is there for all tests, and not of the first
        yield made


def put_away(club: Club) -> None:
    """Close what has opened over and beside the window, whatever is written in it."""
    for widget in QApplication.topLevelWidgets():
        if widget.isModal() or widget.windowType() == Qt.WindowType.Popup:
            widget.close()
    for dialog in club.window.findChildren(QDialog):
        dialog.done(0)
    club.shared_screen.leave_kiosk()
    club.shared_screen.hide()
    QCoreApplication.processEvents()
