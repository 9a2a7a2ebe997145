"""Ideas are copied, cut and pasted on the board, and dropped there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.board.board_screen import BoardScreen
from kdc_desktop.screens.board.import_dialog import IdeaImportDialog
from kdc_desktop.storage import Database
from tests.gui.board.hands import LEFT, OpenBoard, action, add
from tests.rooms.board_room import notes

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _clipboard() -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def copied(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def texts(database: Database) -> list[str]:
    return [row.text for row in notes(database)]


def preview(qtbot: QtBot, screen: BoardScreen) -> IdeaImportDialog:
    qtbot.waitUntil(lambda: screen.findChild(IdeaImportDialog) is not None)
    dialog = screen.findChild(IdeaImportDialog)
    assert dialog is not None
    return dialog


def test_lines_become_ideas_in_one_step_and_are_selected(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    screen = open_board()
    copied("• Lockers\n• Saunas\n\n")
    said: list[str] = []
    screen.said.connect(said.append)
    qtbot.keyClick(screen.view, Qt.Key.Key_V, CTRL)
    assert texts(database) == ["Lockers", "Saunas"]
    assert len(screen.view.selection) == 2
    assert said == ["Bullets in front were taken off."]
    database.undo()
    assert texts(database) == []


def test_a_line_that_says_nothing_is_told_and_comes_onto_no_board(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    screen = open_board()
    copied("Lockers\nei mitään\nNo cars in the yard\n-\n")
    said: list[str] = []
    screen.said.connect(said.append)
    qtbot.keyClick(screen.view, Qt.Key.Key_V, CTRL)
    assert texts(database) == ["Lockers", "No cars in the yard"]
    assert said == ["2 empty answers left out: rows 2, 4."]
    copied("none\nn/a")
    qtbot.keyClick(screen.view, Qt.Key.Key_V, CTRL)
    assert said[1:] == ["2 empty answers left out: rows 1, 2."]


def test_where_a_row_that_is_pasted_is_left_out_a_preview_says_why(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    screen = open_board()
    copied("Idea\tStatus\nLockers\tArchived\nSaunas\tOpen")
    qtbot.keyClick(screen.view, Qt.Key.Key_V, CTRL)
    dialog = preview(qtbot, screen)
    assert dialog.import_button.text() == "Import 1 idea"
    assert texts(database) == []
    dialog.reject()


def test_more_than_twenty_are_looked_at_first_and_what_is_unticked_stays_out(
    qtbot: QtBot, open_board: OpenBoard, database: Database, jobs: Jobs
) -> None:
    screen = open_board()
    copied("\n".join(f"Idea {n}" for n in range(21)))
    qtbot.keyClick(screen.view, Qt.Key.Key_V, CTRL)
    dialog = preview(qtbot, screen)
    assert texts(database) == []
    assert dialog.import_button.text() == "Import 21 ideas"
    dialog.rows_table.selectRow(3)
    qtbot.keyClick(dialog.rows_table, Qt.Key.Key_Space)
    assert dialog.import_button.text() == "Import 20 ideas"
    qtbot.mouseClick(dialog.import_button, LEFT)
    qtbot.waitUntil(lambda: len(texts(database)) == 20 and not jobs.busy)
    assert "Idea 3" not in texts(database)


def test_a_line_that_is_too_long_is_named_before_anything_is_added(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    screen = open_board()
    copied("Lockers\n" + "x" * 6000)
    qtbot.keyClick(screen.view, Qt.Key.Key_V, CTRL)
    dialog = preview(qtbot, screen)
    assert "1 new, 0 same, 1 problem" in dialog.summary_label.text()
    dialog.reject()
    assert texts(database) == []


def test_lines_pasted_where_one_idea_is_typed_become_ideas_too(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    screen = open_board()
    qtbot.keyClick(screen.view, "n")
    line = screen.floats.quick_add.idea_edit
    copied("one line")
    qtbot.keyClick(line, Qt.Key.Key_V, CTRL)
    assert line.text() == "one line"
    copied("Lockers\nSaunas")
    qtbot.keyClick(line, Qt.Key.Key_V, CTRL)
    qtbot.keyClick(screen.floats.quick_add.author_edit, Qt.Key.Key_V, CTRL)
    assert texts(database) == ["Lockers", "Saunas"] * 2


def test_what_is_copied_comes_back_as_it_was(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    screen = open_board()
    copied('"Lockers\nat every ""hub"""\n-5 degrees')
    qtbot.keyClick(screen.view, Qt.Key.Key_V, CTRL)
    before = texts(database)
    assert before == ['Lockers\nat every "hub"', "-5 degrees"]
    qtbot.keyClick(screen.view, Qt.Key.Key_C, CTRL)
    qtbot.keyClick(screen.view, Qt.Key.Key_V, CTRL)
    assert texts(database) == before + before


def test_cut_notes_are_in_the_trash_and_on_the_clipboard(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    ids = add(database, 3)
    screen = open_board()
    screen.view.select(ids[:2])
    action(screen, "cut_ideas").trigger()
    assert texts(database) == ["Idea 2"]
    assert QGuiApplication.clipboard().text() == "Idea 0\nIdea 1\n"


def test_a_text_file_is_an_idea_a_line(qtbot: QtBot, open_board: OpenBoard, tmp_path: Path) -> None:
    screen = open_board()
    file = tmp_path / "from the wall.txt"
    file.write_text("Ideas:\nLockers, at every hub\n2) Saunas\n", encoding="utf-8")
    assert screen.takes is not None
    screen.takes.sheet(file)
    dialog = preview(qtbot, screen)
    rows = dialog.preview.rows
    assert [row.text for row in rows] == ["Lockers, at every hub", "2) Saunas"]
    dialog.reject()
