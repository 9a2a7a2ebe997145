"""Take a mistaken check-in back, whenever it is noticed: they are expected as before."""

from collections.abc import Collection, Sequence

from sqlalchemy import select

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, lazy, nfillable
from kdc_desktop.instants import Instant
from kdc_desktop.model.attendance import Attendance, Passage
from kdc_desktop.model.people import Person
from kdc_desktop.services.attendance.joins import PresenceTrail
from kdc_desktop.storage import Database, Edit
from kdc_desktop.storage.belonging import rows_naming

_ON_ONE_LIST = {Attendance.__tablename__: 1}


def take_back_check_in(
    database: Database,
    session_id: int,
    person_ids: Collection[int],
    trails: Sequence[PresenceTrail],
) -> None:
    """Those of these people who were checked in have not come; who came back is gone again.

    A walk-in whom nothing else names goes from the club too: a name that was mistyped is nobody's.

    Raises:
        UserError: one of them has done what shows that they were here, such as voting.
    """
    with database.read() as snapshot:
        called = snapshot.scalars(select(Person.name).where(Person.id.in_(person_ids))).all()
    label = nfillable("Took back {count} check-in", "Took back {count} check-ins")
    alone = lazy("Took back that {name} is here", name=called[0]) if len(called) == 1 else None
    with database.edit(alone or label) as edit:
        for trail in trails:
            for refusal in trail.refusals(edit, session_id, person_ids).values():
                raise UserError(str(refusal))
        rows = edit.scalars(
            select(Attendance).where(
                Attendance.session_id == session_id,
                Attendance.person_id.in_(person_ids),
                Attendance.arrived_at.is_not(None),
            )
        ).all()
        if not rows:
            raise UserError(_("Select somebody who was checked in first."))
        came = {row.person_id: row.arrived_at for row in rows}
        for row in rows:
            _take_back(edit, row)
        never_came = [row.person_id for row in rows if row.arrived_at is None]
        for trail in trails:
            trail.forget(edit, session_id, never_came)
        for row in rows:
            if row.arrived_at is None:
                _take_along(edit, row, came[row.person_id])
        edit.count = len(rows)


def _take_back(edit: Edit, row: Attendance) -> None:
    passages = edit.scalars(
        select(Passage).where(Passage.attendance_id == row.id).order_by(Passage.id)
    ).all()
    came_back = row.state is AttendanceState.PRESENT and any(not one.inwards for one in passages)
    for passage in passages[-1:] if came_back else passages:
        edit.delete(passage)
    if came_back:
        row.state = AttendanceState.LEFT
    else:
        row.state, row.arrived_at = AttendanceState.REGISTERED, None


def _take_along(edit: Edit, row: Attendance, came_at: Instant | None) -> None:
    """Take away somebody who was made for coming in, where nothing else names them."""
    person = edit.get_one(Person, row.person_id)
    edit.flush()
    worked_on = person.email or person.notes or row.badge
    if person.created_at != came_at or worked_on:
        return
    if rows_naming(edit, person.id) == _ON_ONE_LIST:
        edit.delete(row)
        edit.flush()
        edit.delete(person)
