"""How fast consortia are suggested, and how near the answer is to the proven bound."""

import random
import time

import pytest

from kdc_desktop.domain.consortia.fitting import Candidate, Group, Problem
from kdc_desktop.domain.consortia.suggest import alternatives
from tests.rooms.one_suggestion import suggest

SIZES = ((60, 25, 6, 1.0), (300, 100, 20, 5.0), (1000, 300, 60, 30.0))


def an_evening(people: int, organisations: int, winners: int, seed: int = 1) -> Problem:
    """Made-up interests: some winners are wished far more often, a tenth of people wish none."""
    lots = random.Random(seed)
    sectors = [lots.choices("CPAT", (6, 2, 1.5, 1.5))[0] for _ in range(organisations)]
    popularity = [1 / (place + 1) ** 0.7 for place in range(winners)]
    folk = []
    for key in range(people):
        organisation = None if lots.random() < 0.2 else lots.randrange(organisations)
        sector = "R" if organisation is None else sectors[organisation]
        wishes = lots.choices(range(winners), popularity, k=3) if lots.random() < 0.9 else ()
        choices = tuple(dict.fromkeys(wishes))
        folk.append(Candidate(key, f"P{key}", sector, organisation, "", choices))
    share = people / winners
    groups = [
        Group(key, f"W{key}", round(share / 2), round(share * 1.25), frozenset("CPATR"))
        for key in range(winners)
    ]
    return Problem(tuple(folk), tuple(groups))


@pytest.mark.parametrize(("people", "organisations", "winners", "seconds"), SIZES)
def test_suggest_consortia(record, people, organisations, winners, seconds) -> None:
    times, distances = [], []
    for seed in range(1, 4):
        problem = an_evening(people, organisations, winners, seed)
        began = time.perf_counter()
        suggestion = suggest(problem, seconds=seconds)
        times.append(time.perf_counter() - began)
        distances.append(suggestion.bound_gap)
    size = f"{people} people, {winners} winners"
    record(f"suggest consortia | {size}", max(times), "s", None, f"≤ {seconds:g} s")
    record(f"suggest consortia, to the bound | {size}", max(distances), "%", None, "≤ 1 %")


def test_suggest_three_alternatives(record) -> None:
    problem = an_evening(300, 100, 20)
    began = time.perf_counter()
    assert len(alternatives(problem)) == 3
    took = time.perf_counter() - began
    record("three alternative suggestions | 300 people, 20 winners", took, "s", None, "≤ 5 s")
