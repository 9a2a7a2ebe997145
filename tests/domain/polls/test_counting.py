"""Votes are counted right, in any order, and small groups cannot be made out."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kdc_desktop.domain.people.sectors import LETTERS
from kdc_desktop.domain.polls.ballots import Ballots
from kdc_desktop.domain.polls.cast import spots
from kdc_desktop.domain.polls.hiding import shown_sectors
from kdc_desktop.domain.polls.method import Number
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.placing import check
from kdc_desktop.domain.polls.ranking import Ranking, ranked
from kdc_desktop.domain.polls.secrecies import SECRECIES
from kdc_desktop.domain.polls.states import Order
from kdc_desktop.domain.polls.terms import PollChoice, Terms
from kdc_desktop.domain.polls.turnout import Turnout
from tests.rooms.count_by_hand import Hands, Paper, ballots, tally

OPTIONS = (1, 2, 3)
sectors = st.sampled_from([*LETTERS, None])
papers = st.lists(
    st.builds(
        Paper, sectors, st.dictionaries(st.sampled_from(OPTIONS), st.integers(0, 3), max_size=3)
    ),
    max_size=40,
)
hands = st.lists(st.builds(Hands, st.sampled_from(OPTIONS), sectors, st.integers(0, 9)), max_size=5)


def rank_by_total(count: Ballots, smallest_group: int = 1) -> Ranking:
    return ranked(count, Order.TOTAL, smallest_group)


def rank_by_weakest_sector(count: Ballots, smallest_group: int = 1) -> Ranking:
    return ranked(count, Order.WEAKEST, smallest_group)


def papers_by(count: Ballots) -> Mapping[str | None, int]:
    return count.cast.tally.papers


def number(value: Number | None) -> Number:
    return value or 0


def test_the_count_equals_a_naive_one_in_any_order() -> None:
    @given(papers, hands, st.randoms(use_true_random=False))
    def check(cast: list[Paper], raised: list[Hands], rng: object) -> None:
        shuffled = list(cast)
        rng.shuffle(shuffled)  # type: ignore[attr-defined]
        count = ballots(OPTIONS, cast, raised)
        assert count.cast.tally == tally(shuffled, reversed(raised))
        for row in rank_by_total(count, smallest_group=1).results:
            option = row.option_id
            assert row.value == sum(p.marks.get(option, 0) for p in cast) + sum(
                h.hands for h in raised if h.option_id == option
            )
            assert row.placed.voters == sum(1 for p in cast if p.marks.get(option))
            assert row.value == sum(map(int, map(number, row.by_sector.values()))) + row.together
            for letter, share in row.share.items():
                own = [p for p in cast if p.sector == letter]
                assert share * len(own) == sum(1 for p in own if p.marks.get(option))
        assert count.cast.tally.cast == len(cast)

    check()


def test_ranks_leave_places_free_after_a_tie() -> None:
    cast = [Paper("C", {10: 3, 20: 2, 30: 2, 40: 1})]
    rows = rank_by_total(ballots([40, 30, 20, 10], cast)).results
    assert [(row.option_id, row.rank_label) for row in rows] == [
        (10, "1"),
        (30, "=2"),
        (20, "=2"),
        (40, "4"),
    ]


def test_a_rank_is_one_more_than_the_options_above() -> None:
    @given(papers)
    def check(cast: list[Paper]) -> None:
        rows = rank_by_total(ballots(OPTIONS, cast)).results
        for row in rows:
            assert row.rank == 1 + sum(number(other.value) > number(row.value) for other in rows)
            assert row.tied == (sum(other.value == row.value for other in rows) > 1)

    check()


def electorate(**sizes: int) -> Ballots:
    return ballots([1], [Paper(s, {1: 1}) for s, count in sizes.items() for _ in range(count)])


def test_a_small_sector_is_hidden_with_the_next_so_that_nothing_gives_it_away() -> None:
    assert shown_sectors(electorate(C=20, P=8, R=2).cast.tally) == ("C", "A", "T")
    assert shown_sectors(electorate(C=20, P=8).cast.tally) == LETTERS
    assert shown_sectors(electorate(C=20, P=8, R=3, T=3).cast.tally) == ("C", "P", "A")
    assert shown_sectors(electorate(C=20, P=8, R=1, T=1).cast.tally) == ("C", "A")
    assert shown_sectors(electorate(R=2).cast.tally, smallest_group=1) == LETTERS


def test_what_is_not_shown_is_never_one_small_group() -> None:
    @given(papers, st.integers(3, 10))
    def check(cast: list[Paper], smallest: int) -> None:
        count = ballots(OPTIONS, cast)
        shown = shown_sectors(count.cast.tally, smallest)
        rest = {s: n for s, n in papers_by(count).items() if s not in shown}
        assert all(papers_by(count).get(s, smallest) >= smallest for s in shown)
        if any(papers_by(count).get(s) for s in shown):
            assert not rest or sum(rest.values()) >= smallest
            assert len(rest) != 1 or set(rest) == {None}
        for row in rank_by_weakest_sector(count, smallest).results:
            assert set(row.share) <= set(shown)
            assert set(row.by_sector) <= set(shown)

    check()


def test_the_weakest_sector_can_turn_the_order_round() -> None:
    cast = [Paper("C", {1: 1}) for _ in range(20)] + [Paper("C", {2: 1}) for _ in range(10)]
    cast += [Paper("R", {2: 1}) for _ in range(5)]
    count = ballots([1, 2], cast)
    assert [row.option_id for row in rank_by_total(count).results] == [1, 2]
    ranking = rank_by_weakest_sector(count)
    assert [(r.option_id, r.weakest_sector, r.rank_label) for r in ranking.results] == [
        (2, "C", "1"),
        (1, "R", "2"),
    ]
    assert ranking.counted == ("C", "R")
    assert ranking.left_out == ("P", "A", "T")
    assert ranking.sentence.endswith(
        "Left out, too few papers to show: City and public, Academia, Third sector."
    )


def test_without_sectors_everything_is_tied_by_the_weakest() -> None:
    ranking = rank_by_weakest_sector(ballots([1, 2], [Paper(None, {1: 1})] * 9))
    assert [row.rank_label for row in ranking.results] == ["=1", "=1"]
    assert ranking.sentence.startswith("No sector can be shown")


@pytest.mark.parametrize(
    ("method", "each", "stacking", "marks", "sentence"),
    [
        ("approval", None, False, {1: 1, 2: 1, 3: 1}, None),
        ("approval", 2, False, {1: 1, 2: 0, 3: 1}, None),
        ("approval", 1, True, {1: 2}, "Give each option at most one yes."),
        ("approval", 1, False, {1: 1, 2: 1}, "You may pick 1 and picked 2: take 1 back."),
        ("dots", 5, True, {1: 3, 2: 2}, None),
        ("dots", 5, True, {}, None),
        ("dots", 5, False, {1: 3}, "Give each option at most one dot."),
        ("dots", 5, True, {1: 7}, "You have 5 dots to give and gave 7: take 2 back."),
        ("dots", 5, True, {1: -1}, "A mark cannot be less than nothing: start again."),
        ("dots", 5, True, {1: 0.5}, "A mark is a whole number: start again."),
        ("dots", 5, True, {1: True}, "A mark is a whole number: start again."),
        ("dots", 5, True, {9: 1}, "One of these options is not on this paper: start again."),
    ],
)
def test_a_paper_is_checked_with_a_sentence(
    method: str, each: int | None, stacking: bool, marks: dict[int, int], sentence: str | None
) -> None:
    options = tuple(PollChoice(key) for key in OPTIONS)
    terms = Terms(options, each or 0, 0 if stacking else 1)
    assert check(method_of(method), terms, spots(marks)) == sentence


def test_the_channels_add_up_in_one_line() -> None:
    assert (
        Turnout(31, 82, 0, 140).reconciliation
        == "31 at the kiosk + 82 by hand = 113 of 140 who may vote"
    )
    assert Turnout(3, 0, 9, 10).reconciliation == (
        "3 at the kiosk + 9 by show of hands = 12 of 10 who may vote: 2 too many, count again"
    )
    assert Turnout(0, 0, 0, 8).reconciliation == "0 of 8 who may vote"


def test_each_secrecy_says_who_can_see_what() -> None:
    assert [(s.key, s.keeps_voter, s.keeps_sector) for s in SECRECIES] == [
        ("named", True, True),
        ("sector", False, True),
        ("secret", False, False),
    ]
