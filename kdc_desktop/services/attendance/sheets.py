"""Who was on the list of a session, and who was in the room when."""

from datetime import datetime

from sqlalchemy import func, select

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.i18n import _, lazy, listed, pgettext, plazy, time_text
from kdc_desktop.instants import Instant
from kdc_desktop.interchange.workbook import Column, Kind, Reader, Table
from kdc_desktop.model.attendance import Attendance, Passage
from kdc_desktop.model.people import Person
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.attendance.roles import ROLE_TITLES
from kdc_desktop.services.kit.source import Columns, Line, Source, id_of, key_of
from kdc_desktop.services.kit.who import SECTOR_WORDS

ATTENDANCE_STATES = {
    AttendanceState.REGISTERED: plazy("state of an attendance", "registered"),
    AttendanceState.PRESENT: plazy("state of an attendance", "present"),
    AttendanceState.LEFT: plazy("state of an attendance", "left"),
}
_IN, _OUT = "in", "out"  # untranslated: for programs
_DIRECTIONS = ((_IN, plazy("passage", "in")), (_OUT, plazy("passage", "out")))
_ATTENDANCE = (
    key_of("Attendance"),
    id_of("Person"),
    Column(lazy("Name"), filled=True, means=lazy("Who was on the list of the session.")),
    Column(lazy("Organisation"), means=lazy("For whom they speak.")),
    Column(lazy("Sector"), words=SECTOR_WORDS, means=lazy("The sector they count in.")),
    Column(
        lazy("Role"),
        words=tuple(ROLE_TITLES.items()),
        filled=True,
        means=lazy("What they were in this session."),
    ),
    Column(lazy("May vote"), Kind.BOOL, filled=True, means=lazy("Whether polls ask them.")),
    Column(lazy("Badge"), means=lazy("The code of their badge.")),
    Column(
        lazy("State"),
        words=tuple(ATTENDANCE_STATES.items()),
        filled=True,
        means=lazy("Whether they are expected, in the room, or have gone."),
    ),
    Column(lazy("Arrived"), Kind.DATETIME, means=lazy("When they came first.")),
    Column(
        *(lazy("Last out"), Kind.DATETIME),
        aside=True,
        means=lazy("When they went out last."),
    ),
    Column(lazy("In and out"), aside=True, reader=Reader.PEOPLE),
    Column(
        lazy("Returning"),
        Kind.BOOL,
        filled=True,
        means=lazy("Whether they were present at an earlier session."),
    ),
)
_PASSAGES = (
    key_of("Passage"),
    id_of("Attendance"),
    id_of("Person"),
    Column(lazy("Name"), filled=True, means=lazy("Who passed the door.")),
    Column(lazy("When"), Kind.DATETIME, filled=True, means=lazy("When they passed it.")),
    Column(lazy("Direction"), words=_DIRECTIONS, filled=True, means=lazy("Which way they went.")),
)


def attendance(source: Source) -> Table:
    """Who was on the list, who came, and when they went in and out."""
    passages = _passages_by_attendance(source)
    first = source.once(first_sessions)
    found = source.snapshot.scalars(
        select(Attendance)
        .join(Person)
        .where(source.of(Attendance.session_id))
        .order_by(Attendance.id)
    )
    entries = sorted(found, key=lambda one: in_order(source.people[one.person_id].name))
    rows = [_row(source, entry, passages.get(entry.id, []), first) for entry in entries]
    notes = (_("Returning: was present at an earlier session."),)
    return source.table(
        name="Attendance",
        title=lazy("Attendance"),
        columns=_ATTENDANCE,
        rows=rows,
        notes=notes,
        purpose=lazy("Who was on the list, in which role, and who came."),
        stays=True,
    )


def _row(
    source: Source,
    entry: Attendance,
    log: list[tuple[Instant, bool]],
    first: dict[int, datetime],
) -> Line:
    who = source.people[entry.person_id]
    out = [at for at, inwards in log if not inwards]
    starts_at = source.sessions[entry.session_id].starts_at
    return (
        entry.session_id,
        entry.id,
        entry.person_id,
        who.name,
        who.organisation,
        who.letter or None,
        entry.role,
        entry.may_vote,
        entry.badge,
        entry.state,
        entry.arrived_at,
        out[-1] if out else None,
        listed(_passage(source.by_clock(at, entry.session_id), inwards) for at, inwards in log),
        entry.person_id in first and first[entry.person_id] < starts_at,
    )


def _passage(at: datetime, inwards: bool) -> str:
    if inwards:
        return pgettext("passage", "in {time}", time=time_text(at))
    return pgettext("passage", "out {time}", time=time_text(at))


def _passages_by_attendance(source: Source) -> dict[int, list[tuple[Instant, bool]]]:
    passages: dict[int, list[tuple[Instant, bool]]] = {}
    for attendance_id, at, inwards in source.snapshot.execute(
        select(Passage.attendance_id, Passage.at, Passage.inwards)
        .join(Attendance)
        .where(source.of(Attendance.session_id))
        .order_by(Passage.at, Passage.id)
    ):
        passages.setdefault(attendance_id, []).append((at, inwards))
    return passages


def first_sessions(source: Source) -> dict[int, datetime]:
    """By person: when the first session began to which they came."""
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
        (
            session_id,
            key,
            attendance_id,
            person_id,
            source.people[person_id].name,
            at,
            _IN if inwards else _OUT,
        )
        for session_id, key, attendance_id, person_id, at, inwards in found
    ]
    return source.table(
        name="In_and_out",
        title=lazy("In and out"),
        columns=_PASSAGES,
        rows=rows,
        purpose=lazy("When somebody passed the door, a row for each time."),
        stays=True,
    )


OUTCOME = (
    Columns(
        (
            Column(
                lazy("People on the list"),
                Kind.NUMBER,
                filled=True,
                means=lazy("How many people were expected or came."),
            ),
        ),
        lambda source: source.per_session(Attendance.session_id),
    ),
    Columns(
        (
            Column(
                lazy("People who came"),
                Kind.NUMBER,
                filled=True,
                means=lazy("How many people were in the room at some time."),
            ),
        ),
        lambda source: source.per_session(
            Attendance.session_id, Attendance.arrived_at.is_not(None)
        ),
    ),
)
"""How many people a session had."""
