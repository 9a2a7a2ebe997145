"""Who may offer or need something, to choose from by name: people, organisations, departments."""

from typing import NamedTuple

from sqlalchemy import select

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.domain.people.sectors import sector_of
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.people import Department, Organisation, Person, PersonMerge
from kdc_desktop.services.attendance.namesakes import namesakes_in
from kdc_desktop.services.offers.rows import Holder
from kdc_desktop.storage import Database, Snapshot


class HolderRow(NamedTuple):
    """Somebody who may offer or need something; `apart` tells people of one name from each other.

    Of an organisation `name` is its own, of a department that; `organisation` is empty for a
    resident and for a whole organisation. `present`: here in the session that was asked about.
    """

    holder: Holder
    name: str
    organisation: str
    sector: str
    present: bool
    apart: str = ""


def holders(database: Database, session_id: int) -> list[HolderRow]:
    """Everybody whom the club knows: who is here first, then by name."""
    with database.read() as snapshot:
        rows = [*_people(snapshot, session_id), *_organisations(snapshot)]
    return sorted(rows, key=lambda row: (not row.present, in_order(row.name)))


def _people(snapshot: Snapshot, session_id: int) -> list[HolderRow]:
    gone = select(PersonMerge.person_id)
    here = (Attendance.person_id == Person.id) & (Attendance.session_id == session_id)
    query = (
        select(Person.id, Person.name, Organisation.name, Organisation.sector, Attendance.state)
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .outerjoin(Attendance, here)
        .where(Person.id.not_in(gone))
    )
    found = snapshot.execute(query).all()
    apart = namesakes_in(snapshot, [(row[0], row[1]) for row in found])
    return [
        HolderRow(
            Holder(key),
            name,
            organisation or "",
            sector_of(sector),
            state is AttendanceState.PRESENT,
            apart.get(key, ""),
        )
        for key, name, organisation, sector, state in found
        if name
    ]


def _organisations(snapshot: Snapshot) -> list[HolderRow]:
    organisations = {
        key: (name, sector_of(sector))
        for key, name, sector in snapshot.execute(
            select(Organisation.id, Organisation.name, Organisation.sector)
        )
    }
    rows = [
        HolderRow(Holder(None, key), name, "", sector, False)
        for key, (name, sector) in organisations.items()
    ]
    parts = snapshot.execute(select(Department.id, Department.organisation_id, Department.name))
    for key, organisation_id, name in parts:
        organisation, sector = organisations[organisation_id]
        holder = Holder(None, organisation_id, key)
        rows.append(HolderRow(holder, name, organisation, sector, False))
    return rows
