"""What a meeting is, and what pairs of people come to by their meetings."""

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
    found: dict[TwoPeople, Met] = {}
    for one in sorted(gatherings, key=lambda each: (each.at, each.session_id)):
        for pair in combinations(one.people, 2):
            known = found.get(pair)
            if known is None:
                found[pair] = Met(1, one.at, one.at, one.session_id, one.session_id)
            else:
                found[pair] = _once_more(known, one)
    return found


def _once_more(known: Met, one: Gathering) -> Met:
    """With a meeting that was not before the last one."""
    last = max((known.last_at, known.last_in), (one.at, one.session_id))
    return Met(known.times + 1, known.first_at, last[0], known.first_in, last[1])
