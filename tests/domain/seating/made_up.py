"""Rooms full of made-up people to seat."""

from random import Random

from kdc_desktop.domain.people.states import OrganisationSize
from kdc_desktop.domain.seating.problem import SeatingProblem, Sitter, pair_of, sizes_for
from kdc_desktop.domain.seating.ties import TwoPeople

SIZES = (None, OrganisationSize.START_UP, OrganisationSize.SMALL, OrganisationSize.LARGE)


def people(count: int, seed: int = 1) -> tuple[Sitter, ...]:
    """So many, a third of them residents, the others of organisations of three on average."""
    rng = Random(seed)
    places = [(key, rng.choice("CPAT"), rng.choice(SIZES)) for key in range(max(1, count // 3))]
    found = []
    for key in range(1, count + 1):
        if rng.random() < 1 / 3:
            found.append(Sitter(key, "R"))
        else:
            organisation, sector, size = rng.choice(places)
            found.append(Sitter(key, sector, organisation, None, size))
    return tuple(found)


def pairs(count: int, among: int, seed: int = 1) -> set[TwoPeople]:
    """So many pairs at most of people."""
    rng = Random(seed)
    return {pair_of(*rng.sample(range(1, among + 1), 2)) for _pair in range(count)}


def room(count: int, tables: int, rounds: int = 1, seed: int = 1) -> SeatingProblem:
    """A room in which some have met and some have what others need."""
    met = dict.fromkeys(pairs(count * 3, count, seed), 1) if count > 1 else {}
    together = pairs(count // 6, count, seed + 1) if count > 1 else ()
    sizes = sizes_for(count, tables)
    return SeatingProblem(people(count, seed), sizes, rounds, met, (), together, seed=seed)
