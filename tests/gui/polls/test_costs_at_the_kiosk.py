"""Votes and options that cost something: what they cost stands there while they are given."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kdc_desktop.audience.polls.kiosk.option_card import OptionCard
from kdc_desktop.domain.polls.methods import method_of
from tests.gui.hearing import Heard, heard
from tests.gui.polls.made_up import Ask, Asking, ballot, places
from tests.gui.polls.stand import LEFT, card, shown_words, typed
from tests.rooms.poll_room import TOPICS

__all__ = ["heard"]
ENTER = Qt.Key.Key_Return
QUADRATIC = method_of("quadratic")


def notes(kiosk: Asking) -> dict[int, str]:
    """What stands below the titles, by the numbers of the options."""
    shown = [one for one in kiosk.stack.paper.findChildren(OptionCard) if one.isVisible()]
    return {one.option_id - 99: one._note.text() for one in shown if one._note.text()}


def test_votes_cost_their_square_and_what_is_left_is_told(ask: Ask, heard: Heard) -> None:
    kiosk = ask(QUADRATIC, marks_each=16)
    typed(kiosk, "1", "1", "1")
    assert heard[-1] == f"1. {TOPICS[0]}: 3 votes, cost 9, 7 of 16 left"
    assert notes(kiosk) == {1: "3 votes, cost 9"}
    assert kiosk.stack.paper.left.text() == "7 of 16 left"
    QTest.mouseClick(card(kiosk, 1).take_button, LEFT)
    assert kiosk.stack.paper.left.text() == "12 of 16 left"
    assert notes(kiosk) == {1: "2 votes, cost 4"}


def test_what_is_not_affordable_cannot_be_given(ask: Ask) -> None:
    kiosk = ask(QUADRATIC, marks_each=10)
    typed(kiosk, "1", "1", "1")
    assert not card(kiosk, 1).give_button.isEnabled()
    assert card(kiosk, 2).give_button.isEnabled()
    typed(kiosk, "1")
    told = "What is left is not enough for one more here. Take something back first."
    assert kiosk.foot.line.text() == told
    typed(kiosk, "2", "3")
    assert kiosk.foot.line.text() == "Nothing is left to give. Take something back first."
    assert places(kiosk.marks) == {1: 3, 2: 1}


def test_the_review_says_what_votes_cost(ask: Ask) -> None:
    kiosk = ask(QUADRATIC, marks_each=16)
    typed(kiosk, "1", "1", "2", ENTER)
    words = shown_words(kiosk)
    assert words[words.index(TOPICS[0]) + 1] == "2 votes, cost 4"
    typed(kiosk, ENTER)
    assert [places(one) for one in kiosk.question.cast_papers] == [{1: 2, 2: 1}]


def test_options_of_a_budget_say_what_they_cost(ask: Ask) -> None:
    kiosk = ask(method_of("approval"))
    plain = ballot(method_of("approval"))
    costs = tuple(
        one._replace(cost=1000 * at) for at, one in enumerate(plain.terms.options, start=1)
    )
    priced = replace(plain, terms=replace(plain.terms, options=costs, total=5000))
    kiosk.question.ballot = priced
    kiosk.turns.start_over()
    typed(kiosk, "eero", ENTER, "2", "4")
    assert notes(kiosk)[4] == "Costs 4,000"
    assert card(kiosk, 1).accessibleDescription() == "Costs 1,000 · 2 chosen, 6,000 of 5,000"
    assert kiosk.stack.paper.left.text() == "2 chosen, 6,000 of 5,000"
    typed(kiosk, ENTER)
    assert "What you chose costs 6,000 of 5,000." in shown_words(kiosk)
