"""What the cells of a column look like: addresses, names of people, numbers, sectors, answers."""

import re
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache

from kdc_desktop.domain.kit.blank_cells import is_left_blank
from kdc_desktop.domain.kit.text import clean, fold
from kdc_desktop.domain.people.address_list import addressed_alone
from kdc_desktop.domain.people.sector_guess import guess_sector, sector_said
from kdc_desktop.domain.people.session_roles import session_role
from kdc_desktop.domain.people.standing import Standing, standing_said
from kdc_desktop.domain.people.yes_no import is_bare_answer, yes_or_no

_SAMPLE = 200
_PART = r'[^@\s<>,;:"()]+'
_PARTED = r'[\s<>,;:"()]+'
_ADDRESS = 320  # characters at most
_BADGE = 24  # characters at most
_CALLED = 5  # figures at least of a number to call
_PARTICLES_SAID = """
van von der den de del della di da dos das du la le el al af av zu zur ten ter bin y e
"""
_SALUTATIONS_SAID = """
mr mrs ms miss mx dr prof sir herr frau hr fr rouva herra neiti fru froken m mme mlle monsieur
madame sr sra srta senor senora dhr mevr mw harra proua preili
"""
_NO_PERSON_SAID = "total yhteensa summa sum anonymous anonyymi unknown test"
_ASIDES_SAID = """
guest,external,unverified,host,co host,me,she her,he him,they them,vieras,ulkoinen,isanta,gast,
extern,gjest,gaest,invite,externe,invitado,externo,kulaline
"""
_NOTHING_SAID = "info requested,tba,tbc,tbd,anonymous,anonyymi"
_NOTHING = frozenset(_NOTHING_SAID.split(","))
_PARTICLES = frozenset(_PARTICLES_SAID.split())
_SALUTATIONS = frozenset(_SALUTATIONS_SAID.split())
_ASIDES = frozenset(word.strip() for word in _ASIDES_SAID.split(","))
_NO_PERSON = frozenset(_NO_PERSON_SAID.split())


@lru_cache(maxsize=8)
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)  # when it is first needed


def says_something(cell: str) -> bool:
    """Whether a cell is filled: a lone dash says as little as nothing."""
    return bool(cell.strip("-–—. "))


def stands_for_nothing(cell: str) -> bool:
    """Whether a cell says that there is nothing in it: “N/A”, “TBA”, “?”."""
    return is_left_blank(cell) or fold(cell) in _NOTHING


def without_aside(name: str) -> str:
    """A name without what a meeting on the net has put behind it: “(Guest)”, “(she/her)”."""
    before, _bracket, aside = name.partition("(")
    return before.strip() if before.strip() and fold(aside) in _ASIDES else name


def address_in(cell: str) -> str:
    """The first e-mail address of a cell, mended where it is written “(at)”; "" for none."""
    cell = _pattern(r"(?i)\s*[(\[{]\s*at\s*[)\]}]\s*").sub("@", cell)
    cell = _pattern(r"(?i)\s*[(\[{]\s*dot\s*[)\]}]\s*").sub(".", cell)
    address = _pattern(f"{_PART}@{_PART}[.]{_PART}")
    pieces = (one for one in _pattern(_PARTED).split(cell) if "@" in one and len(one) <= _ADDRESS)
    found = next(filter(None, map(address.search, pieces)), None)
    return found[0].rstrip(".") if found else ""


def _is_phone(cell: str) -> bool:
    return bool(_pattern(r"[+\d(][\d\s().\-/]{5,20}").fullmatch(cell))


def _is_number(cell: str) -> bool:
    return bool(_pattern(r"[\d\s.,:/+\-%€$£()]+(?:[ap]m)?").fullmatch(cell.lower()))


def _is_wordy(cell: str) -> bool:
    return any(letter.isalpha() for letter in cell) and "@" not in cell and "://" not in cell


def _is_dated(cell: str) -> bool:
    """Whether figures are most of it, or it is a day: “2026-11-03T18:00Z”, “3 November 2026”."""
    figures = sum(map(str.isdigit, cell))
    month = r"[^\W\d]+[.,]?"
    day = rf"(?:\d{{1,2}}(?:[.\s-]|st|nd|rd|th)+{month}|{month}\s\d{{1,2}})[,.\s-]+\d{{2,4}}\b.*"
    return figures > sum(map(str.isalpha, cell)) or bool(_pattern(day).fullmatch(cell))


def is_name(cell: str) -> bool:
    """Whether a cell looks like first and last name of a person, with or without their address."""
    if "@" in cell:
        one = addressed_alone(cell)
        return one is not None and is_name(one.name)
    plain = _pattern(r"\([^()]*\)|[\"“”'’.,-]").sub(" ", cell)
    words = [word for word in plain.split() if word.casefold() not in _PARTICLES]
    return (
        2 <= len(words) <= 5
        and all(word.isalpha() and not word[0].islower() for word in words)
        and not guess_sector(cell)
        and _NO_PERSON.isdisjoint(fold(cell).split())
    )


class ColumnLook:
    """The cells of one column. Shares are of those that are filled; 0.0 where none is."""

    def __init__(self, cells: Sequence[str], blanks: frozenset[str] = frozenset()) -> None:
        self._cells = cells
        self._blanks = blanks

    @cached_property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self._cells)

    @cached_property
    def filled(self) -> list[str]:
        """All cells that say something, blanks collapsed."""
        said = [clean(cell) for cell in self._cells]
        return [cell for cell in said if says_something(cell) and not self._is_blank(cell)]

    def _is_blank(self, cell: str) -> bool:
        return bool(self._blanks) and fold(cell) in self._blanks

    @cached_property
    def sample(self) -> list[str]:
        """Some of them from all over the list."""
        return self.filled[:: max(1, len(self.filled) // _SAMPLE)]

    def share(self, fits: Callable[[str], object]) -> float:
        """How many of the cells fit."""
        return sum(bool(fits(cell)) for cell in self.sample) / max(1, len(self.sample))

    def share_with(self, other: "ColumnLook", fits: Callable[[str, str], object]) -> float:
        """How many rows fit together with those of another column, of those filled in both."""
        rows = zip(self._cells, other._cells, strict=False)
        both = [(clean(one), clean(two)) for one, two in rows if clean(one) and clean(two)]
        return sum(bool(fits(one, two)) for one, two in both) / max(1, len(both))

    @cached_property
    def is_constant(self) -> bool:
        """Whether every row says the same, which tells nobody apart."""
        same = len(self.filled) == self.rows >= 3
        return same and len(set(self.filled)) == 1

    @cached_property
    def addresses(self) -> float:
        """The share of e-mail addresses."""
        return self.share(address_in)

    @cached_property
    def phones(self) -> float:
        """The share of phone numbers."""
        return self.share(_is_phone)

    @cached_property
    def names(self) -> float:
        """The share of names of people, first and last."""
        return self.share(is_name)

    @cached_property
    def words(self) -> float:
        """The share of cells with words that are neither addresses, numbers nor a yes or no."""
        return self.share(
            lambda cell: _is_wordy(cell) and not _is_number(cell) and not yes_or_no(cell)
        )

    @cached_property
    def called(self) -> float:
        """The share of cells that can be what something is called, with figures or without."""
        return self.share(
            lambda cell: _is_wordy(cell) and not _is_dated(cell) and not is_bare_answer(cell)
        )

    @cached_property
    def reached(self) -> float:
        """The share of cells with a number to call, whatever is said beside it."""
        return self.share(lambda cell: sum(map(str.isdigit, cell)) >= _CALLED and "@" not in cell)

    @cached_property
    def sectors(self) -> float:
        """The share of sectors that are said outright, in words."""
        return self.share(lambda cell: len(fold(cell)) > 1 and sector_said(cell))

    @cached_property
    def letters(self) -> float:
        """The share of sectors in words or letters, which are groups of any kind elsewhere."""
        return self.share(sector_said)

    @cached_property
    def answers(self) -> float:
        """The share of yes and no."""
        return self.share(yes_or_no)

    @cached_property
    def is_answered(self) -> bool:
        """Whether a cell is a bare yes or no."""
        return any(map(is_bare_answer, self.filled))

    @cached_property
    def roles(self) -> float:
        """The share of roles in a session."""
        return self.share(session_role)

    @cached_property
    def salutations(self) -> float:
        """The share of “Mr” and “Dr”."""
        return self.share(lambda cell: set(fold(cell).split()) <= _SALUTATIONS)

    @cached_property
    def kinds(self) -> int:
        """How many different things the sample says."""
        return len({fold(cell) for cell in self.sample})

    @cached_property
    def length(self) -> float:
        """How many words a cell has."""
        return sum(len(cell.split()) for cell in self.sample) / max(1, len(self.sample))

    @cached_property
    def standings(self) -> float:
        """The share of cells that say whether somebody comes."""
        return self.share(standing_said)

    @cached_property
    def tells_standing(self) -> bool:
        """Whether words of the column say who is coming: somebody is not, or most say it."""
        said = [standing_said(cell) for cell in set(self.filled)]
        away = {Standing.NOT_COMING, Standing.UNSURE} & {one for one in said if one}
        known = self.standings
        return known >= 0.3 or (bool(away) and known > 0)

    @cached_property
    def are_codes(self) -> bool:
        """Whether the rows have short codes, most of them one of their own."""
        codes = {cell.casefold() for cell in self.filled}
        many = 2 * len(self.filled) >= self.rows and 2 * len(codes) >= len(self.filled) > 0
        fit = self.share(lambda cell: len(cell) <= _BADGE and cell.count(" ") <= 1) == 1
        numbered = self.share(lambda cell: any(letter.isdigit() for letter in cell))
        return many and fit and numbered >= 0.5 and not self.addresses and not self.names
