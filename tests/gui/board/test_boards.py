"""Several boards of a session on the screen: chosen, filled, and each stage with its own."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from kdc_desktop.i18n import lazy
from kdc_desktop.model import Stage
from kdc_desktop.screens.board.board_screen import BoardScreen
from kdc_desktop.services.board.boards import add_board, boards, remove_board
from kdc_desktop.services.board.ideas import add_idea
from kdc_desktop.services.sessions.questions import stages
from kdc_desktop.storage import Database
from tests.gui.board.hands import OpenBoard


def texts(screen: BoardScreen) -> set[str]:
    return {row.text for row in screen.view.contents.notes.values()}


def choose(screen: BoardScreen, number: int) -> None:
    screen.boards.titles.changed.emit(number)


def write(screen: BoardScreen, text: str) -> None:
    edit = screen.floats.quick_add.idea_edit
    edit.setFocus()
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def test_there_is_nothing_to_choose_while_there_is_one(open_board: OpenBoard) -> None:
    assert not open_board().boards.titles.isVisible()


def test_a_new_board_is_named_shown_and_written_on(
    open_board: OpenBoard, database: Database, qtbot: QtBot
) -> None:
    add_idea(database, 1, "Yard bikes")
    screen = open_board()
    screen.boards.add()
    dialog = screen.findChild(QInputDialog, "ask_dialog")
    assert dialog is not None
    dialog.setTextValue("Obstacles")
    dialog.accept()
    assert screen.boards.titles.isVisible()
    assert texts(screen) == set()
    write(screen, "Permits")
    assert texts(screen) == {"Permits"}
    choose(screen, 0)
    assert texts(screen) == {"Yard bikes"}
    QTest.keyClick(screen.view, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert texts(screen) == {"Permits"}


def test_what_changes_on_another_board_changes_nothing_here(
    open_board: OpenBoard, database: Database
) -> None:
    second = add_board(database, 1, "Obstacles")
    screen = open_board()
    there = add_idea(database, 1, "Permits", board_id=second)
    assert texts(screen) == set()
    choose(screen, 1)
    assert texts(screen) == {"Permits"}
    database.undo()
    assert texts(screen) == set()
    assert there not in screen.view.contents.notes


def test_ideas_go_to_another_board(open_board: OpenBoard, database: Database) -> None:
    add_board(database, 1, "Obstacles")
    kept, moved = (add_idea(database, 1, text) for text in ("Yard bikes", "Permits"))
    screen = open_board()
    screen.view.select([moved])
    screen.boards._move(boards(database, 1)[1].id)
    assert set(screen.view.contents.notes) == {kept}
    choose(screen, 1)
    assert set(screen.view.contents.notes) == {moved}


def test_a_stage_comes_with_the_board_that_was_chosen_in_it(
    open_board: OpenBoard, database: Database
) -> None:
    second = add_board(database, 1, "Obstacles")
    add_idea(database, 1, "Permits", board_id=second)
    with database.edit(lazy("An agenda")) as edit:
        edit.add_all(
            Stage(session_id=1, place_in_order=n, kind="ideas", title=f"{n}", planned_minutes=5)
            for n in (1, 2)
        )
    first, later = stages(database, 1)
    screen = open_board()
    screen.show_stage(later)
    choose(screen, 1)
    screen.show_stage(first)
    screen.catch_up()
    assert texts(screen) == set()
    screen.show_stage(later)
    screen.catch_up()
    assert texts(screen) == {"Permits"}


def test_a_board_that_is_taken_away_gives_way_to_the_first(
    open_board: OpenBoard, database: Database
) -> None:
    second = add_board(database, 1, "Obstacles")
    add_idea(database, 1, "Yard bikes")
    screen = open_board()
    choose(screen, 1)
    remove_board(database, 1, second)
    assert texts(screen) == {"Yard bikes"}
    assert not screen.boards.titles.isVisible()
