"""Beside the board: stages, time, jobs, refusals, found people and painted cells are said aloud."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.domain.sessions.agenda import countdown
from kdc_desktop.jobs import Progress
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database
from tests.gui.hearing import Heard, heard
from tests.gui.walks import go
from tests.gui.ways import popups, trigger
from tests.rooms.pseudo_room import NAME, make_cyrillic_club

__all__ = ["heard"]


@pytest.fixture
def club(qapp: QApplication, qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Club]:
    make_cyrillic_club(tmp_path / "Клуб.kdc")
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    database = open_database(tmp_path / "Клуб.kdc")
    made = Club(database, theme, settings, lambda *_asked: None, lambda _window: None)
    made.window.show()
    made.window.activateWindow()
    yield made
    for widget in QApplication.topLevelWidgets():
        if widget.isModal() or widget.windowType() == Qt.WindowType.Popup:
            widget.close()
    made.close()


def _part(club: Club, name: str) -> QWidget:
    found = club.window.screen_shown.findChild(QWidget, name)
    assert found is not None, name
    club.window.activateWindow()
    QCoreApplication.processEvents()
    found.setFocus()
    assert found.hasFocus()
    return found


PAINTED = [
    ("consortia/consortia", "columns", Qt.Key.Key_Down),
    ("visions/vision", "buyin_matrix", Qt.Key.Key_Left),
    ("interests/interests", "winners", Qt.Key.Key_Down),
]


@pytest.mark.parametrize(("place", "name", "key"), PAINTED)
def test_walking_painted_cells_says_each(
    club: Club, qtbot: QtBot, heard: Heard, place: str, name: str, key: Qt.Key
) -> None:
    go(club, qtbot, place)
    view = _part(club, name)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    heard.clear()
    qtbot.keyClick(view, key)
    chosen = [item.text for item in view.spoken_items() if item.chosen]  # type: ignore[attr-defined]
    assert heard == [text.replace(" · ", ", ") for text in chosen]
    assert chosen == [view.accessibleDescription()]


def test_the_stage_that_one_looks_at_is_said(club: Club, qtbot: QtBot, heard: Heard) -> None:
    go(club, qtbot, "board/board")
    timeline = club.window.frame.strip.timeline
    timeline.setFocus()
    heard.clear()
    qtbot.keyClick(timeline, Qt.Key.Key_Right)
    chosen = [item.text for item in timeline.spoken_items() if item.chosen]
    assert len(chosen) == 1
    assert heard[0] == chosen[0].replace(" · ", ", ")


def test_the_time_that_is_left_is_said_when_its_colour_changes_and_not_each_second(
    club: Club, qtbot: QtBot, heard: Heard
) -> None:
    go(club, qtbot, "board/board")
    strip = club.window.frame.strip
    stage = club.window.walk.current
    assert stage is not None
    assert stage.started_at is not None
    now = stage.started_at + timedelta(seconds=stage.paused_seconds)
    left = countdown(stage.time(), now)
    strip.tick(now)
    heard.clear()
    for second in range(0, left.seconds_left + 90, 1):
        strip.tick(now + timedelta(seconds=second))
    assert [text.partition(". ")[0] for text in heard] == [stage.title] * 2
    assert "left" in heard[0]


def test_a_job_says_what_it_is_and_how_far_it_has_come(
    club: Club, qtbot: QtBot, heard: Heard
) -> None:
    def work(progress: Progress) -> None:
        for share in range(0, 101, 2):
            progress(share / 100)

    qtbot.waitUntil(lambda: not club.jobs.busy)
    heard.clear()
    club.jobs.run("Counting what there is", work, lambda _answer: None)
    qtbot.waitUntil(lambda: not club.jobs.busy)
    assert heard[0] == "Counting what there is"
    assert len(heard) <= 5


def test_what_has_to_be_mended_beside_a_field_is_said(
    club: Club, qtbot: QtBot, heard: Heard
) -> None:
    go(club, qtbot, "sessions/new_session")
    (dialog,) = popups(club)
    dialog.findChild(QLineEdit, "title_edit").clear()
    heard.clear()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert heard == [dialog.problem_label.text()]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("place", "field"),
    [("attendance/check_in", "find_edit"), ("interests/interests", "person_edit")],
)
def test_people_found_are_said_while_one_types_and_walks(
    club: Club, qtbot: QtBot, heard: Heard, place: str, field: str
) -> None:
    go(club, qtbot, place)
    edit = _part(club, field)
    heard.clear()
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    edit.setText(NAME[:2])  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: heard != [])
    assert ". 1 of " in heard[-1]
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: ". 2 of " in heard[-1])


def test_the_palette_says_the_action_and_its_keys(club: Club, qtbot: QtBot, heard: Heard) -> None:
    go(club, qtbot, "board/board")
    trigger(club.window, "palette")
    (palette,) = popups(club)
    edit = palette.findChild(QLineEdit, "palette_query")
    assert edit is not None
    edit.setText("zoom in")
    QCoreApplication.processEvents()
    qtbot.waitUntil(lambda: heard != [] and heard[-1].startswith("Zoom in. Ctrl+"))
