"""What hands do at the door."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kdc_desktop.screens.attendance.check_in_screen import CheckInScreen
from kdc_desktop.services.attendance import questions
from kdc_desktop.storage import Database


def type_in(screen: CheckInScreen, text: str) -> None:
    screen.finder.find_edit.setFocus()
    QTest.keyClicks(screen.finder.find_edit, text)


def enter(
    screen: CheckInScreen, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(screen.finder.find_edit, Qt.Key.Key_Return, held)


def states(database: Database, evening: int) -> dict[str, str]:
    return {row.name: row.state for row in questions.attendances(database, evening)}
