"""The title of a cluster is something that can be chosen, renamed, merged and removed."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.i18n import lazy
from kdc_desktop.screens.board.contents import cluster_rect
from kdc_desktop.screens.board.drawing import READABLE, TITLES_READABLE
from kdc_desktop.screens.kit import reasons
from kdc_desktop.screens.window.typing_on import BLIND_PAUSE, PAUSE, TypingOn
from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board.trails import ClusterTrail
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


@pytest.fixture
def wait(club: Club, monkeypatch: pytest.MonkeyPatch) -> Callable[[float], object]:
    """Lets so many seconds go by for what is typed on, and no others: the machine may be slow."""
    typing_on: Any = club.window.findChild(TypingOn)
    now = [1000.0]

    def go_by(seconds: float) -> float:
        now[0] += seconds
        return now[0]

    typing_on._now = partial(go_by, 1e-6)  # what comes later is later
    monkeypatch.setattr(reasons, "monotonic", typing_on._now)
    return go_by


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
    club: Club, board: Any, wait: Callable[[float], object], key: Qt.Key
) -> None:
    trigger(board, "select_all_ideas")
    before = club.database.next_steps()
    press(key, "Mobility sopt 12", Qt.Key.Key_Return)
    assert (club.database.next_steps(), _asked()) == (before, None)
    wait(BLIND_PAUSE + 0.05)
    press("s")
    assert club.database.next_steps() != before


def test_a_press_of_the_mouse_ends_what_a_refused_editor_swallows(
    club: Club, board: Any, wait: Callable[[float], object]
) -> None:
    trigger(board, "select_all_ideas")
    press(Qt.Key.Key_F2)
    wait(0.1)
    _click_title(board, "Yards")
    press(Qt.Key.Key_Delete)
    assert _ours(board) == {"Trams": 2}


def test_delete_is_swallowed_after_a_refused_editor_no_longer_for_being_repeated(
    club: Club, board: Any, wait: Callable[[float], object]
) -> None:
    trigger(board, "select_all_ideas")
    before = club.database.next_steps()
    press(Qt.Key.Key_F2)
    for _again in range(3):
        wait(BLIND_PAUSE * 0.3)
        press(Qt.Key.Key_Delete)
    assert club.database.next_steps() == before
    wait(BLIND_PAUSE * 0.3)
    press(Qt.Key.Key_Delete)
    assert club.database.next_steps() != before


def test_after_a_key_that_is_seen_to_work_letters_are_commands(
    club: Club, board: Any, wait: Callable[[float], object]
) -> None:
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
    club: Club, board: Any, wait: Callable[[float], object]
) -> None:
    board_clusters.add_cluster(club.database, SESSION, "Empty")
    board.view.fit()
    _click_title(board, "Empty")
    press(Qt.Key.Key_F2, "Still empty", Qt.Key.Key_Return)
    wait(PAUSE + 0.05)
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


def test_a_title_dropped_on_another_cluster_can_be_only_put_down_there(
    club: Club, board: Any
) -> None:
    before = _named(board, "Yards")
    _drag_title(board, "Yards", "Trams")
    box = _asked()
    assert box is not None
    button = box.findChild(QPushButton, "merge_clusters_instead")
    assert button is not None
    button.click()
    now = _named(board, "Yards")
    assert ((now.x, now.y) != (before.x, before.y), _ours(board)) == (
        True,
        {"Yards": 3, "Trams": 2},
    )


def test_a_cluster_that_a_poll_keeps_is_not_asked_about_but_moved(club: Club, board: Any) -> None:
    before = _named(board, "Yards")
    board._clusters._trails = [
        ClusterTrail(
            lambda _snapshot, _id: True,
            lambda name: lazy("{cluster} is part of a poll.", cluster=name),
        )
    ]
    _drag_title(board, "Yards", "Trams")
    now = _named(board, "Yards")
    assert (_asked(), (now.x, now.y) != (before.x, before.y)) == (None, True)
    _click_title(board, "Yards")
    press("m")
    assert QApplication.activePopupWidget() is None
    assert club.window.frame.quiet.text == "Yards is part of a poll."


def test_an_idea_that_comes_into_a_chosen_cluster_is_chosen_with_it(club: Club, board: Any) -> None:
    _click_title(board, "Yards")
    other = next(row.id for row in board.view.contents.notes_of(None))
    board_clusters.send_to_cluster(club.database, [other], _named(board, "Yards").id)
    assert set(board.view.selection) >= {other}
    assert len(board.view.selection) == _ours(board)["Yards"] == 4


@pytest.mark.parametrize("zoom", [0.1, READABLE, 0.4, TITLES_READABLE - 0.01, 1.0])
def test_the_outline_of_a_chosen_cluster_goes_around_its_name(
    club: Club, board: Any, zoom: float
) -> None:
    row = _named(board, "Yards")
    board.view.zoom_to(zoom)
    board.view.choose_cluster(row.id)
    around = board.view.layer._outlines.rects(board.view.seen(), zoom, QPointF())[0]
    chip = board.view.layer.labels.rect(row, zoom)
    assert around.contains(cluster_rect(row))
    if board.view.layer.labels.wanted(zoom):
        assert around.contains(QRectF(chip.topLeft() / zoom, chip.size() / zoom))


def test_enter_on_the_empty_line_of_ideas_is_no_mistake(club: Club, board: Any) -> None:
    before, told = club.database.next_steps(), club.window.frame.quiet.text
    press("n", Qt.Key.Key_Return)
    assert (club.window.frame.quiet.text, club.database.next_steps()) == (told, before)
    assert board.floats.quick_add.idea_edit.hasFocus()


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
