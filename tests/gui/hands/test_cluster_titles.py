"""The title of a cluster is something that can be chosen, renamed, merged and removed."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.screens.window.typing_on import BLIND_PAUSE, PAUSE
from kdc_desktop.services.board import clusters as board_clusters
from tests.gui.hands.pressing import press
from tests.gui.ways import SESSION, look_at, trigger

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def board(club: Club) -> Any:
    look_at(club, "ideas")
    screen: Any = club.window.screen_shown
    notes = list(screen.view.contents.notes)
    board_clusters.add_cluster(club.database, SESSION, "Yards", notes[:3])
    board_clusters.add_cluster(club.database, SESSION, "Trams", notes[3:5])
    screen.view.fit()
    screen.view.setFocus()
    return screen


def _named(board: Any, name: str) -> Any:
    return next(row for row in board.view.contents.clusters.values() if row.name == name)


def _ours(board: Any) -> dict[str, int]:
    """How many ideas are in each cluster that was made here."""
    rows = board.view.contents.clusters.values()
    return {row.name: row.ideas for row in rows if row.name.isascii()}


def _title(board: Any, name: str) -> QPoint:
    row = _named(board, name)
    point: QPoint = board.view.mapFromScene(QPointF(row.x + 8, row.y + 8))
    return point


def _click_title(board: Any, name: str) -> None:
    QTest.mouseClick(board.view.viewport(), LEFT, pos=_title(board, name))
    assert board.view.chosen_cluster == _named(board, name).id


def _drag_title(board: Any, name: str, onto: str) -> None:
    viewport, start, end = board.view.viewport(), _title(board, name), _title(board, onto)
    QTest.mousePress(viewport, LEFT, pos=start)
    for part in (0.2, 0.6, 1.0):
        QTest.mouseMove(viewport, start + (end - start) * part)
    QTest.mouseRelease(viewport, LEFT, pos=end)


def _asked() -> QMessageBox | None:
    box = QApplication.activeModalWidget()
    return box if isinstance(box, QMessageBox) else None


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_a_chosen_title_is_renamed_by_what_is_typed(club: Club, board: Any, key: Qt.Key) -> None:
    _click_title(board, "Yards")
    press(key, "Mobility", Qt.Key.Key_Return)
    assert _ours(board) == {"Mobility": 3, "Trams": 2}


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_what_is_typed_after_a_refused_editor_is_no_command(
    club: Club, board: Any, qtbot: QtBot, key: Qt.Key
) -> None:
    trigger(board, "select_all_ideas")
    before = club.database.next_steps()
    press(key, "Mobility sopt 12", Qt.Key.Key_Return)
    assert (club.database.next_steps(), _asked()) == (before, None)
    qtbot.wait(int(BLIND_PAUSE * 1000) + 50)
    press("s")
    assert club.database.next_steps() != before


def test_after_a_key_that_is_seen_to_work_letters_are_commands(club: Club, board: Any) -> None:
    trigger(board, "select_all_ideas")
    before = club.database.next_steps()
    press(Qt.Key.Key_F2, Qt.Key.Key_Escape, "s")
    assert club.database.next_steps() != before


def test_del_removes_a_chosen_cluster_and_leaves_its_ideas(club: Club, board: Any) -> None:
    count = len(board.view.contents.notes)
    _click_title(board, "Yards")
    press(Qt.Key.Key_Delete)
    assert _ours(board) == {"Trams": 2}
    assert len(board.view.contents.notes) == count


def test_an_empty_cluster_can_be_chosen_renamed_and_removed(
    club: Club, board: Any, qtbot: QtBot
) -> None:
    board_clusters.add_cluster(club.database, SESSION, "Empty")
    board.view.fit()
    _click_title(board, "Empty")
    press(Qt.Key.Key_F2, "Still empty", Qt.Key.Key_Return)
    qtbot.wait(int(PAUSE * 1000) + 50)
    press(Qt.Key.Key_Delete)
    assert _ours(board) == {"Yards": 3, "Trams": 2}


def test_the_panel_and_the_menu_of_a_title_are_about_the_cluster(club: Club, board: Any) -> None:
    _click_title(board, "Yards")
    assert board.inspector().head_label.text() == "Yards\n3 ideas"
    offered = {action.objectName() for action in board._actions.around(note=False, cluster=True)}
    assert {"act_rename_cluster", "act_merge_cluster_into", "act_remove_cluster"} <= offered
    assert {"act_colour", "act_select_ideas_of_cluster"} <= offered
    trigger(board, "select_ideas_of_cluster")
    assert (len(board.view.selection), board.view.chosen_cluster) == (3, None)
    assert board.inspector().head_label.text() == "3 ideas selected"


def test_a_cluster_is_merged_into_another_by_its_menu(club: Club, board: Any) -> None:
    _click_title(board, "Yards")
    press("m")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries = {action.text()[4:]: action for action in menu.actions()}
    assert "Yards" not in entries
    entries["Trams"].trigger()
    menu.close()
    assert _ours(board) == {"Trams": 5}
    assert board.view.chosen_cluster == _named(board, "Trams").id
    trigger(club.window, "undo")
    assert _ours(board) == {"Yards": 3, "Trams": 2}


def test_a_title_dropped_on_another_cluster_asks_to_merge(club: Club, board: Any) -> None:
    places = {row.id: (row.x, row.y) for row in board.view.contents.clusters.values()}
    for merges in (False, True):
        _drag_title(board, "Yards", "Trams")
        box = _asked()
        assert box is not None
        assert "Merge Yards into Trams? Its 3 ideas come along" in box.text()
        there = board.view.contents.clusters.values()
        assert {row.id: (row.x, row.y) for row in there} == places
        if merges:
            button = box.findChild(QPushButton, "merge_clusters_anyway")
            assert button is not None
            button.click()
        else:
            QTest.keyClick(box, Qt.Key.Key_Return)
            QTest.qWaitForWindowActive(club.window)
    assert _ours(board) == {"Trams": 5}


def test_merging_more_than_two_ideas_asks_first(club: Club, board: Any, qtbot: QtBot) -> None:
    notes, before = list(board.view.contents.notes), club.database.next_steps()
    board.view.select(notes[:3])
    press("m")
    box = _asked()
    assert box is not None
    assert "Merge 3 ideas into one?" in box.text()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert club.database.next_steps() == before
    board.view.select(notes[:2])
    club.window.activateWindow()
    board.view.setFocus()
    qtbot.waitUntil(board.view.hasFocus)
    press("m")
    assert len(board.view.contents.notes) == len(notes) - 1


def test_ideas_in_no_cluster_are_shown_and_not_selected(club: Club, board: Any) -> None:
    trigger(board, "show_ideas_in_no_cluster")
    assert board.view.selection == []
