"""That a table has met is ticked, and who did not come to it."""

from collections.abc import Collection

from sqlalchemy import select

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.i18n import lazy, nfillable
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.people import Person
from kdc_desktop.model.seating import Seat, SeatingRound, SeatingTable
from kdc_desktop.storage import Database, Edit


def tick_met(database: Database, table_ids: Collection[int], met: bool = True) -> None:
    """Say that these tables have met, or that they have not after all.

    Whoever was not in the room then did not come; that can be said of each otherwise.
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
        away = _away(edit, keys) if met else set()
        for seat in edit.scalars(select(Seat).where(Seat.table_id.in_(keys))):
            seat.came = seat.id not in away


def set_came(database: Database, seat_id: int, came: bool) -> None:
    """Say of one seat whether its person came to the table."""
    with database.read() as snapshot:
        name = snapshot.get_one(Person, snapshot.get_one(Seat, seat_id).person_id).name
    was_there = lazy("{name} was at the table", name=name)
    was_not = lazy("{name} was not at the table", name=name)
    with database.edit(was_there if came else was_not) as edit:
        edit.get_one(Seat, seat_id).came = came


def _away(edit: Edit, table_ids: Collection[int]) -> set[int]:
    """The seats at these tables whose people are not in the room."""
    here = (
        select(Seat.id)
        .join(SeatingRound, SeatingRound.id == Seat.round_id)
        .join(
            Attendance,
            (Attendance.session_id == SeatingRound.session_id)
            & (Attendance.person_id == Seat.person_id),
        )
        .where(Seat.table_id.in_(table_ids), Attendance.state == AttendanceState.PRESENT)
    )
    every = select(Seat.id).where(Seat.table_id.in_(table_ids))
    return {*edit.scalars(every)} - {*edit.scalars(here)}
