"""The sectors of the quadruple helix and residents: each a letter, a shape, a colour and words."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Sector:
    """A kind of stakeholder; `letter` is its key in the database.

    `member` is what it brings to a consortium, `person` one of its people, `people` several.
    """

    letter: str
    name: str
    shape: str
    light: str
    dark: str
    member: str
    person: str
    people: str


SECTORS = (
    Sector(
        "C",
        "Companies",
        "circle",
        "#C2410C",
        "#FB923C",
        "company",
        "company delegate",
        "company delegates",
    ),
    Sector(
        "P",
        "City and public",
        "square",
        "#1D4ED8",
        "#7AA2FF",
        "city department",
        "city delegate",
        "city delegates",
    ),
    Sector("A", "Academia", "triangle", "#7C3AED", "#B794F6", "academic", "academic", "academics"),
    Sector(
        "T",
        "Third sector",
        "diamond",
        "#15803D",
        "#5FCB88",
        "association",
        "association delegate",
        "association delegates",
    ),
    Sector("R", "Residents", "hexagon", "#BE185D", "#F472B6", "resident", "resident", "residents"),
)
BY_LETTER = {sector.letter: sector for sector in SECTORS}
LETTERS = tuple(BY_LETTER)
RESIDENTS = "R"
OBSERVER = "observer"


def sector_of(organisation_sector: str | None) -> str:
    """The sector a person counts in: that of the organisation, and Residents without one."""
    return organisation_sector or RESIDENTS


def sectors_in(members: Iterable[tuple[str, str | None]]) -> set[str]:
    """The sectors of those who are in, each given as its sector and role: an observer is not."""
    return {sector for sector, role in members if role != OBSERVER}


def nobody_of(letter: str, *, observing: bool = False) -> str:
    """That a needed sector is missing, as a sentence; `observing`: it only looks on."""
    named = BY_LETTER[letter].member if letter in BY_LETTER else letter
    return f"No {named} is in{', except as an observer' if observing else ''}."
