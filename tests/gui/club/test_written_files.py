"""What was written is one click away, and what cannot be opened is told."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from tests.gui.test_jobs import wait_until

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system was asked to open; it does."""
    asked: list[str] = []

    def open_url(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return asked


def export(club: Club, target: Path) -> None:
    club.files.export_to(target)
    wait_until(lambda: not club.jobs.busy and "written" in club.window.frame.quiet.text)


def test_an_export_offers_to_open_the_workbook_and_to_show_it(
    club: Club, tmp_path: Path, opened: list[str]
) -> None:
    club.window.show()
    target = tmp_path / "outcome.xlsx"
    export(club, target)
    links = club.window.frame.quiet.links
    assert links.isVisible()
    QTest.mouseClick(links.open_button, LEFT)
    QTest.mouseClick(links.folder_button, LEFT)
    assert opened == [str(target), str(tmp_path)]


def test_the_links_go_with_the_next_line(club: Club, tmp_path: Path) -> None:
    club.window.show()
    export(club, tmp_path / "outcome.xlsx")
    club.window.say("Something else")
    assert not club.window.frame.quiet.links.isVisible()


def test_what_nothing_can_open_or_has_gone_is_told_with_its_place(
    club: Club, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    club.window.show()
    target = tmp_path / "outcome.xlsx"
    quiet = club.window.frame.quiet
    export(club, target)
    QTest.mouseClick(quiet.links.open_button, LEFT)
    assert quiet.text == (
        "No program of this laptop opens outcome.xlsx. Install one that does, or open it on "
        f"another laptop. It lies in {tmp_path}."
    )
    export(club, target.with_name("other.xlsx"))
    target.with_name("other.xlsx").unlink()
    QTest.mouseClick(quiet.links.open_button, LEFT)
    assert quiet.text == f"other.xlsx is not in {tmp_path} any more."


@pytest.mark.parametrize("name", ["copy.kdc", "COPY.KDC"])
def test_a_copy_of_the_club_is_shown_and_not_opened(club: Club, tmp_path: Path, name: str) -> None:
    club.window.show()
    club.window.say("Copied", tmp_path / name)
    links = club.window.frame.quiet.links
    assert not links.open_button.isVisible()
    assert links.folder_button.isVisible()


def test_what_nothing_can_open_is_shown_in_its_folder_by_the_next_enter(
    club: Club, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    club.window.show()
    qtbot.waitUntil(club.window.isActiveWindow)
    target = tmp_path / "outcome.xlsx"
    export(club, target)
    links = club.window.frame.quiet.links
    links.open_button.setFocus()
    QTest.keyClick(links.open_button, Qt.Key.Key_Space)
    assert club.window.frame.quiet.text.startswith("No program of this laptop opens")
    assert links.folder_button.isVisible()
    assert links.folder_button.hasFocus()
    target.unlink()
    QTest.keyClick(links.folder_button, Qt.Key.Key_Space)
    assert not links.isVisible()
    assert QApplication.focusWidget() is None, "no other button gets the next Enter"
