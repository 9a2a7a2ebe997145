"""What there is to seat: people, tables and rounds, and what is wanted of who sits with whom."""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from kdc_desktop.domain.people.states import OrganisationSize
from kdc_desktop.domain.seating.ties import TwoPeople


def pair_of(one: int, other: int) -> TwoPeople:
    """Two people as a pair."""
    return (one, other) if one < other else (other, one)


class Sitter(NamedTuple):
    """Somebody to be seated, with what they are mixed by."""

    person_id: int
    sector: str
    organisation_id: int | None = None
    department_id: int | None = None
    size: OrganisationSize | None = None


class Matters(NamedTuple):
    """What is heeded: who has met before, sectors, offers beside needs, and an observer of a large
    company at the table of each start-up."""

    met: bool = True
    sectors: bool = True
    offers: bool = True
    observers: bool = True


class SeatingProblem(NamedTuple):
    """Whom to seat at which tables, how often.

    `sizes` are the seats of the tables: as many as people. `met` says how often a pair has met,
    `apart` who may not share a table, `together` who should sit at one once, `tonight` how often a
    pair sits together in other rounds of the evening; `pinned` the table of a person in a round,
    both counted from 0. The same `seed` gives the same answer.
    """

    people: tuple[Sitter, ...]
    sizes: tuple[int, ...]
    rounds: int = 1
    met: Mapping[TwoPeople, int] = MappingProxyType({})
    apart: Collection[TwoPeople] = ()
    together: Collection[TwoPeople] = ()
    tonight: Mapping[TwoPeople, int] = MappingProxyType({})
    pinned: Mapping[tuple[int, int], int] = MappingProxyType({})
    matters: Matters = Matters()
    seed: int = 0


Tables = tuple[tuple[tuple[int, ...], ...], ...]
"""By round and table, who sits there, by the ids of people."""


def tables_for(people: int, seats: int) -> int:
    """How many tables with at most so many seats these people take.

    Nobody sits alone: where the last one would, a table has one more than its seats.
    """
    tables = max(1, -(-people // max(1, seats)))
    return tables if people >= 2 * tables else max(1, people // 2)


def sizes_for(people: int, tables: int, pinned: Sequence[int] = ()) -> tuple[int, ...]:
    """How many sit at each of so many tables: they differ by one at most.

    `pinned` says how many have to sit at each, which may want more than that.
    """
    least = [*pinned, *[0] * tables][:tables]
    sizes = list(least)
    for _seat in range(people - sum(least)):
        at = min(range(tables), key=lambda table: (sizes[table], table))
        sizes[at] += 1
    return tuple(sizes)
