"""Seats people: from a good beginning, two swap seats as long as that makes it better.

How long it looks is counted in looks and not in seconds, so the same seed gives the same answer on
every laptop.
"""

from collections.abc import Callable, Sequence
from random import Random
from typing import TYPE_CHECKING

from kdc_desktop.domain.seating.bounds import cost_at_least
from kdc_desktop.domain.seating.costs import AGAIN, OBSERVER, OFFER, between, wanted
from kdc_desktop.domain.seating.problem import SeatingProblem, Tables
from kdc_desktop.domain.seating.starts import at_random, dealt
from kdc_desktop.domain.seating.table_swaps import RoundSwaps
from kdc_desktop.domain.seating.watch import ObserverWatch

if TYPE_CHECKING:
    from kdc_desktop.domain.seating.costs import Numbers

MOST_LOOKS = 15_000
"""A look is at everybody whom somebody could swap seats with."""
_IN_VAIN = 0.4  # of all looks: after so many that found nothing better, no more are taken
FEW = 24
"""So few people are seated anew again and again: a better seating may be far from a good one."""
_KICKS, _KICKS_OF_FEW = 40, 8  # in a row in one round
_PASSES = 2  # over all rounds, that found nothing better, until few are seated anew


def seat(
    problem: SeatingProblem,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[float], object] = lambda _share: None,
) -> Tables:
    """Who sits where in each round; when it is `cancelled`, as good as it is by then.

    `progress` gets 0 to 1.
    """
    if not problem.people:
        return (tuple(() for _size in problem.sizes),) * problem.rounds
    search = _Search(problem, cancelled, progress)
    search.run()
    return search.answer()


class _Search:
    """One search, and the best seating that it has found."""

    def __init__(
        self,
        problem: SeatingProblem,
        cancelled: Callable[[], bool],
        progress: Callable[[float], object],
    ) -> None:
        import numpy

        self._problem, self._cancelled, self._progress = problem, cancelled, progress
        self._watch = ObserverWatch(problem)
        self._rng = Random(problem.seed)  # noqa: S311 - whoever has the seed may know the tables
        self._between, self._wanted = between(problem), wanted(problem)
        self._free = [
            numpy.array([(number, one.person_id) not in problem.pinned for one in problem.people])
            for number in range(problem.rounds)
        ]
        self._together = numpy.zeros_like(self._between)
        self._goal, self._few = cost_at_least(problem), len(problem.people) <= FEW
        self._looks, self._bettered, self._most = 0, 0, looks_for(len(problem.people))
        self._best: list[Numbers] = []
        self._least: int | None = None

    def run(self) -> None:
        """Look until nothing can be better, or long enough."""
        self._try(dealt(self._problem, self._rng))
        while self._few and not self._is_over():
            self._try(at_random(self._problem, self._rng))

    def answer(self) -> Tables:
        """The best seating, by the ids of people."""
        ids = [one.person_id for one in self._problem.people]
        return tuple(
            tuple(
                tuple(key for key, at in zip(ids, tables, strict=True) if at == table)
                for table in range(len(self._problem.sizes))
            )
            for tables in (each.tolist() for each in self._best)
        )

    def _try(self, tables: Sequence[Sequence[int]]) -> None:
        """Make this better round by round, until it is enough."""
        import numpy

        rounds = [numpy.array(each) for each in tables]
        self._together = sum(map(_shared, rounds), numpy.zeros_like(self._between))
        least, vain, number = self._keep(rounds), 0, 0
        while not self._is_over() and not (self._few and vain > _PASSES * len(rounds)):
            self._better(rounds, number)
            cost = self._keep(rounds)
            vain = 0 if cost < least else vain + 1
            least, number = min(least, cost), (number + 1) % len(rounds)
            self._progress(min(1.0, self._looks / self._most))

    def _better(self, rounds: "list[Numbers]", number: int) -> None:
        """Make one round better while the others are as they are."""
        self._together -= _shared(rounds[number])
        swaps = RoundSwaps(rounds[number], self._costs(), self._free[number], self._watch)
        for _kick in range(_KICKS_OF_FEW if self._few else _KICKS):
            self._looks += 1 + swaps.descend(self._rng)
            if swaps.cannot_move or self._is_over():
                break
            swaps.kick(self._rng)
        swaps.descend(self._rng)
        rounds[number] = swaps.settled()
        self._together += _shared(rounds[number])

    def _costs(self) -> "Numbers":
        """What each two cost at one table of a round that is not counted in what they share."""
        here = self._together
        costs = self._between + AGAIN * here - OFFER * (self._wanted & (here == 0))
        numbers: Numbers = costs.astype(float)  # of whole numbers: it multiplies faster
        return numbers

    def _keep(self, rounds: "list[Numbers]") -> int:
        """What they cost; they are kept where that is the least so far."""
        cost = self._cost(rounds)
        if self._least is None or cost < self._least:
            self._least, self._best, self._bettered = cost, list(rounds), self._looks
        return cost

    def _cost(self, rounds: "list[Numbers]") -> int:
        here = self._together
        pairs = self._between * here + AGAIN * (here * (here - 1) // 2)
        pairs = pairs - OFFER * (self._wanted & (here > 0))
        unseen = sum(map(self._watch.unobserved, rounds))
        return int(pairs.sum(dtype=int)) // 2 + OBSERVER * unseen

    def _is_over(self) -> bool:
        best = self._least is not None and self._least <= self._goal
        in_vain = not self._few and self._looks - self._bettered > _IN_VAIN * self._most
        return best or in_vain or self._looks >= self._most or self._cancelled()


def looks_for(people: int) -> int:
    """How many looks so many people are worth: each is over all of them."""
    return min(MOST_LOOKS, 8000 + 50 * people, max(2000, 8_000_000 // people))


def _shared(tables: "Numbers") -> "Numbers":
    """Which two share a table, as 0 and 1; nobody does with themselves."""
    import numpy

    shared: Numbers = (tables[:, None] == tables[None, :]).astype(numpy.int32)
    numpy.fill_diagonal(shared, 0)
    return shared
