"""A date is typed as people type it, left in one step, and never takes the next field's text."""

from datetime import datetime

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.screens.kit.dates import DateLine
from kdc_desktop.screens.sessions.new_session_dialog import NewSessionDialog
from tests.gui.hands.pressing import press
from tests.gui.walks import PLACES, go

WITH_DATES = ("sessions/new_session", "sessions/details", "visions/vision")


@pytest.fixture
def dialog(club: Club, qtbot: QtBot) -> NewSessionDialog:
    (made,) = go(club, qtbot, "sessions/new_session")
    assert isinstance(made, NewSessionDialog)
    made.activateWindow()
    made.starts_edit.begin(datetime(2026, 11, 3, 17, 30), datetime(2026, 11, 1).date())
    made.starts_edit.setFocus()
    made.starts_edit.selectAll()
    return made


@pytest.mark.parametrize("place", WITH_DATES)
def test_one_tab_leads_in_and_one_leads_out(club: Club, qtbot: QtBot, place: str) -> None:
    shown = go(club, qtbot, place)
    found = [one for each in shown for one in each.findChildren(DateLine)]
    lines = [one for one in found if one.isVisible()]
    assert len(lines) == 1
    lines[0].window().activateWindow()
    lines[0].setFocus()
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() not in (lines[0], None)
    press(Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is lines[0]


def test_what_is_typed_after_tab_goes_into_the_next_field(dialog: NewSessionDialog) -> None:
    press("1.12.", Qt.Key.Key_Tab, "Harbour hall")
    assert dialog.place_edit.text() == "Harbour hall"
    assert dialog.starts_edit.text() == "01.12.2026 17:30"


def test_what_cannot_be_read_is_answered_with_a_sentence_until_it_can(
    dialog: NewSessionDialog,
) -> None:
    press("after the summer", Qt.Key.Key_Tab)
    sentence = "Write a day and a time here, such as 01.12.2026 17:30."
    assert (dialog.problem_label.isVisible(), dialog.problem_label.text()) == (True, sentence)
    assert dialog.starts_edit.text() == "after the summer"
    dialog.title_edit.setText("Autumn evening")
    dialog.create_button.click()
    assert (dialog.isVisible(), dialog.session_id) == (True, None)
    dialog.starts_edit.setFocus()
    dialog.starts_edit.selectAll()
    press("2026-12-24 18:05", Qt.Key.Key_Tab)
    assert not dialog.problem_label.isVisible()
    assert dialog.starts_edit.moment == datetime(2026, 12, 24, 18, 5)


def test_arrows_step_by_a_day_or_by_a_quarter_of_an_hour(dialog: NewSessionDialog) -> None:
    line = dialog.starts_edit
    line.setCursorPosition(0)
    press(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down)
    assert line.text() == "04.11.2026 17:30"
    line.setCursorPosition(len(line.text()))
    press(Qt.Key.Key_Up)
    assert line.text() == "04.11.2026 17:45"


def test_the_calendar_opens_by_key_and_a_day_of_it_keeps_the_time(dialog: NewSessionDialog) -> None:
    QTest.keyClick(dialog.starts_edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    calendar = popup.findChild(QCalendarWidget)
    assert calendar is not None
    month = calendar.findChild(QTableView)
    assert month is not None
    QTest.keyClick(month, Qt.Key.Key_Right)
    QTest.keyClick(month, Qt.Key.Key_Return)
    QCoreApplication.processEvents()
    assert (QApplication.activePopupWidget(), dialog.starts_edit.text()) == (
        None,
        "04.11.2026 17:30",
    )


def test_no_other_form_has_a_date(club: Club, qtbot: QtBot) -> None:
    """Or it would belong among those that are tried here."""
    for place in ("people/people", "polls/draft", "club/settings", "consortia/wanted"):
        shown = go(club, qtbot, place)
        assert [one for each in shown for one in each.findChildren(DateLine)] == []
        for each in shown:
            if each.isModal():
                each.close()
    assert set(WITH_DATES) < set(PLACES)
    assert issubclass(DateLine, QLineEdit)
