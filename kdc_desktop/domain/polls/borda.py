"""Borda's count: points for each option that a paper puts another before.

Of n options the first one gets n − 1 points, the next n − 2, the last 0. Options that stand level
share the mean of their places, and those that are not ranked share what is left: as if each option
got a point for every one it stands before, and half a point for every one it is level with.
Papers that rank nothing give no points.
"""

from typing import TYPE_CHECKING

from kdc_desktop.domain.polls.orders import Orders

if TYPE_CHECKING:
    from kdc_desktop.domain.polls.orders import Numbers


def doubled_points(orders: Orders, *, unranked: bool = True) -> list[int]:
    """Twice the points of each option, so that halves are whole numbers.

    Where `unranked` is false, a paper gives points only to what it ranks.
    """
    import numpy

    found = numpy.zeros(orders.size, dtype=numpy.int64)
    for some in orders.pieces():
        points = _doubled_on(some)
        if unranked:
            left = orders.size - 1 - some.lengths  # what each of the others gets
            found += int((left * some.times).sum())
            points -= numpy.repeat(left, some.lengths)
        numpy.add.at(found, some.option, points * numpy.repeat(some.times, some.lengths))
    return [int(points) for points in found]


def upper_half(orders: Orders) -> list[int]:
    """How many papers put each option before at least half of the others, which is to support it.

    What stands level with it is not after it; what a paper does not rank is.
    """
    import numpy

    found = numpy.zeros(orders.size, dtype=numpy.int64)
    for some in orders.pieces():
        after = _after(some)
        backs = (after > 0) & (2 * after >= orders.size - 1)
        numpy.add.at(found, some.option[backs], numpy.repeat(some.times, some.lengths)[backs])
    return [int(count) for count in found]


def _after(orders: Orders) -> "Numbers":
    """For each mark how many options its paper puts after it."""
    import numpy

    first = numpy.flatnonzero(~orders.level)
    many = numpy.diff(numpy.append(first, len(orders.option)))
    until = numpy.repeat(first + many, many) - numpy.repeat(orders.start[:-1], orders.lengths)
    return numpy.asarray(orders.size - until)


def _doubled_on(orders: Orders) -> "Numbers":
    """For each mark twice the points that it gives on its paper."""
    import numpy

    first = numpy.flatnonzero(~orders.level)
    many = numpy.diff(numpy.append(first, len(orders.option)))
    before = first - numpy.repeat(orders.start[:-1], orders.lengths)[first]
    return numpy.repeat(2 * (orders.size - 1 - before) - (many - 1), many)
