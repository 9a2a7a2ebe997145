"""A kiosk without a PIN is started only by somebody who knows that anybody can leave it."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMessageBox, QPushButton

from kdc_desktop.app import Club
from kdc_desktop.settings import Settings
from tests.gui.polls.stand import LEFT, kiosk_of, polls_of
from tests.gui.polls.watched import click

pytestmark = pytest.mark.usefixtures("asked_for_a_pin")


def _settings(folder: Path) -> Settings:
    return Settings(folder / "settings.ini")


def _start(evening: Club) -> None:
    QTest.mouseClick(polls_of(evening).head.kiosk_button, LEFT)


def _answer(evening: Club, name: str) -> None:
    button = evening.window.findChild(QPushButton, name)
    assert button is not None
    click(button)


def _asked(evening: Club) -> QInputDialog:
    dialog = evening.window.findChild(QInputDialog, "ask_dialog")
    assert dialog is not None
    return dialog


def test_a_pin_is_set_before_the_kiosk_stands_in_the_room(evening: Club, tmp_path: Path) -> None:
    _start(evening)
    box = evening.window.findChild(QMessageBox, "no_pin_box")
    assert box is not None
    assert box.text().startswith("The kiosk has no PIN: anybody can end it,")
    assert evening.shared_screen.kiosk is None
    _answer(evening, "set_pin")
    dialog = _asked(evening)
    assert dialog.findChild(QLineEdit).echoMode() == QLineEdit.EchoMode.Password
    dialog.setTextValue("1357")
    dialog.accept()
    assert _settings(tmp_path).pin_ok("1357")
    assert not _settings(tmp_path).pin_ok("2468")
    assert kiosk_of(evening).isVisible()


def test_what_is_no_pin_is_refused_and_no_kiosk_starts(evening: Club, tmp_path: Path) -> None:
    _start(evening)
    _answer(evening, "set_pin")
    dialog = _asked(evening)
    dialog.setTextValue("")
    dialog.accept()
    assert evening.window.frame.quiet.text == "A PIN is four to eight digits."
    assert (_settings(tmp_path).has_pin, evening.shared_screen.kiosk) == (False, None)


def test_who_goes_without_is_not_asked_again(evening: Club) -> None:
    _start(evening)
    _answer(evening, "go_without_pin")
    kiosk_of(evening)
    evening.shared_screen.leave_kiosk()
    _start(evening)
    boxes = evening.window.findChildren(QMessageBox, "no_pin_box")
    assert not any(box.isVisible() for box in boxes)
    kiosk_of(evening)
