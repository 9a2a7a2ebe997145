"""Evenings that nobody plans end in an answer or in a sentence, in time, and stop when told to.

Time is what the processor was at it: how busy the machine is beside that says nothing of us.
"""

from itertools import combinations
from time import perf_counter, process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdc_desktop.domain.consortia.bonds import cliques_of
from kdc_desktop.domain.consortia.suggest import alternatives
from kdc_desktop.domain.consortia.suggest_plan import make_plan
from tests.domain.consortia.made_up import SLOW, breaks
from tests.rooms.strange_evenings import strange_evenings

EVENINGS = strange_evenings()
NO_SEAT = "Allow more of one organisation."
SAID = {
    "one sector only": "has no resident.",
    "two people": "W1 cannot run: 1 person would join, it needs 13.",
    "299 of one organisation": NO_SEAT,
    "everybody apart from everybody": "too few are free for its smallest size of 13.",
    "no house can be anywhere": "people wait: no place was left that they may take.",
    "everything at once": NO_SEAT,
}


@pytest.mark.parametrize("name", EVENINGS)
def test_a_strange_evening_ends_in_time_with_an_answer_and_a_sentence(name: str) -> None:
    evening = EVENINGS[name]
    began = process_time()
    best, *_others = alternatives(evening, seconds=1.0)
    assert process_time() - began <= 2.0
    assert not breaks(make_plan(evening), best.placed)
    assert sorted([*best.placed, *best.waiting]) == [one.person_id for one in evening.candidates]
    assert any(SAID[name] in said for said in best.could_not)


@pytest.mark.parametrize("name", EVENINGS)
@pytest.mark.parametrize("after", [0.0, 0.3])
def test_a_strange_evening_stops_within_a_second(name: str, after: float) -> None:
    enough: list[float] = []
    began = perf_counter()

    def is_enough() -> bool:
        if not enough and perf_counter() - began >= after:
            enough.append(process_time())
        return bool(enough)

    assert alternatives(EVENINGS[name], seconds=30.0, cancelled=is_enough)
    assert not enough or process_time() - enough[0] <= 1.0


@SLOW
@given(st.sets(st.sampled_from(list(combinations(range(9), 2)))))
def test_sets_of_people_kept_apart_say_the_same_as_the_pairs(pairs: set[tuple[int, int]]) -> None:
    cliques = cliques_of(pairs)
    assert {pair for one in cliques for pair in combinations(sorted(one), 2)} == pairs


def test_where_all_are_kept_apart_from_all_it_is_one_set() -> None:
    assert cliques_of(combinations(range(300), 2)) == (frozenset(range(300)),)
