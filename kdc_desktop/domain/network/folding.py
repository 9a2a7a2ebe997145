"""Ties of people as ties of their organisations, and who came back."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from kdc_desktop.domain.network.measures import Two, two
from kdc_desktop.domain.seating.ties import Gathering, Met
from kdc_desktop.instants import Instant

RESIDENTS_TOGETHER = 0
"""Stands for all residents among the ids of organisations."""


def between(ties: Mapping[Two, Met], of: Mapping[int, int]) -> dict[Two, Met]:
    """The ties of organisations: those of their people together, whatever their departments.

    Residents are one end together; what is within one end is no tie.

    Args:
        of: the organisation of each person; residents are not in it.
    """
    found: dict[Two, list[Met]] = {}
    for (one, other), tie in ties.items():
        here, there = of.get(one, RESIDENTS_TOGETHER), of.get(other, RESIDENTS_TOGETHER)
        if here != there:
            found.setdefault(two(here, there), []).append(tie)
    return {pair: _together(own) for pair, own in found.items()}


def _together(ties: Sequence[Met]) -> Met:
    first = min(ties, key=lambda tie: (tie.first_at.seconds, tie.first_in))
    last = max(ties, key=lambda tie: (tie.last_at.seconds, tie.last_in))
    times = sum(tie.times for tie in ties)
    return Met(times, first.first_at, last.last_at, first.first_in, last.last_in)


def first_in(ties: Mapping[Two, Met], session_ids: Collection[int]) -> frozenset[Two]:
    """Those of all ties that began in one of these sessions."""
    return frozenset(pair for pair, tie in ties.items() if tie.first_in in session_ids)


def first_meetings(gatherings: Iterable[Gathering], of: Mapping[int, int]) -> Mapping[Two, int]:
    """By two organisations: in which session they met first; residents are none.

    As `between` has it of all ties, without those of people, of which there are tens of thousands.

    Args:
        gatherings: all there were, the first ones first.
        of: the organisation of each person; residents are not in it.
    """
    found: dict[Two, int] = {}
    for one in gatherings:
        there = sorted({of[person_id] for person_id in one.people if person_id in of})
        for pair in combinations(there, 2):
            found.setdefault(pair, one.session_id)
    return found


class Returned(NamedTuple):
    """Of those who came to some evenings: for whom it was the first ever, and who came back.

    Over several evenings somebody may be both.
    """

    came: frozenset[int]
    first_time: frozenset[int]
    back: frozenset[int]


def returned(evenings: Sequence[Collection[int]], wanted: Collection[int]) -> Returned:
    """Who came to some of all evenings.

    Args:
        evenings: the people of each, in the order of time.
        wanted: the places of those that are asked about.
    """
    known: set[int] = set()
    came: set[int] = set()
    first: set[int] = set()
    back: set[int] = set()
    for at, people in enumerate(evenings):
        if at in wanted:
            came.update(people)
            first.update(one for one in people if one not in known)
            back.update(one for one in people if one in known)
        known.update(people)
    return Returned(frozenset(came), frozenset(first), frozenset(back))


class LetGoGroup(NamedTuple):
    """Those who worked together in a consortium until it was let go, or went on without the club.

    `together` are those of them who are still in one consortium that is running.
    """

    consortium_id: int
    since: Instant
    pairs: frozenset[Two]
    together: frozenset[Two] = frozenset()


def going_on(group: LetGoGroup, ties: Mapping[Two, Met]) -> frozenset[Two]:
    """The ties of such a group that go on: they have met since, or still work together."""
    since = (pair for pair in group.pairs if pair in ties and ties[pair].last_at > group.since)
    return frozenset(since) | (group.together & group.pairs)


def people_in(ties: Iterable[Two]) -> frozenset[int]:
    """Everybody who has one of these ties."""
    return frozenset(one for tie in ties for one in tie)
