"""No field cuts what is typed or pasted without saying so."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.screens.kit import form as kit_form
from kdc_desktop.screens.kit.limits import tell_when_long

CTRL = Qt.KeyboardModifier.ControlModifier
SCREENS = Path(kit_form.__file__).parents[1]


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(500, 300)
    QVBoxLayout(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    QGuiApplication.clipboard().clear()


def put(window: QWidget, field: QWidget, qtbot: QtBot) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(field)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)


def said(window: QWidget) -> str:
    label = window.findChild(QLabel, "field_limit")
    return label.text() if label is not None and label.isVisible() else ""


def line_of_a_form(window: QWidget, longest: int) -> QLineEdit:
    field = kit_form._shared_loader().createWidget("QLineEdit", window, "name_edit")
    assert isinstance(field, QLineEdit)
    field.setMaxLength(longest)
    return field


def test_a_paste_that_is_too_long_is_told_beside_the_field(window: QWidget, qtbot: QtBot) -> None:
    field = line_of_a_form(window, 200)
    put(window, field, qtbot)
    QGuiApplication.clipboard().setText("x" * 250)
    qtbot.keyClick(field, Qt.Key.Key_V, CTRL)
    assert len(field.text()) == 200
    assert said(window) == "At most 200 characters fit here: what was too much is left out."
    label = window.findChild(QLabel, "field_limit")
    assert label is not None
    assert window.rect().contains(label.geometry())
    assert not field.geometry().intersects(label.geometry())


def test_what_is_typed_is_counted_near_the_end(window: QWidget, qtbot: QtBot) -> None:
    field = line_of_a_form(window, 30)
    put(window, field, qtbot)
    qtbot.keyClicks(field, "x" * 19)
    assert said(window) == ""
    qtbot.keyClicks(field, "x")
    assert said(window) == "20 of 30"
    qtbot.keyClicks(field, "x" * 11)
    assert said(window).startswith("At most 30 characters fit here")
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert said(window) == "29 of 30"


def test_a_long_text_is_kept_whole_and_told(window: QWidget, qtbot: QtBot) -> None:
    edit = QPlainTextEdit()
    tell_when_long(edit, 100)
    put(window, edit, qtbot)
    QGuiApplication.clipboard().setText("x" * 120)
    qtbot.keyClick(edit, Qt.Key.Key_V, CTRL)
    assert len(edit.toPlainText()) == 120
    assert said(window) == "120 characters, and at most 100 can be kept: shorten it."


def test_every_field_with_a_limit_tells() -> None:
    """Those of forms do by themselves; who sets a limit in code tells in the same file."""
    silent = []
    for file in sorted(SCREENS.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        names = {getattr(node, "attr", getattr(node, "id", "")) for node in ast.walk(tree)}
        if "setMaxLength" in names and "tell_when_cut" not in names:
            silent.append(file.name)
    assert silent == []
