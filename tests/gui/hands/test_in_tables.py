"""What is edited in a list: the key that ends it opens nothing, and what is typed on either."""

from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.screens.kit.rows import RowTable
from tests.gui.hands.pressing import press
from tests.gui.walks import go
from tests.gui.ways import trigger


def _edit_first_cell(club: Club) -> tuple[RowTable, QLineEdit]:
    tables = club.window.screen_shown.findChildren(RowTable)
    table = next(one for one in tables if one.isVisible())
    table.selectRow(0)
    row = next(
        at
        for at in range(table.model().columnCount())
        if table.model().flags(table.model().index(0, at)) & Qt.ItemFlag.ItemIsEditable
    )
    index = table.model().index(0, row)
    table.setCurrentIndex(index)
    table.setFocus()
    table.edit(index)
    QCoreApplication.processEvents()
    editor = table.viewport().findChild(QLineEdit)
    assert editor is not None
    return table, editor


@pytest.mark.parametrize("place", ["sessions/all", "sessions/agenda", "people/people"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_the_key_that_ends_a_cell_opens_nothing(
    club: Club, qtbot: QtBot, place: str, key: Qt.Key
) -> None:
    go(club, qtbot, place)
    screen = club.window.screen_shown
    opened: list[object] = []
    table, editor = _edit_first_cell(club)
    table.chosen.connect(opened.append)
    press("Renamed", key)
    qtbot.waitUntil(lambda: not editor.isVisible() if _is_there(editor) else True)
    after, chosen = club.database.next_steps(), table.selected_rows()
    press("2mode", Qt.Key.Key_Return, Qt.Key.Key_Delete)
    assert (club.window.screen_shown, opened) == (screen, [])
    assert club.database.next_steps() == after
    assert table.selected_rows() == chosen


def _is_there(widget: Any) -> bool:
    from shiboken6 import isValid

    return isValid(widget)


def test_the_name_of_a_consortium_is_ended_like_every_other(club: Club, qtbot: QtBot) -> None:
    go(club, qtbot, "consortia/card")
    trigger(club.window.screen_shown, "rename_the_consortium")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QInputDialog)
    dialog.activateWindow()
    line = dialog.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    press("Harbour", Qt.Key.Key_Return)
    club.window.activateWindow()
    QCoreApplication.processEvents()
    after = club.database.next_steps()
    assert str(after[0].label if after[0] else "").startswith("Renamed")
    press("2mp", Qt.Key.Key_Delete)
    assert club.database.next_steps() == after


def test_the_next_version_of_a_vision_too(club: Club, qtbot: QtBot) -> None:
    go(club, qtbot, "visions/write")
    editor: Any = club.window.screen_shown
    editor.editor.text_edit.setFocus()
    press("We share one sentence", Qt.Key.Key_Escape)
    QCoreApplication.processEvents()
    after = club.database.next_steps()
    press("123")
    assert club.database.next_steps() == after
