"""Who was on the list of a session, and who was in the room when."""

from datetime import datetime

from sqlalchemy import func, select

from kdc_desktop.i18n import lazy
from kdc_desktop.interchange.workbook import Column, Table
from kdc_desktop.model import Attendance, Passage, Person, Session
from kdc_desktop.services.kit.source import ID, Columns, Line, Source

_ATTENDANCE = (
    ID,
    Column("Person id", "id"),
    Column("Name"),
    Column("Organisation"),
    Column("Sector"),
    Column("Role"),
    Column("May vote", "bool"),
    Column("Badge"),
    Column("State"),
    Column("Arrived", "datetime"),
    Column("Last out", "datetime"),
    Column("In and out"),
    Column("Returning", "bool"),
)
_PASSAGES = (
    ID,
    Column("Attendance id", "id"),
    Column("Person id", "id"),
    Column("Name"),
    Column("When", "datetime"),
    Column("Direction"),
)


def attendance(source: Source) -> Table:
    """Who was on the list, who came, and when they went in and out."""
    passages = _passages_by_attendance(source)
    first = _first_sessions(source)
    rows: list[Line] = []
    for entry in source.snapshot.execute(
        select(
            Attendance.session_id,
            Attendance.id,
            Attendance.person_id,
            Attendance.role,
            Attendance.may_vote,
            Attendance.badge,
            Attendance.state,
            Attendance.arrived_at,
        )
        .join(Person)
        .where(source.of(Attendance.session_id))
        .order_by(Person.name, Attendance.id)
    ):
        who = source.people[entry.person_id]
        log = passages.get(entry.id, [])
        out = [at for at, inwards in log if not inwards]
        starts_at = source.sessions[entry.session_id].starts_at
        rows.append(
            (
                entry.session_id,
                entry.id,
                entry.person_id,
                who.name,
                who.organisation,
                who.sector,
                entry.role,
                entry.may_vote,
                entry.badge,
                entry.state,
                entry.arrived_at,
                out[-1] if out else None,
                ", ".join(f"{'in' if inwards else 'out'} {at:%H:%M}" for at, inwards in log),
                entry.person_id in first and first[entry.person_id] < starts_at,
            )
        )
    notes = ("Returning: was present at an earlier session.",)
    return source.table("Attendance", "Attendance", _ATTENDANCE, rows, notes)


def _passages_by_attendance(source: Source) -> dict[int, list[tuple[datetime, bool]]]:
    passages: dict[int, list[tuple[datetime, bool]]] = {}
    for attendance_id, at, inwards in source.snapshot.execute(
        select(Passage.attendance_id, Passage.at, Passage.inwards)
        .join(Attendance)
        .where(source.of(Attendance.session_id))
        .order_by(Passage.at, Passage.id)
    ):
        passages.setdefault(attendance_id, []).append((at, inwards))
    return passages


def _first_sessions(source: Source) -> dict[int, datetime]:
    first = (
        select(Attendance.person_id, func.min(Session.starts_at))
        .join(Session, Session.id == Attendance.session_id)
        .where(Attendance.arrived_at.is_not(None), Session.trashed_at.is_(None))
        .group_by(Attendance.person_id)
    )
    return dict(source.snapshot.execute(first).all())


def passages(source: Source) -> Table:
    """The in/out log, a row for each time somebody passed the door."""
    found = source.snapshot.execute(
        select(
            Attendance.session_id,
            Passage.id,
            Passage.attendance_id,
            Attendance.person_id,
            Passage.at,
            Passage.inwards,
        )
        .join(Attendance, Attendance.id == Passage.attendance_id)
        .where(source.of(Attendance.session_id))
        .order_by(Passage.at, Passage.id)
    )
    rows = [
        (session_id, key, attendance_id, person_id, source.people[person_id].name, at, direction)
        for session_id, key, attendance_id, person_id, at, inwards in found
        for direction in ("in" if inwards else "out",)
    ]
    return source.table("In_and_out", "In and out", _PASSAGES, rows)


OUTCOME = (
    Columns(
        (Column(lazy("People on the list"), "number"),),
        lambda source: source.counted(Attendance.session_id),
    ),
    Columns(
        (Column(lazy("People who came"), "number"),),
        lambda source: source.counted(Attendance.session_id, Attendance.arrived_at.is_not(None)),
    ),
)
"""How many people a session had."""
