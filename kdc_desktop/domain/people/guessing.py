"""Guess what columns hold: whole headers first, then questions, then the cells alone."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.people.attending import asks_who_comes, asks_who_is_away, is_waiting
from kdc_desktop.domain.people.cells import ColumnLook
from kdc_desktop.domain.people.denials import Denial, denial
from kdc_desktop.domain.people.denied_columns import coming_said, consent_said, is_day, refuses
from kdc_desktop.domain.people.fields import NAMING, PersonField
from kdc_desktop.domain.people.fitting import fits, fits_question
from kdc_desktop.domain.people.header_questions import (
    asked_for,
    bare,
    consent_headers,
    is_of_others,
)
from kdc_desktop.domain.people.header_words import (
    cancelled_headers,
    group_headers,
    part_headers,
    said_of_people,
    whole_headers,
)
from kdc_desktop.domain.people.saying_columns import sides_of
from kdc_desktop.domain.people.sector_guess import guess_sector
from kdc_desktop.domain.people.standing import Standing
from kdc_desktop.domain.people.yes_no import yes_or_no

_ROLE_TITLES_SAID = "title titre titulo titel tittel funktion"
_ROLE_TITLES = frozenset(_ROLE_TITLES_SAID.split())
_BEST = frozenset((*NAMING, PersonField.EMAIL))
_SURE, _MOST, _HALF = 0.8, 0.6, 0.5
_CONSENTS = (PersonField.CONTACT_CONSENT, PersonField.PHOTO_CONSENT)
_SHORT = 3  # words of a header


@dataclass(frozen=True)
class ListColumn:
    """One column: its place, its header and its cells."""

    place: int
    header: str
    look: ColumnLook

    @cached_property
    def said(self) -> str:
        """The header without what does not matter."""
        return said_of_people(bare(self.header))


class Guess:
    """What columns hold, as far as it can be told; fields that are `taken` are not looked for."""

    def __init__(self, sights: Sequence[ListColumn], taken: Collection[PersonField] = ()) -> None:
        self._sights = sights
        self._taken = set(taken)
        if not NAMING.isdisjoint(self._taken):
            self._taken |= NAMING
        self.found: dict[int, PersonField] = {}
        self.standings: dict[int, Mapping[str, Standing]] = {}
        self._by_whole_headers()
        self._settle_names()
        self._leave_empty_names()
        self._by_parts()
        self._by_questions()
        self._by_standing()
        self._by_cells()
        self._settle_organisations()
        self._settle_addresses()

    @property
    def _left(self) -> list[ListColumn]:
        return [one for one in self._sights if one.place not in self.found]

    def _is_open(self, field: PersonField) -> bool:
        return field not in self._taken and field not in self.found.values()

    def _put(self, field: PersonField, candidates: Sequence[ListColumn]) -> None:
        """Give a field the first of the columns, of names and addresses the one that tells most."""
        filled = [one for one in candidates if one.look.filled] or candidates
        if field in NAMING:
            filled = [one for one in filled if not one.look.is_constant] or filled
            filled = [one for one in filled if _is_used(one.look)] or filled
        if not filled or not self._is_open(field):
            return
        best = filled[0]
        if field in _BEST:
            best = max(filled, key=lambda one: (one.look.names + one.look.addresses, -one.place))
        self.found[best.place] = field

    def _by_whole_headers(self) -> None:
        meant: dict[PersonField, list[ListColumn]] = {}
        for sight in self._sights:
            field = self._whole(sight)
            if field is not None and fits(field, sight.look, sight.said):
                meant.setdefault(field, []).append(sight)
        for field, candidates in meant.items():
            self._put(field, candidates)

    def _whole(self, sight: ListColumn) -> PersonField | None:
        """What a whole header says; a role only where the cells name roles in a session."""
        field = whole_headers().get(sight.said)
        if field is PersonField.ROLE or sight.said in _ROLE_TITLES:
            return PersonField.ROLE if sight.look.roles >= 0.5 else PersonField.JOB_TITLE
        return None if field is PersonField.STATUS else field

    def _settle_names(self) -> None:
        """“Name” beside first names is the last name, and beside last names the first one."""
        places = {field: place for place, field in self.found.items()}
        name, first, last = (places.get(one) for one in _NAME_PARTS)
        if name is None or (first is None and last is None):
            return
        looks = {one.place: one.look for one in self._sights}
        if first is not None and last is not None:
            if len(looks[name].filled) <= len(looks[last].filled):
                del self.found[name]
            return
        part = last if first is None else first
        assert part is not None
        if _holds(looks[name], looks[part]):
            del self.found[part]
        else:
            self.found[name] = PersonField.FIRST_NAME if first is None else PersonField.LAST_NAME

    def _leave_empty_names(self) -> None:
        """“Name” over cells that are mostly empty, where another column has names in them."""
        named = [one for one in self._sights if self.found.get(one.place) in NAMING]
        empty = len(named) == 1 and not _is_used(named[0].look)
        if empty and any(map(self._are_names, self._left)):
            del self.found[named[0].place]

    def _are_names(self, sight: ListColumn) -> bool:
        look, plain = sight.look, len(sight.said.split()) <= _SHORT
        of_people = plain and sight.said not in whole_headers() and not is_of_others(sight.header)
        return of_people and look.names >= _SURE and _differ(look) and _is_used(look)

    def _by_parts(self) -> None:
        """Headers that say something only beside others, or where the cells say the same."""
        if not self._is_open(PersonField.ORGANISATION):
            parts = [one for one in self._left if one.said in part_headers()]
            department = PersonField.DEPARTMENT
            self._put(department, [one for one in parts if fits(department, one.look, one.said)])
        for field, sides in sides_of(self._left, self._is_open).items():
            self._put(field, sides)
        groups = [
            one for one in self._left if one.said in group_headers() and one.look.sectors >= _SURE
        ]
        self._put(PersonField.SECTOR, groups)

    def _by_questions(self) -> None:
        asked: dict[PersonField, list[ListColumn]] = {}
        for sight in self._left:
            consent = consent_headers().get(sight.said)
            if consent is not None and sight.look.filled and not _denies(sight):
                self._put(consent, [sight])
        for sight in self._left:
            if _denies(sight) and asked_for(sight.header) in _CONSENTS:
                continue
            if whole_headers().get(sight.said) is not PersonField.STATUS:
                field = asked_for(sight.header)
                if field is not None and fits_question(field, sight.look):
                    asked.setdefault(field, []).append(sight)
        for field, candidates in asked.items():
            if field not in NAMING or all(map(self._is_open, NAMING)):
                self._put(field, candidates)
        refused = ((one.place, _refusal(one)) for one in self._left)
        self.found |= {place: consent for place, consent in refused if consent is not None}

    def _by_standing(self) -> None:
        for sight in self._left:
            if whole_headers().get(sight.said) is PersonField.STATUS:
                if sight.look.tells_standing:
                    self.found[sight.place] = PersonField.STATUS
                continue
            waits = is_waiting(sight.header)
            asks = sight.said in cancelled_headers() or (waits and not _denies(sight))
            if asks and sight.look.share(_says_since) >= _SURE:
                self.found[sight.place] = PersonField.STATUS
                self.standings[sight.place] = _meant(sight, waits)
        self._by_coming()

    def _by_coming(self) -> None:
        """Questions of who comes, and of who does not, which count beside them."""
        if self._is_open(PersonField.STATUS):
            asking = [one for one in self._left if asks_who_comes(one.header)]
            told = [one for one in asking if not _denies(one) or not one.look.is_answered]
            self._put(PersonField.STATUS, [one for one in told if one.look.standings >= _MOST])
        for sight in self._left:
            says = partial(coming_said, sight.header)
            if asks_who_is_away(sight.header) and sight.look.share(says) >= _MOST:
                self.found[sight.place] = PersonField.STATUS

    def _by_cells(self) -> None:
        """Addresses, sectors and names where no header says so."""
        left = [one for one in self._left if not is_of_others(one.header)]
        left = [one for one in left if one.said not in whole_headers() and not one.look.is_constant]
        addresses = [one for one in left if one.look.addresses >= _SURE]
        self._put(PersonField.EMAIL, addresses)
        short = [one for one in left if len(one.said.split()) <= _SHORT]
        self._put(
            PersonField.SECTOR,
            [one for one in short if one.look.sectors >= 0.9 and one.look.kinds > 1],
        )
        if all(map(self._is_open, NAMING)):
            self._put(PersonField.NAME, [one for one in left if self._are_names(one)])
        if all(map(self._is_open, NAMING)):
            said = [one for one in self._left if self._whole(one) is PersonField.NAME]
            called = [one for one in said if one.look.called >= _SURE and _differ(one.look)]
            self._put(PersonField.NAME, called)
        if not any(one.header for one in self._sights):
            self._without_headers()

    def _settle_organisations(self) -> None:
        """Organisations that are all called after sectors are the sectors, if nothing else is."""
        for sight in self._sights:
            called = sight.look.sectors >= _SURE and sight.look.kinds > 1
            found = self.found.get(sight.place) is PersonField.ORGANISATION
            many = len(sight.look.filled) > 2
            if found and called and many and self._is_open(PersonField.SECTOR):
                self.found[sight.place] = PersonField.SECTOR

    def _settle_addresses(self) -> None:
        """Where nothing else names people, addresses with names before them do."""
        if all(map(self._is_open, NAMING)):
            for sight in self._sights:
                is_address = self.found.get(sight.place) is PersonField.EMAIL
                if is_address and sight.look.names >= 0.5:
                    self.found[sight.place] = PersonField.NAME
                    return

    def _without_headers(self) -> None:
        """First and last names that addresses spell, and organisations that sound like some."""
        left = [one for one in self._left if one.look.words >= _SURE]
        address = next((p for p, f in self.found.items() if f is PersonField.EMAIL), None)
        if address is not None and all(map(self._is_open, NAMING)):
            mail = self._sights[address].look
            spelt = [one for one in left if mail.share_with(one.look, _spells) >= 0.5]
            if len(spelt) == 2:
                last_first = mail.share_with(spelt[1].look, _begins_with) >= 0.5
                first, last = reversed(spelt) if last_first else spelt
                self.found[first.place] = PersonField.FIRST_NAME
                self.found[last.place] = PersonField.LAST_NAME
        sounding = [one for one in self._left if one.look.share(guess_sector) >= 0.3]
        self._put(PersonField.ORGANISATION, [one for one in sounding if one.look.words >= _SURE])


_NAME_PARTS = (PersonField.NAME, PersonField.FIRST_NAME, PersonField.LAST_NAME)


def _refusal(sight: ListColumn) -> PersonField | None:
    """The consent that a column refuses, which counts beside others of the same consent."""
    hears = partial(consent_said, sight.header, hears=yes_or_no)
    return refuses(sight.header) if sight.look.share(hears) >= _HALF else None


def _denies(sight: ListColumn) -> bool:
    return denial(sight.header) is not Denial.NONE


def _says_since(cell: str) -> str:
    """Whether a cell says yes or no; a day says since when it is so."""
    return "yes" if is_day(cell) else yes_or_no(cell)


def _meant(sight: ListColumn, waits: bool) -> Mapping[str, Standing]:
    """What the cells of a column mean that says who waits, or else who has cancelled."""
    yes = Standing.UNSURE if waits else Standing.NOT_COMING
    away = {"yes": yes, "no": Standing.COMING}
    said = {cell: _says_since(cell) for cell in set(sight.look.filled)}
    return {fold(cell): away[answer] for cell, answer in said.items() if answer}


def _is_used(look: ColumnLook) -> bool:
    """Whether most rows have something in it."""
    return 2 * len(look.filled) >= look.rows


def _differ(look: ColumnLook) -> bool:
    """Whether cells are unlike one another, as people are."""
    return look.kinds >= 0.7 * len(look.sample)


def _spells(address: str, name: str) -> bool:
    return set(fold(name).split()) <= set(fold(address.partition("@")[0]).split())


def _begins_with(address: str, name: str) -> bool:
    return fold(address).startswith(fold(name) + " ")


def _holds(whole: ColumnLook, part: ColumnLook) -> bool:
    """Whether the whole names hold the parts beside them."""
    return whole.share_with(part, _is_within) >= 0.5


def _is_within(name: str, part: str) -> bool:
    return set(fold(part).split()) <= set(fold(name).split())
