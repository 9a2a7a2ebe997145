"""How fast a workbook is written beside openpyxl's bare minimum, and how fast a roster is read."""

import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook  # noqa: TID253 - it is the floor that is measured

from kdc_desktop.domain.people.import_choices import ImportChoices
from kdc_desktop.interchange.people_in import read_people
from kdc_desktop.interchange.workbook import Column, Kind, Table, write_workbook
from tests.benchmarks.conftest import Record

START = datetime(2024, 5, 1, 18)


def a_table(name: str, titles: Sequence[str], rows: Sequence[Sequence[object]]) -> Table:
    columns = tuple(Column(title, Kind.ID if title == "Id" else Kind.TEXT) for title in titles)
    return Table(name, name, columns, rows)


def the_tables(people: int, ideas: int, marks: int) -> list[Table]:
    """People, ideas and marks as a session leaves them."""
    sentence = "More trees along the street, and a bench every hundred metres for those who need it"
    return [
        a_table(
            "People",
            ("Id", "Name", "E-mail", "Organisation", "Sector"),
            [
                (n, f"Person {n}", f"p{n}@club.example", f"Firm {n % 90}", "C")
                for n in range(people)
            ],
        ),
        a_table(
            "Ideas",
            ("Id", "Idea", "Author", "Cluster", "Written"),
            [
                (n, f"{sentence} {n}"[n % 60 :], f"Person {n % people}", "Streets", at(n))
                for n in range(ideas)
            ],
        ),
        a_table(
            "Marks",
            ("Id", "Paper", "Option", "Dots", "Channel", "Cast"),
            [(n, n // 10, f"Option {n % 371}", n % 3, "kiosk", at(n)) for n in range(marks)],
        ),
    ]


def at(number: int) -> datetime:
    return START + timedelta(seconds=number)


def write_raw(path: Path, tables: Sequence[Table]) -> None:
    workbook = Workbook(write_only=True)
    for table in tables:
        sheet = workbook.create_sheet(str(table.title))
        sheet.append([column.title for column in table.columns])
        for row in table.rows:
            sheet.append(row)
    workbook.save(path)


def paired_seconds(
    work: Callable[[], object], floor: Callable[[], object], rounds: int
) -> tuple[float, float]:
    """The shortest duration of each, in turns so that a busy machine slows both, after one call."""
    durations: tuple[list[float], list[float]] = ([], [])
    work()
    for _ in range(rounds):
        for function, taken in zip((work, floor), durations, strict=True):
            began = time.perf_counter()
            function()
            taken.append(time.perf_counter() - began)
    return min(durations[0]), min(durations[1])


@pytest.mark.parametrize(
    ("size", "people", "ideas", "marks"),
    [
        ("one session of 300", 300, 371, 3_000),
        ("a year: 5,000 ideas, 60,000 marks", 600, 5_000, 60_000),
    ],
)
def test_writing_the_workbook(
    record: Record, tmp_path: Path, size: str, people: int, ideas: int, marks: int
) -> None:
    tables = the_tables(people, ideas, marks)
    took, floor = paired_seconds(
        lambda: write_workbook(tmp_path / "ours.xlsx", [], tables),
        lambda: write_raw(tmp_path / "raw.xlsx", tables),
        2 if marks > 10_000 else 10,
    )
    record(f"workbook | {size}", took, "s", floor, "≤ 1.5 ×")


def test_reading_a_roster(record: Record, tmp_path: Path) -> None:
    write_workbook(tmp_path / "people.xlsx", [], the_tables(2_000, 1, 1))
    began = time.perf_counter()
    roster = read_people(tmp_path / "people.xlsx", ImportChoices(table="People"))
    took = time.perf_counter() - began
    assert len(roster.people) == 2_000
    record("read a roster | 2,000 people", took, "s", None, "≤ 3 s")
