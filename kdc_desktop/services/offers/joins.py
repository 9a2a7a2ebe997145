"""What offers are handed by the nouns above them, joined in `services.joined`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kdc_desktop.storage import Database, Snapshot


class RoleNeed(NamedTuple):
    """An open role, which is a need of its group; `sector` is a letter, empty for any."""

    id: int
    title: str
    group: str
    sector: str


@dataclass(frozen=True)
class RolesBadge:
    """The open roles of the groups that a session works on, and how one is filled.

    `of` gets a session. `fill` gets a session, a role and a person, who joins the group and fills
    the role in one step; what it tells of that, if anything, is for the facilitator's eyes only.
    `tables` is where they are kept.
    """

    of: Callable[[Snapshot, int], Sequence[RoleNeed]]
    fill: Callable[[Database, int, int, int], str]
    tables: frozenset[str]
