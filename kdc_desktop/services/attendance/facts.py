"""What attendance tells of a session."""

from sqlalchemy import func, select

from kdc_desktop.i18n import ngettext
from kdc_desktop.model.attendance import Attendance
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


def _came(database: Database, session_id: int) -> str:
    arrived = select(func.count()).where(
        Attendance.session_id == session_id, Attendance.arrived_at.is_not(None)
    )
    with database.read() as snapshot:
        number = snapshot.scalar(arrived) or 0
    return ngettext("{count} person was here.", "{count} people were here.", number)


CAME = SessionFact(frozenset({"attendance"}), _came)
