"""What a suggestion does and says, by examples."""

from collections import Counter
from dataclasses import replace

from kdc_desktop.domain.consortia.fitting import Group, Problem, Suggestion
from kdc_desktop.domain.interests.states import MemberRole
from tests.domain.consortia.made_up import person
from tests.rooms.one_suggestion import suggest


def test_first_wishes_win_where_there_is_room() -> None:
    folk = tuple(person(key, 1 if key < 4 else 2) for key in range(1, 7))
    groups = (Group(1, "Yard bikes", 2, 4), Group(2, "One ticket", 2, 4))
    assert suggest(Problem(folk, groups)) == Suggestion(
        {1: 1, 2: 1, 3: 1, 4: 2, 5: 2, 6: 2}, (), (), 100.0, 0.0, ()
    )


def test_a_winner_that_too_few_wish_is_closed_with_a_reason() -> None:
    folk = (*(person(key, 1) for key in range(1, 5)), person(5, 2), person(6, 2, 1))
    groups = (Group(1, "Yard bikes", 2, 6), Group(2, "One ticket", 3, 6))
    answer = suggest(Problem(folk, groups, fill_seats=False))
    assert answer.closed == (2,)
    assert answer.placed == {1: 1, 2: 1, 3: 1, 4: 1, 6: 1}
    assert answer.could_not == (
        "One ticket cannot run: 2 people would join, it needs 3.",
        "1 person waits: no place was left in what they wished.",
    )


def test_who_cannot_have_a_wish_sits_where_a_seat_is_free_and_that_is_said() -> None:
    folk = (*(person(key, 1) for key in range(1, 5)), person(5, 2), person(6, 2), person(7, 2))
    groups = (Group(1, "Yard bikes", 2, 6), Group(2, "One ticket", 4, 6))
    answer = suggest(Problem(folk, groups))
    assert sorted(answer.placed.values()) == [1] * 6
    assert answer.could_not == (
        "One ticket cannot run: 3 people would join, it needs 4.",
        "2 people are placed where they did not wish to be.",
        "1 person waits: no place was left that they may take.",
    )


def test_people_without_a_wish_make_a_small_consortium_possible() -> None:
    folk = (person(1, 1), person(2, 1), person(3), person(4))
    answer = suggest(Problem(folk, (Group(1, "Yard bikes", 4, 6),)))
    assert answer.placed == dict.fromkeys(range(1, 5), 1)


def test_a_second_wish_is_given_to_bring_a_missing_sector() -> None:
    folk = (
        *(person(key, 1, sector="C", organisation=key) for key in range(1, 3)),
        *(person(key, 2, 1) for key in range(3, 6)),
    )
    groups = (Group(1, "Yard bikes", 2, 6, frozenset("CR")), Group(2, "One ticket", 2, 6))
    assert sorted(suggest(Problem(folk, groups)).placed.values()) == [1, 1, 1, 2, 2]


def test_somebody_fills_in_unwished_only_for_a_sector_that_nobody_wishing_brings() -> None:
    willing = tuple(person(key, 1, sector="C", organisation=key) for key in range(1, 4))
    full = Group(2, "One ticket", 1, 1)
    answer = suggest(
        Problem((*willing, person(4, 2), person(5, 2)), (Group(1, "Y", 2, 6, frozenset("R")), full))
    )
    assert Counter(answer.placed.values()) == {1: 4, 2: 1}
    wished = {one.person_id: one.choices for one in (*willing, person(4, 2), person(5, 2))}
    assert sum(to in wished[one] for one, to in answer.placed.items()) == 4


def test_pins_beyond_the_limits_are_said_with_names() -> None:
    folk = tuple(person(key, sector="C", organisation=1) for key in range(1, 6))
    problem = Problem(
        folk,
        (Group(1, "Yard bikes", 2, 4, frozenset("R")), Group(2, "One ticket", 2, 4)),
        pinned=dict.fromkeys(range(1, 6), 1) | {5: 9, 77: 1},
    )
    assert suggest(replace(problem, pinned=dict.fromkeys(range(1, 6), 1))).could_not == (
        "5 people are pinned to Yard bikes, its limit is 4.",
        "5 people from Firm 1 are pinned to Yard bikes, the limit is 3.",
        "One ticket cannot run: nobody would join, it needs 2.",
        "Yard bikes has no resident.",
    )
    assert "P5 is pinned to a winner that is no longer there." in suggest(problem).could_not


def test_a_pinned_consortium_runs_below_its_smallest_size() -> None:
    problem = Problem((person(1),), (Group(1, "Yard bikes", 3, 4),), pinned={1: 1})
    answer = suggest(problem)
    assert answer.placed == {1: 1}
    assert answer.could_not == ("Yard bikes runs because of its pins, 2 people short of 3.",)


def test_sizes_that_contradict_each_other_are_said() -> None:
    groups = (Group(1, "Yard bikes", 1, 4), Group(2, "One ticket", 4, 2))
    problem = Problem((person(1), person(2), person(3)), groups, pinned={1: 1, 2: 2, 3: 1})
    assert suggest(problem).could_not == (
        "One ticket asks for at least 4 and at most 2 people; 2 is used for both.",
        "One ticket runs because of its pins, 1 person short of 2.",
    )


def test_an_observer_does_not_stand_for_a_sector() -> None:
    looks_on = person(1, 1, sector="R")._replace(role=MemberRole.OBSERVER)
    group = Group(1, "Yard bikes", 1, 4, frozenset("R"))
    assert suggest(Problem((looks_on,), (group,))).could_not == ("Yard bikes has no resident.",)
    folk = (looks_on, looks_on._replace(person_id=2, role=MemberRole.PARTNER))
    assert suggest(Problem(folk, (group,))).could_not == ()


def test_a_limit_of_one_organisation_that_keeps_a_winner_from_running_is_named() -> None:
    folk = tuple(person(key, organisation=1 + key % 2) for key in range(1, 21))
    group = Group(1, "Yard bikes", 8, 12)
    answer = suggest(Problem(folk, (group,)))
    assert answer.could_not[0] == (
        "Yard bikes cannot run: it needs 8, and only 6 may sit together with at most 3 of one "
        "organisation. Allow more of one organisation."
    )
    assert suggest(Problem(folk, (group,), per_organisation=6)).closed == ()
