"""A paper that the facilitator enters, in whatever way people vote."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from kdc_desktop.audience.polls.kiosk.paper import PaperWidget
from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.domain.polls.method import PaperKind
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.states import Secrecy
from tests.gui.polls.watched import Watched, click
from tests.rooms.poll_room import Room

ENTER = Qt.Key.Key_Return
CRITERIA = (("Impact", 1), ("Effort", 2))
WAYS: dict[str, dict[str, Any]] = {
    "approval": {"marks_each": 0},
    "dots": {"marks_each": 5},
    "score": {"lowest": 0, "highest": 5},
    "ranking": {"marks_each": 0},
    "majority_judgment": {},
    "quadratic": {"marks_each": 16},
    "criteria": {"lowest": 0, "highest": 5, "criteria": CRITERIA},
    "pairwise": {"marks_each": 0},
    "temperature": {"lowest": 0, "highest": 5},
}


def typed(paper: PaperWidget, *keys: str | Qt.Key) -> None:
    for key in keys:
        inside: QWidget | None = paper.focusWidget()
        focus = paper if inside is None else inside
        if isinstance(key, str):
            QTest.keyClicks(focus, key)
        else:
            QTest.keyClick(focus, key)


def opened(room: Room, screen: Watched, method: str) -> PaperWidget:
    """The paper of the first one who waits, in a named poll of this method."""
    screen.show_poll(room.open_poll(method=method, secrecy=Secrecy.NAMED, **WAYS[method]))
    page = screen.pages.open_page
    page.enter_paper(page.model.row(0))
    return page.paper.paper


@pytest.mark.parametrize("method", WAYS)
def test_a_paper_of_each_method_is_typed_and_cast(room: Room, screen: Watched, method: str) -> None:
    paper = opened(room, screen, method)
    typed(paper, "2", "1")
    marks = paper.marks
    assert len(marks) == 2
    typed(paper, ENTER)
    (stored,) = room.stored_papers(screen.shown.id)
    assert (screen.problems, stored[2]) == ([], {spot.option_id: v for spot, v in marks.items()})


def test_only_one_paper_is_shown_when_polls_of_several_kinds_are_open(
    room: Room, screen: Watched
) -> None:
    kinds = [method_of(opened(room, screen, method).ballot.method.key).paper for method in WAYS]
    assert set(kinds) == set(PaperKind)
    QApplication.sendPostedEvents(None, 0)
    shown = screen.pages.open_page.paper
    assert [one for one in shown.findChildren(PaperWidget) if one.isVisible()] == [shown.paper]


def test_an_order_that_is_begun_is_there_again(room: Room, screen: Watched) -> None:
    paper = opened(room, screen, "ranking")
    first, second = (Spot(key) for key in room.options(screen.shown.id)[:2])
    page = screen.pages.open_page
    typed(paper, "2", "=", "1")
    page.rest()
    page.enter_paper(page.model.row(1))
    assert page.paper.paper.marks == {}
    page.enter_paper(page.model.row(0))
    assert page.paper.paper.marks == {second: 1, first: 1}


def test_a_paper_of_zeros_is_not_blank(room: Room, screen: Watched) -> None:
    paper = opened(room, screen, "score")
    hand = screen.pages.open_page.paper
    assert hand.cast_button.text() == "Cast a blank paper"
    typed(paper, "0")
    assert hand.cast_button.text() == "Cast the paper"
    assert hand.left_label.text() == "1 of 6 answered"


def test_one_question_by_hand_is_cast_by_enter_and_not_by_its_digit(
    room: Room, screen: Watched
) -> None:
    one = tuple(room.clusters[:1])
    poll_id = room.open_poll(method="temperature", option_ids=one, secrecy=Secrecy.NAMED)
    screen.show_poll(poll_id)
    page = screen.pages.open_page
    page.enter_paper(page.model.row(0))
    typed(page.paper.paper, "4")
    assert room.stored_papers(poll_id) == []
    typed(page.paper.paper, ENTER)
    assert len(room.stored_papers(poll_id)) == 1


def test_what_is_pressed_beside_a_paper_stands_below_it(room: Room, screen: Watched) -> None:
    for method, name in (("ranking", "kiosk_level"), ("pairwise", "kiosk_neither")):
        opened(room, screen, method)
        hand = screen.pages.open_page.paper
        (button,) = hand.findChildren(QPushButton, name)
        assert button.isVisible()
        assert hand.rect().contains(button.geometry())
        click(button)
        assert hand.paper.marks == {}
