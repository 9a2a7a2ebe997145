"""The lists that other tools write give the people in them, the first time and the second."""

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from kdc_desktop.cli import main
from kdc_desktop.services.people.importing import ImportPreview, import_people
from kdc_desktop.storage import Database
from tests.rooms.known_people import everybody, previewed

SHEETS = Path(__file__).parents[2] / "data" / "sheets"
STATES = {"left out": "left_out", "asked": "asked"}


class Expected(NamedTuple):
    name: str
    email: str
    organisation: str
    comes_in: str


def expectations() -> Mapping[str, Sequence[Expected]]:
    """What should come of the people of each file."""
    found: dict[str, list[Expected]] = defaultdict(list)
    with (SHEETS / "expected-people.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            said = (row[name] for name in ("name", "e-mail", "organisation", "comes in"))
            found[row["file"]].append(Expected(*said))
    return found


EXPECTED = expectations()
FILES = sorted(EXPECTED)
each_file = pytest.mark.parametrize("file", FILES)


def who_comes(file: str) -> set[tuple[str, str, str]]:
    return {one[:3] for one in EXPECTED[file] if one.comes_in == "yes"}


def told(database: Database) -> list[tuple[str, str, str]]:
    return [(one.name, one.email, one.organisation) for one in everybody(database)]


def left(preview: ImportPreview) -> set[tuple[str, str]]:
    """The people of rows that do not come in, with the state of these, but for those told twice."""
    came = {row.person.name for row in preview.rows if row.state.comes_in}
    return {
        (row.person.name, row.state)
        for row in preview.rows
        if not row.state.comes_in and row.person.name not in came
    }


def expected_to_be_left(file: str, preview: ImportPreview) -> set[tuple[str, str]]:
    """The same as it should be; who is in another table of the file is in no row of this one."""
    here = {row.person.name for row in preview.rows}
    return {
        (one.name, STATES[one.comes_in])
        for one in EXPECTED[file]
        if one.comes_in != "yes" and one.name in here
    }


@each_file
def test_a_list_gives_the_people_who_are_expected_and_says_who_is_left(database, file):
    preview = previewed(database, SHEETS / file)
    assert left(preview) == expected_to_be_left(file, preview)
    assert [row.number for row in preview.rows] == list(preview.found.table.numbers)
    assert import_people(database, preview) == preview.counts
    assert set(told(database)) == who_comes(file)
    assert len(told(database)) == len(who_comes(file))


@each_file
def test_a_list_changes_nothing_the_second_time(database, file):
    first = previewed(database, SHEETS / file)
    import_people(database, first)
    before = told(database)
    again = previewed(database, SHEETS / file)
    assert (again.counts.new, again.counts.changed) == (0, 0)
    assert (again.counts.asked, again.counts.left_out) == (
        first.counts.asked,
        first.counts.left_out,
    )
    assert import_people(database, again) == again.counts
    assert told(database) == before


@each_file
def test_the_command_brings_in_the_same_and_tells_whom_it_left(database, file, capsys):
    database.close()
    preview_status = bring_in(database, file, "--preview")
    status = bring_in(database, file)
    said = capsys.readouterr().out
    asked = any(one.comes_in == "asked" for one in EXPECTED[file])
    assert preview_status == status == int(asked)
    assert "Name from “" in said
    assert bring_in(database, file) == status
    last = capsys.readouterr().out
    assert "\n0 new, 0 changed, " in last
    assert (" asked: " in last) is asked


def bring_in(database: Database, file: str, *more: str) -> int:
    return main(["import", "people", str(SHEETS / file), "--database", str(database.path), *more])


def test_all_lists_one_after_the_other_double_and_rename_nobody(database):
    for file in FILES:
        before = {one.id: one.name for one in everybody(database)}
        import_people(database, previewed(database, SHEETS / file))
        after = {one.id: one.name for one in everybody(database)}
        assert {key: after[key] for key in before} == before, file
    people = {(name, email) for name, email, _organisation in told(database)}
    expected = {one[:2] for file in FILES for one in EXPECTED[file] if one.comes_in == "yes"}
    assert people == expected
    assert len(told(database)) == len(people)
