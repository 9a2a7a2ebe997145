"""What is walked to, found, done and refused is said aloud, by the keys with which it is done."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.i18n import percent_text
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.attendance import door
from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.sessions import agenda, planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database
from tests.gui.hearing import Heard, heard

__all__ = ["heard"]

STARTS = datetime(2026, 11, 3, 17, 30)
EVENING = Instant.of(STARTS, laptop_zone())
IDEAS = ("A library of tools", "A bench in the sun", "Trees & shade", "A tool for each street")


@pytest.fixture
def club(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Club]:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    database = open_database(tmp_path / "club.kdc", lambda: EVENING)
    made = Club(database, theme, settings, lambda *_asked: None, lambda _window: None)
    made.window.show()
    made.window.activateWindow()
    session_id = planning.plan_session(database, "Autumn evening", STARTS, templates()[0])
    for name in ("Aino Laine", "Björn Aalto", "Aila Oja"):
        door.walk_in(database, session_id, name, organisation_name="", sector="R")
    for text in IDEAS:
        board_ideas.add_idea(database, session_id, text)
    agenda.go_live(database, session_id)
    made.window.open_session(session_id)
    yield made
    for widget in QApplication.topLevelWidgets():
        if widget.isModal() or widget.windowType() == Qt.WindowType.Popup:
            widget.close()
    made.close()


def _stage(club: Club, kind: str) -> None:
    stage = next(stage for stage in club.window.walk.stages if stage.kind == kind)
    agenda.go_to_stage(club.database, stage.id)


def _board(club: Club, heard: Heard) -> QWidget:
    _stage(club, "ideas")
    view = club.window.screen_shown.findChild(QWidget, "board_view")
    assert view is not None
    view.setFocus()
    heard.clear()
    return view


def _do(club: Club, name: str) -> None:
    for owner in (club.window.screen_shown, club.window):
        action = owner.findChild(QAction, f"act_{name}")
        if action is not None:
            action.trigger()
            return
    raise AssertionError(name)


def test_walking_the_board_says_each_note_and_where_one_is(
    club: Club, qtbot: QtBot, heard: Heard
) -> None:
    view = _board(club, heard)
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert [text.endswith(f"in no cluster. {n} of 4") for n, text in enumerate(heard, 1)] == [
        True,
        True,
    ]
    assert {text.partition(". ")[0] for text in heard} <= set(IDEAS)


def test_the_end_of_the_board_is_said(club: Club, qtbot: QtBot, heard: Heard) -> None:
    view = _board(club, heard)
    for _press in range(8):
        qtbot.keyClick(view, Qt.Key.Key_Left)
    assert heard[-1] == "There is no idea further on in this direction."


def test_several_notes_are_counted_and_none_is_said(club: Club, qtbot: QtBot, heard: Heard) -> None:
    view = _board(club, heard)
    _do(club, "select_all_ideas")
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert heard == ["4 ideas selected", "No idea is selected"]


def test_a_chosen_cluster_is_said_with_its_name(club: Club, heard: Heard) -> None:
    view: Any = _board(club, heard)
    ideas = list(view.contents.notes)[:2]
    view.choose_cluster(board_clusters.add_cluster(club.database, 1, "Yards", ideas))
    assert heard[-1] == "Cluster Yards. 2 ideas"


def test_a_reader_walks_the_notes_of_the_board_one_by_one(club: Club, heard: Heard) -> None:
    view = _board(club, heard)
    face = QAccessible.queryAccessibleInterface(view)
    names = [face.child(at).text(QAccessible.Text.Name) for at in range(face.childCount())]
    assert sorted(name.partition(". ")[0] for name in names) == sorted(IDEAS)
    view.select_all()  # type: ignore[attr-defined]
    assert face.child(0).state().selected
    assert face.child(0).role() is QAccessible.Role.ListItem
    assert (
        face.childAt(*face.child(2).rect().center().toTuple()).text(QAccessible.Text.Name)
        == names[2]
    )


def test_finding_says_how_many_match_and_then_which(club: Club, qtbot: QtBot, heard: Heard) -> None:
    _board(club, heard)
    _do(club, "find_on_the_board")
    edit = club.window.screen_shown.findChild(QLineEdit, "find_edit")
    assert edit is not None
    qtbot.keyClicks(edit, "tool")
    qtbot.waitUntil(lambda: heard == ["2 matches"])
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert heard[1] == "1 of 2"
    assert "tool" in heard[2]
    edit.setText("zebra")
    qtbot.waitUntil(lambda: heard[-1] == "No idea matches")


def test_the_zoom_is_said_once_it_has_come_to_rest(club: Club, qtbot: QtBot, heard: Heard) -> None:
    view = _board(club, heard)
    view.zoom_to(0.5)  # type: ignore[attr-defined]
    view.zoom_to(0.7)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: heard != [])
    assert heard == [f"Zoom {percent_text(0.7)}"]


@pytest.mark.parametrize("verb", ["trash", "merge", "new_cluster"])
def test_what_was_done_is_said_and_so_is_its_undoing(
    club: Club, qtbot: QtBot, heard: Heard, verb: str
) -> None:
    view: Any = _board(club, heard)
    view.select(list(view.contents.notes)[:2])
    heard.clear()
    _do(club, verb)
    done = heard[-1]
    _do(club, "undo")
    assert heard[-1].startswith("Undone: ")
    _do(club, "redo")
    assert heard[-1].startswith("Done again: ")
    assert done
