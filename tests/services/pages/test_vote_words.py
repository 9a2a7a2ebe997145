"""A vote can be followed on paper: whose the votes are that are told together, and what is out."""

import pytest

from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.services.polls.hands import set_hands
from kdc_desktop.services.winners.marking import mark_winners
from tests.rooms.page_words import words_in
from tests.rooms.workbook_room import reveal, vote

BOTH = pytest.mark.parametrize("key", ["outcome", "minutes"])
SMALL = "votes that are not told by sector"
AGAIN = "In a show of hands one person may raise a hand more than once."


@pytest.fixture
def text(document):
    """All that the pages of a kind say."""
    return lambda key: " ".join(words_in(document(key)))


@pytest.fixture
def held(room):
    """Holds a vote: who votes on paper, how many with their hands, and whose names are kept."""

    def hold(papers, hands=0, secrecy=Secrecy.NAMED, marks_each=3):
        poll_id = room.open_poll(secrecy=secrecy, marks_each=marks_each, question="Which first?")
        vote(room, poll_id, papers, 0)
        if hands:
            set_hands(room.database, poll_id, hands, {room.options(poll_id)[0]: hands})
        reveal(room, poll_id)
        return poll_id

    return hold


def test_hands_alone_are_told_as_hands(held, text):
    held(range(15), hands=2)
    assert "“Together” are raised hands" in text("outcome")
    assert SMALL not in text("outcome")
    assert "raised hands 2." in text("minutes")


def test_small_sectors_alone_are_told_as_those(held, text):
    held([0, 1, 2, 3, 5, 10, 15], secrecy=Secrecy.SECTOR_ONLY)
    assert f"“Together” are {SMALL}" in text("outcome")
    assert "hands, which belong" not in text("outcome")


def test_where_nothing_is_told_together_nothing_explains_it(held, text):
    held(range(20))
    assert "“Together”" not in text("outcome")


@BOTH
def test_that_a_hand_may_be_raised_again_is_said_where_hands_were_raised(held, text, key):
    held(range(15), marks_each=1, hands=1)
    assert AGAIN not in text(key), "one dot is one hand"
    held(range(15), hands=1)
    assert AGAIN in text(key)


@BOTH
def test_that_nothing_was_rejected_is_said_once_all_options_won(room, held, text, key):
    poll_id = held(range(20))
    options = room.options(poll_id)
    mark_winners(room.database, poll_id, options[:-1])
    assert "nothing was rejected" not in text(key)
    mark_winners(room.database, poll_id, options[-1:])
    told = f"All {len(options)} options are taken further: nothing was rejected."
    assert told in text(key)
