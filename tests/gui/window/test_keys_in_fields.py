"""A shortcut works with the focus in any field, also where a field knows keys, as on Linux."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from kdc_desktop.app import Club
from kdc_desktop.screens.window.command_palette import CommandPalette
from tests.gui.test_jobs import wait_until
from tests.gui.window.sample_window import look_at

CTRL = Qt.KeyboardModifier.ControlModifier
OF_THE_FIELD = "ACVXYZ"


class _Greedy(QLineEdit):
    """A field that has something to do for every letter with Ctrl."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


def _letters(club: Club) -> set[str]:
    """With Ctrl held, what some action of the window or of its screens is called by."""
    keys = {k.toString() for a in club.window.findChildren(QAction) for k in a.shortcuts()}
    return {
        each[-1] for each in keys if len(each) == 6 and each[:5] == "Ctrl+" and each[5].isalpha()
    }


def _is_kept(field: QWidget, letter: str) -> bool:
    code = Qt.Key(ord(letter))
    event = QKeyEvent(QEvent.Type.ShortcutOverride, code, CTRL)
    QCoreApplication.sendEvent(field, event)
    return event.isAccepted()


def test_what_is_typed_after_a_click_beside_a_field_is_no_command(sample: Club) -> None:
    look_at(sample, "poll")
    window = sample.window
    place = QWidget(window)
    field = QLineEdit(place)
    place.setGeometry(300, 300, 300, 200)
    field.setGeometry(20, 20, 200, 30)
    place.show()
    window.setFocus()
    begun: list[str] = []
    command = QAction("Begin", window)
    command.setShortcut("R")
    command.triggered.connect(lambda: begun.append("R"))
    window.addAction(command)
    QTest.mouseClick(place, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    QTest.keyClicks(QApplication.focusWidget() or window, "Rr R")
    assert (begun, field.text()) == ([], "")
    assert window.frame.quiet.text.startswith("Nothing takes what is typed here.")
    QTest.mouseClick(place, Qt.MouseButton.LeftButton, pos=QPoint(60, 150))
    QTest.keyClicks(QApplication.focusWidget() or window, "r")
    assert begun == ["R"]


@pytest.mark.parametrize("kind", [_Greedy, QPlainTextEdit, QSpinBox])
def test_letters_with_ctrl_are_the_windows_but_for_the_clipboard(
    sample: Club, kind: type[QWidget]
) -> None:
    look_at(sample, "poll")
    field = kind(sample.window)
    field.show()
    field.setFocus()
    wait_until(field.hasFocus)
    letters = _letters(sample) - set(OF_THE_FIELD)
    assert {"E", "H", "K", "N"} <= letters
    assert [letter for letter in sorted(letters) if _is_kept(field, letter)] == []
    assert _is_kept(field, "C")


def test_ctrl_k_opens_the_palette_from_a_field_that_would_delete_by_it(sample: Club) -> None:
    field = _Greedy("half a name", sample.window)
    field.show()
    field.setFocus()
    wait_until(field.hasFocus)
    QTest.keyClick(field, Qt.Key.Key_K, CTRL)
    assert field.text() == "half a name"
    wait_until(lambda: sample.window.findChild(CommandPalette) is not None)
