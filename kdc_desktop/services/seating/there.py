"""Who was in the room while a table met."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from sqlalchemy import select

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.instants import Instant
from kdc_desktop.model.attendance import Attendance, Passage
from kdc_desktop.model.seating import Seat, SeatingRound, SeatingTable
from kdc_desktop.model.sessions import Stage
from kdc_desktop.storage import Snapshot


class _Span(NamedTuple):
    """A time; without a beginning or an end where that is open."""

    begins: Instant | None = None
    ends: Instant | None = None


def there_while_they_met(snapshot: Snapshot, table_ids: Collection[int]) -> set[int]:
    """The seats at these tables of those who were in the room at some time while they met.

    A round begins once it is made, its stage runs and the rounds before it in that have met; it is
    over with its stage, or else now. So it may be ticked after people have left.
    """
    rows = snapshot.execute(
        select(Seat.id, Seat.round_id, Attendance.id, Attendance.state, Attendance.arrived_at)
        .join(SeatingRound, SeatingRound.id == Seat.round_id)
        .join(
            Attendance,
            (Attendance.session_id == SeatingRound.session_id)
            & (Attendance.person_id == Seat.person_id),
        )
        .where(Seat.table_id.in_(table_ids))
    ).all()
    spans = _spans(snapshot, {row.round_id for row in rows})
    passages = _passages(snapshot, {key for _seat, _round, key, *_rest in rows})
    found = set()
    for seat_id, round_id, key, state, arrived in rows:
        span = spans[round_id]
        is_here = state is AttendanceState.PRESENT
        stays = _stays(passages.get(key, ()), arrived, is_here=is_here)
        if any(not _is_before(stay, span) and not _is_before(span, stay) for stay in stays):
            found.add(seat_id)
    return found


def _spans(snapshot: Snapshot, round_ids: Collection[int]) -> dict[int, _Span]:
    """From when to when each of these rounds was held."""
    found = {}
    asked = (
        select(SeatingRound, Stage.started_at, Stage.ended_at)
        .outerjoin(Stage, Stage.id == SeatingRound.stage_id)
        .where(SeatingRound.id.in_(round_ids))
    )
    for round_, started, ended in snapshot.execute(asked).all():
        before = select(SeatingTable.met_at).where(
            SeatingTable.round_id.in_(
                select(SeatingRound.id).where(
                    SeatingRound.session_id == round_.session_id,
                    SeatingRound.stage_id.is_not_distinct_from(round_.stage_id),
                    SeatingRound.place_in_order < round_.place_in_order,
                )
            ),
            SeatingTable.round_id.not_in(round_ids),
            SeatingTable.met_at.is_not(None),
        )
        begins = max(filter(None, (round_.made_at, started, *snapshot.scalars(before))))
        late = ended is None or ended < begins
        found[round_.id] = _Span(begins, None if late else ended)
    return found


def _passages(
    snapshot: Snapshot, attendance_ids: Collection[int]
) -> dict[int, list[tuple[Instant, bool]]]:
    """When each came in (True) and went out, in order."""
    found: dict[int, list[tuple[Instant, bool]]] = {}
    asked = select(Passage.attendance_id, Passage.at, Passage.inwards).where(
        Passage.attendance_id.in_(attendance_ids)
    )
    for key, at, inwards in snapshot.execute(asked.order_by(Passage.at, Passage.id)):
        found.setdefault(key, []).append((at, inwards))
    return found


def _stays(
    passages: Iterable[tuple[Instant, bool]], arrived: Instant | None, *, is_here: bool
) -> list[_Span]:
    """When somebody was in the room; of who never passed the door it is known that they are."""
    begins, found = arrived, []
    for at, inwards in passages:
        if inwards:
            begins = at if begins is None else begins
        else:
            found.append(_Span(begins, at))
            begins = None
    if is_here:
        found.append(_Span(begins))
    return found


def _is_before(one: _Span, other: _Span) -> bool:
    """Whether one is over when the other begins."""
    return one.ends is not None and other.begins is not None and one.ends <= other.begins
