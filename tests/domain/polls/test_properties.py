"""What holds of every method in which numbers are said of options, whatever is said.

Neutrality: no option is treated otherwise for its id. Anonymity: no paper is, for when it was cast.
Unanimity: what everybody puts alone on top wins alone. Monotonicity: who is supported more stands
no lower for it.
"""

import random
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kdc_desktop.domain.polls.cast import Spot, cast_of, papers_of
from kdc_desktop.domain.polls.methods import method_of
from kdc_desktop.domain.polls.placing import check
from kdc_desktop.domain.polls.terms import CriterionTerms, PollChoice, Terms
from tests.domain.polls.papers import cast, counted, options, places
from tests.examples import examples

Said = Mapping[Spot, int]


class Case(NamedTuple):
    """A method with terms under which its papers are made up, one spot or more an option."""

    method: str
    terms: Terms

    @property
    def spots(self) -> list[Spot]:
        return list(method_of(self.method).spots(self.terms))


FOUR = options(4)
CASES = [
    Case("approval", Terms(FOUR, lowest=0, highest=1)),
    Case("dots", Terms(FOUR, marks_each=5, most_on_one=0)),
    Case("quadratic", Terms(FOUR, marks_each=25)),
    Case("score", Terms(FOUR, lowest=-2, highest=2)),
    Case("majority_judgment", Terms(FOUR)),
    Case("temperature", Terms(FOUR, lowest=-1, highest=1)),
    Case(
        "criteria",
        Terms(
            FOUR,
            lowest=0,
            highest=5,
            criteria=(CriterionTerms(1, "X", 3), CriterionTerms(2, "Y", 1)),
        ),
    ),
]
cases = pytest.mark.parametrize("case", CASES, ids=lambda case: case.method)


def valid_papers(case: Case) -> st.SearchStrategy[list[Said]]:
    """Valid papers, some blank, some that say nothing of some options."""
    level = st.integers(case.terms.lowest, case.terms.highest)
    one = st.dictionaries(st.sampled_from(case.spots), level, max_size=len(case.spots))
    method = method_of(case.method)
    valid = one.filter(lambda marks: check(method, case.terms, marks) is None)
    return st.lists(valid.map(lambda marks: method.kept(case.terms, marks)), max_size=10)


@cases
def test_no_option_is_treated_otherwise_for_its_id(case: Case) -> None:
    @settings(max_examples=examples(25), deadline=None)
    @given(valid_papers(case), st.permutations(case.terms.ids))
    def look(papers: list[Said], others: list[int]) -> None:
        other = dict(zip(case.terms.ids, others, strict=True))
        choices = tuple(PollChoice(other[one.id], one.title) for one in case.terms.options)
        renamed = replace(case.terms, options=choices)
        moved = [
            {Spot(other[at.option_id], at.part): value for at, value in paper.items()}
            for paper in papers
        ]
        rule = method_of(case.method).rule().key
        one, two = counted(rule, case.terms, papers), counted(rule, renamed, moved)
        assert {other[key]: place for key, place in places(one).items()} == places(two)
        assert {other[key] for key in one.winners} == set(two.winners)
        assert one.remarks == two.remarks

    look()


@cases
def test_no_paper_is_treated_otherwise_for_when_it_was_cast(case: Case) -> None:
    @settings(max_examples=examples(25), deadline=None)
    @given(valid_papers(case), st.randoms(use_true_random=False))
    def look(papers: list[Said], chance: random.Random) -> None:
        shuffled = chance.sample(papers, len(papers))
        rule = method_of(case.method).rule().key
        assert counted(rule, case.terms, papers) == counted(rule, case.terms, shuffled)
        twice = counted(rule, case.terms, papers, [2] * len(papers))
        assert places(twice) == places(counted(rule, case.terms, papers))

    look()


@cases
def test_what_everybody_puts_alone_on_top_wins_alone(case: Case) -> None:
    @settings(max_examples=examples(25), deadline=None)
    @given(valid_papers(case), st.sampled_from(case.terms.ids))
    def look(papers: list[Said], best: int) -> None:
        top = case.terms.highest
        papers = [
            {at: min(value, top - 1) for at, value in paper.items() if at.option_id != best}
            | {at: top for at in case.spots if at.option_id == best}
            for paper in papers
        ]
        method = method_of(case.method)
        papers = [method.kept(case.terms, paper) for paper in papers]
        assume(papers)
        assert counted(method.rule().key, case.terms, papers).winners == (best,)

    look()


@cases
def test_who_is_supported_more_stands_no_lower_for_it(case: Case) -> None:
    @settings(max_examples=examples(40), deadline=None)
    @given(valid_papers(case), st.data())
    def look(papers: list[Said], data: st.DataObject) -> None:
        adds_up = case.method in {"approval", "dots", "quadratic"}
        can_rise = [
            (number, at)
            for number, paper in enumerate(papers)
            for at in (case.spots if adds_up else paper)
            if paper.get(at, 0) < case.terms.highest
        ]
        assume(can_rise)
        number, at = data.draw(st.sampled_from(can_rise))
        raised = [dict(paper) for paper in papers]
        raised[number][at] = raised[number].get(at, 0) + 1
        rule = method_of(case.method).rule().key
        before, after = (counted(rule, case.terms, some) for some in (papers, raised))
        assert places(after)[at.option_id] <= places(before)[at.option_id]
        assert at.option_id in after.winners or at.option_id not in before.winners

    look()


@cases
def test_a_count_adds_up_and_its_places_leave_room_after_a_tie(case: Case) -> None:
    @settings(max_examples=examples(25), deadline=None)
    @given(valid_papers(case))
    def look(papers: list[Said]) -> None:
        method = method_of(case.method)
        made = cast(case.terms, papers)
        count = method.count(made, case.terms, method.rule())
        assert (count.papers, count.blank) == (len(papers), sum(not paper for paper in papers))
        place = [one.place for one in count.options]
        assert place == [1 + sum(other < one for other in place) for one in place]
        assert [one.tied for one in count.options] == [place.count(one) > 1 for one in place]
        assert all(one.place == 1 for one in count.options if one.winner)
        shares = method.shares(made, case.terms)
        assert all(0 <= share <= 1 for share in shares.values())
        assert method.written(count.options[0].value, case.terms)

    look()


@cases
def test_a_sector_counted_alone_is_a_poll_of_its_papers(case: Case) -> None:
    @settings(max_examples=examples(15), deadline=None)
    @given(valid_papers(case), valid_papers(case))
    def look(ours: list[Said], theirs: list[Said]) -> None:
        method = method_of(case.method)
        both = [(one, 1, "C") for one in ours] + [(one, 1, "R") for one in theirs]
        whole = cast_of(papers_of(case.terms.ids, both))
        alone = cast_of(papers_of(case.terms.ids, both[: len(ours)]))
        rule = method.rule()
        assert method.count(whole.only("C"), case.terms, rule) == method.count(
            alone, case.terms, rule
        )

    look()
