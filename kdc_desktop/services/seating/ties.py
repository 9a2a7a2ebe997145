"""Who has met whom, by the one rule that the whole program goes by.

Two people have met

- where they sat at one table of a round that met, and both came to it, or
- where they were placed in one consortium in an evening that has begun: those who speak for its
  members on that evening, over all evenings on which it is worked on.

To be in the same room is no meeting, and neither is to be on its list. Who was placed without
having come to the evening has met nobody there, as far as anybody was checked in on it. Evenings
in the trash do not count. Who is known twice is one person, and who was forgotten keeps their ties
under their pseudonym.
"""

from collections.abc import Collection, Iterable

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased

from kdc_desktop.domain.seating.ties import Gathering, Met, TwoPeople, pairs_met
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.instants import Instant, zone_called
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.consortia import Delegate, Member
from kdc_desktop.model.seating import Seat, SeatingRound, SeatingTable
from kdc_desktop.model.sessions import Session
from kdc_desktop.services.people.known_twice import known_as
from kdc_desktop.storage import Snapshot
from kdc_desktop.storage.fast import Quick

_AT_TABLES = Quick(
    select(SeatingRound.session_id, SeatingTable.id, SeatingTable.met_at, Seat.person_id)
    .join(SeatingTable, SeatingTable.round_id == SeatingRound.id)
    .join(Seat, Seat.table_id == SeatingTable.id)
    .join(Session, Session.id == SeatingRound.session_id)
    .where(SeatingTable.met_at.is_not(None), Seat.came, Session.trashed_at.is_(None))
)
_PLACED = Quick(
    select(Delegate.session_id, Member.consortium_id, Delegate.person_id)
    .join(Member, Member.id == Delegate.member_id)
    .join(Session, Session.id == Delegate.session_id)
    .where(Session.trashed_at.is_(None), Session.status != SessionStatus.PLANNED)
)
_BEGAN = Quick(select(Session.id, Session.went_live_at, Session.starts_at, Session.zone))
_there = aliased(Attendance)
_ABSENT = Quick(
    select(Attendance.session_id, Attendance.person_id).where(
        Attendance.arrived_at.is_(None),
        exists(
            select(_there.id).where(
                _there.session_id == Attendance.session_id, _there.arrived_at.is_not(None)
            )
        ),
    )
)


def met(
    snapshot: Snapshot, session_ids: Collection[int] | None = None, before: Instant | None = None
) -> dict[TwoPeople, Met]:
    """Who has met whom: pairs of person ids, the smaller first, in the order of first meetings.

    Args:
        session_ids: what counts; every session with None.
        before: only what was earlier counts.
    """
    wanted = gatherings(snapshot)
    return pairs_met(
        one
        for one in wanted
        if (session_ids is None or one.session_id in session_ids)
        and (before is None or one.at < before)
    )


def gatherings(snapshot: Snapshot) -> list[Gathering]:
    """Every table that met and every consortium of an evening, with those who were there."""
    into = {key: known.into_id for key, known in known_as(snapshot).items()}
    tables: dict[tuple[int, int, Instant], set[int]] = {}
    for session_id, table_id, at, person_id in _AT_TABLES.rows(snapshot):
        tables.setdefault((session_id, table_id, at), set()).add(into.get(person_id, person_id))
    placed: dict[tuple[int, int], set[int]] = {}
    absent = {(key, into.get(who, who)) for key, who in _ABSENT.rows(snapshot)}
    for session_id, consortium_id, person_id in _PLACED.rows(snapshot):
        who = into.get(person_id, person_id)
        if (session_id, who) not in absent:
            placed.setdefault((session_id, consortium_id), set()).add(who)
    began = _began(snapshot) if placed else {}
    found = [Gathering(key, at, _in_order(who)) for (key, _table, at), who in tables.items()]
    found += [
        Gathering(key, began[key], _in_order(who), consortium_id)
        for (key, consortium_id), who in placed.items()
    ]
    return sorted(found, key=lambda one: (one.at, one.session_id, one.people))


def _in_order(people: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(people))


def _began(snapshot: Snapshot) -> dict[int, Instant]:
    return {
        key: live or Instant.of(starts_at, zone_called(zone))
        for key, live, starts_at, zone in _BEGAN.rows(snapshot)
    }
