"""The smallest steps from one list of keys to another, for models that never reset."""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def runs(positions: Iterable[int]) -> list[tuple[int, int]]:
    """Ascending positions as ranges of neighbours, both ends included."""
    found: list[tuple[int, int]] = []
    for position in positions:
        if found and found[-1][1] == position - 1:
            found[-1] = (found[-1][0], position)
        else:
            found.append((position, position))
    return found


def moved(before: Sequence[K], after: Sequence[K]) -> list[K]:
    """The fewest keys that have to move to turn one order of the same keys into the other.

    They are given in the order of `after`.
    """
    if list(before) == list(after):
        return []
    place = {key: at for at, key in enumerate(before)}
    steady = _longest_rise([place[key] for key in after])
    return [key for at, key in enumerate(after) if at not in steady]


def _longest_rise(numbers: Sequence[int]) -> set[int]:
    tails: list[int] = []
    tail_at: list[int] = []
    previous: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_left(tails, number)
        previous.append(tail_at[length - 1] if length else -1)
        if length == len(tails):
            tails.append(number)
            tail_at.append(at)
        else:
            tails[length] = number
            tail_at[length] = at
    rise: set[int] = set()
    at = tail_at[-1] if tail_at else -1
    while at >= 0:
        rise.add(at)
        at = previous[at]
    return rise
