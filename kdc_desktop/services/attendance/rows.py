"""People in a session as rows."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from kdc_desktop.domain.attendance.states import AttendanceRole, AttendanceState
from kdc_desktop.domain.people.sectors import COUNTED, UNKNOWN
from kdc_desktop.instants import Instant


class AttendanceRow(NamedTuple):
    """A person in a session. `returning`: they were present at an earlier session.

    `apart` tells them from others of the name. `arrived_at` is an instant, `came_at` what the
    clock on the wall of the room showed then. A named tuple, because thousands are read at once.
    """

    id: int
    person_id: int
    name: str
    organisation: str
    department: str
    sector: str
    role: AttendanceRole
    may_vote: bool
    badge: str
    state: AttendanceState
    arrived_at: Instant | None
    came_at: datetime | None
    returning: bool
    apart: str = ""


@dataclass(frozen=True)
class Presence:
    """How many are present, of how many who are on the list; `by_sector` counts those present.

    Every sector has a count; what is not known has one where there is somebody.
    """

    present: int
    registered: int
    by_sector: dict[str, int]


class PeopleCount(Counter[tuple[AttendanceState, str]]):
    """How many of a list are in which state and of which sector."""

    def take(self, rows: Iterable[AttendanceRow]) -> None:
        """Count these, too."""
        self.update((row.state, row.sector) for row in rows)

    def leave_out(self, rows: Iterable[AttendanceRow]) -> None:
        """Count these no longer."""
        self.subtract((row.state, row.sector) for row in rows)

    @property
    def by_state(self) -> Mapping[AttendanceState, int]:
        """How many are in which state."""
        states: Counter[AttendanceState] = Counter()
        for (state, _sector), count in self.items():
            states[state] += count
        return states

    @property
    def presence(self) -> Presence:
        """The counts of a session whose whole list this is; every sector has one."""
        here = {letter: self[AttendanceState.PRESENT, letter] for letter in COUNTED}
        by_sector = {letter: count for letter, count in here.items() if letter != UNKNOWN or count}
        return Presence(sum(by_sector.values()), self.total(), by_sector)
