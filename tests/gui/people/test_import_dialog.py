"""A roster is looked at row by row before anything changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kdc_desktop.jobs import GuiThread
from kdc_desktop.screens.attendance import wiring as attendance_wiring
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.people.import_dialog import PeopleImportDialog
from kdc_desktop.services.attendance import questions
from kdc_desktop.services.attendance.importing import import_and_register
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.people.importing import ImportCounts, import_people
from kdc_desktop.storage import Database, open_database
from tests.rooms.empty_club import EVENING, plan_evening
from tests.rooms.known_people import everybody, previewed

ROSTERS = Path(__file__).parents[2] / "data" / "rosters"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "club.kdc", lambda: EVENING)
    gui = GuiThread()
    opened.deliver_through(gui.post)
    yield opened
    opened.close()


@pytest.fixture
def evening(database: Database) -> int:
    return plan_evening(database)


def opened(
    qtbot: QtBot, theme: Theme, database: Database, session_id: int | None = None
) -> PeopleImportDialog:
    into_session = None if session_id is None else attendance_wiring.into_session(session_id)
    dialog = PeopleImportDialog(theme, database, PEOPLE.remarks, into_session)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def show(qtbot: QtBot, dialog: PeopleImportDialog, path: Path) -> None:
    with qtbot.waitSignal(dialog._jobs.ended, timeout=10_000):
        dialog.show_file(path)
    qtbot.waitUntil(lambda: not dialog._jobs.busy)


def words(dialog: PeopleImportDialog, column: int) -> list[str]:
    model = dialog.rows_table.model()
    return [model.index(at, column).data() for at in range(model.rowCount())]


def test_every_row_is_shown_and_then_taken_over(qtbot, theme, database):
    dialog = opened(qtbot, theme, database)
    assert not dialog.import_button.isEnabled()
    show(qtbot, dialog, ROSTERS / "semicolons.csv")
    assert words(dialog, 1) == ["New", "New", "New"]
    assert dialog.import_button.text() == "Import 3 new"
    with qtbot.waitSignal(dialog.imported, timeout=10_000) as done:
        qtbot.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    assert done.args == [ImportCounts(new=3)]
    assert len(everybody(database)) == 3
    assert not dialog.isVisible()


def test_a_second_import_has_nothing_to_do(qtbot, theme, database):
    path = ROSTERS / "semicolons.csv"
    import_people(database, previewed(database, path))
    dialog = opened(qtbot, theme, database)
    show(qtbot, dialog, path)
    assert words(dialog, 1) == ["Same", "Same", "Same"]
    assert (dialog.import_button.text(), dialog.import_button.isEnabled()) == (
        "Nothing to import",
        False,
    )


def test_known_people_can_be_put_on_the_list_of_the_session(qtbot, theme, database, evening):
    path = ROSTERS / "semicolons.csv"
    import_people(database, previewed(database, path))
    dialog = opened(qtbot, theme, database, evening)
    show(qtbot, dialog, path)
    assert dialog.import_button.text() == "Put 3 on the list"
    with qtbot.waitSignal(dialog.imported, timeout=10_000):
        qtbot.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    assert questions.presence(database, evening).registered == 3


def test_columns_that_were_guessed_can_be_changed(qtbot, theme, database, tmp_path):
    sheet = tmp_path / "roster.csv"
    sheet.write_text("Name,Company,Other\nAino Laine,Kone Oy,Eino Aho\n", encoding="utf-8")
    dialog = opened(qtbot, theme, database)
    show(qtbot, dialog, sheet)
    assert words(dialog, 2) == ["Aino Laine"]
    combo = dialog._choice.combos["name"]
    combo.setCurrentIndex(3)
    with qtbot.waitSignal(dialog._jobs.ended, timeout=10_000):
        combo.activated.emit(3)
    qtbot.waitUntil(lambda: words(dialog, 2) == ["Eino Aho"])


def test_a_sheet_without_names_asks_for_their_column(qtbot, theme, database, tmp_path):
    sheet = tmp_path / "roster.csv"
    sheet.write_text("x,y\n12,34\n", encoding="utf-8")
    dialog = opened(qtbot, theme, database)
    show(qtbot, dialog, sheet)
    qtbot.waitUntil(lambda: "Choose the column" in dialog.problem_label.text())
    combo = dialog._choice.combos["name"]
    combo.setCurrentIndex(2)
    with qtbot.waitSignal(dialog._jobs.ended, timeout=10_000):
        combo.activated.emit(2)
    qtbot.waitUntil(lambda: words(dialog, 2) == ["34"])
    assert dialog.problem_label.isHidden()


def test_a_broken_file_is_a_sentence_and_nothing_more(qtbot, theme, database, tmp_path):
    sheet = tmp_path / "roster.xlsx"
    sheet.write_bytes(b"%PDF-1.7 not a sheet")
    dialog = opened(qtbot, theme, database)
    show(qtbot, dialog, sheet)
    qtbot.waitUntil(lambda: bool(dialog.problem_label.text()))
    assert not dialog.import_button.isEnabled()
    assert dialog.file_label.text() == "roster.xlsx"


def test_problems_can_be_listed_alone(qtbot, theme, database, tmp_path):
    sheet = tmp_path / "roster.csv"
    sheet.write_text("Name,E-mail\nAino,a@x.example\n,b@x.example\n", encoding="utf-8")
    dialog = opened(qtbot, theme, database)
    show(qtbot, dialog, sheet)
    problems = dialog.state_filter.findChildren(QPushButton)[4]
    assert problems.text() == "Problems 1"
    qtbot.mouseClick(problems, Qt.MouseButton.LeftButton)
    assert words(dialog, 5) == ["This row has no name: fill it in."]


def test_a_broken_file_after_a_good_one_leaves_nothing_to_import(qtbot, theme, database, tmp_path):
    dialog = opened(qtbot, theme, database)
    show(qtbot, dialog, ROSTERS / "semicolons.csv")
    sheet = tmp_path / "roster.xlsx"
    sheet.write_bytes(b"%PDF-1.7 not a sheet")
    show(qtbot, dialog, sheet)
    qtbot.waitUntil(lambda: bool(dialog.problem_label.text()))
    assert not dialog.import_button.isEnabled()
    assert words(dialog, 1) == []


def test_a_badge_of_somebody_else_keeps_the_preview(qtbot, theme, database, evening, tmp_path):
    sheet = tmp_path / "roster.csv"
    sheet.write_text("Name,Badge\nAino,A1\n", encoding="utf-8")
    import_and_register(database, previewed(database, sheet), evening)
    sheet.write_text("Name,Badge\nEino,A1\n", encoding="utf-8")
    dialog = opened(qtbot, theme, database, evening)
    show(qtbot, dialog, sheet)
    qtbot.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "belongs to somebody else" in dialog.problem_label.text())
    assert dialog.import_button.text() == "Import 1 new"
    assert [row.name for row in everybody(database)] == ["Aino"]
