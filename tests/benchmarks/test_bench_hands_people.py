"""What hands do at the door and at buy-in: from the key until it is on disk and painted."""

import statistics
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import insert

from kdc_desktop.app import Club, Program
from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Asking, Consortium, Member, Position, Vision, Winner
from kdc_desktop.screens.attendance.check_in_screen import CheckInScreen
from kdc_desktop.screens.visions.matrix import BuyInMatrix
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.attendance.questions import attendances
from kdc_desktop.services.sessions import agenda, questions
from kdc_desktop.storage import Database
from tests.benchmarks.conftest import Record
from tests.benchmarks.heartbeat import let_pass
from tests.benchmarks.live_window import Stopwatch, open_big_club, open_filled
from tests.rooms.big_club import EVENING, fill_big_club

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
    watch = Stopwatch(screen.present_label)
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


def fill_buying_in(database: Database, people: int) -> int:
    """A session at its vision: a consortium of 40, asked 40 times, nine of ten have answered."""
    session_id, asked = fill_big_club(database, 240, people), range(1, 41)
    belongs = {"session_id": session_id, "title": "Yard bikes", "place_in_order": 1}
    named = {"session_id": session_id, "winner_id": 1, "name": "Yard bikes", "place_in_order": 1}
    answers = [
        {
            "vision_id": vision,
            "asking_id": vision,
            "member_id": member,
            "level": (vision * member) % 8 + 1,
            "at": EVENING,
        }
        for vision in asked
        for member in asked
        if (vision + member) % 10
    ]
    rows: dict[type, list[dict[str, object]]] = {
        Winner: [belongs],
        Consortium: [{**named, "created_at": EVENING}],
        Member: [{"consortium_id": 1, "person_id": n, "joined_at": EVENING} for n in asked],
        Vision: [
            {"consortium_id": 1, "number": n, "text": f"Version {n}", "created_at": EVENING}
            for n in asked
        ],
        Asking: [_revealed(session_id, version) for version in asked],
        Position: answers,
    }
    with database.edit(lazy("Asked them"), undoable=False) as edit:
        for kind, told in rows.items():
            edit.connection().execute(insert(kind), told)
    stages = questions.stages(database, session_id)
    agenda.go_to_stage(database, next(stage.id for stage in stages if stage.kind == "vision"))
    return session_id


def _revealed(session_id: int, version: int) -> dict[str, object]:
    of = {"consortium_id": 1, "vision_id": version, "session_id": session_id}
    return {
        **of,
        "scale": "kaner8",
        "agreed_level": 5,
        "opened_at": EVENING,
        "revealed_at": EVENING,
    }


def test_taking_a_position(qapp: QApplication, record: Record, tmp_path: Path) -> None:
    program = open_filled(
        qapp, tmp_path / "buy_in.kdc", lambda database: fill_buying_in(database, 5000)
    )
    club = program.club
    assert club is not None
    screen = club.window.screen_shown
    assert isinstance(screen, VisionScreen)
    found = taken(club, screen.matrix, "the first digit, which asks")
    QTest.keyClick(screen.matrix, Qt.Key.Key_3)  # by now the consortium is being asked
    found |= taken(club, screen.matrix, "a digit")
    club.close()
    size = "40 members, 40 askings, 5,000 people"
    for name, rounds in found.items():
        record(f"hands: {name} at buy-in | {size}", statistics.median(rounds), "ms", None, PROMISE)


def taken(club: Club, matrix: BuyInMatrix, name: str) -> dict[str, list[float]]:
    """What a digit on each of some members takes, and its undo."""
    watch, undone = Stopwatch(matrix.viewport()), f"{name}, undone"
    found: dict[str, list[float]] = {name: [], undone: []}
    for member in range(1, ROUNDS + 1):
        matrix.setFocus()
        matrix.go_to(member)
        key = Qt.Key.Key_1 if member % 2 else Qt.Key.Key_6
        found[name].append(watch.felt(partial(QTest.keyClick, matrix, key)))
        found[undone].append(watch.felt(club.window.undoing.undo))
    return found
