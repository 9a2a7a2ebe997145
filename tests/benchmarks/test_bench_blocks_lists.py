"""How long the window stands still when lists of 10,000 are opened, dressed, resized and left."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club, Program
from kdc_desktop.i18n import PSEUDO
from kdc_desktop.services.sessions import planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.settings import ThemeMode
from kdc_desktop.storage import Database
from tests.benchmarks.conftest import Record
from tests.benchmarks.heartbeat import LIMIT, beating, until
from tests.benchmarks.live_window import open_filled
from tests.rooms.big_club import STARTS, fill_big_club

SIZE = "10,000 people, 20 sessions"


def fill(database: Database) -> int:
    session_id = fill_big_club(database, 1000, 10_000)
    for number in range(19):
        planning.plan_session(database, f"Evening {number}", STARTS, templates()[0])
    return session_id


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    made = open_filled(qapp, tmp_path / "club.kdc", fill)
    shutil.copyfile(tmp_path / "club.kdc", tmp_path / "other.kdc")
    qtbot.wait(1500)
    yield made
    assert made.club is not None
    made.club.close()


@pytest.fixture
def told(record: Record, program: Program, qtbot: QtBot) -> Callable[..., None]:
    """Put the longest block of an act into the table."""

    def tell(work: str, act: Callable[[], object]) -> None:
        assert program.club is not None
        club = program.club
        until(lambda: not club.jobs.busy)
        with beating() as beat:
            act()
            qtbot.wait(500)
        record(f"block: {work} | {SIZE}", beat.longest, "ms", None, LIMIT)
        record(f"block: {work}, work of the window | {SIZE}", beat.busiest, "ms", None, LIMIT)

    return tell


def look_at(club: Club | None, kind: str) -> None:
    assert club is not None
    stage = next(stage for stage in club.window.walk.stages if stage.kind == kind)
    club.window.walk.look_at(stage.id)


def test_lists_of_ten_thousand(told: Callable[..., None], program: Program, qtbot: QtBot) -> None:
    club, window = program.club, program.club.window
    told("check-in opened", lambda: look_at(club, "check_in"))
    told("the result of a poll opened", lambda: look_at(club, "result"))
    told("People opened", lambda: window.go("people"))
    qtbot.wait(1000)
    search = window.screen_shown.findChild(QLineEdit, "search_edit")
    told("People searched", lambda: search.setText("aino"))
    told("People searched no more", lambda: search.setText(""))
    told("all of People selected", window.screen_shown.people_table.selectAll)

    def narrower() -> None:
        for width in range(1920, 1400, -20):
            window.resize(width, 1000)
            QApplication.processEvents()

    told("the window resized", narrower)


def test_themes_and_texts(told: Callable[..., None], program: Program) -> None:
    club, window, settings = program.club, program.club.window, program.settings
    for kind in ("check_in", "result"):
        look_at(club, kind)
    window.go("people")
    told("another theme", lambda: setattr(settings, "theme", ThemeMode.DARK))
    told("larger texts", lambda: setattr(settings, "text_size", 150))
    settings.theme, settings.text_size = ThemeMode.LIGHT, 100
    told("the palette opened", lambda: window.findChild(QAction, "act_palette").trigger())
    for dialog in window.findChildren(QDialog):
        dialog.close()


def open_in_its_place(program: Program, path: Path) -> None:
    """As by the menu, by dropping it, or by the button for another language."""
    before = program.club
    assert before is not None
    before.window.file_wanted.emit(path)
    until(lambda: program.club is not before and not program.under_way)


def test_another_club(told: Callable[..., None], program: Program, tmp_path: Path) -> None:
    assert program.club is not None
    for kind in ("check_in", "result"):
        look_at(program.club, kind)
    program.club.window.go("people")
    other = tmp_path / "other.kdc"
    told("another club opened, this one closed", lambda: open_in_its_place(program, other))
    program.settings.language = PSEUDO
    told("the same club in another language", lambda: open_in_its_place(program, other))
