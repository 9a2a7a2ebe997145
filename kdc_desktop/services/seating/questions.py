"""Who is there to be seated, and who sits where."""

from collections.abc import Sequence

from sqlalchemy import func, or_, select

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.people import Department, Organisation, Person
from kdc_desktop.model.seating import Seat, SeatingRound, SeatingTable
from kdc_desktop.services.attendance.namesakes import namesakes_in, namesakes_in_public
from kdc_desktop.services.interests.questions import HOSTS
from kdc_desktop.services.seating.rows import RoomPerson, RoomSeating, RoundRow, SeatRow, TableRow
from kdc_desktop.storage import Database, Snapshot
from kdc_desktop.storage.fast import Quick, value

_HERE = (Attendance.state == AttendanceState.PRESENT) & Attendance.role.not_in(HOSTS)
_SEATED = (
    select(Seat.person_id)
    .join(SeatingRound, SeatingRound.id == Seat.round_id)
    .where(SeatingRound.session_id == value("session"))
)
_PEOPLE = Quick(
    select(
        Person.id,
        Person.name,
        Organisation.id,
        Organisation.name,
        Department.id,
        Department.name,
        Organisation.sector,
        Organisation.size,
        Attendance.state,
    )
    .outerjoin(
        Attendance,
        (Attendance.person_id == Person.id) & (Attendance.session_id == value("session")),
    )
    .outerjoin(Organisation, Organisation.id == Person.organisation_id)
    .outerjoin(Department, Department.id == Person.department_id)
    .where(or_(_HERE, Person.id.in_(_SEATED)))
    .order_by(func.lower(Person.name), Person.id)
)
_ROUNDS = Quick(
    select(
        SeatingRound.id,
        SeatingRound.stage_id,
        SeatingRound.kind,
        SeatingRound.title,
        SeatingRound.place_in_order,
        SeatingRound.seats,
        SeatingRound.seed,
    )
    .where(SeatingRound.session_id == value("session"))
    .order_by(SeatingRound.place_in_order, SeatingRound.id)
)
_OF_SESSION = SeatingRound.session_id == value("session")
_TABLES = Quick(
    select(
        SeatingTable.round_id,
        SeatingTable.id,
        SeatingTable.place_in_order,
        SeatingTable.topic,
        SeatingTable.consortium_id,
        SeatingTable.cluster_id,
        SeatingTable.met_at,
    )
    .join(SeatingRound, SeatingRound.id == SeatingTable.round_id)
    .where(_OF_SESSION)
    .order_by(SeatingTable.place_in_order)
)
_SEATS = Quick(
    select(
        Seat.table_id,
        Seat.person_id,
        Seat.id,
        Seat.place_in_order,
        Seat.role,
        Seat.pinned,
        Seat.came,
    )
    .join(SeatingRound, SeatingRound.id == Seat.round_id)
    .where(_OF_SESSION)
    .order_by(Seat.place_in_order, Seat.id)
)


def seating(
    database: Database,
    session_id: int,
    stage_id: int | None,
    known: Sequence[RoomPerson] | None = None,
) -> RoomSeating:
    """The rounds of a stage of a session, and everybody who is there to be seated.

    Who that is need not be read again where it is `known`.
    """
    with database.read() as snapshot:
        whole = every_round(snapshot, session_id, known)
    return whole._replace(rounds=tuple(one for one in whole.rounds if one.stage_id == stage_id))


def every_round(
    snapshot: Snapshot, session_id: int, known: Sequence[RoomPerson] | None = None
) -> RoomSeating:
    """The rounds of all stages of a session, and everybody who is there to be seated."""
    there = _people(snapshot, session_id) if known is None else known
    people = {one.person_id: one for one in there}
    seats: dict[int, list[SeatRow]] = {}
    for table_id, person_id, key, *rest in _SEATS.rows(snapshot, session=session_id):
        seat = SeatRow._make((key, people[person_id], *rest))
        seats.setdefault(table_id, []).append(seat)
    tables: dict[int, list[TableRow]] = {}
    for round_id, key, *rest in _TABLES.rows(snapshot, session=session_id):
        row = TableRow._make((key, *rest, tuple(seats.get(key, ()))))
        tables.setdefault(round_id, []).append(row)
    rounds = (
        RoundRow._make((*found, tuple(tables.get(found[0], ()))))
        for found in _ROUNDS.rows(snapshot, session=session_id)
    )
    return RoomSeating(tuple(rounds), tuple(people.values()))


def _people(snapshot: Snapshot, session_id: int) -> list[RoomPerson]:
    found = [
        RoomPerson(
            *(key, name, at_id, at or "", part_id, part or ""),
            *(sector_of(sector), size, state is AttendanceState.PRESENT),
        )
        for key, name, at_id, at, part_id, part, sector, size, state in _PEOPLE.rows(
            snapshot, session=session_id
        )
    ]
    named = [(one.person_id, one.name) for one in found]
    apart = namesakes_in(snapshot, named)
    public = namesakes_in_public(snapshot, session_id, named) if apart else {}
    return [
        one._replace(
            apart=apart.get(one.person_id, ""), apart_in_public=public.get(one.person_id, "")
        )
        for one in found
    ]
