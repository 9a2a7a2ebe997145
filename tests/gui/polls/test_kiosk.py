"""The kiosk: people take turns, by touch or by keyboard."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.polls.kiosk.kiosk import Kiosk
from kdc_desktop.audience.polls.kiosk.option_card import OptionCard
from kdc_desktop.audience.polls.kiosk.page import Page
from kdc_desktop.domain.polls.states import Channel
from kdc_desktop.services.polls import questions as poll_questions
from kdc_desktop.services.polls import running
from tests.rooms.poll_room import TOPICS, Room, make_room

LEFT = Qt.MouseButton.LeftButton


class Stand(Kiosk):
    """A kiosk that tells which poll it is for."""

    def __init__(self, room: Room, poll_id: int) -> None:
        super().__init__(room.database, poll_id, lambda pin: pin == "2468")
        self.room, self.poll_id = room, poll_id

    def shows(self, page: Page) -> bool:
        """Whether this page is shown."""
        return self.page is page

    def put_away(self) -> None:
        """Close it without a PIN."""
        self._may_close = True
        self.close()
        self.deleteLater()


MakeKiosk = Callable[..., Stand]


@pytest.fixture
def make_kiosk(room: Room, qtbot: QtBot) -> Iterator[MakeKiosk]:
    made = []

    def make(size: tuple[int, int] = (1920, 1080), **plan: Any) -> Stand:
        kiosk = Stand(room, room.open_poll(**plan))
        made.append(kiosk)
        kiosk.resize(*size)
        kiosk.show()
        qtbot.waitExposed(kiosk)
        return kiosk

    yield make
    for kiosk in made:
        kiosk.put_away()


def tap(kiosk: Kiosk, name: str) -> None:
    button = next(b for b in kiosk.page.findChildren(QPushButton, name) if b.isVisible())
    QTest.mouseClick(button, LEFT)


def typed(kiosk: Kiosk, *keys: str | Qt.Key) -> None:
    for key in keys:
        focus: QWidget | None = kiosk.focusWidget()
        target = focus if focus is not None else kiosk.page
        if isinstance(key, str):
            QTest.keyClicks(target, key)
        else:
            QTest.keyClick(target, key)


def card(kiosk: Kiosk, number: int) -> OptionCard:
    return next(c for c in kiosk.findChildren(OptionCard, f"option_{number}") if c.isVisible())


def shown_words(kiosk: Kiosk) -> list[str]:
    return [label.text() for label in kiosk.page.findChildren(QLabel) if label.isVisible()]


def headline(kiosk: Kiosk) -> str:
    return shown_words(kiosk)[0]


def stored_result(kiosk: Stand) -> dict[str, int]:
    running.close_poll(kiosk.room.database, kiosk.poll_id)
    running.reveal_poll(kiosk.room.database, kiosk.poll_id)
    rows = kiosk.room.result(kiosk.poll_id).rows
    return {row.title: row.total for row in rows if row.total}


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
    assert kiosk.paper_page.left.text() == "3 of 5 left"
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
    assert shown_words(kiosk)[:2] == ["Is this your vote, Aino?", "You still have 3 to give."]
    typed(kiosk, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: kiosk.shows(kiosk.pick_page))
    assert kiosk.pick_page.turnout.text() == "1 of 20 have voted"
    assert stored_result(kiosk) == {TOPICS[2]: 1, TOPICS[4]: 1}


def test_namesakes_are_told_apart_and_a_badge_code_is_enough(
    room: Room, make_kiosk: MakeKiosk
) -> None:
    kiosk = make_kiosk()
    typed(kiosk, "pekka")
    names = [b.text() for b in kiosk.pick_page.name_buttons if b.isVisible()]
    assert names == ["Pekka Ainonen  ·  resident", "Pekka Eeronen  ·  resident"]
    kiosk.pick_page.query.clear()
    typed(kiosk, "103", Qt.Key.Key_Return)
    assert headline(kiosk) == "Juho, where do your dots go?"


def test_who_has_voted_is_not_offered_again(room: Room, make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    room.cast(kiosk.poll_id, 0, {}, Channel.BY_HAND)
    typed(kiosk, "100")
    assert kiosk.pick_page.hint.text() == (
        "Nobody of this name is still to vote. Ask the facilitator."
    )


def test_a_double_click_casts_one_paper(room: Room, make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    cast = []
    kiosk.paper_cast.connect(lambda: cast.append(1))
    typed(kiosk, "103", Qt.Key.Key_Return, "1")
    QTest.mouseDClick(kiosk.paper_page.done_button, LEFT)
    button = kiosk.confirm_page.cast_button
    kiosk.turns.confirm()
    for click in (QTest.mouseClick, QTest.mouseDClick, QTest.mouseClick):
        click(button, LEFT)
    assert cast == [1]
    assert poll_questions.turnout(room.database, kiosk.poll_id).kiosk == 1


def test_nobody_can_give_more_than_they_have(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk(marks_each=2)
    typed(kiosk, "103", Qt.Key.Key_Return, "1", "1", "1", "2")
    assert sum(kiosk.paper_page.paper.marks.values()) == 2
    assert card(kiosk, 2).give_button.isEnabled() is False


def test_without_stacking_one_button_gives_and_takes(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk(marks_each=2, stacking=False)
    typed(kiosk, "103", Qt.Key.Key_Return)
    QTest.mouseClick(card(kiosk, 2), LEFT)
    assert list(kiosk.paper_page.paper.marks.values()) == [1]
    QTest.mouseClick(card(kiosk, 2).give_button, LEFT)
    assert kiosk.paper_page.paper.marks == {}


def test_approval_has_no_limit_and_says_how_many_are_chosen(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk(method="approval", marks_each=0)
    typed(kiosk, "103", Qt.Key.Key_Return, "1", "2", "5")
    assert kiosk.paper_page.left.text() == "3 chosen"
    assert kiosk.paper_page.dots.isVisible() is False


def test_nothing_of_the_last_paper_remains(room: Room, make_kiosk: MakeKiosk, qtbot: QtBot) -> None:
    kiosk = make_kiosk()
    kiosk.patience.thanks_for = 10
    typed(kiosk, "103", Qt.Key.Key_Return, "1", "1", "4")
    tap(kiosk, "kiosk_done")
    tap(kiosk, "kiosk_cast")
    qtbot.waitUntil(lambda: kiosk.shows(kiosk.pick_page))
    everything = " ".join(label.text() for label in kiosk.findChildren(QLabel))
    assert "Juho" not in everything
    assert "●" not in everything
    typed(kiosk, "104", Qt.Key.Key_Return)
    assert kiosk.paper_page.paper.marks == {}
    assert kiosk.paper_page.left.text() == "5 of 5 left"


def test_it_asks_after_a_while_and_goes_on_where_it_was(
    make_kiosk: MakeKiosk, qtbot: QtBot
) -> None:
    kiosk = make_kiosk()
    kiosk.patience.idle_after = 20
    typed(kiosk, "103", Qt.Key.Key_Return, "1")
    qtbot.waitUntil(lambda: kiosk.shows(kiosk.message_page))
    assert kiosk.message_page.headline.text() == "Are you still there?"
    kiosk.patience.idle_after = 60_000
    tap(kiosk, "kiosk_message_button")
    assert kiosk.shows(kiosk.paper_page)
    assert len(kiosk.paper_page.paper.marks) == 1


def test_without_an_answer_it_starts_over(make_kiosk: MakeKiosk, qtbot: QtBot) -> None:
    kiosk = make_kiosk()
    kiosk.patience.idle_after = kiosk.patience.start_over_after = 20
    typed(kiosk, "103", Qt.Key.Key_Return, "1")
    qtbot.waitUntil(lambda: kiosk.shows(kiosk.pick_page))
    assert kiosk.paper_page.paper.marks == {}
    assert kiosk.paper_page.headline.text() == ", where do your dots go?"


def test_it_is_left_only_with_the_pin(make_kiosk: MakeKiosk, qtbot: QtBot) -> None:
    kiosk = make_kiosk()
    kiosk.close()
    assert kiosk.isVisible()
    assert kiosk.shows(kiosk.pin_page)
    typed(kiosk, Qt.Key.Key_Escape)
    assert kiosk.shows(kiosk.pick_page)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(kiosk.focusWidget(), Qt.Key.Key_Q, both)
    typed(kiosk, "1111", Qt.Key.Key_Return)
    assert kiosk.pin_page.problem.text() == "That is not the PIN. Try again."
    assert kiosk.isVisible()
    for key in "2468":
        tap(kiosk, f"kiosk_pad_{key}")
    with qtbot.waitSignal(kiosk.left):
        tap(kiosk, "kiosk_pad_enter")
    assert not kiosk.isVisible()


def test_a_long_press_in_a_corner_asks_for_the_pin(make_kiosk: MakeKiosk, qtbot: QtBot) -> None:
    kiosk = make_kiosk()
    kiosk.hold_for = 10
    QTest.mousePress(kiosk.page, LEFT, pos=QPoint(5, 5))
    qtbot.waitUntil(lambda: kiosk.shows(kiosk.pin_page))


def test_when_the_poll_closes_the_kiosk_says_so(room: Room, make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    typed(kiosk, "103", Qt.Key.Key_Return, "1")
    running.close_poll(room.database, kiosk.poll_id)
    assert headline(kiosk) == "The vote is closed."
    running.reopen_poll(room.database, kiosk.poll_id)
    assert kiosk.shows(kiosk.pick_page)


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720)])
def test_everything_to_touch_is_56_pixels_high(
    make_kiosk: MakeKiosk, size: tuple[int, int]
) -> None:
    kiosk = make_kiosk(size)
    typed(kiosk, "pekka")
    low = []
    steps: tuple[Callable[[], None], ...] = (
        lambda: typed(kiosk, Qt.Key.Key_Return),
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


def test_many_options_are_turned_over_page_by_page(tmp_path: Path, qtbot: QtBot) -> None:
    room = make_room(tmp_path / "many.kdc", topics=tuple(f"Topic {n}" for n in range(1, 31)))
    poll_id = room.open_poll()
    kiosk = Stand(room, poll_id)
    kiosk.resize(1280, 720)
    kiosk.show()
    typed(kiosk, "103", Qt.Key.Key_Return)
    paper = kiosk.paper_page.paper
    QTest.mouseClick(paper.pager.next_button, LEFT)
    first = min(c.option_id for c in paper.findChildren(OptionCard) if c.isVisible())
    assert first > room.options(poll_id)[0]
    typed(kiosk, "27")
    assert paper.marks == {room.options(poll_id)[26]: 1}
    paper.digit_pause = 10
    typed(kiosk, "3")
    qtbot.waitUntil(lambda: len(paper.marks) == 2)
    kiosk.put_away()
    room.database.close()


def test_after_five_wrong_pins_it_waits(make_kiosk: MakeKiosk, qtbot: QtBot) -> None:
    kiosk = make_kiosk()
    kiosk.pin_page.hold_off = 300
    kiosk.turns.ask_pin()
    for _ in range(5):
        typed(kiosk, "1111", Qt.Key.Key_Return)
    assert kiosk.pin_page.problem.text() == "Too many wrong PINs. Wait 1 s, then try again."
    tap(kiosk, "kiosk_pad_2")
    assert kiosk.pin_page.edit.text() == ""
    typed(kiosk, Qt.Key.Key_Escape)
    kiosk.turns.ask_pin()
    assert kiosk.pin_page.problem.text() == "Too many wrong PINs. Wait 1 s, then try again."
    qtbot.waitUntil(kiosk.pin_page.edit.isEnabled)
    typed(kiosk, "2468", Qt.Key.Key_Return)
    assert not kiosk.isVisible()


def test_a_right_pin_is_not_taken_while_it_waits(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    kiosk.turns.ask_pin()
    for _ in range(5):
        typed(kiosk, "1111", Qt.Key.Key_Return)
    kiosk.pin_page.edit.setText("2468")
    kiosk.pin_page.edit.returnPressed.emit()
    assert kiosk.isVisible()
