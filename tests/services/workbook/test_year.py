"""The sessions of a year side by side: each number is what the file says when it is asked."""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

import pytest

from kdc_desktop.domain.people.sectors import BY_LETTER, COUNTED
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Attendance, Idea, Session
from tests.rooms.poll_room import EVENING
from tests.rooms.workbook_room import Book

_CAME = """
    select s.id, s.title, a.person_id, a.arrived_at, coalesce(o.sector, 'R'), s.starts_at
    from session s join attendance a on a.session_id = s.id join person p on p.id = a.person_id
    left join organisation o on o.id = p.organisation_id
    where s.trashed_at is null
"""


@pytest.fixture
def years(room):
    """Two years of evenings, one of them thrown away, to which some came, by lot."""
    lots = Random(9)
    with room.database.edit(lazy("Two years")) as edit:
        for month in range(8):
            at = datetime(2025 + month % 2, 1 + month, 3, 18)
            session = Session(title=f"Evening {month}", starts_at=at)
            session.trashed_at = EVENING if month == 7 else None
            edit.add(session)
            edit.flush()
            for person_id in lots.sample(room.people, 12):
                came = EVENING + timedelta(days=month) if lots.random() < 0.8 else None
                row = Attendance(session_id=session.id, person_id=person_id, arrived_at=came)
                edit.add(row)
            edit.add(
                Idea(session_id=session.id, text="A", sector="R", x=0, y=0, created_at=EVENING)
            )


def columns(book: Book) -> dict[str, dict[str, str]]:
    """What stands below the title of each session, by the fact before it."""
    found: dict[str, dict[str, str]] = {}
    titles: list[str] = []
    for row in book.sheets.worksheets[0].iter_rows(values_only=True):
        head, *cells = [row[0], *row[1::2]]
        if head == "Session":
            titles = [str(cell) for cell in cells if cell is not None]
        elif titles and head is not None and any(cells):
            for title, cell in zip(titles, cells, strict=False):
                found.setdefault(title, {})[str(head)] = str(cell)
        else:
            titles = []
    return found


def expected(path) -> Iterator[tuple[str, dict[str, str]]]:
    """The same, asked of the file in other words."""
    with sqlite3.connect(path) as file:
        rows = file.execute(_CAME).fetchall()
        ideas = dict(
            file.execute(
                "select session_id, count(*) from idea where trashed_at is null group by 1"
            )
        )
    first: dict[int, str] = {}
    for _key, _title, person, arrived, _sector, starts in rows:
        if arrived is not None:
            first[person] = min(starts, first.get(person, starts))
    for key, title in {row[:2] for row in rows}:
        listed = [row for row in rows if row[0] == key]
        came = [row for row in listed if row[3] is not None]
        again = sum(first[row[2]] < row[5] for row in came)
        sectors = Counter(row[4] for row in came)
        told = {
            "People on the list": len(listed),
            "People who came": len(came),
            "Came for the first time": len(came) - again,
            "Had come before": again,
            "Ideas": ideas.get(key, 0),
            **{f"Came: {BY_LETTER[letter].name}": sectors[letter] for letter in COUNTED[:-1]},
        }
        yield title, {name: str(count) for name, count in told.items()}


def test_every_number_of_every_session_is_what_the_file_says(years, room, export):
    stands = columns(export(None))
    asked = dict(expected(room.database.path))
    assert stands.keys() == asked.keys() == {"Winter evening", *(f"Evening {n}" for n in range(7))}
    for title, told in asked.items():
        assert {name: stands[title].get(name) for name in told} == told


def test_people_of_a_year_are_counted_once(years, room, export):
    told = [str(row[0].value) for row in export(None).sheets.worksheets[0].iter_rows()]
    with sqlite3.connect(room.database.path) as file:
        rows = file.execute(_CAME).fetchall()
    for year in ("2026", "2025"):
        times = Counter(row[2] for row in rows if row[3] is not None and row[5][:4] == year)
        several = sum(count > 1 for count in times.values())
        assert told[told.index(year) + 1] == (
            f"{len(times)} people came in this year, each counted once, to however many sessions. "
            f"{several} came to several."
        )
