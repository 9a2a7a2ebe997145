"""A screen's keys work wherever the focus is in the window, and from the shared window, too."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.audience.state import RoomMode
from kdc_desktop.screens.kit.keys import field_of
from tests.gui.walks import go
from tests.gui.ways import look_at, trigger

SCREENS = ("board/board", "board/notes", "consortia/card", "visions/vision", "sessions/agenda")


def _where_the_focus_can_be(club: Club) -> list[QWidget]:
    """Outside of the screen: the panel beside it, rail, strip and foot."""
    screen = club.window.screen_shown
    return [
        one
        for one in club.window.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and one.focusProxy() is None
        and field_of(one) is None
        and one.window() is club.window
        and not screen.isAncestorOf(one)
    ]


@pytest.mark.parametrize("place", SCREENS)
def test_a_key_works_from_everywhere_in_the_window(club: Club, qtbot: QtBot, place: str) -> None:
    go(club, qtbot, place)
    screen = club.window.screen_shown
    heard: list[str] = []
    probe = screen.act("probe", "Probe", lambda: heard.append("probe"), shortcut="Y")
    places = _where_the_focus_can_be(club)
    assert len(places) > 3
    silent = []
    for widget in places:
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_Y)
        if not heard:
            silent.append(f"{type(widget).__name__} {widget.objectName()}")
        heard.clear()
    assert silent == []
    screen.removeAction(probe)


def test_a_key_of_a_screen_that_is_not_shown_does_nothing(club: Club, qtbot: QtBot) -> None:
    look_at(club, "ideas")
    heard: list[str] = []
    club.window.screen_shown.act("probe", "Probe", lambda: heard.append("x"), shortcut="Y")
    club.window.go("people")
    QTest.keyClick(club.window.frame.rail, Qt.Key.Key_Y)
    assert heard == []


def _shared(club: Club) -> QWidget:
    club.shared_screen.show()
    club.shared_screen.activateWindow()
    QTest.qWaitForWindowActive(club.shared_screen)
    return club.shared_screen


def test_the_shared_window_hands_on_what_leads_the_evening(club: Club, qtbot: QtBot) -> None:
    look_at(club, "ideas")
    stage, room = club.window.walk.current, _shared(club)
    QTest.keyClick(room, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert club.window.walk.current != stage
    QTest.keyClick(room, Qt.Key.Key_F8)
    assert club.room.mode is RoomMode.BLANK


def test_what_is_typed_into_the_shared_window_is_no_command(club: Club, qtbot: QtBot) -> None:
    look_at(club, "cluster")
    screen = club.window.screen_shown
    heard: list[str] = []
    for action in (*screen.actions(), *club.window.actions()):
        name = action.objectName()
        action.triggered.connect(lambda _on, name=name: heard.append(name))
    trigger(screen, "select_all_ideas")
    heard.clear()
    room = _shared(club)
    held = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    for key in (ord(sign) for sign in " ,+0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"):
        for modifier in held:
            QTest.keyClick(room, Qt.Key(key), modifier)
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_F2):
        QTest.keyClick(room, key)
    for key in (Qt.Key.Key_K, Qt.Key.Key_Z, Qt.Key.Key_V, Qt.Key.Key_N):
        QTest.keyClick(room, key, Qt.KeyboardModifier.ControlModifier)
    assert heard == []
    assert QApplication.activePopupWidget() is None


def test_never_while_a_kiosk_is_open_there(club: Club, qtbot: QtBot) -> None:
    go(club, qtbot, "polls/kiosk_pick")
    heard: list[str] = []
    club.window.screen_shown.act("probe", "Probe", lambda: heard.append("Y"), shortcut="F3")
    room = _shared(club)
    QTest.keyClick(room, Qt.Key.Key_F3)
    kiosk = club.shared_screen.kiosk
    assert kiosk is not None
    QTest.keyClick(kiosk, Qt.Key.Key_F3)
    assert heard == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("kind", [QPushButton, QToolButton, QCheckBox])
def test_enter_and_space_press_what_has_the_focus(
    club: Club, qtbot: QtBot, key: Qt.Key, kind: type[QAbstractButton]
) -> None:
    look_at(club, "ideas")
    inspector = club.window.screen_shown.inspector()
    assert inspector is not None
    for parent in (club.window.screen_shown, inspector):
        button = kind(parent)
        button.setText("Press me")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.show()
        button.setFocus()
        pressed: list[bool] = []
        button.clicked.connect(lambda on, pressed=pressed: pressed.append(on))
        QTest.keyClick(button, key)
        assert len(pressed) == 1
        button.hide()


@pytest.mark.parametrize("place", ["visions/vision", "board/board", "people/people"])
def test_no_screen_takes_the_keys_from_the_window_as_it_is_shown(
    club: Club, qtbot: QtBot, place: str
) -> None:
    """A panel that is shown before it has its place would be a window of its own for a moment."""
    go(club, qtbot, place)
    assert QApplication.activeWindow() is club.window
