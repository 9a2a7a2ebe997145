"""How long 300 people take to be seated, and what the window feels of their tables."""

import statistics
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kdc_desktop.app import Club
from kdc_desktop.domain.seating.report import report_of
from kdc_desktop.domain.seating.solver import seat
from kdc_desktop.domain.seating.stages import KINDS
from kdc_desktop.screens.seating.tables_screen import TablesScreen
from kdc_desktop.services.sessions.agenda import add_stage
from tests.benchmarks.conftest import Record
from tests.benchmarks.heartbeat import LIMIT, beating, let_pass, until
from tests.benchmarks.live_window import Stopwatch, open_in_window
from tests.domain.seating.made_up import room
from tests.rooms.consortia_room import make_room
from tests.rooms.tables_room import TablesRoom

SIZE = "300 people, 38 tables, 4 rounds"
LEFT, KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ROUNDS = 9


def test_seat_three_hundred_people(record: Record) -> None:
    problem = room(300, 40, 4)
    began = time.perf_counter()
    seated = seat(problem)
    taken = time.perf_counter() - began
    again = report_of(problem, seated).again
    record("seat everybody | 300 people, 40 tables, 4 rounds", taken, "s", None, "≤ 5 s")
    proven = again.reached - again.best
    record("pairs again beyond what is proven | 300, 40, 4", proven, "pairs", None, "≤ 0 pairs")


@pytest.fixture
def club(qapp: QApplication, tmp_path: Path) -> Iterator[Club]:
    made = make_room(tmp_path / "club.kdc", 300, 100)
    welcome = add_stage(made.database, 1, KINDS[0])
    stage_id = add_stage(made.database, 1, KINDS[0])
    TablesRoom(made.database, 1, stage_id, made.people).seat(seats=8, rounds=4)
    made.database.close()
    program = open_in_window(qapp, tmp_path / "club.kdc", 1)
    assert program.club is not None
    program.club.window.walk.look_at(welcome)
    let_pass(3)
    until(lambda: not program.club or not program.club.busy)
    yield program.club
    program.club.close()


def _open(club: Club) -> TablesScreen:
    club.window.walk.look_at(2)
    until(lambda: len(_screen(club).columns.columns) == 38)
    return _screen(club)


def _screen(club: Club) -> TablesScreen:
    screen = club.window.screen_shown
    assert isinstance(screen, TablesScreen)
    return screen


def test_the_screen_opens_with_three_hundred_people_seated(club: Club, record: Record) -> None:
    with beating() as beat:
        _open(club)
    record(f"longest block: open tables first | {SIZE}", beat.longest, "ms", None, LIMIT)


def test_a_drag_is_seen_at_once(club: Club, record: Record) -> None:
    screen = _open(club)
    view, watch = screen.columns, Stopwatch(screen.columns.viewport())
    undo = club.window.findChild(QAction, "act_undo")
    assert undo is not None
    done, undone = [], []
    for _round in range(ROUNDS):
        view.verticalScrollBar().setValue(0)
        rect = view.rect_of(view.columns[0].cards[0].key)
        assert rect is not None
        target = view._layout.columns[1].rect.center()
        QTest.mousePress(view.viewport(), LEFT, KEYS, rect.center())
        for at in (rect.center() + QPoint(12, 4), target):
            QTest.mouseMove(view.viewport(), at)
        let_pass(0.1)
        done.append(watch.felt(partial(QTest.mouseRelease, view.viewport(), LEFT, KEYS, target)))
        undone.append(watch.felt(undo.trigger))
    for name, figures in (("move somebody to a table", done), ("undone", undone)):
        figure = statistics.median(figures)
        record(f"hands: {name} | {SIZE}", figure, "ms", None, "≤ 33 ms")
