"""The program's own window over a big club, and how long a person waits for what hands do."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from kdc_desktop.app import Program
from kdc_desktop.settings import Settings
from kdc_desktop.storage import Database, open_database
from tests.benchmarks.heartbeat import let_pass
from tests.rooms.big_club import EVENING, fill_big_club


def open_big_club(app: QApplication, path: Path, *, ideas: int, people: int) -> Program:
    """A filled club with its session open, in a window and a shared screen of 1920 × 1080."""
    return open_filled(app, path, lambda database: fill_big_club(database, ideas, people))


def open_filled(app: QApplication, path: Path, fill: Callable[[Database], int]) -> Program:
    """A club that `fill` has filled, with the session open whose id it gave."""
    database = open_database(path, lambda: EVENING)
    session_id = fill(database)
    database.close()
    return open_in_window(app, path, session_id)


def open_in_window(app: QApplication, path: Path, session_id: int) -> Program:
    """A session of a club file in a window and a shared screen of 1920 × 1080."""
    program = Program(app, Settings(path.with_suffix(".ini")), lambda _window: None)
    club = program.open(path)
    club.window.resize(1920, 1080)
    club.window.open_session(session_id)
    club.shared_screen.resize(1920, 1080)
    club.shared_screen.show()
    club.window.activateWindow()
    let_pass(1.0)
    return program


class Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.count += event.type() == QEvent.Type.Paint
        return super().eventFilter(watched, event)


class Stopwatch:
    """Times acts of hands from the press until the file has them and `widget` shows them.

    `complete` tells that what was painted last is all there is to see.
    """

    def __init__(self, widget: QWidget, complete: Callable[[], bool] = lambda: True) -> None:
        self._paints = Paints(widget)
        self._complete = complete

    def felt(self, act: Callable[[], object], rest: float = 0.15) -> float:
        """Milliseconds of one act; before it the window rests for so many seconds."""
        let_pass(rest)
        started, painted = time.perf_counter(), self._paints.count
        act()
        while self._paints.count == painted or not self._complete():
            QCoreApplication.processEvents()
            assert time.perf_counter() < started + 60, "it was never painted"
        return (time.perf_counter() - started) * 1000
