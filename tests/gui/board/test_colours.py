"""The colours of notes."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdc_desktop.domain.board.colours import PAPERS, NoteColour
from kdc_desktop.screens.kit.palette import NOTE_INK, contrast
from kdc_desktop.screens.kit.passing import open_menu
from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.storage import Database
from tests.gui.board.hands import OpenBoard, action, add
from tests.rooms.board_room import rows, undone_next


def test_ink_can_be_read_on_every_note() -> None:
    papers = {colour: look.paper for colour, look in PAPERS.items()}
    assert [key for key, paper in papers.items() if contrast(NOTE_INK, paper) < 4.5] == []


def test_every_colour_has_a_paper_and_a_name() -> None:
    assert list(PAPERS) == list(NoteColour)


def test_the_keys_of_the_colour_menu_give_colours_and_send_nothing_to_a_cluster(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    """The screen has the digits for its clusters, and a menu is a part of the screen for Qt."""
    ids = add(database, 2)
    for number in range(4):
        board_clusters.add_cluster(database, 1, f"Theme {number}", at=(900.0 * number, 900.0))
    screen = open_board()
    screen.view.select(ids)
    action(screen, "colour").trigger()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_4)
    assert {row.colour for row in rows(database).values()} == {list(NoteColour)[3]}
    assert {row.cluster_id for row in rows(database).values()} == {None}
    assert QApplication.activePopupWidget() is None


def test_a_menu_does_what_the_keys_do_that_it_shows(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    ids = add(database, 2)
    screen = open_board()
    screen.view.select(ids)
    at = screen.mapToGlobal(screen.rect().center())
    open_menu(screen, "board_menu", [action(screen, "trash")], at)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(menu, Qt.Key.Key_K)
    assert (QApplication.activePopupWidget(), screen.view.selection) == (menu, ids)
    QTest.keyClick(menu, Qt.Key.Key_Delete)
    assert (QApplication.activePopupWidget(), undone_next(database)) == (
        None,
        "Put 2 ideas into the trash",
    )
