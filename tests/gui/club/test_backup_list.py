"""All backups are offered, the newest sound one first, with what is in each."""

import shutil
import threading
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kdc_desktop.app import Program
from kdc_desktop.errors import UserError
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.screens.club import backup_list
from kdc_desktop.screens.club.backup_list import BackupList
from kdc_desktop.screens.club.settings_screen import SettingsScreen
from kdc_desktop.screens.club.start_dialog import StartDialog
from kdc_desktop.screens.kit import file_dialogs
from kdc_desktop.services.sessions import listing, planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.settings import Settings
from kdc_desktop.storage import backup_contents, backups, open_database
from kdc_desktop.storage.backups import Backup

STARTS = datetime(2026, 11, 3, 18, 0)
EVENING = Instant.of(STARTS, laptop_zone())
TITLES = ("Spring", "Summer", "Autumn")


@pytest.fixture
def club(tmp_path: Path) -> Path:
    """A club of three sessions, with a backup, all in one minute, after each was planned."""
    path = tmp_path / "rovaniemi" / "club.kdc"
    path.parent.mkdir()
    database = open_database(path, lambda: EVENING)
    for second, title in enumerate(TITLES):
        planning.plan_session(database, title, STARTS, templates()[0])
        backups.back_up(path, EVENING + timedelta(seconds=second))
    database.close()
    return path


@pytest.fixture
def kept(club: Path) -> list[Backup]:
    """The backups, the newest first: with three sessions, two and one."""
    return backups.backups_of(club)


@pytest.fixture
def opened(qapp, tmp_path: Path):
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    made = Program(qapp, settings, lambda _window: None)
    yield made
    made.close()


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def ask(opened: Program, path: Path, qtbot) -> StartDialog:
    """The dialog about a file that cannot be opened, once all backups have been read."""
    with pytest.raises(UserError) as told:
        opened.open(path)
    return ask_about(opened, path, str(told.value), qtbot)


def ask_about(opened: Program, path: Path, sentence: str, qtbot) -> StartDialog:
    dialog = StartDialog(opened.theme, path, sentence, opened.open_in_turns)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: not dialog.jobs.busy)
    return dialog


def told(shown: BackupList) -> list[tuple[str, ...]]:
    """When each was made, whether it is sound, and how many sessions are in it, from the top."""
    model = shown.model
    return [
        tuple(model.index(at, column).data() for column in range(3))
        for at in range(model.rowCount())
    ]


def sessions_in(opened: Program) -> set[str]:
    return {row.title for row in listing.sessions(opened.club.database)}


def test_enter_opens_the_newest_that_is_sound_and_damaged_ones_come_last(opened, club, kept, qtbot):
    for broken in (club, kept[0].path):
        cut_off(broken)
    asked = ask(opened, club, qtbot)
    assert told(asked.list) == [
        ("03.11.2026 18:00:01", "Sound", "2"),
        ("03.11.2026 18:00:00", "Sound", "1"),
        ("03.11.2026 18:00:02", "Damaged", ""),
    ]
    assert asked.list.model.index(0, 5).data() == "Planned Summer"
    assert asked.list.chosen_path == kept[1].path
    qtbot.keyClick(asked.backups_table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.club is not None)
    assert sessions_in(opened) == {"Spring", "Summer"}


def test_any_other_can_be_chosen_and_damaged_ones_cannot_be_opened(opened, club, kept, qtbot):
    for broken in (club, kept[0].path):
        cut_off(broken)
    asked = ask(opened, club, qtbot)
    asked.backups_table.selectRow(2)
    assert not asked.backup_button.isEnabled()
    assert asked.backup_label.text() == "No club can be had from this one. Choose another."
    qtbot.keyClick(asked.backups_table, Qt.Key.Key_Up)
    assert "18:00:00" in asked.backup_label.text()
    asked.backup_button.click()
    qtbot.waitUntil(lambda: opened.club is not None)
    assert sessions_in(opened) == {"Spring"}


def test_what_a_person_chooses_while_others_are_read_stays_chosen(
    opened, club, kept, qtbot, monkeypatch
):
    read, go_on = backup_contents.contents_of, threading.Event()

    def waiting(path, stopped):
        go_on.wait(10)
        return read(path, stopped)

    monkeypatch.setattr(backup_list, "contents_of", waiting)
    cut_off(club)
    asked = StartDialog(opened.theme, club, "It is damaged.", opened.open_in_turns)
    qtbot.addWidget(asked)
    asked.open()
    qtbot.waitUntil(lambda: asked.list.model.rowCount() == len(kept))
    assert asked.backup_label.text() == "Looking for the newest sound backup …"
    assert not asked.backup_button.isEnabled()
    asked.backups_table.selectRow(2)
    go_on.set()
    qtbot.waitUntil(lambda: asked.list.read)
    assert asked.list.chosen_path == kept[2].path


def test_where_none_is_sound_none_is_offered(opened, club, kept, qtbot):
    for broken in (club, *(each.path for each in kept)):
        cut_off(broken)
    asked = ask(opened, club, qtbot)
    assert asked.list.chosen is None
    assert not asked.backup_button.isEnabled()
    assert asked.open_button.isDefault()
    assert asked.backup_label.text().startswith("None of these backups is sound.")


def test_they_are_offered_where_the_club_is_gone(opened, club, kept, qtbot):
    club.unlink()
    asked = ask_about(opened, club, "It is gone.", qtbot)
    assert [state for _at, state, _number in told(asked.list)] == ["Sound"] * len(kept)
    assert "stays as it is" not in asked.backup_label.text()
    asked.backup_button.click()
    qtbot.waitUntil(lambda: opened.club is not None)
    assert opened.club.database.path.parent == club.parent
    assert sessions_in(opened) == set(TITLES)


def test_the_copy_lies_beside_the_backups_where_the_folder_of_the_club_was_renamed(
    opened, club, qtbot
):
    renamed = club.parent.rename(club.parent.with_name("lapland"))
    asked = ask_about(opened, club, "Its folder is gone.", qtbot)
    asked.backup_button.click()
    qtbot.waitUntil(lambda: opened.club is not None)
    assert opened.club.database.path.parent == renamed


def test_of_a_backup_that_was_opened_itself_just_that_one_is_offered(opened, club, kept, qtbot):
    before = kept[1].path.read_bytes()
    asked = ask(opened, kept[1].path, qtbot)
    assert asked.headline.text() == "This is a backup"
    assert len(told(asked.list)) == len(kept)
    assert asked.list.chosen_path == kept[1].path
    asked.backup_button.click()
    qtbot.waitUntil(lambda: opened.club is not None)
    assert opened.club.database.path.parent == club.parent
    assert sessions_in(opened) == {"Spring", "Summer"}
    assert kept[1].path.read_bytes() == before


def test_a_backup_that_was_opened_elsewhere_under_another_name_is_offered(
    opened, kept, tmp_path, qtbot
):
    taken = Path(shutil.copy(kept[0].path, tmp_path / "from Ann.kdc"))
    asked = ask(opened, taken, qtbot)
    assert asked.list.chosen_path == taken
    asked.backup_button.click()
    qtbot.waitUntil(lambda: opened.club is not None)
    assert opened.club.database.path.parent == tmp_path


def test_no_backup_is_read_on_the_thread_of_the_window(opened, club, kept, qtbot, monkeypatch):
    threads = []
    read, found = backup_contents.contents_of, backups.backups_near

    def noted(wrapped):
        def call(*arguments):
            threads.append(threading.current_thread())
            return wrapped(*arguments)

        return call

    monkeypatch.setattr(backup_list, "contents_of", noted(read))
    monkeypatch.setattr(backups, "backups_near", noted(found))
    cut_off(club)
    ask(opened, club, qtbot)
    assert len(threads) == 1 + len(kept)
    assert threading.main_thread() not in threads


def test_who_quits_does_not_wait_until_all_are_read(opened, club, qtbot, monkeypatch):
    asked_to_stop = []

    def slow(_path, stopped):
        while not stopped():
            time.sleep(0.01)
        asked_to_stop.append(True)

    monkeypatch.setattr(backup_list, "contents_of", slow)
    cut_off(club)
    dialog = StartDialog(opened.theme, club, "It is damaged.", opened.open_in_turns)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.list.model.rowCount() == 3)
    dialog.quit_button.click()
    assert asked_to_stop == [True]
    qtbot.waitUntil(lambda: not dialog.jobs.busy)
    assert asked_to_stop == [True]


def settings_screen(opened: Program, qtbot) -> SettingsScreen:
    opened.club.window.go("settings")
    screen = opened.club.window.screen_shown
    assert isinstance(screen, SettingsScreen)
    qtbot.waitUntil(lambda: screen.list.read and screen.list.model.rowCount() > 2)
    return screen


def test_settings_tell_those_of_one_minute_apart_and_open_one_as_a_copy(
    opened, club, kept, qtbot, monkeypatch
):
    cut_off(kept[2].path)
    opened.open(club)
    screen = settings_screen(opened, qtbot)
    assert told(screen.list)[-3:] == [
        ("03.11.2026 18:00:02", "Sound", "3"),
        ("03.11.2026 18:00:01", "Sound", "2"),
        ("03.11.2026 18:00:00", "Damaged", ""),
    ]
    warned: list[str] = []
    screen.problem.connect(warned.append)
    screen.backups_table.select_key(kept[2].path)
    screen.restore_button.click()
    assert warned == ["No club can be had from this one. Choose another."]
    proposed = []

    def place(_parent, _title, name, *_rest):
        proposed.append(Path(name))
        return name

    monkeypatch.setattr(file_dialogs, "save_name", place)
    screen.backups_table.select_key(kept[1].path)
    screen.restore_button.click()
    qtbot.waitUntil(lambda: opened.club.database.path != club)
    assert proposed == [opened.club.database.path]
    assert sessions_in(opened) == {"Spring", "Summer"}


def test_settings_read_a_backup_once(opened, club, kept, qtbot, monkeypatch):
    read = []

    def contents_of(path, stopped):
        read.append(path)
        return original(path, stopped)

    original = backup_contents.contents_of
    monkeypatch.setattr(backup_list, "contents_of", contents_of)
    opened.open(club)
    screen = settings_screen(opened, qtbot)
    for _ in range(3):
        screen.refresh()
    qtbot.waitUntil(lambda: not opened.club.busy)
    assert len(read) == len(set(read))
    assert {each.path for each in kept} <= set(read)
