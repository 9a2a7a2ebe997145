"""Strengths from pairs: as published, as a finer reckoning has them, and told with their doubt."""

import random
from itertools import pairwise, permutations
from math import exp, log, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kdc_desktop.domain.polls.cast import Cast, Spot, cast_of, papers_of
from kdc_desktop.domain.polls.method import Count
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.strengths import strengths
from tests.domain.polls.elections import count_papers, terms_of
from tests.examples import examples

METHOD = method_of("pairwise")


def cast(titles: str, *papers: str | tuple[str, int]) -> Cast:
    """A paper says “AB CB”: A before B, C before B; cast once, or so often."""
    rows = [(paper, 1) if isinstance(paper, str) else paper for paper in papers]
    return cast_of(
        papers_of(
            range(1, len(titles) + 1),
            [
                ({Spot(*(titles.index(one) + 1 for one in pair)): 1 for pair in said.split()}, n)
                for said, n in rows
            ],
        )
    )


def counted(titles: str, *papers: str | tuple[str, int]) -> Count:
    return count_papers("pairwise", terms_of(titles), cast(titles, *papers))


BASEBALL = {
    "Milwaukee": (0, 7, 9, 7, 7, 9, 11),
    "Detroit": (6, 0, 7, 5, 11, 9, 9),
    "Toronto": (4, 6, 0, 7, 7, 8, 12),
    "New York": (6, 8, 6, 0, 6, 7, 10),
    "Boston": (6, 2, 6, 7, 0, 7, 12),
    "Cleveland": (4, 4, 5, 6, 6, 0, 6),
    "Baltimore": (2, 4, 1, 3, 1, 7, 0),
}
"""Who won against whom in 1987: Alan Agresti, “Categorical Data Analysis”, 2nd edition, table
10.10, with the estimates of table 10.11."""


def test_without_a_prior_baseball_comes_out_as_in_agresti() -> None:
    found = strengths(list(BASEBALL.values()), prior=1e-9)
    last = found.strength[-1]
    assert [round(one - last, 2) for one in found.strength] == [
        *(1.58, 1.44, 1.29, 1.25, 1.11, 0.68),
        0.0,
    ]
    spread = [
        found.together[at][at] + found.together[6][6] - 2 * found.together[at][6] for at in range(6)
    ]
    assert [round(sqrt(one), 1) for one in spread] == [0.3] * 6


def test_the_prior_is_weak() -> None:
    found, bare = (strengths(list(BASEBALL.values()), prior=prior) for prior in (1.0, 1e-9))
    apart = [a - b for a, b in zip(found.strength, bare.strength, strict=True)]
    assert max(apart) - min(apart) < 0.3
    assert sorted(found.strength, reverse=True) == found.strength


def slowly(won: list[list[int]]) -> list[float]:
    """The same strengths by Hunter's steps (2004), the average option as one more that is fixed."""
    size = len(won)
    strong = [1.0] * size
    for _step in range(20_000):
        before = list(strong)
        for one in range(size):
            met = 2 / (strong[one] + 1) + sum(
                (won[one][other] + won[other][one]) / (strong[one] + strong[other])
                for other in range(size)
                if other != one
            )
            strong[one] = (sum(won[one]) + 1) / met
        if max(abs(a - b) / b for a, b in zip(strong, before, strict=True)) < 1e-13:
            break
    return [log(one) for one in strong]


def tables(size: int) -> st.SearchStrategy[list[list[int]]]:
    row = st.lists(st.sampled_from((0, 0, 0, 1, 2, 30)), min_size=size, max_size=size)
    return st.lists(row, min_size=size, max_size=size).map(
        lambda won: [[0 if a == b else n for b, n in enumerate(r)] for a, r in enumerate(won)]
    )


def test_strengths_are_those_of_a_slow_twin_and_their_chances_have_the_mean_a_half() -> None:
    @settings(max_examples=examples(40), deadline=None)
    @given(st.integers(1, 5).flatmap(tables))
    def look(won: list[list[int]]) -> None:
        found = strengths(won)
        assert found.strength == pytest.approx(slowly(won), abs=1e-6)
        chances = [found.chance(at) for at in range(len(won))]
        assert sum(chances) / len(chances) == pytest.approx(0.5)
        assert all(
            low < chance < high
            for chance, (low, high) in zip(
                chances, map(found.between, range(len(won))), strict=True
            )
        )

    look()


def test_neither_ids_nor_the_order_of_options_count() -> None:
    @settings(max_examples=examples(25), deadline=None)
    @given(tables(4), st.permutations(range(4)))
    def look(won: list[list[int]], moved: list[int]) -> None:
        one = strengths(won)
        two = strengths([[won[a][b] for b in moved] for a in moved])
        assert two.strength == pytest.approx([one.strength[at] for at in moved])
        same = [[one.strength[a] == one.strength[b] for b in moved] for a in moved]
        assert same == [[a == b for b in two.strength] for a in two.strength]

    look()


def test_who_is_preferred_once_more_is_no_weaker_and_stands_no_lower() -> None:
    @settings(max_examples=examples(40), deadline=None)
    @given(tables(4), st.permutations(range(4)))
    def look(won: list[list[int]], order: list[int]) -> None:
        one, other = order[:2]
        before = strengths(won).strength
        won[one][other] += 1
        after = strengths(won).strength
        assert after[one] > before[one]
        assert after[other] < before[other]
        assert [a > after[one] for a in after] <= [b > before[one] for b in before] or all(
            b > before[one] for a, b in zip(after, before, strict=True) if a > after[one]
        )

    look()


@pytest.mark.parametrize("won", [[[0, 9], [4, 0]], [[0, 3], [0, 0]], [[0, 40], [0, 0]]])
def test_the_range_holds_nine_tenths_of_what_is_likely_or_some_more(won: list[list[int]]) -> None:
    """Against the posterior of two options, summed up on a fine grid."""
    found = strengths(won)
    grid = [at / 20 for at in range(-200, 201)]
    weights, stronger = [0.0] * len(grid), 0.0
    for at, one in enumerate(grid):
        for other in grid:
            chance = 1 / (1 + exp(other - one))
            weight = exp(one + other) / ((1 + exp(one)) * (1 + exp(other))) ** 2
            weight *= chance ** won[0][1] * (1 - chance) ** won[1][0]
            weights[at] += weight
            stronger += weight * ((one > other) + (one == other) / 2)
    low, high = found.between(0)
    inside = sum(
        weight
        for one, weight in zip(grid, weights, strict=True)
        if low <= 1 / (1 + exp(-one)) <= high
    )
    assert 0.9 <= inside / sum(weights) < 0.98
    assert -0.01 < stronger / sum(weights) - found.surely(0, 1) < 0.06


def test_before_anything_is_known_every_chance_is_as_likely() -> None:
    found = strengths([[0, 0], [0, 0]])
    assert [found.chance(at) for at in (0, 1)] == [0.5, 0.5]
    assert found.between(0) == pytest.approx((0.05, 0.95), abs=0.002)
    assert found.surely(0, 1) == pytest.approx(0.5)


def test_a_count_says_place_chance_range_and_how_sure_the_first_one_is() -> None:
    found = counted("ABC", ("AB AC", 2), ("BA BC", 1), "")
    assert [one.option_id for one in found.options] == [1, 2, 3]
    assert found.winners == (1,)
    assert (found.papers, found.blank) == (4, 1)
    assert [one.voters for one in found.options] == [2, 1, 0]
    first = found.options[0]
    assert METHOD.written(first.value, terms_of("ABC")) == "69 %"
    assert first.low is not None
    assert first.high is not None
    assert first.low < 0.5 < float(first.value or 0) < first.high
    assert found.remarks == ("That “A” really stands before “B” is 71 % sure.",)


def test_what_was_never_compared_is_a_guess_and_says_so() -> None:
    found = counted("ABCD", ("AB", 9), ("CD", 9))
    assert [(one.option_id, one.place) for one in found.options] == [(1, 1), (3, 1), (2, 3), (4, 3)]
    assert found.remarks == (
        "Some options were not compared with the rest, directly or over others:"
        " where they stand beside each other is a guess.",
    )


def test_what_nobody_was_asked_about_has_no_value_and_stands_last() -> None:
    found = counted("ABCD", ("AB", 9), ("AC", 9))
    last = found.options[-1]
    assert (last.option_id, last.place, last.value, last.low) == (4, 4, None, None)
    assert [one.value is None for one in found.options] == [False, False, False, True]
    assert found.remarks == ("“D” was never compared.",)


def test_nobody_wins_where_nothing_was_compared() -> None:
    for papers in ((), ("", "")):
        found = counted("ABC", *papers)
        assert (found.winners, found.remarks) == ((), ())
        assert [(one.place, one.value) for one in found.options] == [(1, None)] * 3
        assert METHOD.shares(cast("ABC", *papers), terms_of("ABC")) == {1: 0, 2: 0, 3: 0}


def test_a_circle_is_a_tie_of_all() -> None:
    found = counted("ABC", "AB BC CA")
    assert [(one.place, one.tied, one.winner) for one in found.options] == [(1, True, True)] * 3


def test_many_options_and_papers_of_one_mind() -> None:
    titles = [chr(0x4E00 + at) for at in range(200)]
    said = " ".join(f"{a}{b}" for a, b in pairwise(titles))
    found = counted("".join(titles), (said, 500_000))
    assert [one.option_id for one in found.options] == list(range(1, 201))
    assert not any(one.tied for one in found.options)


def test_support_is_the_chance_that_these_papers_have_it() -> None:
    found = counted("AB", ("AB", 3))
    shares = METHOD.shares(cast("AB", ("AB", 3)), terms_of("AB"))
    assert [float(shares[one.option_id]) for one in found.options] == [
        one.value for one in found.options
    ]
    assert sum(shares.values()) == pytest.approx(1)


def test_a_random_order_is_found_again_from_a_tenth_of_its_pairs() -> None:
    lots, titles = random.Random(3), "ABCDEFGHIJ"
    true = {title: 4 - at for at, title in enumerate(titles)}
    papers = []
    for _voter in range(400):
        a, b = lots.sample(titles, 2)
        papers.append(f"{a}{b}" if lots.random() < 1 / (1 + exp(true[b] - true[a])) else f"{b}{a}")
    found = counted(titles, *papers)
    chances = {titles[one.option_id - 1]: one for one in found.options}
    wrong = sum(
        float(chances[a].value or 0) < float(chances[b].value or 0)
        for a, b in permutations(titles, 2)
        if true[a] > true[b] + 1
    )
    assert wrong == 0
