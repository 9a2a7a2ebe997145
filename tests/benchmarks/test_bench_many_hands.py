"""Eight threads write while the facilitator works: what the window feels, how many get through."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kdc_desktop.app import Club
from kdc_desktop.domain.kit.actors import Actor, ActorKind, Way
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.storage.acting import acting
from tests.benchmarks.conftest import Record
from tests.benchmarks.heartbeat import LIMIT, beating, let_pass, until
from tests.benchmarks.live_window import open_big_club

THREADS = 8
SECONDS = 8.0
TEXT = "Night buses for those who clean the offices, every half an hour until the first tram"


@pytest.fixture
def club(qapp: QApplication, tmp_path: Path) -> Iterator[Club]:
    program = open_big_club(qapp, tmp_path / "club.kdc", ideas=2_000, people=1_000)
    assert program.club is not None
    until(lambda: not program.club or not program.club.busy)  # what it loads is not theirs
    yield program.club
    program.club.close()


class Hands:
    """Phones that write without a pause, or with one after each edit."""

    def __init__(self, write: Callable[[int], object], pause: float) -> None:
        self.edits = 0
        self._write, self._pause = write, pause
        self._end = threading.Event()
        self._counting = threading.Lock()
        self._threads = [
            threading.Thread(target=self._work, args=(number,)) for number in range(THREADS)
        ]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        self._end.set()
        for thread in self._threads:
            thread.join()

    def _work(self, number: int) -> None:
        with acting(Actor(ActorKind.HELPER, number + 1), Way.PHONE):
            while not self._end.wait(self._pause):
                self._write(number)
                with self._counting:
                    self.edits += 1


@pytest.mark.parametrize(("kind", "pause"), [("without a pause", 0.0), ("20 a second", 0.4)])
def test_eight_threads_write_while_the_facilitator_works(
    club: Club, record: Record, kind: str, pause: float
) -> None:
    database = club.database
    assert club.window.session is not None
    session_id = club.window.session.id
    lines = iter(range(10**6))

    def write(number: int) -> None:
        place = (300.0 * number, -400.0 - 150.0 * next(lines))
        board_ideas.add_idea(database, session_id, TEXT, at=place)

    def work() -> None:
        board_ideas.add_idea(database, session_id, TEXT)

    hands, waited = Hands(write, pause), list[float]()
    with beating() as beat:
        hands.start()
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            let_pass(0.2)
            began = time.perf_counter()
            work()
            waited.append((time.perf_counter() - began) * 1e3)
        hands.stop()
    size = f"eight threads {kind}, 2,000 ideas"
    record(f"many hands: longest block | {size}", beat.longest, "ms", None, LIMIT)
    record(f"many hands: one's own edit | {size}", max(waited), "ms", None, LIMIT)
    record(f"many hands: edits a second | {size}", hands.edits / SECONDS, "edits", None, "")
