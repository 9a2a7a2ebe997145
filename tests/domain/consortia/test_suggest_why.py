"""Why somebody sits where they sit: what it would cost to seat them where they wished more."""

from dataclasses import replace

import pytest
from hypothesis import given

from kdc_desktop.domain.consortia.bonds import Bonds
from kdc_desktop.domain.consortia.fitting import Group, Problem
from kdc_desktop.domain.consortia.suggest_differences import differences
from kdc_desktop.domain.consortia.suggest_plan import Plan, make_plan
from kdc_desktop.domain.consortia.suggest_why import exchange, why_here
from tests.domain.consortia.made_up import SLOW, breaks, person, problems
from tests.rooms.one_suggestion import suggest


def best_exchange(plan: Plan, placed: dict[int, int], key: int, there: int) -> float | None:
    """The points of the best placement in which they are there and at most one other moved."""
    best = None
    runs = set(placed.values()) | {there}
    for other in (None, *[one for one in plan.options if placed.get(one) == there]):
        for place in (None, *sorted(runs - {there})) if other is not None else (None,):
            after = {**placed, key: there}
            if other is not None:
                after.pop(other)
                if place is not None:
                    after[other] = place
            goes_on = set(after.values()) >= runs - set(plan.pinned.values())
            if goes_on and _may(plan, after) and not breaks(plan, after):
                points = plan.worth(after)
                best = points if best is None else max(best, points)
    return best


def _may(plan: Plan, placed: dict[int, int]) -> bool:
    """Whether all sit where they may where nobody sits but where they wished."""
    return plan.fill_seats or all(
        at in {one.winner_id for one in plan.options[key]}
        for key, at in placed.items()
        if key in plan.options
    )


@SLOW
@given(problems(most_people=6))
def test_the_best_exchange_is_the_best_of_all(problem: Problem) -> None:
    plan, placed = make_plan(problem), suggest(problem).placed
    for key in plan.options:
        for there in plan.groups:
            if placed.get(key) == there:
                continue
            found = exchange(plan, placed, key, there)
            wanted = best_exchange(plan, placed, key, there)
            if found is None:
                assert wanted is None
            else:
                assert not breaks(plan, found)
                assert plan.worth(found) == pytest.approx(wanted)


@SLOW
@given(problems(most_people=6))
def test_nobody_could_be_seated_better_for_nothing_than_a_suggestion_has_them(
    problem: Problem,
) -> None:
    plan, answer = make_plan(problem), suggest(problem)
    for key in plan.options:
        for there in plan.people[key].choices:
            other = exchange(plan, answer.placed, key, there) if there in plan.groups else None
            if other is not None:
                assert plan.worth(other) <= plan.worth(answer.placed) + 1e-6


FULL = Problem(
    (
        person(1, 1, 2)._replace(name="Ann"),
        person(2, 1, 2)._replace(name="Bo"),
        person(3, 2)._replace(name="Cy"),
    ),
    (Group(1, "Yard bikes", 1, 1), Group(2, "One ticket", 1, 3)),
)


def test_who_has_their_first_wish_is_told_so() -> None:
    assert why_here(FULL, {1: 1, 2: 2, 3: 2}, 1) == ("Ann has their 1st wish.",)


def test_what_it_would_cost_is_told_by_who_would_lose_it() -> None:
    assert why_here(FULL, {1: 1, 2: 2, 3: 2}, 2) == (
        "Not in Yard bikes, the 1st wish: that would be as good. "
        "Ann gets their 2nd wish instead of their 1st.",
    )
    three = replace(FULL, candidates=(person(1, 1)._replace(name="Ann"), *FULL.candidates[1:]))
    assert why_here(three, {1: 1, 2: 2, 3: 2}, 2) == (
        "Not in Yard bikes, the 1st wish: Ann did not wish this, and leaves their 1st wish.",
    )


def test_where_everybody_there_is_pinned_that_is_told() -> None:
    pinned = replace(FULL, pinned={1: 1})
    assert why_here(pinned, {1: 1, 2: 2, 3: 2}, 2, seconds=0.5) == (
        "Not in Yard bikes, the 1st wish: everybody there is pinned.",
    )
    assert why_here(pinned, {1: 1, 2: 2, 3: 2}, 1) == ("Ann stays here, whatever is suggested.",)


def test_of_whom_they_are_kept_apart_is_not_told_by_name() -> None:
    apart = replace(
        FULL,
        groups=(Group(1, "Yard bikes", 1, 3), FULL.groups[1]),
        pinned={1: 1},
        bonds=Bonds(apart=frozenset({(1, 2)})),
    )
    assert why_here(apart, {1: 1, 2: 2, 3: 2}, 2) == (
        "Not in Yard bikes, the 1st wish: somebody is pinned there from whom they are kept apart.",
    )


def test_who_is_not_there_has_no_reason() -> None:
    assert why_here(FULL, {}, 9) == ()
    assert why_here(FULL, {1: 1, 2: 2, 3: 2}, 3) == ("Cy has their 1st wish.",)


def test_how_placements_differ_is_told_with_names_gaps_and_wishes() -> None:
    folk = (
        person(1, 1, sector="R")._replace(name="Ann"),
        person(2, 1, 2, sector="C", organisation=1)._replace(name="Bo"),
        person(3, 2, 1, sector="C", organisation=2)._replace(name="Cy"),
        person(4, 2, sector="R")._replace(name="Di"),
    )
    needed = frozenset("CR")
    plan = make_plan(
        Problem(folk, (Group(1, "Yard bikes", 1, 3, needed), Group(2, "One ticket", 1, 3, needed)))
    )
    first = {1: 1, 2: 1, 3: 2, 4: 2}
    assert differences(plan, first, first) == ()
    assert differences(plan, first, {**first, 3: 1}) == (
        "Cy sits elsewhere.",
        "One ticket loses its only company delegate.",
        "1 fewer has their first wish.",
    )
    assert differences(plan, {**first, 3: 1}, first) == (
        "Cy sits elsewhere.",
        "One ticket gains its first company delegate.",
        "1 more has their first wish.",
    )
    assert differences(plan, first, {1: 1, 2: 2, 3: 1, 4: 1}) == (
        "Di and 2 others sit elsewhere.",
        "One ticket loses its only resident.",
        "3 fewer have their first wish.",
    )
    assert differences(plan, first, {1: 1, 2: 1, 3: 1})[-2:] == (
        "2 fewer have their first wish.",
        "1 more waits.",
    )
