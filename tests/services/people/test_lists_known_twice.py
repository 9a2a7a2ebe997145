"""A list that tells of somebody by another name means who they are by now."""

from pathlib import Path

import pytest

from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.people import organisations, people, questions
from kdc_desktop.services.people.importing import import_people
from kdc_desktop.services.people.merging import merge_organisations
from kdc_desktop.services.people.merging_people import merge_people
from kdc_desktop.services.people.rows import PersonDetails
from kdc_desktop.storage import Database
from tests.rooms.empty_club import roster
from tests.rooms.known_people import everybody, previewed, somebody


@pytest.fixture
def jane(database: Database) -> int:
    """Jane Doe, who was Jane Roe of the City as well."""
    city = organisations.add_organisation(database, "City", "P")
    company = organisations.add_organisation(database, "Company", "C")
    gone = people.add_person(
        database,
        "Jane Roe",
        email="roe@x.example",
        organisation_id=city,
        details=PersonDetails(phone="1"),
    )
    stays = people.add_person(
        database,
        "Jane Doe",
        email="doe@x.example",
        organisation_id=company,
        details=PersonDetails(phone="2"),
    )
    merge_people(database, gone, stays, PEOPLE.people_merges)
    return stays


@pytest.mark.parametrize(
    "line",
    [
        "Jane Roe,roe@x.example,City,1",
        "Jane Doe,roe@x.example,City,1",
        "Roe Jane,ROE@x.example,,",
        "Jane Roe,,City,1",
        "Jane Roe,doe@x.example,,",
    ],
)
def test_the_name_or_the_address_of_before_is_who_stays_and_changes_nothing(
    database: Database, jane: int, tmp_path: Path, line: str
) -> None:
    before = somebody(database, jane)
    sheet = roster(tmp_path, "Name,E-mail,Organisation,Phone", line)
    preview = previewed(database, sheet)
    (row,) = preview.rows
    assert (row.state, row.person_id) == (MatchState.SAME, jane)
    if "Doe" not in line:
        assert "was merged into Jane Doe" in row.sentence
    import_people(database, preview)
    assert everybody(database) == [before]


@pytest.mark.parametrize(
    "line", ["Jane Roe,other@x.example,,", "John Roe,roe@x.example,,", "Jane Rowling,,,"]
)
def test_whoever_else_it_may_be_is_somebody_else(
    database: Database, jane: int, tmp_path: Path, line: str
) -> None:
    (row,) = previewed(database, roster(tmp_path, "Name,E-mail,Organisation,Phone", line)).rows
    assert row.person_id != jane


def test_such_a_row_fills_gaps(database: Database, jane: int, tmp_path: Path) -> None:
    sheet = roster(tmp_path, "Name,E-mail,Phone,Job title", "Jane Roe,roe@x.example,3,Planner")
    import_people(database, previewed(database, sheet))
    row = somebody(database, jane)
    assert (row.phone, row.job_title) == ("2", "Planner")


def test_both_rows_of_one_person_are_one(database: Database, jane: int, tmp_path: Path) -> None:
    before = everybody(database)
    sheet = roster(
        tmp_path,
        "Name,E-mail,Organisation,Phone",
        "Jane Roe,roe@x.example,City,1",
        "Jane Doe,doe@x.example,Company,2",
    )
    preview = previewed(database, sheet)
    assert {row.person_id for row in preview.rows} == {jane}
    import_people(database, preview)
    assert everybody(database) == before


def test_the_old_name_of_an_organisation_means_the_one_that_stays(
    database: Database, tmp_path: Path
) -> None:
    first, second, stays = (
        organisations.add_organisation(database, name, "C") for name in ("Harbor", "Haven", "Port")
    )
    aino = people.add_person(database, "Aino", organisation_id=first)
    merge_organisations(database, first, second, PEOPLE.organisation_merges)
    merge_organisations(database, second, stays, PEOPLE.organisation_merges)
    before = questions.organisations(database)
    lines = ("Name,Organisation", "Aino,Harbor", "Bo,HAVEN")
    preview = previewed(database, roster(tmp_path, *lines))
    assert [row.state for row in preview.rows] == [MatchState.SAME, MatchState.NEW]
    import_people(database, preview)
    people.add_person(database, "Cy", organisation_name="Harbor")
    assert [row.name for row in before] == ["Port"]
    (row,) = questions.organisations(database)
    assert (row.name, row.people) == ("Port", 3)
    assert somebody(database, aino).organisation == "Port"


def test_a_name_that_somebody_has_by_now_means_that_one(database: Database) -> None:
    gone = organisations.add_organisation(database, "Harbor", "C")
    stays = organisations.add_organisation(database, "Port", "C")
    merge_organisations(database, gone, stays, PEOPLE.organisation_merges)
    again = organisations.add_organisation(database, "Harbor", "C")
    aino = people.add_person(database, "Aino", organisation_name="harbor")
    assert somebody(database, aino).organisation_id == again
