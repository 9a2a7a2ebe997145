"""Hands that are counted and papers that the facilitator enters."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QSpinBox, QWidget

from kdc_desktop.app import Club
from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.screens.polls.meant import meant
from kdc_desktop.services.polls.hands import hands, set_hands
from tests.gui.hands.pressing import press
from tests.gui.polls.stand import card_paper
from tests.gui.polls.watched import Watched, click, reveal_slide, vote
from tests.rooms.poll_room import TOPICS, Room


def test_a_show_of_hands_is_counted_beside_the_papers(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll())
    vote(screen, range(5), 1)
    click(screen.head.hands_button)
    panel = screen.pages.open_page.hands
    QTest.keyClicks(panel.people_spin, "16")
    click(panel.save_button)
    assert screen.problems == [
        "16 by show of hands and 5 papers are more than the 20 who may vote. "
        "At most 15 can take part by hand."
    ]
    panel.people_spin.setValue(10)
    raised = panel.findChild(QSpinBox, "hands_2")
    assert raised is not None
    raised.setValue(30)
    click(panel.save_button)
    assert hands(room.database, screen.shown.id) == (
        10,
        {room.options(screen.shown.id)[1]: 30},
    )
    assert screen.pages.open_page.turnout_label.text() == "15 of 20 have voted"


def test_hands_are_told_apart_from_sectors_too_small_to_show(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll(secrecy=Secrecy.SECTOR_ONLY, smallest_group=4))
    vote(screen, [0, 5, 1, 6, 2, 7, 3, 8, 4], 2, 1)  # four of each larger sector, of others three
    vote(screen, [10, 15, 11, 16, 12, 13, 9, 14], 3, 1)
    first, third = room.options(screen.shown.id)[::2][:2]
    set_hands(room.database, screen.shown.id, 3, {first: 2, third: 3})
    screen.close_poll()
    screen.revealing.reveal()
    shown = reveal_slide(screen).rows
    rows = {row.option: (row.total, row.rest, row.hands, row.score) for row in shown}
    assert rows[TOPICS[0]] == (2, 0, 2, "nearly none, and 2 hands")
    assert rows[TOPICS[2]] == (12, 5, 3, "")
    assert [(one.sector, one.count) for one in shown[0].shares if one.count is not None] == [
        ("C", 2),
        ("P", 2),
    ]
    assert screen.pages.result_page.rule_label.text().endswith(
        "The dotted part of a bar was given by show of hands, which belongs to no sector."
    )
    model = screen.pages.result_page.model
    tip = model.data(model.index(0, 2), Qt.ItemDataRole.ToolTipRole)
    assert "By show of hands: 3" in tip


def test_somebody_who_votes_at_the_kiosk_meanwhile_is_told(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll())
    voter = screen.pages.open_page.model.row(0)
    screen.pages.open_page.enter_paper(voter)
    room.cast(screen.shown.id, room.people.index(voter.person_id), {})
    click(screen.pages.open_page.paper.cast_button)
    assert screen.problems == [
        "Aino Ainonen has voted. In a secret poll a paper cannot be taken back."
    ]


def test_a_paper_that_is_refused_stays_filled_in(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll())
    page = screen.pages.open_page
    voter = page.model.row(0)
    page.enter_paper(voter)
    page.paper.paper.focus_option(0)
    focus: QWidget | None = page.paper.paper.focusWidget()
    QTest.keyClick(page.paper.paper if focus is None else focus, Qt.Key.Key_Space)
    marks = dict(page.paper.paper.marks)
    room.cast(screen.shown.id, room.people.index(voter.person_id), {})
    click(page.paper.cast_button)
    assert page.side.currentWidget() is page.paper
    assert page.paper.voter is not None
    assert (page.paper.voter.person_id, page.paper.paper.marks) == (voter.person_id, marks)


def test_what_is_given_on_a_paper_is_there_again_until_it_is_cast_or_cancelled(
    room: Room, screen: Watched
) -> None:
    other, poll_id = room.open_poll(), room.open_poll()
    screen.show_poll(poll_id)
    page, drafts = screen.pages.open_page, screen.pages.drafts.papers
    first, second = (page.model.row(at) for at in range(2))
    page.enter_paper(first)
    given = page.paper.paper.ballot.options[1][0]
    card_paper(page.paper.paper).give(given)
    page.enter_paper(second)
    assert page.paper.paper.marks == {}
    screen.count_hands()
    page.enter_paper(first)
    assert page.paper.paper.marks == {Spot(given): 1}
    click(page.paper.cancel_button)
    page.enter_paper(first)
    assert page.paper.paper.marks == {}
    card_paper(page.paper.paper).give(given)
    for shown in (other, poll_id):
        screen.show_poll(shown)
    click(screen.head.close_button)
    box = screen.window().findChild(QMessageBox, "close_poll_box")
    assert box is not None
    assert f"The paper of {first.name} is begun here and not cast." in box.text()
    box.reject()
    page.enter_paper(first)
    click(page.paper.cast_button)
    assert (screen.shown.voted, screen.problems, drafts) == (1, [], {})


def test_a_begun_paper_goes_when_its_person_has_voted_or_the_vote_is_over(
    room: Room, screen: Watched
) -> None:
    screen.show_poll(room.open_poll())
    page = screen.pages.open_page
    first, second = (page.model.row(at) for at in range(2))
    for voter in (first, second):
        page.enter_paper(voter)
        card_paper(page.paper.paper).give(room.options(screen.shown.id)[0])
    room.cast(screen.shown.id, room.people.index(first.person_id), {})
    assert page.paper.begun == []
    room.cast(screen.shown.id, room.people.index(second.person_id), {})
    assert page.paper.paper.given == 1, "what is open stays"
    page.rest()
    assert page.paper.begun == []
    page.enter_paper(second)
    assert page.paper.paper.marks == {}
    card_paper(page.paper.paper).give(room.options(screen.shown.id)[0])
    assert screen.pages.drafts.at_stake() != []
    screen.close_poll()
    assert screen.pages.drafts.at_stake() == [], "the vote is over"


def test_a_named_paper_can_be_entered_again(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll(secrecy=Secrecy.NAMED))
    vote(screen, [0], 1)
    screen.pages.open_page.roll_choice.set_current(1)
    screen.touch()
    voted = next(row for row in screen.pages.open_page.model.rows if row.channel)
    screen.pages.open_page.enter_paper(voted)
    click(screen.pages.open_page.paper.cast_button)
    screen.close_poll()
    screen.revealing.reveal()
    assert room.result(screen.shown.id).rows[0].value == 0


def test_counts_are_typed_one_after_the_other_with_tab(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll())
    screen.activateWindow()
    click(screen.head.hands_button)
    for number in ("12", "10", "6", "4"):
        QTest.keyClicks(screen.focusWidget(), number)
        QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
    click(screen.pages.open_page.hands.save_button)
    people, raised = hands(room.database, screen.shown.id)
    options = room.options(screen.shown.id)
    assert (people, [raised.get(option, 0) for option in options[:4]]) == (12, [10, 6, 4, 0])


def test_hands_are_counted_with_numbers_and_enter_alone(room: Room, screen: Watched) -> None:
    poll_id = room.open_poll()
    screen.show_poll(poll_id)
    screen.window().activateWindow()
    click(screen.head.hands_button)
    panel = screen.pages.open_page.hands
    counted = [10, *(7 - place for place in range(len(TOPICS)))]
    for number in counted:
        spin = QApplication.focusWidget()
        assert isinstance(spin, QSpinBox)
        QTest.keyClicks(spin, str(number))
        QTest.keyClick(spin, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is panel.save_button
    QTest.keyClick(panel.save_button, Qt.Key.Key_Space)
    people, raised = hands(room.database, poll_id)
    assert (people, list(raised.values())) == (10, counted[1:])


def test_a_letter_or_two_open_no_paper_of_somebody_of_an_organisation(
    room: Room, screen: Watched
) -> None:
    screen.show_poll(room.open_poll())
    page = screen.pages.open_page
    voter = page.model.row(0)
    at = voter.organisation[:1]
    assert at
    assert not any(word.startswith(at) for word in voter.name.split())
    page.search_edit.setText(f"{voter.name.split()[0]} {at}")
    assert voter in page.table.filter.rows_at(range(page.table.filter.rowCount()))
    assert meant(page.table, page.search_edit.text()) != voter
    page.search_edit.setText(voter.name)
    assert meant(page.table, page.search_edit.text()) == voter


def test_a_name_and_the_marks_typed_in_one_go_are_a_paper(evening: Club) -> None:
    shown: Any = evening.window.screen_shown
    page = shown.pages.open_page
    page.search_edit.setFocus()
    press(page.model.row(0).name, Qt.Key.Key_Return, "1")
    assert sum(page.paper.paper.marks.values()) == 1


def test_letters_typed_on_the_list_of_names_find_and_open_no_other_paper(
    room: Room, screen: Watched
) -> None:
    screen.show_poll(room.open_poll())
    page = screen.pages.open_page
    page.table.setFocus()
    page.table.selectRow(0)
    wanted = page.model.row(3)
    for letter in wanted.name:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, letter)
    assert page.search_edit.text() == wanted.name
    QTest.keyClick(page.search_edit, Qt.Key.Key_Return)
    assert page.paper.voter == wanted
