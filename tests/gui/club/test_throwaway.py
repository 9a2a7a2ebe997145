"""A throwaway club says so from the start, and goes only when somebody has said so."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from kdc_desktop.app import Club, Program
from kdc_desktop.screens.kit import file_dialogs
from kdc_desktop.services.sessions import listing, planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database
from tests.gui.test_jobs import wait_until

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def program(tmp_path: Path, qapp: QApplication) -> Iterator[Program]:
    folder = tmp_path / "throwaway"
    folder.mkdir()
    settings = Settings(folder / "settings.ini")
    settings.throw_away(folder)
    made = Program(qapp, settings, lambda _window: None)
    made.open(folder / "Temporary club.kdc")
    wait_until(lambda: not club_of(made).jobs.busy)
    yield made
    qapp.setProperty("told_to_end", True)  # nobody is asked any more
    club_of(made).close()
    qapp.setProperty("told_to_end", None)


def club_of(program: Program) -> Club:
    assert program.club is not None
    return program.club


def plan(club: Club) -> None:
    planning.plan_session(club.database, "Autumn", datetime(2026, 11, 3, 17, 30), templates()[0])


def answering(choose: Callable[[QMessageBox], QPushButton]) -> list[str]:
    """Press a button of the question that comes; what it said."""
    said: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            said.append(box.text())
            choose(box).click()

    QTimer.singleShot(0, answer)
    return said


def button(box: QMessageBox, text: str) -> QPushButton:
    return next(each for each in box.findChildren(QPushButton) if text in each.text())


def reading_where() -> list[str]:
    """Go on from the box that tells where the club is kept, when it comes; what it said."""
    said: list[str] = []

    def read() -> None:
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox) or box.objectName() != "kept_dialog":
            QTimer.singleShot(5, read)
        else:
            said.append(box.text())
            button(box, "Go on").click()

    QTimer.singleShot(5, read)
    return said


def test_it_says_so_from_the_start(program: Program) -> None:
    window = club_of(program).window
    assert window.windowTitle() == "Temporary club"
    assert window.frame.foot.club.isVisible()
    assert window.frame.foot.club.text() == "Temporary club: keep it…"


def test_a_club_that_stays_says_its_name_and_not_that(club: Club) -> None:
    club.window.show()
    link = club.window.frame.foot.club
    assert link.text() == "club.kdc"
    assert str(club.database.path) in link.toolTip().replace("\u200b", "")
    club.window.close()
    assert not club.window.isVisible()


def test_nobody_is_asked_where_nothing_was_done(program: Program) -> None:
    window = club_of(program).window
    window.close()
    assert not window.isVisible()


def test_closing_asks_and_one_can_stay(program: Program) -> None:
    club = club_of(program)
    plan(club)
    said = answering(lambda box: button(box, "Stay"))
    club.window.close()
    assert said
    assert "temporary" in said[0]
    assert club.window.isVisible()


def test_it_is_thrown_away_by_whoever_says_so(program: Program) -> None:
    club = club_of(program)
    plan(club)
    answering(lambda box: button(box, "Throw"))
    club.window.close()
    assert not club.window.isVisible()


def test_opening_another_club_asks_too(program: Program, tmp_path: Path) -> None:
    club = club_of(program)
    plan(club)
    other = tmp_path / "other.kdc"
    open_database(other).close()
    said = answering(lambda box: button(box, "Stay"))
    club.window.file_wanted.emit(other)
    assert said
    assert program.club is club


@pytest.mark.parametrize("closing", [True, False])
def test_what_was_done_is_kept_in_a_file(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, closing: bool
) -> None:
    club, target = club_of(program), tmp_path / "kept.kdc"
    plan(club)
    monkeypatch.setattr(file_dialogs, "save_name", lambda *_arguments: str(target))
    if closing:
        answering(lambda box: button(box, "Keep"))
        told = reading_where()
        club.window.close()
        wait_until(lambda: not club.window.isVisible())
        assert told == [f"The club is kept in {target}"]
        kept = open_database(target)
        rows = listing.sessions(kept)
        kept.close()
    else:
        QTest.mouseClick(club.window.frame.foot.club, LEFT)
        wait_until(lambda: program.club is not club)
        rows = listing.sessions(club_of(program).database)
        assert club_of(program).window.frame.foot.club.text() == "kept.kdc"
    assert [row.title for row in rows] == ["Autumn"]


def test_whoever_keeps_it_while_opening_another_club_is_in_the_other(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    club, target, other = club_of(program), tmp_path / "kept.kdc", tmp_path / "other.kdc"
    plan(club)
    open_database(other).close()
    monkeypatch.setattr(file_dialogs, "save_name", lambda *_arguments: str(target))
    answering(lambda box: button(box, "Keep"))
    told = reading_where()
    club.window.file_wanted.emit(other)
    wait_until(lambda: program.club is not club)
    assert told == [f"The club is kept in {target}"]
    assert club_of(program).database.path == other
    assert club_of(program).window.isVisible()
    kept = open_database(target)
    assert [row.title for row in listing.sessions(kept)] == ["Autumn"]
    kept.close()
