"""People in a session as rows."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from kdc_desktop.domain.attendance.states import AttendanceRole, AttendanceState


class AttendanceRow(NamedTuple):
    """A person in a session. `returning`: they were present at an earlier session.

    A named tuple, because thousands are read at once.
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
    arrived_at: datetime | None
    returning: bool


@dataclass(frozen=True)
class Presence:
    """How many are present, of how many who are on the list; `by_sector` counts those present."""

    present: int
    registered: int
    by_sector: dict[str, int]
