"""What a seating has come to: what is proven to be the best, and which wishes were not met, why."""

from collections import Counter
from collections.abc import Iterator
from enum import Enum, auto
from itertools import combinations
from typing import NamedTuple

from kdc_desktop.domain.people.sectors import UNKNOWN
from kdc_desktop.domain.people.states import OrganisationSize
from kdc_desktop.domain.seating.bounds import (
    again_at_least,
    alike_at_least,
    known_at_least,
    sectors_at_most,
    unobserved_at_least,
)
from kdc_desktop.domain.seating.problem import SeatingProblem, Sitter, Tables, pair_of
from kdc_desktop.domain.seating.ties import TwoPeople


class Why(Enum):
    """Why two who could help each other do not sit together."""

    APART = auto()
    PINNED = auto()
    GAVE_WAY = auto()


class Measured(NamedTuple):
    """A count, and what it is at best, which is proven."""

    reached: int
    best: int

    @property
    def is_best(self) -> bool:
        """Whether nobody can seat them better in this."""
        return self.reached == self.best


class Report(NamedTuple):
    """What a seating has come to, over all of its rounds.

    `again` counts how often two sit together once more, `known` how often two do who had met
    before, `alike` two of one sector, `sectors` the sectors at each table, `unobserved` the tables
    with a start-up and nobody of a large company, of `new_tables` with a start-up. `helped` are
    the pairs wanted together who sit so, `unhelped` the others; `too_close` those to be kept apart
    who are not.
    """

    rounds: int
    again: Measured
    known: Measured
    alike: Measured
    sectors: Measured
    unobserved: Measured
    new_tables: int
    helped: tuple[TwoPeople, ...] = ()
    unhelped: tuple[tuple[TwoPeople, Why], ...] = ()
    too_close: tuple[TwoPeople, ...] = ()


def report_of(problem: SeatingProblem, seated: Tables) -> Report:
    """What this seating has come to."""
    people = {one.person_id: one for one in problem.people}
    shared = Counter(_pairs(seated))
    tables = [[people[key] for key in table] for round_ in seated for table in round_ if table]
    with_new = [table for table in tables if _has(table, OrganisationSize.START_UP)]
    unseen = sum(not _has(table, OrganisationSize.LARGE) for table in with_new)
    alike = sum(count for pair, count in shared.items() if _is_one_sector(people, pair))
    too_close = tuple(sorted(pair for pair in set(problem.apart) if shared[pair]))
    proven = problem._replace(apart=()) if too_close else problem
    wanted = sorted(pair for pair in set(problem.together) if people.keys() >= set(pair))
    return Report(
        len(seated),
        Measured(sum(count - 1 for count in shared.values()), again_at_least(proven)),
        Measured(sum(shared[pair] for pair in problem.met), known_at_least(proven)),
        Measured(alike, alike_at_least(problem)),
        Measured(sum(len(_sectors(table)) for table in tables), sectors_at_most(problem)),
        Measured(unseen, unobserved_at_least(problem)),
        len(with_new),
        tuple(pair for pair in wanted if shared[pair]),
        tuple((pair, _why(problem, pair)) for pair in wanted if not shared[pair]),
        too_close,
    )


def _pairs(seated: Tables) -> Iterator[TwoPeople]:
    for round_ in seated:
        for table in round_:
            for one, other in combinations(table, 2):
                yield pair_of(one, other)


def _has(table: list[Sitter], size: OrganisationSize) -> bool:
    return any(one.size is size for one in table)


def _sectors(table: list[Sitter]) -> set[str]:
    return {one.sector for one in table} - {UNKNOWN}


def _is_one_sector(people: dict[int, Sitter], pair: TwoPeople) -> bool:
    one, other = (people[key].sector for key in pair)
    return one == other != UNKNOWN


def _why(problem: SeatingProblem, pair: TwoPeople) -> Why:
    if pair in problem.apart:
        return Why.APART
    pins = [[problem.pinned.get((at, key)) for at in range(problem.rounds)] for key in pair]
    ways = zip(*pins, strict=True)
    if all(one is not None and other is not None and one != other for one, other in ways):
        return Why.PINNED
    return Why.GAVE_WAY
