"""A ranking at the kiosk: what is touched or typed comes next, and out again."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from kdc_desktop.audience.polls.kiosk.order_paper import OrderPaper
from tests.gui.hearing import Heard, heard
from tests.gui.polls.made_up import Ask, Asking, Ordered, places
from tests.gui.polls.stand import LEFT, card, headline, shown_words, tap, typed
from tests.rooms.poll_room import TOPICS

__all__ = ["heard"]
ENTER = Qt.Key.Key_Return


def order(kiosk: Asking) -> dict[int, int]:
    return places(kiosk.marks)


def order_paper(kiosk: Asking) -> OrderPaper:
    paper = kiosk.stack.paper.paper
    assert isinstance(paper, OrderPaper)
    return paper


def test_an_order_is_touched_one_after_the_other(ask: Ask) -> None:
    kiosk = ask(Ordered())
    for number in (3, 1, 5):
        QTest.mouseClick(card(kiosk, number), LEFT)
    assert order(kiosk) == {3: 1, 1: 2, 5: 3}
    shown = [card(kiosk, number).give_button.text() for number in (3, 1, 5, 2)]
    assert shown == ["1.", "2.", "3.", "+"]
    QTest.mouseClick(card(kiosk, 3), LEFT)
    assert order(kiosk) == {1: 1, 5: 2}, "who stood behind moves up"
    assert kiosk.stack.paper.left.text() == "2 of 6 in your order"


def test_an_order_is_typed_and_cast(ask: Ask) -> None:
    kiosk = ask(Ordered())
    typed(kiosk, "4", "2", "=", "6", "1", ENTER)
    assert headline(kiosk) == "Is this your vote, Aino Laine?"
    words = shown_words(kiosk)
    assert "2 are not in your order: they come after all others." in words
    titles = [words.index(TOPICS[number - 1]) for number in (4, 2, 6, 1)]
    assert titles == sorted(titles), "they are read in their order"
    typed(kiosk, ENTER)
    assert [places(one) for one in kiosk.question.cast_papers] == [{4: 1, 2: 2, 6: 2, 1: 3}]


def test_the_button_of_a_tie_holds_for_one_option(ask: Ask) -> None:
    kiosk = ask(Ordered())
    tap(kiosk, "kiosk_level")
    assert kiosk.foot.line.text() == "Nothing is in your order yet."
    QTest.mouseClick(card(kiosk, 1), LEFT)
    tap(kiosk, "kiosk_level")
    for number in (2, 3):
        QTest.mouseClick(card(kiosk, number), LEFT)
    assert order(kiosk) == {1: 1, 2: 1, 3: 2}


def test_no_tie_is_left_for_the_next_one(ask: Ask) -> None:
    kiosk = ask(Ordered())
    typed(kiosk, "1", "=")
    kiosk.turns.start_over()
    typed(kiosk, "eero", ENTER, "1", "2")
    assert order(kiosk) == {1: 1, 2: 2}


@pytest.mark.parametrize(
    ("keys", "found"),
    [("1112", {11: 1, 12: 2}), ("110", {11: 1}), ("22", {}), ("2210", {10: 1})],
)
def test_two_digits_are_one_number_where_there_is_one(
    ask: Ask, keys: str, found: dict[int, int]
) -> None:
    kiosk = ask(Ordered(), number=12)
    typed(kiosk, keys)
    assert order(kiosk) == found


def test_the_first_digit_of_a_number_moves_nobody_for_good(ask: Ask) -> None:
    kiosk = ask(Ordered(), number=12)
    typed(kiosk, "1")
    kiosk.stack.paper.paper._digits.timeout.emit()
    typed(kiosk, "2", "1")
    kiosk.stack.paper.paper._digits.timeout.emit()
    assert order(kiosk) == {2: 1}, "a second 1 takes it out"
    typed(kiosk, "3", "1", "2")
    assert order(kiosk) == {2: 1, 3: 2, 12: 3}


def test_no_more_are_ranked_than_may_be(ask: Ask) -> None:
    kiosk = ask(Ordered(), marks_each=2)
    typed(kiosk, "1", "2", "3")
    assert order(kiosk) == {1: 1, 2: 2}
    assert kiosk.foot.line.text() == "Nothing is left to give. Take something back first."
    assert kiosk.stack.paper.left.text() == "0 of 2 left"


def test_a_screen_reader_hears_each_place(ask: Ask, heard: Heard) -> None:
    kiosk = ask(Ordered())
    typed(kiosk, "4")
    assert heard[-1] == f"4. {TOPICS[3]}: place 1, 1 of 6 in your order"
    assert card(kiosk, 4).accessibleName() == f"4. {TOPICS[3]}: place 1"
    assert card(kiosk, 1).accessibleName() == f"1. {TOPICS[0]}: not ranked"
    typed(kiosk, Qt.Key.Key_Backspace)
    assert heard[-1].startswith(f"4. {TOPICS[3]}: not ranked")


def test_a_slip_of_the_finger_is_undone_with_all_places(ask: Ask) -> None:
    kiosk = ask(Ordered())
    undo = order_paper(kiosk).undo_button
    assert not undo.isEnabled()
    typed(kiosk, "4", "1", "2", "4")
    assert order(kiosk) == {1: 1, 2: 2}
    QTest.mouseClick(undo, LEFT)
    assert order(kiosk) == {4: 1, 1: 2, 2: 3}
    for _step in range(3):
        focused = kiosk.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (order(kiosk), undo.isEnabled()) == ({}, False)


def test_nothing_of_the_voter_before_is_undone(ask: Ask) -> None:
    kiosk = ask(Ordered())
    typed(kiosk, "4", Qt.Key.Key_Escape)
    typed(kiosk, "aino", Qt.Key.Key_Return)
    order_paper(kiosk).undo()
    assert order(kiosk) == {}


def test_what_is_asked_goes_along_with_the_order(ask: Ask) -> None:
    kiosk = ask(Ordered(), number=3)
    said = [headline(kiosk)]
    for number in "213":
        typed(kiosk, number)
        said.append(headline(kiosk))
    assert said == [
        "Aino, what comes first?",
        "Aino, what comes next?",
        "Aino, what comes next?",
        "Aino, is this your order?",
    ]


def test_what_keys_do_stays_beside_what_was_given(ask: Ask) -> None:
    kiosk = ask(Ordered())
    foot, high = kiosk.foot, kiosk.foot.height()
    assert "= is level" in foot.line.text()
    typed(kiosk, "2")
    assert foot.line.text().startswith("2. ")
    assert "= is level" in foot.beside.text()
    assert foot.beside.isVisible()
    QCoreApplication.processEvents()
    assert kiosk.foot.height() == high
    foot._told.timeout.emit()
    assert not foot.beside.isVisible()
