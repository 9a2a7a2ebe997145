"""Every tool is known by its headers, whatever their order, and read as it means them."""

import random

import pytest

from kdc_desktop.domain.kit.profiles import header_key, recognised
from kdc_desktop.domain.people.columns import plan_columns
from kdc_desktop.domain.people.fields import PersonField
from kdc_desktop.domain.people.profiles import PROFILES
from kdc_desktop.domain.people.roster import person_from_row
from tests.domain.people.exports import EXPORTS, Export, rows_of

OWN = (
    ("Any allergies?", ("none", "nuts", "", "milk")),
    ("How did you hear about us?", ("Newsletter", "A friend", "", "Newsletter")),
    ("Ticket for the sauna", ("S-1", "S-2", "S-3", "S-4")),
    ("Email of your emergency contact", ("a@e.example", "b@e.example", "c@e.example", "")),
)


def named(example: Export) -> str:
    return f"{example.tool}: {example.headers[0]}"


@pytest.mark.parametrize("example", EXPORTS, ids=named)
def test_an_export_is_read_as_its_tool_means_it(example: Export):
    plan = plan_columns(example.headers, rows_of(example.columns))
    told = {example.headers[place]: field for place, field in plan.columns.items()}
    assert (plan.tool, told) == (example.tool, example.wanted)


@pytest.mark.parametrize("example", EXPORTS, ids=named)
def test_neither_order_nor_own_questions_matter(example: Export):
    rows = rows_of(example.columns)
    columns = [(header, [row[at] for row in rows]) for at, header in enumerate(example.headers)]
    columns += [(header, list(cells)) for header, cells in OWN]
    random.Random(9).shuffle(columns)
    headers = [header for header, _cells in columns]
    plan = plan_columns(headers, list(zip(*(cells for _header, cells in columns), strict=True)))
    told = {headers[place]: field for place, field in plan.columns.items()}
    assert (plan.tool, told) == (example.tool, example.wanted)


def test_every_profile_has_an_example_that_no_other_tool_is_known_by():
    known = set()
    for example in EXPORTS:
        found = recognised(PROFILES, example.headers)
        assert found is not None
        known.add(id(found))
        keys = [header_key(header) for header in example.headers]
        others = {one.tool for one in PROFILES if one.sureness(keys) > (0, 0)}
        assert found.tool == example.tool
        assert others - {"Google Forms"} <= {example.tool}  # a time of answering is in many
    assert [one.tool for one in PROFILES if id(one) not in known] == []


@pytest.mark.parametrize("profile", PROFILES, ids=lambda one: f"{one.tool}: {one.known_by[0][0]}")
def test_an_entry_holds_together(profile):
    """It says where it is from, a header holds one field, and words that mean say who comes."""
    assert profile.source
    for field, headers in profile.columns.items():
        assert {profile.fields[header_key(header)] for header in headers} == {field}
    assert {profile.fields.get(key) for key in profile.meanings} <= {PersonField.STATUS}


def test_where_nobody_signed_in_the_own_questions_hold_the_people():
    headers = ["ID", "Start time", "Completion time", "Email", "Name", "Your name", "Your e-mail"]
    rows = [["1", "9:00", "9:10", "anonymous", "", name, mail] for name, mail in SIGNED]
    plan = plan_columns(headers, rows)
    assert plan.columns == {5: PersonField.NAME, 6: PersonField.EMAIL}
    signed_in = [["1", "9:00", "9:10", mail, name, "Nick", mail] for name, mail in SIGNED]
    assert plan_columns(headers, signed_in).columns == {4: PersonField.NAME, 6: PersonField.EMAIL}


@pytest.mark.parametrize("header", ["Your name", "Full name", "För- och efternamn", "Nimesi"])
def test_a_name_that_a_form_asks_for_counts_before_the_one_of_the_account(header: str):
    headers = ["ID", "Start time", "Completion time", "Email", "Name", header, "Your e-mail"]
    accounts = ("one@desk.example", "two@desk.example", "one@desk.example")
    rows = [
        ["1", "9:00", "9:10", account, f"Desk {account}", name, mail]
        for account, (name, mail) in zip(accounts, SIGNED, strict=True)
    ]
    assert plan_columns(headers, rows).columns == {5: PersonField.NAME, 6: PersonField.EMAIL}
    headers, rows = (
        ["Timestamp", "Email Address", header, "Your e-mail"],
        [["9:00", account, *signed] for account, signed in zip(accounts, SIGNED, strict=True)],
    )
    assert plan_columns(headers, rows).columns == {2: PersonField.NAME, 3: PersonField.EMAIL}


def test_where_the_asked_name_is_blank_the_account_says_who_it_is():
    headers = ["ID", "Start time", "Completion time", "Email", "Name", "Your name"]
    rows = [["1", "9:00", "9:10", mail, name, name] for name, mail in SIGNED]
    rows[1][5] = ""
    plan = plan_columns(headers, rows)
    assert plan.columns[5] is PersonField.NAME
    told = [person_from_row(row, headers, plan).name for row in rows]
    assert told == [name for name, _mail in SIGNED]


def test_the_part_of_a_question_of_a_survey_says_what_is_asked():
    headers = [
        *("id. Antwort-ID", "submitdate. Datum Abgeschickt", "lastpage. Letzte Seite"),
        *("G01Q01[SQ001]. Ihre Angaben [Vorname]", "G01Q01[SQ002]. Ihre Angaben [Nachname]"),
        "G01Q02. Institution",
    ]
    rows = [["1", "9:00", "2", "Anke", "Böhm", "Charité"], ["2", "9:00", "2", "Cem", "Öz", "BVG"]]
    plan = plan_columns(headers, rows)
    wanted = ("first_name", "last_name", "organisation")
    assert (plan.tool, plan.columns) == (
        "LimeSurvey",
        dict(zip((3, 4, 5), map(PersonField, wanted), strict=True)),
    )


def test_whoever_filled_a_form_in_for_all_is_not_all_of_them():
    headers = ["Start time", "Completion time", "Email", "Name", "Participant", "E-mail address"]
    rows = [["9:00", "9:10", "sirpa@x.example", "Sirpa Oja", name, mail] for name, mail in SIGNED]
    assert plan_columns(headers, rows).columns == {4: PersonField.NAME, 5: PersonField.EMAIL}


SIGNED = (
    ("Aino Laine", "aino@a.example"),
    ("Mikko Virtanen", "mikko@b.example"),
    ("Åsa Öberg", "asa@c.example"),
)
