"""Rows of a list that tell of somebody by a name or an address that they were merged away from."""

from collections import defaultdict
from dataclasses import replace
from typing import Any

from kdc_desktop.domain.kit.text import normalise
from kdc_desktop.domain.people.name_variants import nearly_as
from kdc_desktop.domain.people.roster import RosterPerson
from kdc_desktop.i18n import _
from kdc_desktop.services.people.known import KnownPeople, KnownRow
from kdc_desktop.services.people.known_twice import KnownAs

_LINES = ("phone", "job_title", "interests", "notes")


class OtherNames:
    """Has rows be of who stays: such a row is older than what is known, so it only fills gaps."""

    def __init__(self, known: KnownPeople) -> None:
        self._known, self._also = known, known.also
        self._at: dict[str, list[KnownAs]] = defaultdict(list)
        self._called: dict[tuple[str, ...], list[KnownAs]] = defaultdict(list)
        for one in known.also.values():
            self._called[nearly_as(one.name)].append(one)
            if one.email:
                self._at[normalise(one.email)].append(one)
        people = known.people.values() if known.also else ()
        self._names = {nearly_as(one.name) for one in people}
        self._addresses = {normalise(one.email) for one in people if one.email}

    def as_known(self, person: RosterPerson) -> RosterPerson:
        """The row as one of who stays; itself where it tells of nobody who was known twice."""
        if not self._also:
            return person
        found = self._whom(person)
        if found is None:
            return person
        return _of(person, found, self._known.people[found.into_id])

    def aside(self, given: RosterPerson, person: RosterPerson) -> str:
        """What there is to say of a row that is one of somebody else by now."""
        if given is person or nearly_as(given.name) == nearly_as(person.name):
            return ""
        return _("{name} was merged into {other}.", name=given.name, other=person.name)

    def _whom(self, person: RosterPerson) -> KnownAs | None:
        number = person.own_id.removesuffix(".0")
        by_id = self._also.get(int(number)) if number.isdecimal() and len(number) < 16 else None
        if by_id is not None and nearly_as(by_id.name) == nearly_as(person.name):
            return by_id
        email = normalise(person.email)
        if email and email not in self._addresses:
            at = [one for one in self._at[email] if self._is_called(person, one)]
            if len({one.into_id for one in at}) == 1:
                return at[0]
        return self._by_name(person, email)

    def _is_called(self, person: RosterPerson, one: KnownAs) -> bool:
        known = self._known.people[one.into_id]
        return nearly_as(person.name) in (nearly_as(one.name), nearly_as(known.name))

    def _by_name(self, person: RosterPerson, email: str) -> KnownAs | None:
        name = nearly_as(person.name)
        if name in self._names:
            return None
        called = [one for one in self._called.get(name, ()) if self._fits(email, one)]
        return called[0] if len({one.into_id for one in called}) == 1 else None

    def _fits(self, email: str, one: KnownAs) -> bool:
        """Whether the address of a row is one of theirs, as far as any is known."""
        theirs = {normalise(one.email), normalise(self._known.people[one.into_id].email)} - {""}
        return not email or not theirs or email in theirs


def _of(person: RosterPerson, one: KnownAs, known: KnownRow) -> RosterPerson:
    more: dict[str, Any] = {name: "" for name in _LINES if getattr(known, name)}
    if known.organisation_id is not None:
        more |= {"organisation": "", "department": "", "sector": ""}
    if known.email:
        more["email"] = known.email
    own_id = str(one.into_id) if person.own_id else ""
    return replace(person, name=known.name, own_id=own_id, **more)
