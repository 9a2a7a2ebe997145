"""What stays in memory of clubs, screens, kiosks and themes that have gone; see the row on start
for how much there is."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Program
from kdc_desktop.screens.polls.poll_screen import PollScreen
from kdc_desktop.services.polls import preparing, running
from kdc_desktop.settings import ThemeMode
from tests.benchmarks.conftest import Record
from tests.benchmarks.heartbeat import until
from tests.benchmarks.live_window import open_big_club

TIMES = 50
FIRST = 10  # not counted: what is made once and kept, and what the allocator takes ahead
CLUBS_FIRST = 40  # of whole clubs: by then the allocator's heap has found its size
SIZE = "5,000 ideas, 5,000 people, {times} times"
FLAT = "≤ 0.2 MB"


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    made = open_big_club(qapp, tmp_path / "club.kdc", ideas=5000, people=5000)
    assert made.club is not None
    shutil.copyfile(tmp_path / "club.kdc", tmp_path / "other.kdc")
    qtbot.wait(1500)
    yield made
    made.club.close()


@pytest.fixture
def grown(record: Record, program: Program, qtbot: QtBot) -> Callable[..., None]:
    """Put into the table how much memory one time more takes, in the long run."""

    def held() -> float:
        assert program.club is not None
        jobs = program.club.jobs
        until(lambda: not jobs.busy)  # what is worked out beside the window would count
        qtbot.wait(2500)  # what has gone is looked for once nothing else is to be done
        return psutil.Process().memory_info().rss / 2**20

    def tell(what: str, act: Callable[[int], object], first: int = FIRST) -> None:
        for number in range(first):
            act(number)
        before = held()
        for number in range(TIMES):
            act(number)
        each = (held() - before) / TIMES
        record(f"memory: {what}, each | {SIZE.format(times=TIMES)}", each, "MB", None, FLAT)

    return tell


def test_clubs_opened_one_after_the_other(
    grown: Callable[..., None], program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    def another(number: int) -> None:
        club = program.open(tmp_path / ("club.kdc" if number % 2 else "other.kdc"))
        club.window.open_session(1)
        qtbot.wait(300)

    grown("a club opened", another, CLUBS_FIRST)


def test_every_screen_visited(grown: Callable[..., None], program: Program, qtbot: QtBot) -> None:
    window = program.club.window

    def visit(_number: int) -> None:
        window.open_session(1)
        for stage in window.walk.stages:
            window.walk.look_at(stage.id)
            qtbot.wait(20)
        for area in ("people", "settings", "home"):
            window.go(area)
            qtbot.wait(20)

    grown("every screen visited", visit)


def test_kiosks(grown: Callable[..., None], program: Program, qtbot: QtBot) -> None:
    club = program.club
    plan = preparing.PollPlan(question="Which?", option_ids=tuple(range(1, 11)))
    screen = club.window.show_session_screen("poll")
    assert isinstance(screen, PollScreen)
    poll_id = preparing.create_poll(club.database, 1, plan)
    running.open_poll(club.database, poll_id)

    program.settings.goes_without_pin = True

    def kiosk(_number: int) -> None:
        screen.kiosk_wanted.emit(poll_id)
        qtbot.wait(30)
        club.shared_screen.leave_kiosk()

    grown("a kiosk opened", kiosk)


def test_themes(grown: Callable[..., None], program: Program, qtbot: QtBot) -> None:
    def dress(number: int) -> None:
        program.settings.theme = ThemeMode.DARK if number % 2 else ThemeMode.LIGHT
        qtbot.wait(30)

    grown("another theme", dress)
