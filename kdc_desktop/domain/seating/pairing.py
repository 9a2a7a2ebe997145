"""Who at a table talks first with whom: the twos of 1-2-4-All."""

from collections.abc import Callable, Sequence
from functools import cache

from kdc_desktop.domain.seating.costs import OFFER, between, wanted
from kdc_desktop.domain.seating.problem import SeatingProblem, Tables

_AT_ONCE = 10
"""So many are paired at once; more are paired so many at a time."""


def paired_up(problem: SeatingProblem, seated: Tables) -> Tables:
    """The same seating; at each table those who talk first sit beside each other."""
    places = {one.person_id: at for at, one in enumerate(problem.people)}
    costs = (between(problem) - OFFER * wanted(problem)).tolist()

    def cost(one: int, other: int) -> float:
        return float(costs[places[one]][places[other]])

    return tuple(tuple(in_pairs(table, cost) for table in tables) for tables in seated)


def in_pairs(people: Sequence[int], cost: Callable[[int, int], float]) -> tuple[int, ...]:
    """The people in an order in which the first two talk first, and the next two, and so on.

    The last of an odd number joins the last two. `cost` says how little two have to tell each
    other; the sum over all twos is the least.
    """
    many = tuple(people)
    if len(many) > _AT_ONCE:
        return (*in_pairs(many[:_AT_ONCE], cost), *in_pairs(many[_AT_ONCE:], cost))

    @cache
    def best(left: tuple[int, ...]) -> tuple[float, tuple[int, ...]]:
        if len(left) <= 1:
            return 0.0, left
        first, rest = left[0], left[1:]
        ways = []
        for at, other in enumerate(rest):
            points, order = best((*rest[:at], *rest[at + 1 :]))
            ways.append((points + cost(first, other), (first, other, *order)))
        if len(left) % 2:
            points, order = best(rest)
            ways.append((points, (*order, first)))
        return min(ways, key=lambda way: way[0])

    return best(many)[1]


def groups_of(count: int) -> list[tuple[int, ...]]:
    """Which places of a table talk first with each other: twos, and a three where it is odd."""
    if count < 2:
        return [tuple(range(count))] if count else []
    groups = [(at, at + 1) for at in range(0, count - 1, 2)]
    return [*groups[:-1], (*groups[-1], count - 1)] if count % 2 else list(groups)
