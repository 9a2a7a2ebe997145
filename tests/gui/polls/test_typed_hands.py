"""Counts of a show of hands are typed with Tab or Enter, and are there until they are kept."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QSpinBox, QWidget

from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.screens.polls.hands_panel import HandsPanel
from kdc_desktop.services.polls.hands import HandsFor, hands, hands_raised
from tests.gui.polls.watched import Watched, click, vote
from tests.rooms.poll_room import TOPICS, Room

TAB, ENTER, CTRL = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier


def _count(screen: Watched) -> HandsPanel:
    screen.window().activateWindow()
    click(screen.head.hands_button)
    return screen.pages.open_page.hands


def _type(*numbers: int, then: Qt.Key = TAB) -> None:
    for number in numbers:
        QTest.keyClicks(_focused(), str(number))
        QTest.keyClick(_focused(), then)


def _focused() -> QWidget:
    return cast(QWidget, QApplication.focusWidget())


def test_tab_leads_from_the_numbers_to_keeping_them_in_every_poll(
    room: Room, screen: Watched
) -> None:
    for clusters in (room.clusters, room.clusters[:3]):
        poll_id = room.open_poll(option_ids=tuple(clusters))
        screen.show_poll(poll_id)
        panel = _count(screen)
        _type(9, *range(1, len(clusters) + 1))
        assert _focused() is panel.save_button
        QTest.keyClick(_focused(), Qt.Key.Key_Space)
        people, raised = hands(room.database, poll_id)
        assert (people, list(raised.values())) == (9, list(range(1, len(clusters) + 1)))


@pytest.mark.parametrize("leave", ["leave_hands_button", "Esc", "another poll", "closing"])
def test_numbers_that_are_not_kept_are_there_again(room: Room, screen: Watched, leave: str) -> None:
    other, poll_id = room.open_poll(), room.open_poll()
    screen.show_poll(poll_id)
    vote(screen, [0], 1)
    panel = _count(screen)
    _type(8, 5)
    if leave == "Esc":
        QTest.keyClick(_focused(), Qt.Key.Key_Escape)
    elif leave == "another poll":
        screen.show_poll(other)
        screen.show_poll(poll_id)
    elif leave == "closing":
        screen.close_poll()
        screen.count_hands()
        panel = screen.pages.hands_page
    else:
        click(cast(QPushButton, panel.findChild(QPushButton, leave)))
    if leave != "closing":
        assert not panel.isVisible()
        panel = _count(screen)
    first = panel.findChild(QSpinBox, "hands_1")
    assert first is not None
    assert (panel.people_spin.value(), first.value()) == (8, 5)
    assert panel.unkept_label.isVisible()
    click(panel.clear_button)
    assert (panel.people_spin.value(), first.value(), panel.unkept_label.isVisible()) == (
        0,
        0,
        False,
    )


def test_ctrl_enter_keeps_the_count_from_every_number(room: Room, screen: Watched) -> None:
    poll_id = room.open_poll()
    screen.show_poll(poll_id)
    panel = _count(screen)
    _type(7, 6, then=ENTER)
    QTest.keyClick(_focused(), ENTER, CTRL)
    people, raised = hands(room.database, poll_id)
    assert (people, list(raised.values()), screen.problems) == (7, [6], [])
    assert not panel.isVisible()
    assert not screen.pages.drafts.hands


def test_ctrl_enter_casts_a_paper_and_tells_nothing_of_the_poll(
    room: Room, screen: Watched
) -> None:
    screen.show_poll(room.open_poll())
    screen.window().activateWindow()
    page = screen.pages.open_page
    page.enter_paper(page.model.row(0))
    QTest.keyClicks(_focused(), "1")
    QTest.keyClick(_focused(), ENTER, CTRL)
    assert (screen.shown.voted, screen.problems) == (1, [])


def test_the_number_that_is_typed_is_in_sight(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll())
    screen.resize(900, 480)
    panel = _count(screen)
    for _option in TOPICS:
        _type(1, then=ENTER)
        assert not _focused().visibleRegion().isEmpty()
        assert panel.isAncestorOf(_focused())


def test_closing_asks_where_hands_are_typed_and_not_kept(room: Room, screen: Watched) -> None:
    screen.show_poll(room.open_poll())
    _count(screen)
    _type(8)
    click(screen.head.close_button)
    box = screen.window().findChild(QMessageBox, "close_poll_box")
    assert box is not None
    assert "Counts of a show of hands are typed and not kept yet." in box.text()
    box.reject()


def test_one_key_counts_a_hand_and_so_many_people_take_part(room: Room, screen: Watched) -> None:
    poll_id = room.open_poll(method="temperature", lowest=0, highest=5, secrecy=Secrecy.SECTOR_ONLY)
    screen.show_poll(poll_id)
    panel = _count(screen)
    for hands_up in (0, 1, 0, 4, 3, 2):  # at the first option, from the lowest level on
        for _hand in range(hands_up):
            QTest.keyClick(_focused(), Qt.Key.Key_Space)
        QTest.keyClick(_focused(), ENTER)
    assert panel.people_spin.value() == 10
    QTest.keyClick(_focused(), ENTER, CTRL)
    first = room.options(poll_id)[0]
    assert hands_raised(room.database, poll_id) == (
        10,
        {
            HandsFor(first, 1): 1,
            HandsFor(first, 3): 4,
            HandsFor(first, 4): 3,
            HandsFor(first, 5): 2,
        },
    )


def test_hands_are_counted_sector_by_sector_where_that_is_wanted(
    room: Room, screen: Watched
) -> None:
    poll_id = room.open_poll(marks_each=1, secrecy=Secrecy.SECTOR_ONLY)
    screen.show_poll(poll_id)
    panel = _count(screen)
    choices = panel.sector_choice.findChildren(QPushButton)
    for letter, number in ((1, 3), (5, 2)):  # companies, then residents
        click(choices[letter])
        spin = panel.findChild(QSpinBox, "hands_1")
        assert spin is not None
        assert spin.value() == 0
        spin.setFocus()
        for _hand in range(number):
            QTest.keyClick(spin, Qt.Key.Key_Plus)
    assert panel.people_spin.value() == 5
    click(panel.save_button)
    first = room.options(poll_id)[0]
    _people, raised = hands_raised(room.database, poll_id)
    assert raised == {HandsFor(first, 1, "C"): 3, HandsFor(first, 1, "R"): 2}
