"""The list of a session without a sheet to import."""

from collections.abc import Collection

from sqlalchemy import select

from kdc_desktop.i18n import lazy
from kdc_desktop.model import Attendance
from kdc_desktop.storage import Database


def expect(database: Database, session_id: int, person_ids: Collection[int]) -> int:
    """Put people on the list of a session; how many were new to it."""
    listed = select(Attendance.person_id).where(Attendance.session_id == session_id)
    with database.edit(lazy("Wrote a list")) as edit:
        new = sorted(set(person_ids).difference(edit.scalars(listed)))
        edit.add_rows(Attendance, [{"session_id": session_id, "person_id": key} for key in new])
        return len(new)
