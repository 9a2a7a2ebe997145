"""What tests of the vision screen share: a consortium with a first version, on the screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Session
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.visions.versions import save_version
from tests.gui.visions.hands import FIRST, opened
from tests.rooms.consortium_room import ConsortiumRoom, make_consortium


@pytest.fixture
def room(tmp_path: Path) -> Iterator[ConsortiumRoom]:
    made = make_consortium(tmp_path / "club.kdc")
    with made.database.edit(lazy("The evening begins")) as edit:
        edit.get_one(Session, made.session_id).status = SessionStatus.LIVE
    yield made
    made.database.close()


@pytest.fixture
def screen(qtbot: QtBot, theme: Theme, room: ConsortiumRoom) -> VisionScreen:
    save_version(room.database, room.consortium_id, FIRST)
    return opened(qtbot, theme, room)
