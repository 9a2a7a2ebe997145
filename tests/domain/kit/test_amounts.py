"""Products and sums of numbers that nobody is quite sure of."""

import math
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from kdc_desktop.domain.kit.amounts import Amount, between, times, total

FIGURES = st.integers(-1000, 1000)
SPREADS = st.integers(0, 500)
AMOUNTS = st.builds(Amount, FIGURES, SPREADS, SPREADS)


def test_ends_that_nobody_has_said_are_no_spread() -> None:
    assert between(6, None, None) == Amount(6, 0, 0)
    assert between(6, 5, 8) == Amount(6, 1, 2)


def test_minutes_times_people_with_both_spreads() -> None:
    found = times(Amount(6, 1, 2), Amount(100, 10, 20))
    assert found.value == 600
    assert found.down == math.hypot(100, 60)
    assert found.up == math.hypot(200, 120)


def test_minutes_that_are_taken_turn_the_ends_round() -> None:
    found = times(Amount(-6), Amount(100, 10, 20))
    assert (found.least, found.most) == (-720, -540)


def test_what_cannot_be_less_than_nothing_is_not_less_than_nothing_together() -> None:
    found = times(Amount(10, 10, 2), Amount(100, 100, 10))
    assert (found.least, found.value) == (0, 1000)


@given(AMOUNTS, AMOUNTS)
def test_a_product_goes_no_further_than_its_parts_at_their_ends(one: Amount, other: Amount) -> None:
    found = times(one, other)
    ends = [a * b for a, b in product((one.least, one.most), (other.least, other.most))]
    assert found.least >= min(ends) - 1e-6
    assert found.most <= max(ends) + 1e-6
    assert min(found.down, found.up) >= 0


@given(AMOUNTS, AMOUNTS)
def test_a_product_lies_within_what_its_parts_may_be_at_most(one: Amount, other: Amount) -> None:
    """Where only one part is unsure it is exactly so."""
    found = times(one, other)
    sure = times(one, Amount(other.value))
    ends = sorted((one.least * other.value, one.most * other.value))
    assert math.isclose(sure.least, ends[0], abs_tol=1e-6)
    assert math.isclose(sure.most, ends[1], abs_tol=1e-6)
    assert found.down >= sure.down
    assert found.up >= sure.up
    assert times(other, one) == found


@given(st.lists(AMOUNTS, max_size=8))
def test_a_sum_is_off_by_the_root_of_the_summed_squares(amounts: list[Amount]) -> None:
    found = total(amounts)
    assert math.isclose(found.value, math.fsum(one.value for one in amounts), abs_tol=1e-6)
    for side in ("down", "up"):
        squares = math.fsum(getattr(one, side) ** 2 for one in amounts)
        assert math.isclose(getattr(found, side), math.sqrt(squares), abs_tol=1e-6)


def test_all_that_may_happen_of_two_coins_is_spread_as_is_said() -> None:
    """Two amounts that are each off by 3 or by 4 either way are off by 5 together, on average."""
    outcomes = [a + b for a, b in product((-3, 3), (-4, 4))]
    root = math.sqrt(sum(one**2 for one in outcomes) / len(outcomes))
    assert total((Amount(0, 3, 3), Amount(0, 4, 4))).up == root
