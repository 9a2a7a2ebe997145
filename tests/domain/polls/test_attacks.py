"""Whoever is told all that may be told of a vote, and thinks it through, is sure of nobody's paper.

See docs/decisions/0029-what-of-a-vote-is-told.md: each attack there has its name here.
"""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kdc_desktop.domain.polls.cast import SectorLetter, Spot
from kdc_desktop.domain.polls.hiding import ToldBeside
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.terms import CriterionTerms, PollChoice, Terms
from tests.rooms.attacker import Electorate, attack, attack_from_within


def votes(
    method: str,
    options: int,
    voters: Mapping[Any, int] | int,
    smallest: int = 5,
    costs: tuple[int, ...] = (),
    **terms: Any,
) -> Electorate:
    """So many voters of a secret poll, or by sector, and so many options."""
    priced = costs or (0,) * options
    given = tuple(
        PollChoice(at, str(at), cost) for at, cost in enumerate(priced[:options], start=1)
    )
    known: Mapping[SectorLetter, int] = {None: voters} if isinstance(voters, int) else voters
    return Electorate(method_of(method), Terms(given, **terms), known, smallest)


ATTACKS = {
    "fewer papers than the smallest group": votes("approval", 2, 4),
    "five papers all for one": votes("approval", 2, 5),
    "nobody is for it": votes("approval", 2, 7),
    "who is before whom among nearly all": votes("approval", 3, 5),
    "what is left of all yeses is for nobody": votes("approval", 3, 7, marks_each=1),
    "two share all yeses, so the third has none": votes("approval", 3, 6, 3, marks_each=1),
    "all dots are given out": votes("dots", 2, 5, 3, marks_each=2, most_on_one=2),
    "votes that were bought": votes("quadratic", 2, 4, 3, marks_each=4, most_on_one=2),
    "a mean at the end of the scale": votes("score", 1, 7, lowest=0, highest=2),
    "everybody said the same level": votes("score", 1, 6, 3, lowest=-1, highest=1),
    "nobody said anything of it": votes("score", 2, 3, 3, lowest=0, highest=1),
    "a spread in one half of the scale": votes("majority_judgment", 1, 5),
    "nobody objects": votes("temperature", 1, 7, lowest=-1, highest=1),
    "everybody ranks alike": votes("ranking", 3, 3, 3),
    "everybody prefers one of two": votes("pairwise", 2, 5),
    "money was left for it, so nobody is for it": votes("budget", 2, 5, 3, costs=(3, 4), total=5),
    "a criterion on which all agree": votes(
        "criteria",
        1,
        4,
        3,
        lowest=0,
        highest=1,
        criteria=(CriterionTerms(1, "a", 1), CriterionTerms(2, "b", 2)),
    ),
    "the total less the other sector": votes("approval", 1, {"C": 5, "P": 9}),
    "why a sector's mark is missing": votes("approval", 1, {"C": 5, "P": 20}),
    "a small sector between two": votes("approval", 1, {"C": 5, "P": 2, "A": 9}),
    "the order by the weakest sector": votes("approval", 2, {"C": 3, "P": 5}, 3),
    "what a sector's marks leave for the others": votes(
        "approval", 3, {"C": 3, "P": 4}, 3, marks_each=1
    ),
    "a sector's mean less the other's": votes("score", 1, {"C": 3, "P": 4}, 3, lowest=0, highest=2),
    "a sector in which all prefer the same": votes("pairwise", 2, {"C": 3, "P": 3}, 3),
}


@pytest.mark.parametrize("electorate", ATTACKS.values(), ids=ATTACKS.keys())
def test_nothing_of_anybody_is_sure_after(electorate: Electorate) -> None:
    assert attack(electorate) == []


@pytest.mark.parametrize("smallest", [3, 5])
def test_hands_that_all_have_seen_are_taken_off(smallest: int) -> None:
    hands: dict[SectorLetter, dict[Spot, dict[int, int]]] = {
        None: {Spot(1): {1: 19}, Spot(2): {1: 2}}
    }
    for papers in (1, smallest, smallest + 1):
        plain = votes("approval", 2, papers, smallest)
        with_hands = Electorate(plain.method, plain.terms, plain.voters, smallest, hands)
        assert attack(with_hands) == []


def test_beside_another_vote_places_are_told_and_tell_nothing_of_anybody() -> None:
    plain = votes("approval", 2, {"C": 3, "P": 4}, 3)
    for beside in (ToldBeside.NUMBERS, ToldBeside.BY_SECTOR):
        told = Electorate(plain.method, plain.terms, plain.voters, 3, beside=beside)
        assert attack(told) == []


def test_who_voted_learns_nothing_of_the_others_either() -> None:
    """From a smallest group of five on, one's own paper taken off leaves all open."""
    assert attack_from_within(votes("approval", 2, 6)) == []
    assert attack_from_within(votes("approval", 2, 6, 3)) != []


def test_the_attacker_finds_what_is_not_hidden() -> None:
    assert {found.what for found in attack(votes("approval", 1, 5, 1))} == {
        "the paper",
        "supports 1",
        "does not support 1",
    }
    open_book = votes("score", 1, {"C": 3, "P": 3}, 1, lowest=0, highest=2)
    assert len(attack(open_book)) > 10


LIMITS = st.sampled_from(
    [
        ("approval", {}),
        ("approval", {"marks_each": 1}),
        ("dots", {"marks_each": 2, "most_on_one": 2}),
        ("score", {"lowest": 0, "highest": 2}),
        ("majority_judgment", {"lowest": 0, "highest": 2}),
        ("temperature", {"lowest": -1, "highest": 1}),
        ("ranking", {}),
        ("pairwise", {}),
    ]
)
SECTORS = st.one_of(
    st.integers(1, 7),
    st.dictionaries(st.sampled_from("CPA?"), st.integers(1, 5), min_size=1, max_size=2),
)


@given(LIMITS, st.integers(1, 2), SECTORS, st.integers(3, 6))
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_nothing_of_anybody_is_sure_in_any_small_electorate(
    limits: tuple[str, dict[str, Any]],
    options: int,
    voters: int | dict[str, int],
    smallest: int,
) -> None:
    method, terms = limits
    more = 1 if method in ("ranking", "pairwise") else 0
    electorate = votes(method, min(2, options + more), voters, smallest, **terms)
    if electorate.possible <= 1500:
        assert attack(electorate) == []
