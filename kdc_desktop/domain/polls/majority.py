"""The majority value of what was said: the median of levels, and how equal medians are parted.

After Michel Balinski and Rida Laraki, “A theory of measuring, electing, and ranking”, PNAS 104
(2007): the median is the lower of two in the middle; of two options with the same one, it is taken
away from both, and again, until the medians differ.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from kdc_desktop.domain.polls.levels import HowMany

MajorityValue = tuple[tuple[int, int, Fraction], ...]
"""Sorts as levels do whose medians are taken away; the first number of it is the median."""


def median(said: HowMany) -> int | None:
    """The best level that more than half say or surpass; None where nobody said any."""
    value = majority_value(said)
    return value[0][0] if value else None


def majority_value(said: HowMany) -> MajorityValue:
    """What sorts as taking medians away one at a time would, worked out from the counts alone.

    Medians that are taken away lie in turn below and above the middle. So what is compared is a
    row of pairs from the middle outwards, of which equal ones stand together as a run: its two
    levels, and its end. Where the lower level falls next, an early end is worse; where only the
    upper one rises, it is better. Ends are shares, so that options of which not equally many said
    something are compared as if each had been said as often as makes the numbers equal.
    """
    voters = sum(said.values())
    runs = list(_runs(*_halves(said, voters)))
    ends = [
        Fraction(-voters if after[0] < run[0] else voters, run[2]) for run, after in pairwise(runs)
    ]
    return tuple(
        (low, high, end) for (low, high, _at), end in zip(runs, [*ends, Fraction(0)], strict=False)
    )


def _halves(said: HowMany, voters: int) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Levels below and above the middle, from it outwards, with how many; everybody counts twice,
    so that there is a middle between two."""
    below: list[tuple[int, int]] = []
    above: list[tuple[int, int]] = []
    left = voters
    for level in sorted(key for key, count in said.items() if count):
        count = 2 * said[level]
        lower = min(count, left)
        left -= lower
        if lower:
            below.insert(0, (level, lower))
        if count > lower:
            above.append((level, count - lower))
    return below, above


def _runs(
    below: list[tuple[int, int]], above: list[tuple[int, int]]
) -> Iterator[tuple[int, int, int]]:
    """Pairs of a level below the middle and one above, each with where it ends."""
    low = high = 0
    until_low, until_high = below[0][1] if below else 0, above[0][1] if above else 0
    while low < len(below) and high < len(above):
        at = min(until_low, until_high)
        yield below[low][0], above[high][0], at
        if at == until_low:
            low += 1
            until_low += below[low][1] if low < len(below) else 0
        if at == until_high:
            high += 1
            until_high += above[high][1] if high < len(above) else 0
