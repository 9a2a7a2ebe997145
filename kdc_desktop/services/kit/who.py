"""A person as the sheets of the workbook name them."""

from dataclasses import dataclass

from kdc_desktop.domain.people.sectors import BY_LETTER, COUNTED, name_of

SECTOR_WORDS = tuple((letter, BY_LETTER[letter].title) for letter in COUNTED)
"""What stands in a column of sectors, and what people read there."""


@dataclass(frozen=True)
class Who:
    """A person's name, and for whom they speak; `letter` is that of their sector."""

    name: str
    organisation_id: int | None
    organisation: str
    department: str
    letter: str


NOBODY = Who("", None, "", "", "")


def sector_name(letter: str | None) -> str | None:
    """What a sector is called; None for none."""
    return name_of(letter) if letter else None
