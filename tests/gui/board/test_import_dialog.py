"""A list of ideas is looked at before it comes in: its table, its columns, each of its rows."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook  # noqa: TID253 - it makes the sheets, so it starts with it
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.domain.board.idea_fields import IdeaField
from kdc_desktop.domain.board.states import Incoming
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.board.board_screen import BoardScreen
from kdc_desktop.screens.board.import_dialog import IdeaImportDialog
from kdc_desktop.storage import Database
from tests.gui.board.hands import LEFT, OpenBoard
from tests.rooms.board_room import notes

SHEETS = Path(__file__).parents[2] / "data" / "sheets" / "ideas"
LookAt = Callable[[Path], IdeaImportDialog]


@pytest.fixture
def look_at(qtbot: QtBot, open_board: OpenBoard) -> LookAt:
    """Opens the board, and the dialog for a file."""

    def opened(path: Path) -> IdeaImportDialog:
        screen: BoardScreen = open_board()
        screen.idea_import.look_at(path)
        qtbot.waitUntil(lambda: screen.findChild(IdeaImportDialog) is not None)
        dialog = screen.findChild(IdeaImportDialog)
        assert dialog is not None
        return dialog

    return opened


def settled(qtbot: QtBot, dialog: IdeaImportDialog) -> None:
    qtbot.waitUntil(lambda: not dialog._awaited)


def choose(qtbot: QtBot, dialog: IdeaImportDialog, box: str, text: str) -> None:
    combo = dialog.findChild(QComboBox, box)
    assert combo is not None
    combo.setCurrentIndex(combo.findText(text))
    combo.activated.emit(combo.currentIndex())
    settled(qtbot, dialog)


def texts(database: Database) -> list[str]:
    return [row.text for row in notes(database)]


def test_what_was_found_is_said_and_a_tick_takes_in_what_is_archived(
    qtbot: QtBot, look_at: LookAt, database: Database, jobs: Jobs
) -> None:
    dialog = look_at(SHEETS / "trello.csv")
    assert dialog.summary_label.text() == (
        "5 new, 0 same, 0 problems, 1 left out. This is an export of Trello."
    )
    assert dialog.columns_label.text().startswith("Idea: Card Name · Details: Card Description")
    assert "Not taken: Card ID, Members," in dialog.columns_label.text()
    dialog.archived_check.click()
    settled(qtbot, dialog)
    assert dialog.import_button.text() == "Import 6 ideas"
    assert [row.number for row in dialog.preview.rows] == [2, 3, 4, 5, 6, 7]
    qtbot.mouseClick(dialog.import_button, LEFT)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert len(texts(database)) == 6


def test_another_column_is_chosen_and_the_preview_follows(qtbot: QtBot, look_at: LookAt) -> None:
    dialog = look_at(SHEETS / "title_and_description.csv")
    assert not dialog.columns_box.isVisibleTo(dialog)
    dialog.columns_button.click()
    assert dialog.columns_box.isVisibleTo(dialog)
    choose(qtbot, dialog, "column_0", "Not taken")
    choose(qtbot, dialog, "column_1", "Not taken")
    assert (dialog.preview.rows, dialog.import_button.isEnabled()) == ((), False)
    choose(qtbot, dialog, "column_2", "Idea")
    assert [row.text for row in dialog.preview.rows][:2] == ["Mobility", "Shared spaces"]
    dialog.details_button.click()
    settled(qtbot, dialog)
    assert dialog.preview.rows[0].details.splitlines()[0].startswith("Title: Shared cargo bikes")
    assert dialog.preview.plan.columns[0] is IdeaField.NOTE
    dialog.reject()


def test_another_table_of_the_file_is_chosen(qtbot: QtBot, look_at: LookAt, tmp_path: Path) -> None:
    book = Workbook()
    for title, idea in (("Autumn", "A tram to the sea"), ("Spring", "A park by the sea")):
        sheet = book.create_sheet(title)
        sheet.append(["Idea", "Author"])
        sheet.append([idea, "Aino"])
    del book["Sheet"]
    book.save(tmp_path / "two.xlsx")
    dialog = look_at(tmp_path / "two.xlsx")
    assert dialog.table_combo.currentText() == "Autumn"
    choose(qtbot, dialog, "table_combo", "Spring")
    assert [row.text for row in dialog.preview.rows] == ["A park by the sea"]
    dialog.reject()


def test_where_no_column_looks_like_ideas_the_columns_are_there_to_choose(
    qtbot: QtBot, look_at: LookAt, tmp_path: Path
) -> None:
    path = tmp_path / "codes.csv"
    path.write_text("Code,Price\nA-1,3\nB-2,4\n", encoding="utf-8")
    dialog = look_at(path)
    assert "Choose the column that holds them." in dialog.summary_label.text()
    assert dialog.columns_box.isVisibleTo(dialog)
    assert not dialog.import_button.isEnabled()
    choose(qtbot, dialog, "column_0", "Idea")
    assert dialog.import_button.text() == "Import 2 ideas"
    dialog.reject()


def test_what_was_unticked_stays_so_where_more_rows_come_in(qtbot: QtBot, look_at: LookAt) -> None:
    dialog = look_at(SHEETS / "trello.csv")
    dialog.rows_table.selectRow(0)
    qtbot.keyClick(dialog.rows_table, Qt.Key.Key_Space)
    dialog.archived_check.click()
    settled(qtbot, dialog)
    assert dialog.import_button.text() == "Import 5 ideas"
    first = dialog.preview.rows[0]
    assert (first.state, first.why) == (Incoming.LEFT_OUT, "It was not ticked.")
    dialog.reject()


def test_a_changed_idea_is_taken_over_when_it_is_ticked(
    qtbot: QtBot, look_at: LookAt, database: Database, jobs: Jobs, tmp_path: Path
) -> None:
    path = tmp_path / "ideas.csv"
    for details, said in (("Because", "Import 1 idea"), ("Therefore", "Change 1 idea")):
        path.write_text(f"Idea,Details\nA tram,{details}\n", encoding="utf-8")
        dialog = look_at(path)
        assert dialog.import_button.text() == said
        dialog.rows_table.selectRow(0)
        qtbot.mouseClick(dialog.import_button, LEFT)
        qtbot.waitUntil(lambda: not jobs.busy)
        qtbot.wait(1)
    assert texts(database) == ["A tram"]


def test_no_row_moves_under_a_click_on_its_tick(
    qtbot: QtBot, look_at: LookAt, tmp_path: Path
) -> None:
    path = tmp_path / "ideas.csv"
    long = "x" * 130
    path.write_text(f"Idea,Cluster\nLockers,{long}\nSaunas,{long}\n", encoding="utf-8")
    dialog = look_at(path)
    table, view = dialog.rows_table, dialog.rows_table.viewport()
    place = table.visualRect(table.model().index(1, 0)).center()
    where = view.mapToGlobal(place)
    qtbot.mousePress(view, LEFT, pos=place)
    qtbot.wait(50)
    assert dialog.sentence_label.text().startswith("A name is too long")
    assert view.mapToGlobal(place) == where
    qtbot.mouseRelease(view, LEFT, pos=place)
    assert [row.state for row in dialog.preview.rows] == [Incoming.NEW, Incoming.LEFT_OUT]
    dialog.reject()


def test_enter_imports_and_escape_leaves(
    qtbot: QtBot, look_at: LookAt, database: Database, jobs: Jobs
) -> None:
    dialog = look_at(SHEETS / "title_and_description.csv")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert texts(database) == []
    dialog = look_at(SHEETS / "trello.csv")
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not jobs.busy and len(texts(database)) == 5)


def test_everything_is_reached_with_tab(qtbot: QtBot, look_at: LookAt) -> None:
    dialog = look_at(SHEETS / "trello.csv")
    dialog.columns_button.click()
    wanted: set[QWidget] = {
        *(dialog.archived_check, dialog.columns_button, dialog.details_button, dialog.rows_table),
        *(dialog.import_button, dialog.cancel_button, *dialog.findChildren(QComboBox)),
    }
    wanted = {one for one in wanted if one.isVisibleTo(dialog)}
    reached: set[QWidget] = set()
    for _press in range(60):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        if (focused := dialog.focusWidget()) is not None:
            reached.add(focused)
    assert wanted - reached == set()
    dialog.reject()
