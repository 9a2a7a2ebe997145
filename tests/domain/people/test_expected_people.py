"""The lists of other tools give the people who are expected of them."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from kdc_desktop.domain.people.columns import likeness, plan_columns
from kdc_desktop.domain.people.roster import RosterPerson, person_from_row
from kdc_desktop.domain.people.standing import Standing
from kdc_desktop.interchange.tables import SheetTable, read_tables

SHEETS = Path(__file__).parents[2] / "data" / "sheets"
STANDINGS = {"yes": Standing.COMING, "asked": Standing.UNSURE, "left out": Standing.NOT_COMING}


def expected() -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    with (SHEETS / "expected-people.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["file"], []).append(row)
    return found


def best(path: Path) -> SheetTable:
    return max(
        read_tables(path).tables, key=lambda one: likeness(one.headers, one.rows, one.headed)
    )


def people(table: SheetTable) -> Iterator[RosterPerson]:
    plan = plan_columns(table.headers, table.rows, table.headed)
    for place, row in enumerate(table.rows):
        if place not in table.totals:
            yield person_from_row(row, table.headers, plan)


@pytest.mark.parametrize("file", expected())
def test_everybody_is_read_with_name_address_organisation_and_standing(file: str):
    wanted = {
        (row["name"], row["e-mail"], row["organisation"], STANDINGS[row["comes in"]])
        for row in expected()[file]
        if row["name"] and "total" not in row["why"] and "section" not in row["why"]
    }
    told = {
        (one.name, one.email, one.organisation, one.standing)
        for one in people(best(SHEETS / file))
        if one.name
    }
    assert told == wanted


def test_the_buyer_of_a_ticket_that_nobody_is_named_for_is_not_its_guest():
    told = list(people(best(SHEETS / "people" / "tito_tickets.csv")))
    assert [one for one in told if not one.name] == [RosterPerson("")]


TOLD = {
    "eventbrite_attendees.csv": ("Eventbrite", {"job_title", "status", "photo_consent"}),
    "ms_forms_anonymous.csv": ("Microsoft Forms", {"sector"}),
    "google_forms_responses.csv": ("Google Forms", {"sector", "interests"}),
    "google_forms_fi.csv": ("Google Forms", {"sector", "phone"}),
    "zoom_webinar_attendees.csv": ("Zoom", {"phone", "status"}),
    "tito_tickets.csv": ("Tito", {"phone", "status"}),
    "google_contacts_2024.csv": (
        "Google Contacts",
        {"department", "job_title", "phone", "notes"},
    ),
    "lang_fr.csv": ("", {"department", "phone", "job_title", "sector"}),
    "filtered.xlsx": ("", {"sector", "status"}),
    "second_sheet.xlsx": ("", {"sector"}),
    "title_and_total.xlsx": ("", {"sector"}),
    "shared_address.csv": ("", set()),
    "contacts.vcf": ("vCard", {"department", "job_title", "notes", "phone"}),
}
ALWAYS = {"name", "first_name", "last_name", "email", "organisation"}


@pytest.mark.parametrize("file", TOLD)
def test_the_tool_is_recognised_and_nothing_is_read_that_is_not_there(file: str):
    table = best(SHEETS / "people" / file)
    plan = plan_columns(table.headers, table.rows, table.headed)
    tool, more = TOLD[file]
    assert (plan.tool, {str(field) for field in plan.columns.values()} - ALWAYS) == (tool, more)
