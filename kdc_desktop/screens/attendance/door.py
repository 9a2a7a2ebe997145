"""What stands behind the type-ahead at the door: everybody the club knows, and who is expected."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kdc_desktop.domain.attendance.codes import (
    badge_key,
    badge_keys,
    is_a_number,
    is_no_name,
    may_be_code,
)
from kdc_desktop.domain.kit.sought import Sought, in_every_spelling
from kdc_desktop.domain.kit.steps import Steps, at_once, batched
from kdc_desktop.domain.kit.text import clean, fold, normalise
from kdc_desktop.domain.people.finding import PeopleIndex, are_namesakes
from kdc_desktop.domain.people.one_line import name_and_organisation
from kdc_desktop.domain.people.sectors import RESIDENTS, UNKNOWN
from kdc_desktop.screens.attendance.found import DoorChoice, Found, turn_of
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.attendance.guests import guests
from kdc_desktop.services.attendance.rows import AttendanceRow
from kdc_desktop.services.people.rows import ContactRow
from kdc_desktop.storage import Database

MOST_FOUND = 5


def contacts_for(screen: Screen, database: Database) -> Sequence[ContactRow]:
    """Whom the club knows; nobody where that cannot be read, which the screen then says."""
    return found.answer if (found := screen.attempt(guests, database)) else ()


class Door:
    """Finds people while somebody types; told of the rows of a session with `set_list`.

    Whom the club knows is asked of `contacts` when somebody is looked for, or by `get_ready`
    before, and again once it is said to be `stale`.
    """

    def __init__(self, contacts: Callable[[], Sequence[ContactRow]]) -> None:
        self._read, self.stale = contacts, True
        self._coming: Iterator[None] = iter(())
        self._times_read = 0
        self._index: PeopleIndex[ContactRow] = PeopleIndex(())
        self._contacts: dict[int, ContactRow] = {}
        self._organisations: dict[str, str] = {}
        self._attendances: dict[int, AttendanceRow] = {}
        self._badges: dict[str, AttendanceRow] = {}
        self._named: dict[tuple[str, ...], list[ContactRow]] = {}

    def get_ready(self) -> Steps[None]:
        """Know everybody whom the club knows now; in steps of which none is long."""
        if self.stale:
            self._coming = self._learn()
        yield from self._coming

    def _learn(self) -> Steps[None]:
        contacts = self._read()
        self.stale = False
        self._times_read += 1
        which = self._times_read
        yield
        index = PeopleIndex[ContactRow](())
        yield from index.take(contacts)
        named: dict[tuple[str, ...], list[ContactRow]] = {}
        for some in batched(contacts):
            for contact in some:
                named.setdefault(_words(contact.name), []).append(contact)
            yield
        if which != self._times_read:
            return  # somebody was looked for meanwhile, among those who are there now
        spelled = {contact.organisation: contact.sector for contact in contacts}
        self._organisations = {normalise(k): v for k, v in spelled.items() if k}
        self._contacts = {contact.person_id: contact for contact in contacts}
        self._index, self._named = index, named

    def set_list(self, attendances: Sequence[AttendanceRow]) -> None:
        """Everybody on the list of the session."""
        self._attendances = {row.person_id: row for row in attendances}
        self._badges = {badge_key(row.badge): row for row in attendances if row.badge}

    def follow(
        self, rows: Sequence[AttendanceRow], changed: Sequence[AttendanceRow] | None
    ) -> None:
        """Everybody on the list; `changed` are those who differ, in the badges that they wore."""
        if changed is None:
            self.set_list(rows)
            return
        for row in changed:
            self._attendances[row.person_id] = row
            if row.badge:
                self._badges[badge_key(row.badge)] = row

    def search(self, text: str) -> list[Found]:
        """The choices for what is typed: the wearer of a badge, people found, then a walk-in.

        Those expected come before those here, unless somebody's whole name is typed: Enter must
        not take another. What can be nobody's name is offered as nobody's.
        """
        if not text.strip():
            return []
        at_once(self.get_ready())
        name, organisation = name_and_organisation(text)
        found = self._people(text)
        if (named := self._wearer_named(text)) is not None:
            return [named, *(one for one in found if one != named)]
        if (worn := self._wearer(text)) is not None:
            others = [one for one in found if one != worn]
            is_code = is_no_name(text) or is_a_number(text)
            return [worn, *others] if is_code else [*others, worn]
        if is_no_name(name) or (may_be_code(name) and not found):
            return self._unknown_code(name, organisation, found)
        if name and not self._is_known(name, organisation):
            new = self._walk_in(name, organisation)
            is_half = not (found or organisation or " " in name)
            found.append(replace(new, is_half_a_name=is_half))
        return found

    def asks_who(self, text: str, found: Sequence[Found]) -> bool:
        """Whether several of those found may be meant who can come in, so that one is chosen."""
        known = [one for one in found if one.choice is DoorChoice.PERSON and not one.is_here]
        if known[:1] != [*found[:1]] or known[0] in (self._wearer(text), self._wearer_named(text)):
            return False
        return are_namesakes(known, text)

    def _wearer(self, text: str) -> Found | None:
        for key in badge_keys(text) & self._badges.keys():
            contact = self._contacts.get(self._badges[key].person_id)
            if contact is not None:
                return self._found(contact)
        return None

    def _wearer_named(self, text: str) -> Found | None:
        """Whose name and badge were typed together, as “juho 113” is."""
        words = text.replace(",", " ").split()
        for at, word in enumerate(words):
            rest = Sought(" ".join(words[:at] + words[at + 1 :]))  # untranslated: only compared
            worn = self._wearer(word) if rest else None
            if worn is not None and rest.begins_in(in_every_spelling(worn.name)):
                return worn
        return None

    def _people(self, text: str) -> list[Found]:
        """Those found: of whom the whole name is typed, then by their turn."""
        named = sorted(self._named.get(_words(text), ()), key=self._turn)
        contacts = {one.person_id: one for one in named}
        for one in self._index.search(text, MOST_FOUND + len(contacts), self._turn):
            contacts.setdefault(one.person_id, one)
        address = text.strip().casefold()
        if "@" in address:
            having = (one for one in self._contacts.values() if one.email)
            contacts |= {
                one.person_id: one for one in having if one.email.casefold().startswith(address)
            }
        return [self._found(one) for one in list(contacts.values())[:MOST_FOUND]]

    def _turn(self, contact: ContactRow) -> int:
        return turn_of(self._attendances.get(contact.person_id))

    def _unknown_code(self, code: str, organisation: str, found: list[Found]) -> list[Found]:
        """People are only found by a code that is a word of theirs, such as a house number."""
        word = fold(code)
        meant = [
            one
            for one in found
            if word in (*fold(one.name).split(), *fold(one.organisation).split())
        ]
        if meant or (found and "@" in code):
            return meant or found
        nobody = Found(None, clean(code), "", "", choice=DoorChoice.UNKNOWN_CODE)
        asked = Found(None, "", "", "", choice=DoorChoice.NAME_WANTED)
        return [nobody, asked if is_no_name(code) else self._walk_in(code, organisation)]

    def _walk_in(self, name: str, organisation: str) -> Found:
        sector = self.sector_of(organisation)
        return Found(None, name, organisation, sector, choice=DoorChoice.WALK_IN)

    def knows_sector_of(self, name: str) -> bool:
        """Whether its sector is known, so that it need not be asked."""
        return self._organisations.get(normalise(name), UNKNOWN) != UNKNOWN

    def sector_of(self, organisation: str) -> str:
        """The sector of an organisation, as known; it is asked, and no name tells it."""
        if not organisation:
            return RESIDENTS
        return self._organisations.get(normalise(organisation), UNKNOWN)

    def _found(self, contact: ContactRow) -> Found:
        return Found(
            contact.person_id,
            contact.name,
            contact.organisation,
            contact.sector,
            self._attendances.get(contact.person_id),
            contact.apart,
        )

    def _is_known(self, name: str, organisation: str) -> bool:
        wanted = (normalise(name), normalise(organisation))
        return any(
            (normalise(one.name), normalise(one.organisation)) == wanted
            for one in self._index.search(f"{name}, {organisation}", MOST_FOUND)
        )


def _words(name: str) -> tuple[str, ...]:
    return tuple(sorted(fold(name).split()))
