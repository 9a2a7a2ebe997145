"""An open list of choices does with every key what Qt's own does, and hands none to the window."""

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.screens.kit.passing import DropDown

NO, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
TAKES = [
    (Qt.Key.Key_Return, NO),
    (Qt.Key.Key_Enter, NO),
    (Qt.Key.Key_F4, NO),
    (Qt.Key.Key_Down, ALT),
]
OTHERS = [
    *(
        (key, NO)
        for key in (
            Qt.Key.Key_Escape,
            Qt.Key.Key_Space,
            Qt.Key.Key_Tab,
            Qt.Key.Key_Backtab,
            Qt.Key.Key_Up,
        )
    ),
    *((key, NO) for key in (Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp)),
    *((key, NO) for key in (Qt.Key.Key_A, Qt.Key.Key_1, Qt.Key.Key_Delete, Qt.Key.Key_F2)),
    (Qt.Key.Key_Up, ALT),
]


def _pressed(
    qtbot: QtBot, box: QComboBox, key: Qt.Key, held: Qt.KeyboardModifier
) -> tuple[object, ...]:
    """What is chosen, whether the list is open, where it stands and what the window heard."""
    window = QWidget()
    heard: list[Qt.Key] = []
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(box)
    box.addItems(["a", "b", "c", "d"])
    box.setCurrentIndex(2)
    shortcut = QShortcut(QKeySequence(QKeyCombination(held, key)), window)
    shortcut.activated.connect(lambda: heard.append(key))
    window.show()
    window.activateWindow()
    box.setFocus()
    box.showPopup()
    qtbot.waitUntil(box.view().isVisible)
    QTest.keyClick(box.view(), Qt.Key.Key_Up)
    QTest.keyClick(box.view(), key, held)
    QTest.qWait(20)
    told = box.currentText(), box.view().isVisible(), box.view().currentIndex().row(), heard
    box.hidePopup()
    return told


@pytest.mark.parametrize(("key", "held"), TAKES)
def test_a_key_takes_the_row_that_is_marked(
    qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    assert _pressed(qtbot, DropDown(), key, held)[:2] == ("b", False)


@pytest.mark.parametrize(("key", "held"), [*TAKES, *OTHERS])
def test_every_key_does_what_it_does_in_qts_own(
    qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    ours, qts = (_pressed(qtbot, box, key, held) for box in (DropDown(), QComboBox()))
    assert ours[:3] == qts[:3]
    assert ours[3] == []


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Innovators' Club, November 2026, 03.11.2026", "…"),
        ("Meets us: “The permit of 1999”", "…”"),
    ],
)
def test_what_is_chosen_ends_in_dots_where_there_is_too_little_room(
    qtbot: QtBot, text: str, end: str
) -> None:
    box = DropDown()
    qtbot.addWidget(box)
    box.addItem(text)
    box.resize(box.sizeHint().width() + 20, box.sizeHint().height())
    box.show()
    assert box.shown == text
    wide = box.grab().toImage()
    box.resize(box.width() - 60, box.height())
    assert box.shown != text
    assert box.shown.endswith(end)
    assert box.currentText() == text
    narrow = box.grab().toImage()
    box.setItemText(0, box.shown)
    assert box.shown == box.currentText()
    assert narrow == box.grab().toImage() != wide
