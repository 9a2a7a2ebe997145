"""Interests as they are shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from kdc_desktop.domain.interests.states import MemberRole


class Wisher(NamedTuple):
    """An organisation, with a department where that wants something by itself."""

    organisation_id: int
    department_id: int | None = None


@dataclass(frozen=True)
class InterestRow:
    """What one person would join: `choices` are winner ids, the first choice first.

    `ids` are the rows of the file that say so. With a `wisher` it is what an organisation, or a
    department, would join, and `proposed` is what nobody has said: it is taken from a named vote.
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
    wisher: Wisher | None = None
    proposed: bool = False

    @property
    def key(self) -> object:
        """What tells it from the others of a session."""
        if self.wisher is not None:
            return self.wisher
        return (self.person_id, self.proposed) if self.proposed else self.person_id


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
