"""Scores, grades and temperatures at the kiosk: a level for each option, and blank is no level."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from kdc_desktop.audience.polls.kiosk.level_row import LevelRow
from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.domain.polls.methods import method_of
from tests.gui.hearing import Heard, heard
from tests.gui.polls.made_up import Ask, Asking, Graded, Judged, Scaled, places
from tests.gui.polls.stand import LEFT, headline, shown_words, tap, typed
from tests.rooms.poll_room import TOPICS

__all__ = ["heard"]
ENTER, BACK = Qt.Key.Key_Return, Qt.Key.Key_Backspace
LEFTWARDS, RIGHTWARDS = Qt.Key.Key_Left, Qt.Key.Key_Right
UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down


def row(kiosk: Asking, number: int) -> LevelRow:
    found = kiosk.stack.paper.findChildren(LevelRow, f"row_{number}")
    return next(one for one in found if one.isVisible())


def press(kiosk: Asking, number: int, level: int) -> None:
    button = row(kiosk, number).findChild(QPushButton, f"level_{level}")
    assert button is not None
    QTest.mouseClick(button, LEFT)


def said(kiosk: Asking) -> dict[int, int]:
    return places(kiosk.marks)


def test_a_level_is_touched_another_takes_its_place_and_it_can_be_blank_again(ask: Ask) -> None:
    kiosk = ask(Scaled())
    press(kiosk, 2, 5)
    press(kiosk, 4, 3)
    press(kiosk, 2, 0)
    assert said(kiosk) == {4: 3, 2: 0}
    assert row(kiosk, 2).clear_button.isVisible()
    assert not row(kiosk, 2).blank_label.isVisible()
    QTest.mouseClick(row(kiosk, 2).clear_button, LEFT)
    assert said(kiosk) == {4: 3}
    assert row(kiosk, 2).blank_label.isVisible()


def test_a_digit_answers_and_leads_on_and_a_zero_is_cast(ask: Ask) -> None:
    kiosk = ask(Scaled())
    typed(kiosk, "5", "0", DOWN, "3", ENTER)
    assert headline(kiosk) == "Is this your vote, Aino Laine?"
    words = shown_words(kiosk)
    assert [word for word in words if word.endswith("of 5")] == ["5 of 5", "0 of 5", "3 of 5"]
    assert "3 are left blank." in words
    typed(kiosk, ENTER)
    assert [places(one) for one in kiosk.question.cast_papers] == [{1: 5, 2: 0, 4: 3}]


def test_a_paper_of_zeros_is_not_blank_and_one_without_answers_is(ask: Ask) -> None:
    kiosk = ask(Scaled())
    typed(kiosk, "0", ENTER)
    assert "Your paper is blank. You can cast it so." not in shown_words(kiosk)
    typed(kiosk, BACK, BACK)
    assert said(kiosk) == {1: 0}, "the keys are on the row that comes next"
    typed(kiosk, UP, BACK, ENTER)
    assert "Your paper is blank. You can cast it so." in shown_words(kiosk)


def test_arrows_step_through_the_levels_and_below_the_lowest_is_blank(ask: Ask) -> None:
    kiosk = ask(Scaled())
    seen = []
    for key in (RIGHTWARDS, RIGHTWARDS, LEFTWARDS, LEFTWARDS, LEFTWARDS, *[RIGHTWARDS] * 9):
        typed(kiosk, key)
        seen.append(said(kiosk).get(1))
    assert seen[:6] == [0, 1, 0, None, None, 0]
    assert seen[-1] == 5


def test_grades_have_words_and_are_typed_by_their_numbers(ask: Ask, heard: Heard) -> None:
    kiosk = ask(Graded())
    typed(kiosk, "5")
    assert heard[-1] == f"1. {TOPICS[0]}: Excellent, 1 of 6 answered"
    typed(kiosk, "0", "6")
    assert said(kiosk) == {1: 5, 2: 0}
    assert kiosk.foot.line.text() == "Each question is answered from 0 to 5."
    typed(kiosk, ENTER)
    words = shown_words(kiosk)
    assert words[words.index(TOPICS[0]) + 1] == "Excellent"


def test_words_below_zero_are_typed_by_their_places(ask: Ask) -> None:
    kiosk = ask(method_of("temperature"), number=3, lowest=-1, highest=1)
    typed(kiosk, "1", "2", "3")
    assert said(kiosk) == {1: -1, 2: 0, 3: 1}
    assert row(kiosk, 1).accessibleName().endswith("Thumb down")


def test_numbers_may_be_below_zero(ask: Ask) -> None:
    kiosk = ask(Scaled(), lowest=-2, highest=2)
    typed(kiosk, "-", "2", "1", "-", "1", "-", "-", "3")
    assert said(kiosk) == {1: -2, 2: 1, 3: -1}
    press(kiosk, 4, -2)
    assert said(kiosk)[4] == -2


@pytest.mark.parametrize(
    ("keys", "found"),
    [("10", {1: 10}), ("17", {1: 1, 2: 7}), ("1010", {1: 10, 2: 10}), ("70", {1: 7, 2: 0})],
)
def test_ten_is_one_number_where_there_is_a_ten(ask: Ask, keys: str, found: dict[int, int]) -> None:
    kiosk = ask(Scaled(), highest=10)
    typed(kiosk, keys)
    kiosk.stack.paper.paper._digits.timeout.emit()
    assert said(kiosk) == found


def test_a_long_scale_is_typed_or_stepped(ask: Ask) -> None:
    kiosk = ask(Scaled(), highest=100)
    typed(kiosk, "73")
    kiosk.stack.paper.paper._digits.timeout.emit()
    assert said(kiosk) == {1: 73}
    assert row(kiosk, 1).value_label.text() == "73"
    QTest.mouseClick(row(kiosk, 1).less_button, LEFT)
    QTest.mouseClick(row(kiosk, 2).more_button, LEFT)
    assert said(kiosk) == {1: 72, 2: 0}
    QTest.mouseClick(row(kiosk, 2).less_button, LEFT)
    assert said(kiosk) == {1: 72}


def test_one_question_is_a_digit_a_look_and_enter(ask: Ask) -> None:
    kiosk = ask(Scaled(), number=1)
    typed(kiosk, "4")
    assert headline(kiosk) == "Is this your vote, Aino Laine?"
    assert "4 of 5" in shown_words(kiosk)
    typed(kiosk, Qt.Key.Key_Escape, "2", ENTER)
    assert [places(one) for one in kiosk.question.cast_papers] == [{1: 2}]


def test_one_question_by_touch_leads_to_the_same_look(ask: Ask) -> None:
    kiosk = ask(Graded(), number=1)
    press(kiosk, 1, 3)
    tap(kiosk, "kiosk_cast")
    assert [places(one) for one in kiosk.question.cast_papers] == [{1: 3}]


def test_every_row_and_level_has_its_words(ask: Ask) -> None:
    kiosk = ask(Graded())
    typed(kiosk, "2")
    assert row(kiosk, 1).accessibleName() == f"1. {TOPICS[0]}: Acceptable"
    assert row(kiosk, 2).accessibleName() == f"2. {TOPICS[1]}: blank"
    names = [button.accessibleName() for button in row(kiosk, 2).buttons]
    assert names[0] == f"Reject for {TOPICS[1]}"
    assert row(kiosk, 1).clear_button.accessibleName() == f"Blank again: {TOPICS[0]}"


def test_each_option_is_judged_by_each_criterion(ask: Ask, heard: Heard) -> None:
    kiosk = ask(Judged(), number=3)
    typed(kiosk, "5", "0", DOWN, "2")
    assert kiosk.marks == {Spot(100, 1): 5, Spot(100, 2): 0, Spot(101, 2): 2}
    assert heard[-1] == f"2. {TOPICS[1]} · Effort: 2 of 5, 3 of 6 answered".replace(" ·", ",")
    typed(kiosk, ENTER)
    words = shown_words(kiosk)
    assert words[words.index(f"{TOPICS[0]} · Effort") + 1] == "0 of 5"
    typed(kiosk, ENTER)
    assert [len(one) for one in kiosk.question.cast_papers] == [3]


def test_nothing_of_a_half_typed_number_is_left_for_the_next_one(ask: Ask) -> None:
    kiosk = ask(Scaled(), highest=10)
    typed(kiosk, "1")
    kiosk.turns.start_over()
    typed(kiosk, "eero", ENTER, "0")
    assert said(kiosk) == {1: 0}


def test_a_badge_over_answers_is_undone(ask: Ask) -> None:
    kiosk = ask(Scaled())
    typed(kiosk, "4")
    kiosk.stack.paper.paper.code.leave()
    typed(kiosk, "2", "0", "5", ENTER)
    assert headline(kiosk) == "Are you still there, Aino Laine?"
    tap(kiosk, "kiosk_still_here")
    assert said(kiosk) == {1: 4}
    assert kiosk.foot.line.text().startswith("Taken off again: 2. Rooftop greenhouse")
