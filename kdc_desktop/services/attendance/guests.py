"""Who may come through the door: everybody whom the club knows."""

from kdc_desktop.services.attendance.namesakes import namesakes_in
from kdc_desktop.services.people.questions import contacts
from kdc_desktop.services.people.rows import ContactRow
from kdc_desktop.storage import Database


def guests(database: Database) -> list[ContactRow]:
    """Everybody the club knows, in no order, those of one name told apart."""
    rows = contacts(database)
    with database.read() as snapshot:
        apart = namesakes_in(snapshot, [(row.person_id, row.name) for row in rows])
    return [row._replace(apart=apart.get(row.person_id, "")) for row in rows] if apart else rows
