"""The club file as a whole: what is chosen in file dialogs is written, and nothing else."""

import json
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton

from kdc_desktop.app import Program
from kdc_desktop.screens.club.settings_screen import SettingsScreen
from kdc_desktop.screens.kit import file_dialogs
from kdc_desktop.services.club import backups
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database
from kdc_desktop.storage.sole_use import claim


@pytest.fixture
def opened(qapp, tmp_path: Path):
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    made = Program(qapp, settings, lambda _window: None)
    made.open(tmp_path / "club.kdc")
    yield made
    made.close()


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch):
    """Stands for the system's dialog, in which people type or pick a name."""

    def choose(path: Path) -> None:
        for name in ("open_name", "save_name"):
            monkeypatch.setattr(file_dialogs, name, lambda *_args: str(path))

    return choose


def export(opened: Program, edition: str = "full") -> None:
    opened.club.files.export()
    box = opened.club.window.findChild(QMessageBox, "export_edition")
    box.findChild(QPushButton, f"export_{edition}").click()


def said(opened: Program) -> str:
    return opened.club.window.frame.quiet.text


def warning(opened: Program) -> str:
    line = opened.club.window.frame.quiet
    return line.text if line.property("role") == "problem" else ""


def test_a_dot_in_a_name_is_kept_when_its_ending_is_put_on(opened, choose, tmp_path, qtbot):
    other = tmp_path / "Autumn 2.xlsx"
    other.write_text("mine")
    choose(tmp_path / "Autumn 2.0")
    export(opened)
    qtbot.waitUntil(lambda: not opened.club.jobs.busy)
    assert (tmp_path / "Autumn 2.0.xlsx").read_bytes().startswith(b"PK")
    assert other.read_text() == "mine"
    opened.club.files.back_up()
    assert opened.club.jobs.asked_for == "Copying the club"
    qtbot.waitUntil(lambda: said(opened) == "The club is copied to Autumn 2.0.kdc")
    assert (tmp_path / "Autumn 2.0.kdc").is_file()


def test_a_file_that_the_dialog_did_not_ask_about_is_left_alone(opened, choose, tmp_path, qtbot):
    for name in ("Autumn.xlsx", "Autumn.kdc"):
        (tmp_path / name).write_text("mine")
    choose(tmp_path / "Autumn")
    for act in (partial(export, opened), opened.club.files.back_up, opened.club.files.new):
        act()
        qtbot.waitUntil(lambda: not opened.club.jobs.busy)
        assert "exists already" in warning(opened)
    for name in ("Autumn.xlsx", "Autumn.kdc"):
        assert (tmp_path / name).read_text() == "mine"


def test_a_new_club_is_never_an_old_one(opened, choose, tmp_path, qtbot):
    old = tmp_path / "old.kdc"
    open_database(old).close()
    choose(old)
    opened.club.files.new()
    assert "old.kdc exists already" in warning(opened)
    assert opened.club.database.path.name == "club.kdc"
    choose(tmp_path / "next")
    opened.club.files.new()
    qtbot.waitUntil(lambda: opened.club.database.path.name == "next.kdc")


def test_a_copy_is_refused_over_a_club_that_another_window_has_open(
    opened, choose, tmp_path, qtbot
):
    other = tmp_path / "other.kdc"
    open_database(other).close()
    before = other.read_bytes()
    choose(other)
    with claim(other):
        opened.club.files.back_up()
        qtbot.waitUntil(lambda: not opened.club.jobs.busy)
    assert "other.kdc is open in another window" in warning(opened)
    assert other.read_bytes() == before


def test_a_backup_restored_onto_another_club_opens_neither(opened, choose, tmp_path, qtbot):
    other = tmp_path / "other.kdc"
    open_database(other).close()
    before = other.read_bytes()
    backups.back_up(opened.club.database)
    opened.club.window.go("settings")
    screen = opened.club.window.screen_shown
    assert isinstance(screen, SettingsScreen)
    screen.backups_table.selectRow(0)
    choose(other)
    screen.restore_button.click()
    qtbot.waitUntil(lambda: not opened.club.jobs.busy)
    assert "other.kdc exists already" in warning(opened)
    assert opened.club.database.path.name == "club.kdc"
    assert other.read_bytes() == before
    choose(tmp_path / "restored 1.1")
    screen.restore_button.click()
    assert opened.club.jobs.asked_for == "Restoring the backup"
    qtbot.waitUntil(lambda: opened.club.database.path.name == "restored 1.1.kdc")


def test_a_backup_is_made_while_the_window_lives_and_stands_in_the_list(opened, qtbot):
    opened.club.window.go("settings")
    screen = opened.club.window.screen_shown
    assert isinstance(screen, SettingsScreen)
    screen.backup_button.click()
    assert opened.club.jobs.asked_for == "Backing up the club"
    assert screen.list.model.rowCount() == 0
    qtbot.waitUntil(lambda: screen.list.model.rowCount() == 1)
    assert said(opened) == f"Backed up to {screen.list.model.row(0).backup.path.name}"
    assert screen.list.model.row(0).backup.path.is_file()


def test_another_club_opens_where_the_one_before_stood(opened, tmp_path):
    opened.club.window.showNormal()
    opened.club.window.setGeometry(40, 50, 640, 480)
    place = opened.club.window.geometry()
    assert opened.open(tmp_path / "other.kdc").window.geometry() == place
    opened.club.window.showMaximized()
    again = opened.open(tmp_path / "club.kdc").window
    assert (again.isMaximized(), again.normalGeometry().size()) == (True, place.size())


def test_a_window_is_never_larger_than_the_screen(opened):
    window = opened.club.window
    screen = window.screen().availableGeometry()
    assert screen.width() < 1440, "or this asks nothing"
    assert window.isMaximized()
    assert (screen.contains(window.geometry()), screen.contains(window.normalGeometry())) == (
        True,
        True,
    )


def test_a_wrong_ending_is_refused_and_the_right_one_is_offered(
    opened, monkeypatch, tmp_path, qtbot
):
    proposed = []
    typed = iter([tmp_path / "out.csv", tmp_path / "out.xlsx"])

    def answer(_over, _title, at, *_rest) -> str:
        proposed.append(Path(at).name)
        return str(next(typed))

    monkeypatch.setattr(file_dialogs, "save_name", answer)
    export(opened)
    assert proposed[1] == "out.xlsx"
    qtbot.waitUntil(lambda: said(opened) == "The workbook is written: out.xlsx")
    assert [file.name for file in tmp_path.glob("out.*")] == ["out.xlsx"]


def test_the_edition_is_asked_for_and_remembered(opened, choose, tmp_path, qtbot):
    choose(tmp_path / "share.json")
    export(opened, "share")
    qtbot.waitUntil(lambda: said(opened) == "The workbook is written: share.json")
    told = json.loads((tmp_path / "share.json").read_text(encoding="utf-8"))
    assert "log" not in {table["name"] for table in told["resources"]}
    assert opened.settings.store.value("export/edition") == "share"
    opened.club.files.export()
    (box,) = opened.club.window.findChildren(QMessageBox, "export_edition")
    assert box.defaultButton().objectName() == "export_share"
    box.reject()


def test_a_question_begins_at_one_edge_with_its_answers(opened, qtbot):
    opened.club.window.show()
    opened.club.files.export()
    (box,) = opened.club.window.findChildren(QMessageBox, "export_edition")
    qtbot.waitExposed(box)
    labels = [one for one in box.findChildren(QLabel) if one.isVisible() and one.text()]
    lefts = [one.mapTo(box, one.contentsRect().topLeft()).x() for one in labels]
    answers = [one.mapTo(box, one.rect().topLeft()).x() for one in box.buttons()]
    assert len(labels) == 2
    assert max(abs(min(answers) - left) for left in lefts) <= 1, (lefts, answers)
    assert "names of people stay" in box.informativeText()
    box.reject()
