"""The sample club, open in a window."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from kdc_desktop.app import Club
from kdc_desktop.services.club.sample import NAME
from kdc_desktop.services.sessions import agenda
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database
from tests.gui.window.sample_window import SESSION, run
from tests.rooms.pseudo_room import make_small_sample


@pytest.fixture
def at_home(qtbot, theme, tmp_path: Path):
    """No session is open yet."""
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    make_small_sample(tmp_path / NAME)
    database = open_database(tmp_path / NAME)
    made = Club(database, theme, settings, lambda *_asked: None, lambda _window: None)
    made.window.show()
    yield made
    made.close()


@pytest.fixture
def sample(at_home: Club) -> Club:
    at_home.window.open_session(SESSION)
    return at_home


@pytest.fixture
def evening(sample: Club) -> Club:
    """The sample's evening goes on once more, in the stage of clusters, and a room sees it."""
    agenda.reopen_session(sample.database, SESSION)
    run(sample, "cluster")
    sample.shared_screen.show()
    sample.shared_screen.move(sample.window.frameGeometry().right() + 50, 0)  # beside it
    sample.window.activateWindow()
    QTest.qWaitForWindowActive(sample.window)
    return sample
