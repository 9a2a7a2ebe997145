"""How long the network of a club of years is worked out, and how long the window stands still."""

import random
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kdc_desktop.app import Program
from kdc_desktop.screens.network.network_screen import NetworkScreen
from kdc_desktop.services.network.picture import Grouped, sketch
from kdc_desktop.services.network.questions import network
from kdc_desktop.services.network.rows import NetPeriod
from kdc_desktop.settings import Settings
from kdc_desktop.storage import Database, open_database
from tests.benchmarks.conftest import Record, median_seconds
from tests.benchmarks.heartbeat import LIMIT, beating, until
from tests.rooms.meeting_room import MeetingRoom

SIZES = ((30, 10, 4), (300, 100, 40))


def furnish(database: Database, people: int, organisations: int, evenings: int) -> None:
    """Evenings of two rounds at tables of six; who sits near each other does so again."""
    lots = random.Random(3)
    letters = "".join(lots.choice("CCCPPAATT") for _one in range(organisations))
    room = MeetingRoom(database, people, letters)
    for _evening in range(evenings):
        came = lots.sample(range(1, people + 1), people * 5 // 6)
        evening = room.evening(came=came)
        for _round in range(2):
            order = sorted(came, key=lambda who: who + lots.random() * people / 2)
            room.tables(evening, *(order[at : at + 6] for at in range(0, len(order), 6)))


@pytest.mark.parametrize(("people", "organisations", "evenings"), SIZES)
def test_network_worked_out_and_shown(
    qapp: QApplication,
    record: Record,
    tmp_path: Path,
    people: int,
    organisations: int,
    evenings: int,
) -> None:
    path, size = tmp_path / "club.kdc", f"{people} people, {evenings} evenings"
    database = open_database(path)
    furnish(database, people, organisations, evenings)

    def work_out() -> None:
        sketch(network(database, NetPeriod()), Grouped.MEETING)

    took = 1000 * median_seconds(work_out, 3)
    database.close()
    record(f"network: worked out | {size}", took, "ms", None, "≤ 2000 ms")
    program = Program(qapp, Settings(tmp_path / "settings.ini"), lambda _window: None)
    club = program.open(path)
    club.window.resize(1540, 930)
    club.window.show()
    until(lambda: not club.jobs.busy)
    with beating() as beat:
        club.window.go("network")
        screen = club.window.screen_shown
        assert isinstance(screen, NetworkScreen)
        until(lambda: screen.is_painted)
    record(f"network: window blocked | {size}", beat.longest, "ms", None, LIMIT)
    record(f"network: window worked | {size}", beat.busiest, "ms", None, LIMIT)
    painted = 1000 * median_seconds(lambda: screen.view.viewport().repaint(), 9)
    record(f"network: painted | {size}", painted, "ms", None, "≤ 50 ms")
    club.close()
