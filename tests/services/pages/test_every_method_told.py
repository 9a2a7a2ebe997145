"""Outcome and minutes tell a vote by any method in its own words, and whether it holds."""

import re

import pytest

from kdc_desktop.domain.polls.method import Method
from kdc_desktop.domain.polls.methods import methods
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.services.polls.holding import void_poll
from kdc_desktop.services.polls.result_told import in_sentences
from kdc_desktop.services.winners.marking import mark_winners
from tests.rooms.any_method import hold
from tests.rooms.page_words import words_in
from tests.rooms.poll_room import Room
from tests.rooms.workbook_room import reveal, vote

each_method = pytest.mark.parametrize("method", methods(), ids=lambda method: method.key)
both = pytest.mark.parametrize("key", ["outcome", "minutes"])
WHY = "Half the room had no paper"
ADDED_UP = {method.key for method in methods() if method.adds_up}


@pytest.fixture
def text(document):
    """All that the pages of a kind say."""
    return lambda key: " ".join(words_in(document(key)))


@each_method
def test_what_came_first_is_said_in_the_words_of_its_method(
    method: Method, room: Room, text
) -> None:
    poll_id = hold(room, method, Secrecy.NAMED)
    found = in_sentences(room.result(poll_id))
    told = text("outcome")
    assert [one for one in found.sentences if one not in told] == []
    told = text("minutes")
    if method.key not in ADDED_UP:
        assert found.outcome in told
        assert re.search(r"\bvotes?\b", told.partition("The paper asked")[0]) is None
        assert str(method.sentence) in told


@each_method
def test_a_void_result_says_why_and_has_won_nothing(method: Method, room: Room, text) -> None:
    poll_id = hold(room, method, Secrecy.NAMED)
    mark_winners(room.database, poll_id, room.options(poll_id)[:1], "As agreed")
    assert "★" in text("outcome")
    void_poll(room.database, poll_id, WHY)
    for key in ("outcome", "minutes"):
        told = text(key)
        assert f"The result was declared void: {WHY}." in told
        assert "★" not in told
        assert "(chosen by a void result)" in told
    assert "“Benches” (chosen" not in text("minutes").partition("What the room decided")[0]


@both
def test_why_others_than_the_first_were_taken_is_told(room: Room, text, key: str) -> None:
    poll_id = room.open_poll(secrecy=Secrecy.NAMED)
    vote(room, poll_id, range(10), 0)
    reveal(room, poll_id)
    options = room.options(poll_id)
    mark_winners(room.database, poll_id, options[1:2], "It is smaller")
    why = "Others than the first were taken further: It is smaller."
    assert why in text(key)
    mark_winners(room.database, poll_id, options[:1])
    assert why not in text(key), "by now nobody is passed over"


def test_a_count_that_has_rounds_is_told_round_by_round(room: Room, text) -> None:
    ranking = next(method for method in methods() if method.key == "ranking")
    poll_id = hold(room, ranking, Secrecy.NAMED, rule="irv")
    rounds = room.result(poll_id).rounds
    assert rounds
    for key in ("outcome", "minutes"):
        told = text(key)
        assert [one.words for one in rounds if one.words not in told] == []
