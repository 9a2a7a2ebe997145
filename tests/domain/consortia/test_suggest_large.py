"""Large evenings on which much binds people: who waits finds a seat, and parts are bettered."""

from dataclasses import replace

import pytest
from hypothesis import given

from kdc_desktop.domain.consortia.bonds import Bonds
from kdc_desktop.domain.consortia.fitting import Group, Problem
from kdc_desktop.domain.consortia.suggest import alternatives
from kdc_desktop.domain.consortia.suggest_greedy import quick_placement
from kdc_desktop.domain.consortia.suggest_parts import bettered, is_large
from kdc_desktop.domain.consortia.suggest_plan import make_plan
from kdc_desktop.domain.consortia.suggest_settle import settled
from tests.domain.consortia.made_up import SLOW, breaks, person, problems
from tests.rooms.hard_evening import SIZES, bound, hard_evening

LARGE = bound(hard_evening(*SIZES[1]))


def never() -> bool:
    return False


def test_somebody_makes_room_for_who_is_kept_apart_from_the_only_free_seat() -> None:
    """The seat that is free is beside somebody they are kept apart from: another takes that one."""
    folk = person(1, 1), person(2), person(3, 2)
    groups = Group(1, "Yard bikes", 1, 2), Group(2, "One ticket", 1, 1)
    problem = Problem(folk, groups, pinned={1: 1}, bonds=Bonds(frozenset({(1, 3)})))
    plan = make_plan(problem)
    assert settled(plan, {1: 1, 2: 2}, never) == {1: 1, 2: 1, 3: 2}


@SLOW
@given(problems())
def test_settling_keeps_all_limits_and_loses_nothing(problem: Problem) -> None:
    plan = make_plan(problem)
    quick = quick_placement(plan)
    placed = settled(plan, quick, never)
    assert not breaks(plan, placed)
    assert plan.worth(placed) >= plan.worth(quick)


@SLOW
@given(problems())
def test_parts_keep_all_limits_and_lose_nothing(problem: Problem) -> None:
    plan = make_plan(problem)
    quick = quick_placement(plan)
    placed = bettered(problem, plan, quick, 0.02, never)
    assert not breaks(plan, placed)
    assert plan.worth(placed) >= plan.worth(quick)


def test_a_large_evening_is_bettered_in_parts() -> None:
    plan = make_plan(LARGE)
    assert is_large(plan)
    quick = settled(plan, quick_placement(plan), never)
    placed = bettered(LARGE, plan, quick, 6.0, never)
    assert not breaks(plan, placed)
    assert plan.worth(placed) > plan.worth(quick)


@pytest.mark.parametrize("people", [60, 300])
def test_what_is_small_or_free_is_looked_at_whole(people: int) -> None:
    some = LARGE.candidates[:people]
    bonds = LARGE.bonds if people == 60 else Bonds()
    assert not is_large(make_plan(replace(LARGE, candidates=some, bonds=bonds)))


def test_a_suggestion_for_a_large_evening_keeps_all_that_binds() -> None:
    plan = make_plan(LARGE)
    best, *_others = alternatives(LARGE, seconds=3.0)
    assert not breaks(plan, best.placed)
    assert plan.worth(best.placed) >= plan.worth(quick_placement(plan))
