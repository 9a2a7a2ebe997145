"""A budget: who is funded by approvals and by equal shares, and what is said of it."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kdc_desktop.domain.polls.cast import Cast, Spot, Tally, papers_of
from kdc_desktop.domain.polls.method import Count
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.placing import check
from kdc_desktop.domain.polls.terms import PollChoice, Terms
from tests.domain.polls.papers import SILENT, counted, options, places, values
from tests.examples import examples

BUDGET = method_of("budget")
RULES = ("greedy", "equal_shares")


def terms(total: int, *costs: int, unit: int = 1) -> Terms:
    """Options A, B, … with these costs."""
    named = options(len(costs))
    priced = tuple(one._replace(cost=cost) for one, cost in zip(named, costs, strict=True))
    return Terms(priced, total=total, unit=unit)


def yes(*letters: str) -> list[dict[int, int]]:
    """A paper for each word: a yes to each of its letters."""
    return [{ord(one) - 64: 1 for one in word} for word in letters]


def funded(count: Count) -> str:
    return "".join(sorted(chr(64 + key) for key in count.winners))


def words(count: Count) -> list[str]:
    return [one.words for one in count.rounds]


def test_what_does_not_fit_is_passed_over_and_the_next_may_fit() -> None:
    asked = terms(100, 60, 50, 40, 30)
    count = counted("greedy", asked, yes("AB", "AB", "ABC", "AC", "D"))
    assert funded(count) == "AC"
    assert places(count) == {1: 1, 2: 2, 3: 3, 4: 4}
    assert values(count) == {1: 4, 2: 3, 3: 2, 4: 1}
    assert words(count) == [
        "“A” has 4 approvals and costs 60: it is funded, and 40 is left.",
        "“B” has 3 approvals and costs 50; only 40 is left.",
        "“C” has 2 approvals and costs 40: it is funded, and 0 is left.",
        "“D” has 1 approval and costs 30; only 0 is left.",
    ]
    assert count.remarks == ()


def test_by_approvals_is_as_one_would_do_it_on_a_sheet_of_paper() -> None:
    @settings(max_examples=examples(80), deadline=None)
    @given(
        st.lists(st.sets(st.integers(1, 5)), max_size=9),
        st.lists(st.integers(0, 60), min_size=5, max_size=5),
        st.integers(0, 150),
    )
    def look(ballots: list[set[int]], costs: list[int], total: int) -> None:
        count = counted("greedy", terms(total, *costs), [dict.fromkeys(one, 1) for one in ballots])
        votes = {key: sum(key in one for one in ballots) for key in range(1, 6)}
        left, bought = total, set()
        for key in sorted(votes, key=lambda key: (-votes[key], costs[key - 1], key)):
            if votes[key] and costs[key - 1] <= left:
                bought.add(key)
                left -= costs[key - 1]
        assert set(count.winners) == bought
        assert values(count) == votes

    look()


def test_a_tie_of_which_not_all_fit_is_named_and_one_that_fits_is_not() -> None:
    papers = yes("AB", "AB", "CD", "E")
    tied = counted("greedy", terms(100, 60, 50, 10, 10, 10), papers)
    assert funded(tied) == "BCDE"
    assert tied.remarks == (
        "“A” and “B” have 2 approvals each, and there is not enough for all: the cheaper comes "
        "first, then what stands first on the paper.",
        "20 of 100 is left.",
    )
    fits = counted("greedy", terms(140, 60, 50, 10, 10, 10), papers)
    assert funded(fits) == "ABCDE"
    assert fits.remarks == ()


def test_who_pays_how_much_is_told_round_by_round() -> None:
    asked = terms(100, 40, 35, 60)
    count = counted("equal_shares", asked, yes("AB", "AB", "A", "A", "BC"))
    assert funded(count) == "AB"
    assert words(count) == [
        "100 for 5 papers is 20 each.",
        "“A” costs 40: 4 pay 10 each.",
        "“B” costs 35: 1 pays 15. 2 more give what is left of their shares.",
    ]
    assert [one.values for one in count.rounds] == [{}, {1: 10}, {2: 15}]
    assert count.remarks == ("25 of 100 is left.",)


def test_that_all_were_given_more_is_told_with_what_came_in_at_the_end() -> None:
    count = counted("equal_shares", terms(100, 50, 60, 30), yes("A", "A", "A", "B", "C"))
    assert funded(count) == "AC"
    assert words(count) == [
        "100 for 5 papers is 20 each. That would leave money over, so all pay as if they had 30.",
        "“A” costs 50: 3 pay 16.67 each.",
        "“C” costs 30: 1 pays 30.",
    ]
    late = counted("equal_shares", terms(100, 50, 51, 49), yes("A", "A", "A", "B", "B", "C"))
    assert words(late)[-1] == "“C” has 1 approval and costs 49: it is funded, and 1 is left."


def test_a_tie_of_equal_shares_is_named_where_it_decides() -> None:
    level = counted("equal_shares", terms(60, 60, 60), yes("AB", "AB"))
    assert funded(level) == "A"
    assert level.remarks == (
        "“A” was level with “B” when it was bought: more approvals come first, then the lower "
        "cost, then what stands first on the paper.",
    )
    apart = counted("equal_shares", terms(120, 60, 60), yes("A", "B"))
    assert (funded(apart), apart.remarks) == ("AB", ())


def test_what_costs_nothing_is_funded_where_somebody_is_for_it() -> None:
    for rule in RULES:
        count = counted(rule, terms(10, 0, 0, 20), yes("A", "C"))
        assert funded(count) == "A"
        assert count.remarks == (
            "More than 10 would be needed for “C”.",
            "Nobody is for “B”, so no money goes there.",
            "10 of 10 is left.",
        )


@pytest.mark.parametrize("rule", RULES)
def test_without_money_without_voters_and_without_options(rule: str) -> None:
    poor = counted(rule, terms(0, 5, 0), yes("AB"))
    assert (funded(poor), poor.remarks) == ("B", ("There is no money to spend.",))
    for papers in SILENT:
        count = counted(rule, terms(10, 5, 5), papers)
        assert (funded(count), values(count)) == ("", {1: 0, 2: 0})
        assert count.remarks == ("Nobody is for any option, so nothing is funded.",)
        assert (count.papers, count.blank) == (len(papers), len(papers))
    assert counted(rule, terms(10), [{}]).options == ()


def test_cents_are_told_as_cents_and_shares_grow_by_whole_ones() -> None:
    asked = terms(10050, 5000, 4000, unit=100)
    assert BUDGET.line(asked) == "Budget, 100.50"
    count = counted("equal_shares", asked, yes("A", "A", "B"))
    assert words(count)[0] == (
        "100.50 for 3 papers is 33.50 each. That would leave money over, so all pay as if they "
        "had 40.50."
    )
    assert count.remarks == ("10.50 of 100.50 is left.",)


def hands(terms: Terms, *raised: int, papers: Sequence[dict[int, int]] = ()) -> Cast:
    given = {Spot(key): {1: count} for key, count in zip(terms.ids, raised, strict=True)}
    cast = papers_of(terms.ids, [(paper, 1) for paper in papers])
    return Cast(Tally({None: len(papers)}, hands={None: given}), cast)


def test_hands_count_by_approvals_and_are_left_out_of_equal_shares() -> None:
    asked = terms(10, 10, 10)
    greedy, shares = BUDGET.rules
    raised = hands(asked, 3, 5)
    assert funded(BUDGET.count(raised, asked, greedy)) == "B"
    count = BUDGET.count(raised, asked, shares)
    assert funded(count) == ""
    assert count.remarks[-1] == (
        "Hands do not count for equal shares: nobody knows who is for what else."
    )


@pytest.mark.parametrize(
    ("total", "costs", "sentence"),
    [
        (100, (10, 200), None),
        (100, (0, 200), None),
        (0, (10, 20), "Say how much money there is to spend."),
        (100, (10, -1), "Nothing can cost less than nothing: correct the costs."),
        (
            100,
            (101, 200),
            "Every option costs more than there is: raise the total or lower a cost.",
        ),
    ],
)
def test_a_budget_that_nobody_could_spend_is_not_opened(
    total: int, costs: tuple[int, ...], sentence: str | None
) -> None:
    assert BUDGET.unfit(terms(total, *costs)) == sentence


def test_a_paper_says_yes_or_nothing() -> None:
    asked = terms(100, 10, 20)
    assert check(BUDGET, asked, {Spot(1): 1, Spot(2): 1}) is None
    assert check(BUDGET, asked, {Spot(1): 2}) == "Give each option at most one yes."
    assert BUDGET.said(asked, 1) == "chosen"


def test_more_support_never_costs_an_option_its_money_by_approvals() -> None:
    @settings(max_examples=examples(60), deadline=None)
    @given(
        st.lists(st.sets(st.integers(1, 4)), min_size=1, max_size=7),
        st.lists(st.integers(1, 50), min_size=4, max_size=4),
        st.integers(1, 120),
        st.data(),
    )
    def look(ballots: list[set[int]], costs: list[int], total: int, data: st.DataObject) -> None:
        asked = terms(total, *costs)
        before = counted("greedy", asked, [dict.fromkeys(one, 1) for one in ballots])
        key, at = data.draw(st.integers(1, 4)), data.draw(st.integers(0, len(ballots) - 1))
        raised = [one | {key} if place == at else one for place, one in enumerate(ballots)]
        after = counted("greedy", asked, [dict.fromkeys(one, 1) for one in raised])
        assert key in after.winners or key not in before.winners

    look()


def test_whatever_is_funded_costs_no_more_than_there_is() -> None:
    @settings(max_examples=examples(60), deadline=None)
    @given(
        st.sampled_from(RULES),
        st.lists(st.sets(st.integers(1, 6)), max_size=9),
        st.lists(st.integers(0, 500), min_size=6, max_size=6),
        st.integers(0, 1200),
    )
    def look(rule: str, ballots: list[set[int]], costs: list[int], total: int) -> None:
        asked = terms(total, *costs)
        count = counted(rule, asked, [dict.fromkeys(one, 1) for one in ballots])
        left = total - sum(costs[key - 1] for key in count.winners)
        assert left >= 0
        for one in count.options:  # and nothing that somebody is for would still fit
            assert one.winner or not one.value or costs[one.option_id - 1] > left

    look()


def test_the_choice_of_a_name_changes_nothing() -> None:
    asked = terms(90, 50, 40, 30)
    papers = yes("AB", "BC", "C", "A")
    for rule in RULES:
        plain = counted(rule, asked, papers)
        named = Terms(tuple(PollChoice(o.id, o.title * 9, o.cost) for o in asked.options), total=90)
        assert counted(rule, named, papers).winners == plain.winners
