"""Ctrl+N, O, S, P, W and Q do what they do in every program."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.domain.kit.text import fold
from kdc_desktop.screens.kit import file_dialogs
from kdc_desktop.screens.kit.keys import keys_of
from kdc_desktop.screens.sessions.agenda_screen import AgendaScreen
from kdc_desktop.screens.sessions.details_dialog import DetailsDialog
from kdc_desktop.screens.sessions.home_screen import HomeScreen
from kdc_desktop.screens.sessions.new_session_dialog import NewSessionDialog
from kdc_desktop.screens.window.command_palette import CommandPalette
from kdc_desktop.services.sessions import agenda, questions
from kdc_desktop.services.sessions.planning import plan_session
from kdc_desktop.services.sessions.templates import templates
from tests.gui.ways import popups
from tests.rooms.board_room import STARTS

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SCREENS = ("home", "people", "settings", "agenda", "board", "check_in", "poll", "consortia")


@pytest.fixture
def shown(club: Club, qtbot: QtBot) -> Club:
    club.window.show()
    club.window.activateWindow()
    qtbot.waitUntil(club.window.isActiveWindow)
    return club


def planned(club: Club) -> int:
    session_id = plan_session(club.database, "Autumn", STARTS, templates()[0])
    club.window.open_session(session_id)
    return session_id


def palette(club: Club) -> list[QAction]:
    act = club.window.findChild(QAction, "act_palette")
    assert act is not None
    act.trigger()
    opened = club.window.findChild(CommandPalette)
    assert opened is not None
    actions = [
        opened.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(opened.list.count())
    ]
    opened.reject()
    opened.setParent(None)
    return actions


def go(club: Club, where: str) -> None:
    planned(club)
    if where == "agenda":
        club.window.whereabouts.show_agenda()
    elif where in ("home", "people", "settings"):
        club.window.go(where)
    else:
        club.window.show_session_screen(where)


@pytest.mark.parametrize("where", SCREENS)
def test_nothing_is_offered_twice_and_no_key_means_two_things(shown: Club, where: str) -> None:
    go(shown, where)
    offered = palette(shown)
    names = [fold(action.text()) for action in offered]
    assert [name for name in names if names.count(name) > 1] == []
    keys = [key for one in offered if one.isEnabled() for key in keys_of(one)]
    assert sorted({key for key in keys if keys.count(key) > 1}) == []
    assert {"Ctrl+O", "Ctrl+S", "Ctrl+P", "Ctrl+W", "Ctrl+Q", "Ctrl+Shift+S"} <= set(keys)


def test_new_is_what_the_screen_is_about(shown: Club, qtbot: QtBot) -> None:
    home = shown.window.screen_shown
    assert isinstance(home, HomeScreen)
    qtbot.keyClick(home, Qt.Key.Key_N, CTRL)
    dialog = shown.window.findChild(NewSessionDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog.title_edit, Qt.Key.Key_W, CTRL)
    assert not dialog.isVisible(), "Ctrl+W closes a dialog, and nothing else"
    assert shown.window.isVisible()


@pytest.mark.parametrize("name", ["help", "keys"])
def test_what_lies_over_the_window_is_closed_by_ctrl_w_and_not_the_window(
    shown: Club, qtbot: QtBot, name: str
) -> None:
    act = shown.window.findChild(QAction, f"act_{name}")
    assert act is not None
    act.trigger()
    (dialog,) = popups(shown)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_W, CTRL)
    qtbot.waitUntil(lambda: popups(shown) == [])
    assert shown.window.isVisible()


def test_open_asks_for_a_club_and_print_for_a_workbook(
    shown: Club, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(_parent: object, title: str, *_rest: object) -> str:
        asked.append(title)
        return ""

    monkeypatch.setattr(file_dialogs, "open_name", answer)
    monkeypatch.setattr(file_dialogs, "save_name", answer)
    for key, held in ((Qt.Key.Key_O, CTRL), (Qt.Key.Key_P, CTRL), (Qt.Key.Key_S, CTRL | SHIFT)):
        qtbot.keyClick(shown.window.screen_shown, key, held)
        for full in shown.window.findChildren(QPushButton, "export_full"):
            if full.isVisible():  # the one before goes a moment later
                full.click()
    assert asked == ["Open a club file", "Export the workbook", "Keep a copy"]


def test_save_keeps_what_is_typed_and_says_where_all_of_it_is(shown: Club, qtbot: QtBot) -> None:
    session_id = planned(shown)
    shown.window.whereabouts.show_agenda()
    screen = shown.window.screen_shown
    assert isinstance(screen, AgendaScreen)
    field = screen.card.stage_title_edit
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Coming in")
    qtbot.keyClick(field, Qt.Key.Key_S, CTRL)
    assert questions.stages(shown.database, session_id)[0].title == "Coming in"
    assert field.hasFocus()
    said = shown.window.frame.quiet.text
    assert said.startswith("All is saved as you work: at ")
    assert said.endswith("in club.kdc.")


@pytest.mark.parametrize("way", ["close_window", "quit", "the X"])
def test_a_live_session_is_left_only_when_told_twice(shown: Club, qtbot: QtBot, way: str) -> None:
    agenda.go_live(shown.database, planned(shown))
    for answer, stays in (("Stay here", True), ("Close it", False)):
        shown.window.activateWindow()
        qtbot.waitUntil(shown.window.isActiveWindow)
        if way == "the X":
            shown.window.windowHandle().close()
        else:
            act = shown.window.findChild(QAction, f"act_{way}")
            assert act is not None
            act.trigger()
        assert shown.window.isVisible(), "first it is asked"
        box = shown.window.findChild(QMessageBox, "leave_box")
        assert box is not None
        (button,) = [one for one in box.buttons() if one.text().replace("&", "") == answer]
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert shown.window.isVisible() == stays
        if stays:
            qtbot.waitUntil(lambda: shown.window.findChild(QMessageBox, "leave_box") is None)


def test_another_club_in_its_place_asks_nobody(shown: Club) -> None:
    agenda.go_live(shown.database, planned(shown))
    shown.close()
    assert not shown.window.isVisible()


def test_nobody_is_asked_where_nothing_runs(shown: Club, qtbot: QtBot) -> None:
    qtbot.keyClick(shown.window.screen_shown, Qt.Key.Key_W, CTRL)
    assert not shown.window.isVisible()


def test_a_dialog_keeps_its_words_until_they_are_kept(shown: Club, tmp_path: Path) -> None:
    planned(shown)
    shown.window.whereabouts.show_agenda()
    screen = shown.window.screen_shown
    assert isinstance(screen, AgendaScreen)
    screen.edit_details()
    dialog = shown.window.findChild(DetailsDialog)
    assert dialog is not None
    keys = {one.shortcut().toString() for one in dialog.actions()}
    assert keys == {"?", "Ctrl+S", "Ctrl+W"}
    dialog.reject()
    assert tmp_path.is_dir()
