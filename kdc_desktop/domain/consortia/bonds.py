"""What binds people beyond their own wishes: who is kept apart, what a group or house looks for.

All are frozen values; `suggest_bonds` works out once what they come to.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple


class Capacity(NamedTuple):
    """An organisation, or a department of one, may send its people to so many groups only."""

    name: str
    people: frozenset[int]
    most: int
    organisation_id: int | None = None
    department_id: int | None = None


class NeedKind(StrEnum):
    """What is looked for in a group."""

    ROLE = "role"
    ORGANISATION = "organisation"


class Need(NamedTuple):
    """A group looks for `number` of these people, or an organisation wants to be in it by one.

    `points` are lost for each that is missing. `name` is what is looked for, in words, or the
    name of the organisation.
    """

    winner_id: int
    kind: NeedKind
    name: str
    people: frozenset[int]
    points: float
    number: int = 1


class Meeting(NamedTuple):
    """Some bring what others look for: `points` are earned where one of each is in a group.

    A person is alone, an organisation is everybody of it; nobody is on both sides. `offer` and
    `need` are what they said.
    """

    ones: frozenset[int]
    others: frozenset[int]
    points: float
    offer: str = ""
    need: str = ""


class Bonds(NamedTuple):
    """Everything of that kind. `apart` are pairs of people who are in no group together."""

    apart: frozenset[tuple[int, int]] = frozenset()
    capacities: tuple[Capacity, ...] = ()
    needs: tuple[Need, ...] = ()
    meetings: tuple[Meeting, ...] = ()


NONE = Bonds()
"""Nothing binds anybody."""


def cliques_of(pairs: Iterable[tuple[int, int]]) -> tuple[frozenset[int], ...]:
    """Sets of people of whom any two are kept apart, that together hold every pair.

    Few large ones say the same as many pairs: where all are kept apart from all, it is one set.
    """
    apart: dict[int, set[int]] = {}
    for one, other in pairs:
        if one != other:
            apart.setdefault(one, set()).add(other)
            apart.setdefault(other, set()).add(one)
    left = {(one, other) for one, some in apart.items() for other in some if one < other}
    found = []
    for one, other in sorted(left):
        if (one, other) in left:
            inside = _grown(one, other, apart)
            found.append(inside)
            left -= {(low, high) for low in inside for high in inside if low < high}
    return tuple(found)


def _grown(one: int, other: int, apart: Mapping[int, set[int]]) -> frozenset[int]:
    """As many as are kept apart from these two and each other, who meets most of the rest first."""
    inside, open_to = {one, other}, apart[one] & apart[other]
    near = {key: len(apart[key] & open_to) for key in open_to}
    while near:
        most = min(near, key=lambda key: (-near[key], key))
        inside.add(most)
        for gone in near.keys() - apart[most]:
            del near[gone]
            for key in apart[gone] & near.keys():
                near[key] -= 1
    return frozenset(inside)
