"""Every list has a menu for what is selected, and it is made of what the list can do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database
from tests.gui.walks import go
from tests.rooms.pseudo_room import make_cyrillic_club

VERBS = {
    "attendance/check_in": {"Mark as left", "Take off the list", "Cut rows", "Paste people"},
    "board/import": {"Tick, or not", "Copy rows"},
    "interests/interests": {"Ask again", "Take over what people voted for"},
    "pages/pages": {"Write the pages", "Copy rows"},
    "people/import": {"Copy rows"},
    "people/organisation": {"Rename", "Remove from the club", "Cut rows"},
    "people/people": {"Rename", "Remove from the club", "Cut rows", "Paste people"},
    "polls/draft": {"Tick, or not", "Copy options"},
    "polls/open": {"Enter a paper", "Copy rows"},
    "polls/revealed": {"Mark as winner, or no longer", "Copy rows"},
    "sessions/agenda": {"Rename the stage", "Move the stage up", "Remove the stage", "Cut rows"},
    "sessions/all": {"Open the session", "Rename the session", "New session", "Copy rows"},
    "winners/winners": {"Take as winner", "Copy rows"},
}


@pytest.fixture
def club(tmp_path: Path, theme: Theme) -> Iterator[Club]:
    make_cyrillic_club(tmp_path / "club.kdc")
    settings = Settings(tmp_path / "settings.ini")
    database = open_database(tmp_path / "club.kdc")
    made = Club(database, theme, settings, lambda *_asked: None, lambda _window: None)
    made.window.show()
    yield made
    made.close()


def lists_in(shown: list[QWidget]) -> list[QAbstractItemView]:
    windows = {widget.window() for widget in shown}
    found = [view for window in windows for view in window.findChildren(QAbstractItemView)]
    return [
        view
        for view in found
        if view.isVisible() and view.model() is not None and view.model().rowCount() > 0
    ]


def menu_of(view: QAbstractItemView) -> set[str]:
    first = view.model().index(0, 0)
    view.setCurrentIndex(first)
    at = view.visualRect(first).center()
    by_mouse = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(by_mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        return set()
    texts = {action.text() for action in menu.actions() if action.isVisible()}
    menu.close()
    return texts


@pytest.mark.parametrize("place", sorted(VERBS))
def test_the_right_button_offers_what_can_be_done(club: Club, qtbot: QtBot, place: str) -> None:
    shown = go(club, qtbot, place)
    QCoreApplication.processEvents()
    menus = [menu_of(view) for view in lists_in(shown)]
    assert any(VERBS[place] <= menu for menu in menus), menus
    for view in lists_in(shown):
        if isinstance(view, RowTable):
            assert "Copy rows" in menu_of(view)
    modal = QApplication.activeModalWidget()
    if modal is not None:
        modal.close()
