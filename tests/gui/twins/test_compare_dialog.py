"""The window compares the club with another version and takes over what is ticked."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication

from kdc_desktop.app import Club, Program
from kdc_desktop.screens.kit import file_dialogs
from kdc_desktop.screens.twins.compare_dialog import CompareDialog
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.people import people
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database
from tests.rooms.twin_clubs import SESSION, made


@pytest.fixture
def here(qapp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot):
    """A club in its window, of which another laptop has a version with two ideas and a person."""
    made(tmp_path / "here.kdc").close()
    there = tmp_path / "there.kdc"
    shutil.copyfile(tmp_path / "here.kdc", there)
    other = open_database(there)
    for text in ("Trams", "Skates"):
        board_ideas.add_idea(other, SESSION, text)
    people.add_person(other, "Nina Nova")
    other.close()
    monkeypatch.setattr(file_dialogs, "open_name", lambda *_args: str(there))
    program = Program(qapp, Settings(tmp_path / "settings.ini"), lambda _window: None)
    opened = program.open(tmp_path / "here.kdc")
    qtbot.waitUntil(lambda: not opened.jobs.busy)
    yield opened
    opened.close()


def press(here: Club) -> None:
    """What the menu and the palette do."""
    action = here.window.findChild(QAction, "act_compare")
    assert action is not None
    action.trigger()


def compare(here: Club, qtbot) -> CompareDialog:
    press(here)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), CompareDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CompareDialog)
    return dialog


def titles(dialog: CompareDialog) -> list[str]:
    shown = dialog.rows_table.filter
    return [row.title for row in shown.rows_at(range(shown.rowCount()))]


def test_what_is_ticked_is_taken_over_and_the_rest_is_not(here, qtbot):
    board_ideas.add_idea(here.database, SESSION, "Ferries")
    dialog = compare(here, qtbot)
    assert titles(dialog) == ["Nina Nova", "Ferries", "Trams", "Skates"]
    assert not dialog.take_button.isEnabled()
    dialog.search_edit.setText("tram")
    assert titles(dialog) == ["Trams"]
    dialog.tick_button.click()
    dialog.search_edit.clear()
    assert dialog.take_button.text() == "Take over 1 thing"
    dialog.take_button.click()
    qtbot.waitUntil(lambda: not here.jobs.busy)
    assert here.window.frame.quiet.text == "1 thing was taken over."
    dialog = compare(here, qtbot)
    assert titles(dialog) == ["Nina Nova", "Ferries", "Skates"]
    dialog.reject()


def test_what_both_have_changed_is_ticked_only_on_its_own(here, tmp_path, qtbot):
    other = open_database(tmp_path / "there.kdc")
    for database, text in ((here.database, "Bikes to rent"), (other, "Bikes for all")):
        board_ideas.edit_idea(database, 1, text)
    other.close()
    dialog = compare(here, qtbot)
    dialog.tick_button.click()
    assert "Bikes to rent" not in [row.title for row in dialog.ticked]
    dialog.side_choice.set_current(3)
    dialog.side_choice.changed.emit(3)
    dialog.tick_button.click()
    assert "Bikes to rent" in [row.title for row in dialog.ticked]
    dialog.reject()


def test_the_list_is_narrowed_by_side_ticked_with_keys_and_copied(here, qtbot):
    board_ideas.add_idea(here.database, SESSION, "Ferries")
    dialog = compare(here, qtbot)
    dialog.side_choice.set_current(2)
    dialog.side_choice.changed.emit(2)
    assert titles(dialog) == ["Ferries"]
    dialog.tick_button.click()
    assert dialog.ticked == []
    dialog.side_choice.set_current(1)
    dialog.side_choice.changed.emit(1)
    dialog.rows_table.selectRow(0)
    qtbot.keyClick(dialog.rows_table, Qt.Key.Key_Space)
    assert [row.title for row in dialog.ticked] == ["Nina Nova"]
    dialog.copy_button.click()
    assert "added there\tNina Nova" in QGuiApplication.clipboard().text()
    dialog.reject()


def test_enter_takes_over_all_that_is_ticked_and_unticks_nothing(here, qtbot):
    dialog = compare(here, qtbot)
    dialog.tick_button.click()
    ticked = [row.title for row in dialog.ticked]
    dialog.rows_table.selectRow(0)
    qtbot.keyClick(dialog.rows_table, Qt.Key.Key_Return)
    assert [row.title for row in dialog.ticked] == ticked
    dialog.done(0)


def test_it_is_no_larger_than_the_window_below_it(here, qtbot):
    here.window.resize(1100, 620)
    dialog = compare(here, qtbot)
    assert (dialog.width() <= 1100, dialog.height() <= 620) == (True, True)
    dialog.reject()


def test_another_club_is_told_in_words(here, tmp_path, qtbot):
    (tmp_path / "there.kdc").unlink()
    open_database(tmp_path / "there.kdc").close()
    press(here)
    qtbot.waitUntil(lambda: not here.jobs.busy)
    assert "is not of one club with here.kdc" in here.window.frame.quiet.text
