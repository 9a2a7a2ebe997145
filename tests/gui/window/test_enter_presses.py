"""Enter presses the button that has the focus, wherever it stands, as Space does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL, QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.screens.kit.segmented import Segmented
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database
from tests.gui.walks import go
from tests.gui.ways import in_front
from tests.rooms.pseudo_room import make_cyrillic_club

PLACES = (
    *("sessions/home", "people/people", "club/settings", "attendance/check_in", "polls/closed"),
    *("polls/draft", "polls/open", "polls/revealed", "consortia/consortia", "visions/vision"),
    *("interests/interests", "sessions/agenda", "board/board"),
)


@pytest.fixture
def club(qapp: QApplication, theme: Theme, tmp_path: Path) -> Iterator[Club]:
    make_cyrillic_club(tmp_path / "club.kdc")
    database = open_database(tmp_path / "club.kdc")
    settings = Settings(tmp_path / "settings.ini")
    made = Club(database, theme, settings, lambda *_asked: None, lambda _window: None)
    made.window.show()
    yield made
    made.close()


def buttons_in(club: Club) -> list[QPushButton]:
    widgets: list[QWidget] = in_front(club)
    found = [button for widget in widgets for button in widget.findChildren(QPushButton)]
    return [
        button
        for button in found
        if button.isVisible()
        and button.isEnabled()
        and button.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(button.parentWidget(), Segmented)
        and button.receivers(SIGNAL("clicked(bool)"))
    ]


@pytest.mark.parametrize("place", PLACES)
def test_every_button_takes_enter(club: Club, qtbot: QtBot, place: str) -> None:
    go(club, qtbot, place)
    deaf = []
    for button in buttons_in(club):
        pressed: list[int] = []
        button.clicked.disconnect()
        button.clicked.connect(lambda *_args, pressed=pressed: pressed.append(1))
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)
        QCoreApplication.processEvents()
        if pressed != [1]:
            deaf.append(f"{button.objectName()} “{button.text()}” {len(pressed)}")
    assert deaf == []


def test_a_digit_above_shift_does_what_the_digit_does(club: Club, qtbot: QtBot) -> None:
    go(club, qtbot, "interests/interests")
    screen, done = club.window.screen_shown, []
    act = screen.act("one", "One", lambda: done.append(1), shortcut="1")
    for scan_code, sign in ((10, "&"), (11, "é"), (0, "&")):
        plain = Qt.KeyboardModifier.NoModifier
        key = QKeyEvent(QEvent.Type.KeyPress, ord(sign), plain, scan_code, 0, 0, sign)
        QApplication.sendEvent(club.window, key)
    screen.removeAction(act)
    assert done == [1]
