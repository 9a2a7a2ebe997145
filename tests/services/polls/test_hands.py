"""Hands are counted beside the papers, and keep the limits of the room."""

import pytest

from kdc_desktop.domain.people.sectors import UNKNOWN
from kdc_desktop.domain.polls.states import Channel
from kdc_desktop.errors import UserError
from kdc_desktop.services.polls import questions, running
from kdc_desktop.services.polls.hands import HandsFor, hands_raised, set_hands
from tests.rooms.poll_room import TOPICS, Room


def test_hands_and_papers_are_counted_in_one_poll(room: Room) -> None:
    poll_id = room.open_poll(marks_each=2, secrecy="named")
    first, second = room.options(poll_id)[:2]
    for place in range(5):
        room.cast(poll_id, place, {first: 2}, Channel.KIOSK if place < 3 else Channel.BY_HAND)
    polls_before = questions.turnout(room.database, poll_id)
    set_hands(room.database, poll_id, 15, {first: 10, second: 20})
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    result = room.result(poll_id)
    assert polls_before.voted == 5
    assert result.turnout.reconciliation == (
        "3 at the kiosk + 2 by hand + 15 by show of hands = 20 of 20 who may vote"
    )
    assert [(row.place, row.title, row.value) for row in result.rows[:3]] == [
        ("=1", TOPICS[0], 20),
        ("=1", TOPICS[1], 20),
        ("=3", TOPICS[2], 0),
    ]


@pytest.mark.parametrize(
    ("people", "given", "sentence"),
    [
        (21, {}, "At most 19 can take part by hand"),
        (2, {0: 5}, "at most 4 hands"),
        (2, {0: 3, 1: 3}, "make 4 hands"),
        (-1, {}, "less than nothing"),
        (1.5, {}, "a whole number"),
        (2, {0: True}, "a whole number"),
    ],
)
def test_a_show_of_hands_keeps_the_limits(
    room: Room, people: int, given: dict[int, int], sentence: str
) -> None:
    poll_id = room.open_poll(marks_each=2)
    room.cast(poll_id, 0, {})
    options = room.options(poll_id)
    with pytest.raises(UserError, match=sentence):
        set_hands(room.database, poll_id, people, {options[at]: n for at, n in given.items()})


def test_when_hands_make_up_everybody_no_further_paper_comes_in(room: Room) -> None:
    poll_id = room.open_poll()
    set_hands(room.database, poll_id, 20, {})
    with pytest.raises(UserError, match="Correct the show of hands first"):
        room.cast(poll_id, 0, {})


@pytest.mark.parametrize(
    ("raised", "sentence"),
    [
        ({(0, None): 3, (0, "C"): 1}, "all together or sector by sector"),
        ({(0, "C"): 5}, "Companies can have at most 4 hands"),
        ({(1, UNKNOWN): 1}, "can have at most 0 hands"),
    ],
)
def test_hands_of_a_sector_are_counted_once_and_are_no_more_than_it_has(
    room: Room, raised: dict[tuple[int, str | None], int], sentence: str
) -> None:
    poll_id = room.open_poll(method="approval", marks_each=0)
    options = room.options(poll_id)
    hands = {HandsFor(options[at], 1, sector): n for (at, sector), n in raised.items()}
    with pytest.raises(UserError, match=sentence):
        set_hands(room.database, poll_id, 20, hands)
    right = {HandsFor(options[0], 1, "C"): 4, HandsFor(options[0], 1, "P"): 4}
    set_hands(room.database, poll_id, 20, right | {HandsFor(options[1]): 20})
    assert hands_raised(room.database, poll_id) == (20, right | {HandsFor(options[1]): 20})
