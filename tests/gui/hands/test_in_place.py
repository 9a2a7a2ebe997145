"""Enter, Escape and Tab end what is edited in place, and do nothing else; nor does what follows."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from kdc_desktop.app import Club
from kdc_desktop.model import Idea
from kdc_desktop.screens.window import typing_on
from tests.gui.hands.pressing import press
from tests.gui.ways import look_at, trigger

ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab)
PAUSE = 450  # ms


def _board(club: Club) -> Any:
    look_at(club, "cluster")
    screen: Any = club.window.screen_shown
    screen.view.select([next(iter(screen.view.contents.notes))])
    screen.view.setFocus()
    return screen


def _name_cluster(club: Club) -> QWidget:
    screen = _board(club)
    cluster = next(iter(screen.view.contents.clusters))
    screen.in_place.edit_name(cluster)
    screen.view.contents.selected = dict.fromkeys(screen.view.selection[:1])
    editor: QWidget = screen.in_place.name_editor
    return editor


def _edit_note(club: Club) -> QWidget:
    screen = _board(club)
    trigger(screen, "edit_idea")
    editor: QWidget = screen.in_place.note_editor
    return editor


def _texts(club: Club) -> list[str]:
    with club.database.read() as snapshot:
        return list(snapshot.scalars(select(Idea.text).order_by(Idea.id)))


EDITORS = {"cluster": _name_cluster, "note": _edit_note}


@pytest.mark.parametrize("open_it", EDITORS.values(), ids=EDITORS)
@pytest.mark.parametrize("key", ENDS)
def test_the_key_that_ends_it_does_nothing_else(
    club: Club, qtbot: QtBot, key: Qt.Key, open_it: Callable[[Club], QWidget]
) -> None:
    editor = open_it(club)
    texts, screen = _texts(club), club.window.screen_shown
    assert editor.hasFocus()
    press(key)
    assert (editor.isVisible(), QApplication.focusWidget()) == (False, screen.view)  # type: ignore[attr-defined]
    assert not screen.in_place.note_editor.isVisible()  # type: ignore[attr-defined]
    assert _texts(club) == texts


@pytest.mark.parametrize("open_it", EDITORS.values(), ids=EDITORS)
@pytest.mark.parametrize("typed_on", ["2", "m", "o", "c", " ", "more words 1 2 3", "\r", "\x7f"])
def test_what_is_typed_on_is_no_command(
    club: Club,
    qtbot: QtBot,
    typed_on: str,
    open_it: Callable[[Club], QWidget],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(typing_on, "PAUSE", 30)  # a busy machine is no pause of the hands
    open_it(club)
    press("Trams", Qt.Key.Key_Return)
    QCoreApplication.processEvents()
    after = club.database.next_steps()
    keys: dict[str, Qt.Key] = {"\r": Qt.Key.Key_Return, "\x7f": Qt.Key.Key_Delete}
    for letter in typed_on:
        press(keys.get(letter, letter))
    assert club.database.next_steps() == after
    assert QApplication.focusWidget() is club.window.screen_shown.view  # type: ignore[attr-defined]


def test_a_new_idea_is_meant_at_once_and_gets_all_that_is_typed(club: Club, qtbot: QtBot) -> None:
    texts = _texts(club)
    _name_cluster(club)
    press("Mobility", Qt.Key.Key_Return, "nTool library", Qt.Key.Key_Return)
    assert _texts(club) == [*texts, "Tool library"]


def test_after_a_pause_a_key_is_a_command_again(club: Club, qtbot: QtBot) -> None:
    _edit_note(club)
    press("Trams", Qt.Key.Key_Return)
    qtbot.wait(PAUSE)
    press(Qt.Key.Key_Return)
    assert club.window.screen_shown.in_place.note_editor.isVisible()  # type: ignore[attr-defined]


def test_undo_is_meant_at_once(club: Club, qtbot: QtBot) -> None:
    texts = _texts(club)
    _edit_note(club)
    press("Trams", Qt.Key.Key_Return)
    assert _texts(club) != texts
    view = club.window.screen_shown.view  # type: ignore[attr-defined]
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _texts(club) == texts
