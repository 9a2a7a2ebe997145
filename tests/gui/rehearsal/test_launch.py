"""“Rehearse this session” says how it goes, and ends with the window."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdc_desktop import paths
from kdc_desktop.app import Club
from kdc_desktop.instants import laptop_zone
from kdc_desktop.rehearsal.launch import rehearse_a_copy
from kdc_desktop.services.sessions import planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.settings import ThemeMode


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of its own, for child processes too."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[3]))
    return paths.data_folder() / "rehearsal"


def open_session(club: Club) -> None:
    now = club.database.now().in_zone(laptop_zone())
    made = planning.plan_session(club.database, "Autumn", now, templates()[0])
    club.window.open_session(made)


def test_one_that_fails_says_why(club: Club, place: Path, qtbot: QtBot) -> None:
    place.mkdir()
    (place / "outcome.xlsx").write_text("mine", encoding="utf-8")
    open_session(club)
    rehearse_a_copy(club.window)
    told = club.window.frame.quiet
    qtbot.waitUntil(lambda: told.text.startswith("The rehearsal has failed:"), timeout=30_000)
    assert "outcome.xlsx that no rehearsal made" in told.text


def test_one_that_cannot_be_started_says_so(
    club: Club, place: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(place / "no such program"))
    open_session(club)
    rehearse_a_copy(club.window)
    told = club.window.frame.quiet
    qtbot.waitUntil(lambda: told.text.startswith("The rehearsal could not be started."))


def test_it_looks_like_the_window_and_fits_its_display(
    club: Club, place: Path, qapp: QApplication
) -> None:
    club.window.theme.change(ThemeMode.DARK, 1.5)
    open_session(club)
    rehearse_a_copy(club.window)
    (process,) = club.window.findChildren(QProcess)
    said = process.arguments()
    club.window.theme.change(ThemeMode.LIGHT, 1.0)
    asked = {said[at]: said[at + 1] for at in range(len(said) - 1) if said[at].startswith("--")}
    assert (asked["--theme"], asked["--text-size"]) == ("dark", "150")
    wide, high = map(int, asked["--size"].split("x"))
    free = club.window.screen().availableGeometry()
    assert wide < free.width()
    assert high < free.height()


def test_it_ends_with_the_window(club: Club, place: Path, qtbot: QtBot) -> None:
    open_session(club)
    rehearse_a_copy(club.window)
    (process,) = club.window.findChildren(QProcess)
    qtbot.waitUntil((place / "session.kdc").exists, timeout=30_000)
    club.window.close()
    assert process.state() is QProcess.ProcessState.NotRunning
