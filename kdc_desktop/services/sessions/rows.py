"""Sessions and stages as rows, and the list of sessions that the first window shows.

Read with plain SQL, so that Home stands there before SQLAlchemy is loaded.
"""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from kdc_desktop.domain.sessions.agenda import StageTime
from kdc_desktop.storage import Database

_ORDER = {"live": 0, "planned": 1, "closed": 2}
_SESSIONS = """
SELECT session.id, title, place, session.goal, starts_at, status, silent, closed_at,
  coalesce(programme.name, '') AS programme,
  (SELECT count(*) FROM attendance WHERE session_id = session.id) AS people,
  (SELECT count(*) FROM attendance WHERE session_id = session.id AND state = 'present') AS present,
  (SELECT count(*) FROM idea WHERE session_id = session.id AND trashed_at IS NULL) AS ideas,
  (SELECT id FROM stage WHERE session_id = session.id
     AND started_at IS NOT NULL AND ended_at IS NULL) AS current_stage_id
FROM session LEFT JOIN programme ON programme.id = programme_id
WHERE trashed_at IS NULL AND (:session_id IS NULL OR session.id = :session_id)
"""


@dataclass(frozen=True)
class SessionRow:
    """A session as the list on Home shows it."""

    id: int
    title: str
    place: str
    goal: str
    starts_at: datetime
    status: str
    silent: bool
    programme: str
    people: int
    present: int
    ideas: int
    current_stage_id: int | None
    closed_at: datetime | None

    def moment(self, now: datetime) -> datetime:
        """The time that its agenda is looked at: before it is live the plan, then now or its end.

        A door that is not open yet is never late.
        """
        return self.starts_at if self.status == "planned" else self.closed_at or now


@dataclass(frozen=True)
class StageRow:
    """One stage of an agenda, with its clock."""

    id: int
    kind: str
    title: str
    prompt: str
    notes: str
    planned_minutes: int
    started_at: datetime | None
    ended_at: datetime | None
    paused_at: datetime | None
    paused_seconds: int

    @property
    def is_current(self) -> bool:
        """Whether the session stands in this stage now."""
        return self.started_at is not None and self.ended_at is None

    def time(self) -> StageTime:
        """What the agenda's clock needs."""
        return StageTime(
            self.id,
            self.title,
            self.planned_minutes,
            self.started_at,
            self.ended_at,
            self.paused_at,
            self.paused_seconds,
        )


def sessions(database: Database) -> list[SessionRow]:
    """Every session that is not in the trash: live first, then planned, then by date."""
    return session_rows(database, None)


def session_rows(database: Database, session_id: int | None) -> list[SessionRow]:
    """All sessions, or the one with this id, as long as they are not in the trash."""
    with database.glance() as connection:
        connection.row_factory = sqlite3.Row
        found = connection.execute(_SESSIONS, {"session_id": session_id}).fetchall()
    rows = [_row(columns) for columns in found]
    return sorted(rows, key=lambda row: (_ORDER[row.status], -row.starts_at.timestamp()))


def _row(found: sqlite3.Row) -> SessionRow:
    closed_at = found["closed_at"]
    return SessionRow(
        found["id"],
        found["title"],
        found["place"],
        found["goal"],
        datetime.fromisoformat(found["starts_at"]),
        found["status"],
        bool(found["silent"]),
        found["programme"],
        found["people"],
        found["present"],
        found["ideas"],
        found["current_stage_id"],
        None if closed_at is None else datetime.fromisoformat(closed_at),
    )
