"""When the club cannot be opened, the program says why and asks for another."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kdc_desktop.app import Program
from kdc_desktop.errors import UserError
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.screens.club.start_dialog import StartDialog
from kdc_desktop.screens.kit import file_dialogs
from kdc_desktop.services.sessions import listing, planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.settings import Settings
from kdc_desktop.storage import backups, open_database
from kdc_desktop.storage.sole_use import claim

STARTS = datetime(2026, 11, 3, 18, 0)
EVENING = Instant.of(STARTS, laptop_zone())
RESTORED = "club 2026-11-03 18.00.00 restored.kdc"
LEFT = Qt.MouseButton.LeftButton
RUN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from kdc_desktop import application, cli
make, (press, *arguments) = application.make_application, sys.argv[1:]
def make_seen(given):
    app = make(given)
    app.platformName = lambda: "xcb"
    def choose():
        dialog = app.activeModalWidget()
        if dialog is None or dialog.jobs.busy:
            QTimer.singleShot(10, choose)
            return
        print(dialog.problem_label.text(), flush=True)
        print(dialog.backups_table.isVisible(), dialog.quit_button.isDefault(), flush=True)
        dialog.finished.connect(lambda: QTimer.singleShot(0, app.closeAllWindows))
        getattr(dialog, press).click()
    QTimer.singleShot(0, choose)
    return app
application.make_application = make_seen
sys.exit(cli.main(arguments))
"""


@pytest.fixture
def club(tmp_path: Path) -> Path:
    """A club with a session and a backup, of which only the sign is left."""
    path = tmp_path / "club.kdc"
    database = open_database(path, lambda: EVENING)
    planning.plan_session(database, "Autumn", STARTS, templates()[0])
    database.close()
    backups.back_up(path, EVENING)
    path.write_bytes(path.read_bytes()[:5000])
    return path


@pytest.fixture
def opened(qapp, tmp_path: Path):
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    made = Program(qapp, settings, lambda _window: None)
    yield made
    made.close()


@pytest.fixture
def asked(opened, club, qtbot) -> StartDialog:
    return dialog_for(opened, club, qtbot)


def dialog_for(opened: Program, path: Path, qtbot) -> StartDialog:
    """The dialog that the program asks with, once it has looked into all backups."""
    with pytest.raises(UserError) as told:
        opened.open(path)
    dialog = StartDialog(opened.theme, path, str(told.value), opened.open_in_turns)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: not dialog.jobs.busy)
    return dialog


def choose(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> None:
    for name in ("open_name", "save_name"):
        monkeypatch.setattr(file_dialogs, name, lambda *_args: str(path))


def test_the_newest_backup_of_a_damaged_club_opens_as_a_new_file(asked, opened, club, qtbot):
    damaged = club.read_bytes()
    assert asked.problem_label.text().startswith("club.kdc is damaged.")
    assert "03.11.2026 18:00:00" in asked.backup_label.text()
    assert RESTORED in asked.backup_label.text()
    qtbot.mouseClick(asked.backup_button, LEFT)
    assert asked.problem_label.text() == f"Copying the backup to {RESTORED} …"
    qtbot.keyClick(asked, Qt.Key.Key_Escape)  # too late
    qtbot.waitUntil(lambda: not asked.isVisible())
    assert asked.result() == StartDialog.DialogCode.Accepted
    assert opened.club.database.path == club.with_name(RESTORED)
    assert [row.title for row in listing.sessions(opened.club.database)] == ["Autumn"]
    assert opened.settings.last_database == club.with_name(RESTORED)
    assert club.read_bytes() == damaged


def test_a_backup_that_was_restored_before_is_not_overwritten(club, opened, qtbot):
    club.with_name(RESTORED).write_text("mine")
    qtbot.mouseClick(dialog_for(opened, club, qtbot).backup_button, LEFT)
    qtbot.waitUntil(lambda: opened.club is not None)
    assert opened.club.database.path.name == RESTORED.replace(".kdc", " 2.kdc")
    assert club.with_name(RESTORED).read_text() == "mine"


def test_a_backup_that_is_damaged_since_it_was_read_is_said_and_leaves_no_file(
    asked, opened, club, qtbot
):
    (backup,) = backups.backups_of(club)
    backup.path.write_bytes(club.read_bytes())
    there = set(club.parent.iterdir())
    asked.backup_button.click()
    qtbot.waitUntil(lambda: not asked.jobs.busy)
    assert asked.isVisible()
    assert "is damaged" in asked.problem_label.text()
    assert set(club.parent.iterdir()) == there
    assert opened.club is None


def test_another_club_can_be_opened_after_one_that_cannot(
    asked, opened, club, qtbot, monkeypatch, tmp_path
):
    letter = tmp_path / "letter.kdc"
    letter.write_text("Dear members")
    choose(monkeypatch, "")
    qtbot.mouseClick(asked.open_button, LEFT)
    assert asked.problem_label.text().startswith("club.kdc is damaged.")
    choose(monkeypatch, letter)
    qtbot.mouseClick(asked.open_button, LEFT)
    assert asked.problem_label.text() == "Opening letter.kdc …"
    said = "letter.kdc does not begin as a club"
    qtbot.waitUntil(lambda: asked.problem_label.text().startswith(said))
    other = tmp_path / "other.kdc"
    open_database(other).close()
    choose(monkeypatch, other)
    qtbot.mouseClick(asked.open_button, LEFT)
    qtbot.waitUntil(lambda: not asked.isVisible())
    assert opened.club.database.path == other


def test_a_new_club_is_begun_under_a_name_that_is_free(
    asked, opened, club, qtbot, monkeypatch, tmp_path
):
    choose(monkeypatch, club)
    qtbot.mouseClick(asked.new_button, LEFT)
    assert asked.problem_label.text().startswith("club.kdc exists already.")
    choose(monkeypatch, tmp_path / "Autumn 2.0")
    qtbot.mouseClick(asked.new_button, LEFT)
    qtbot.waitUntil(lambda: opened.club is not None)
    assert opened.club.database.path == tmp_path / "Autumn 2.0.kdc"


def test_a_backup_that_is_chosen_as_another_club_opens_as_a_copy_where_it_is_wanted(
    asked, opened, club, qtbot, monkeypatch
):
    (backup,) = backups.backups_of(club)
    before = backup.path.read_bytes()
    proposed = []
    placed = club.with_name("evening.kdc")

    def place(_parent, _title, name, *_rest):
        proposed.append(name)
        return str(placed)

    monkeypatch.setattr(file_dialogs, "open_name", lambda *_args: str(backup.path))
    monkeypatch.setattr(file_dialogs, "save_name", place)
    qtbot.mouseClick(asked.open_button, LEFT)
    qtbot.waitUntil(lambda: opened.club is not None)
    assert proposed == [str(club.with_name(RESTORED))]
    assert opened.club.database.path == placed
    assert [row.title for row in listing.sessions(opened.club.database)] == ["Autumn"]
    assert backup.path.read_bytes() == before


def test_quitting_opens_nothing(asked, opened, qtbot):
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    assert asked.result() == StartDialog.DialogCode.Rejected
    assert opened.club is None


def test_a_club_without_backups_offers_none(opened, tmp_path, qtbot):
    path = tmp_path / "open.kdc"
    open_database(path).close()
    with claim(path):
        asked = dialog_for(opened, path, qtbot)
    assert asked.problem_label.text().startswith("open.kdc is open in another window")
    assert not asked.backup_button.isVisible()
    assert asked.open_button.isDefault()


def run(press: str, path: Path, *, seen: bool = True) -> subprocess.CompletedProcess[str]:
    command = ["-c", RUN, press] if seen else ["-m", "kdc_desktop"]
    return subprocess.run(
        [sys.executable, *command, "--database", str(path)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_program_starts_with_the_backup_that_was_chosen(club):
    done = run("backup_button", club)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("club.kdc is damaged.")
    assert done.stdout.endswith("True False\n")
    assert club.with_name(RESTORED).is_file()


def test_what_is_open_in_another_window_needs_no_backup(club):
    with claim(club):
        done = run("quit_button", club)
    assert done.stdout.startswith("club.kdc is open in another window")
    assert done.stdout.endswith("False True\n")
    assert done.returncode == 1  # nothing was opened


@pytest.mark.parametrize("seen", [True, False])
def test_a_start_that_opens_nothing_is_status_1_and_the_sentence(tmp_path, seen):
    done = run("quit_button", tmp_path / "nope" / "club.kdc", seen=seen)
    assert done.returncode == 1
    assert done.stderr.startswith("club.kdc cannot be opened: there is no folder")
    assert "Errno" not in done.stderr
    assert ".in-use" not in done.stderr
