"""What consortia give back together, held against a sum that is worked out by hand."""

import math
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from kdc_desktop.domain.consortia.given_back import still_counts
from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.gains.states import GainWay
from kdc_desktop.domain.gains.sums import Gives, given_back, that_counts
from kdc_desktop.domain.kit.amounts import Amount

GIVES = st.builds(
    Gives,
    st.builds(Amount, st.integers(-9999, 9999), st.integers(0, 999), st.integers(0, 999)),
    st.sampled_from(GainWay),
    st.sampled_from(ConsortiumState),
)


@given(st.lists(GIVES, max_size=12))
def test_only_what_is_measured_is_given_back_and_guesses_are_on_the_way(gives: list[Gives]) -> None:
    found = given_back(gives)
    for way, amount in ((GainWay.MEASURED, found.measured), (GainWay.GUESSED, found.on_the_way)):
        value = down = 0.0
        for one in gives:
            if one.way is way and one.counts:
                value += one.worth.value
                down += one.worth.down**2
        assert math.isclose(amount.value, value, abs_tol=1e-6)
        assert math.isclose(amount.down, math.sqrt(down), abs_tol=1e-6)


def test_what_goes_on_after_the_end_counts_where_it_was_measured() -> None:
    counted = {
        (state, measured)
        for state, measured in product(ConsortiumState, (True, False))
        if still_counts(state, measured=measured)
    }
    over = {ConsortiumState.ENDED, ConsortiumState.STOPPED}
    alive = {pair for pair in product(ConsortiumState, (True, False)) if pair[0] not in over}
    assert counted == alive | {(ConsortiumState.ENDED, True)}


def test_a_measure_counts_before_a_newer_guess_and_the_newest_of_its_kind() -> None:
    def gives(way: GainWay, minutes: float) -> Gives:
        return Gives(Amount(minutes), way, ConsortiumState.RUNNING)

    newest_first = [
        gives(GainWay.GUESSED, 9),
        gives(GainWay.MEASURED, 6),
        gives(GainWay.MEASURED, 4),
    ]
    assert that_counts(newest_first) == newest_first[1]
    assert that_counts(newest_first[:1]) == newest_first[0]
    assert that_counts([]) is None
