"""Rows of one name and place without an address whose other cells tell of several people."""

from collections.abc import Iterable, Mapping

from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.domain.people.roster import RosterPerson

_DIGITS = 7  # of a number, whatever stands before them for the country
_TELLING = ("department", "job_title", "badge")


def grouped_by_cells(people: Mapping[int, RosterPerson], rows: Iterable[int]) -> list[list[int]]:
    """The rows in groups in which no two contradict each other, by their first ones."""
    groups: list[list[int]] = []
    for row in sorted(rows):
        fits = (one for one in groups if not _any_contradicts(people, one, row))
        group = next(fits, None)
        if group is None:
            groups.append([row])
        else:
            group.append(row)
    return groups


def _any_contradicts(people: Mapping[int, RosterPerson], rows: Iterable[int], row: int) -> bool:
    return any(_contradict(people[one], people[row]) for one in rows)


def _contradict(one: RosterPerson, other: RosterPerson) -> bool:
    """Whether both fill a cell of which one person has one, and not alike."""
    pairs = [(normalise(getattr(one, what)), normalise(getattr(other, what))) for what in _TELLING]
    pairs.append((_number(one.phone), _number(other.phone)))
    return any(said and told and said != told for said, told in pairs)


def _number(phone: str) -> str:
    return "".join(sign for sign in phone if sign.isdecimal())[-_DIGITS:]
