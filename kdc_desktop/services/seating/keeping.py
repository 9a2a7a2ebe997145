"""Rounds of tables come into the club file, and go again."""

from sqlalchemy import select

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, nfillable
from kdc_desktop.model.people import Person
from kdc_desktop.model.seating import Seat, SeatingRound, SeatingTable
from kdc_desktop.services.seating.leaving import not_begun, remove_these
from kdc_desktop.services.seating.planning import TablesPlan
from kdc_desktop.services.seating.rows import RoundRow
from kdc_desktop.storage import Database, Edit


def keep_plan(database: Database, session_id: int, stage_id: int | None, plan: TablesPlan) -> None:
    """Keep the rounds of a plan in the place of those of the stage that have not begun.

    Raises:
        UserError: somebody in it is not in the club any more.
    """
    people = {seat.person.person_id for one in plan.rounds for t in one.tables for seat in t.seats}
    with database.edit(nfillable("Seated {count} person", "Seated {count} people")) as edit:
        edit.count = len(people)
        if len(set(edit.scalars(select(Person.id).where(Person.id.in_(people))))) < len(people):
            raise UserError(_("Somebody is not in the club any more. Seat everybody anew."))
        remove_these(edit, not_begun(edit, session_id, stage_id))
        order = select(SeatingRound.place_in_order).where(SeatingRound.session_id == session_id)
        first = max(edit.scalars(order), default=-1) + 1
        for at, one in enumerate(plan.rounds):
            round_ = SeatingRound(
                session_id=session_id,
                stage_id=stage_id,
                kind=one.kind,
                title=one.title,
                place_in_order=first + at,
                seats=one.seats,
                seed=one.seed,
                made_at=database.now(),
            )
            edit.add(round_)
            edit.flush()
            _fill(edit, round_.id, one)


def _fill(edit: Edit, round_id: int, one: RoundRow) -> None:
    of_tables = [
        {
            "round_id": round_id,
            "place_in_order": table.place,
            "topic": table.topic,
            "consortium_id": table.consortium_id,
        }
        for table in one.tables
    ]
    seats = [
        {
            "round_id": round_id,
            "table_id": table_id,
            "person_id": seat.person.person_id,
            "place_in_order": seat.place,
            "role": seat.role,
            "pinned": seat.pinned,
        }
        for table_id, table in zip(edit.add_rows(SeatingTable, of_tables), one.tables, strict=True)
        for seat in table.seats
    ]
    edit.add_rows(Seat, seats)


def remove_rounds(database: Database, session_id: int, stage_id: int | None) -> None:
    """Take away the rounds of a stage that have not begun; undo brings them back."""
    with database.edit(nfillable("Removed {count} round", "Removed {count} rounds")) as edit:
        keys = not_begun(edit, session_id, stage_id)
        edit.count = len(keys)
        remove_these(edit, keys)
