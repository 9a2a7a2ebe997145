"""A seating to begin with: sectors dealt out over the tables, and everybody goes on like cogs."""

from collections.abc import Sequence
from random import Random

from kdc_desktop.domain.seating.problem import SeatingProblem


def dealt(problem: SeatingProblem, rng: Random) -> list[list[int]]:
    """By round, the table of each of the people in their order; whoever is pinned sits there.

    People are dealt by sector and organisation, so that each table gets its share. In each further
    round those dealt first stay, those dealt second go on by one table, those dealt third by two:
    so nobody meets the same person twice while there are tables enough.
    """
    order = _in_turn(problem, rng)
    if problem.rounds > len(problem.sizes) and set(problem.sizes) == {2}:
        rounds = [_on_the_circle(order, number) for number in range(problem.rounds)]
    else:
        rounds = [_shifted(order, problem.sizes, number) for number in range(problem.rounds)]
    for number, tables in enumerate(rounds):
        _pin(problem, number, tables)
    return rounds


def at_random(problem: SeatingProblem, rng: Random) -> list[list[int]]:
    """The same with everybody anywhere; whoever is pinned sits at their table."""
    rounds = []
    for number in range(problem.rounds):
        tables = [at for at, size in enumerate(problem.sizes) for _seat in range(size)]
        rng.shuffle(tables)
        _pin(problem, number, tables)
        rounds.append(tables)
    return rounds


def _in_turn(problem: SeatingProblem, rng: Random) -> list[int]:
    """The places of the people, those alike in a row; which of them first is left to chance."""
    people = problem.people
    groups = sorted({(one.sector, one.organisation_id or 0) for one in people})
    rng.shuffle(groups)
    groups.sort(key=lambda group: group[0])
    rank = {group: at for at, group in enumerate(groups)}
    order = list(range(len(people)))
    rng.shuffle(order)
    order.sort(key=lambda at: rank[people[at].sector, people[at].organisation_id or 0])
    return order


def _shifted(order: Sequence[int], sizes: Sequence[int], number: int) -> list[int]:
    tables = [0] * len(order)
    at = 0
    for row in range(max(sizes, default=0)):
        open_ones = [table for table, size in enumerate(sizes) if size > row]
        some = order[at : at + len(open_ones)]
        for place, one in enumerate(some):
            tables[one] = open_ones[(place + row * number) % len(open_ones)]
        at += len(open_ones)
    return tables


def _on_the_circle(order: Sequence[int], number: int) -> list[int]:
    """Pairs, as they are drawn for a tournament: one stays, all others go on around."""
    rest = list(order[1:])
    turn = number % max(1, len(rest))
    ring = [order[0], *rest[turn:], *rest[:turn]]
    tables = [0] * len(order)
    for table in range(len(ring) // 2):
        tables[ring[table]] = tables[ring[-1 - table]] = table
    return tables


def _pin(problem: SeatingProblem, number: int, tables: list[int]) -> None:
    """Let whoever is pinned in a round swap seats with somebody who is not."""
    pinned = {
        at: problem.pinned[number, one.person_id]
        for at, one in enumerate(problem.people)
        if (number, one.person_id) in problem.pinned
    }
    for at, wanted in pinned.items():
        if tables[at] != wanted:
            other = next(
                one
                for one, table in enumerate(tables)
                if table == wanted and pinned.get(one) != wanted
            )
            tables[at], tables[other] = wanted, tables[at]
