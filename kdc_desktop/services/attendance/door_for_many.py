"""At the door for many at once: each verb is one edit, however many people it concerns."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.i18n import Fillable, nfillable
from kdc_desktop.instants import Instant
from kdc_desktop.model.attendance import Attendance, Passage
from kdc_desktop.model.people import Person
from kdc_desktop.storage import Database, Edit, Snapshot
from kdc_desktop.storage.fast import Quick, value

_LISTED = Quick(
    select(Attendance.person_id, Attendance.id, Attendance.state, Attendance.arrived_at).where(
        Attendance.session_id == value("session")
    )
)


@dataclass(frozen=True)
class _Entry:
    id: int
    state: AttendanceState
    arrived_at: Instant | None


def check_in_many(database: Database, session_id: int, person_ids: Collection[int]) -> None:
    """Those of these people who are not here arrive, whether they are on the list or not."""
    label = nfillable("Checked in {count} person", "Checked in {count} people")
    _arrive(database, session_id, person_ids, label)


def come_back_many(database: Database, session_id: int, person_ids: Collection[int]) -> None:
    """Those of these people who are not here are here again."""
    label = nfillable("{count} person came back", "{count} people came back")
    _arrive(database, session_id, person_ids, label)


def leave_many(database: Database, session_id: int, person_ids: Collection[int]) -> None:
    """Those of these people who are here go."""
    with database.edit(nfillable("{count} person left", "{count} people left")) as edit:
        here = [
            entry.id
            for entry in _entries(edit, session_id, person_ids).values()
            if entry.state is AttendanceState.PRESENT
        ]
        edit.change_rows(Attendance, {key: {"state": AttendanceState.LEFT} for key in here})
        _note_passages(edit, here, database.now(), inwards=False)
        edit.count = len(here)


def unregister_many(database: Database, session_id: int, person_ids: Collection[int]) -> int:
    """Take those of these people off the list who have not come; returns how many have."""
    label = nfillable("Took {count} person off the list", "Took {count} people off the list")
    with database.edit(label) as edit:
        entries = _entries(edit, session_id, person_ids).values()
        away = [entry.id for entry in entries if entry.arrived_at is None]
        edit.remove_rows(Attendance, away)
        edit.count = len(away)
        return len(entries) - len(away)


def _arrive(
    database: Database, session_id: int, person_ids: Collection[int], label: Fillable
) -> None:
    with database.edit(label) as edit:
        now = database.now()  # not before it is our turn: somebody may be leaving just now
        entries = _entries(edit, session_id, person_ids)
        unlisted = [key for key in dict.fromkeys(person_ids) if key not in entries]
        known = set(edit.scalars(select(Person.id).where(Person.id.in_(unlisted))))
        new = [key for key in unlisted if key in known]  # somebody may have been removed meanwhile
        arrived = {"state": AttendanceState.PRESENT, "arrived_at": now}
        added = edit.add_rows(
            Attendance, [{"session_id": session_id, "person_id": key, **arrived} for key in new]
        )
        away = {
            entry.id: {**arrived, "arrived_at": entry.arrived_at or now}
            for entry in entries.values()
            if entry.state is not AttendanceState.PRESENT
        }
        edit.change_rows(Attendance, away)
        _note_passages(edit, [*added, *away], now, inwards=True)
        edit.count = len(added) + len(away)


def _note_passages(
    edit: Edit, attendance_ids: Collection[int], at: Instant, *, inwards: bool
) -> None:
    rows = [{"attendance_id": key, "at": at, "inwards": inwards} for key in attendance_ids]
    edit.add_rows(Passage, rows)


def _entries(
    snapshot: Snapshot, session_id: int, person_ids: Collection[int]
) -> Mapping[int, _Entry]:
    """Those of these people who are on the list, by person."""
    wanted = set(person_ids)
    return {
        person_id: _Entry(*rest)
        for person_id, *rest in _LISTED.rows(snapshot, session=session_id)
        if person_id in wanted
    }
