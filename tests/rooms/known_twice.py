"""Jane, whom a club knows twice."""

from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.people import people
from kdc_desktop.services.people.merging import MergePreview
from kdc_desktop.services.people.merging_people import merge_people, preview_of_people
from kdc_desktop.services.people.rows import PersonDetails
from kdc_desktop.storage import Database


def merge(database: Database, gone: int, stays: int) -> None:
    merge_people(database, gone, stays, PEOPLE.people_merges)


def preview(database: Database, gone: int, stays: int) -> MergePreview:
    return preview_of_people(database, gone, stays, PEOPLE.people_merges)


def two(database: Database, **details: str) -> tuple[int, int]:
    """Jane twice: who goes, and who stays."""
    gone = people.add_person(
        database,
        "Jane Roe",
        email="roe@x.example",
        notes="Comes by bike",
        details=PersonDetails(**{"phone": "1", "job_title": "Planner", **details}),
    )
    return gone, people.add_person(database, "Jane Doe", email="doe@x.example")
