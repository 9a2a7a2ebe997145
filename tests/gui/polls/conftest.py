"""What tests of polls share: a room to vote in."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club, Program
from kdc_desktop.domain.polls.method import Method
from kdc_desktop.domain.polls.stages import KINDS
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.polls.slips.dialog import SlipsDialog
from kdc_desktop.services.sessions import agenda
from kdc_desktop.settings import Settings
from tests.gui.polls.made_up import Ask, Asked, Asking, ballot
from tests.gui.polls.slips_open import MakeDialog
from tests.gui.polls.stand import MakeKiosk, Stand, typed
from tests.gui.polls.watched import Watched
from tests.gui.test_jobs import wait_until
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


@pytest.fixture
def evening(tmp_path: Path, qapp: QApplication, theme: object) -> Iterator[Club]:
    """A club whose session is open in its window, at an open poll."""
    room = make_room(tmp_path / "club.kdc")
    agenda.add_stage(room.database, room.session_id, KINDS[0])
    agenda.go_live(room.database, room.session_id)
    room.open_poll()
    room.database.close()
    program = Program(qapp, Settings(tmp_path / "settings.ini"), lambda _window: None)
    club = program.open(tmp_path / "club.kdc")
    wait_until(lambda: not club.jobs.busy)
    club.window.show()
    club.window.open_session(room.session_id)
    yield club
    club.close()


@pytest.fixture
def ask(room: Room, qtbot: QtBot) -> Iterator[Ask]:
    """A kiosk at which somebody has a blank paper of a method."""
    made: list[Asking] = []

    def stand(
        method: Method,
        number: int = 6,
        size: tuple[int, int] = (1280, 720),
        text_size: int = 100,
        **limits: int,
    ) -> Asking:
        kiosk = Asking(room, Asked(ballot(method, number, **limits)), text_size)
        made.append(kiosk)
        kiosk.resize(*size)
        kiosk.show()
        qtbot.waitExposed(kiosk)
        typed(kiosk, "aino", Qt.Key.Key_Return)
        return kiosk

    yield stand
    for kiosk in made:
        kiosk.put_away()


@pytest.fixture
def dialog(room: Room, theme: Theme, qtbot: QtBot) -> Iterator[MakeDialog]:
    made: list[SlipsDialog] = []

    def make(poll_id: int) -> SlipsDialog:
        shown = SlipsDialog(theme, room.database, poll_id)
        shown.show()
        qtbot.waitExposed(shown)
        made.append(shown)
        return shown

    yield make
    for one in made:
        one.done(0)  # what is begun on it goes unasked
        one.deleteLater()
