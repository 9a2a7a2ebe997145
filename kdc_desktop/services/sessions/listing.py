"""The sessions of the club, read with plain SQL.

So Home and the window stand there before SQLAlchemy is loaded.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from kdc_desktop.domain.kit.lengths import FIRST_DAY, LAST_DAY, TEXT
from kdc_desktop.domain.kit.words import member_of
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.instants import Instant, day_of, instant_from, zone_called
from kdc_desktop.services.sessions.counts import SessionCount
from kdc_desktop.services.sessions.rows import SessionRow
from kdc_desktop.storage import Database

_ORDER = {SessionStatus.LIVE: 0, SessionStatus.PLANNED: 1, SessionStatus.CLOSED: 2}
_SESSIONS = """
SELECT session.id, title, place, session.goal, starts_at, zone, status, silent, closed_at,
  coalesce(programme.name, '') AS programme{counts}
FROM session LEFT JOIN programme ON programme.id = programme_id
WHERE trashed_at IS NULL AND (:session_id IS NULL OR session.id = :session_id)
"""


def sessions(database: Database, counts: Sequence[SessionCount] = ()) -> list[SessionRow]:
    """Every session that is not in the trash: live first, then planned, then by date.

    The `counts` of each row are in the order of those that are asked for.
    """
    return _session_rows(database, None, counts)


def live_session(database: Database, here: SessionRow | None = None) -> SessionRow | None:
    """The session that is live: `here` if that is, else another; `here` where none is."""
    live = [row for row in sessions(database) if row.status is SessionStatus.LIVE]
    if here is not None and any(row.id == here.id for row in live):
        return here
    return next(iter(live), here)


def live_beside(database: Database, here: SessionRow | None) -> SessionRow | None:
    """The session that goes on while another one, or none, is looked into `here`; or none."""
    if here is not None and here.status is SessionStatus.LIVE:
        return None
    live = live_session(database, here)
    return None if live is here else live


def session(database: Database, session_id: int) -> SessionRow:
    """One session.

    Raises:
        UserError: it does not exist (any more).
    """
    rows = _session_rows(database, session_id, ())
    if not rows:
        raise UserError(_("This session does not exist any more. Choose another one on Home."))
    return rows[0]


def _session_rows(
    database: Database, session_id: int | None, counts: Sequence[SessionCount]
) -> list[SessionRow]:
    """All sessions, or the one with this id, as long as they are not in the trash."""
    query = _SESSIONS.format(
        counts="".join(f",\n  ({each.query}) AS {each.key}" for each in counts)
    )
    with database.glance() as connection:
        found = connection.execute(query, {"session_id": session_id})
        names = [column[0] for column in found.description]
        rows = [_row(dict(zip(names, values, strict=True)), counts) for values in found]
    return sorted(rows, key=lambda row: (_ORDER[row.status], -row.planned_start.seconds))


def _moment(said: str) -> datetime:
    moment = datetime.fromisoformat(said)
    if not FIRST_DAY <= moment.date() <= LAST_DAY:
        raise ValueError(said)
    return moment


def _instant(said: str) -> Instant:
    at = instant_from(said)
    if not FIRST_DAY <= day_of(at, UTC) <= LAST_DAY:
        raise ValueError(said)
    return at


def _text(said: object) -> str:
    if not isinstance(said, str) or len(said) > TEXT:
        raise ValueError(f"{said!r:.60}")
    return said


def _row(found: Mapping[str, Any], counts: Sequence[SessionCount]) -> SessionRow:
    """Raises ValueError or TypeError where a row holds what it must not."""
    closed_at = found["closed_at"]
    return SessionRow(
        found["id"],
        _text(found["title"]),
        _text(found["place"]),
        _text(found["goal"]),
        _moment(found["starts_at"]),
        zone_called(found["zone"]),
        member_of(SessionStatus, found["status"]),
        bool(found["silent"]),
        _text(found["programme"]),
        None if closed_at is None else _instant(closed_at),
        tuple(found[each.key] for each in counts),
    )
