"""Where a file is asked for, and how Qt's own dialog looks."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QDialogButtonBox, QFileDialog, QTreeView
from PySide6.QtWidgets import QWidget as Widget
from pytestqt.qtbot import QtBot

from kdc_desktop import paths
from kdc_desktop.screens.kit import file_dialogs
from kdc_desktop.screens.kit.file_dialogs import FileKind, ask_for_file, ask_for_name, folder_for
from kdc_desktop.settings import Settings
from tests.gui.sizes.laid_wrong import laid_wrong
from tests.gui.sizes.no_room import without_room


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "Documents"
    folder.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(folder))
    file_dialogs.keep_folders_in(Settings(tmp_path / "settings.ini"))
    yield folder
    file_dialogs._kept.clear()


def test_a_sheet_is_looked_for_where_the_last_one_lay(
    documents: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tmp_path: Path
) -> None:
    over, asked, stick = Widget(), [], tmp_path / "stick"
    qtbot.addWidget(over)
    stick.mkdir()

    def answer(_over: Widget, _title: str, at: str, _kinds: str) -> str:
        asked.append(Path(at))
        return str(stick / "people.xlsx")

    monkeypatch.setattr(file_dialogs, "open_name", answer)
    for _time in range(2):
        assert ask_for_file(over, "Sheet", FileKind.SHEET, "") == stick / "people.xlsx"
    assert asked == [documents, stick]
    assert folder_for(FileKind.WORKBOOK) == documents, "another kind lies elsewhere"
    file_dialogs.keep_folders_in(Settings(tmp_path / "settings.ini"))
    assert folder_for(FileKind.SHEET) == stick, "after a new start, too"
    stick.rmdir()
    assert folder_for(FileKind.SHEET) == documents


def test_no_file_is_proposed_among_those_of_the_program(documents: Path, tmp_path: Path) -> None:
    assert folder_for(FileKind.CLUB, paths.data_folder()) == documents
    assert folder_for(FileKind.CLUB, tmp_path) == tmp_path
    documents.rmdir()
    assert folder_for(FileKind.SHEET) == Path.home()


def test_who_thinks_better_of_it_names_no_file(
    documents: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    over = Widget()
    qtbot.addWidget(over)
    monkeypatch.setattr(file_dialogs, "save_name", lambda *_args: "")
    assert ask_for_name(over, "Name", FileKind.CLUB, "", documents / "a.kdc") is None


@pytest.mark.parametrize("asking", [file_dialogs.open_name, file_dialogs.save_name])
def test_the_dialog_of_qt_is_dressed_as_the_rest(qtbot: QtBot, documents: Path, asking) -> None:
    over, seen = Widget(), []
    qtbot.addWidget(over)
    over.resize(1280, 720)
    over.show()
    (documents / "people.csv").write_text("Name", encoding="utf-8")

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        try:
            seen.append(_faults(dialog))
        finally:
            dialog.reject()

    QTimer.singleShot(300, look)
    assert asking(over, "A sheet", str(documents / "people.csv"), "Sheets (*.csv)") == ""
    assert seen == [[]]


def _faults(dialog: QFileDialog) -> list[str]:
    (box,) = dialog.findChildren(QDialogButtonBox)
    found = [one.text() for one in box.buttons() if not one.icon().isNull()]
    found += ["icon in a path" for one in dialog.findChildren(QComboBox) if one.iconSize().width()]
    tree = dialog.findChild(QTreeView, "treeView")
    if tree.horizontalScrollBar().maximum() or not tree.isColumnHidden(2):
        found.append("columns")
    return [*found, *without_room(dialog), *laid_wrong(dialog)]
