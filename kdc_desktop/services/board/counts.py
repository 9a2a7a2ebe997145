"""What the board counts in each session, before SQLAlchemy is loaded."""

from kdc_desktop.i18n import lazy
from kdc_desktop.services.sessions.counts import SessionCount

IDEAS = SessionCount(
    "ideas",
    lazy("Ideas"),
    "idea",
    "SELECT count(*) FROM idea "
    "WHERE session_id = session.id AND parent_id IS NULL AND trashed_at IS NULL",
)
