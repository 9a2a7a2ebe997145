"""Majority judgment: published elections, medians taken away by hand, papers that leave out."""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from math import lcm

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kdc_desktop.domain.polls.majority import majority_value, median
from kdc_desktop.domain.polls.method import Count
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.terms import PollChoice, Terms
from tests.domain.polls.papers import SILENT, Paper, cast, counted, options, places, raised, values
from tests.examples import examples

METHOD = method_of("majority_judgment")
RULE = METHOD.rule()

ORSAY_2007 = {
    "Bayrou": (136, 307, 251, 148, 84, 74),
    "Royal": (167, 227, 191, 168, 122, 126),
    "Sarkozy": (191, 198, 143, 115, 71, 282),
    "Voynet": (29, 93, 175, 237, 261, 205),
    "Besancenot": (41, 99, 163, 160, 226, 311),
    "Buffet": (25, 76, 125, 206, 264, 304),
    "Bové": (15, 60, 114, 160, 257, 395),
    "Laguiller": (21, 53, 102, 166, 259, 401),
    "Nihous": (3, 18, 53, 110, 267, 550),
    "Villiers": (24, 64, 87, 113, 158, 555),
    "Schivardi": (5, 10, 39, 95, 249, 604),
    "Le Pen": (30, 46, 62, 65, 54, 744),
}
"""Excellent to To reject, in ‰ of 1,733 papers, in the order of the result: M. Balinski and
R. Laraki, Election by Majority Judgement: Experimental Evidence, École polytechnique, cahier
2007-28. Rows add up to a little more or less than 1,000, as rounded shares do."""

ORSAY_GRADES = [3, 3, 3, 2, 1, 1, 1, 1, 0, 0, 0, 0]

TERRA_NOVA_2012 = {
    "Hollande": (1248, 1615, 1642, 1167, 1479, 1425, 1424),
    "Bayrou": (258, 977, 2171, 2524, 2008, 1194, 869),
    "Sarkozy": (963, 1235, 1628, 1099, 1113, 787, 3175),
    "Mélenchon": (543, 950, 1289, 1465, 1710, 1506, 2537),
    "Dupont-Aignan": (54, 258, 597, 1126, 2022, 2551, 3392),
    "Joly": (81, 299, 651, 1180, 1465, 2469, 3853),
    "Poutou": (14, 136, 448, 773, 1248, 2809, 4573),
    "Le Pen": (597, 733, 950, 936, 1398, 624, 4763),
    "Arthaud": (0, 136, 380, 651, 1316, 2524, 4993),
    "Cheminade": (41, 81, 244, 583, 1167, 2687, 5197),
}
"""Outstanding to To reject, in hundredths of a per cent of 737 people asked by OpinionWay for
Terra Nova in April 2012, in the order of the result: M. Balinski and R. Laraki, Judge: Don't Vote!,
Operations Research 62 (2014)."""

TERRA_NOVA_GRADES = [3, 3, 2, 2, 1, 1, 1, 1, 1, 0]


def held(profile: Mapping[str, tuple[int, ...]], highest: int) -> Count:
    """The count of a published profile, options from A to Z so that their order tells nothing."""
    names = sorted(profile)
    terms = Terms(tuple(PollChoice(at, name) for at, name in enumerate(names, 1)), highest=highest)
    hands = raised(terms, *(reversed(profile[name]) for name in names))
    return METHOD.count(hands, terms, RULE)


@pytest.mark.parametrize(
    ("profile", "highest", "grades"),
    [(ORSAY_2007, 5, ORSAY_GRADES), (TERRA_NOVA_2012, 6, TERRA_NOVA_GRADES)],
)
def test_published_elections_have_their_published_order(
    profile: Mapping[str, tuple[int, ...]], highest: int, grades: list[int]
) -> None:
    count = held(profile, highest)
    names = sorted(profile)
    assert [names[one.option_id - 1] for one in count.options] == list(profile)
    assert [one.place for one in count.options] == list(range(1, len(profile) + 1))
    assert [one.value for one in count.options] == grades
    assert [names[key - 1] for key in count.winners] == [next(iter(profile))]


def test_the_capital_of_tennessee_is_nashville() -> None:
    """Wikipedia, Majority judgment: 42 live at Memphis, 26 at Nashville, 15 and 17 farther east."""
    memphis, nashville, chattanooga, knoxville = 1, 2, 3, 4
    excellent, good, fair, poor = 5, 3, 2, 1
    papers = [
        {memphis: excellent, nashville: fair, chattanooga: poor, knoxville: poor},
        {memphis: poor, nashville: excellent, chattanooga: fair, knoxville: fair},
        {memphis: poor, nashville: fair, chattanooga: excellent, knoxville: good},
        {memphis: poor, nashville: fair, chattanooga: good, knoxville: excellent},
    ]
    count = counted("majority_judgment", Terms(options(4)), papers, (42, 26, 15, 17))
    assert count.winners == (nashville,)
    assert values(count) == {memphis: poor, nashville: fair, chattanooga: fair, knoxville: fair}
    assert places(count)[memphis] == 4


def medians_taken(said: Mapping[int, int], copies: int) -> list[int]:
    """The medians of what was said, taken away one at a time, everything said so often."""
    left = sorted(level for level, count in said.items() for _ in range(count * copies))
    taken = []
    while left:
        taken.append(left.pop((len(left) - 1) // 2))
    return taken


profiles = st.lists(st.integers(0, 4), min_size=6, max_size=6).map(
    lambda row: {at: count for at, count in enumerate(row) if count}
)


def test_ties_are_parted_as_by_taking_medians_away_one_at_a_time() -> None:
    @settings(max_examples=examples(300), deadline=None)
    @given(profiles, profiles)
    def check(one: dict[int, int], other: dict[int, int]) -> None:
        a, b = sum(one.values()), sum(other.values())
        if not a or not b:
            return
        together = lcm(a, b)
        literal = medians_taken(one, together // a), medians_taken(other, together // b)
        fast = majority_value(one), majority_value(other)
        assert (fast[0] > fast[1]) == (literal[0] > literal[1])
        assert (fast[0] == fast[1]) == (literal[0] == literal[1])
        assert median(one) == medians_taken(one, 1)[0]

    check()


def gauge(said: Mapping[int, int]) -> tuple[int, int, Fraction]:
    """Balinski and Laraki's majority-gauge: the median, and whether more are above or below it."""
    everybody, middle = sum(said.values()), medians_taken(said, 1)[0]
    above = Fraction(sum(n for level, n in said.items() if level > middle), everybody)
    below = Fraction(sum(n for level, n in said.items() if level < middle), everybody)
    return (middle, 1, above) if above > below else (middle, -1, -below)


def test_where_the_gauge_tells_options_apart_it_agrees() -> None:
    @settings(max_examples=examples(300), deadline=None)
    @given(profiles, profiles)
    def check(one: dict[int, int], other: dict[int, int]) -> None:
        if not one or not other or gauge(one) == gauge(other):
            return
        assert (majority_value(one) > majority_value(other)) == (gauge(one) > gauge(other))

    check()


def test_a_count_of_millions_is_parted_without_taking_them_one_at_a_time() -> None:
    many = 10**15
    terms = Terms(options(2))
    even = (0, many, many, 0, 0, 0)
    hands = raised(terms, even, (0, many, many + 1, 0, 0, 0))
    assert METHOD.count(hands, terms, RULE).winners == (2,)


def test_an_option_that_a_paper_leaves_out_has_the_worst_grade_there() -> None:
    papers: list[Paper] = [{1: 5}, {1: 5, 2: 3}, {2: 3}, {2: 3}, {}]
    count = counted("majority_judgment", Terms(options(3)), papers)
    assert (count.papers, count.blank) == (5, 1)
    assert values(count) == {1: 0, 2: 3, 3: 0}
    assert [one.spread for one in count.options] == [
        (1, 0, 0, 3, 0, 0),
        (2, 0, 0, 0, 0, 2),
        (4, 0, 0, 0, 0, 0),
    ]
    assert [one.voters for one in count.options] == [3, 2, 0]
    assert count.remarks == (
        "Nobody said anything of “C”.",
        "7 grades were left out and count as “Reject”.",
    )


def test_it_says_where_the_first_has_no_better_grade_than_others() -> None:
    count = counted(
        "majority_judgment", Terms(options(3)), [{1: 3, 2: 3, 3: 1}, {1: 4, 2: 3, 3: 1}]
    )
    assert count.winners == (1,)
    assert count.remarks == (
        "The grade “Good” is shared by “A” and “B”: to find the first, grades in the middle were"
        " taken away one at a time.",
    )


def test_nothing_wins_where_all_papers_are_blank_or_there_is_none() -> None:
    for papers in SILENT:
        count = counted("majority_judgment", Terms(options(2)), papers)
        assert count.winners == ()
        assert values(count) == {1: None, 2: None}
        assert places(count) == {1: 1, 2: 1}
        assert count.remarks == ()


def test_a_tie_of_all_is_a_tie() -> None:
    count = counted("majority_judgment", Terms(options(3)), [{1: 2, 2: 2, 3: 2}])
    assert count.winners == (1, 2, 3)
    assert all(one.tied for one in count.options)
    assert count.remarks == ()


def test_hands_are_grades_and_leave_nothing_out() -> None:
    terms = Terms(options(2))
    count = METHOD.count(raised(terms, (0, 0, 0, 0, 0, 1), (0, 0, 0, 9, 0, 0)), terms, RULE)
    assert values(count) == {1: 5, 2: 3}


def test_a_sector_supports_what_it_calls_good_or_better() -> None:
    terms = Terms(options(3))
    papers: list[Paper] = [{1: 3, 2: 2}, {1: 2, 2: 2}, {1: 5, 3: 1}, {}]
    assert METHOD.shares(cast(terms, papers), terms) == {1: Fraction(2, 3), 2: 0, 3: 0}
    assert METHOD.shares(cast(terms, []), terms) == {1: 0, 2: 0, 3: 0}


def test_grades_have_six_words() -> None:
    terms = Terms(options(1))
    assert [str(level.name) for level in METHOD.levels(terms)] == [
        "Reject",
        "Poor",
        "Acceptable",
        "Good",
        "Very good",
        "Excellent",
    ]
    assert (METHOD.written(4, terms), METHOD.written(None, terms)) == ("Very good", "nothing said")
    assert METHOD.line(terms) == "Majority judgment"


def test_what_counts_in_a_median_is_counted_once() -> None:
    assert median(Counter()) is None
    assert median({3: 1}) == 3
    assert median({1: 1, 5: 1}) == 1
    assert median({1: 1, 5: 2}) == 5
