"""Rows of a workbook of ours that come back: whose they are by the ids they were given."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kdc_desktop.domain.kit.text import clean, normalise
from kdc_desktop.domain.people.greeting import in_speaking_order
from kdc_desktop.domain.people.name_variants import parts_of, said_as
from kdc_desktop.domain.people.pool import PeoplePool, Someone
from kdc_desktop.domain.people.roster import RosterPerson
from kdc_desktop.domain.people.states import Answer
from kdc_desktop.domain.people.units import Unit, joined


def named_by_id(person: RosterPerson, pool: PeoplePool) -> RosterPerson:
    """The row with the name that its id has where its own is blank."""
    someone = None if person.name else pool.known(person.own_id)
    return person if someone is None else replace(person, name=someone.person.name)


def units_by_id(
    people: dict[int, RosterPerson], pool: PeoplePool, answers: Mapping[int, Answer]
) -> Iterator[tuple[Unit, Someone]]:
    """Rows of people known by their ids, which are taken out of the others.

    An id that is nobody's, or that stands beside somebody else who is known, says nothing.
    """
    rows: dict[int, list[int]] = defaultdict(list)
    for place, person in people.items():
        someone = pool.known(person.own_id)
        if someone is None or _is_another(person, someone, pool):
            people[place] = replace(person, own_id="")
        else:
            rows[someone.key].append(place)
    for key, places in rows.items():
        found = pool.known(str(key))
        assert found is not None
        yield Unit(places, joined(people, places), answers.get(places[-1])), found


def others_than(
    found: Iterable[tuple[Unit, Someone]], people: Mapping[int, RosterPerson]
) -> dict[int, RosterPerson]:
    """The rows that no id has found anybody for."""
    rows = {place for unit, _someone in found for place in unit.rows}
    return {place: person for place, person in people.items() if place not in rows}


def _is_another(person: RosterPerson, someone: Someone, pool: PeoplePool) -> bool:
    """Whether the cells tell of somebody else who is known: they were moved beside the ids."""
    place = normalise(person.organisation)
    others = pool.exact(person) if person.email else pool.placed(person.name, place)
    return bool(others) and someone not in others


def is_left_of(person: RosterPerson, before: RosterPerson) -> bool:
    """Whether a row still has something by which somebody is known: name or address, or of who has
    none the organisation."""
    if said_as(person.name) == said_as(before.name):
        return True
    if person.email or before.email:
        return normalise(person.email) == normalise(before.email)
    return normalise(person.organisation) == normalise(before.organisation)


def shifted(found: Iterable[tuple[Unit, Someone]], pool: PeoplePool) -> frozenset[int]:
    """The last rows of units whose name or address is that of another id of the club.

    A single one was written so; of several a column was sorted or moved by itself.
    """
    rows = [unit.last for unit, someone in found if _is_shifted(unit.person, someone, pool)]
    return frozenset(rows) if len(rows) > 1 else frozenset()


def _is_shifted(person: RosterPerson, someone: Someone, pool: PeoplePool) -> bool:
    before = someone.before
    if parts_of(person.name) != parts_of(before.name):
        return bool(pool.called(person.name))
    email = normalise(person.email)
    return email not in ("", normalise(before.email)) and bool(pool.at(email))


def is_renamed(person: RosterPerson, before: RosterPerson) -> bool:
    """Whether the name was written otherwise in the workbook."""
    return clean(person.name) not in (clean(before.name), in_speaking_order(before.name))
