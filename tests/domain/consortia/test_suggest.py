from collections import Counter
from dataclasses import replace
from itertools import product
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kdc_desktop.domain.consortia.fitting import Candidate, Group, Problem, Suggestion, Weights
from kdc_desktop.domain.consortia.suggest import alternatives
from kdc_desktop.domain.consortia.suggest_greedy import quick_placement
from kdc_desktop.domain.consortia.suggest_plan import Plan, make_plan
from kdc_desktop.domain.interests.states import MemberRole
from tests.rooms.one_suggestion import suggest

SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def person(
    person_id: int, *choices: int, sector: str = "R", organisation: int | None = None
) -> Candidate:
    firm = f"Firm {organisation}" if organisation else ""
    return Candidate(person_id, f"P{person_id}", sector, organisation, firm, choices)


@st.composite
def problems(draw: st.DrawFn, most_people: int = 12) -> Problem:
    winners = draw(st.integers(1, 3))
    ids = st.integers(1, winners)
    folk = tuple(
        person(
            key,
            *draw(st.lists(ids, max_size=3, unique=True)),
            sector=draw(st.sampled_from("CPR")),
            organisation=draw(st.sampled_from((None, 1, 2))),
        )
        for key in range(1, draw(st.integers(0, most_people)) + 1)
    )
    groups = []
    for key in range(1, winners + 1):
        smallest, largest = sorted(draw(st.tuples(st.integers(0, 4), st.integers(1, 5))))
        needed = draw(st.frozensets(st.sampled_from("CPR")))
        groups.append(Group(key, f"W{key}", smallest, max(1, largest), needed))
    people_ids = st.integers(1, max(1, len(folk)))
    some = st.frozensets(people_ids, min_size=2, max_size=3) if len(folk) > 2 else st.nothing()
    weights = st.sampled_from(
        (Weights(), Weights(every_sector=150, new_acquaintances=40, equal_strength=30))
    )
    return Problem(
        folk,
        tuple(groups),
        draw(st.integers(1, 3)),
        draw(st.dictionaries(people_ids, ids, max_size=2)),
        draw(weights),
        tuple(draw(st.lists(some, max_size=1))) if len(folk) > 2 else (),
    )


def breaks(plan: Plan, placed: dict[int, int]) -> bool:
    """Whether a placement breaks a limit of its plan, written without the solver's rows."""
    if any(placed.get(key) != winner_id for key, winner_id in plan.pinned.items()):
        return True
    return any(group_breaks(plan, winner_id, placed) for winner_id in plan.groups)


def group_breaks(plan: Plan, winner_id: int, placed: dict[int, int]) -> bool:
    group = plan.groups[winner_id]
    inside = [key for key, place in placed.items() if place == winner_id]
    free = [key for key in inside if key not in plan.pinned]
    pinned = len(inside) - len(free)
    if len(inside) > max(group.largest, pinned):
        return True
    if inside and not pinned and plan.towards_smallest(winner_id, inside) < max(1, group.smallest):
        return True
    firms = Counter(plan.people[key].organisation_id for key in inside)
    entering = {plan.people[key].organisation_id for key in free} - {None}
    if any(firms[firm] > plan.per_organisation for firm in entering):
        return True
    fillers = Counter(
        plan.people[key].sector
        for key in free
        for option in plan.options[key]
        if option.winner_id == winner_id and option.fills
    )
    return any(count > 1 for count in fillers.values())


def best_by_trying_all(plan: Plan) -> float:
    free = list(plan.options)
    ways = [[None, *(option.winner_id for option in plan.options[key])] for key in free]
    best = float("-inf")
    for way in product(*ways):
        chosen = {key: at for key, at in zip(free, way, strict=True) if at is not None}
        placed = {**plan.pinned, **chosen}
        if not breaks(plan, placed):
            best = max(best, plan.worth(placed))
    return best


@SLOW
@given(problems())
def test_limits_are_kept_and_everyone_is_placed_or_waits_once(problem: Problem) -> None:
    plan, answer = make_plan(problem), suggest(problem)
    assert not breaks(plan, answer.placed)
    assert sorted([*answer.placed, *answer.waiting]) == [
        one.person_id for one in problem.candidates
    ]
    assert {*answer.closed, *answer.placed.values()} == {one.winner_id for one in problem.groups}
    assert 0 <= answer.first_wish_share <= answer.any_wish_share <= 1
    assert 0 <= answer.score <= 100


@SLOW
@given(problems())
def test_pinned_people_stay(problem: Problem) -> None:
    known = {one.person_id for one in problem.candidates}
    placed = suggest(problem).placed
    assert all(placed[key] == at for key, at in problem.pinned.items() if key in known)


@SLOW
@given(problems(), st.randoms())
def test_the_same_problem_has_the_same_answer_in_any_order(
    problem: Problem, random: Random
) -> None:
    folk, groups = list(problem.candidates), list(problem.groups)
    random.shuffle(folk)
    random.shuffle(groups)
    assert suggest(problem) == suggest(
        replace(problem, candidates=tuple(folk), groups=tuple(groups))
    )


@SLOW
@given(problems(most_people=5))
def test_no_placement_is_better_than_the_suggested_one(problem: Problem) -> None:
    plan, answer = make_plan(problem), suggest(problem)
    assert plan.worth(answer.placed) == pytest.approx(best_by_trying_all(plan))
    assert answer.bound_gap == pytest.approx(0, abs=0.02)


@SLOW
@given(problems())
def test_the_quick_placement_keeps_the_limits_too(problem: Problem) -> None:
    plan = make_plan(problem)
    assert not breaks(plan, quick_placement(plan))


def test_first_wishes_win_where_there_is_room() -> None:
    folk = tuple(person(key, 1 if key < 4 else 2) for key in range(1, 7))
    groups = (Group(1, "Yard bikes", 2, 4), Group(2, "One ticket", 2, 4))
    assert suggest(Problem(folk, groups)) == Suggestion(
        {1: 1, 2: 1, 3: 1, 4: 2, 5: 2, 6: 2}, (), (), 100.0, 0.0, 1.0, 1.0, ()
    )


def test_a_winner_that_too_few_wish_is_closed_with_a_reason() -> None:
    folk = (*(person(key, 1) for key in range(1, 5)), person(5, 2), person(6, 2, 1))
    groups = (Group(1, "Yard bikes", 2, 6), Group(2, "One ticket", 3, 6))
    answer = suggest(Problem(folk, groups))
    assert answer.closed == (2,)
    assert answer.placed == {1: 1, 2: 1, 3: 1, 4: 1, 6: 1}
    assert answer.could_not == (
        "One ticket cannot run: 2 people would join, it needs 3.",
        "1 person waits: no place was left in what they wished.",
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
    firm = tuple(person(key, 1, sector="C", organisation=key) for key in range(1, 4))
    full = Group(2, "One ticket", 1, 1)
    answer = suggest(
        Problem((*firm, person(4, 2), person(5, 2)), (Group(1, "Y", 2, 6, frozenset("R")), full))
    )
    assert Counter(answer.placed.values()) == {1: 4, 2: 1}
    assert answer.any_wish_share == pytest.approx(4 / 5)


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
    looks_on = replace(person(1, 1, sector="R"), role=MemberRole.OBSERVER)
    group = Group(1, "Yard bikes", 1, 4, frozenset("R"))
    assert suggest(Problem((looks_on,), (group,))).could_not == ("Yard bikes has no resident.",)
    folk = (looks_on, replace(looks_on, person_id=2, role=MemberRole.PARTNER))
    assert suggest(Problem(folk, (group,))).could_not == ()


def test_nobody_and_nothing_is_no_problem() -> None:
    assert suggest(Problem((), ())).placed == {}
    assert suggest(Problem((person(1, 1),), ())).waiting == (1,)


def test_a_cancelled_suggestion_still_keeps_the_limits() -> None:
    problem = evening()
    answer = suggest(problem, cancelled=lambda: True)
    assert not breaks(make_plan(problem), answer.placed)
    assert answer.bound_gap > 0


def test_no_time_at_all_still_gives_a_placement() -> None:
    problem = evening()
    assert not breaks(make_plan(problem), suggest(problem, seconds=0).placed)


def test_progress_rises_from_nothing_to_one_at_most() -> None:
    seen: list[float] = []
    suggest(evening(), progress=seen.append)
    assert seen == sorted(seen)
    assert all(0 <= done <= 1 for done in seen)


def test_alternatives_differ_and_come_best_first() -> None:
    problem = evening()
    found = alternatives(problem)
    scores = [one.score for one in found]
    assert len(found) == 3
    assert scores == sorted(scores, reverse=True)
    assert found[0].score == suggest(problem).score
    for one, other in ((0, 1), (0, 2), (1, 2)):
        moved = [
            key
            for key in range(1, 41)
            if found[one].placed.get(key) != found[other].placed.get(key)
        ]
        assert len(moved) >= 4
    assert all(not breaks(make_plan(problem), one.placed) for one in found)


def evening() -> Problem:
    folk = tuple(
        person(
            key,
            *dict.fromkeys((key % 3 + 1, key % 4 + 1, key % 5 % 4 + 1)),
            sector="CPATR"[key % 5],
            organisation=None if key % 5 == 4 else key % 11 + 1,
        )
        for key in range(1, 41)
    )
    groups = tuple(Group(key, f"W{key}", 5, 12, frozenset("CPATR")) for key in range(1, 5))
    return Problem(folk, groups)
