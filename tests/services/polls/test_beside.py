"""Two votes on the same, in which a few took part in one only, are not to be taken from each other.

See decision 0029, rule 6.
"""

from collections.abc import Sequence
from typing import Any

import pytest

from kdc_desktop.domain.polls.hiding import ToldPart
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Poll
from kdc_desktop.services.polls import running
from kdc_desktop.services.polls.holding import void_poll
from kdc_desktop.services.polls.rounds import repeat_poll
from kdc_desktop.services.polls.slips import enter_slip, give_slip, print_slips
from tests.rooms.poll_room import EVENING, Room

EVERYBODY = range(20)
NUMBERS = {ToldPart.NUMBER}


def held(room: Room, poll_id: int, places: Sequence[int]) -> int:
    """All of these vote, half of them for either of the first two options, and see the result."""
    first, second, *_rest = room.options(poll_id)
    for at, place in enumerate(places):
        room.cast(poll_id, place, {first: 1, second: 1} if at % 2 else {first: at % 4 // 2})
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    return poll_id


def asked(room: Room, secrecy: Secrecy = Secrecy.SECRET, **plan: Any) -> int:
    return room.open_poll(method="approval", marks_each=0, secrecy=secrecy, **plan)


def another(room: Room, poll_id: int, options: Sequence[int] = ()) -> int:
    again = repeat_poll(room.database, poll_id, options)
    running.open_poll(room.database, again)
    return again


def told(room: Room, poll_id: int) -> set[ToldPart]:
    """What is told of the two options that people voted for."""
    chosen = set(room.options(poll_id)[:2])
    return {row.told for row in room.result(poll_id).rows if row.option_id in chosen}


def test_one_more_voter_in_the_next_round_is_not_found_out(room: Room) -> None:
    first = held(room, asked(room), EVERYBODY[:19])
    second = held(room, another(room, first), EVERYBODY)
    assert (told(room, first), told(room, second)) == (NUMBERS, {ToldPart.PLACE})
    found = room.result(second)
    assert [(row.place, row.value, row.written) for row in found.rows[:2]] == [
        ("1", None, "not told"),
        ("2", None, "not told"),
    ]
    assert "Numbers are not told: beside those of a vote before this one" in found.rule


def test_nor_in_a_run_off_between_some_of_the_options(room: Room) -> None:
    first = held(room, asked(room), EVERYBODY[:19])
    options = room.options(first)[:2]
    assert told(room, held(room, another(room, first, options), EVERYBODY)) == {ToldPart.PLACE}


def test_nor_in_a_poll_that_asks_the_same_without_being_a_round(room: Room) -> None:
    held(room, asked(room), EVERYBODY[:19])
    assert told(room, held(room, asked(room, question="Once more?"), EVERYBODY)) == {ToldPart.PLACE}


def test_nor_by_leaving_an_option_out_or_adding_one(room: Room) -> None:
    held(room, asked(room, option_ids=tuple(room.clusters[:3])), EVERYBODY[:19])
    others = asked(room, option_ids=tuple(room.clusters[1:]))
    assert told(room, held(room, others, EVERYBODY)) == {ToldPart.PLACE}


def test_nor_by_a_slip_that_does_not_come_back(room: Room) -> None:
    polls = [asked(room), asked(room)]
    for poll_id, back in zip(polls, (True, False), strict=True):
        print_slips(room.database, poll_id, 1)
        give_slip(room.database, poll_id, room.people[19])
        if back:
            enter_slip(room.database, poll_id, 1, {room.options(poll_id)[0]: 1})
        held(room, poll_id, EVERYBODY[:19])
    assert (told(room, polls[0]), told(room, polls[1])) == (NUMBERS, {ToldPart.PLACE})


@pytest.mark.parametrize("gone", ["void", "discarded"])
def test_a_result_that_the_room_has_seen_counts_whatever_became_of_it(
    room: Room, gone: str
) -> None:
    first = held(room, asked(room), EVERYBODY[:19])
    if gone == "void":
        void_poll(room.database, first, "The beamer was off")
    else:
        with room.database.edit(lazy("Discarded")) as edit:
            edit.get_one(Poll, first).trashed_at = EVENING
    assert told(room, held(room, asked(room), EVERYBODY)) == {ToldPart.PLACE}


def test_who_came_instead_of_somebody_counts_as_well(room: Room) -> None:
    first = held(room, asked(room), EVERYBODY[:19])
    assert told(room, held(room, another(room, first), EVERYBODY[1:])) == {ToldPart.PLACE}


def test_the_same_voters_are_told_in_numbers_and_so_are_many_others(room: Room) -> None:
    first = held(room, asked(room), EVERYBODY[:14])
    assert told(room, held(room, another(room, first), EVERYBODY[:14])) == NUMBERS
    assert told(room, held(room, asked(room), EVERYBODY)) == NUMBERS, "six are no few"


def test_another_question_is_not_held_against_it(room: Room) -> None:
    held(room, asked(room, option_ids=tuple(room.clusters[:2])), EVERYBODY[:19])
    others = asked(room, option_ids=tuple(room.clusters[2:]))
    assert told(room, held(room, others, EVERYBODY)) == NUMBERS


def test_nothing_is_told_by_sector_where_a_few_of_one_are_more(room: Room) -> None:
    first = held(room, asked(room, Secrecy.SECTOR_ONLY, smallest_group=3), EVERYBODY[:15])
    second = held(room, another(room, first), EVERYBODY)  # one more of each sector
    assert told(room, second) == NUMBERS
    found = room.result(second)
    assert {share.written for row in found.rows for share in row.shares} == {""}
    assert "Nothing is told by sector: beside a vote before this one" in found.rule


def test_a_poll_with_names_hides_nothing(room: Room) -> None:
    first = held(room, asked(room, Secrecy.NAMED), EVERYBODY[:19])
    assert told(room, held(room, another(room, first), EVERYBODY)) == NUMBERS
