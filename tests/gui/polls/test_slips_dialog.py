"""Slips in the window: printed, given out by name or badge, typed in with keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.domain.polls.slip_code import number_on_slip
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.domain.polls.turnout import SlipCount
from kdc_desktop.screens.kit import file_dialogs
from kdc_desktop.screens.polls.poll_screen import PollScreen
from kdc_desktop.screens.polls.slips.dialog import SlipsDialog
from kdc_desktop.services.polls import questions
from kdc_desktop.services.polls.slips import FreshSlips, enter_slip
from tests.gui.polls.slips_open import ENTER, MakeDialog, count, press, typed, with_slips
from tests.gui.test_jobs import wait_until
from tests.gui.ways import trigger
from tests.rooms.poll_room import Room


def test_the_first_thing_is_to_print(room: Room, dialog: MakeDialog, qtbot: QtBot) -> None:
    shown = dialog(room.open_poll())
    assert shown.pages.currentWidget() is shown.print_page
    assert shown.counts_label.text() == "No slips are printed yet."
    assert shown.print_page.count_spin.value() == 25, "everybody, and five more"
    with qtbot.waitSignal(shown.print_wanted) as wanted:
        shown.print_page.print_button.click()
    assert wanted.args == [FreshSlips(25)]


def test_a_poll_that_is_prepared_has_only_the_print(room: Room, dialog: MakeDialog) -> None:
    shown = dialog(room.draft())
    assert shown.pages.currentWidget() is shown.print_page
    assert not shown.choice.isVisible()


def test_slips_of_a_sector_only_poll_are_printed_for_a_sector(
    room: Room, dialog: MakeDialog, qtbot: QtBot
) -> None:
    shown = dialog(room.open_poll(secrecy=Secrecy.SECTOR_ONLY))
    assert shown.print_page.sector_combo.isVisible()
    shown.print_page.sector_combo.setCurrentIndex(1)
    with qtbot.waitSignal(shown.print_wanted) as wanted:
        shown.print_page.print_button.click()
    assert wanted.args == [FreshSlips(25, "P")]


def test_a_name_or_a_badge_and_enter_gives_a_slip(room: Room, dialog: MakeDialog) -> None:
    poll_id = with_slips(room)
    shown = dialog(poll_id)
    page = shown.give_page
    assert shown.pages.currentWidget() is page
    typed(page.search_edit, "helmi ain")
    assert shown.said_label.text() == "Helmi Ainonen has a slip."
    assert page.search_edit.text() == ""
    typed(page.search_edit, "103")
    assert shown.said_label.text() == "Juho Ainonen has a slip."
    assert count(room, poll_id) == SlipCount(10, 2, 0)
    assert shown.counts_label.text() == ("Slips: 10 printed, 2 given out, 0 came back, 2 missing.")


def test_nobody_of_that_name_is_said(room: Room, dialog: MakeDialog) -> None:
    shown = dialog(with_slips(room))
    typed(shown.give_page.search_edit, "zzz")
    assert shown.said_label.text() == "Nobody of this name or badge waits for a slip."


def test_in_a_named_poll_the_number_is_asked(room: Room, dialog: MakeDialog) -> None:
    poll_id = with_slips(room, Secrecy.NAMED)
    shown = dialog(poll_id)
    page = shown.give_page
    typed(page.search_edit, "aino ain")
    assert page.number_label.text() == "Which slip does Aino Ainonen get?"
    assert shown.focusWidget() is page.number_edit
    typed(page.number_edit, number_on_slip(poll_id, 7))
    assert shown.focusWidget() is page.search_edit
    enter_slip(room.database, poll_id, 7, {})
    assert [person for person, *_ in room.stored_papers(poll_id)] == [room.people[0]]


def test_a_slip_that_comes_back_unused_frees_its_voter(room: Room, dialog: MakeDialog) -> None:
    poll_id = with_slips(room, given=2)
    shown = dialog(poll_id)
    typed(shown.give_page.search_edit, "aino ain")
    assert "Type its number if it comes back unused" in shown.give_page.number_label.text()
    typed(shown.give_page.number_edit, number_on_slip(poll_id, 9))
    assert shown.said_label.text() == "Aino Ainonen can vote otherwise now."
    assert count(room, poll_id) == SlipCount(10, 1, 0)


def test_a_slip_is_typed_in_with_keys_alone(room: Room, dialog: MakeDialog) -> None:
    poll_id = with_slips(room, given=3)
    shown = dialog(poll_id)
    shown.show_page(shown.type_page)
    page, options = shown.type_page, room.options(poll_id)
    typed(page.number_edit, number_on_slip(poll_id, 2))
    press(page, Qt.Key.Key_3)
    press(page, Qt.Key.Key_3)
    press(page, ENTER)
    assert shown.said_label.text() == f"Slip {number_on_slip(poll_id, 2)} is counted."
    assert shown.focusWidget() is page.number_edit
    typed(page.number_edit, number_on_slip(poll_id, 5).replace("-", ""))
    press(page, Qt.Key.Key_1)
    press(page, ENTER)
    kept_papers = [marks for *_, marks in room.stored_papers(poll_id)]
    assert sorted(kept_papers, key=str) == [{options[0]: 1}, {options[2]: 2}]


def test_a_mistyped_number_opens_no_paper(room: Room, dialog: MakeDialog) -> None:
    poll_id = with_slips(room, given=1)
    shown = dialog(poll_id)
    shown.show_page(shown.type_page)
    right = number_on_slip(poll_id, 2)
    wrong = right[:-1] + str((int(right[-1]) + 1) % 10)
    typed(shown.type_page.number_edit, wrong)
    assert shown.said_label.text() == (
        f"{wrong} is no number of a slip of this poll: look at it once more."
    )
    assert not shown.type_page.count_button.isVisible()


def test_a_blank_slip_is_counted_by_its_button_alone(room: Room, dialog: MakeDialog) -> None:
    poll_id = with_slips(room, given=1)
    shown = dialog(poll_id)
    shown.show_page(shown.type_page)
    typed(shown.type_page.number_edit, number_on_slip(poll_id, 1))
    press(shown.type_page, ENTER)
    assert room.stored_papers(poll_id) == []
    shown.type_page.count_button.click()
    assert room.stored_papers(poll_id) == [(None, None, {})]


def test_esc_leaves_a_paper_and_not_the_dialog(room: Room, dialog: MakeDialog) -> None:
    poll_id = with_slips(room, given=1)
    shown = dialog(poll_id)
    shown.show_page(shown.type_page)
    typed(shown.type_page.number_edit, number_on_slip(poll_id, 1))
    press(shown.type_page, Qt.Key.Key_1)
    press(shown.type_page, Qt.Key.Key_Escape)
    assert shown.isVisible()
    assert not shown.type_page.count_button.isVisible()
    assert room.stored_papers(poll_id) == []


def test_from_the_open_poll_slips_are_printed_into_a_file(
    evening: Club, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = evening.window
    screen = window.screen_shown
    assert isinstance(screen, PollScreen)
    path = tmp_path / "slips.pdf"
    monkeypatch.setattr(file_dialogs, "save_name", lambda *_args: str(path))
    trigger(window, "slips")
    (shown,) = window.findChildren(SlipsDialog)
    shown.print_page.count_spin.setValue(6)
    shown.print_page.print_button.click()
    wait_until(lambda: path.exists() and not evening.jobs.busy)
    assert path.read_bytes().startswith(b"%PDF")
    assert screen.poll is not None
    told = questions.turnout(evening.database, screen.poll.id)
    assert told.slips == SlipCount(6, 0, 0)


def test_a_slip_that_is_begun_is_not_left_unasked(room: Room, dialog: MakeDialog) -> None:
    poll_id = with_slips(room, given=1)
    shown = dialog(poll_id)
    shown.show_page(shown.type_page)
    typed(shown.type_page.number_edit, number_on_slip(poll_id, 1))
    press(shown.type_page, Qt.Key.Key_1)
    shown.reject()
    assert shown.isVisible()
    box = shown.findChild(QMessageBox, "leave_slips_box")
    assert box.text() == "A slip is begun and not counted yet."
    box.findChild(QPushButton, "leave_slips_anyway").click()
    assert not shown.isVisible()
    assert room.stored_papers(poll_id) == []
