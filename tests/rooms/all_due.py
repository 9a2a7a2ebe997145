"""What is due in a club file now, for tests: the program asks it together with more."""

from kdc_desktop.services.visions.club import consortia_now
from kdc_desktop.services.visions.due import Due, due_of
from kdc_desktop.storage import Database


def due(database: Database) -> Due:
    """What is due or overdue."""
    with database.read() as snapshot:
        return due_of(snapshot, consortia_now(snapshot), database.now())
