"""Interests as they are shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kdc_desktop.domain.interests.states import MemberRole


@dataclass(frozen=True)
class InterestRow:
    """What one person would join: `choices` are winner ids, the first choice first.

    `ids` are the rows of the file that say so.
    """

    person_id: int
    name: str
    organisation_id: int | None
    organisation: str
    sector: str
    present: bool
    choices: tuple[int, ...]
    role: MemberRole
    offers: str
    needs: str
    ids: tuple[int, ...] = ()


@dataclass(frozen=True)
class AskedRow:
    """Somebody of the session who can be asked; `given` tells that there is an interest already.

    `apart` tells them from others of the name.
    """

    person_id: int
    name: str
    organisation: str
    sector: str
    badge: str
    present: bool
    given: bool
    apart: str = ""


@dataclass(frozen=True)
class WinnerInterest:
    """One winner: how many chose it first, second and third, and how many of each sector."""

    winner_id: int
    title: str
    by_choice: tuple[int, int, int]
    by_sector: Mapping[str, int] = field(default_factory=dict)

    @property
    def people(self) -> int:
        """How many would join at all."""
        return sum(self.by_choice)
