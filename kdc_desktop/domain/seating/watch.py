"""Which tables with a start-up want an observer of a large company, also after any swap."""

from itertools import product
from typing import TYPE_CHECKING

from kdc_desktop.domain.people.states import OrganisationSize
from kdc_desktop.domain.seating.costs import OBSERVER
from kdc_desktop.domain.seating.problem import SeatingProblem, Sitter

if TYPE_CHECKING:
    from kdc_desktop.domain.seating.costs import Numbers

_OTHER, _NEW, _LARGE = range(3)
_KINDS = {OrganisationSize.START_UP: _NEW, OrganisationSize.LARGE: _LARGE}


class ObserverWatch:
    """Counts start-ups and large companies at each table; not where that is not `heeded`."""

    def __init__(self, problem: SeatingProblem) -> None:
        import numpy

        self._kinds = numpy.array([_kind(one) for one in problem.people], dtype=numpy.intp)
        self._tables = len(problem.sizes)
        self.heeded = problem.matters.observers and bool((self._kinds == _NEW).any())

    def unobserved(self, tables: "Numbers") -> int:
        """How many tables with a start-up have nobody of a large company; 0 if none matters."""
        if not self.heeded:
            return 0
        new, large = self._counts(tables)
        return sum(_wants(*pair) for pair in zip(new, large, strict=True))

    def begin(self, tables: "Numbers") -> None:
        """Count anew for this seating, by the table of each."""
        import numpy

        if self.heeded:
            self._new, self._large = self._counts(tables)
            self._replacing = numpy.zeros((3, 3, self._tables))
            for table in range(self._tables):
                self._reckon(table)

    def added(self, one: int, tables: "Numbers") -> "Numbers":
        """What a swap of somebody with each of the others adds to the cost, as to observers."""
        kind, here = int(self._kinds[one]), int(tables[one])
        there = self._replacing[kind, self._kinds, tables]
        cost: Numbers = there + self._replacing[self._kinds, kind, here]
        return cost

    def swapped(self, one: int, other: int, here: int, there: int) -> None:
        """Two have swapped seats: one sat here, the other there."""
        if self.heeded and self._kinds[one] != self._kinds[other]:
            for somebody, left, came in ((one, here, there), (other, there, here)):
                for counts, kind in ((self._new, _NEW), (self._large, _LARGE)):
                    if self._kinds[somebody] == kind:
                        counts[left] -= 1
                        counts[came] += 1
            self._reckon(here)
            self._reckon(there)

    def _reckon(self, table: int) -> None:
        """What it costs at a table if somebody of one kind comes and one of another goes."""
        new, large = self._new[table], self._large[table]
        now = _wants(new, large)
        for comes, goes in product(range(3), range(3)):
            then = _wants(
                new + (comes == _NEW) - (goes == _NEW), large + (comes == _LARGE) - (goes == _LARGE)
            )
            self._replacing[comes, goes, table] = OBSERVER * (then - now)

    def _counts(self, tables: "Numbers") -> tuple[list[int], list[int]]:
        import numpy

        new, large = (
            numpy.bincount(tables[self._kinds == kind], minlength=self._tables).tolist()
            for kind in (_NEW, _LARGE)
        )
        return new, large


def _kind(one: Sitter) -> int:
    return _KINDS.get(one.size, _OTHER) if one.size is not None else _OTHER


def _wants(new: int, large: int) -> bool:
    return new > 0 and large <= 0
