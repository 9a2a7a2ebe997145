"""The screen of the network, opened and read, for tests."""

from pytestqt.qtbot import QtBot

from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.network.network_screen import NetworkScreen
from tests.gui.test_jobs import wait_until
from tests.rooms.meeting_room import MeetingRoom


def opened(
    qtbot: QtBot, theme: Theme, room: MeetingRoom, size: tuple[int, int] = (900, 640)
) -> NetworkScreen:
    """The screen with what it has worked out, and the panel beside it."""
    screen = NetworkScreen(theme, room.database, Jobs(), lambda: None)
    qtbot.addWidget(screen)
    panel = screen.inspector()
    qtbot.addWidget(panel)
    screen.resize(*size)
    panel.resize(300, size[1])
    screen.show()
    panel.show()
    read(screen)
    return screen


def read(screen: NetworkScreen) -> None:
    """Wait until what was asked for last is shown."""
    wait_until(lambda: screen.is_painted)
