"""The kiosk: people take turns, by touch or by keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.polls.kiosk.option_card import OptionCard
from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.domain.polls.states import Channel
from kdc_desktop.services.polls import questions as poll_questions
from tests.gui.polls.stand import (
    LEFT,
    MakeKiosk,
    Stand,
    card,
    card_paper,
    headline,
    shown_words,
    stored_result,
    tap,
    typed,
)
from tests.rooms.poll_room import TOPICS, Room, make_room


def test_a_vote_by_touch(room: Room, make_kiosk: MakeKiosk, qtbot: QtBot) -> None:
    kiosk = make_kiosk()
    for letter in "OON":
        tap(kiosk, f"kiosk_key_{letter}")
    tap(kiosk, "kiosk_name_0")
    assert headline(kiosk) == "Oona, where do your dots go?"
    for _ in range(2):
        QTest.mouseClick(card(kiosk, 1).give_button, LEFT)
    QTest.mouseClick(card(kiosk, 4).give_button, LEFT)
    QTest.mouseClick(card(kiosk, 1).take_button, LEFT)
    assert kiosk.stack.paper.left.text() == "3 of 5 left"
    tap(kiosk, "kiosk_done")
    with qtbot.waitSignal(kiosk.paper_cast):
        tap(kiosk, "kiosk_cast")
    assert headline(kiosk) == "Thank you, Oona!"
    assert stored_result(kiosk) == {TOPICS[0]: 1, TOPICS[3]: 1}


def test_a_vote_by_keyboard(room: Room, make_kiosk: MakeKiosk, qtbot: QtBot) -> None:
    kiosk = make_kiosk(size=(1280, 720))
    kiosk.patience.thanks_for = 10
    typed(kiosk, "aino eer", Qt.Key.Key_Return)
    typed(kiosk, "3", Qt.Key.Key_Down, Qt.Key.Key_Space, "+", "-", Qt.Key.Key_Return)
    assert shown_words(kiosk)[:3] == [
        "Is this your vote, Aino Eeronen?",
        "Works of the yard",
        "You still have 3 to give.",
    ]
    typed(kiosk, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: kiosk.shows(kiosk.stack.pick))
    assert kiosk.stack.pick.turnout.text() == "1 of 20 have voted"
    assert stored_result(kiosk) == {TOPICS[2]: 1, TOPICS[4]: 1}


def test_namesakes_are_told_apart_and_a_badge_code_is_enough(
    room: Room, make_kiosk: MakeKiosk
) -> None:
    kiosk = make_kiosk()
    typed(kiosk, "pekka")
    names = [b.text() for b in kiosk.stack.pick.name_buttons if b.isVisible()]
    assert names == ["Pekka Ainonen  ·  resident", "Pekka Eeronen  ·  resident"]
    kiosk.stack.pick.query.clear()
    typed(kiosk, "103", Qt.Key.Key_Return)
    assert headline(kiosk) == "Juho, where do your dots go?"


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_who_has_voted_or_is_not_known_is_told_so_below_what_was_typed(
    room: Room, make_kiosk: MakeKiosk, size: tuple[int, int]
) -> None:
    kiosk = make_kiosk(size)
    for place in (0, 9, 19):
        room.cast(kiosk.poll_id, place, {}, Channel.BY_HAND)
    said = {
        "100": "Aino Ainonen has voted already.",
        "pekka": "Whoever this fits has voted already.",
        "555": "Nobody of this name is still to vote. Ask the facilitator.",
    }
    for typing, told in said.items():
        kiosk.stack.pick.query.clear()
        typed(kiosk, typing, Qt.Key.Key_Return)
        QTest.qWait(1)  # until it is laid out
        query, label = kiosk.stack.pick.query.geometry(), kiosk.stack.pick.told.geometry()
        assert (told in shown_words(kiosk), label.left()) == (True, query.left())
        assert 0 <= label.top() - query.bottom() < label.height()
    kiosk.stack.pick.query.clear()
    assert not kiosk.stack.pick.told.isVisible()


def test_a_double_click_casts_one_paper(room: Room, make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    cast = []
    kiosk.paper_cast.connect(lambda: cast.append(1))
    typed(kiosk, "103", Qt.Key.Key_Return, "1")
    QTest.mouseDClick(kiosk.stack.paper.done_button, LEFT)
    button = kiosk.stack.confirm.cast_button
    kiosk.turns.confirm()
    for click in (QTest.mouseClick, QTest.mouseDClick, QTest.mouseClick):
        click(button, LEFT)
    assert cast == [1]
    assert poll_questions.turnout(room.database, kiosk.poll_id).kiosk == 1


def test_nobody_can_give_more_than_they_have(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk(marks_each=2)
    typed(kiosk, "103", Qt.Key.Key_Return, "1", "1", "1", "2")
    assert sum(kiosk.stack.paper.paper.marks.values()) == 2
    assert card(kiosk, 2).give_button.isEnabled() is False


def test_without_stacking_one_button_gives_and_takes(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk(marks_each=2, stacking=False)
    typed(kiosk, "103", Qt.Key.Key_Return)
    QTest.mouseClick(card(kiosk, 2), LEFT)
    assert list(kiosk.stack.paper.paper.marks.values()) == [1]
    QTest.mouseClick(card(kiosk, 2).give_button, LEFT)
    assert kiosk.stack.paper.paper.marks == {}


def test_approval_has_no_limit_and_says_how_many_are_chosen(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk(method="approval", marks_each=0)
    typed(kiosk, "103", Qt.Key.Key_Return, "1", "2", "5")
    assert kiosk.stack.paper.left.text() == "3 chosen"
    assert kiosk.stack.paper.dots.isVisible() is False


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720)])
def test_everything_to_touch_is_56_pixels_high(
    make_kiosk: MakeKiosk, size: tuple[int, int]
) -> None:
    kiosk = make_kiosk(size)
    typed(kiosk, "pekka")
    low = []
    steps: tuple[Callable[[], None], ...] = (
        lambda: typed(kiosk, Qt.Key.Key_Down, Qt.Key.Key_Return),
        lambda: typed(kiosk, "1"),
        kiosk.turns.confirm,
    )
    for go_on in steps:
        low += [
            (type(widget).__name__, widget.objectName(), widget.height())
            for widget in kiosk.page.findChildren(QWidget)
            if isinstance(widget, QPushButton | OptionCard)
            and widget.isVisible()
            and widget.height() < 56
        ]
        go_on()
    assert low == []


def test_ten_options_stand_on_one_page_where_there_is_room(tmp_path: Path) -> None:
    room = make_room(tmp_path / "ten.kdc", topics=(*TOPICS, "Repair café", *TOPICS[:3]))
    kiosk = Stand(room, room.open_poll())
    kiosk.show()
    typed(kiosk, "103", Qt.Key.Key_Return)
    for size in ((1366, 768), (1280, 720)):
        kiosk.resize(*size)
        QTest.qWait(1)  # until it is laid out
        grid = card_paper(kiosk.stack.paper.paper)._grid
        assert (grid.shape.pages, grid.shape.whole) == (1, True)
    kiosk.put_away()
    room.database.close()


def test_many_options_are_turned_over_page_by_page(tmp_path: Path, qtbot: QtBot) -> None:
    room = make_room(tmp_path / "many.kdc", topics=tuple(f"Topic {n}" for n in range(1, 31)))
    poll_id = room.open_poll()
    kiosk = Stand(room, poll_id)
    kiosk.resize(1280, 720)
    kiosk.show()
    typed(kiosk, "103", Qt.Key.Key_Return)
    paper = kiosk.stack.paper.paper
    QTest.mouseClick(paper.pager.next_button, LEFT)
    first = min(c.option_id for c in paper.findChildren(OptionCard) if c.isVisible())
    assert first > room.options(poll_id)[0]
    typed(kiosk, "27")
    assert paper.marks == {Spot(room.options(poll_id)[26]): 1}
    paper.digit_pause = 10
    typed(kiosk, "3")
    qtbot.waitUntil(lambda: len(paper.marks) == 2)
    kiosk.put_away()
    room.database.close()
