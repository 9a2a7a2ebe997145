"""Equal shares: as in fractions by hand, whatever floats can tell; examples from the literature."""

import random
from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kdc_desktop.domain.polls.backers import Backers, backers_of
from kdc_desktop.domain.polls.cast import Papers, papers_of
from kdc_desktop.domain.polls.equal_shares import Funding, fund
from kdc_desktop.domain.polls.shares_run import Buying, Market
from tests.domain.polls.funding_by_hand import Ballots, ByHand, by_hand, one_run
from tests.examples import examples


def papers(ballots: Ballots, options: int, times: Sequence[int] = ()) -> Papers:
    often = times or [1] * len(ballots)
    said = [dict.fromkeys(sorted(one), 1) for one in ballots]
    return papers_of(range(options), zip(said, often, strict=True))


def backers(ballots: Ballots, options: int) -> Backers:
    return backers_of(papers(ballots, options))


def prices(run: Buying) -> list[Fraction]:
    return [run.purses.exact.paid(at) for at in range(len(run.bought))]


def told(found: Funding) -> ByHand:
    run = found.run
    return ByHand(
        list(found.free), list(run.options), prices(run), found.raised, list(found.added.bought)
    )


def sets(text: str) -> list[frozenset[int]]:
    """Ballots as “3 ab, 2 cd”: so many papers for these letters."""
    rows = (row.split() for row in text.split(","))
    return [frozenset(map("abcdefgh".index, letters)) for n, letters in rows for _ in range(int(n))]


@st.composite
def elections(draw: st.DrawFn, costs: st.SearchStrategy[int]) -> tuple[Ballots, list[int]]:
    options = draw(st.integers(1, 7))
    ballot = st.frozensets(st.integers(0, options - 1))
    return (
        draw(st.lists(ballot, min_size=1, max_size=10)),
        draw(st.lists(costs, min_size=options, max_size=options)),
    )


MONEY = [st.integers(0, 9), st.integers(0, 400), st.integers(1, 6).map(lambda n: 60 * n)]


@pytest.mark.parametrize("costs", MONEY, ids=["small", "any", "round"])
def test_it_is_as_by_hand(costs: st.SearchStrategy[int]) -> None:
    @settings(max_examples=examples(60), deadline=None)
    @given(elections(costs), st.integers(0, 1000), st.sampled_from([1, 1, 7]))
    def look(election: tuple[Ballots, list[int]], total: int, one: int) -> None:
        ballots, each = election
        total = min(total, sum(each) + 3)
        found = fund(backers(ballots, len(each)), tuple(each), total, one)
        assert told(found) == by_hand(ballots, each, total, one)

    look()


def test_what_floats_cannot_tell_apart_is_told_in_fractions() -> None:
    """Costs that differ in the sixteenth digit, and purses that are empty but for one."""
    hair = st.integers(-2, 2).map(lambda n: 6 * 10**15 + n)

    @settings(max_examples=examples(150), deadline=None)
    @given(elections(hair | st.integers(1, 3)), st.integers(10**15, 9 * 10**16))
    def look(election: tuple[Ballots, list[int]], total: int) -> None:
        ballots, each = election
        share = Fraction(total, len(ballots))
        run = Market(backers(ballots, len(each)), tuple(each)).run(share)
        assert (list(run.options), prices(run)) == one_run(ballots, each, share)

    look()


def test_several_steps_at_once_buy_what_each_of_them_would() -> None:
    @settings(max_examples=examples(80), deadline=None)
    @given(elections(st.integers(1, 200)), st.integers(0, 900), st.integers(2, 30))
    def look(election: tuple[Ballots, list[int]], total: int, steps: int) -> None:
        ballots, each = election
        share = Fraction(total, len(ballots))
        market = Market(backers(ballots, len(each)), tuple(each))
        run = market.run(share)
        later = market.again(run, share + steps)
        if later is None:
            return
        assert (list(later.options), prices(later)) == one_run(ballots, each, share + steps)
        for step in range(steps):
            assert one_run(ballots, each, share + step)[0] == list(run.options)

    look()


def test_papers_that_say_the_same_are_one_however_they_are_given() -> None:
    chance = random.Random(4)
    kinds = [frozenset(chance.sample(range(70), chance.randint(0, 5))) for _ in range(40)]
    times = [chance.randint(1, 9) for _ in kinds]
    apart = [one for one, often in zip(kinds, times, strict=True) for _ in range(often)]
    chance.shuffle(apart)
    costs = tuple(chance.randint(50, 900) for _ in range(70))
    grouped, single = backers_of(papers(kinds, 70, times)), backers(apart, 70)
    assert len(single.many) == len(set(apart)) < len(apart)
    assert grouped.approvals == single.approvals
    assert told(fund(grouped, costs, 9000)) == told(fund(single, costs, 9000))
    assert told(fund(grouped, costs, 9000)) == by_hand(apart, costs, 9000)


def test_an_example_of_the_book_on_committees() -> None:
    """Lackner and Skowron, Multi-Winner Voting with Approval Preferences (2023), example 12."""
    ballots = sets("3 cd, 2 ab, 2 ac, 1 bd")
    run = Market(backers(ballots, 4), (1, 1, 1, 1)).run(Fraction(3, 8))
    assert (run.options, prices(run)) == ((2, 0), [Fraction(1, 5), Fraction(13, 40)])


def test_another_one_in_which_only_one_can_be_paid() -> None:
    """The same, example 11: with a third each, those for a pay an eighth, and nobody can go on."""
    ballots = sets("3 ab, 3 ac, 2 ad, 1 bcf, 1 e, 1 f, 1 g")
    run = Market(backers(ballots, 7), (1,) * 7).run(Fraction(1, 3))
    assert (run.options, prices(run)) == ((0,), [Fraction(1, 8)])


def test_half_of_the_money_goes_where_half_of_the_voters_want_it() -> None:
    """Why the rule is there: 51 for ten, 49 for another ten, and enough for ten in all."""
    ballots = [frozenset(range(10))] * 51 + [frozenset(range(10, 20))] * 49
    funded = fund(backers(ballots, 20), (100,) * 20, 1000).funded
    assert [len([at for at in funded if at < 10]), len(funded)] == [5, 10]


def test_a_group_with_enough_shares_gets_what_it_agrees_on() -> None:
    """Whoever is so many that their shares are enough for what all of them want gets it, or has
    got something else for them before: no such group has nothing."""

    @settings(max_examples=examples(60), deadline=None)
    @given(elections(st.integers(1, 100)), st.integers(1, 400))
    def look(election: tuple[Ballots, list[int]], total: int) -> None:
        ballots, each = election
        funded = fund(backers(ballots, len(each)), tuple(each), total).funded
        for at, cost in enumerate(each):
            group = [one for one in ballots if at in one]
            if group and cost * len(ballots) <= total * len(group):
                assert any(one & funded for one in group)

    look()


def test_neither_the_order_of_papers_nor_the_names_of_options_matter_but_in_a_tie() -> None:
    @settings(max_examples=examples(40), deadline=None)
    @given(elections(st.integers(1, 10**6)), st.integers(1, 10**6), st.randoms())
    def look(election: tuple[Ballots, list[int]], total: int, chance: random.Random) -> None:
        ballots, each = election
        shuffled = chance.sample(list(ballots), len(ballots))
        one = fund(backers(ballots, len(each)), tuple(each), total)
        assert told(fund(backers(shuffled, len(each)), tuple(each), total)) == told(one)
        if len(set(each)) < len(each):
            return  # what costs the same and has as many approvals stands as on the paper
        order = chance.sample(range(len(each)), len(each))
        moved = [frozenset(order[at] for at in ballot) for ballot in ballots]
        costs = [each[order.index(at)] for at in range(len(each))]
        other = fund(backers(moved, len(each)), tuple(costs), total)
        assert other.funded == {order[at] for at in one.funded}

    look()
