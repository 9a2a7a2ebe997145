"""How near a suggestion comes to the proven bound, within the time that the program gives it."""

import time
from dataclasses import dataclass
from statistics import mean

import pytest

from kdc_desktop.domain.consortia.fitting import Problem, Suggestion
from kdc_desktop.domain.consortia.suggest import differing
from kdc_desktop.domain.consortia.suggest_greedy import quick_placement
from kdc_desktop.domain.consortia.suggest_plan import make_plan
from kdc_desktop.services.consortia.suggestions import find_suggestions, seconds_for
from tests.benchmarks.conftest import Record
from tests.rooms.hard_evening import SIZES, acquainted, bound, hard_evening
from tests.rooms.strange_evenings import strange_evenings

SEEDS = (1, 2, 3)
MOMENTS = (0.02, 0.3, 0.8, 1.5, 3.0, 6.0)  # s after which somebody has had enough


@dataclass
class Search:
    """What one search gave, and when."""

    problem: Problem
    suggestions: tuple[Suggestion, ...]
    seconds: float
    first: float

    @property
    def gap(self) -> float:
        """By how many per cent another answer may be better; a hundred when nothing is proven."""
        found = self.suggestions[0].bound_gap
        return 100.0 if found is None else found

    @property
    def quick(self) -> float:
        """By how many per cent the quick answer falls short of the best, in points."""
        plan = make_plan(self.problem)
        best = plan.worth(self.suggestions[0].placed)
        return 100 * (best - plan.worth(quick_placement(plan))) / abs(best)

    @property
    def difference(self) -> float:
        """The share of people, in per cent, that any two of the suggestions place differently."""
        people = len(self.problem.candidates)
        placed = [one.placed for one in self.suggestions]
        pairs = [(one, other) for at, one in enumerate(placed) for other in placed[:at]]
        return min(100 * differing(one, other) / people for one, other in pairs)

    @property
    def left_standing(self) -> int:
        """How many wait in any of the suggestions although a consortium that runs has a seat."""
        plan = make_plan(self.problem)
        most = 0
        for one in self.suggestions:
            seats = sum(plan.groups[key].largest for key in set(one.placed.values()))
            free = seats - len(one.placed)
            most = max(most, min(free, len(one.waiting)))
        return most


def search(problem: Problem) -> Search:
    """What the program itself asks."""
    began = time.perf_counter()
    told: list[float] = []
    found = find_suggestions(problem, found=lambda _some: told.append(time.perf_counter() - began))
    return Search(problem, found, time.perf_counter() - began, told[0])


@pytest.mark.parametrize(("people", "organisations", "winners"), SIZES)
def test_suggest_for_a_hard_evening(
    record: Record, people: int, organisations: int, winners: int
) -> None:
    done = [search(hard_evening(people, organisations, winners, seed)) for seed in SEEDS]
    tell(record, f"{people} people, {winners} winners, seats for no more", people, done)


@pytest.mark.parametrize(("people", "organisations", "winners"), SIZES[1:])
def test_suggest_for_an_evening_where_many_know_each_other(
    record: Record, people: int, organisations: int, winners: int
) -> None:
    evenings = (hard_evening(people, organisations, winners, seed) for seed in SEEDS[:2])
    done = [search(acquainted(evening)) for evening in evenings]
    tell(record, f"{people} people, {winners} winners, new acquaintances", people, done)


def test_suggest_where_much_binds_people(record: Record) -> None:
    """Beside the same evenings without any of it: what the new rules cost, and what they leave."""
    people, organisations, winners = SIZES[1]
    evenings = [hard_evening(people, organisations, winners, seed) for seed in SEEDS[:2]]
    free = [search(evening) for evening in evenings]
    done = [search(bound(evening)) for evening in evenings]
    assert all(one.suggestions[0].placed for one in done)
    limit = seconds_for(people)
    size = f"{people} people, {winners} winners, much binds them"
    for work, figure, floor, unit, promise in (
        ("something to look at", _first(done), _first(free), "s", "≤ 1 s"),
        ("three of them", _longest(done), _longest(free), "s", f"≤ {limit + 1:g} s"),
        (f"to the bound, within {limit:g} s", _gap(done), None, "%", ""),
        ("placed", _placed(done), _placed(free), "people", "≥ 0.85 ×"),
        ("who looks for a role still", _unmet(done), None, "groups", ""),
    ):
        record(f"suggest consortia: {work} | {size}", figure, unit, floor, promise)


def _first(done: list[Search]) -> float:
    return max(one.first for one in done)


def _longest(done: list[Search]) -> float:
    return max(one.seconds for one in done)


def _gap(done: list[Search]) -> float:
    return max(one.gap for one in done)


def _placed(done: list[Search]) -> float:
    return min(len(one.suggestions[0].placed) for one in done)


def _unmet(done: list[Search]) -> float:
    return max(sum("looks for" in said for said in one.suggestions[0].could_not) for one in done)


@pytest.mark.parametrize("name", strange_evenings())
def test_suggest_for_an_evening_that_nobody_plans(record: Record, name: str) -> None:
    evening = strange_evenings()[name]
    done = search(evening)
    people = len(evening.candidates)
    size = f"{people} people, {name}"
    limit = seconds_for(people)
    record(f"suggest consortia: all | {size}", done.seconds, "s", None, f"≤ {limit + 1:g} s")
    longest = max(stopping(evening, moment) for moment in MOMENTS[:3])
    record(f"suggest consortia: stop, at any moment | {size}", longest, "s", None, "≤ 1 s")


def tell(record: Record, size: str, people: int, done: list[Search]) -> None:
    """The rows of one size."""
    limit = seconds_for(people)
    assert all(len(one.suggestions) == 3 for one in done)
    assert all(one.placed for each in done for one in each.suggestions)
    rows = (
        ("something to look at", max(one.first for one in done), "s", "≤ 1 s"),
        (
            f"to the bound, within the {limit:g} s that ship",
            max(one.gap for one in done),
            "%",
            "≤ 1 %",
        ),
        ("three of them", max(one.seconds for one in done), "s", f"≤ {limit + 1:g} s"),
        ("quick answer behind the best", mean(one.quick for one in done), "%", ""),
        (
            "third behind the first",
            max(one.suggestions[0].score - one.suggestions[2].score for one in done),
            "%",
            "",
        ),
        ("placed differently in any two", min(one.difference for one in done), "%", "≥ 10 %"),
        (
            "wait while a seat is free",
            max(one.left_standing for one in done),
            "people",
            "≤ 0 people",
        ),
    )
    for work, figure, unit, promise in rows:
        record(f"suggest consortia: {work} | {size}", figure, unit, None, promise)


@pytest.mark.parametrize(("people", "organisations", "winners"), SIZES[1:])
def test_stop_a_search(record: Record, people: int, organisations: int, winners: int) -> None:
    evening = hard_evening(people, organisations, winners)
    longest = 0.0
    for problem in (evening, acquainted(evening), bound(evening)):
        longest = max(longest, *(stopping(problem, moment) for moment in MOMENTS))
    size = f"{people} people, {winners} winners"
    record(f"suggest consortia: stop, at any moment | {size}", longest, "s", None, "≤ 1 s")


def stopping(problem: Problem, moment: float) -> float:
    """How many seconds a search goes on for that is stopped after so many."""
    enough = time.perf_counter() + moment
    find_suggestions(problem, cancelled=lambda: time.perf_counter() > enough)
    return time.perf_counter() - enough
