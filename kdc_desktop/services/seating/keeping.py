"""Rounds of tables come into the club file, and go again."""

from collections.abc import Collection

from sqlalchemy import select

from kdc_desktop.domain.seating.states import SeatRole
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, nfillable
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.seating import Seat, SeatingRound, SeatingTable
from kdc_desktop.model.sessions import Stage
from kdc_desktop.services.people.apart import apart_pairs
from kdc_desktop.services.seating.leaving import not_begun, remove_these
from kdc_desktop.services.seating.planning import TablesPlan
from kdc_desktop.services.seating.questions import every_round
from kdc_desktop.services.seating.rows import RoundRow
from kdc_desktop.storage import Database, Edit


def keep_plan(database: Database, session_id: int, stage_id: int | None, plan: TablesPlan) -> None:
    """Keep the rounds of a plan in the place of those of the stage that have not begun.

    Who has left since gets no seat; whoever has come is seated by `seat_arrivals`.

    Raises:
        UserError: what it was made from is not so any more, and it has to be made anew.
    """
    with database.edit(nfillable("Seated {count} person", "Seated {count} people")) as edit:
        here = _still_here(edit, session_id, stage_id, plan)
        edit.count = len(here)
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
            _fill(edit, round_.id, one, here)


def _still_here(
    edit: Edit, session_id: int, stage_id: int | None, plan: TablesPlan
) -> Collection[int]:
    """Who of a plan is in the room, where all else that it was made from is as it was."""
    whole = every_round(edit, session_id)
    mine = (one for one in whole.rounds if one.stage_id == stage_id and not one.begun)
    there = [_wishes_of(one) for one in mine] == [_wishes_of(one) for one in plan.replaced]
    if stage_id is not None and edit.get(Stage, stage_id) is None:
        there = False
    topics = {table.consortium_id for one in plan.rounds for table in one.tables} - {None}
    known = edit.scalars(select(Consortium.id).where(Consortium.id.in_(topics)))
    if not there or topics - set(known):
        raise UserError(_("The rounds have changed since. Press S to seat everybody anew."))
    new = apart_pairs(edit).difference(plan.report.too_close)
    tables = [
        {seat.person.person_id for seat in table.seats}
        for one in plan.rounds
        for table in one.tables
    ]
    if any(keys.issuperset(pair) for keys in tables for pair in new):
        raise UserError(
            _("Two people of one table are kept apart by now. Press S to seat everybody anew.")
        )
    here = {one.person_id for one in whole.present if any(one.person_id in t for t in tables)}
    if not here:
        raise UserError(_("Everybody has left by now. Press S to seat those who are here."))
    return here


def _wishes_of(round_: RoundRow) -> tuple[object, ...]:
    """What of a round that is replaced goes on in the plan: topics, hosts, and who is pinned."""
    tables = [(one.place, one.topic, one.consortium_id) for one in round_.tables]
    seats = [
        (table.place, seat.person.person_id, seat.role, seat.pinned)
        for table in round_.tables
        for seat in table.seats
        if seat.pinned or seat.role is SeatRole.HOST
    ]
    return round_.id, tables, seats


def _fill(edit: Edit, round_id: int, one: RoundRow, here: Collection[int]) -> None:
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
        if seat.person.person_id in here
    ]
    edit.add_rows(Seat, seats)


def remove_rounds(database: Database, session_id: int, stage_id: int | None) -> None:
    """Take away the rounds of a stage that have not begun; undo brings them back."""
    with database.edit(nfillable("Removed {count} round", "Removed {count} rounds")) as edit:
        keys = not_begun(edit, session_id, stage_id)
        edit.count = len(keys)
        remove_these(edit, keys)
