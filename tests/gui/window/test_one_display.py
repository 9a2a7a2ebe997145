"""The shared screen and the facilitator's window on one display: each comes to the front."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QHoverEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.audience.displays import audience_display, window_place
from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.audience.way_back import WayBack
from tests.gui.window.sample_window import trigger


@pytest.fixture
def shared(evening: Club) -> SharedScreen:
    evening.shared_screen.close()
    return evening.shared_screen


def test_with_one_display_it_opens_as_a_window(shared: SharedScreen, qtbot: QtBot) -> None:
    shared.open()
    qtbot.waitExposed(shared)
    assert audience_display(None) is None
    assert (shared.isVisible(), shared.isFullScreen()) == (True, False)
    assert shared.geometry() == window_place(QGuiApplication.primaryScreen())
    qtbot.waitUntil(shared.isActiveWindow)


def test_with_one_display_f11_brings_it_and_escape_or_a_click_leads_back(
    evening: Club, shared: SharedScreen, qtbot: QtBot
) -> None:
    back = shared.findChild(QPushButton, "way_back")
    assert back is not None
    trigger(evening, "act_shared_screen")
    assert not back.isVisible()
    trigger(evening, "act_shared_screen")
    assert shared.isFullScreen()
    assert back.isVisible()
    QTest.keyClick(shared, Qt.Key.Key_Escape)
    assert not shared.isFullScreen()
    qtbot.waitUntil(evening.window.isActiveWindow)
    trigger(evening, "act_shared_screen")
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert (shared.isFullScreen(), back.isVisible()) == (False, False)
    qtbot.waitUntil(evening.window.isActiveWindow)
    trigger(evening, "act_shared_screen")
    QTest.keyClick(shared, Qt.Key.Key_F11)
    assert not shared.isFullScreen()


def test_the_way_back_goes_while_the_mouse_rests_and_escape_still_leads_back(
    evening: Club, shared: SharedScreen, qtbot: QtBot
) -> None:
    back = shared.findChild(WayBack, "way_back")
    assert back is not None
    shared.open()
    _move_over(shared)
    assert not back.isVisible(), "a window of its own needs no way back"
    trigger(evening, "act_shared_screen")
    assert back.rests.isActive()
    back.rests.timeout.emit()
    assert not back.isVisible()
    _move_over(shared)
    assert back.isVisible()
    assert back.rests.isActive()
    back.rests.timeout.emit()
    QTest.keyClick(shared, Qt.Key.Key_Escape)
    assert not shared.isFullScreen()
    qtbot.waitUntil(evening.window.isActiveWindow)


def _move_over(shared: SharedScreen) -> None:
    at, before = QPointF(300, 400), QPointF(290, 400)
    QCoreApplication.sendEvent(shared, QHoverEvent(QEvent.Type.HoverMove, at, at, before))


def test_one_in_the_task_bar_is_not_seen_and_comes_back(
    evening: Club, shared: SharedScreen
) -> None:
    head = evening.window.frame.room.head
    shared.open()
    assert head.text() == "The room sees"
    shared.showMinimized()
    assert head.text() == "The room would see"
    trigger(evening, "act_shared_screen")
    assert (shared.isMinimized(), head.text()) == (False, "The room sees")


def test_escape_leads_back_from_a_window(evening: Club, shared: SharedScreen, qtbot: QtBot) -> None:
    shared.open()
    QTest.keyClick(shared, Qt.Key.Key_Escape)
    assert shared.isVisible()
    qtbot.waitUntil(evening.window.isActiveWindow)


def test_a_shared_screen_under_the_facilitators_window_is_not_called_seen(
    evening: Club, shared: SharedScreen, qtbot: QtBot
) -> None:
    room = evening.window.frame.room
    evening.window.showMaximized()
    shared.open()
    qtbot.waitUntil(shared.isActiveWindow)
    assert room.head.text() == "The room sees"
    evening.window.activateWindow()
    qtbot.waitUntil(evening.window.isActiveWindow)
    assert room.head.text() == "The room would see"
    assert room.caption.text() == (
        "Your window covers the shared screen. F11 brings it to the front."
    )
    trigger(evening, "act_shared_screen")
    qtbot.waitUntil(shared.isActiveWindow)
    assert room.head.text() == "The room sees"


def test_a_full_shared_screen_under_the_facilitators_window_comes_back_full(
    evening: Club, shared: SharedScreen, qtbot: QtBot
) -> None:
    room = evening.window.frame.room
    shared.open()
    trigger(evening, "act_shared_screen")
    qtbot.waitUntil(shared.isActiveWindow)
    evening.window.activateWindow()
    qtbot.waitUntil(evening.window.isActiveWindow)
    assert room.caption.text().endswith("F11 brings it to the front.")
    trigger(evening, "act_shared_screen")
    qtbot.waitUntil(shared.isActiveWindow)
    assert (shared.isFullScreen(), room.head.text()) == (True, "The room sees")
    trigger(evening, "act_shared_screen")
    assert not shared.isFullScreen()
