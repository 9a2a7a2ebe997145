"""The columns of a roster are understood, and its rows become people."""

from pathlib import Path

import pytest

from kdc_desktop import i18n, paths
from kdc_desktop.domain.people.fields import ColumnPlan, PersonField
from kdc_desktop.domain.people.roster import RosterPerson, person_from_row
from kdc_desktop.domain.people.roster_columns import guess_columns, guess_sector
from tests.catalogues import write_catalogue


@pytest.mark.parametrize(
    ("headers", "columns"),
    [
        (
            ["Name", "E-mail", "Organisation", "Sector", "Role"],
            {"name": 0, "email": 1, "organisation": 2, "sector": 3, "role": 4},
        ),
        (
            ["Etunimi", "Sukunimi", "Sähköposti", "Yritys", "Osasto"],
            {"first_name": 0, "last_name": 1, "email": 2, "organisation": 3, "department": 4},
        ),
        (
            ["Förnamn", "Efternamn", "E-post", "Företag", "Befattning"],
            {"first_name": 0, "last_name": 1, "email": 2, "organisation": 3, "role": 4},
        ),
        (
            ["Vorname", "Nachname", "E-Mail-Adresse", "Firma", "Abteilung", "Ausweis"],
            {
                "first_name": 0,
                "last_name": 1,
                "email": 2,
                "organisation": 3,
                "department": 4,
                "badge": 5,
            },
        ),
        (
            ["Company name", "Participant's full name", "Email address (work)"],
            {"organisation": 0, "name": 1, "email": 2},
        ),
    ],
)
def test_headers_in_four_languages_are_understood(
    headers: list[str], columns: dict[str, int]
) -> None:
    assert guess_columns(headers) == columns


def test_cells_say_what_a_header_does_not() -> None:
    sample = [["17", "Aino Laine", "aino@x.fi", "yritys"], ["18", "Eero Salmi", "", "asukas"]]
    assert guess_columns(["A", "B", "Foo", "Bar"], sample) == {"name": 1, "email": 2, "sector": 3}


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        *[("C", "C"), ("startup", "C"), ("Yritys", "C"), ("Companies", "C"), ("Kala Oy", "C")],
        *[("city", "P"), ("Kaupunki", "P"), ("municipality", "P"), ("Behörde", "P")],
        *[("University of X", "A"), ("yliopisto", "A"), ("Forschung", "A"), ("högskola", "A")],
        *[("NGO", "T"), ("yhdistys", "T"), ("Kylä ry", "T"), ("Verein", "T")],
        *[("resident", "R"), ("Asukkaat", "R"), ("invånare", "R"), ("Bürger", "R")],
        *[("", None), ("17", None), ("banana", None)],
    ],
)
def test_many_words_name_a_sector(text: str, letter: str | None) -> None:
    assert guess_sector(text) == letter


def test_what_the_program_calls_a_sector_names_it_in_english_and_in_the_language_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_catalogue(
        tmp_path / "translations" / "et" / "LC_MESSAGES" / "kdc-desktop.mo",
        {"Third sector": "Kolmas sektor"},
    )
    monkeypatch.setattr(paths, "resource", tmp_path.joinpath)
    assert guess_sector("Kolmas sektor") is None
    i18n.use("et")
    try:
        assert [guess_sector(name) for name in ("Kolmas sektor", "Third sector")] == ["T", "T"]
    finally:
        i18n.use(i18n.ENGLISH)


def plan(**columns: int) -> ColumnPlan:
    return ColumnPlan({place: PersonField(name) for name, place in columns.items()})


def test_a_row_becomes_a_person() -> None:
    row = [" Aino ", "Laine", "kaupunki"]
    chosen = plan(first_name=0, last_name=1, sector=2, badge=9)
    assert person_from_row(row, ["A", "B", "C"], chosen) == RosterPerson("Aino Laine", sector="P")


def test_a_name_that_begins_with_the_family_is_said_as_people_say_it():
    row = ["Laine, Aino", "Harbour, Yards and Sons"]
    person = person_from_row(row, ["Name", "Firm"], plan(name=0, organisation=1))
    assert (person.name, person.organisation) == ("Aino Laine", "Harbour, Yards and Sons")
