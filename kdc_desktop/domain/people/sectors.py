"""The sectors of the quadruple helix and residents: each a letter, a shape, a colour and words."""

from enum import Enum, auto
from typing import NamedTuple

from kdc_desktop.domain.people import sector_words
from kdc_desktop.domain.people.sector_words import SectorWords, words_with
from kdc_desktop.i18n import Text, lazy


class SectorShape(Enum):
    """What the mark of a sector looks like without its colour."""

    CIRCLE = auto()
    SQUARE = auto()
    TRIANGLE = auto()
    DIAMOND = auto()
    HEXAGON = auto()


class Sector(NamedTuple):
    """A kind of stakeholder; `letter` is its key in the database, `title` what it is called."""

    letter: str
    title: Text
    shape: SectorShape
    light: str
    dark: str
    words: SectorWords

    @property
    def name(self) -> str:
        """The title in the language in use."""
        return str(self.title)


SECTORS = (
    Sector("C", lazy("Companies"), SectorShape.CIRCLE, "#C2410C", "#FB923C", sector_words.COMPANY),
    Sector(
        "P", lazy("City and public"), SectorShape.SQUARE, "#1D4ED8", "#7AA2FF", sector_words.CITY
    ),
    Sector(
        "A", lazy("Academia"), SectorShape.TRIANGLE, "#7C3AED", "#B794F6", sector_words.ACADEMIC
    ),
    Sector(
        "T",
        lazy("Third sector"),
        SectorShape.DIAMOND,
        "#15803D",
        "#5FCB88",
        sector_words.ASSOCIATION,
    ),
    Sector(
        "R", lazy("Residents"), SectorShape.HEXAGON, "#BE185D", "#F472B6", sector_words.RESIDENT
    ),
)
UNKNOWN = "?"
"""The letter of an organisation whose sector nobody has said yet; it is none that is chosen."""
_NOT_KNOWN = Sector(
    UNKNOWN,
    lazy("Sector not known"),
    SectorShape.CIRCLE,
    "#5B6675",
    "#9AA6B4",
    sector_words.UNKNOWN,
)
BY_LETTER = {sector.letter: sector for sector in (*SECTORS, _NOT_KNOWN)}
LETTERS = tuple(sector.letter for sector in SECTORS)
"""Of the sectors that can be chosen and needed."""
COUNTED = (*LETTERS, UNKNOWN)
"""Of all that people are counted in, what is not known last."""
RESIDENTS = "R"


def sector_of(organisation_sector: str | None) -> str:
    """The sector a person counts in: that of the organisation, and Residents without one."""
    return organisation_sector or RESIDENTS


def name_of(letter: str) -> str:
    """What a sector is called; the letter itself for one of a newer program."""
    return BY_LETTER[letter].name if letter in BY_LETTER else letter


def words_of(letter: str) -> SectorWords:
    """What is said of a sector; of one that only a newer program knows, by its letter."""
    return BY_LETTER[letter].words if letter in BY_LETTER else words_with(letter)
