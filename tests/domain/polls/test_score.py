"""Scores: the mean of those who gave one, published examples, and real votes."""

import csv
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kdc_desktop import paths
from kdc_desktop.domain.polls.cast import spots
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.placing import check
from kdc_desktop.domain.polls.terms import PollChoice, Terms
from tests.domain.polls.papers import (
    SILENT,
    by_hand,
    cast,
    counted,
    options,
    places,
    raised,
    values,
)
from tests.examples import examples

METHOD = method_of("score")
SIGNED = Terms(options(3), lowest=-1, highest=1)
VOTES = paths.resource("sample", "bowling-green-2050", "votes.csv")


def test_the_capital_of_tennessee_is_nashville() -> None:
    """Wikipedia, Score voting: 42 live at Memphis, 26 at Nashville, 15 and 17 farther east."""
    papers = [
        {1: 10, 2: 4, 3: 2, 4: 0},
        {1: 0, 2: 10, 3: 4, 4: 2},
        {1: 0, 2: 6, 3: 10, 4: 6},
        {1: 0, 2: 5, 3: 7, 4: 10},
    ]
    count = counted("score", Terms(options(4), highest=10), papers, (42, 26, 15, 17))
    total = {key: value * 100 for key, value in values(count).items() if value is not None}
    assert total == {1: 420, 2: 603, 3: 457, 4: 312}
    assert [one.option_id for one in count.options] == [2, 3, 1, 4]
    assert count.winners == (2,)


papers_of_three = st.lists(
    st.dictionaries(st.integers(1, 3), st.integers(-1, 1), max_size=3), max_size=12
)


def test_a_mean_is_that_of_those_who_gave_a_number_and_blank_is_no_zero() -> None:
    @settings(max_examples=examples(60), deadline=None)
    @given(papers_of_three)
    def check_all(papers: list[dict[int, int]]) -> None:
        said = {key: [paper[key] for paper in papers if key in paper] for key in SIGNED.ids}
        means = {key: Fraction(sum(n), len(n)) if n else None for key, n in said.items()}
        count = counted("score", SIGNED, papers)
        assert values(count) == means
        assert places(count) == by_hand(means)
        assert count.papers == len(papers)
        assert count.blank == sum(not paper for paper in papers)
        for one in count.options:
            assert one.voters == len(said[one.option_id])
            assert one.spread == tuple(said[one.option_id].count(level) for level in (-1, 0, 1))

    check_all()


def test_what_nobody_scored_comes_last_behind_the_worst() -> None:
    count = counted("score", SIGNED, [{1: -1, 3: 1}, {1: -1, 3: 1}])
    assert [(one.option_id, one.place, one.value) for one in count.options] == [
        (3, 1, 1),
        (1, 2, -1),
        (2, 3, None),
    ]
    assert count.remarks == ("Nobody said anything of “B”.",)


def test_a_zero_is_a_number_and_is_kept() -> None:
    paper = {1: 0}
    assert METHOD.kept(SIGNED, {}) == {}
    assert values(counted("score", SIGNED, [paper, {1: 1}]))[1] == Fraction(1, 2)


def test_a_mean_of_few_is_said_to_be_one_of_few() -> None:
    papers = [{1: 1}, {2: 0}, {2: 0, 3: 0}]
    count = counted("score", SIGNED, papers)
    assert count.winners == (1,)
    assert count.remarks == ("“A” comes first, and 1 of 3 papers said something of it.",)


def test_hands_count_with_papers() -> None:
    rule = METHOD.rule()
    count = METHOD.count(raised(SIGNED, (1, 0, 3), (0, 2, 0), (0, 0, 0)), SIGNED, rule)
    assert values(count) == {1: Fraction(1, 2), 2: 0, 3: None}
    assert (count.papers, count.winners) == (0, (1,))


def test_nobody_wins_where_nobody_said_anything() -> None:
    for papers in SILENT:
        count = counted("score", SIGNED, papers)
        assert (count.winners, count.remarks) == ((), ())
        assert places(count) == {1: 1, 2: 1, 3: 1}


@pytest.mark.parametrize("how_many", [0, 1, 200])
def test_none_one_and_very_many_options_are_counted(how_many: int) -> None:
    terms = Terms(options(how_many))
    count = counted("score", terms, [dict.fromkeys(terms.ids, 3)] * 2)
    assert count.winners == terms.ids
    assert {one.value for one in count.options} == ({Fraction(3)} if how_many else set())


def test_huge_numbers_are_exact_and_a_scale_too_long_to_show_is_not_shown() -> None:
    terms = Terms(options(2), lowest=0, highest=10**15)
    count = counted("score", terms, [{1: 10**15, 2: 10**15}, {1: 10**15 - 1, 2: 10**15}])
    assert values(count) == {1: 10**15 - Fraction(1, 2), 2: 10**15}
    assert (count.winners, count.options[0].spread) == ((2,), ())
    assert METHOD.levels(terms) == ()


@pytest.mark.parametrize(
    ("marks", "sentence"),
    [
        ({1: -1, 2: 0, 3: 1}, None),
        ({}, None),
        ({1: 2}, "Give a number from -1 to 1, or nothing."),
        ({1: -2}, "Give a number from -1 to 1, or nothing."),
        ({9: 1}, "One of these options is not on this paper: start again."),
        ({1: 0.5}, "A mark is a whole number: start again."),
    ],
)
def test_a_paper_is_checked_with_a_sentence(marks: dict[int, int], sentence: str | None) -> None:
    assert check(METHOD, SIGNED, spots(marks)) == sentence


def test_a_scale_of_one_level_is_refused_with_a_sentence() -> None:
    sentence = "Let the scale go from a lower number to a higher one: one level says nothing."
    assert METHOD.unfit(Terms(options(2), lowest=3, highest=3)) == sentence
    assert METHOD.unfit(Terms(options(2), lowest=3, highest=2)) == sentence
    assert METHOD.unfit(SIGNED) is None


def test_support_is_how_far_up_the_scale_the_mean_lies() -> None:
    made = cast(SIGNED, [{1: 1, 2: -1}, {1: 0}, {}])
    assert METHOD.shares(made, SIGNED) == {1: Fraction(3, 4), 2: 0, 3: 0}
    flat = Terms(options(1), lowest=2, highest=2)
    assert METHOD.shares(cast(flat, [{1: 2}]), flat) == {1: 0}


def test_its_words() -> None:
    assert METHOD.written(Fraction(41, 12), SIGNED) == "3.42"
    assert METHOD.written(Fraction(3), SIGNED) == "3.00"
    assert METHOD.written(None, SIGNED) == "no number"
    assert METHOD.line(SIGNED) == "Score, -1 to 1"
    assert [str(level.name) for level in METHOD.levels(SIGNED)] == ["-1", "0", "1"]


def test_the_real_votes_of_bowling_green_come_to_the_sums_that_pandas_makes() -> None:
    """14,341 votes of 126 voters on 371 comments: the latest row of a voter and comment counts."""
    import pandas

    votes = pandas.read_csv(VOTES)
    assert (len(votes), votes["voter-id"].nunique()) == (14_341, 126)
    latest = votes.groupby(["voter-id", "comment-id"], sort=False)["vote"].last()
    by_comment = latest.groupby("comment-id").agg(["sum", "count"])
    papers: dict[str, dict[int, int]] = {}
    with VOTES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            papers.setdefault(row["voter-id"], {})[int(row["comment-id"])] = int(row["vote"])
    comments = sorted({key for paper in papers.values() for key in paper})
    terms = Terms(tuple(PollChoice(key, str(key)) for key in comments), lowest=-1, highest=1)
    count = counted("score", terms, papers.values())
    assert (count.papers, count.blank, len(count.options)) == (126, 0, 371)
    assert {
        one.option_id: ((one.value or 0) * one.voters, one.voters) for one in count.options
    } == dict(
        zip(by_comment.index, zip(by_comment["sum"], by_comment["count"], strict=True), strict=True)
    )
    assert places(count) == by_hand(values(count))
