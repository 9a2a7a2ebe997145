"""The entry of one person on the list of a session, for verbs."""

from sqlalchemy import select

from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.people import Person
from kdc_desktop.storage import Database, Snapshot


def name_of(database: Database, person_id: int) -> str:
    """What somebody is called, for the label of an edit."""
    with database.read() as snapshot:
        return snapshot.get_one(Person, person_id).name


def attendance_of(snapshot: Snapshot, session_id: int, person_id: int) -> Attendance | None:
    """The entry of a person on the list of a session, on a snapshot or edit that is open."""
    return snapshot.scalar(
        select(Attendance).where(
            Attendance.session_id == session_id, Attendance.person_id == person_id
        )
    )
