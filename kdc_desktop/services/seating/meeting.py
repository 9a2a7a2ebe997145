"""That a table has met is ticked, and who did not come to it."""

from collections.abc import Collection

from sqlalchemy import select

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy, nfillable
from kdc_desktop.model.people import Person
from kdc_desktop.model.seating import Seat, SeatingTable
from kdc_desktop.services.seating.there import there_while_they_met
from kdc_desktop.storage import Database


def tick_met(database: Database, table_ids: Collection[int], met: bool = True) -> None:
    """Say that these tables have met, or that they have not after all.

    Whoever was not in the room while they did has not come; that can be said of each otherwise.
    See `there_while_they_met`.

    Raises:
        UserError: nobody of any of them was in the room.
    """
    ticked = nfillable("Ticked {count} table as met", "Ticked {count} tables as met")
    unticked = nfillable("Ticked {count} table as not met", "Ticked {count} tables as not met")
    with database.edit(ticked if met else unticked) as edit:
        tables = [
            table
            for table in edit.scalars(select(SeatingTable).where(SeatingTable.id.in_(table_ids)))
            if (table.met_at is not None) != met
        ]
        edit.count = len(tables)
        for table in tables:
            table.met_at = database.now() if met else None
        keys = [table.id for table in tables]
        seats = list(edit.scalars(select(Seat).where(Seat.table_id.in_(keys))))
        came = there_while_they_met(edit, keys) if met else {seat.id for seat in seats}
        if seats and not came:
            raise UserError(
                _("Nobody of these tables was in the room: check in who was, then tick them.")
            )
        for seat in seats:
            seat.came = seat.id in came


def set_came(database: Database, seat_id: int, came: bool) -> None:
    """Say of one seat whether its person came to the table."""
    with database.read() as snapshot:
        name = snapshot.get_one(Person, snapshot.get_one(Seat, seat_id).person_id).name
    was_there = lazy("{name} was at the table", name=name)
    was_not = lazy("{name} was not at the table", name=name)
    with database.edit(was_there if came else was_not) as edit:
        edit.get_one(Seat, seat_id).came = came
