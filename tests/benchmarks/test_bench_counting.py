"""500,000 papers counted by each rule, beside what pandas takes to group their marks."""

import tracemalloc
from dataclasses import replace
from functools import cache, partial

import numpy  # noqa: TID253  # what is measured is the counting, not the start
import pandas  # noqa: TID253  # the same
import pytest

from kdc_desktop.domain.polls.cast import Cast, Papers, Tally, cast_of, tally_of
from kdc_desktop.domain.polls.methods import method_of, rule_of
from kdc_desktop.domain.polls.terms import CriterionTerms, PollChoice, Terms
from tests.benchmarks.conftest import Record
from tests.benchmarks.test_bench_years import least

PAPERS, OPTIONS, RANKS = 500_000, 100, 10
TERMS = Terms(tuple(PollChoice(at, f"Option {at}") for at in range(1, OPTIONS + 1)))
SIZE = f"{PAPERS:,} papers of {RANKS} marks, {OPTIONS} options"


def drawn(papers: int, *, ties: bool = False) -> Papers:
    """Papers that rank ten of a hundred options, of which some are liked better than others."""
    lots = numpy.random.default_rng(12)
    liked = numpy.linspace(0, 1, OPTIONS)
    option = numpy.concatenate(
        [
            numpy.argsort(lots.random((10_000, OPTIONS)) + liked, axis=1)[:, :RANKS]
            for _some in range(papers // 10_000)
        ]
    )
    rank = numpy.tile(numpy.arange(1, RANKS + 1), papers)
    return _papers(option.reshape(-1), (rank + 1) // 2 if ties else rank, numpy.zeros_like(rank))


def _papers(option: numpy.ndarray, value: numpy.ndarray, part: numpy.ndarray) -> Papers:
    times = numpy.ones(len(option) // RANKS, dtype=numpy.int64)
    paper = numpy.repeat(numpy.arange(len(times)), RANKS)
    return Papers(TERMS.ids, paper, option, part, value, times, numpy.zeros_like(times))


@cache
def floor() -> float:
    """What pandas takes to say how often each option got each rank."""
    papers = drawn(PAPERS)
    frame = pandas.DataFrame({"option": papers.option, "rank": papers.value})
    return least(lambda: frame.groupby(["option", "rank"]).size())


@pytest.mark.parametrize("ties", [False, True], ids=["whole", "ties"])
@pytest.mark.parametrize("key", ["borda", "schulze", "irv", "condorcet"])
def test_a_ranking_is_counted(key: str, ties: bool, record: Record) -> None:
    method, rule = rule_of(key)
    papers = drawn(PAPERS, ties=ties)
    half = drawn(PAPERS // 2, ties=ties)
    taken, taken_by_half = (
        least(partial(method.count, Cast(Tally({}), some), TERMS, rule)) for some in (papers, half)
    )
    kind = f"{SIZE}{', two on each rank' if ties else ''}"
    record(f"ranking by {key}, and what others say | {kind}", taken, "ms", floor(), "≤ 8 ×")
    record(
        f"ranking by {key}, twice the papers | {kind}", taken, "ms", 2 * taken_by_half, "≤ 1.4 ×"
    )


def test_a_ranking_needs_little_memory_beside_its_papers(record: Record) -> None:
    method, rule = rule_of("irv")
    papers = drawn(PAPERS)
    tracemalloc.start()
    method.count(Cast(Tally({}), papers), TERMS, rule)
    peak = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    columns = (papers.paper, papers.option, papers.part, papers.value, papers.times, papers.sector)
    own = sum(column.nbytes for column in columns) / 2**20
    record(f"memory to count a ranking | {SIZE}", peak, "MB", own, "≤ 1 ×")


def test_pairs_are_counted(record: Record) -> None:
    """The part is the id of the option that was not preferred."""
    ranked = drawn(PAPERS)
    first = ranked.option.reshape(-1, RANKS)
    other = numpy.roll(first, 1, axis=1).reshape(-1) + 1
    papers = _papers(ranked.option, numpy.ones_like(ranked.option), other)
    method = method_of("pairwise")
    record(f"papers tallied | {SIZE}", least(lambda: tally_of(papers)), "ms", floor(), "≤ 4 ×")
    cast = Cast(tally_of(papers), papers)
    taken = least(lambda: method.count(cast, TERMS, method.rules[0]))
    record(f"strengths from pairs | {SIZE}", taken, "ms", floor(), "≤ 6 ×")


LEVELLED = replace(TERMS, criteria=(CriterionTerms(1, "Impact", 2), CriterionTerms(2, "Effort", 1)))
MOST = {"approval": 1, "dots": 3, "quadratic": 3, "score": 5, "majority_judgment": 5, "criteria": 5}


@pytest.mark.parametrize("key", MOST)
def test_marks_are_added_up(key: str, record: Record) -> None:
    """Methods for which it is enough how often each mark was given, from the papers on."""
    method, ranked = method_of(key), drawn(PAPERS)
    least_mark = 1 if method.adds_up else 0
    value = least_mark + ranked.value % (MOST[key] + 1 - least_mark)
    part = 1 + ranked.value % 2 if key == "criteria" else numpy.zeros_like(value)
    papers = _papers(ranked.option, value, part)
    taken = least(lambda: method.count(cast_of(papers), LEVELLED, method.rules[0]))
    record(f"{key}, tallied and counted | {SIZE}", taken, "ms", floor(), "≤ 5 ×")


def costly(each: int) -> Terms:
    """Options of all prices, and as much money as makes a share of so much."""
    lots = numpy.random.default_rng(5)
    costs = lots.integers(each * 100, each * 10_000, OPTIONS).tolist()
    priced = zip(TERMS.options, costs, strict=True)
    choices = tuple(one._replace(cost=cost) for one, cost in priced)
    return replace(TERMS, options=choices, total=each * PAPERS // 10)


def approved(papers: int) -> Papers:
    """The options that such papers rank, each with a yes."""
    ranked = drawn(papers)
    return _papers(ranked.option, numpy.ones_like(ranked.value), ranked.part)


@pytest.mark.parametrize("key", ["greedy", "equal_shares"])
def test_money_is_spent(key: str, record: Record) -> None:
    method, rule = rule_of(key)
    whole, half = (cast_of(approved(papers)) for papers in (PAPERS, PAPERS // 2))
    terms = costly(100)
    taken = least(partial(method.count, whole, terms, rule))
    by_half = least(partial(method.count, half, replace(terms, total=terms.total // 2), rule))
    record(f"money spent by {key} | {SIZE}", taken, "ms", floor(), "≤ 10 ×")
    if key == "equal_shares":
        record(
            f"money spent by {key}, twice the papers | {SIZE}", taken, "ms", 2 * by_half, "≤ 2 ×"
        )


def test_equal_shares_need_little_memory_beside_their_papers(record: Record) -> None:
    method, rule = rule_of("equal_shares")
    cast = cast_of(approved(PAPERS))
    tracemalloc.start()
    method.count(cast, costly(100), rule)
    peak = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    papers = cast.papers
    own = sum(column.nbytes for column in (papers.paper, papers.option, papers.part, papers.value))
    record(f"memory to spend money by equal shares | {SIZE}", peak, "MB", own / 2**20, "≤ 1.5 ×")
