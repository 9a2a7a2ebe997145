"""What tests of the consortia screen share: the screen, empty and filled."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.screens.consortia.club_screen import ClubScreen
from kdc_desktop.screens.consortia.consortia_screen import ConsortiaScreen
from kdc_desktop.screens.gains.wiring import gains_beside
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.consortia.forming import make_consortia
from kdc_desktop.services.consortia.moving import move_delegate
from kdc_desktop.services.consortia.projects import NewProject, add_project
from kdc_desktop.services.joined.consortia import BUY_IN, CONSORTIUM_TRAILS, GIVES_BACK, HELD_UP
from kdc_desktop.services.sessions.listing import session
from tests.gui.consortia.hands import opened
from tests.rooms.consortia_room import Room, make_room
from tests.rooms.consortium_room import ConsortiumRoom, make_consortium


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "club.kdc")
    yield made
    made.database.close()


@pytest.fixture
def screen(qtbot: QtBot, theme: Theme, room: Room) -> ConsortiaScreen:
    return opened(qtbot, theme, room)


@pytest.fixture
def filled(screen: ConsortiaScreen, room: Room) -> ConsortiaScreen:
    """Three consortia: Harbour Mobility with two people in the first, a resident in the second."""
    make_consortia(room.database, 1, CONSORTIUM_TRAILS)
    ids = [row.id for row in screen.shown.kept.consortia]
    for person in (room.people[0], room.people[8]):
        move_delegate(room.database, 1, person, ids[0], CONSORTIUM_TRAILS)
    move_delegate(room.database, 1, room.people[4], ids[1], CONSORTIUM_TRAILS)
    return screen


@pytest.fixture
def seven(tmp_path: Path) -> Iterator[ConsortiumRoom]:
    made = make_consortium(tmp_path / "seven.kdc")
    yield made
    made.database.close()


@pytest.fixture
def listed(qtbot: QtBot, theme: Theme, seven: ConsortiumRoom, tmp_path: Path) -> ClubScreen:
    """The list with a consortium and a project, while its session is open."""
    add_project(seven.database, NewProject("Parcel lockers", state=ConsortiumState.RUNNING))
    store = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    now = session(seven.database, seven.session_id)
    given = BUY_IN, CONSORTIUM_TRAILS, store, lambda: now, HELD_UP, GIVES_BACK
    parts = [partial(gains_beside, seven.database)]
    screen = ClubScreen(theme, seven.database, *given, parts)
    qtbot.addWidget(screen)
    seven.database.subscribe(screen.on_changes)
    screen.resize(1100, 700)
    screen.show()
    return screen
