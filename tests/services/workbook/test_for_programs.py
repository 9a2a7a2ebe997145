"""What goes to other programs keeps to its schema, row by row, whatever the language."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from kdc_desktop import i18n
from kdc_desktop.domain.kit.editions import Edition, Form
from kdc_desktop.domain.polls.methods import methods
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.paths import resource
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.polls.hands import set_hands
from kdc_desktop.services.workbook.export import Delivery, export_workbook
from kdc_desktop.storage import Database, open_to_read
from tests.rooms.any_method import hold
from tests.rooms.table_schema import faults_of
from tests.rooms.workbook_room import an_evening, reveal, vote
from tests.rooms.years_room import live_on

NAMES = Path(__file__).parents[2] / "data" / "columns-for-programs.json"


@pytest.fixture(scope="module")
def evening(tmp_path_factory):
    """With a poll of a tie, one by each method, a year that follows, and every table filled."""
    made = an_evening(tmp_path_factory.mktemp("club") / "club.kdc")
    for method in methods():
        hold(made.room, method, Secrecy.NAMED, rule="irv" if method.key == "ranking" else "")
    raised = made.room.open_poll(secrecy="named")
    set_hands(made.room.database, raised, 9, {made.room.options(raised)[0]: 5})
    reveal(made.room, raised)
    poll_id = made.room.open_poll(secrecy="sector", smallest_group=3)
    vote(made.room, poll_id, range(10), 0)
    vote(made.room, poll_id, range(10, 20), 1)
    reveal(made.room, poll_id)
    live_on(made)
    yield made
    made.room.database.close()


def package_of(
    database: Database,
    folder: Path,
    edition: Edition = Edition.FULL,
    session_id: int | None = None,
) -> Any:
    path, wanted = folder / "out.json", Delivery(edition, Form.JSON)
    export_workbook(database, path, WORKBOOK, session_id, wanted=wanted)
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def package(evening, tmp_path_factory):
    return package_of(evening.room.database, tmp_path_factory.mktemp("json"))


def rows(package: Any, table: str) -> list[dict[str, Any]]:
    (found,) = (one for one in package["resources"] if one["name"] == table)
    return list(found["data"])


@pytest.mark.parametrize("edition", list(Edition))
@pytest.mark.parametrize("session_id", [None, 1, 2])
def test_every_row_of_every_table_keeps_to_the_schema(
    evening, tmp_path, edition, session_id
) -> None:
    assert faults_of(package_of(evening.room.database, tmp_path, edition, session_id)) == []


def test_every_table_of_the_club_has_rows(package) -> None:
    assert [one["name"] for one in package["resources"] if not one["data"]] == []


def test_every_row_of_a_club_of_years_keeps_to_the_schema(tmp_path) -> None:
    with open_to_read(resource("sample/sample-club.kdc")) as database:
        package = package_of(database, tmp_path)
    assert sum(len(one["data"]) for one in package["resources"]) > 1_000
    assert faults_of(package) == []


def test_names_and_words_for_programs_are_the_same_in_every_language(package, evening, tmp_path):
    def known(told: Any) -> dict[str, dict[str, list[str]]]:
        return {
            one["name"]: {
                field["name"]: field.get("constraints", {}).get("enum", [])
                for field in one["schema"]["fields"]
            }
            for one in told["resources"]
        }

    i18n.use(i18n.PSEUDO)
    try:
        other = package_of(evening.room.database, tmp_path)
    finally:
        i18n.use(i18n.ENGLISH)
    assert known(other) == known(package)
    assert rows(other, "attendance") == rows(package, "attendance")
    assert other["resources"][0]["title"] != package["resources"][0]["title"]


def test_the_names_that_programs_rely_on_are_still_there(package) -> None:
    names = {
        one["name"]: [field["name"] for field in one["schema"]["fields"]]
        for one in package["resources"]
    }
    assert names == json.loads(NAMES.read_text(encoding="utf-8"))


def test_a_tie_is_a_rank_and_that_it_is_one(package) -> None:
    first, second, *others = rows(package, "results")[:6]
    assert [(row["rank"], row["tied"]) for row in (first, second)] == [(1, True), (1, True)]
    assert {row["rank"] for row in others} == {3}


def test_nothing_but_what_people_wrote_needs_the_guard_against_formulas(evening, tmp_path) -> None:
    wanted = Delivery(Edition.FULL, Form.CSV)
    export_workbook(evening.room.database, tmp_path / "out", WORKBOOK, None, wanted=wanted)
    guarded = set()
    for path in (tmp_path / "out").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                guarded |= {(path.stem, key) for key, value in row.items() if value[:1] == "'"}
    assert guarded == set()


def test_positions_are_a_row_for_each_member_and_version(package, evening) -> None:
    found = [row for row in rows(package, "positions") if row["member_id"] in evening.members]
    assert [(row["member_id"], row["version"]) for row in found] == [
        (member, version) for member in evening.members for version in (1, 2)
    ]
    assert {row["stance"] for row in found} == {"taken"}
    assert [(row["level"], row["support"]) for row in found[:2]] == [(1, 0.0), (3, 2 / 7)]
