"""Who is expected: take people off the list of a session."""

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy
from kdc_desktop.services.attendance.entries import attendance_of, name_of
from kdc_desktop.storage import Database


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
