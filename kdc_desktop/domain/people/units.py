"""The rows of a list that are of one person, such as a form that was answered twice."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.domain.people.name_variants import parts_of
from kdc_desktop.domain.people.rivals import grouped_by_cells
from kdc_desktop.domain.people.roster import RosterPerson, merged
from kdc_desktop.domain.people.states import Answer

_Place = tuple[tuple[str, ...], str]


@dataclass(eq=False)
class Unit:
    """Rows of one person, by their places in order; the last one speaks for them.

    `answer` is what was answered to it. One that is `apart` is somebody else of the same name and
    address, because somebody has said so. One that is `beside` others has no address where several
    of its name and organisation have one. Its `rivals` are the rows of its name and organisation
    that other cells tell apart from it.
    """

    rows: list[int]
    person: RosterPerson
    answer: Answer | None = None
    apart: bool = False
    beside: bool = False
    rivals: frozenset[int] = frozenset()

    @cached_property
    def email(self) -> str:
        """The address as it is compared."""
        return normalise(self.person.email)

    @cached_property
    def place(self) -> str:
        """The organisation as it is compared."""
        return normalise(self.person.organisation)

    @property
    def last(self) -> int:
        """The row that speaks for it."""
        return self.rows[-1]


def units_of(
    people: Mapping[int, RosterPerson],
    answers: Mapping[int, Answer],
    are_two: Callable[[RosterPerson, RosterPerson], bool] = lambda _addressed, _bare: False,
) -> list[Unit]:
    """Rows, by their places, that are of one person: of one name and address, or without one.

    What later rows say counts, and blank cells erase nothing. Rows without an address join the one
    with an address of the same name and organisation, if there is only one, unless it is known
    that the two `are_two` people.
    """
    addressed: dict[tuple[object, str], list[int]] = defaultdict(list)
    bare: dict[_Place, list[int]] = defaultdict(list)
    for place, person in people.items():
        email = normalise(person.email)
        if email:
            addressed[parts_of(person.name), email].append(place)
        else:
            bare[_place_of(person)].append(place)
    at: dict[_Place, list[list[int]]] = defaultdict(list)
    for group in addressed.values():
        at[_place_of(joined(people, group))].append(group)
    for key in [key for key in bare if len(at.get(key, ())) == 1]:
        group = at[key][0]
        person = joined(people, group)
        others = [row for row in bare[key] if are_two(person, people[row])]
        group.extend(row for row in bare.pop(key) if row not in others)
        if others:
            bare[key] = others
    units = [unit for group in addressed.values() for unit in _parted(people, group, answers)]
    for key, group in bare.items():
        for rows in grouped_by_cells(people, group):
            rivals = frozenset(group).difference(rows)
            units += _parted(people, rows, answers, key in at, rivals)
    return sorted(units, key=lambda unit: unit.last)


def joined(people: Mapping[int, RosterPerson], rows: Iterable[int]) -> RosterPerson:
    """What these rows say together, the later ones last."""
    first, *others = sorted(rows)
    person = people[first]
    for place in others:
        later = people[place]
        both = merged(person, later)
        moves = normalise(later.organisation) not in ("", normalise(person.organisation))
        sector = later.sector if moves else both.sector  # of the organisation beside it
        person = replace(both, sector=sector, standing=later.standing, status=later.status)
    return person


def _place_of(person: RosterPerson) -> _Place:
    return parts_of(person.name), normalise(person.organisation)


def _parted(
    people: Mapping[int, RosterPerson],
    rows: Iterable[int],
    answers: Mapping[int, Answer],
    beside: bool = False,
    rivals: frozenset[int] = frozenset(),
) -> Iterator[Unit]:
    """One unit, and one for each row before the last that somebody said is another person."""
    ordered = sorted(rows)
    apart = [row for row in ordered[:-1] if answers.get(row) is Answer.NEW]
    kept = [row for row in ordered if row not in apart]
    yield Unit(kept, joined(people, kept), answers.get(kept[-1]), False, beside, rivals)
    for row in apart:
        yield Unit([row], people[row], Answer.NEW, apart=True)
