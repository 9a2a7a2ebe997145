"""Temperature: how many said what, and who is to be heard; of one thing nothing wins."""

from fractions import Fraction

import pytest

from kdc_desktop.domain.polls.method import Count
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.terms import Terms
from tests.domain.polls.papers import cast, counted, options, places, raised, values

METHOD = method_of("temperature")
FIST = Terms(options(1), lowest=0, highest=5)
THUMBS = Terms(options(1), lowest=-1, highest=1)
CONSENT = Terms(options(1), lowest=1, highest=3)
TEN = Terms(options(1), lowest=0, highest=10)


def shown(terms: Terms, *rows: tuple[int, ...]) -> Count:
    return METHOD.count(raised(terms, *rows), terms, METHOD.rule())


def test_it_shows_how_many_said_what_and_nothing_wins() -> None:
    count = shown(FIST, (0, 1, 1, 4, 3, 2))
    one = count.options[0]
    assert one.spread == (0, 1, 1, 4, 3, 2)
    assert METHOD.written(one.value, FIST) == "Three: can live with it"
    assert (count.winners, one.place, one.tied) == ((), 1, False)


@pytest.mark.parametrize(
    ("terms", "row", "sentence"),
    [
        (
            FIST,
            (0, 1, 1, 4, 3, 2),
            "2 of 11 show two fingers or fewer: hear what would change that.",
        ),
        (
            FIST,
            (0, 0, 1, 0, 0, 0),
            "1 of 1 shows two fingers or fewer: hear what would change that.",
        ),
        (FIST, (0, 0, 0, 4, 3, 2), "Everybody shows three fingers or more."),
        (THUMBS, (1, 5, 5), "1 of 11 has the thumb down: hear what would change that."),
        (THUMBS, (2, 5, 5), "2 of 12 have the thumb down: hear what would change that."),
        (THUMBS, (0, 5, 5), "Nobody has the thumb down."),
        (CONSENT, (1, 0, 9), "1 of 10 objects: hear why before you go on."),
        (CONSENT, (2, 0, 9), "2 of 11 object: hear why before you go on."),
        (CONSENT, (0, 1, 9), "Nobody objects: it is safe enough to try."),
    ],
)
def test_it_says_who_is_to_be_heard(terms: Terms, row: tuple[int, ...], sentence: str) -> None:
    assert shown(terms, row).remarks == (sentence,)


def test_a_scale_of_ones_own_has_numbers_and_nobody_is_singled_out() -> None:
    count = shown(TEN, (3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1))
    assert (count.remarks, METHOD.written(count.options[0].value, TEN)) == ((), "0")
    assert METHOD.line(TEN) == "Temperature, 0 to 10"


def test_nobody_is_said_to_be_content_where_nobody_showed_anything() -> None:
    count = shown(CONSENT, (0, 0, 0))
    assert (count.remarks, count.options[0].value) == ((), None)
    assert METHOD.written(None, CONSENT) == "nothing said"


def test_several_are_ranked_by_the_level_that_more_than_half_reach() -> None:
    terms = Terms(options(3), lowest=-1, highest=1)
    papers = [{1: 1, 2: 0}, {1: 1, 2: 1}, {1: -1, 2: 0}, {}]
    count = counted("temperature", terms, papers)
    assert values(count) == {1: 1, 2: 0, 3: None}
    assert places(count) == {1: 1, 2: 2, 3: 3}
    assert (count.winners, count.blank) == ((1,), 1)
    assert count.remarks == ("Nobody said anything of “C”.",)


def test_hands_and_papers_count_together() -> None:
    count = METHOD.count(cast(FIST, [{1: 5}]), FIST, METHOD.rule())
    assert (count.papers, count.options[0].voters, count.options[0].value) == (1, 1, 5)


@pytest.mark.parametrize(
    ("terms", "row", "share"),
    [
        (FIST, {0: 1, 2: 1, 3: 1, 5: 1}, Fraction(1, 2)),
        (THUMBS, {-1: 1, 0: 1, 1: 1}, Fraction(1, 3)),
        (CONSENT, {1: 1, 2: 1, 3: 1}, Fraction(2, 3)),
        (TEN, {5: 1, 6: 1}, Fraction(1, 2)),
    ],
)
def test_support_is_three_fingers_a_thumb_up_or_consent(
    terms: Terms, row: dict[int, int], share: Fraction
) -> None:
    made = cast(terms, [{1: level} for level in row], list(row.values()))
    assert METHOD.shares(made, terms) == {1: share}


def test_each_level_has_its_word() -> None:
    words = [
        [str(level.name) for level in METHOD.levels(terms)] for terms in (FIST, THUMBS, CONSENT)
    ]
    assert words == [
        [
            "Fist: no",
            "One: strong doubts",
            "Two: some doubts",
            "Three: can live with it",
            "Four: good",
            "Five: I will lead",
        ],
        ["Thumb down", "Thumb sideways", "Thumb up"],
        ["Objection", "Consent with a concern", "Consent"],
    ]
    assert METHOD.line(FIST) == "Temperature: Fist to five"
