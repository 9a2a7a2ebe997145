"""What tests of the list of obstacles share: a club in its window, with things in its way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from kdc_desktop.app import Club, Program
from kdc_desktop.domain.obstacles.states import ObstacleKind
from kdc_desktop.screens.obstacles.obstacles_screen import ObstaclesScreen
from kdc_desktop.settings import Settings
from tests.gui.test_jobs import wait_until
from tests.rooms.consortium_room import Clock
from tests.rooms.obstacles_room import CITY, TRANSPORT, ObstaclesRoom, make_obstacles

SHELTERS, LOCKS, TENDER = "The harbour allows the shelters", "Nobody pays the locks", "A tender"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def empty(tmp_path: Path, qapp: QApplication, clock: Clock) -> Iterator[Club]:
    """Nothing is in the way of “Yard bikes” and “Parcel lockers”."""
    made = make_obstacles(tmp_path / "club.kdc")
    made.database.close()
    yield from _opened(tmp_path, qapp, clock)


@pytest.fixture
def held(tmp_path: Path, qapp: QApplication, clock: Clock) -> Iterator[Club]:
    """Shelters since 100 days, locks since 40, a tender of the project since today."""
    room = make_obstacles(tmp_path / "club.kdc")
    room.note(SHELTERS, owner=TRANSPORT)
    room.clock.days(60)
    room.note(LOCKS, ObstacleKind.FUNDING)
    room.clock.days(40)
    room.note(TENDER, ObstacleKind.PROCUREMENT, of=room.project_id, owner=CITY)
    clock.time = room.clock.time
    room.database.close()
    yield from _opened(tmp_path, qapp, clock)


def _opened(folder: Path, qapp: QApplication, clock: Clock) -> Iterator[Club]:
    settings = Settings(folder / "settings.ini")
    program = Program(qapp, settings, lambda _window: None, clock)
    club = program.open(folder / "club.kdc")
    wait_until(lambda: not club.jobs.busy)
    club.window.resize(1280, 720)
    club.window.show()
    QCoreApplication.processEvents()
    yield club
    club.close()


@pytest.fixture
def listed(held: Club) -> ObstaclesScreen:
    held.window.go("obstacles")
    QCoreApplication.processEvents()
    screen = held.window.screen_shown
    assert isinstance(screen, ObstaclesScreen)
    return screen


def room_of(club: Club) -> ObstaclesRoom:
    from kdc_desktop.services.obstacles.owners import possible_owners

    owners = possible_owners(club.database)
    return ObstaclesRoom(club.database, Clock(), 1, 1, 2, owners)
