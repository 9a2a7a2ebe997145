"""The evening that comes next, read with plain SQL, so that Home has it at once."""

from collections.abc import Sequence
from typing import NamedTuple

from kdc_desktop.instants import Instant
from kdc_desktop.services.sessions.rows import SessionRow
from kdc_desktop.storage import Database

_AGENDA = (
    "SELECT title, planned_minutes FROM stage WHERE session_id = ? ORDER BY place_in_order, id"
)
_LONG_AGO = 24 * 60 * 60  # seconds: what was planned for longer ago was never held


class PlannedStage(NamedTuple):
    """A stage of an agenda that has not begun."""

    title: str
    minutes: int


def agenda_ahead(database: Database, session_id: int) -> list[PlannedStage]:
    """The stages of a session, in their order."""
    with database.glance() as connection:
        found = connection.execute(_AGENDA, (session_id,)).fetchall()
    return [
        PlannedStage(str(title), minutes if isinstance(minutes, int) else 0)
        for title, minutes in found
    ]


def next_of(sessions: Sequence[SessionRow], now: Instant) -> SessionRow | None:
    """The session that is live, else the first to come; the last one missed where none is."""
    left = [row for row in sessions if not row.is_over]
    return min(
        left,
        key=lambda row: nearness(row.planned_start, now, is_live=not row.is_planned),
        default=None,
    )


def nearness(planned_start: Instant, now: Instant, *, is_live: bool) -> tuple[int, float]:
    """By what sessions that are not closed are sorted, the next one first.

    What is live stands before what is to come, the sooner first, and that before what was missed,
    the last one first.
    """
    if is_live:
        return 0, 0
    missed = planned_start.seconds < now.seconds - _LONG_AGO
    return (2, -planned_start.seconds) if missed else (1, planned_start.seconds)


def past_of(sessions: Sequence[SessionRow]) -> list[SessionRow]:
    """The evenings that are over, the newest first."""
    over = [row for row in sessions if row.is_over]
    return sorted(over, key=lambda row: -row.planned_start.seconds)
