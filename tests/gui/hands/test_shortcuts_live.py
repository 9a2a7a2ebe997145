"""A screen's keys work wherever the focus is in the window, and from the shared window, too."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
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
from kdc_desktop.screens.kit.keys import field_of
from tests.gui.walks import go
from tests.gui.ways import look_at

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


def test_the_shared_window_hands_the_facilitator_s_keys_on(club: Club, qtbot: QtBot) -> None:
    look_at(club, "ideas")
    heard: list[str] = []
    screen = club.window.screen_shown
    screen.act("probe", "Probe", lambda: heard.append("Y"), shortcut="Y")
    screen.act("sum", "Sum", lambda: heard.append("*"), shortcut="Ctrl+*")
    room = _shared(club)
    QTest.keyClick(room, Qt.Key.Key_Y)
    QTest.keyClick(
        room,
        Qt.Key.Key_Asterisk,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert heard == ["Y", "*"]
    clock = club.window.findChild(QAction, "act_clock")
    assert clock is not None
    clock.triggered.connect(lambda: heard.append("Space"))
    QTest.keyClick(room, Qt.Key.Key_Space)
    assert heard[2:] == ["Space"]


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
