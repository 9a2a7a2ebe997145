"""Take a mistaken check-in back, whenever it is noticed: they are expected as before."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import select

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text, _, lazy, nfillable
from kdc_desktop.instants import Instant
from kdc_desktop.model.attendance import Attendance, Passage
from kdc_desktop.model.people import Organisation, Person
from kdc_desktop.services.attendance.joins import PresenceTrail
from kdc_desktop.storage import Database, Edit, Snapshot
from kdc_desktop.storage.belonging import entries_writing, rows_naming_each, unchanged_since_made

_WITH_WALK_INS = nfillable(
    "Took back {count} check-in, and removed who had walked in",
    "Took back {count} check-ins, and removed those who had walked in",
)


class _Came(NamedTuple):
    person_id: int
    id: int
    state: AttendanceState
    arrived_at: Instant | None
    badge: str


def take_back_check_in(
    database: Database,
    session_id: int,
    person_ids: Collection[int],
    trails: Sequence[PresenceTrail],
) -> None:
    """Those of these people who were checked in have not come; who came back is gone again.

    A walk-in whom nothing else names goes from the club too, and with the last of them the
    organisation that a walk-in brought along: a name that was mistyped is nobody's.

    Raises:
        UserError: one of them has done what shows that they were here, such as voting.
    """
    with database.edit(
        nfillable("Took back {count} check-in", "Took back {count} check-ins")
    ) as edit:
        for trail in trails:
            for refusal in trail.refusals(edit, session_id, person_ids).values():
                raise UserError(str(refusal))
        came = _came(edit, session_id, person_ids)
        if not came:
            raise UserError(_("Select somebody who was checked in first."))
        names = edit.scalars(select(Person.name).where(Person.id.in_(came)).limit(2)).all()
        made = _made_by_coming(edit, came)
        never_came = came.keys() - _left_again(edit, came)
        for trail in trails:
            trail.forget(edit, session_id, never_came)
        gone = _remove_unnamed(edit, came, {key: made[key] for key in made.keys() & never_came})
        edit.count = len(came)
        if len(names) == 1:
            edit.call(_alone(names[0], bool(gone)))
        elif gone:
            edit.call(_WITH_WALK_INS)


def _alone(name: str, gone: bool) -> Text:
    if gone:
        return lazy("Took back that {name} walked in, and removed them", name=name)
    return lazy("Took back that {name} is here", name=name)


def _came(snapshot: Snapshot, session_id: int, person_ids: Collection[int]) -> dict[int, _Came]:
    """By person, the attendance of those of them who were checked in."""
    of_them = select(
        Attendance.person_id,
        Attendance.id,
        Attendance.state,
        Attendance.arrived_at,
        Attendance.badge,
    ).where(
        Attendance.session_id == session_id,
        Attendance.person_id.in_(person_ids),
        Attendance.arrived_at.is_not(None),
    )
    return {row.person_id: _Came(*row) for row in snapshot.execute(of_them)}


def _made_by_coming(snapshot: Snapshot, came: Mapping[int, _Came]) -> dict[int, int]:
    """Who was made by walking in and is as they were then; by their id, the entry that did it."""
    bare = select(Person.id, Person.created_at).where(Person.email == "", Person.notes == "")
    new = [
        key
        for key, created_at in snapshot.execute(bare.where(Person.id.in_(came)))
        if created_at == came[key].arrived_at and not came[key].badge
    ]
    return unchanged_since_made(snapshot, Person, new)


def _left_again(edit: Edit, came: Mapping[int, _Came]) -> set[int]:
    """Take the check-ins back; those are returned who had come back and so are gone again."""
    whose = {row.id: row.person_id for row in came.values()}
    passages: dict[int, list[tuple[int, bool]]] = {key: [] for key in came}
    every = select(Passage.attendance_id, Passage.id, Passage.inwards).order_by(Passage.id)
    for attendance_id, key, inwards in edit.execute(every.where(Passage.attendance_id.in_(whose))):
        passages[whose[attendance_id]].append((key, inwards))
    left = {
        person_id
        for person_id, row in came.items()
        if row.state is AttendanceState.PRESENT
        and any(not inwards for _key, inwards in passages[person_id])
    }
    for person_id in left:
        passages[person_id] = passages[person_id][-1:]
    edit.remove_rows(Passage, [key for some in passages.values() for key, _inwards in some])
    expected = {"state": AttendanceState.REGISTERED, "arrived_at": None}
    gone_again = {"state": AttendanceState.LEFT}
    states = {row.id: gone_again if key in left else expected for key, row in came.items()}
    edit.change_rows(Attendance, states)
    return left


def _remove_unnamed(edit: Edit, came: Mapping[int, _Came], made: Mapping[int, int]) -> list[int]:
    """Take away those who were made for coming in, and the organisations that came in so.

    Who is named anywhere but on this list stays, and so does an organisation that anything names.
    """
    naming = rows_naming_each(edit, Person, made)
    gone = [key for key in made if naming[key] == 1]
    of_them = select(Person.organisation_id).where(Person.id.in_(gone))
    theirs = {key for key in edit.scalars(of_them) if key is not None}
    edit.remove_rows(Attendance, [came[key].id for key in gone])
    edit.remove_rows(Person, gone)
    unchanged = unchanged_since_made(edit, Organisation, theirs)
    coming = entries_writing(edit, Passage, unchanged.values())
    new = [key for key, entry in unchanged.items() if entry in coming]
    still = rows_naming_each(edit, Organisation, new)
    edit.remove_rows(Organisation, [key for key in new if not still[key]])
    return gone
