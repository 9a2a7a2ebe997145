"""The foot of the window says what is true of the work."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import time_text
from kdc_desktop.instants import laptop_zone
from kdc_desktop.jobs import Progress
from kdc_desktop.services.people import people
from kdc_desktop.storage import open_database
from tests.gui.test_jobs import wait_until


def said(club: Club) -> str:
    club.window.upkeep.tick()
    return club.window.frame.foot.saved.text()


def test_it_says_when_the_last_was_saved(club: Club, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(club) == "Saved"
    people.add_person(club.database, "Aino Laine")
    at = club.database.saving.at
    assert at is not None
    assert said(club) == f"Saved at {time_text(at.in_zone(laptop_zone()))}"


def test_it_says_since_when_the_disk_takes_nothing_and_when_it_does_again(club: Club) -> None:
    people.add_person(club.database, "Aino Laine")
    with closing(sqlite3.connect(club.database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserError):
            people.add_person(club.database, "Eero Salmi")
        assert said(club).startswith("Not on disk since ")
        label = club.window.frame.foot.saved
        assert (label.property("role"), "Another program" in label.toolTip()) == ("bad", True)
    people.add_person(club.database, "Eero Salmi")
    assert said(club).startswith("Saved at ")
    assert club.window.frame.foot.saved.property("role") == "small"


def test_what_a_verb_refuses_is_no_matter_of_the_disk(club: Club) -> None:
    with pytest.raises(UserError):
        people.add_person(club.database, "")
    assert said(club) == "Saved"


def test_a_job_that_writes_is_writing(club: Club, qtbot: QtBot) -> None:
    go_on: list[bool] = []

    def work(progress: Progress) -> None:
        progress.begin_writing()
        wait_until(lambda: bool(go_on))

    club.jobs.run("Much", work, lambda _done: None)
    qtbot.waitUntil(lambda: said(club) == "Writing …")
    go_on.append(True)
    qtbot.waitUntil(lambda: said(club) == "Saved")


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be replaced there")
def test_it_says_that_another_file_lies_there(club: Club, tmp_path: Path, qtbot: QtBot) -> None:
    people.add_person(club.database, "Aino Laine")
    other = tmp_path / "other.kdc"
    with closing(open_database(other)) as another:
        people.add_person(another, "Somebody Else")
    other.replace(club.database.path)
    qtbot.waitUntil(lambda: said(club) == "Another file lies there", timeout=10_000)
    assert club.window.frame.foot.saved.property("role") == "bad"
