"""Criteria: an exact weighted mean, papers that judge some of it, criteria without weight."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kdc_desktop.domain.polls.cast import Spot
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.placing import check
from kdc_desktop.domain.polls.terms import CriterionTerms, Terms
from tests.domain.polls.papers import by_hand, cast, counted, options, places, values
from tests.examples import examples

METHOD = method_of("criteria")
IMPACT, EASE = CriterionTerms(1, "Impact", 2), CriterionTerms(2, "Ease", 1)
TERMS = Terms(options(3), criteria=(IMPACT, EASE))


def paper(**said: tuple[int | None, int | None]) -> dict[Spot, int]:
    """What a paper says: for each option a number of impact and one of ease."""
    return {
        Spot(ord(option) - 64, criterion): value
        for option, both in said.items()
        for criterion, value in enumerate(both, 1)
        if value is not None
    }


def test_a_mean_is_weighted_exactly() -> None:
    papers = [paper(A=(5, 1), B=(3, 3)), paper(A=(4, 2), B=(3, 4), C=(0, 5))]
    count = counted("criteria", TERMS, papers)
    assert values(count) == {1: Fraction(21, 6), 2: Fraction(19, 6), 3: Fraction(5, 3)}
    assert [one.parts for one in count.options] == [
        (Fraction(9, 2), Fraction(3, 2)),
        (3, Fraction(7, 2)),
        (0, 5),
    ]
    assert [one.voters for one in count.options] == [2, 2, 1]
    assert count.winners == (1,)
    assert count.remarks == ()


marks = st.dictionaries(
    st.builds(Spot, st.integers(1, 3), st.integers(1, 2)), st.integers(0, 5), max_size=6
)


def test_each_criterion_has_the_mean_of_those_who_gave_a_number_for_it() -> None:
    @settings(max_examples=examples(60), deadline=None)
    @given(st.lists(marks, max_size=8))
    def check_all(papers: list[dict[Spot, int]]) -> None:
        expected: dict[int, Fraction | None] = {}
        for key in TERMS.ids:
            impact = [p[Spot(key, 1)] for p in papers if Spot(key, 1) in p]
            ease = [p[Spot(key, 2)] for p in papers if Spot(key, 2) in p]
            expected[key] = (
                (2 * Fraction(sum(impact), len(impact)) + Fraction(sum(ease), len(ease))) / 3
                if impact and ease
                else None
            )
        count = counted("criteria", TERMS, papers)
        assert values(count) == expected
        assert places(count) == by_hand(expected)

    check_all()


def test_what_is_judged_by_one_criterion_only_has_no_mean_and_is_named() -> None:
    count = counted("criteria", TERMS, [paper(A=(5, None), B=(1, 1))])
    assert [(one.option_id, one.place, one.value) for one in count.options] == [
        (2, 1, 1),
        (1, 2, None),
        (3, 2, None),
    ]
    assert count.remarks == (
        "Nobody said anything of “C”.",
        "Judged by some criteria only, and so without a mean: “A”.",
    )


def test_a_criterion_without_weight_is_a_sentence_and_counts_nothing() -> None:
    one, two = CriterionTerms(1, "Impact", 0), CriterionTerms(2, "Ease", 0)
    assert METHOD.unfit(Terms(options(2), criteria=(one, EASE))) == (
        "Give “Impact” a weight of 1 or more, or take that criterion out."
    )
    assert METHOD.unfit(Terms(options(2), criteria=(one, two))) == (
        "Give “Impact” and “Ease” a weight of 1 or more, or take those criteria out."
    )
    terms = Terms(options(2), criteria=(one, EASE))
    count = counted("criteria", terms, [paper(A=(5, 1), B=(0, 2))])
    assert values(count) == {1: 1, 2: 2}
    assert count.remarks == ("Not counted, since it has no weight: “Impact”.",)
    weightless = counted("criteria", Terms(options(2), criteria=(one, two)), [paper(A=(5, 1))])
    assert (weightless.winners, values(weightless)) == ((), {1: None, 2: None})


@pytest.mark.parametrize(
    ("criteria", "sentence"),
    [
        ((), "Write down at least one criterion by which the options are judged."),
        ((IMPACT, CriterionTerms(2, " ", 1)), "Give every criterion a name."),
        ((IMPACT, EASE), None),
    ],
)
def test_criteria_are_asked_for(criteria: tuple[CriterionTerms, ...], sentence: str | None) -> None:
    assert METHOD.unfit(Terms(options(2), criteria=criteria)) == sentence


def test_a_scale_needs_two_levels() -> None:
    terms = Terms(options(2), lowest=1, highest=1, criteria=(IMPACT,))
    assert METHOD.unfit(terms) == (
        "Let the scale go from a lower number to a higher one: one level says nothing."
    )


def test_without_criteria_there_is_nothing_to_fill_in_and_nothing_to_win() -> None:
    terms = Terms(options(2))
    assert list(METHOD.spots(terms)) == []
    count = counted("criteria", terms, [{}])
    assert (count.winners, values(count)) == ((), {1: None, 2: None})
    assert METHOD.shares(cast(terms, [{}]), terms) == {1: 0, 2: 0}


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({Spot(1, 1): 5, Spot(1, 2): 0}, None),
        ({Spot(1, 1): 6}, "Give a number from 0 to 5, or nothing."),
        ({Spot(1, 3): 1}, "One of these options is not on this paper: start again."),
        ({Spot(1): 1}, "One of these options is not on this paper: start again."),
    ],
)
def test_a_paper_is_checked_with_a_sentence(said: dict[Spot, int], sentence: str | None) -> None:
    assert check(METHOD, TERMS, said) == sentence


def test_support_is_how_far_up_the_scale_the_weighted_mean_lies() -> None:
    made = cast(TERMS, [paper(A=(5, 5), B=(0, 0)), paper(A=(5, 5), B=(5, 0), C=(5, None))])
    assert METHOD.shares(made, TERMS) == {1: 1, 2: Fraction(1, 3), 3: 0}


def test_its_words() -> None:
    assert METHOD.line(TERMS) == "Criteria: Impact and Ease"
    assert METHOD.line(Terms(())) == "Criteria"
    assert METHOD.written(Fraction(7, 2), TERMS) == "3.50"
    assert METHOD.written(None, TERMS) == "no number"
    assert [level.value for level in METHOD.levels(TERMS)] == [0, 1, 2, 3, 4, 5]
