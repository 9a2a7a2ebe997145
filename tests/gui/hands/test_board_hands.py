"""The board under hands: keys to zoom, what is fitted stays so, menus open where one looks."""

from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QCursor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.screens.board.action_button import ActionButton
from kdc_desktop.screens.kit.passing import Menu
from kdc_desktop.screens.kit.widgets import KeyCap
from kdc_desktop.services.attendance import door
from kdc_desktop.services.board.incoming import IdeasPreview
from tests.gui.hands.pressing import press
from tests.gui.ways import SESSION, look_at, trigger

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def board(club: Club) -> Any:
    look_at(club, "ideas")
    screen: Any = club.window.screen_shown
    screen.view.setFocus()
    return screen


@pytest.mark.parametrize(
    ("key", "held", "larger"),
    [
        (Qt.Key.Key_Plus, CTRL, True),
        (Qt.Key.Key_Equal, CTRL, True),
        (Qt.Key.Key_Plus, CTRL | Qt.KeyboardModifier.KeypadModifier, True),
        (Qt.Key.Key_Minus, CTRL, False),
        (Qt.Key.Key_Minus, CTRL | Qt.KeyboardModifier.KeypadModifier, False),
    ],
)
def test_plus_and_minus_zoom_wherever_they_lie_on_the_keyboard(
    club: Club, board: Any, key: Qt.Key, held: Qt.KeyboardModifier, larger: bool
) -> None:
    before = board.view.zoom
    QTest.keyClick(board.view, key, held)
    assert (board.view.zoom > before, board.view.zoom < before) == (larger, not larger)
    for key_of_100 in (Qt.Key.Key_0, Qt.Key.Key_Agrave):
        board.view.zoom_by(-2)
        QTest.keyClick(board.view, key_of_100, CTRL)
        assert board.view.zoom == 1.0


def test_every_key_on_the_sheet_is_written_out(qtbot: QtBot) -> None:
    caps = {
        keys: KeyCap(None, keys) for keys in ("Ctrl++", "Ctrl+=", "Ctrl+K", "+", "F1", "Ctrl+-")
    }
    for cap in caps.values():
        qtbot.addWidget(cap)
    written = {keys: cap.text() for keys, cap in caps.items()}
    assert written == {
        "Ctrl++": "Ctrl +",
        "Ctrl+=": "Ctrl =",
        "Ctrl+K": "Ctrl K",
        "+": "+",
        "F1": "F1",
        "Ctrl+-": "Ctrl -",
    }


def test_a_board_that_was_fitted_stays_so_until_somebody_zooms(club: Club, board: Any) -> None:
    view = board.view
    assert view.is_fitted
    club.window.resize(1300, 760)
    QCoreApplication.processEvents()
    assert view.is_fitted
    assert view.seen().contains(view.contents.bounds())
    view.zoom_by(2)
    zoom = view.zoom
    club.window.resize(1440, 900)
    QCoreApplication.processEvents()
    assert (view.is_fitted, view.zoom) == (False, zoom)


def _import(board: Any, qtbot: QtBot, lines: int) -> None:
    preview: IdeasPreview = board.idea_import.read_lines(
        "\n".join(f"Line number {number} of many" for number in range(lines))
    )
    board.idea_import._import(preview, None)
    qtbot.waitUntil(lambda: not board.idea_import._jobs.busy)


def test_after_an_import_is_undone_one_sees_what_one_saw_before(
    club: Club, board: Any, qtbot: QtBot
) -> None:
    view = board.view
    view.show_whole_size()
    before = view.place
    _import(board, qtbot, 300)
    assert view.is_fitted
    assert view.place != before
    trigger(club.window, "undo")
    qtbot.waitUntil(lambda: not club.jobs.busy)
    qtbot.wait(20)
    assert view.place == before


def test_undo_of_an_import_never_leaves_an_empty_part_of_the_board(
    club: Club, board: Any, qtbot: QtBot
) -> None:
    view = board.view
    there = set(view.contents.notes)
    _import(board, qtbot, 300)
    new = [key for key in view.contents.notes if key not in there]
    view.look_at(new[-1])
    view.zoom_to(1.0)
    view.show_notes(new[-1:])
    trigger(club.window, "undo")
    qtbot.waitUntil(lambda: not club.jobs.busy)
    qtbot.wait(20)
    assert view.contents.bounds().intersects(view.seen())


def test_by_key_the_colours_open_at_what_gets_them(
    club: Club, board: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QPoint] = []
    monkeypatch.setattr(Menu, "popup", lambda _menu, at: opened.append(at))
    QCursor.setPos(club.window.mapToGlobal(QPoint(5, 5)))
    board.view.look_at(next(iter(board.view.contents.notes)))
    QTest.keyClick(board.view, Qt.Key.Key_K)
    buttons = board.inspector().findChildren(ActionButton)
    button = next(one for one in buttons if one.stands_for("act_colour") and one.isVisible())
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    below = button.mapToGlobal(button.rect().bottomLeft())
    assert opened == [board.view.asked_at(None)[0], below]


def test_the_author_is_named_in_the_middle_of_a_text(club: Club, board: Any, qtbot: QtBot) -> None:
    door.walk_in(club.database, SESSION, "Bertil Aalto", organisation_name="", sector="R")
    trigger(board, "new_idea")
    line = board.floats.quick_add
    press("Trams all", *[Qt.Key.Key_Left] * 3, "@ber")
    qtbot.keyClick(QApplication.activePopupWidget() or line.author_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(line.idea_edit.hasFocus)
    press("for ")
    assert (line.idea_edit.text(), line.author_edit.text()) == ("Trams for all", "Bertil Aalto")


def test_a_held_enter_opens_nothing(club: Club, board: Any) -> None:
    board.view.look_at(next(iter(board.view.contents.notes)))
    held = QKeyEvent(
        QEvent.Type.KeyPress,
        Qt.Key.Key_Return,
        Qt.KeyboardModifier.NoModifier,
        "\r",
        True,
    )
    QApplication.sendEvent(board.view, held)
    assert not board.in_place.note_editor.isVisible()
