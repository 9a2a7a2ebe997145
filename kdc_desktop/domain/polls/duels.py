"""Options compared two by two: how many papers put one before the other.

What is ranked stands before what is not, and what is not ranked stands level among itself. Who is
before every other option on more papers than behind it is the Condorcet winner: there is one at
most, and often none.
"""

from typing import TYPE_CHECKING

from kdc_desktop.domain.polls.orders import Orders

if TYPE_CHECKING:
    from kdc_desktop.domain.polls.orders import Numbers


def duels(orders: Orders) -> "Numbers":
    """A square of numbers: how many papers put the option of the row before that of the column."""
    import numpy

    size = orders.size
    before, level = numpy.zeros((2, size, size), dtype=numpy.int64)
    for some in orders.pieces():
        _add(some, before.reshape(-1), level.reshape(-1))
    both = before + before.T + level + level.T
    found: Numbers = before + numpy.array(orders.named(), dtype=numpy.int64)[:, None] - both
    numpy.fill_diagonal(found, 0)
    return found


def _add(orders: Orders, before: "Numbers", level: "Numbers") -> None:
    """Add the pairs that these papers rank, those of one length together."""
    import numpy

    rank, lengths, tied = numpy.cumsum(~orders.level), orders.lengths, orders.level.any()
    for length in numpy.flatnonzero(numpy.bincount(lengths)).tolist():
        own = lengths == length
        marks = orders.start[:-1][own] + numpy.arange(length)[:, None]  # the firsts in row 0
        option, ranks = orders.option[marks].astype(numpy.int64), rank[marks]
        rows, times = option * orders.size, orders.times[own]
        for apart in range(1, length):
            pair = (rows[:-apart] + option[apart:]).reshape(-1)
            weight = numpy.tile(times, length - apart)
            if tied:
                same = (ranks[:-apart] == ranks[apart:]).reshape(-1)
                numpy.add.at(level, pair[same], weight[same])
                pair, weight = pair[~same], weight[~same]
            numpy.add.at(before, pair, weight)


def condorcet_winner(before: "Numbers") -> int | None:
    """The place of the option that beats every other one; None where there is none."""
    beaten = (before > before.T).sum(axis=1)
    best = [at for at, count in enumerate(beaten) if count == len(beaten) - 1]
    return best[0] if best else None


def has_unbeaten(before: "Numbers") -> bool:
    """Whether there is an option that none other beats; several where they are level."""
    return bool((~(before > before.T).any(axis=0)).any())


def doubled_copeland(before: "Numbers") -> list[int]:
    """Twice Copeland's score of each option: how many others it beats, a draw as half of it."""
    scores = 2 * (before > before.T).sum(axis=1) + (before == before.T).sum(axis=1) - 1
    return [int(score) for score in scores]
