"""Who is expected: put people on the list of a session, and take them off it."""

from sqlalchemy import select

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.services.attendance.entries import attendance_of, name_of
from kdc_desktop.storage import Database, Edit


def register(edit: Edit, session_id: int, person_ids: set[int]) -> list[int]:
    """Put people on the list of a session; returns who was new to it. For verbs."""
    listed = edit.scalars(select(Attendance.person_id).where(Attendance.session_id == session_id))
    new = sorted(person_ids.difference(listed))
    edit.add_all(Attendance(session_id=session_id, person_id=person_id) for person_id in new)
    return new


def unregister(database: Database, session_id: int, person_id: int) -> None:
    """Take somebody who has not come off the list of a session.

    Raises:
        UserError: they have been here, so they stay on record.
    """
    name = name_of(database, person_id)
    with database.edit(lazy("Took {name} off the list", name=name)) as edit:
        found = attendance_of(edit, session_id, person_id)
        if found is None:
            return
        if found.arrived_at is not None:
            raise UserError(
                _("{name} has been here and stays on the list. Mark them as left.", name=name)
            )
        edit.delete(found)
