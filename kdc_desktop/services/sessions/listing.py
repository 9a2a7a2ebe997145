"""The sessions of the club, read with plain SQL.

So Home and the window stand there before SQLAlchemy is loaded.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from kdc_desktop.domain.kit.words import member_of
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.services.sessions.counts import SessionCount
from kdc_desktop.services.sessions.rows import SessionRow
from kdc_desktop.storage import Database

_ORDER = {SessionStatus.LIVE: 0, SessionStatus.PLANNED: 1, SessionStatus.CLOSED: 2}
_SESSIONS = """
SELECT session.id, title, place, session.goal, starts_at, status, silent, closed_at,
  coalesce(programme.name, '') AS programme{counts}
FROM session LEFT JOIN programme ON programme.id = programme_id
WHERE trashed_at IS NULL AND (:session_id IS NULL OR session.id = :session_id)
"""


def sessions(database: Database, counts: Sequence[SessionCount] = ()) -> list[SessionRow]:
    """Every session that is not in the trash: live first, then planned, then by date.

    The `counts` of each row are in the order of those that are asked for.
    """
    return _session_rows(database, None, counts)


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
    return sorted(rows, key=lambda row: (_ORDER[row.status], -row.starts_at.timestamp()))


def _row(found: Mapping[str, Any], counts: Sequence[SessionCount]) -> SessionRow:
    closed_at = found["closed_at"]
    return SessionRow(
        found["id"],
        found["title"],
        found["place"],
        found["goal"],
        datetime.fromisoformat(found["starts_at"]),
        member_of(SessionStatus, found["status"]),
        bool(found["silent"]),
        found["programme"],
        None if closed_at is None else datetime.fromisoformat(closed_at),
        tuple(found[each.key] for each in counts),
    )
