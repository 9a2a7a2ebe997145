"""Buttons in a line are as large as its letters, and dialogs of Qt wear no icons of another."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QProxyStyle, QStyle
from pytestqt.qtbot import QtBot

from kdc_desktop.screens.kit.dates import DateLine
from kdc_desktop.screens.kit.line_buttons import LineButton, offer_to_clear
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.settings import ThemeMode


@pytest.fixture
def large(qapp: QApplication, theme: Theme) -> Iterator[None]:
    theme.apply(qapp, ThemeMode.LIGHT, 2.0)
    yield
    theme.apply(qapp, ThemeMode.LIGHT, 1.0)


class _OfADesktop(QProxyStyle):
    """Gives OK and Cancel icons, as most desktops do."""

    def styleHint(  # noqa: N802 - Qt's name
        self, hint: QStyle.StyleHint, *rest: Any, **named: Any
    ) -> int:
        has_icons = hint == QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons
        return 1 if has_icons else super().styleHint(hint, *rest, **named)


def _button(line: QLineEdit) -> LineButton:
    button = line.findChild(LineButton)
    assert isinstance(button, LineButton)
    return button


def test_the_calendar_of_a_date_is_as_large_as_its_letters(qtbot: QtBot, large: None) -> None:
    line = DateLine()
    qtbot.addWidget(line)
    line.begin(date(2026, 12, 1), date(2026, 12, 1))
    line.show()
    button = _button(line)
    assert button.iconSize().height() >= line.fontInfo().pixelSize() == 28
    assert line.rect().contains(button.geometry())
    assert line.textMargins().right() >= button.iconSize().width()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    calendar = QApplication.activePopupWidget()
    assert calendar.objectName() == "calendar_popup"
    calendar.close()


def test_what_is_typed_can_be_cleared_and_brought_back(qtbot: QtBot, large: None) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    offer_to_clear(line)
    line.show()
    button = _button(line)
    assert (button.isVisible(), line.textMargins().right()) == (False, 0)
    qtbot.keyClicks(line, "library")
    assert button.isVisible()
    assert button.iconSize().height() >= line.fontInfo().pixelSize()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (line.text(), button.isVisible()) == ("", False)
    line.undo()
    assert line.text() == "library"


def test_a_box_of_buttons_has_words_alone(qtbot: QtBot) -> None:
    buttons, style = QDialogButtonBox.StandardButton, _OfADesktop()
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    box.setStyle(style)
    box.setStandardButtons(buttons.Ok | buttons.Cancel)
    assert all(button.icon().isNull() for button in box.buttons())
