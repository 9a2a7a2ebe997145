"""Ctrl+Z takes back what was done last, in whichever field of whichever screen the caret is."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from kdc_desktop.app import Club
from kdc_desktop.model import JournalEntry, Person
from kdc_desktop.screens.board.trash_dialog import TrashDialog
from kdc_desktop.screens.kit.keys import Field, field_of
from tests.gui.walks import PLACES, go
from tests.gui.ways import popups, trigger
from tests.gui.window.sample_window import change

NOTHING_HERE = "Nothing was done here yet. To go further back, close this window first."
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
HERE = [place for place in PLACES if not any(word in place for word in ("kiosk", "slide", "start"))]
POPUPS = (
    "attendance/late_door",  # it goes once somebody is let in: nothing is done in it before
    "board/colours",
    "consortia/open_roles",
    "window/keys",
    "window/palette",
)


def _fields(shown: list[QWidget]) -> list[QWidget]:
    """Where one writes, among what is shown: once each, the whole and not its line."""
    found = {one for each in shown for one in (each, *each.findChildren(QWidget))}
    fields = [one for one in found if field_of(one) is not None and one.isEnabled()]
    fields = [one for one in fields if one.isVisible() and one.focusProxy() is None]
    return sorted(fields, key=lambda one: (one.objectName(), id(one)))


def _text(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _type(widget: QWidget) -> None:
    QTest.keyClicks(widget, "1" if isinstance(widget, QAbstractSpinBox) else "x")


def _do_something(club: Club) -> None:
    with club.database.read() as snapshot:
        steps = len(snapshot.scalars(select(JournalEntry.id)).all())
    change(club.database, Person, "notes", f"after {steps} steps")
    QCoreApplication.processEvents()


def _is_undone(club: Club) -> bool:
    return club.database.next_steps()[1] is not None


@pytest.mark.parametrize("place", [place for place in HERE if place not in POPUPS])
def test_what_is_being_typed_is_taken_back_first_and_then_what_was_done_before(
    club: Club, qtbot: QtBot, place: str
) -> None:
    shown = go(club, qtbot, place)
    assert _unheard_where_nothing_was_typed(club, shown) == []
    assert _unheard_where_something_was_typed(club, shown) == []


def _unheard_where_nothing_was_typed(club: Club, shown: list[QWidget]) -> list[str]:
    """Fields that were not edited since something was done, and do not give undo to the window."""
    missed = []
    for widget in _fields(shown):
        widget.window().activateWindow()
        widget.setFocus()
        if not widget.hasFocus():
            continue
        _do_something(club)
        QTest.keyClick(widget, Qt.Key.Key_Z, CTRL)
        if not _is_undone(club):
            missed.append(widget.objectName())
    return missed


def _unheard_where_something_was_typed(club: Club, shown: list[QWidget]) -> list[str]:
    missed = []
    for widget in _fields(shown):
        field = field_of(widget)
        assert field is not None
        _do_something(club)
        widget.window().activateWindow()
        widget.setFocus()
        if not widget.hasFocus():
            continue
        before, steps = _text(field), club.database.next_steps()
        _type(widget)
        if club.database.next_steps() != steps or _text(field) == before:
            continue  # kept with each key: that is a step of the window
        QTest.keyClick(widget, Qt.Key.Key_Z, CTRL)
        if _is_undone(club):
            missed.append(f"{widget.objectName()}: its own text stays")
            continue
        QTest.keyClick(widget, Qt.Key.Key_Z, CTRL)
        if not _is_undone(club):
            missed.append(f"{widget.objectName()}: the window's step")
    return missed


def test_a_dialog_takes_back_what_was_done_in_it_and_nothing_older(
    club: Club, qtbot: QtBot
) -> None:
    (dialog,) = go(club, qtbot, "board/trash")
    assert isinstance(dialog, TrashDialog)
    dialog.trash_table.setFocus()
    before, rows = club.database.next_steps(), dialog.trash_table.filter.rowCount()
    QTest.keyClick(dialog.trash_table, Qt.Key.Key_Z, CTRL)
    assert club.database.next_steps() == before
    assert NOTHING_HERE in QToolTip.text()
    dialog.trash_table.selectRow(0)
    QTest.mouseClick(dialog.restore_button, Qt.MouseButton.LeftButton)
    assert dialog.trash_table.filter.rowCount() == rows - 1
    dialog.trash_table.setFocus()
    QTest.keyClick(dialog.trash_table, Qt.Key.Key_Z, CTRL)
    assert dialog.trash_table.filter.rowCount() == rows
    QTest.keyClick(dialog.trash_table, Qt.Key.Key_Y, CTRL)
    assert dialog.trash_table.filter.rowCount() == rows - 1


def test_a_dialog_does_nothing_again_that_was_undone_before_it_opened(
    club: Club, qtbot: QtBot
) -> None:
    (dialog,) = go(club, qtbot, "board/trash")
    dialog.close()
    _do_something(club)
    club.database.undo()
    trigger(club.window.screen_shown, "open_the_trash")
    (dialog,) = popups(club)
    assert isinstance(dialog, TrashDialog)
    dialog.trash_table.setFocus()
    for key, held in ((Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Z, CTRL | SHIFT)):
        QTest.keyClick(dialog.trash_table, key, held)
        assert _is_undone(club)
        assert NOTHING_HERE in QToolTip.text()


def test_with_nothing_to_take_back_the_window_says_so(club: Club, qtbot: QtBot) -> None:
    while club.database.next_steps()[0] is not None:
        club.database.undo()
    go(club, qtbot, "people/people")
    search = club.window.screen_shown.findChild(QLineEdit, "search_edit")
    assert search is not None
    search.setFocus()
    QTest.keyClick(search, Qt.Key.Key_Z, CTRL)
    assert club.window.frame.quiet.text == "There is nothing to undo."
