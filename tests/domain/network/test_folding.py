"""Ties of organisations, who came back, and what goes on after letting go."""

from hypothesis import given
from hypothesis import strategies as st

from kdc_desktop.domain.network.folding import (
    RESIDENTS_TOGETHER,
    LetGoGroup,
    Returned,
    between,
    first_in,
    first_meetings,
    going_on,
    returned,
)
from kdc_desktop.domain.network.numbers import NetNumbers, told_to_facilitator, told_to_the_room
from kdc_desktop.domain.seating.ties import Gathering, Met, pairs_met
from kdc_desktop.instants import Instant

DAYS = [Instant(86_400 * day) for day in range(6)]


def met(*gatherings: tuple[int, tuple[int, ...]]):
    return pairs_met(Gathering(day, DAYS[day], people) for day, people in gatherings)


def test_ties_of_organisations_are_those_of_their_people_together():
    ties = met((1, (1, 2, 3)), (2, (1, 3)), (3, (4, 5)))
    of = {1: 10, 2: 10, 3: 20}  # 4 and 5 are residents
    assert between(ties, of) == {(10, 20): Met(3, DAYS[1], DAYS[2], 1, 2)}


def test_residents_are_one_end_together():
    ties = met((1, (1, 4)), (2, (1, 5)))
    assert between(ties, {1: 10}) == {(0, 10): Met(2, DAYS[1], DAYS[2], 1, 2)}


def test_departments_of_one_organisation_are_the_same_organisation():
    assert between(met((1, (1, 2))), {1: 10, 2: 10}) == {}


PEOPLE = st.sets(st.integers(1, 8), max_size=5).map(lambda people: tuple(sorted(people)))


@given(st.lists(st.tuples(st.integers(0, 5), PEOPLE), max_size=12).map(sorted))
def test_first_meetings_are_the_first_of_all_ties_of_organisations(there):
    of = {1: 10, 2: 10, 3: 20, 4: 30, 5: 30, 6: 40}  # 7 and 8 are residents
    found = first_meetings([Gathering(day, DAYS[day], people) for day, people in there], of)
    ties = between(met(*there), of)
    assert found == {
        pair: tie.first_in for pair, tie in ties.items() if RESIDENTS_TOGETHER not in pair
    }


def test_what_began_in_an_evening_is_new_in_it_only():
    ties = met((1, (1, 2)), (2, (1, 2, 3)))
    assert first_in(ties, {1}) == {(1, 2)}
    assert first_in(ties, {2}) == {(1, 3), (2, 3)}
    assert first_in(ties, {1, 2}) == {(1, 2), (1, 3), (2, 3)}


def test_who_came_before_has_come_back():
    evenings = [{1, 2}, {2, 3}, {1, 3, 4}]
    assert returned(evenings, [0]) == Returned(frozenset({1, 2}), frozenset({1, 2}), frozenset())
    assert returned(evenings, [2]) == Returned(
        frozenset({1, 3, 4}), frozenset({4}), frozenset({1, 3})
    )


def test_over_a_year_somebody_may_be_there_first_and_come_back():
    found = returned([{1}, {2}, {2}], [1, 2])
    assert found == Returned(frozenset({2}), frozenset({2}), frozenset({2}))


def test_a_tie_goes_on_after_letting_go_where_they_met_since_or_still_work_together():
    ties = met((1, (1, 2, 3, 4)), (3, (1, 2)))
    pairs = frozenset(met((1, (1, 2, 3, 4))))
    assert going_on(LetGoGroup(7, DAYS[2], pairs), ties) == {(1, 2)}
    together = frozenset({(3, 4), (8, 9)})
    assert going_on(LetGoGroup(7, DAYS[2], pairs, together), ties) == {(1, 2), (3, 4)}
    assert going_on(LetGoGroup(7, DAYS[3], pairs), ties) == set()


def numbers(*, is_all: bool = False, **said: int) -> NetNumbers:
    none = NetNumbers(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    return none._replace(is_all=is_all, **said)


def test_the_room_is_told_in_sentences_and_nobody_of_the_edge():
    found = numbers(people=30, organisations=9, ties=31, new_ties=24, first_meetings=9, back=2)
    found = found._replace(edge=3, let_go=12, going_on=7)
    assert told_to_the_room(found) == [
        "24 new ties between people who had never met.",
        "9 pairs of organisations met for the first time.",
        "2 people came back.",
        "Of 12 ties in consortia that were let go, 7 go on.",
    ]
    assert told_to_facilitator(found)[0] == "30 people, 9 organisations, 31 ties."
    assert told_to_facilitator(found)[-1] == "3 people stand on the edge."


def test_the_facilitator_is_told_into_how_many_parts_it_falls():
    found = numbers(people=4, ties=2, new_ties=2, parts=2)
    told = "It falls into 2 parts that have not met each other."
    assert told in told_to_facilitator(found)
    assert told not in told_to_the_room(found)


def test_of_all_time_no_tie_is_called_new():
    found = numbers(people=2, organisations=1, ties=1, new_ties=1, is_all=True)
    assert told_to_the_room(found) == ["1 tie between people."]
    assert told_to_facilitator(found) == ["2 people, 1 organisation.", "1 tie between people."]


def test_where_nobody_met_there_is_nothing_to_tell():
    assert told_to_the_room(numbers(people=9, edge=2)) == told_to_facilitator(numbers()) == []
