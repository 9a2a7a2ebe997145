"""What tests of polls share: a room to vote in."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kdc_desktop.screens.kit.theme import Theme
from tests.gui.polls.stand import MakeKiosk, Stand
from tests.gui.polls.watched import Watched
from tests.rooms.poll_room import Room, make_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    """Twenty people, present, and six clusters with an idea each."""
    made = make_room(tmp_path / "club.kdc")
    yield made
    made.database.close()


@pytest.fixture
def make_kiosk(room: Room, qtbot: QtBot) -> Iterator[MakeKiosk]:
    made = []

    def make(size: tuple[int, int] = (1920, 1080), **plan: Any) -> Stand:
        kiosk = Stand(room, room.open_poll(**plan))
        made.append(kiosk)
        kiosk.resize(*size)
        kiosk.show()
        qtbot.waitExposed(kiosk)
        return kiosk

    yield make
    for kiosk in made:
        kiosk.put_away()


@pytest.fixture
def screen(room: Room, theme: Theme, qtbot: QtBot) -> Iterator[Watched]:
    made = Watched(theme, room)
    stop = room.database.subscribe(made.on_changes)
    qtbot.addWidget(made)
    made.resize(900, 650)
    made.show()
    yield made
    made.jobs.wait()
    stop()
