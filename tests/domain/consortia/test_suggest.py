from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdc_desktop.domain.consortia.fitting import Problem
from kdc_desktop.domain.consortia.suggest import alternatives, differing
from kdc_desktop.domain.consortia.suggest_greedy import quick_placement
from kdc_desktop.domain.consortia.suggest_plan import Plan, make_plan
from tests.domain.consortia.made_up import SLOW, best_by_trying_all, breaks, problems
from tests.rooms.one_suggestion import suggest


def who_could_sit(plan: Plan, placed: dict[int, int]) -> list[tuple[int, int]]:
    """Everybody who waits, with a group that runs and could take them, by trying each."""
    return [
        (key, winner_id)
        for key in plan.options
        for winner_id in set(placed.values())
        if key not in placed and not breaks(plan, {**placed, key: winner_id})
    ]


@SLOW
@given(problems())
def test_nobody_waits_while_a_seat_is_free_that_they_may_take(problem: Problem) -> None:
    plan = make_plan(replace(problem, fill_seats=True))
    for answer in alternatives(replace(problem, fill_seats=True)):
        assert who_could_sit(plan, answer.placed) == []


@SLOW
@given(problems())
def test_where_seats_are_not_filled_people_sit_where_they_wished_or_nobody_else_can(
    problem: Problem,
) -> None:
    plan = make_plan(replace(problem, fill_seats=False))
    placed = suggest(replace(problem, fill_seats=False)).placed
    assert {pair for pair in placed.items() if pair[0] in plan.options} <= plan.counted


@SLOW
@given(problems())
def test_no_suggestion_is_worse_than_the_quick_one(problem: Problem) -> None:
    plan = make_plan(problem)
    quick = plan.worth(quick_placement(plan))
    for seconds in (0.0, 5.0):
        assert plan.worth(suggest(problem, seconds=seconds).placed) >= quick


@SLOW
@given(problems())
def test_no_suggestion_is_worse_than_the_last_one(problem: Problem) -> None:
    plan, last = make_plan(problem), suggest(problem).placed
    again = suggest(problem, seconds=0, last=[last])
    assert plan.worth(again.placed) >= plan.worth(last)


@SLOW
@given(problems())
def test_every_alternative_keeps_the_limits_and_differs(problem: Problem) -> None:
    plan, answers = make_plan(problem), alternatives(problem)
    for at, answer in enumerate(answers):
        assert not breaks(plan, answer.placed)
        assert all(differing(answer.placed, one.placed) for one in answers[:at])


@SLOW
@given(problems())
def test_limits_are_kept_and_everyone_is_placed_or_waits_once(problem: Problem) -> None:
    plan, answer = make_plan(problem), suggest(problem)
    assert not breaks(plan, answer.placed)
    assert sorted([*answer.placed, *answer.waiting]) == [
        one.person_id for one in problem.candidates
    ]
    assert {*answer.closed, *answer.placed.values()} == {one.winner_id for one in problem.groups}
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
