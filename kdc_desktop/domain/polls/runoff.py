"""Instant run-off: who has the fewest first places drops out, until one has more than half.

A paper counts for what it ranks first among those still in, and is split in equal parts where
several stand first on it. All who have the fewest drop out together. A paper that ranks none of
those still in is exhausted. The count ends when one has more than half of what is not exhausted, or
when all who are still in have the same: then they are tied.

The work is in proportion to the marks, however many rounds there are: a round looks only at papers
that stand at an option which dropped out.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, NamedTuple

from kdc_desktop.domain.polls.orders import Orders

if TYPE_CHECKING:
    from kdc_desktop.domain.polls.orders import Numbers


class RunoffStep(NamedTuple):
    """A round: what each option still in has, who drops out of it, and the exhausted papers.

    In the last round nobody drops out: who has the most wins.
    """

    votes: dict[int, Fraction]
    out: tuple[int, ...]
    exhausted: int


def runoff(orders: Orders) -> list[RunoffStep]:
    """All rounds of an instant run-off; none where nothing is ranked."""
    if not orders.size or not orders.times.sum():
        return []
    piles, left = _Piles(orders), list(range(orders.size))
    steps: list[RunoffStep] = []
    while True:
        votes = {option: piles.votes(option) for option in left}
        fewest, most = min(votes.values()), max(votes.values())
        decided = most == fewest or 2 * most > sum(votes.values())
        out = () if decided else tuple(o for o in left if votes[o] == fewest)
        steps.append(RunoffStep(votes, out, piles.exhausted))
        if decided:
            return steps
        piles.drop(out)
        left = [option for option in left if option not in out]


class _Piles:
    """The papers on piles, one for each option: a paper lies on those that it ranks first by now.

    A group is what stands level on a paper; groups are numbered, paper after paper, and a paper is
    known by the one at which it counts. `exhausted` are those that lie on no pile any more.
    """

    def __init__(self, orders: Orders) -> None:
        import numpy

        first = ~orders.level
        self.exhausted = 0
        self._option = orders.option
        self._start = numpy.flatnonzero(first).astype(numpy.int32)  # the first mark of a group
        self._many = numpy.diff(self._start, append=numpy.int32(len(first)))
        self._left = numpy.zeros(len(self._start), dtype=numpy.int32)  # so many are still in
        begin = numpy.cumsum(first, dtype=numpy.int32)[orders.start[:-1]] - 1
        self._last = numpy.zeros(len(self._start), dtype=bool)  # whether a paper ends with it
        self._last[begin[1:] - 1] = True
        self._last[-1] = True
        self._in = numpy.ones(orders.size, dtype=bool)
        self._parts = int(self._many.max()) + 1
        self._votes = numpy.zeros(orders.size * self._parts, dtype=numpy.int64)
        self._piles: list[list[_Pile]] = [[] for _option in range(orders.size)]
        self._lay(_Pile(begin, orders.times))

    def votes(self, option: int) -> Fraction:
        """What an option has: whole papers, halves, thirds and so on together."""
        votes = self._votes[option * self._parts : (option + 1) * self._parts].tolist()
        whole = lcm(*range(1, self._parts))
        return Fraction(sum(n * (whole // among) for among, n in enumerate(votes) if n), whole)

    def drop(self, out: Sequence[int]) -> None:
        """Take these options out; papers that stood at them go where they rank next."""
        self._in[list(out)] = False
        pile = _together([part for option in out for part in self._piles[option]])
        for option in out:
            self._piles[option].clear()
        alone = self._left[pile.groups] == 1
        stranded = self._share(pile.only(~alone)) if not alone.all() else pile.only(~alone)
        self._lay(self._next(_together([pile.only(alone), stranded])))

    def _share(self, pile: "_Pile") -> "_Pile":
        """Share papers anew among those level on them; what has nobody left there is given back."""
        import numpy

        groups, at = numpy.unique(pile.groups, return_index=True)
        pile = _Pile(groups, pile.times[at])
        which, option = self._members(groups)
        before, after = self._left[groups], numpy.bincount(which, minlength=len(groups))
        self._left[groups] = after
        place = option * numpy.int64(self._parts)
        numpy.subtract.at(self._votes, place + before[which], pile.times[which])
        numpy.add.at(self._votes, place + after[which], pile.times[which])
        return pile.only(after == 0)

    def _next(self, pile: "_Pile") -> "_Pile":
        """The same papers at what they rank next; those that rank no more are exhausted."""
        over = self._last[pile.groups]
        self.exhausted += int(pile.times[over].sum())
        pile = pile.only(~over)
        return _Pile(pile.groups + 1, pile.times)

    def _lay(self, pile: "_Pile") -> None:
        """Lay papers where they first rank somebody who is still in."""
        import numpy

        laid, options = [], []
        while len(pile.groups):
            which, option = self._members(pile.groups)
            left = numpy.bincount(which, minlength=len(pile.groups))
            self._left[pile.groups] = left
            laid.append(_Pile(pile.groups[which], pile.times[which]))
            options.append(option)
            place = option * numpy.int64(self._parts) + left[which]
            numpy.add.at(self._votes, place, laid[-1].times)
            pile = self._next(pile.only(left == 0))
        if laid:
            self._put(_together(laid), numpy.concatenate(options))

    def _put(self, pile: "_Pile", option: "Numbers") -> None:
        """Put each paper on the pile of the option that is said beside it."""
        import numpy

        order = numpy.argsort(option, kind="stable")
        ends = numpy.cumsum(numpy.bincount(option, minlength=len(self._piles))).tolist()
        for mine, begin, end in zip(self._piles, [0, *ends], ends, strict=False):
            if begin < end:
                mine.append(pile.only(order[begin:end]))

    def _members(self, groups: "Numbers") -> "tuple[Numbers, Numbers]":
        """The options in these groups that are still in, and before it of which group each is."""
        import numpy

        which, marks = numpy.arange(len(groups)), groups
        if self._parts > 2:  # else a group is a mark
            many = self._many[groups]
            which = numpy.repeat(which, many)
            begin = self._start[groups] - numpy.cumsum(many) + many
            marks = begin[which] + numpy.arange(len(which))
        option = self._option[marks]
        there = self._in[option]
        return which[there], option[there]


class _Pile(NamedTuple):
    """Papers, by the group at which each counts, and how often each was cast."""

    groups: "Numbers"
    times: "Numbers"

    def only(self, which: "Numbers") -> "_Pile":
        return _Pile(self.groups[which], self.times[which])


def _together(piles: "Sequence[_Pile]") -> _Pile:
    import numpy

    if not piles:
        nothing = numpy.zeros(0, dtype=numpy.int32)
        return _Pile(nothing, nothing)
    return _Pile(*(numpy.concatenate(columns) for columns in zip(*piles, strict=True)))
