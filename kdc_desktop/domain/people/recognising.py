"""Whom rows of a list speak for, as far as it is sure, and what is asked where it is not."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice

from kdc_desktop.domain.people.changes import changed, is_all_known
from kdc_desktop.domain.people.match_sentences import MatchDoubt, MatchQuestion, first_of, one_of
from kdc_desktop.domain.people.name_variants import (
    nearly_the_same,
    parts_of,
    said_as,
)
from kdc_desktop.domain.people.other_spellings import OtherSpellings
from kdc_desktop.domain.people.pool import PeoplePool, Someone
from kdc_desktop.domain.people.states import Answer
from kdc_desktop.domain.people.units import Unit

_LOOKED_AT = 50
_OFFICE = 30  # the address of more people of a list is nobody's own


class Recognising:
    """Knows the pool as it is when it is asked, and all units of the list."""

    def __init__(self, pool: PeoplePool, units: Sequence[Unit]) -> None:
        self._pool, self._units = pool, units
        self._at_address = Counter(unit.email for unit in units)
        self._contended: Counter[int] = Counter()

    def contend(self, units: Sequence[Unit]) -> None:
        """Count how many of these are, or may be, each of the people known without an address."""
        open_ones = [
            unit
            for unit in units
            if unit.email
            and unit.answer is not Answer.NEW
            and (unit.answer is None or self._holder(unit) is None)
        ]
        found = map(self._by_name, open_ones)
        whom = (one.only if isinstance(one, MatchQuestion) else one for one in found)
        self._contended |= Counter(one.key for one in whom if one is not None)

    def exactly(self, unit: Unit) -> Someone | None:
        """Who is known with this name and address, or without one with this organisation.

        Where a row has neither, that is sure only if the list tells it apart.
        """
        found: Collection[Someone] = ()
        if unit.email:
            found = self._pool.exact(unit.person)
        elif unit.place or unit.apart or unit.beside or unit.rivals:
            found = self._pool.free_placed(unit.person.name, unit.place)
        if unit.apart:  # who came in as somebody else of that name is known by all that is said
            found = [one for one in found if is_all_known(one.before, unit.person)]
        elif unit.rivals:
            found = [one for one in found if _is_known_as(one, unit)]
        return next(iter(found)) if len(found) == 1 else _most_alike(unit, found)

    def whom(self, unit: Unit) -> Someone | MatchQuestion | None:
        """Who it is; None for somebody new."""
        if unit.apart:
            return None
        if unit.rivals and (found := self._among_rivals(unit)) is not None:
            return found
        return self._of_address(unit) if unit.email else self._of_name(unit)

    def knows(self, unit: Unit) -> bool:
        """Whether somebody is known by all that it says."""
        return any(
            _is_known_as(one, unit) for one in self._pool.placed(unit.person.name, unit.place)
        )

    def _among_rivals(self, unit: Unit) -> Someone | MatchQuestion | None:
        """Who is known by all that is said; else it is asked whether it is whom a rival has met,
        the first where several have met somebody."""
        met: list[Someone] = []
        left: list[Someone] = []
        for one in self._pool.placed(unit.person.name, unit.place):
            (left if unit.rivals.isdisjoint(one.rows) else met).append(one)
        known = next((one for one in left if _is_known_as(one, unit)), None)
        if known is not None or not met:
            return known
        return MatchQuestion(MatchDoubt.OTHER_CELLS, [min(met, key=lambda one: one.rows[0])])

    def _of_address(self, unit: Unit) -> Someone | MatchQuestion | None:
        if (renamed := next(self._pool.renamed(unit.person), None)) is not None:
            return renamed
        if (holder := self._holder(unit)) is not None:
            return MatchQuestion(MatchDoubt.ADDRESS, [holder])
        found = self._by_name(unit)
        if isinstance(found, Someone) and self._contended[found.key] > 1:
            return MatchQuestion(MatchDoubt.SEVERAL_ROWS, [found])
        return found or self._met_without_address(unit) or self._spellings.asking(unit)

    def _met_without_address(self, unit: Unit) -> MatchQuestion | None:
        """Of who is known without an address and is met by a row without one."""
        called = () if unit.place else self._pool.called(unit.person.name)
        found = first_of(one for one in called if one.key > 0 and not one.person.email)
        return MatchQuestion(MatchDoubt.WITHOUT_ADDRESS, found) if found else None

    def _holder(self, unit: Unit) -> Someone | None:
        """Whose the address is under another name, as far as the list does not tell them apart."""
        holders = self._pool.at(unit.email)
        if self._at_address[unit.email] <= _OFFICE:
            name = unit.person.name
            others = (one for one in holders if parts_of(one.person.name) != parts_of(name))
            near = next((one for one in others if nearly_the_same(one.person.name, name)), None)
            if near is not None:
                return near
        return next(iter(self._pool.open_at(unit.email)), None)

    def _by_name(self, unit: Unit) -> Someone | MatchQuestion | None:
        """Of those whom no row with their name and address has met."""
        name, place = unit.person.name, unit.place
        loose = self._pool.free_placed(name, "") if place else self._pool.free(name)
        free = one_of(unit, self._pool.free_placed(name, place), loose)
        if free is not None:
            return free
        elsewhere = self._pool.open_placed(name, place) if place else ()
        return MatchQuestion(MatchDoubt.OTHER_ADDRESS, first_of(elsewhere)) if elsewhere else None

    def _of_name(self, unit: Unit) -> Someone | MatchQuestion | None:
        name, place = unit.person.name, unit.place
        loose = self._pool.placed(name, "") if place else self._pool.called(name)
        found = one_of(unit, self._pool.placed(name, place), loose)
        return found or self._spellings.asking(unit)

    @cached_property
    def _spellings(self) -> OtherSpellings:
        return OtherSpellings(self._pool.everybody(), self._units)


def _is_known_as(someone: Someone, unit: Unit) -> bool:
    """Whether all is known of them that a unit says beside the name."""
    said = replace(unit.person, name=someone.before.name)
    return someone.key > 0 and is_all_known(someone.before, said)


def _most_alike(unit: Unit, people: Collection[Someone]) -> Someone | None:
    """Of those whom nothing else tells apart, who is written so, and then who changes least."""
    said = said_as(unit.person.name)
    return min(
        islice(people, _LOOKED_AT),
        key=lambda one: (said_as(one.person.name) != said, changed(one.before, unit.person)),
        default=None,
    )
