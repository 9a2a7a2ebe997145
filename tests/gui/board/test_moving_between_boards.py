"""Ideas and clusters go to another board by hand."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board.boards import (
    add_board,
)
from kdc_desktop.services.board.ideas import add_idea
from kdc_desktop.storage import Database
from tests.gui.board.hands import OpenBoard, action, drag, on_screen
from tests.gui.board.hands_on_boards import (
    choose,
    offered_at,
    pick_from_menu,
    texts,
    title_at,
)


def test_ideas_go_to_another_board(open_board: OpenBoard, database: Database) -> None:
    add_board(database, 1, "Obstacles")
    kept, moved = (add_idea(database, 1, text) for text in ("Yard bikes", "Permits"))
    screen = open_board()
    screen.view.select([moved])
    action(screen, "move_to_another_board").trigger()
    pick_from_menu(screen, "Obstacles")
    assert set(screen.view.contents.notes) == {kept}
    choose(screen, 1)
    assert set(screen.view.contents.notes) == {moved}


def test_the_menus_lead_to_another_board(open_board: OpenBoard, database: Database) -> None:
    idea_id = add_idea(database, 1, "Yard bikes")
    screen = open_board()
    assert "move_to_another_board" not in offered_at(screen, on_screen(screen, idea_id))
    nothing = screen.view.mapFromScene(QPointF(-300, -300))
    assert offered_at(screen, nothing)[-1] == "new_board"
    add_board(database, 1, "Obstacles")
    city = board_clusters.add_cluster(database, 1, "City", [idea_id])
    screen.view.fit()
    assert "move_to_another_board" in offered_at(screen, on_screen(screen, idea_id))
    row = screen.view.contents.clusters[city]
    title = screen.view.mapFromScene(QPointF(row.x + 20, row.y + 10))
    assert "move_to_another_board" in offered_at(screen, title)
    QTest.keyClick(screen.view, Qt.Key.Key_B, Qt.KeyboardModifier.ShiftModifier)
    pick_from_menu(screen, "Obstacles")
    assert not screen.view.contents.clusters
    assert texts(screen) == set()
    choose(screen, 1)
    assert texts(screen) == {"Yard bikes"}
    assert city in screen.view.contents.clusters
    database.undo()
    choose(screen, 0)
    assert city in screen.view.contents.clusters


def test_what_is_dropped_on_a_title_goes_to_that_board(
    open_board: OpenBoard, database: Database, qtbot: QtBot
) -> None:
    ids = [add_idea(database, 1, text, at=(200.0 * n, 0.0)) for n, text in enumerate("AB")]
    add_board(database, 1, "Obstacles")
    screen = open_board()
    screen.view.select(ids)
    drag(qtbot, screen, on_screen(screen, ids[0]), title_at(screen, 1))
    assert texts(screen) == set()
    choose(screen, 1)
    assert texts(screen) == {"A", "B"}
    database.undo()
    choose(screen, 0)
    before = dict(screen.view.contents.notes)
    for beside in (title_at(screen, 0), title_at(screen, 1) + QPoint(400, 0)):
        drag(qtbot, screen, on_screen(screen, ids[0]), beside)
        assert screen.view.contents.notes == before, "and elsewhere in that row nowhere"
    assert not screen.view.contents.lifted


def test_a_cluster_dropped_on_a_title_goes_as_a_whole(
    open_board: OpenBoard, database: Database, qtbot: QtBot
) -> None:
    city = board_clusters.add_cluster(database, 1, "City", [add_idea(database, 1, "A")])
    add_board(database, 1, "Obstacles")
    screen = open_board()
    row = screen.view.contents.clusters[city]
    start = screen.view.mapFromScene(QPointF(row.x + 20, row.y + 10))
    drag(qtbot, screen, start, title_at(screen, 1))
    choose(screen, 1)
    assert [row.name for row in screen.view.contents.clusters.values()] == ["City"]
    assert texts(screen) == {"A"}
