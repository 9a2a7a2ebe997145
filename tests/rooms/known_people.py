"""Whom the club knows, asked as the program asks."""

from collections.abc import Mapping
from pathlib import Path

from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.people import questions
from kdc_desktop.services.people.importing import ImportPreview, preview_people
from kdc_desktop.services.people.rows import PersonRow
from kdc_desktop.storage import Database


def everybody(database: Database) -> list[PersonRow]:
    """Everybody the club knows, by name."""
    return questions.people(database, PEOPLE.visits.of)


def somebody(database: Database, person_id: int) -> PersonRow:
    """One person."""
    return questions.person(database, person_id, PEOPLE.visits.of)


def previewed(
    database: Database, path: Path, mapping: Mapping[str, int] | None = None
) -> ImportPreview:
    """What importing a sheet would do."""
    return preview_people(database, path, PEOPLE.remarks, mapping)
