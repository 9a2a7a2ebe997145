"""Where a file is asked for, and how Qt's own dialog looks."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QFileInfo, QStandardPaths, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QTreeView,
)
from PySide6.QtWidgets import QWidget as Widget
from pytestqt.qtbot import QtBot

from kdc_desktop import paths
from kdc_desktop.screens.kit import file_dialogs, folders
from kdc_desktop.screens.kit.file_dialog_look import know_kinds_by_name
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


def test_a_folder_that_takes_no_file_is_refused_and_the_name_stands_in_one_that_does(
    documents: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    over, asked = Widget(), []
    qtbot.addWidget(over)

    def answer(_over: Widget, _title: str, at: str, _kinds: str, problem: str) -> str:
        asked.append((Path(at), problem))
        return "/proc/out.xlsx" if len(asked) == 1 else at

    monkeypatch.setattr(file_dialogs, "save_name", answer)
    proposed = documents / "club.xlsx"
    assert ask_for_name(over, "", FileKind.WORKBOOK, "", proposed) == documents / "out.xlsx"
    refused = "Nothing can be written in /proc. Choose another folder."
    assert asked == [(proposed, ""), (documents / "out.xlsx", refused)]


@pytest.mark.parametrize("gone", ["/proc", "/sys", "/dev", "/proc/self", "/nowhere"])
def test_a_folder_of_the_system_is_neither_remembered_nor_offered(
    documents: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, gone: str
) -> None:
    over = Widget()
    qtbot.addWidget(over)
    monkeypatch.setattr(file_dialogs, "open_name", lambda *_args: f"{gone}/version")
    assert ask_for_file(over, "", FileKind.SHEET, "") == Path(gone, "version")
    assert file_dialogs._remembered(FileKind.SHEET) is None
    file_dialogs._remember(FileKind.SHEET, Path(gone, "version"))
    assert folder_for(FileKind.SHEET) == documents


def test_a_share_that_does_not_answer_is_not_waited_for(
    documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, share = threading.Event(), documents.with_name("share")
    share.mkdir()

    def silent(folder: Path) -> bool:
        return answers.wait(60) if folder == share else folder.is_dir()

    monkeypatch.setattr(folders, "_is_ordinary", silent)
    file_dialogs._remember(FileKind.WORKBOOK, share / "club.xlsx")
    assert folder_for(FileKind.WORKBOOK) == documents
    assert not answers.is_set()
    answers.set()


def test_what_a_file_is_called_says_its_kind_and_none_is_read_for_it(qtbot: QtBot) -> None:
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    know_kinds_by_name(dialog)
    assert dialog.iconProvider().type(QFileInfo("/proc/kmsg.csv")) == "csv"


def test_why_it_comes_back_stands_in_the_dialog(qtbot: QtBot, documents: Path) -> None:
    over, seen = Widget(), []
    qtbot.addWidget(over)
    over.resize(1280, 720)
    over.show()
    problem = "Nothing can be written in /proc. Choose another folder."

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        try:
            shown = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
            seen.extend([problem in shown, dialog.windowTitle() == problem, _faults(dialog)])
        finally:
            dialog.reject()

    QTimer.singleShot(300, look)
    file_dialogs.save_name(over, "A sheet", str(documents / "a.csv"), "Sheets (*.csv)", problem)
    assert seen == [True, True, []]


@pytest.mark.parametrize(
    ("asking", "said"), [(file_dialogs.open_name, ()), (file_dialogs.save_name, ("",))]
)
def test_the_dialog_of_qt_is_dressed_as_the_rest(
    qtbot: QtBot, documents: Path, asking, said: tuple[str, ...]
) -> None:
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
    assert asking(over, "A sheet", str(documents / "people.csv"), "Sheets (*.csv)", *said) == ""
    assert seen == [[]]


def _faults(dialog: QFileDialog) -> list[str]:
    (box,) = dialog.findChildren(QDialogButtonBox)
    found = [one.text() for one in box.buttons() if not one.icon().isNull()]
    found += ["icon in a path" for one in dialog.findChildren(QComboBox) if one.iconSize().width()]
    tree = dialog.findChild(QTreeView, "treeView")
    if tree.horizontalScrollBar().maximum() or not tree.isColumnHidden(2):
        found.append("columns")
    return [*found, *without_room(dialog), *laid_wrong(dialog)]
