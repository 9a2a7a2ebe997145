"""One round in which two at a time swap seats, and at once what each swap would be worth."""

from random import Random
from typing import TYPE_CHECKING

from kdc_desktop.domain.seating.watch import ObserverWatch

if TYPE_CHECKING:
    from kdc_desktop.domain.seating.costs import Numbers

_FAR = 1e12
_SWAPS = 3


class RoundSwaps:
    """The tables of one round, `costs` of each two at one; `at_table` is kept, never summed again.

    It is at a seating and remembers the best one that it was at. `free` marks who may move.
    """

    def __init__(
        self, tables: "Numbers", costs: "Numbers", free: "Numbers", watch: ObserverWatch
    ) -> None:
        import numpy

        self._tables, self._costs = tables.copy(), costs
        self._all = numpy.arange(len(tables))
        self._shut = numpy.where(free, 0.0, _FAR)
        many = int(tables.max()) + 1
        seats = tables[:, None] == numpy.arange(many)[None, :]
        self._at_table = costs @ seats.astype(costs.dtype)
        self._movable = [int(at) for at in numpy.flatnonzero(free)]
        self._watch = watch
        self._gained = 0.0  # since the best one
        self._kept = self._tables.copy(), self._at_table.copy()
        self._changed = set(range(many))
        self._begin()

    def _begin(self) -> None:
        self._own = self._at_table[self._all, self._tables]
        self._watch.begin(self._tables)

    @property
    def cannot_move(self) -> bool:
        """Whether no swap is possible at all."""
        return len({int(self._tables[at]) for at in self._movable}) < 2

    def descend(self, rng: Random) -> int:
        """Swap while that is better, at the tables that have changed; how many looks it took."""
        looks = 0
        while self._changed:
            here = [at for at in self._movable if int(self._tables[at]) in self._changed]
            self._changed = set()
            rng.shuffle(here)
            for one in here:
                self._better(one)
            looks += len(here)
        if self._gained < 0:
            self._kept, self._gained = (self._tables.copy(), self._at_table.copy()), 0.0
        elif self._gained > 0:
            self._go_back()
        return looks

    def kick(self, rng: Random) -> None:
        """Swap some at random, to see whether something better is near that."""
        for _swap in range(rng.randint(1, _SWAPS)):
            one, other = rng.choice(self._movable), rng.choice(self._movable)
            if self._tables[one] != self._tables[other]:
                self._swap(one, other, float(self._worth(one)[other]))

    def settled(self) -> "Numbers":
        """The tables of the people in the best seating that it was at."""
        return self._kept[0]

    def _go_back(self) -> None:
        tables, at_table = self._kept
        self._tables, self._at_table, self._gained = tables.copy(), at_table.copy(), 0.0
        self._begin()

    def _better(self, one: int) -> None:
        worth = self._worth(one)
        other = int(worth.argmin())
        if worth[other] < 0:
            self._swap(one, other, float(worth[other]))

    def _worth(self, one: int) -> "Numbers":
        """What a swap of somebody with each of the others adds to the cost."""
        tables, at_table = self._tables, self._at_table
        here = int(tables[one])
        worth: Numbers = at_table[one, tables] + at_table[:, here] - self._own
        worth -= 2 * self._costs[one]
        worth += self._shut - self._own[one]
        if self._watch.heeded:
            worth += self._watch.added(one, tables)
        worth[tables == here] = _FAR
        return worth

    def _swap(self, one: int, other: int, worth: float) -> None:
        here, there = int(self._tables[one]), int(self._tables[other])
        change = self._costs[:, other] - self._costs[:, one]
        self._at_table[:, here] += change
        self._at_table[:, there] -= change
        self._tables[one], self._tables[other] = there, here
        self._own = self._at_table[self._all, self._tables]
        self._gained += worth
        self._changed |= {here, there}
        self._watch.swapped(one, other, here, there)
