"""Several kinds of pages are ticked, and go into one folder."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kdc_desktop.app import Club
from kdc_desktop.screens.kit import file_dialogs
from kdc_desktop.screens.pages.pages_actions import PagesActions
from kdc_desktop.screens.pages.pages_dialog import PagesDialog
from kdc_desktop.services.sessions import planning
from kdc_desktop.services.sessions.templates import templates
from tests.gui.test_jobs import Gate, wait_until
from tests.gui.ways import popups, trigger
from tests.rooms.poll_room import STARTS


@pytest.fixture
def dialog(club: Club) -> PagesDialog:
    club.window.show()
    made = planning.plan_session(club.database, "Autumn", STARTS, templates()[0])
    club.window.open_session(made)
    trigger(club.window, "pages")
    (shown,) = popups(club)
    assert isinstance(shown, PagesDialog)
    return shown


def tick(dialog: PagesDialog, *keys: str) -> None:
    """Tick these with the keys."""
    dialog.table.setFocus()
    for key in keys:
        assert dialog.table.select_key(key)
        QTest.keyClick(dialog.table, Qt.Key.Key_Space)


def test_those_that_are_ticked_go_into_a_folder_and_one_sentence_tells_of_all(
    club: Club, dialog: PagesDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Minutes Autumn.docx").write_text("mine")
    monkeypatch.setattr(file_dialogs, "folder_name", lambda *_arguments: str(tmp_path))
    tick(dialog, "minutes", "calendar", "badges")
    assert dialog.write_button.text() == "Write 3 kinds…"
    assert "one folder" in dialog.purpose_label.text()
    dialog.ending_combo.setCurrentIndex(1)
    QTest.mouseClick(dialog.write_button, Qt.MouseButton.LeftButton)
    wait_until(lambda: bool(dialog.said_label.text()))
    assert dialog.said_label.text() == (
        f"Written into “{tmp_path.name}”: Minutes, Calendar, Badges. Calendar: 1 entry."
    )
    for name in ("Minutes Autumn 2.docx", "Calendar Autumn.ics", "Badges Autumn.pdf"):
        assert (tmp_path / name).exists()
    assert (tmp_path / "Minutes Autumn.docx").read_text() == "mine"
    assert dialog.links.open_button.isVisible()
    dialog.reject()


def test_without_a_folder_nothing_is_written(
    club: Club, dialog: PagesDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_dialogs, "folder_name", lambda *_arguments: "")
    tick(dialog, "minutes", "badges")
    QTest.mouseClick(dialog.write_button, Qt.MouseButton.LeftButton)
    assert club.jobs.asked_for == ""
    tick(dialog, "minutes", "badges")
    assert [kind.key for kind in dialog.kinds] == ["badges"], "the selected one, none is ticked"
    dialog.reject()


def test_what_was_made_is_written_once_the_job_that_made_it_is_over(
    club: Club, dialog: PagesDialog
) -> None:
    actions, gate, written = club.window.findChild(PagesActions), Gate(), list[str]()
    assert actions is not None
    wait_until(lambda: not club.jobs.busy)
    club.jobs.run("Making the pages", gate, lambda _made: None)
    actions._paint_next(iter(()), lambda: written.append(club.jobs.asked_for))
    QTest.qWait(30)
    assert written == []
    gate.open.set()
    wait_until(lambda: written == [""])
    dialog.reject()
