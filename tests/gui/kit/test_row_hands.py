"""What hands expect of a table: its menu, the clipboard, and dragging where there is an order."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from kdc_desktop.screens.kit.row_dragging import RowDragging
from kdc_desktop.screens.kit.row_hands import ask_for_menu
from kdc_desktop.screens.kit.rows import RowTable
from tests.gui.kit.test_rows import AINO, BO, CARL, Person, table_of

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


def shown(qtbot: QtBot) -> RowTable:
    table, _model = table_of(qtbot, AINO, BO, CARL)
    table.resize(500, 300)
    table.show()
    table.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    return table


def middle(table: RowTable, row: int) -> QPoint:
    return table.visualRect(table.model().index(row, 0)).center()


def menu_at(table: RowTable, at: QPoint) -> list[str]:
    viewport = table.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
    QApplication.sendEvent(viewport, event)
    return entries()


def entries() -> list[str]:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions()]
    menu.close()
    return texts


def names(rows: Sequence[Person]) -> list[str]:
    return [row.name for row in rows]


def removing(table: RowTable, gone: list[str]) -> QAction:
    action = QAction("Remove", table)
    action.triggered.connect(lambda: gone.extend(names(table.selected_rows())))
    return action


def test_the_menu_is_about_the_row_under_the_pointer(qtbot: QtBot) -> None:
    table = shown(qtbot)
    remove, new = removing(table, []), QAction("New", table)
    table.hands.offer(remove, always=(new,))
    table.selectRow(0)
    assert menu_at(table, middle(table, 1)) == ["Remove", "Copy rows", "New", "Select all rows"]
    assert names(table.selected_rows()) == ["Bo"]
    table.selectAll()
    menu_at(table, middle(table, 2))
    assert len(table.selected_rows()) == 3, "what is selected together stays so"
    assert menu_at(table, QPoint(20, 290)) == ["New", "Select all rows"]
    assert table.selected_rows() == []


def test_shift_f10_opens_the_menu_of_the_row_with_the_cursor(qtbot: QtBot) -> None:
    table = shown(qtbot)
    table.hands.offer(removing(table, []))
    table.selectRow(2)
    qtbot.keyClick(table, Qt.Key.Key_F10, SHIFT)
    assert entries() == ["Remove", "Copy rows", "Select all rows"]
    assert names(table.selected_rows()) == ["Carl"]


def test_rows_are_cut_and_lines_are_pasted(qtbot: QtBot) -> None:
    table, gone, pasted = shown(qtbot), list[str](), list[str]()
    table.hands.cut_with(removing(table, gone))
    table.hands.paste_with("Paste people", lambda: pasted.append("pasted"))
    qtbot.keyClick(table, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(table, Qt.Key.Key_X, CTRL)
    assert gone == ["Aino Ähtäri", "Bo", "Carl"]
    carried = QGuiApplication.clipboard().mimeData()
    assert isinstance(carried, QMimeData)
    assert carried.text().splitlines() == ["Name\tIdeas", "Aino Ähtäri\t12", "Bo\t3", "Carl\t20"]
    assert "<tr><td>Bo</td><td>3</td></tr>" in carried.html()
    qtbot.keyClick(table, Qt.Key.Key_V, CTRL)
    assert pasted == ["pasted"]
    QGuiApplication.clipboard().clear()


def test_rows_are_dragged_before_another_or_to_the_end(qtbot: QtBot) -> None:
    table, moved = shown(qtbot), list[tuple[list[str], str | None]]()
    RowDragging(table, lambda rows, before: moved.append((names(rows), before and before.name)))
    drag(qtbot, table, middle(table, 2), middle(table, 0) - QPoint(0, 6))
    drag(qtbot, table, middle(table, 0), QPoint(20, 290))
    assert moved == [(["Carl"], "Aino Ähtäri"), (["Aino Ähtäri"], None)]
    qtbot.mousePress(table.viewport(), LEFT, pos=middle(table, 0))
    qtbot.mouseMove(table.viewport(), middle(table, 1))
    qtbot.mouseMove(table.viewport(), middle(table, 2))
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    qtbot.mouseRelease(table.viewport(), LEFT, pos=middle(table, 2))
    assert len(moved) == 2, "Esc leaves everything where it was"


def test_several_rows_are_dragged_together(qtbot: QtBot) -> None:
    table, moved = shown(qtbot), list[list[str]]()
    RowDragging(table, lambda rows, _before: moved.append(names(rows)))
    qtbot.mouseClick(table.viewport(), LEFT, pos=middle(table, 0))
    qtbot.mouseClick(table.viewport(), LEFT, SHIFT, pos=middle(table, 1))
    drag(qtbot, table, middle(table, 1), QPoint(20, 290))
    assert moved == [["Aino Ähtäri", "Bo"]]


def drag(qtbot: QtBot, table: RowTable, start: QPoint, end: QPoint) -> None:
    viewport = table.viewport()
    qtbot.mousePress(viewport, LEFT, pos=start)
    qtbot.mouseMove(viewport, (start + end) / 2)
    qtbot.mouseMove(viewport, end)
    qtbot.mouseRelease(viewport, LEFT, pos=end)


def test_a_key_asks_for_the_row_with_the_cursor_even_if_it_is_not_selected(qtbot: QtBot) -> None:
    table = shown(qtbot)
    table.hands.offer(removing(table, []))
    table.selectRow(1)
    menu_at(table, QPoint(20, 290))
    assert table.selected_rows() == []
    for key in (lambda: qtbot.keyClick(table, Qt.Key.Key_F10, SHIFT), lambda: ask_for_menu(table)):
        table.clearSelection()
        key()
        assert "Remove" in entries()
        assert names(table.selected_rows()) == ["Bo"]


def test_home_and_end_lead_to_the_first_and_the_last_row(qtbot: QtBot) -> None:
    table = shown(qtbot)
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.selected_rows() == [table.filter.row(table.filter.index(0, 0))]
    qtbot.keyClick(table, Qt.Key.Key_End)
    last = table.filter.rowCount() - 1
    assert table.selected_rows() == [table.filter.row(table.filter.index(last, 0))]
