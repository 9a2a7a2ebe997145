"""The list of a session without a sheet to import."""

from collections.abc import Collection

from kdc_desktop.i18n import lazy
from kdc_desktop.services.attendance.registering import register
from kdc_desktop.storage import Database


def expect(database: Database, session_id: int, person_ids: Collection[int]) -> int:
    """Put people on the list of a session; how many were new to it."""
    with database.edit(lazy("Wrote a list")) as edit:
        return len(register(edit, session_id, set(person_ids)))
