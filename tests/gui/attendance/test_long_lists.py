"""A long list comes after its screen, and nobody who types or scans meanwhile is lost."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kdc_desktop.domain.kit.steps import Steps
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.attendance.check_in_screen import CheckInScreen
from kdc_desktop.screens.attendance.pointing import point_at_people
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.attendance import questions
from kdc_desktop.services.attendance.rows import AttendanceRow
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.storage import Database, open_database
from tests.rooms.big_club import EVENING, fill_big_club

KNOWN = 700  # all but every tenth of them are on the list
EXPECTED = 5  # the first who is on the list and not here
BADGE = "1005"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "club.kdc", lambda: EVENING)
    yield opened
    opened.close()


@pytest.fixture
def evening(database: Database) -> int:
    return fill_big_club(database, 0, KNOWN)


@pytest.fixture
def screen(qtbot: QtBot, theme: Theme, database: Database, evening: int) -> CheckInScreen:
    """The screen as it is shown first, before the window has had its turn."""
    made = CheckInScreen(theme, database, evening, PEOPLE.sheets, Jobs())
    qtbot.addWidget(made)
    database.subscribe(made.on_changes)
    made.resize(900, 650)
    made.show()
    return made


@pytest.fixture
def state(database: Database, evening: int) -> Callable[[int], str]:
    def told(person_id: int) -> str:
        rows = questions.attendances(database, evening)
        return next(row.state for row in rows if row.person_id == person_id)

    return told


def listed(screen: CheckInScreen) -> int:
    return screen.attendance_table.model().rowCount()


def test_the_screen_stands_there_with_its_counts_before_anybody_is_read(screen, qtbot):
    assert (listed(screen), screen.is_painted) == (0, False)
    assert screen.present_label.text() == "560"
    assert screen.registered_label.text() == "here of\n630 on the list"
    assert screen.attendance_table.isVisible()
    assert screen.attendance_table.empty_text == "Reading the list …"
    qtbot.waitUntil(lambda: screen.is_painted)
    assert listed(screen) == 630
    assert screen.attendance_table.empty_text == "Nobody."


def test_whoever_is_typed_meanwhile_is_found_when_the_list_has_come(screen, qtbot):
    QTest.keyClicks(screen.find_edit, "kerttu salmi 1")
    assert screen.finder.results_card.isHidden()
    qtbot.waitUntil(lambda: screen.is_painted)
    assert screen.finder.results_card.isVisible()
    assert screen.finder.chosen.name == "Kerttu Salmi 1"


def test_a_badge_that_is_scanned_meanwhile_lets_its_wearer_in(screen, database, state):
    known = len(screen.finder.door._read())
    QTest.keyClicks(screen.find_edit, BADGE)
    QTest.keyClick(screen.find_edit, Qt.Key.Key_Return)
    assert state(EXPECTED) == "present"
    assert len(screen.finder.door._read()) == known  # nobody called like the badge was added
    assert (listed(screen), screen.find_edit.text()) == (630, "")


def test_somebody_new_who_comes_meanwhile_is_asked_for_a_sector(screen):
    QTest.keyClicks(screen.find_edit, "Aamu Uusi, Works 2")
    QTest.keyClick(screen.find_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    rows = list(screen.attendance_table.model().sourceModel().rows)
    added = next(row for row in rows if row.name == "Aamu Uusi")
    assert (len(rows), added.sector, added.state) == (631, "A", "present")


def test_what_changes_meanwhile_is_in_the_list(screen, database, evening, qtbot):
    screen._verbs.check_in(EXPECTED)
    assert screen.is_painted
    whole = questions.attendances(database, evening)
    assert list(screen.attendance_table.model().sourceModel().rows) == whole
    assert [row.state for row in whole if row.person_id == EXPECTED] == ["present"]


def test_an_undo_leads_to_somebody_in_a_list_that_has_not_come(screen, database, evening):
    row: AttendanceRow = questions.attendances(database, evening)[-1]
    point_at_people(screen, {"attendance": {row.id: {}}})
    assert screen.attendance_table.selected_rows() == [row]


def test_the_list_is_read_once_and_the_room_needs_none_of_it(
    qtbot, theme, database, evening, monkeypatch
):
    asked: list[int] = []
    whole = questions.attendances_in_steps

    def counting(of: Database, session_id: int) -> Steps[list[AttendanceRow]]:
        asked.append(session_id)
        return whole(of, session_id)

    monkeypatch.setattr(questions, "attendances_in_steps", counting)
    screen = CheckInScreen(theme, database, evening, PEOPLE.sheets, Jobs())
    qtbot.addWidget(screen)
    assert (screen.slide().present, asked) == (560, [])
    screen.show()
    assert asked == []
    qtbot.waitUntil(lambda: screen.is_painted)
    assert asked == [evening]
