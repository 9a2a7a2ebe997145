"""What attendance tells of a session."""

from kdc_desktop.i18n import ngettext
from kdc_desktop.services.attendance.questions import presence
from kdc_desktop.services.sessions.joins import SessionFact
from kdc_desktop.storage import Database


def _here(database: Database, session_id: int) -> str:
    found = presence(database, session_id)
    return ngettext(
        "{present} of {count} person is here.",
        "{present} of {count} people are here.",
        found.registered,
        present=found.present,
    )


HERE = SessionFact(frozenset({"attendance"}), _here)
