"""What is to be written of a club's past, before it has its numbers in the file."""

from dataclasses import dataclass, field
from datetime import date, datetime

from kdc_desktop.domain.attendance.states import AttendanceRole
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.services.past.people import PastPerson
from kdc_desktop.services.past.rows import PastRow


@dataclass(frozen=True)
class PlannedSession:
    """A session of the past; `id` is negative as long as it is none of the club."""

    id: int
    title: str
    place: str
    starts_at: datetime


@dataclass(frozen=True)
class PlannedProject:
    """A project of the past, with a negative `id` where it is new."""

    id: int
    session_id: int
    name: str
    owner: str
    state: str
    since: date | None
    vision: str


@dataclass(frozen=True)
class PlannedMember:
    """Who is in a project; `person` is None where only the organisation is named."""

    project_id: int
    session_id: int
    organisation: str
    person: PastPerson | None
    role: MemberRole


@dataclass
class PastPlan:
    """What is to be written, and what is said of each row."""

    rows: list[PastRow] = field(default_factory=list)
    sessions: list[PlannedSession] = field(default_factory=list)
    attendance: list[tuple[int, PastPerson, AttendanceRole]] = field(default_factory=list)
    projects: list[PlannedProject] = field(default_factory=list)
    members: list[PlannedMember] = field(default_factory=list)
