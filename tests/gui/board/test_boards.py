"""Several boards of a session on the screen: chosen, filled, and each stage with its own."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from kdc_desktop.audience.board.board_slide import BoardSlide
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Idea, Stage
from kdc_desktop.screens.board.board_screen import BoardScreen
from kdc_desktop.screens.kit.screen import Sight
from kdc_desktop.services.board.boards import (
    add_board,
    board_of_stage,
    boards,
    remove_board,
    rename_board,
    show_on_stage,
)
from kdc_desktop.services.board.ideas import add_idea, trash_ideas
from kdc_desktop.services.sessions.questions import stages
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.storage import Database
from tests.gui.board.hands import OpenBoard, action
from tests.gui.board.hands_on_boards import (
    choose,
    pick_from_menu,
    texts,
    write,
)


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


def agenda_of_two(database: Database) -> list[StageRow]:
    with database.edit(lazy("An agenda")) as edit:
        edit.add_all(
            Stage(session_id=1, place_in_order=n, kind="ideas", title=f"{n}", planned_minutes=5)
            for n in (1, 2)
        )
    return stages(database, 1)


def test_a_stage_comes_with_the_board_that_was_said_in_it(
    open_board: OpenBoard, database: Database
) -> None:
    second = add_board(database, 1, "Obstacles")
    add_idea(database, 1, "Permits", board_id=second)
    first, later = agenda_of_two(database)
    screen = open_board()
    screen.show_stage(later)
    choose(screen, 1)
    assert board_of_stage(database, later.id) is None, "to look is to write nothing"
    action(screen, "board_of_the_stage").trigger()
    assert board_of_stage(database, later.id) == second
    screen.show_stage(first)
    screen.catch_up()
    assert texts(screen) == set()
    screen.show_stage(later)
    screen.catch_up()
    assert texts(screen) == {"Permits"}
    database.undo()
    assert texts(screen) == set(), "who looks at what the stage shows goes along"


def test_who_comes_back_to_a_stage_finds_the_board_that_was_looked_at(
    open_board: OpenBoard, database: Database
) -> None:
    add_board(database, 1, "Obstacles")
    first, _later = agenda_of_two(database)
    screen = open_board()
    screen.show_stage(first)
    choose(screen, 1)
    screen.show_stage(first)
    assert screen.boards.at == 1


def test_looking_at_another_board_shows_the_room_nothing(
    open_board: OpenBoard, database: Database
) -> None:
    second = add_board(database, 1, "Obstacles")
    for number in range(5):
        add_idea(database, 1, f"Idea {number}")
        add_idea(database, 1, f"Permit {number}", board_id=second)
    first, _later = agenda_of_two(database)
    screen = open_board()
    screen.show_stage(first)
    of_stage, before = screen.sight_of(first), screen.slide_of(screen.sight_of(first))
    choose(screen, 1)
    assert screen.slide_of(of_stage) == before
    assert screen.slide() != before
    shown = screen.sight
    add_idea(database, 1, "A ferry")
    add_idea(database, 1, "No money", board_id=second)
    ferry, money = said_in(screen, screen.sight_of(first)), said_in(screen, shown)
    assert ferry - money == {"A ferry", *(f"Idea {n}" for n in range(5))}
    assert money - ferry == {"No money", *(f"Permit {n}" for n in range(5))}
    choose(screen, 0)
    assert said_in(screen, shown) == money, "what was shown stays while one looks on"
    show_on_stage(database, first.id, second)
    assert said_in(screen, screen.sight_of(first)) == money
    with database.edit(lazy("All gone")) as edit:
        for idea in edit.scalars(select(Idea).where(Idea.board_id == second)):
            edit.delete(idea)
    remove_board(database, 1, second)
    assert screen.slide_of(shown) is None, "then the room sees its stage again"
    assert said_in(screen, screen.sight_of(first)) == ferry


def test_one_idea_stays_in_the_room_while_another_board_is_looked_at(
    open_board: OpenBoard, database: Database
) -> None:
    add_board(database, 1, "Obstacles")
    idea_id = add_idea(database, 1, "A ferry")
    screen = open_board()
    one = Sight(None, idea_id)
    before = screen.slide_of(one)
    choose(screen, 1)
    assert before is not None
    assert screen.slide_of(one) == before
    trash_ideas(database, [idea_id])
    assert screen.slide_of(one) is None


def said_in(screen: BoardScreen, sight: Sight) -> set[str]:
    slide = screen.slide_of(sight)
    assert isinstance(slide, BoardSlide)
    return {note.text for column in slide.clusters for note in column.notes}


def test_a_name_that_is_asked_for_is_that_of_the_board_that_was_asked_about(
    open_board: OpenBoard, database: Database
) -> None:
    add_board(database, 1, "Obstacles")
    screen = open_board()
    choose(screen, 1)
    screen.boards.rename()
    dialog = screen.findChild(QInputDialog, "ask_dialog")
    assert dialog is not None
    choose(screen, 0)
    dialog.setTextValue("Hurdles")
    dialog.accept()
    assert [row.title for row in boards(database, 1)] == ["Board", "Hurdles"]


def has_width(widget: QWidget, width: int) -> bool:
    return widget.width() == width


def test_six_boards_with_long_names_can_all_be_reached_at_any_size(
    open_board: OpenBoard, database: Database, qtbot: QtBot
) -> None:
    names = [f"What keeps us from riding through the harbour, part {n}" for n in range(2, 7)]
    for name in names:
        add_board(database, 1, name)
    rename_board(database, 1, None, "What we should do about the harbour first of all")
    screen = open_board()
    one_line = screen.boards.titles.height()
    for width in (1400, 620, 360):
        screen.resize(width, 600)
        qtbot.waitUntil(partial(has_width, screen.boards.titles, width))
        assert screen.boards.titles.height() <= one_line
        assert screen.minimumSizeHint().width() <= 360
        titles = screen.findChild(QTabBar, "board_titles")
        assert titles is not None
        written = {titles.tabText(at) for at in range(titles.count())}
        assert len(written) == 6, "numbers, where words would be too short to be read"
        for at, row in enumerate(screen.boards.rows):
            everything = screen.findChild(QToolButton, "all_boards")
            assert everything is not None
            everything.click()
            pick_from_menu(screen, row.title)
            assert screen.boards.at == at


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
