"""A wheel over a form scrolls the form: no value changes by it, in no screen and no dialog."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QScrollArea,
    QScrollBar,
    QSpinBox,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.screens.kit.passing import DropDown
from kdc_desktop.screens.kit.steady import Slider, Spin
from tests.gui.one_window import in_one_walk
from tests.gui.walks import PLACES, go

SCREENS = Path(__file__).parents[3] / "kdc_desktop"
TURNED_BY_QT = (QAbstractSlider, QAbstractSpinBox, QComboBox, QTabBar)
HERE = [place for place in PLACES if "kiosk" not in place]
STEADY = {"steady.py", "passing.py", "form.py"}


def _turn(widget: QWidget, notches: int) -> None:
    """Turn the wheel over a widget, as the window system tells its window."""
    window = widget.window()
    at = QPointF(widget.mapTo(window, widget.rect().center()))
    handle = window.windowHandle()
    assert handle is not None
    QTest.wheelEvent(handle, at, QPoint(0, 120 * notches))


def _bring_into_sight(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def _state(widget: QWidget) -> object:
    if isinstance(widget, QAbstractSlider):
        return widget.value()
    if isinstance(widget, QAbstractSpinBox):
        return widget.text()
    assert isinstance(widget, QComboBox | QTabBar)
    return widget.currentIndex()


def _turned(shown: list[QWidget]) -> list[QWidget]:
    found = {one for each in shown for one in (each, *each.findChildren(QWidget))}
    turned = [one for one in found if isinstance(one, TURNED_BY_QT) and one.isVisible()]
    return [one for one in turned if not isinstance(one, QScrollBar)]


@pytest.mark.parametrize("place", in_one_walk(HERE))
def test_no_value_changes_by_the_wheel(walked: Club, qtbot: QtBot, place: str) -> None:
    shown = go(walked, qtbot, place)
    changed = []
    for widget in _turned(shown):
        before = _state(widget)
        for focused in (False, True):
            if focused:
                widget.setFocus()
            for notches in (1, -1, -1):
                _bring_into_sight(widget)
                _turn(widget, notches)
                if _state(widget) != before:
                    changed.append(widget.objectName())
    assert changed == []


def test_over_each_of_them_the_form_scrolls(qtbot: QtBot) -> None:
    area, inside = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    column = QVBoxLayout(inside)
    fields: list[QWidget] = [Spin(), Slider(Qt.Orientation.Horizontal), DropDown()]
    for field in fields:
        column.addWidget(field)
    column.addStretch(1)
    inside.setMinimumHeight(3000)
    area.setWidget(inside)
    area.resize(300, 200)
    area.show()
    QCoreApplication.processEvents()
    for field in fields:
        area.verticalScrollBar().setValue(0)
        _turn(field, -1)
        assert area.verticalScrollBar().value() > 0


def test_in_an_open_list_the_wheel_scrolls_the_list(qtbot: QtBot) -> None:
    box = DropDown()
    qtbot.addWidget(box)
    box.addItems([f"Entry {number}" for number in range(200)])
    box.show()
    box.showPopup()
    QCoreApplication.processEvents()
    before = box.view().verticalScrollBar().value()
    _turn(box.view().viewport(), -1)
    assert box.view().verticalScrollBar().value() > before
    assert box.currentIndex() == 0
    box.hidePopup()


def test_no_screen_makes_a_field_that_the_wheel_turns() -> None:
    """They are those of the kit: in a form by themselves, in code by name."""
    kinds = {"QComboBox", "QSpinBox", "QDoubleSpinBox", "QSlider", "QDial", "QTabBar", "QTabWidget"}
    kinds |= {"QDateEdit", "QTimeEdit", "QDateTimeEdit", "QFontComboBox"}
    made = [
        f"{file.name}: {node.func.id}"
        for file in SCREENS.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in kinds
        and file.name not in STEADY
    ]
    assert made == []


def test_a_plain_number_would_be_found(qtbot: QtBot) -> None:
    spin = QSpinBox()
    qtbot.addWidget(spin)
    spin.show()
    QCoreApplication.processEvents()
    _turn(spin, 1)
    assert spin.value() == 1
