"""What is done on one board of several knows of the others: finding, the trash, a list."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.board.import_dialog import IdeaImportDialog
from kdc_desktop.screens.board.trash_dialog import TrashDialog
from kdc_desktop.services.board.boards import add_board
from kdc_desktop.services.board.ideas import add_idea, trash_ideas
from kdc_desktop.storage import Database
from tests.gui.board.hands import OpenBoard, action
from tests.gui.board.hands_on_boards import choose, texts


@pytest.fixture
def second(database: Database) -> int:
    return add_board(database, 1, "Obstacles")


def test_finding_says_how_many_match_on_other_boards(
    open_board: OpenBoard, database: Database, second: int, qtbot: QtBot
) -> None:
    for text in ("Permits take long", "No permit at all"):
        add_idea(database, 1, text, board_id=second)
    add_idea(database, 1, "Yard bikes")
    screen = open_board()
    label = screen.floats.free_label
    action(screen, "find_on_the_board").trigger()
    QTest.keyClicks(screen.floats.finder.find_edit, "permit")
    qtbot.waitUntil(lambda: "2 ideas on other boards match" in label.text())
    choose(screen, 1)
    qtbot.waitUntil(lambda: screen.floats.finder.found_label.text() == "2 matches")
    qtbot.waitUntil(lambda: "match" not in label.text())
    choose(screen, 0)
    qtbot.waitUntil(lambda: "match" in label.text())
    screen.floats.finder.close_it()
    assert not label.isVisible()


def test_the_trash_says_on_which_board_an_idea_comes_back(
    open_board: OpenBoard, database: Database, second: int
) -> None:
    trash_ideas(database, [add_idea(database, 1, "Permits", board_id=second)])
    screen = open_board()
    action(screen, "open_the_trash").trigger()
    dialog = screen.findChild(TrashDialog)
    assert dialog is not None
    model = dialog.trash_table.model()
    assert model.index(0, model.columnCount() - 1).data() == "Obstacles"
    dialog.reject()


def test_a_list_comes_in_on_the_board_that_was_looked_at_when_it_was_chosen(
    open_board: OpenBoard, database: Database, second: int, qtbot: QtBot, jobs: Jobs
) -> None:
    screen = open_board()
    choose(screen, 1)
    QApplication.clipboard().setText("\n".join(f"Permit {n}" for n in range(21)))
    action(screen, "paste_ideas").trigger()
    qtbot.waitUntil(lambda: screen.findChild(IdeaImportDialog) is not None)
    dialog = screen.findChild(IdeaImportDialog)
    assert dialog is not None
    assert dialog.file_label.text().endswith("onto the board “Obstacles”")
    choose(screen, 0)
    dialog.accept()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert texts(screen) == set()
    choose(screen, 1)
    assert len(texts(screen)) == 21
    database.undo()
    assert texts(screen) == set()
