"""Pages are chosen in the window and written in the background; a line leads to them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from kdc_desktop.app import Club
from kdc_desktop.screens.kit import file_dialogs
from kdc_desktop.screens.pages.pages_dialog import PagesDialog
from kdc_desktop.screens.pages.writing import Draft
from kdc_desktop.services.sessions import planning
from kdc_desktop.services.sessions.templates import templates
from tests.gui.test_jobs import wait_until
from tests.gui.ways import popups, trigger
from tests.rooms.page_words import has_its_fonts, pages_in
from tests.rooms.poll_room import STARTS


@pytest.fixture
def session(club: Club) -> int:
    club.window.show()
    made = planning.plan_session(club.database, "Autumn", STARTS, templates()[0])
    club.window.open_session(made)
    return made


def choose(club: Club, key: str) -> None:
    """Choose these pages in the dialog, and press its button."""
    trigger(club.window, "pages")
    choose_in(open_pages(club), key)


def open_pages(club: Club) -> PagesDialog:
    """The dialog that is open."""
    (dialog,) = popups(club)
    assert isinstance(dialog, PagesDialog)
    return dialog


def choose_in(dialog: PagesDialog, key: str) -> None:
    """The same in a dialog that is open."""
    keys = [dialog.table.model().index(at, 0) for at in range(dialog.table.model().rowCount())]
    for index in keys:
        dialog.table.setCurrentIndex(index)
        if [kind.key for kind in dialog.kinds] == [key]:
            break
    assert [kind.key for kind in dialog.kinds] == [key]
    QTest.mouseClick(dialog.write_button, Qt.MouseButton.LeftButton)


def test_the_end_of_the_evening_leads_to_them_and_only_what_has_pages_asks_for_paper(
    club: Club, session: int
) -> None:
    club.window.whereabouts.show_outcome()
    button = club.window.screen_shown.findChild(QPushButton, "pages_button")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    (dialog,) = popups(club)
    assert isinstance(dialog, PagesDialog)
    asked = []
    for at in range(dialog.table.model().rowCount()):
        dialog.table.setCurrentIndex(dialog.table.model().index(at, 0))
        asked.append((dialog.kinds[0].key, dialog.paper_combo.isEnabled()))
    assert [key for key, paper in asked if not paper] == ["mail-merge", "authors", "calendar"]
    dialog.reject()


def said(club: Club) -> str:
    wait_until(lambda: not club.jobs.busy and bool(club.window.frame.quiet.text))
    return club.window.frame.quiet.text


def test_the_outcome_is_written_and_can_be_opened(
    club: Club, session: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "outcome.pdf"
    monkeypatch.setattr(file_dialogs, "save_name", lambda *_arguments: str(target))
    choose(club, "outcome")
    wait_until(target.exists)
    wait_until(lambda: said(club) == "The pages are written: outcome.pdf")
    assert club.window.frame.quiet.links.isVisible()
    assert pages_in(target) == 1
    assert has_its_fonts(target)


def test_the_name_that_is_offered_is_that_of_the_pages_and_the_session(
    club: Club, session: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def think_better_of_it(_over: object, _title: str, at: str, *_rest: str) -> str:
        offered.append(at)
        return ""

    monkeypatch.setattr(file_dialogs, "save_name", think_better_of_it)
    choose(club, "outcome")
    assert [Path(name).name for name in offered] == ["Outcome of the session Autumn.pdf"]


def test_another_kind_of_file_is_refused_and_the_right_name_offered(
    club: Club, session: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "outcome.kdc"
    monkeypatch.setattr(file_dialogs, "save_name", lambda *_arguments: str(target))
    choose(club, "outcome")
    assert said(club).endswith("Call it outcome.pdf.")
    assert not target.exists()


def test_a_day_at_the_end_of_a_name_is_no_kind_of_file(
    club: Club, session: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = tmp_path / "Evening of 3.11"
    monkeypatch.setattr(file_dialogs, "save_name", lambda *_arguments: str(typed))
    choose(club, "outcome")
    wait_until((tmp_path / "Evening of 3.11.pdf").exists)
    assert said(club) == "The pages are written: Evening of 3.11.pdf"


def test_a_wrong_ending_comes_back_with_the_right_one_and_the_window_stays_for_the_next(
    club: Club, session: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []

    def answer(_over: object, _title: str, at: str, _kinds: str, problem: str) -> str:
        asked.append((Path(at).name, problem))
        return str(tmp_path / "out.txt") if len(asked) == 1 else at

    monkeypatch.setattr(file_dialogs, "save_name", answer)
    choose(club, "outcome")
    assert asked[1][0] == "out.pdf"
    assert asked[1][1].endswith("Call it out.pdf.")
    wait_until((tmp_path / "out.pdf").exists)
    wait_until(lambda: not club.jobs.busy)
    dialog = open_pages(club)
    assert dialog.said_label.text() == "The pages are written: out.pdf"
    assert dialog.links.open_button.isVisible()
    choose_in(dialog, "calendar")
    wait_until(lambda: dialog.said_label.text().endswith(".ics. 1 entry."))
    dialog.reject()


def test_kind_file_and_paper_are_as_they_were_the_last_time(
    club: Club, session: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_dialogs, "save_name", lambda *_arguments: "")
    trigger(club.window, "pages")
    dialog = open_pages(club)
    dialog.table.select_key("minutes")
    for combo in (dialog.ending_combo, dialog.paper_combo):
        combo.setCurrentIndex(1)
        combo.activated.emit(1)
    QTest.mouseClick(dialog.write_button, Qt.MouseButton.LeftButton)
    chosen = (dialog.kinds, dialog.ending, dialog.paper)
    dialog.reject()
    wait_until(lambda: not popups(club))
    trigger(club.window, "pages")
    again = open_pages(club)
    assert (again.kinds, again.ending, again.paper) == chosen
    again.reject()


def test_a_file_that_the_dialog_did_not_ask_about_is_left_alone(
    club: Club, session: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "outcome.pdf").write_text("mine")
    monkeypatch.setattr(file_dialogs, "save_name", lambda *_arguments: str(tmp_path / "outcome"))
    choose(club, "outcome")
    assert "exists already" in said(club)
    assert (tmp_path / "outcome.pdf").read_text() == "mine"


def test_without_a_session_one_is_told_to_plan_one(club: Club) -> None:
    club.window.show()
    trigger(club.window, "pages")
    assert said(club) == "There is no session yet. Plan one first."


def test_pages_that_are_wanted_while_others_are_painted_are_written_too(
    club: Club, session: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "outcome.pdf", tmp_path / "minutes.pdf"
    names = iter((first, second))
    monkeypatch.setattr(file_dialogs, "save_name", lambda *_arguments: str(next(names)))
    paint, begun = Draft.paint, list[Draft]()

    def painted_beside_each_other(draft: Draft) -> Iterator[None]:
        begun.append(draft)
        while len(begun) < 2 or (draft is begun[1] and (not first.exists() or club.jobs.busy)):
            yield
        yield from paint(draft)

    monkeypatch.setattr(Draft, "paint", painted_beside_each_other)
    choose(club, "outcome")
    wait_until(lambda: bool(begun) and not club.jobs.busy)
    choose(club, "minutes")
    wait_until(lambda: first.exists() and second.exists())
