"""The boards of a session in the hands of a test."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar

from kdc_desktop.screens.board.board_screen import BoardScreen
from kdc_desktop.screens.kit.passing import Menu


def texts(screen: BoardScreen) -> set[str]:
    return {row.text for row in screen.view.contents.notes.values()}


def choose(screen: BoardScreen, number: int) -> None:
    screen.boards.titles.changed.emit(number)


def write(screen: BoardScreen, text: str) -> None:
    edit = screen.floats.quick_add.idea_edit
    edit.setFocus()
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


def menu(screen: BoardScreen, name: str) -> Menu:
    found = screen.findChildren(Menu, name)[-1]
    assert found is not None
    return found


def pick_from_menu(screen: BoardScreen, title: str) -> None:
    opened = menu(screen, "boards_menu")
    next(one for one in opened.actions() if one.text() == title).trigger()
    opened.close()


def offered_at(screen: BoardScreen, point: QPoint) -> list[str]:
    at = screen.view.mapTo(screen, point)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, screen.mapToGlobal(at))
    QApplication.sendEvent(screen, event)
    opened = menu(screen, "board_menu")
    names = [one.objectName().removeprefix("act_") for one in opened.actions()]
    opened.close()
    opened.setObjectName("")
    return names


def title_at(screen: BoardScreen, number: int) -> QPoint:
    """The middle of a title, in pixels of the view."""
    titles = screen.findChild(QTabBar, "board_titles")
    assert titles is not None
    middle = titles.mapToGlobal(titles.tabRect(number).center())
    return screen.view.viewport().mapFromGlobal(middle)
