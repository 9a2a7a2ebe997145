"""An undo leads the eye to what it changed: to its screen, and there to its row, note or cell."""

from typing import TYPE_CHECKING

from kdc_desktop.screens.window.last_done import LastDone
from kdc_desktop.screens.window.session_walk import SessionWalk
from kdc_desktop.screens.window.whereabouts import Whereabouts
from kdc_desktop.storage import Changes, Database

if TYPE_CHECKING:
    from kdc_desktop.services.sessions.traces import TracedStep


def lead(
    database: Database,
    walk: SessionWalk,
    whereabouts: Whereabouts,
    done: LastDone,
    changes: Changes,
) -> str:
    """Show where these changes are seen and point at them; who did them there stays.

    Where they belong to a session that is not open, nobody is moved; the session's title then.
    """
    if changes.entry_id is None:
        return ""
    from kdc_desktop.services.sessions.traces import trace_step

    traced = trace_step(database, changes.entry_id)
    known = walk.in_strip
    if walk.is_open(traced.session_id) and all(
        columns <= known.get(table, frozenset()) for table, columns in traced.columns.items()
    ):  # only how the open session goes on has changed, which leads nobody elsewhere
        return ""
    screen = done.screen_of(changes.entry_id)
    is_silence = traced.columns.get("session") == {"silent"}  # which is seen where the ideas are
    tables = {"idea"} if is_silence else changes.tables | _said(traced, changes)
    settings = traced.rows.get("setting", ())
    screen = screen or whereabouts.lead(tables, settings, traced.session_id)
    if screen is None:
        return traced.session_title
    screen.lead_to(traced.rows)
    return ""


def _said(traced: "TracedStep", changes: Changes) -> set[str]:
    """In which columns the rows that were changed say something; of settings it tells nothing."""
    return {
        f"{table}.{column}"
        for table in changes.tables - {"setting"}
        for row in traced.rows.get(table, {}).values()
        for column, value in row.items()
        if value is not None
    }
