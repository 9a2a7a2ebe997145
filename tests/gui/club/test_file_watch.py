"""When its file is lost under the open window, the window says so, and work goes on elsewhere."""

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kdc_desktop.app import Program
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.jobs import Progress
from kdc_desktop.model import Person
from kdc_desktop.screens.club import file_watch
from kdc_desktop.screens.club.lost_dialog import LostDialog
from kdc_desktop.services.club import backups
from kdc_desktop.services.people import people
from kdc_desktop.settings import Settings
from tests.storage.places import names, names_in
from tests.storage.sticks import other_club


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "evening"
    folder.mkdir()
    return folder / "club.kdc"


@pytest.fixture
def opened(qapp, path, tmp_path, monkeypatch, qtbot):
    """The program with a club of one person, whose window looks at its file all the time."""
    monkeypatch.setattr(file_watch, "EVERY", 20)
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    made = Program(qapp, settings, lambda _window: None)
    made.open(path)
    people.add_person(made.club.database, "Aino")
    assert names(made.club.database) == ["Aino"]
    qtbot.waitUntil(lambda: not made.club.jobs.busy)
    yield made
    made.close()


def dialog(qtbot) -> LostDialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), LostDialog))
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, LostDialog)
    return shown


def choose(opened, button, qtbot) -> None:
    """Press it, and wait for the club that it opens."""
    before = opened.club
    button.click()
    qtbot.waitUntil(lambda: opened.club is not before)


def test_work_goes_on_in_the_file_that_was_kept(opened, path, qtbot):
    theirs = other_club(path)
    content = theirs.read_bytes()
    os.replace(theirs, path)
    asked = dialog(qtbot)
    assert "Another file was put in the place of club.kdc" in asked.problem_label.text()
    assert asked.there_button.text() == "Open club.kdc as it lies there"
    choose(opened, asked.kept_button, qtbot)
    kept = opened.club.database
    assert kept.path.name.startswith("club (kept ")
    people.add_person(kept, "Eero")
    assert names(kept) == ["Aino", "Eero"]
    assert path.read_bytes() == content


def test_the_file_that_lies_there_can_be_opened(opened, path, qtbot):
    os.replace(other_club(path), path)
    choose(opened, dialog(qtbot).there_button, qtbot)
    assert opened.club.database.path == path
    people.add_person(opened.club.database, "Eero")
    assert names(opened.club.database) == ["Theirs", "Eero"]
    (kept,) = path.parent.glob("club (kept *")
    assert names_in(kept) == ["Aino"]


def test_who_only_looks_is_refused_every_change(opened, path, qtbot):
    os.replace(other_club(path), path)
    dialog(qtbot).later_button.click()
    database = opened.club.database
    for verb in (lambda: people.add_person(database, "Eero"), database.undo):
        with pytest.raises(UserError, match="go on there"):
            verb()
    with database.read(), database.read(), database.read():  # as by jobs beside the window
        assert names(database) == ["Aino"]


def test_who_only_looks_finds_the_way_back_at_the_foot(opened, path, qtbot):
    os.replace(other_club(path), path)
    dialog(qtbot).later_button.click()
    foot = opened.club.window.frame.foot.saved
    opened.club.window.upkeep.tick()
    assert foot.text() == "Another file lies there"
    foot.click()
    asked = dialog(qtbot)
    assert not asked.kept_button.isHidden()
    choose(opened, asked.kept_button, qtbot)
    assert names(opened.club.database) == ["Aino"]


def test_the_backups_from_before_are_listed_in_the_file_that_was_kept(opened, path, qtbot):
    before = backups.back_up(opened.club.database)
    os.replace(other_club(path), path)
    choose(opened, dialog(qtbot).kept_button, qtbot)
    kept = backups.kept(opened.club.database)
    assert opened.club.database.path != path
    assert before.path in [one.path for one in kept]


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_was_moved_is_opened_where_it_lies_now(opened, path, qtbot, what):
    moved = path if what == "file" else path.parent
    there = moved.with_name("moved.kdc")
    moved.rename(there)
    asked = dialog(qtbot)
    assert asked.there_button.isHidden()
    choose(opened, asked.kept_button, qtbot)
    people.add_person(opened.club.database, "Eero")
    assert names(opened.club.database) == ["Aino", "Eero"]
    now = there if what == "file" else there / path.name
    assert opened.club.database.path == now
    if what == "folder":
        there.rename(moved)  # so that the test before it finds its folder


def test_what_comes_back_is_said_and_work_goes_on(opened, path, qtbot):
    there = path.parent.rename(path.parent.with_name("away"))
    dialog(qtbot)
    there.rename(path.parent)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert "club.kdc is back where it was" in opened.club.window.frame.quiet.text
    people.add_person(opened.club.database, "Eero")
    assert names(opened.club.database) == ["Aino", "Eero"]


def test_a_file_that_is_written_anew_is_nobodys_concern(opened, path, qtbot):
    opened.club.database.settle()
    copy = path.with_name("copy")
    shutil.copyfile(path, copy)
    path.unlink()
    opened.club.watch.look()
    os.replace(copy, path)
    opened.club.watch.look()
    opened.club.watch.look()
    assert QApplication.activeModalWidget() is None
    assert list(path.parent.glob("club (kept *")) == []
    people.add_person(opened.club.database, "Eero")
    assert names(opened.club.database) == ["Aino", "Eero"]


def test_a_file_that_is_replaced_while_a_job_writes(opened, path, qtbot):
    database, theirs = opened.club.database, other_club(path)
    done: list[None] = []

    def work(progress: Progress) -> None:
        progress.begin_writing()
        with database.edit(lazy("Brought in")) as edit:
            edit.add_rows(Person, [{"name": "Eero", "created_at": database.now()}] * 500)
            os.replace(theirs, path)

    opened.club.jobs.run("Bringing in", work, done.append, writes=True)
    asked = dialog(qtbot)
    assert not done
    assert names_in(path) == ["Theirs"]
    choose(opened, asked.kept_button, qtbot)
    assert names(opened.club.database) == ["Aino", *["Eero"] * 500]


def test_hands_that_go_on_while_it_is_kept_are_refused_and_lose_nothing(opened, path, qtbot):
    os.replace(other_club(path), path)
    for number in range(20):
        with pytest.raises(UserError):
            people.add_person(opened.club.database, f"Ida {number}")
    choose(opened, dialog(qtbot).kept_button, qtbot)
    assert names(opened.club.database) == ["Aino"]


def test_a_window_that_is_closed_at_once_keeps_what_was_done(opened, path):
    path.unlink()
    opened.club.close()
    (kept,) = path.parent.glob("club (kept *")
    assert names_in(kept) == ["Aino"]


def test_a_folder_that_a_service_syncs_is_told_of(qapp, tmp_path, qtbot):
    folder = tmp_path / "Nextcloud"
    folder.mkdir()
    settings = Settings(tmp_path / "settings.ini")
    program = Program(qapp, settings, lambda _window: None)
    club = program.open(folder / "club.kdc")
    qtbot.waitUntil(
        lambda: "Nextcloud syncs the folder of club.kdc" in club.window.frame.quiet.text
    )
    club.close()


def test_keys_that_were_meant_for_something_else_choose_nothing(opened, path, qtbot):
    path.rename(path.with_name("elsewhere.kdc"))
    asked = dialog(qtbot)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_A):
        qtbot.keyClick(asked.focusWidget(), key)
    assert asked.isVisible()
    assert opened.club.database.path == path
    assert opened.settings.last_database == path.with_name("elsewhere.kdc")
    asked.reject()


def test_a_log_that_is_cut_under_the_window_is_said(opened, path, qtbot):
    log = path.with_name("club.kdc-wal")
    os.truncate(log, 0)
    told = opened.club.window.frame.quiet
    qtbot.waitUntil(lambda: told.text.startswith("Another program has written into what lies"))
