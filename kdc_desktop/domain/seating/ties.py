"""What a meeting is, and what pairs of people come to by their meetings."""

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from kdc_desktop.instants import Instant

TwoPeople = tuple[int, int]
"""Two people by their ids, the smaller one first."""


class Gathering(NamedTuple):
    """Those who met at one table, or in one consortium of an evening; their ids in order.

    `consortium_id` is None where it was a table.
    """

    session_id: int
    at: Instant
    people: tuple[int, ...]
    consortium_id: int | None = None


class Met(NamedTuple):
    """How often two have met, and when and in which session for the first and the last time."""

    times: int
    first_at: Instant
    last_at: Instant
    first_in: int
    last_in: int


def pairs_met(gatherings: Iterable[Gathering]) -> dict[TwoPeople, Met]:
    """Who has met whom in these, in the order in which they met first.

    Each table counts once, and so does each evening in one consortium.
    """
    times: Counter[TwoPeople] = Counter()
    first: dict[TwoPeople, Gathering] = {}
    last: dict[TwoPeople, Gathering] = {}
    for one in sorted(gatherings, key=lambda each: (each.at.seconds, each.session_id)):
        pairs = tuple(combinations(one.people, 2))
        times.update(pairs)
        last.update(dict.fromkeys(pairs, one))
        for pair in pairs:
            first.setdefault(pair, one)
    return {
        pair: Met(times[pair], begin.at, last[pair].at, begin.session_id, last[pair].session_id)
        for pair, begin in first.items()
    }
