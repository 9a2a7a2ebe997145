"""An undo leads the eye to what it changed: to its screen, and there to its row, note or cell."""

from kdc_desktop.screens.window.whereabouts import Whereabouts
from kdc_desktop.storage import Changes, Database


def lead(database: Database, whereabouts: Whereabouts, changes: Changes) -> str:
    """Show where these changes are seen and point at them.

    Where they belong to a session that is not open, nobody is moved; the session's title then.
    """
    if changes.entry_id is None:
        return ""
    from kdc_desktop.services.sessions.traces import trace_step

    traced = trace_step(database, changes.entry_id)
    if whereabouts.shows_in_strip(traced.columns, traced.session_id):
        return ""
    screen = whereabouts.lead(changes.tables, traced.session_id)
    if screen is None:
        return traced.session_title
    screen.lead_to(traced.rows)
    return ""
