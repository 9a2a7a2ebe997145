"""What is written and not kept yet is not thrown away by a slip, however long it is."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMessageBox, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kdc_desktop.app import Club
from kdc_desktop.screens.people.people_screen import PeopleScreen
from kdc_desktop.screens.sessions.agenda_screen import AgendaScreen
from kdc_desktop.services.sessions import questions
from tests.gui.walks import PLACES, go

TOO_LONG = "far too long " * 2000
SOUGHT = ("search_edit", "palette_query", "query")
ELSEWHERE = ("kiosk", "_slide", "overlay", "start", "empty", "trash", "leaving")
HERE = [place for place in PLACES if not any(word in place for word in ELSEWHERE)]


def _lines(root: QWidget) -> list[QLineEdit]:
    return [
        line
        for line in root.findChildren(QLineEdit)
        if line.isVisible() and not line.isReadOnly() and line.objectName() not in SOUGHT
    ]


def _texts(root: QWidget) -> list[QPlainTextEdit]:
    found = root.findChildren(QPlainTextEdit)
    return [edit for edit in found if edit.isVisible() and edit.isEnabled()]


def _opened(club: Club, qtbot: QtBot) -> Iterator[tuple[str, QDialog]]:
    """Every dialog over the window, one after the other."""
    for place in HERE:
        for shown in go(club, qtbot, place):
            if isinstance(shown, QDialog) and shown.windowType() is not Qt.WindowType.Popup:
                yield place, shown
                if isValid(shown):
                    shown.done(0)
                QCoreApplication.processEvents()
        left = QApplication.activePopupWidget()
        if left is not None:
            left.close()


def _escape(dialog: QDialog) -> QMessageBox | None:
    QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
    QCoreApplication.processEvents()
    boxes = dialog.findChildren(QMessageBox, "half_typed_box")
    return next((box for box in boxes if box.isVisible()), None)


def test_escape_asks_where_something_was_written_in_a_dialog(club: Club, qtbot: QtBot) -> None:
    asked = set()
    for place, dialog in _opened(club, qtbot):
        if not (lines := _lines(dialog)):
            continue
        before = lines[0].text()
        lines[0].setFocus()
        QTest.keyClicks(lines[0], "1")
        if lines[0].text() == before:  # of numbers within bounds
            continue
        box = _escape(dialog)
        assert box is not None, place
        box.defaultButton().click()
        assert dialog.isVisible()
        assert "1" in lines[0].text()
        asked.add(place)
    assert asked >= {"sessions/new_session", "sessions/details", "visions/position"}


def test_escape_leaves_a_dialog_in_which_nothing_was_written(club: Club, qtbot: QtBot) -> None:
    (dialog,) = go(club, qtbot, "sessions/details")
    assert isinstance(dialog, QDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    QCoreApplication.processEvents()
    assert not isValid(dialog)


def test_what_is_thrown_away_is_gone_once_it_was_said(club: Club, qtbot: QtBot) -> None:
    (dialog,) = go(club, qtbot, "sessions/new_session")
    assert isinstance(dialog, QDialog)
    QTest.keyClicks(_lines(dialog)[0], "Autumn")
    QTest.keyClick(dialog, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    box = dialog.findChild(QMessageBox, "half_typed_box")
    assert box is not None
    assert dialog.isVisible()
    next(one for one in box.buttons() if one is not box.defaultButton()).click()
    QCoreApplication.processEvents()
    assert not isValid(dialog)


def test_no_field_throws_away_what_is_too_long(club: Club, qtbot: QtBot) -> None:
    walked = set()
    for place in HERE:
        shown = go(club, qtbot, place)
        for edit in [edit for root in shown for edit in _texts(root)]:
            edit.activateWindow()
            edit.setFocus()
            qtbot.waitUntil(edit.hasFocus)
            edit.setPlainText(TOO_LONG)
            edit.clearFocus()
            club.window.screen_shown.refresh()
            QCoreApplication.processEvents()
            assert edit.toPlainText().strip() == TOO_LONG.strip(), (place, edit.objectName())
            walked.add(edit.objectName())
            edit.setFocus()
            edit.setPlainText("short")
            edit.clearFocus()
        for root in shown:
            if isinstance(root, QDialog):
                root.done(0)
    assert walked >= {"prompt_edit", "notes_edit", "text_edit"}


def test_what_is_too_long_comes_back_with_its_stage(club: Club, qtbot: QtBot) -> None:
    go(club, qtbot, "sessions/agenda")
    screen = club.window.screen_shown
    assert isinstance(screen, AgendaScreen)
    card, table = screen.card, screen.stages_table
    table.selectRow(1)
    card.stage_title_edit.setText("Renamed")
    card.notes_edit.setPlainText(TOO_LONG)
    table.selectRow(2)
    assert card.notes_edit.toPlainText() != TOO_LONG
    assert "5,000" in club.window.frame.quiet.text
    assert questions.stages(club.database, 1)[1].title == "Renamed"
    assert not club.window.close()
    box = club.window.findChild(QMessageBox, "leave_box")
    assert box is not None
    assert box.text().startswith("A text that is too long")
    box.defaultButton().click()
    table.selectRow(1)
    assert card.notes_edit.toPlainText() == TOO_LONG
    card.notes_edit.setPlainText("short")
    table.selectRow(2)
    assert questions.stages(club.database, 1)[1].notes == "short"


def test_what_is_too_long_comes_back_with_its_person(club: Club, qtbot: QtBot) -> None:
    go(club, qtbot, "people/person")
    screen = club.window.screen_shown
    assert isinstance(screen, PeopleScreen)
    panel = screen.inspector()
    assert panel is not None
    notes = _texts(panel)[0]
    club.window.activateWindow()
    notes.setFocus()
    qtbot.waitUntil(notes.hasFocus)
    notes.setPlainText(TOO_LONG)
    screen.people_table.setFocus()
    qtbot.waitUntil(screen.people_table.hasFocus)
    assert notes.toPlainText() == TOO_LONG
    table, person = screen.people_table, screen.people_table.current_row()
    assert person is not None
    other = next(row for row in table.filter.rows_at(range(9)) if row.id != person.id)
    table.select_key(other.id)
    assert notes.toPlainText() == other.notes
    table.select_key(person.id)
    assert notes.toPlainText() == TOO_LONG
