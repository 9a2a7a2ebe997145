"""Settings show what they rule: each choice is in force where it counts, and files are shown."""

from datetime import datetime

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.errors import UserError
from kdc_desktop.screens.club.settings_screen import SettingsScreen
from kdc_desktop.screens.polls.plan_page import PlanPage
from kdc_desktop.screens.sessions.new_session_dialog import NewSessionDialog
from kdc_desktop.services.sessions import agenda, planning
from kdc_desktop.services.sessions.templates import templates


def _settings(club: Club) -> SettingsScreen:
    club.window.show()
    club.window.go("settings")
    screen = club.window.screen_shown
    assert isinstance(screen, SettingsScreen)
    return screen


def _choose(screen: QWidget, name: str, key: str) -> None:
    combo = screen.findChild(QComboBox, f"default_{name}")
    assert combo is not None
    combo.setCurrentIndex(combo.findData(key))
    combo.activated.emit(combo.currentIndex())


def test_a_new_session_begins_with_what_the_club_has_chosen(club: Club, qtbot: QtBot) -> None:
    screen, other = _settings(club), templates()[1]
    _choose(screen, "template", other.key)
    _choose(screen, "begins", "09:30")
    dialog = NewSessionDialog(club.database)
    qtbot.addWidget(dialog)
    assert dialog.template_combo.currentText() == str(other.name)
    assert dialog.starts_edit.moment.strftime("%H:%M") == "09:30"


def test_a_new_poll_begins_with_what_the_club_has_chosen(club: Club, qtbot: QtBot) -> None:
    screen = _settings(club)
    _choose(screen, "dots", "3")
    _choose(screen, "secrecy", Secrecy.NAMED.value)
    session = planning.plan_session(
        club.database, "Evening", datetime(2026, 11, 3, 17, 30), templates()[0]
    )
    agenda.go_live(club.database, session)
    page = PlanPage(club.window.theme, club.database, session, {})
    qtbot.addWidget(page)
    page.start((), None)
    assert page.rule_fields.marks_spin.value() == 3
    assert page.plan.secrecy is Secrecy.NAMED


def test_what_is_chosen_stands_there_when_one_comes_back(club: Club) -> None:
    screen = _settings(club)
    _choose(screen, "dots", "7")
    club.window.go("home")
    combo = _settings(club).findChild(QComboBox, "default_dots")
    assert combo is not None
    assert combo.currentData() == "7"


def test_each_box_says_what_it_does(club: Club) -> None:
    screen = _settings(club)
    said = {label.text() for label in screen.findChildren(QLabel)}
    boxes = [one for one in screen.findChildren(QComboBox) if one.objectName()[:8] == "default_"]
    assert len(boxes) == 4
    for combo in boxes:
        assert combo.accessibleDescription() in said
        assert combo.accessibleDescription().endswith(".")


def test_each_folder_is_shown(club: Club, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []

    def open_url(url: QUrl) -> bool:
        shown.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    screen = _settings(club)
    screen.back_up()
    buttons = [one for one in screen.findChildren(QPushButton) if one.text() == "Show in folder"]
    assert len(buttons) == 3
    for button in buttons:
        button.click()
    here = str(club.database.path.parent)
    assert shown.count(here) >= 1


def test_the_backups_are_counted_and_the_newest_is_named(club: Club, qtbot: QtBot) -> None:
    screen = _settings(club)
    before = screen.backups_about.text()
    screen.back_up()
    qtbot.waitUntil(lambda: screen.backups_about.text() != before)
    assert "The newest was made" in screen.backups_about.text()
    assert "The 10 newest stay" in screen.backups_about.text()


def test_the_keys_are_one_press_away(club: Club, qtbot: QtBot) -> None:
    screen = _settings(club)
    told: list[bool] = []
    keys = club.window.findChild(QAction, "act_keys")
    assert keys is not None
    keys.triggered.connect(lambda: told.append(True))
    screen.keys_button.click()
    assert told == [True]
    sheet = club.window.findChild(QWidget, "key_sheet")
    assert sheet is not None
    sheet.close()


def test_a_choice_is_what_is_taken_back_next_and_shown_again(club: Club) -> None:
    session = planning.plan_session(
        club.database, "Evening", datetime(2026, 11, 3, 17, 30), templates()[0]
    )
    agenda.go_live(club.database, session)
    agenda.close_session(club.database, session)
    screen = _settings(club)
    combo = screen.findChild(QComboBox, "default_dots")
    assert combo is not None
    before = combo.currentData()
    _choose(screen, "dots", "7")
    club.window.undoing.undo()
    assert combo.currentData() == before
    assert club.window.screen_shown is screen
    club.window.undoing.redo()
    assert combo.currentData() == "7"


def test_a_choice_that_is_refused_is_told_and_not_shown(
    club: Club, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = _settings(club)
    combo = screen.findChild(QComboBox, "default_dots")
    assert combo is not None
    before = combo.currentData()

    def refused(*_arguments: object) -> None:
        raise UserError("The file is gone.")

    monkeypatch.setattr("kdc_desktop.screens.club.defaults_part.choose_default", refused)
    _choose(screen, "dots", "7")
    assert combo.currentData() == before
    assert club.window.frame.quiet.text == "The file is gone."
