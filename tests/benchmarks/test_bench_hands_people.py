"""What hands do at the door: from the key until it is on disk and painted."""

import statistics
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kdc_desktop.app import Program
from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.screens.attendance.check_in_screen import CheckInScreen
from kdc_desktop.services.attendance.questions import attendances
from tests.benchmarks.conftest import Record
from tests.benchmarks.heartbeat import let_pass
from tests.benchmarks.live_window import Stopwatch, open_big_club

ROUNDS = 9
PROMISE = "≤ 33 ms"
Door = tuple[Program, CheckInScreen]


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[int], Door]]:
    made: list[Program] = []

    def open_club(people: int) -> Door:
        made.append(open_big_club(qapp, tmp_path / f"{people}.kdc", ideas=240, people=people))
        club = made[-1].club
        assert club is not None
        stages = club.window.walk.stages
        check_in = next(stage for stage in stages if stage.kind == "check_in")
        club.window.whereabouts.look_at(check_in.id)
        let_pass(1.0)
        screen = club.window.screen_shown
        assert isinstance(screen, CheckInScreen)
        return made[-1], screen

    yield open_club
    for program in made:
        if program.club is not None:
            program.club.close()


def figures(door: Door) -> dict[str, float]:
    """The median of each act, and of its undo."""
    program, screen = door
    assert program.club is not None
    club, edit = program.club, screen.find_edit
    watch = Stopwatch(screen.attendance_table.viewport())
    rows = attendances(club.database, 1)
    absent = [row.badge for row in rows if row.state is AttendanceState.REGISTERED]
    found: dict[str, list[float]] = {"Enter": [], "Enter, undone": []}
    for badge in islice(cycle(absent), ROUNDS):
        edit.setFocus()
        edit.setText(badge)
        found["Enter"].append(watch.felt(lambda: QTest.keyClick(edit, Qt.Key.Key_Return)))
        found["Enter, undone"].append(watch.felt(club.window.undoing.undo))
    return {name: statistics.median(rounds) for name, rounds in found.items()}


def test_letting_somebody_in_costs_the_same_however_many_are_known(
    opened: Callable[[int], Door], record: Record
) -> None:
    small, large = figures(opened(60)), figures(opened(5000))
    for name, figure in small.items():
        record(f"hands: {name} at check-in | 60 people", figure, "ms", None, PROMISE)
    for name, figure in large.items():
        record(f"hands: {name} at check-in | 5,000 people", figure, "ms", small[name], PROMISE)
