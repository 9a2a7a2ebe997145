"""The menu of the board by key, for what is selected."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from tests.gui.board.hands import board


def entries_by_key(club: Club, qtbot: QtBot) -> list[str]:
    asking = club.window.findChild(QAction, "act_own_menu")
    assert asking is not None
    asking.trigger()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions()]
    menu.close()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    return texts


def test_the_key_asks_for_what_is_selected(club: Club, qtbot: QtBot) -> None:
    screen = board(club)
    club.window.activateWindow()
    screen.view.setFocus()
    qtbot.waitUntil(screen.view.hasFocus)
    screen.view.select([])
    of_the_board = entries_by_key(club, qtbot)
    assert of_the_board[:2] == ["New idea", "Paste lines as ideas"]
    screen.view.select(list(screen.view.contents.notes)[:3])
    of_notes = entries_by_key(club, qtbot)
    assert {"Merge 3 ideas", "Cut ideas", "Copy ideas", "Bring to front"} <= set(of_notes)
    assert len(screen.view.selection) == 3, "a key selects nothing else"
    cluster = next(key for key, row in screen.view.contents.clusters.items() if row.ideas)
    screen.view.choose_cluster(cluster)
    assert {"Rename cluster", "Tidy cluster", "Copy ideas"} <= set(entries_by_key(club, qtbot))
