"""Suggestions for evenings where most want the same three winners and there is a seat for each."""

import pytest

from kdc_desktop.domain.consortia.suggest import alternatives, differing
from kdc_desktop.domain.consortia.suggest_greedy import quick_placement
from kdc_desktop.domain.consortia.suggest_plan import make_plan
from tests.domain.consortia.made_up import breaks
from tests.rooms.hard_evening import SIZES, acquainted, hard_evening

EVENINGS = [hard_evening(*SIZES[0], seed) for seed in range(1, 6)]
EVENINGS += [acquainted(evening) for evening in EVENINGS[:2]]


@pytest.mark.parametrize("evening", EVENINGS)
def test_three_of_them_keep_the_limits_and_place_a_tenth_differently(evening) -> None:
    plan, found = make_plan(evening), alternatives(evening)
    assert len(found) == 3
    for at, one in enumerate(found):
        assert one.placed
        assert not breaks(plan, one.placed)
        assert plan.pinned.items() <= one.placed.items()
        for other in found[:at]:
            assert differing(one.placed, other.placed) >= len(evening.candidates) / 10


@pytest.mark.parametrize("evening", EVENINGS)
def test_the_best_is_proven_and_no_worse_than_the_quick_one(evening) -> None:
    plan, (best, *_others) = make_plan(evening), alternatives(evening)
    assert best.bound_gap is not None
    assert best.bound_gap <= 0.2
    assert plan.worth(best.placed) >= plan.worth(quick_placement(plan))


@pytest.mark.parametrize("evening", EVENINGS)
def test_who_waits_has_no_seat_to_sit_on(evening) -> None:
    plan = make_plan(evening)
    for one in alternatives(evening):
        runs = set(one.placed.values())
        assert [
            (key, winner_id)
            for key in one.waiting
            for winner_id in runs
            if not breaks(plan, {**one.placed, key: winner_id})
        ] == []


def test_the_same_evening_has_the_same_suggestions() -> None:
    assert alternatives(EVENINGS[0]) == alternatives(EVENINGS[0])
