"""The entry of one person on the list of a session, for verbs."""

from collections.abc import Collection

from sqlalchemy import select

from kdc_desktop.i18n import Fillable, Text
from kdc_desktop.model.attendance import Attendance
from kdc_desktop.model.people import Organisation, Person
from kdc_desktop.services.people.known_twice import IS_ONE_OF_ITS_OWN
from kdc_desktop.storage import Database, Snapshot


def name_of(database: Database, person_id: int) -> str:
    """What somebody is called, for the label of an edit."""
    with database.read() as snapshot:
        return snapshot.get_one(Person, person_id).name


def told_of(database: Database, person_id: int, plain: Fillable, apart: Fillable) -> Text:
    """What is said of somebody: by name, and where others have it, by the organisation too."""
    with database.read() as snapshot:
        person = snapshot.get_one(Person, person_id)
        others = select(Person.id).where(
            Person.name == person.name, Person.id != person_id, IS_ONE_OF_ITS_OWN
        )
        if person.organisation_id is None or snapshot.scalar(others.limit(1)) is None:
            return plain.filled(name=person.name)
        organisation = snapshot.get_one(Organisation, person.organisation_id)
        return apart.filled(name=person.name, organisation=organisation.name)


def attendance_of(snapshot: Snapshot, session_id: int, person_id: int) -> Attendance | None:
    """The entry of a person on the list of a session, on a snapshot or edit that is open."""
    return snapshot.scalar(
        select(Attendance).where(
            Attendance.session_id == session_id, Attendance.person_id == person_id
        )
    )


def person_or_count(
    database: Database, attendance_ids: Collection[int], one: Fillable, many: Fillable
) -> Text | Fillable:
    """What is said of people in a session: by name where it is one, else how many they are."""
    if len(attendance_ids) == 1:
        named = select(Person.name).join(Attendance, Attendance.person_id == Person.id)
        with database.read() as snapshot:
            name = snapshot.scalar(named.where(Attendance.id.in_(attendance_ids)))
        if name:
            return one.filled(name=name)
    return many
