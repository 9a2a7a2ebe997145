"""A club that another laptop has open is opened when a person says so, and not else."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QMessageBox

from kdc_desktop.app import Program
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database
from tests.storage.test_claims import says


@pytest.fixture
def opened(qapp, tmp_path):
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    made = Program(qapp, settings, lambda _window: None)
    made.open(tmp_path / "club.kdc")
    yield made
    made.close()


@pytest.fixture
def other(tmp_path):
    path = tmp_path / "other.kdc"
    open_database(path).close()
    says(path, timedelta(), timedelta())
    return path


def answer(monkeypatch: pytest.MonkeyPatch, caption: str) -> list[str]:
    """Stands for a person who reads the question and presses a button."""
    read: list[str] = []

    def press(box: QMessageBox) -> int:
        read.append(box.text())
        (button,) = [each for each in box.buttons() if each.text() == caption]
        button.click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    return read


def test_who_knows_better_opens_it_all_the_same(opened, other, monkeypatch, qtbot):
    read = answer(monkeypatch, "&Open it all the same")
    opened.club.window.file_wanted.emit(other)
    qtbot.waitUntil(lambda: opened.club.database.path == other)
    assert "other.kdc is open on ANNA since" in read[0]


def test_who_leaves_it_closed_stays_where_they_are(opened, other, monkeypatch, tmp_path, qtbot):
    answer(monkeypatch, "&Leave it closed")
    opened.club.window.file_wanted.emit(other)
    qtbot.waitUntil(lambda: "is open on ANNA" in opened.club.window.frame.quiet.text)
    assert opened.club.database.path == tmp_path / "club.kdc"


def test_a_laptop_that_opens_it_too_is_told(opened, tmp_path, qtbot):
    side = tmp_path / ".club.kdc.in-use"
    side.unlink()
    says(tmp_path / "club.kdc", timedelta(), timedelta())
    opened.club.watch.look()
    assert "was opened on ANNA, too" in opened.club.window.frame.quiet.text
