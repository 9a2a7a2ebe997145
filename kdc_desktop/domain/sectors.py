"""The five sectors of the quadruple helix and residents: each a letter, a shape and a colour."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sector:
    """A kind of stakeholder; `letter` is its key in the database."""

    letter: str
    name: str
    shape: str
    light: str
    dark: str


SECTORS = (
    Sector("C", "Companies", "circle", "#C2410C", "#FB923C"),
    Sector("P", "City and public", "square", "#1D4ED8", "#7AA2FF"),
    Sector("A", "Academia", "triangle", "#7C3AED", "#B794F6"),
    Sector("T", "Third sector", "diamond", "#15803D", "#5FCB88"),
    Sector("R", "Residents", "hexagon", "#BE185D", "#F472B6"),
)
BY_LETTER = {sector.letter: sector for sector in SECTORS}
LETTERS = tuple(BY_LETTER)
RESIDENTS = "R"


def sector_of(organisation_sector: str | None) -> str:
    """The sector a person counts in: that of the organisation, and Residents without one."""
    return organisation_sector or RESIDENTS
