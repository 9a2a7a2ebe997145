"""The window writes the template for a club's past, shows what is in one, and brings it in."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from kdc_desktop.app import Program
from kdc_desktop.screens.kit import file_dialogs
from kdc_desktop.screens.past.past_dialog import PastDialog
from kdc_desktop.services.people import people
from kdc_desktop.services.sessions import listing
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database
from tests.services.past.test_the_past import filled


@pytest.fixture
def opened(qapp, tmp_path: Path, qtbot):
    open_database(tmp_path / "club.kdc").close()
    program = Program(qapp, Settings(tmp_path / "settings.ini"), lambda _window: None)
    club = program.open(tmp_path / "club.kdc")
    qtbot.waitUntil(lambda: not club.jobs.busy)
    yield club
    club.close()


@pytest.fixture
def dialog(opened, qtbot) -> PastDialog:
    action = opened.window.findChild(QAction, "act_import_past")
    assert action is not None
    action.trigger()
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, PastDialog)
    return shown


def test_what_is_in_the_workbook_is_shown_and_then_brought_in(
    opened, dialog, tmp_path, monkeypatch, qtbot
):
    path = filled(tmp_path)
    monkeypatch.setattr(file_dialogs, "open_name", lambda *_args: str(path))
    assert not dialog.bring_button.isEnabled()
    dialog.choose_button.click()
    qtbot.waitUntil(dialog.bring_button.isEnabled)
    assert dialog.bring_button.text() == "Bring in 9 rows"
    assert dialog.told_label.text() == "past.xlsx: 9 new, 0 same, 0 problems."
    assert dialog.rows_table.filter.rowCount() == 17
    dialog.bring_button.click()
    qtbot.waitUntil(lambda: not opened.jobs.busy)
    assert [row.title for row in listing.sessions(opened.database)] == [
        "Spring 2019",
        "Autumn 2018",
    ]
    quiet = opened.window.frame.quiet
    assert quiet.text == "The past came in: 9 new, 0 same, 0 problems."
    quiet.undo_button.click()
    qtbot.waitUntil(lambda: not opened.jobs.busy)
    assert listing.sessions(opened.database) == []


def test_what_is_asked_is_answered_there_for_all_rows_of_the_person(
    opened, dialog, tmp_path, qtbot
):
    people.add_person(opened.database, "Ida Ek", email="aino@example.org")
    dialog.show_file(filled(tmp_path))
    qtbot.waitUntil(dialog.out_button.isVisible)
    assert "Ida Ek" in dialog.sentence_label.text()
    assert "3 asked" in dialog.told_label.text()
    dialog.out_button.click()
    qtbot.waitUntil(lambda: "asked" not in dialog.told_label.text())
    dialog.reject()


def test_the_template_is_written_where_it_is_wanted(dialog, tmp_path, monkeypatch):
    monkeypatch.setattr(file_dialogs, "save_name", lambda *_args: str(tmp_path / "mine"))
    dialog.template_button.click()
    assert dialog.told_label.text() == "mine.xlsx is written. Fill it in, then choose it."
    assert (tmp_path / "mine.xlsx").stat().st_size > 0
    dialog.reject()


def test_another_file_is_refused_with_a_sentence(dialog, tmp_path, monkeypatch, qtbot):
    (tmp_path / "other.csv").write_text("Name,E-mail\nBo Ek,bo@example.org\n")
    dialog.show_file(tmp_path / "other.csv")
    qtbot.waitUntil(lambda: "has none of the sheets" in dialog.told_label.text())
    assert not dialog.bring_button.isEnabled()
    dialog.reject()
