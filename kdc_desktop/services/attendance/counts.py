"""What attendance counts in each session, before SQLAlchemy is loaded."""

from kdc_desktop.i18n import lazy
from kdc_desktop.services.sessions.counts import SessionCount

PEOPLE = SessionCount(
    "people",
    lazy("People"),
    "attendance",
    "SELECT CASE WHEN session.status = 'closed' AND count(arrived_at) "
    "THEN count(arrived_at) ELSE count(*) END FROM attendance WHERE session_id = session.id",
)
