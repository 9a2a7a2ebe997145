"""What the workbook tells of buy-in is what was said when: each asking, each fall between two."""

import json

import pytest

from kdc_desktop.domain.kit.editions import Form
from kdc_desktop.domain.visions.ledger_flags import FlagKind
from kdc_desktop.services.club.sample import sample_club
from kdc_desktop.services.consortia.clubwide import all_consortia
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.visions.badges import OF_CLUB
from kdc_desktop.services.visions.consortium_ledger import consortium_ledger
from kdc_desktop.services.workbook.export import Delivery, export_workbook
from kdc_desktop.storage import open_database
from tests.rooms.workbook_room import Book


@pytest.fixture
def sample(tmp_path, monkeypatch):
    monkeypatch.setenv("TZ", "America/Chicago")
    database = open_database(sample_club(tmp_path))
    yield database
    database.close()


@pytest.fixture
def book(sample, tmp_path):
    export_workbook(sample, tmp_path / "out.xlsx", WORKBOOK)
    return Book(tmp_path / "out.xlsx")


def test_the_sheet_says_of_every_member_what_the_ledger_says(sample, book) -> None:
    said = {row["Member id"]: str(row["Trend"] or "") for row in book.rows("Positions")}
    flags = {
        member_id: flag
        for one in all_consortia(sample, OF_CLUB)
        for member_id, flag in consortium_ledger(sample, one.id).flags.items()
    }
    assert sum(flag.kind is FlagKind.FELL for flag in flags.values()) > 5
    for member_id, flag in flags.items():
        assert said[member_id].startswith(str(flag.text))
    others = [told for key, told in said.items() if key not in flags]
    assert [one for one in others if one and not one.startswith(("below", "has left"))] == []


def test_programs_are_told_of_every_fall(sample, book, tmp_path) -> None:
    path = tmp_path / "told.json"
    export_workbook(sample, path, WORKBOOK, wanted=Delivery(form=Form.JSON))
    (table,) = (
        one
        for one in json.loads(path.read_text("utf-8"))["resources"]
        if one["name"] == "positions"
    )
    fell = {row["member_id"] for row in table["data"] if row["trend"] == "fell"}
    shown = {row["Member id"] for row in book.rows("Positions") if "fell" in str(row["Trend"])}
    assert fell == shown


def test_each_asking_that_was_revealed_has_a_row_that_later_answers_leave_alone(book) -> None:
    asked = {row["Asking id"]: row for row in book.rows("Askings") if row["Revealed"]}
    rows = {row["Asking id"]: row for row in book.rows("Buy-in")}
    assert rows.keys() == asked.keys()
    levels: dict[object, dict[object, int]] = {key: {} for key in rows}
    for answer in sorted(book.rows("Answers"), key=lambda one: str(one["When"])):
        levels[answer["Asking id"]][answer["Member id"]] = int(str(answer["Level"]))
    for key, row in rows.items():
        given = list(levels[key].values())
        agreed = int(str(row["Agreed level"]))
        assert row["Asked"] == asked[key]["Asked"]
        assert row["Asked in"] == asked[key]["Asked in"]
        if row["By telephone"] == "yes":  # what the others said before counts on
            assert int(str(row["Answered"])) >= len(given)
            continue
        assert row["Answered"] == len(given)
        assert row["At the agreed level or above"] == sum(one >= agreed for one in given)


def test_the_summary_names_who_fell_and_since_when_silent_members_said_what_stands(book) -> None:
    page = book.sheets["Summary"].iter_rows(values_only=True)
    said = "\n".join(str(cell) for row in page for cell in row if cell)
    going = {row["Consortium"] for row in book.rows("Consortia") if not row["Let go"]}
    for row in book.rows("Positions"):
        if "fell" in str(row["Trend"]) and row["Consortium"] in going:
            assert str(row["Member"]) in said
    assert "Lower than the time before: " in said
    for row in book.rows("Positions"):
        if "silent" in str(row["Trend"]) and row["Consortium"] in going:
            assert str(row["Member"]) in said
