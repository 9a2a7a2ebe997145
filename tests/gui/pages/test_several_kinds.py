"""Several kinds of pages are ticked, and go into one folder."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kdc_desktop.app import Club
from kdc_desktop.domain.pages.kinds import KINDS
from kdc_desktop.domain.pages.values import PaperSize
from kdc_desktop.screens.kit import file_dialogs
from kdc_desktop.screens.pages.batch import Batch
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
        f"Written into “{tmp_path.name}”: Minutes, Calendar. Calendar: 1 entry. "
        "Badges: not written. There is nobody to make one for."
    )
    for name in ("Minutes Autumn 2.docx", "Calendar Autumn.ics"):
        assert (tmp_path / name).exists()
    assert not (tmp_path / "Badges Autumn.pdf").exists()
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


def test_what_was_painted_is_written_once_the_job_beside_it_is_over(
    club: Club, dialog: PagesDialog
) -> None:
    actions, gate, written = club.window.findChild(PagesActions), Gate(), list[str]()
    assert actions is not None
    wait_until(lambda: not club.jobs.busy)
    club.jobs.run("Reading the list", gate, lambda _made: None)
    actions._paint_next(iter(()), lambda: written.append(club.jobs.asked_for))
    QTest.qWait(30)
    assert written == []
    gate.open.set()
    wait_until(lambda: written == [""])
    dialog.reject()


def begin(club: Club, folder: Path, *files: str) -> None:
    """Write the minutes, the calendar and the badges into these files."""
    actions, session = club.window.findChild(PagesActions), club.window.session
    assert actions is not None
    assert session is not None
    kinds = [kind for kind in KINDS if kind.key in ("minutes", "calendar", "badges")]
    paths = [folder / file for file in files]
    actions._write_next(Batch(list(zip(kinds, paths, strict=True)), session.id, PaperSize.A4))


def test_where_one_cannot_be_written_is_told_which_are_and_which_are_not(
    club: Club, dialog: PagesDialog, tmp_path: Path
) -> None:
    wait_until(lambda: not club.jobs.asked_for)
    begin(club, tmp_path, "a.pdf", "gone/b.ics", "c.pdf")
    wait_until(lambda: "Not written" in dialog.said_label.text())
    told = dialog.said_label.text()
    assert told.startswith("There is no folder")
    assert told.endswith("The pages are written: a.pdf. Not written: Calendar, Badges.")
    dialog.reject()


def test_where_they_are_called_off_is_told_which_are_written_and_which_are_not(
    club: Club, dialog: PagesDialog, tmp_path: Path
) -> None:
    def call_off(_title: str) -> None:
        if (tmp_path / "b.ics").exists():
            club.jobs.cancel()

    wait_until(lambda: not club.jobs.asked_for)
    club.jobs.started.connect(call_off)
    begin(club, tmp_path, "a.pdf", "b.ics", "c.pdf")
    wait_until(lambda: bool(dialog.said_label.text()))
    assert dialog.said_label.text() == (
        f"Written into “{tmp_path.name}”: Minutes, Calendar. Calendar: 1 entry. "
        "Not written: Badges."
    )
    dialog.reject()


def test_none_is_begun_beside_another_job_and_that_is_told_once(
    club: Club, dialog: PagesDialog, tmp_path: Path
) -> None:
    wait_until(lambda: not club.jobs.busy)
    gate = Gate()
    club.jobs.run("Reading the list", gate, lambda _made: None)
    begin(club, tmp_path, "a.pdf", "b.ics", "c.pdf")
    assert dialog.said_label.text().endswith("Not written: Minutes, Calendar, Badges.")
    dialog.tell("")
    gate.open.set()
    wait_until(lambda: not club.jobs.asked_for)
    assert dialog.said_label.text() == ""
    dialog.reject()
