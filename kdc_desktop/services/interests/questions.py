"""What can be asked about the interests of a session."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import bindparam, func, select

from kdc_desktop.domain.attendance.states import AttendanceRole, AttendanceState
from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.interests import Interest
from kdc_desktop.model.people import Organisation, Person
from kdc_desktop.model.winners import Winner
from kdc_desktop.services.attendance.namesakes import namesakes_in
from kdc_desktop.services.interests.rows import AskedRow, InterestRow, WinnerInterest
from kdc_desktop.storage import Database
from kdc_desktop.storage.fast import Quick, value

HOSTS = (AttendanceRole.FACILITATOR, AttendanceRole.STAFF)
"""Roles of an attendance that are not asked and not placed, unless they give an interest."""


_GIVEN = (
    select(
        Interest.id,
        Interest.person_id,
        Person.name,
        Person.organisation_id,
        Organisation.name,
        Organisation.sector,
        Attendance.state,
        Interest.winner_id,
        Interest.role,
        Interest.offers,
        Interest.needs,
    )
    .join(Person, Person.id == Interest.person_id)
    .outerjoin(Organisation, Organisation.id == Person.organisation_id)
    .outerjoin(
        Attendance,
        (Attendance.person_id == Interest.person_id) & (Attendance.session_id == value("session")),
    )
    .where(Interest.session_id == value("session"))
    .order_by(Interest.choice)
)
_ALL_GIVEN = Quick(_GIVEN)
_GIVEN_BY = _GIVEN.where(Interest.person_id.in_(bindparam("people", expanding=True)))
_WHOSE = select(Interest.person_id).where(Interest.id.in_(bindparam("ids", expanding=True)))
_WISHED = Quick(
    select(Interest.person_id).where(Interest.session_id == value("session")).distinct()
)
_TO_ASK = Quick(
    select(
        Person.id,
        Person.name,
        Organisation.name,
        Organisation.sector,
        Attendance.badge,
        Attendance.state,
        Attendance.role,
    )
    .join(Attendance, Attendance.person_id == Person.id)
    .outerjoin(Organisation, Organisation.id == Person.organisation_id)
    .where(Attendance.session_id == value("session"))
    .order_by(Person.id)
)
_LISTED = Quick(select(func.count()).where(Attendance.session_id == value("session")))
_COUNTED = Quick(
    select(Interest.winner_id, Interest.choice, Organisation.sector, func.count())
    .join(Person, Person.id == Interest.person_id)
    .outerjoin(Organisation, Organisation.id == Person.organisation_id)
    .where(Interest.session_id == value("session"))
    .group_by(Interest.winner_id, Interest.choice, Organisation.sector)
)
_WINNERS = Quick(
    select(Winner.id, Winner.title)
    .where(Winner.session_id == value("session"))
    .order_by(Winner.place_in_order, Winner.id)
)


def interests(database: Database, session_id: int) -> list[InterestRow]:
    """Everybody who has said what they would join, by name."""
    with database.read() as snapshot:
        found = _ALL_GIVEN.rows(snapshot, session=session_id)
    return by_name(_given(found).values())


def interests_now(
    database: Database, session_id: int, ids: Iterable[int], people: Iterable[int]
) -> dict[int, InterestRow | None]:
    """What these people would join, and those who say so in these rows; None for nothing."""
    with database.read() as snapshot:
        connection = snapshot.connection()
        those = {*people, *connection.execute(_WHOSE, {"ids": list(ids)}).scalars()}
        asked = {"session": session_id, "people": list(those)}
        given = _given(connection.execute(_GIVEN_BY, asked).all())
    return {person_id: given.get(person_id) for person_id in those}


def by_name(rows: Iterable[InterestRow]) -> list[InterestRow]:
    """The order in which interests are listed."""
    return sorted(rows, key=lambda row: (in_order(row.name), row.person_id))


def _given(found: Iterable[Sequence[Any]]) -> dict[int, InterestRow]:
    """The interests of each person, of the rows of which the first choice comes first."""
    of: dict[int, list[Sequence[Any]]] = {}
    for row in found:
        of.setdefault(row[1], []).append(row)
    return {person_id: _row(person_id, said) for person_id, said in of.items()}


def _row(person_id: int, said: Sequence[Sequence[Any]]) -> InterestRow:
    *_ids, name, key, organisation, sector, state, _winner, role, offers, needs = said[-1]
    return InterestRow(
        person_id,
        name,
        key,
        organisation or "",
        sector_of(sector),
        state == AttendanceState.PRESENT,
        tuple(each[7] for each in said),
        role,
        offers,
        needs,
        tuple(each[0] for each in said),
    )


def people_to_ask(database: Database, session_id: int) -> list[AskedRow]:
    """The people of the session: present before absent, not yet asked before asked, by name."""
    present = AttendanceState.PRESENT
    with database.read() as snapshot:
        given = {row[0] for row in _WISHED.rows(snapshot, session=session_id)}
        rows = [
            AskedRow(
                key,
                name,
                organisation or "",
                sector_of(sector),
                badge,
                state == present,
                key in given,
            )
            for key, name, organisation, sector, badge, state, role in _TO_ASK.rows(
                snapshot, session=session_id
            )
            if key in given or role not in HOSTS
        ]
        apart = namesakes_in(snapshot, [(row.person_id, row.name) for row in rows])
    if apart:
        rows = [replace(row, apart=apart.get(row.person_id, "")) for row in rows]
    return sorted(rows, key=lambda row: (not row.present, row.given, in_order(row.name)))


def how_many_to_ask(database: Database, session_id: int) -> int:
    """How many are on the list of the session, hosts included."""
    with database.read() as snapshot:
        return int(_LISTED.scalar(snapshot, session=session_id))


def interest_counts(database: Database, session_id: int) -> list[WinnerInterest]:
    """Every winner in its order with how many would join, by choice and by sector."""
    choices: Counter[tuple[int, int]] = Counter()
    sectors: dict[int, Counter[str]] = {}
    with database.read() as snapshot:
        for winner_id, choice, sector, count in _COUNTED.rows(snapshot, session=session_id):
            choices[winner_id, choice] += count
            sectors.setdefault(winner_id, Counter())[sector_of(sector)] += count
        winners = _WINNERS.rows(snapshot, session=session_id)
    return [
        WinnerInterest(
            winner_id,
            title,
            (choices[winner_id, 1], choices[winner_id, 2], choices[winner_id, 3]),
            dict(sectors.get(winner_id, {})),
        )
        for winner_id, title in winners
    ]
