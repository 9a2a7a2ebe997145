"""Rankings as columns: what each paper puts first, second and so on, with what stands level.

All rules for rankings count from these. Memory stays that of the marks: what a rule works out
beside them, it works out for some papers at a time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kdc_desktop.domain.polls.cast import Papers

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

AT_A_TIME = 1 << 18  # marks
_WIDEST = 1 << 20  # ranks further apart are numbered anew


@dataclass(frozen=True, eq=False)
class Orders:
    """The papers that rank something; `size` is how many options there are.

    `option` (places from 0) and `level` have an entry for each mark, paper after paper and from
    the first rank on; `level` says whether it shares the rank of the mark before it. The marks of
    a paper are those from its `start` to the next one; `times` says how often it was cast.
    """

    size: int
    option: "Numbers"
    level: "Numbers"
    start: "Numbers"
    times: "Numbers"

    @property
    def lengths(self) -> "Numbers":
        """How many options each paper ranks."""
        import numpy

        return numpy.diff(self.start)

    def pieces(self) -> "Iterator[Orders]":
        """The same papers, as many at a time as are quickly at hand together."""
        for first, last in _cuts(self.start, AT_A_TIME):
            a, b = self.start[first], self.start[last]
            start = self.start[first : last + 1] - a
            times = self.times[first:last]
            yield Orders(self.size, self.option[a:b], self.level[a:b], start, times)

    def named(self) -> list[int]:
        """How many papers rank each option, wherever."""
        import numpy

        found = numpy.zeros(self.size, dtype=numpy.int64)
        for some in self.pieces():
            numpy.add.at(found, some.option, numpy.repeat(some.times, some.lengths))
        return [int(count) for count in found]


def orders_of(papers: Papers, ids: Sequence[int]) -> Orders:
    """What these papers rank of these options; what else they rank is passed over."""
    import numpy

    places = {key: at for at, key in enumerate(ids)}
    place = numpy.array([places.get(key, -1) for key in papers.options], dtype=numpy.int64)
    paper, value, option = papers.paper, papers.value, place[papers.option]
    if (place < 0).any():
        there = option >= 0
        paper, value, option = paper[there], value[there], option[there]
    lengths = numpy.bincount(paper, minlength=len(papers.times))
    ranked = lengths > 0
    start = numpy.concatenate(([0], numpy.cumsum(lengths[ranked])))
    option, level = _sorted(option, _near(value), start, len(ids))
    return Orders(len(ids), option, level, start, papers.times[ranked])


def _near(value: "Numbers") -> "Numbers":
    """The same ranks, none so far from another that a number could not hold it."""
    import numpy

    if not len(value):
        return value
    lowest = value.min()
    near: Numbers = value - lowest
    if int(value.max()) - int(lowest) >= _WIDEST:
        near = numpy.unique(value, return_inverse=True)[1].reshape(-1)
    return near


def _sorted(
    option: "Numbers", rank: "Numbers", start: "Numbers", size: int
) -> "tuple[Numbers, Numbers]":
    """Options by paper and rank, and whether each has the rank of the one before it."""
    import numpy

    found = numpy.empty(len(option), dtype=numpy.min_scalar_type(size))
    level = numpy.zeros(len(option), dtype=bool)
    for_option, for_rank = size.bit_length(), int(rank.max(initial=0)).bit_length()
    for first, last in _cuts(start, AT_A_TIME):
        a, b = start[first], start[last]
        paper = numpy.repeat(numpy.arange(last - first), numpy.diff(start[first : last + 1]))
        keys = ((paper << for_rank | rank[a:b]) << for_option) | option[a:b]
        keys.sort()
        found[a:b] = keys & ((1 << for_option) - 1)
        keys >>= for_option
        level[a + 1 : b] = keys[1:] == keys[:-1]
    return found, level


def _cuts(start: "Numbers", most: int) -> Iterator[tuple[int, int]]:
    """From which paper to which: together of so many marks, or one paper."""
    first, last = 0, len(start) - 1
    while first < last:
        fits = int(start.searchsorted(start[first] + most, side="right")) - 1
        fits = min(max(fits, first + 1), last)
        yield first, fits
        first = fits
