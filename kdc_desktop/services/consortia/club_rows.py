"""A consortium or project as the list of the whole club shows it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from kdc_desktop.domain.consortia.due import WhyDue
from kdc_desktop.domain.consortia.given_back import still_counts
from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.kit.amounts import Amount
from kdc_desktop.domain.people.sectors import LETTERS
from kdc_desktop.i18n import Text, lazy
from kdc_desktop.instants import Instant, Zone
from kdc_desktop.services.consortia.gives_back import GivesBack
from kdc_desktop.services.consortia.held_up import HeldUp
from kdc_desktop.storage import Snapshot


class SessionNamed(NamedTuple):
    """A session by its id, its title and its day, and whether it lies in the trash."""

    id: int
    title: str
    on: date
    in_trash: bool = False


@dataclass(frozen=True)
class BuyIn:
    """What the noun above knows of a consortium: its latest version (0: none), and who shares it.

    `levels` are where its members stand on that, in their order, None where they have not said;
    `shades` how good each is, from 0 to 1. `agreed` of `asked` are at the agreed level or above.
    So many have `fallen`: they stand well below what they said before. So many commitments are
    `overdue`.
    `trend` is how large a part of those who had answered by then agreed, from asking to asking.
    `heard_at` is when a member, or the group, was last heard in what is written there.
    """

    version_number: int = 0
    ready: bool = False
    headline: Text = field(default_factory=lambda: lazy("No vision yet"))
    asked: int = 0
    answered: int = 0
    agreed: int = 0
    shades: tuple[float | None, ...] = ()
    is_being_asked: bool = False
    fallen: int = 0
    overdue: int = 0
    heard_at: Instant | None = None
    trend: tuple[float, ...] = ()


ReadBuyIn = Callable[[Snapshot, Sequence[int], Instant, Zone], Mapping[int, BuyIn]]


@dataclass(frozen=True)
class BuyInBadge:
    """How far the visions of consortia are; `tables` are those that it is read from."""

    tables: frozenset[str]
    of: ReadBuyIn


@dataclass(frozen=True)
class ClubRow:
    """One of the club's consortia and projects; `since` is the day on which its state began.

    `born_in` is None where it was born outside any session. `sectors` counts the members that are
    in by sector, observers too; `missing` are the sectors that it needs and has not.
    `last_sign` is the line that was last heard of it, `lead` the sector of who leads it. `held_up`
    tells of its obstacles, None where nothing holds it back.
    """

    id: int
    name: str
    about: str
    state: ConsortiumState
    since: date
    said_by: str
    note: str
    born_in: SessionNamed | None
    owner_id: int | None
    owner: str
    sectors: Mapping[str, int]
    missing: str
    members: int
    left: int
    buy_in: BuyIn
    last_sign: str
    heard_on: date
    silent_days: int
    look_again_on: date | None
    taken_up: tuple[SessionNamed, ...]
    due: tuple[WhyDue, ...]
    held_up: HeldUp | None = None
    lead: str = ""
    gives_back: GivesBack | None = None

    @property
    def counted(self) -> Amount | None:
        """What it gives back, where that is part of the sum."""
        gives = self.gives_back
        is_in = gives is not None and still_counts(self.state, measured=gives.is_measured)
        return gives.worth if gives is not None and is_in else None

    @property
    def letters(self) -> str:
        """The sectors of its members, in the order of the sectors."""
        return "".join(letter for letter in LETTERS if letter in self.sectors)
