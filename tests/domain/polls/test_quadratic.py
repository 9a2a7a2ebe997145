"""Quadratic: votes are bought with credits, and so many cost their square."""

from collections.abc import Mapping
from fractions import Fraction
from math import isqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kdc_desktop.domain.polls.cast import spots
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.placing import check
from kdc_desktop.domain.polls.terms import Terms
from tests.domain.polls.papers import by_hand, cast, counted, options, places, values
from tests.examples import examples

METHOD = method_of("quadratic")
TERMS = Terms(options(3), marks_each=16)


@pytest.mark.parametrize(("votes", "cost"), [(1, 1), (2, 4), (3, 9), (4, 16), (5, 25), (10, 100)])
def test_so_many_votes_cost_their_square(votes: int, cost: int) -> None:
    """The table of Wikipedia, Quadratic voting."""
    assert METHOD.spent(spots({1: votes})) == cost


@pytest.mark.parametrize(
    ("credit", "marks", "sentence"),
    [
        (16, {1: 4}, None),
        (16, {1: 2, 2: 2, 3: 2}, None),
        (16, {}, None),
        (16, {1: 0}, None),
        (16, {1: 3, 2: 3}, "Your votes cost 18 and you have 16 credits: take some back."),
        (1, {1: 1, 2: 1}, "Your votes cost 2 and you have 1 credit: take some back."),
        (0, {1: 100}, None),
        (16, {1: 10**9}, f"Your votes cost {10**18:,} and you have 16 credits: take some back."),
        (16, {1: -1}, "Votes are for an option, never against it: take those below 0 back."),
    ],
)
def test_a_paper_is_checked_with_what_it_costs(
    credit: int, marks: dict[int, int], sentence: str | None
) -> None:
    terms = Terms(options(3), marks_each=credit)
    assert check(METHOD, terms, spots(marks)) == sentence


papers_in_credit = st.lists(
    st.dictionaries(st.integers(1, 3), st.integers(0, 4), max_size=3).filter(
        lambda paper: sum(value * value for value in paper.values()) <= 16
    ),
    max_size=12,
)


def test_votes_are_added_up() -> None:
    @settings(max_examples=examples(60), deadline=None)
    @given(papers_in_credit)
    def check_all(papers: list[dict[int, int]]) -> None:
        kept = [METHOD.kept(TERMS, spots(paper)) for paper in papers]
        count = counted("quadratic", TERMS, kept)
        votes = {key: sum(paper.get(key, 0) for paper in papers) for key in TERMS.ids}
        assert values(count) == votes
        assert places(count) == by_hand(votes)
        assert count.blank == sum(not any(paper.values()) for paper in papers)
        best = max(votes.values())
        assert set(count.winners) == {key for key, n in votes.items() if n == best and n}

    check_all()


def test_who_wants_one_thing_strongly_outweighs_who_wants_it_a_little() -> None:
    papers: list[Mapping[int, int]] = [{1: 4}, {2: 1, 3: 1}, {2: 1, 3: 1}, {2: 1}]
    count = counted("quadratic", TERMS, papers)
    assert values(count) == {1: 4, 2: 3, 3: 2}
    assert [one.voters for one in count.options] == [1, 3, 2]


def test_options_that_become_one_keep_what_was_spent_on_them() -> None:
    assert METHOD.together(TERMS, [2, 2, 2]) == isqrt(12) == 3
    assert METHOD.together(TERMS, [4]) == 4
    assert METHOD.together(TERMS, [0, 1]) == 1


def test_nobody_wins_where_nobody_spent_anything() -> None:
    assert counted("quadratic", TERMS, [{}, {}]).winners == ()


def test_everybody_needs_credits() -> None:
    sentence = "Say how many credits everybody has: 16 are enough for 4 votes on one option."
    assert METHOD.unfit(Terms(options(2))) == sentence
    assert METHOD.unfit(TERMS) is None


def test_its_words() -> None:
    assert METHOD.line(TERMS) == "Quadratic, 16 credits each"
    assert METHOD.line(Terms(options(2))) == "Quadratic"
    assert METHOD.said(TERMS, 1) == "1 vote, costs 1"
    assert METHOD.said(TERMS, 3) == "3 votes, cost 9"
    assert METHOD.signs(TERMS, 3) == "3"
    assert METHOD.written(12, TERMS) == "12"


def test_support_is_the_part_that_gives_a_vote() -> None:
    made = cast(TERMS, [{1: 4}, {1: 1, 2: 1}, {}])
    assert METHOD.shares(made, TERMS) == {1: Fraction(2, 3), 2: Fraction(1, 3), 3: 0}
