"""What a paper supports is what its method means by it, and never a mark that says no."""

import pytest

from kdc_desktop.domain.polls.cast import Marks, Spot
from kdc_desktop.domain.polls.liking import liked
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.terms import CriterionTerms, Terms
from tests.domain.polls.papers import options

FIVE = Terms(options(5), lowest=-2, highest=2)
JUDGED = Terms(
    options(2), lowest=0, highest=5, criteria=(CriterionTerms(1, "X", 3), CriterionTerms(2, "Y"))
)
AT = {(key, part): Spot(key, part) for key in range(1, 6) for part in range(6)}


@pytest.mark.parametrize(
    ("method", "terms", "paper", "wanted"),
    [
        ("dots", FIVE, {AT[1, 0]: 1, AT[2, 0]: 3}, [2, 1]),
        ("score", FIVE, {AT[1, 0]: 0, AT[2, 0]: 1, AT[3, 0]: 2, AT[4, 0]: -2}, [3, 2]),
        ("majority_judgment", Terms(options(4)), {AT[1, 0]: 2, AT[2, 0]: 3, AT[3, 0]: 5}, [3, 2]),
        ("temperature", Terms(options(2), lowest=-1, highest=1), {AT[1, 0]: 0, AT[2, 0]: 1}, [2]),
        ("ranking", FIVE, {AT[5, 0]: 1, AT[1, 0]: 2, AT[2, 0]: 3, AT[3, 0]: 4}, [5, 1, 2]),
        ("ranking", FIVE, {AT[1, 0]: 2, AT[2, 0]: 1}, [2, 1]),
        ("ranking", FIVE, {AT[key, 0]: 1 for key in range(1, 6)}, []),
        ("pairwise", FIVE, {AT[3, 1]: 1, AT[3, 2]: 1, AT[2, 1]: 1}, [3]),
        ("criteria", JUDGED, {AT[1, 1]: 3, AT[1, 2]: 0, AT[2, 1]: 5}, [2]),
        ("criteria", JUDGED, {AT[1, 1]: 5, AT[1, 2]: 0, AT[2, 2]: 5}, [2, 1]),
    ],
)
def test_what_a_paper_supports_and_in_which_order(
    method: str, terms: Terms, paper: Marks, wanted: list[int]
) -> None:
    found = liked(method_of(method), terms, paper)
    assert sorted(found, key=lambda key: -found[key]) == wanted


@pytest.mark.parametrize("method", ["dots", "score", "ranking", "pairwise", "criteria"])
def test_a_blank_paper_supports_nothing(method: str) -> None:
    assert liked(method_of(method), JUDGED, {}) == {}
