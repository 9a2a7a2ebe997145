"""Seats people: from a good beginning, two swap seats as long as that makes it better.

How long it looks is counted in looks and not in seconds, so the same seed gives the same answer on
every laptop.
"""

from collections.abc import Callable, Iterator
from random import Random
from typing import TYPE_CHECKING

from kdc_desktop.domain.seating.bounds import cost_at_least
from kdc_desktop.domain.seating.costs import AGAIN, OBSERVER, OFFER, between, wanted
from kdc_desktop.domain.seating.problem import SeatingProblem, Tables
from kdc_desktop.domain.seating.starts import dealt
from kdc_desktop.domain.seating.table_swaps import RoundSwaps
from kdc_desktop.domain.seating.watch import ObserverWatch

if TYPE_CHECKING:
    from kdc_desktop.domain.seating.costs import Numbers

MOST_LOOKS = 15_000
"""A look is at everybody whom somebody could swap seats with."""
_IN_VAIN = 0.4  # of all looks: after so many that found nothing better, no more are taken
FEW, TRIES = 24, 12
"""So few people are seated anew several times: a better seating may be far from each other."""
_KICKS = 40  # in a row in one round


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
        self._goal = cost_at_least(problem)
        self._looks, self._bettered, self._most = 0, 0, looks_for(len(problem.people))
        self._best: list[Numbers] = []
        self._least: int | None = None

    def run(self) -> None:
        """Look until nothing can be better, or long enough."""
        tries = TRIES if len(self._problem.people) <= FEW else 1
        for number in range(tries):
            self._try(self._most * (number + 1) // tries)

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

    def _try(self, until: int) -> None:
        import numpy

        if self._best and self._is_over(until):
            return
        rounds = [numpy.array(tables) for tables in dealt(self._problem, self._rng)]
        self._together = sum(map(_shared, rounds), numpy.zeros_like(self._between))
        self._keep(rounds)
        for number in self._in_turn(len(rounds), until):
            self._better(rounds, number, until)
            self._keep(rounds)

    def _in_turn(self, rounds: int, until: int) -> Iterator[int]:
        """The rounds one after the other, until it is enough."""
        number = 0
        while not self._is_over(until):
            yield number
            self._progress(min(1.0, self._looks / self._most))
            number = (number + 1) % rounds

    def _better(self, rounds: "list[Numbers]", number: int, until: int) -> None:
        """Make one round better while the others are as they are."""
        self._together -= _shared(rounds[number])
        swaps = RoundSwaps(rounds[number], self._costs(), self._free[number], self._watch)
        for _kick in range(_KICKS):
            self._looks += 1 + swaps.descend(self._rng)
            if swaps.cannot_move or self._is_over(until):
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

    def _keep(self, rounds: "list[Numbers]") -> None:
        cost = self._cost(rounds)
        if self._least is None or cost < self._least:
            self._least, self._best, self._bettered = cost, list(rounds), self._looks

    def _cost(self, rounds: "list[Numbers]") -> int:
        here = self._together
        pairs = self._between * here + AGAIN * (here * (here - 1) // 2)
        pairs = pairs - OFFER * (self._wanted & (here > 0))
        unseen = sum(map(self._watch.unobserved, rounds))
        return int(pairs.sum(dtype=int)) // 2 + OBSERVER * unseen

    def _is_over(self, until: int) -> bool:
        best = self._least is not None and self._least <= self._goal
        in_vain = self._looks - self._bettered > _IN_VAIN * self._most
        return best or in_vain or self._looks >= until or self._cancelled()


def looks_for(people: int) -> int:
    """How many looks so many people are worth: each is over all of them."""
    return min(MOST_LOOKS, 3000 + 100 * people, max(2000, 8_000_000 // people))


def _shared(tables: "Numbers") -> "Numbers":
    """Which two share a table, as 0 and 1; nobody does with themselves."""
    import numpy

    shared: Numbers = (tables[:, None] == tables[None, :]).astype(numpy.int32)
    numpy.fill_diagonal(shared, 0)
    return shared
