"""What can be asked about the interests of a session."""

from collections import Counter

from sqlalchemy import func, select

from kdc_desktop.domain.attendance.states import AttendanceRole, AttendanceState
from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.interests import Interest
from kdc_desktop.model.people import Organisation, Person
from kdc_desktop.model.winners import Winner
from kdc_desktop.services.interests.rows import AskedRow, InterestRow, WinnerInterest
from kdc_desktop.storage import Database

HOSTS = (AttendanceRole.FACILITATOR, AttendanceRole.STAFF)
"""Roles of an attendance that are not asked and not placed, unless they give an interest."""


def interests(database: Database, session_id: int) -> list[InterestRow]:
    """Everybody who has said what they would join, by name."""
    query = (
        select(
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
            (Attendance.person_id == Interest.person_id) & (Attendance.session_id == session_id),
        )
        .where(Interest.session_id == session_id)
        .order_by(func.lower(Person.name), Person.id, Interest.choice)
    )
    choices: dict[int, list[int]] = {}
    rows: dict[int, InterestRow] = {}
    with database.read() as snapshot:
        for one in snapshot.execute(query):
            person_id, name, key, firm, sector, state, winner_id, role, offers, needs = one
            choices.setdefault(person_id, []).append(winner_id)
            present = state == AttendanceState.PRESENT
            about = (person_id, name, key, firm or "", sector_of(sector), present)
            rows[person_id] = InterestRow(*about, tuple(choices[person_id]), role, offers, needs)
    return list(rows.values())


def people_to_ask(database: Database, session_id: int) -> list[AskedRow]:
    """The people of the session: present before absent, not yet asked before asked, by name."""
    given = (
        select(Interest.id)
        .where(Interest.session_id == session_id, Interest.person_id == Person.id)
        .exists()
    )
    query = (
        select(
            Person.id,
            Person.name,
            Organisation.name,
            Organisation.sector,
            Attendance.badge,
            Attendance.state,
            Attendance.role,
            given,
        )
        .join(Attendance, Attendance.person_id == Person.id)
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .where(Attendance.session_id == session_id)
        .order_by(func.lower(Person.name), Person.id)
    )
    present = AttendanceState.PRESENT
    with database.read() as snapshot:
        rows = [
            AskedRow(key, name, firm or "", sector_of(sector), badge, state == present, has)
            for key, name, firm, sector, badge, state, role, has in snapshot.execute(query)
            if has or role not in HOSTS
        ]
    return sorted(rows, key=lambda row: (not row.present, row.given))


def interest_counts(database: Database, session_id: int) -> list[WinnerInterest]:
    """Every winner in its order with how many would join, by choice and by sector."""
    wished = (
        select(Interest.winner_id, Interest.choice, Organisation.sector)
        .join(Person, Person.id == Interest.person_id)
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .where(Interest.session_id == session_id)
    )
    winners = (
        select(Winner.id, Winner.title)
        .where(Winner.session_id == session_id)
        .order_by(Winner.place_in_order, Winner.id)
    )
    choices: Counter[tuple[int, int]] = Counter()
    sectors: dict[int, Counter[str]] = {}
    with database.read() as snapshot:
        for winner_id, choice, sector in snapshot.execute(wished):
            choices[winner_id, choice] += 1
            sectors.setdefault(winner_id, Counter())[sector_of(sector)] += 1
        return [
            WinnerInterest(
                winner_id,
                title,
                (choices[winner_id, 1], choices[winner_id, 2], choices[winner_id, 3]),
                dict(sectors.get(winner_id, {})),
            )
            for winner_id, title in snapshot.execute(winners)
        ]
