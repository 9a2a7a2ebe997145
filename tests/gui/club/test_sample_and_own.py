"""The sample says that its people are made up, and one's own club is one click away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kdc_desktop.app import Program
from kdc_desktop.screens.sessions.home_screen import HomeScreen
from kdc_desktop.settings import Settings
from tests.gui.test_jobs import wait_until


@pytest.fixture
def program(tmp_path: Path, qapp: QApplication) -> Iterator[Program]:
    made = Program(qapp, Settings(tmp_path / "settings.ini"), lambda _window: None)
    made.open(tmp_path / "Our Spring Club.kdc")
    yield made
    made.close()


def press(program: Program) -> HomeScreen:
    """Press the button beside “New session”, and look at Home then."""
    home(program).window().show()
    before = program.club
    QTest.mouseClick(home(program).sample_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: program.club is not before)
    return home(program)


def home(program: Program) -> HomeScreen:
    assert program.club is not None
    club = program.club
    wait_until(lambda: not club.jobs.busy)
    screen = club.window.screen_shown
    assert isinstance(screen, HomeScreen)
    return screen


def test_one_goes_to_the_sample_and_back_to_the_club_one_came_from(program: Program) -> None:
    sample = press(program)
    assert "made up" in sample.summary_label.text()
    assert sample.sample_button.text() == "Go to your own club"
    own = press(program)
    assert own.club_label.text() == "Our Spring Club"
    assert "made up" not in own.summary_label.text()


def test_the_own_club_is_kept_in_mind_however_the_sample_is_asked_for_there(
    program: Program,
) -> None:
    sample = press(program)
    assert sample.findChild(QAction, "act_open_a_sample_session") is None
    assert program.club is not None
    program.club.window.sample_wanted.emit()
    own = home(program).findChild(QAction, "act_go_to_your_own_club")
    assert own is not None
    before = program.club
    own.trigger()
    wait_until(lambda: program.club is not before)
    assert home(program).club_label.text() == "Our Spring Club"
