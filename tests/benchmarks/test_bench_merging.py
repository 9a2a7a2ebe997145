"""Merging an organisation of thousands, and somebody known twice among thousands."""

import gc
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kdc_desktop.i18n import lazy
from kdc_desktop.model import Organisation, Person
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.people.merging import merge_organisations
from kdc_desktop.services.people.merging_people import merge_people
from kdc_desktop.storage import Database, open_database
from tests.benchmarks.conftest import Record
from tests.rooms.empty_club import EVENING

MANY = 5_000
PROMISE = "≤ 100 ms"


@pytest.fixture(autouse=True)
def _no_collector() -> Iterator[None]:
    """As in the program, where the collector runs between two events."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "club.kdc", lambda: EVENING)
    yield opened
    opened.close()


def milliseconds(database: Database, merge: Callable[[], None]) -> float:
    """How long it takes, the median of some; each is taken back."""
    took = []
    for _round in range(9):
        started = time.perf_counter()
        merge()
        took.append(time.perf_counter() - started)
        database.undo()
    return statistics.median(took) * 1000


def test_merging_among_five_thousand(database: Database, record: Record) -> None:
    with database.edit(lazy("Filled the club")) as edit:
        names = [{"name": name, "sector": "C"} for name in ("Harbour", "Port")]
        gone, stays = edit.add_rows(Organisation, names)
        said = {"organisation_id": gone, "created_at": EVENING}
        rows = [{"name": f"Person {n}", "email": f"{n}@x.example", **said} for n in range(MANY)]
        people = edit.add_rows(Person, rows)
    took = milliseconds(
        database, lambda: merge_organisations(database, gone, stays, PEOPLE.organisation_merges)
    )
    record(f"merge two organisations | {MANY} people", took, "ms", None, PROMISE)
    took = milliseconds(
        database, lambda: merge_people(database, people[0], people[1], PEOPLE.people_merges)
    )
    record(f"merge two people | of {MANY}", took, "ms", None, PROMISE)
