"""Whom the club knows, asked as the program asks."""

from pathlib import Path

from kdc_desktop.domain.people.import_choices import ImportChoices
from kdc_desktop.services.attendance.lists import OntoList
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.people import questions
from kdc_desktop.services.people.importing import ImportPreview, preview_people
from kdc_desktop.services.people.rows import PersonRow
from kdc_desktop.storage import Database

_PLAIN = ImportChoices()


def everybody(database: Database) -> list[PersonRow]:
    """Everybody the club knows, by name."""
    return questions.people(database, PEOPLE.visits.of)


def somebody(database: Database, person_id: int) -> PersonRow:
    """One person."""
    return questions.person(database, person_id, PEOPLE.visits.of)


def previewed(
    database: Database,
    path: Path,
    choices: ImportChoices = _PLAIN,
    session_id: int | None = None,
) -> ImportPreview:
    """What importing a sheet would do, onto the list of a session or onto none."""
    list_of = None if session_id is None else OntoList(session_id).listed
    return preview_people(database, path, PEOPLE.sheets, choices, list_of)
