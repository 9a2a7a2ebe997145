"""What was only guessed there is only guessed here, and what is said there can be taken over."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import select

from kdc_desktop.model import Organisation
from kdc_desktop.services.people import organisations, people
from kdc_desktop.services.people.choosing_sectors import choose_sector
from kdc_desktop.services.twins.rows import TwinNoun
from kdc_desktop.services.twins.taking_over import take_over_from
from kdc_desktop.storage import Database, open_database
from tests.rooms.empty_club import EVENING
from tests.rooms.twin_clubs import differences, made


@pytest.fixture
def twins(tmp_path: Path):
    """Both have an organisation whose sector is guessed."""
    here = made(tmp_path / "here.kdc")
    organisations.add_organisation(here, "Aalto University", None)
    here.settle()
    shutil.copyfile(here.path, tmp_path / "there.kdc")
    there = open_database(tmp_path / "there.kdc", lambda: EVENING)
    yield here, there
    for database in (here, there):
        database.close()


def take(here: Database, there: Database, noun: TwinNoun) -> None:
    wanted = [one for one in differences(here, there) if one.noun is noun and one.can_be_taken]
    take_over_from(here, there.path, wanted)


def guessed(database: Database) -> dict[str, bool]:
    with database.read() as snapshot:
        rows = snapshot.execute(select(Organisation.name, Organisation.sector_guessed))
        return {row.name: row.sector_guessed for row in rows}


def test_organisations_come_over_with_whether_their_sectors_are_guessed(twins):
    here, there = twins
    organisations.add_organisation(there, "Turku University", None)
    organisations.add_organisation(there, "Oulu University", "C")
    take(here, there, TwinNoun.ORGANISATIONS)
    assert guessed(here) == {
        "Aalto University": True,
        "Turku University": True,
        "Oulu University": False,
    }


def test_somebody_brings_no_said_sector_of_an_organisation_in_which_it_is_guessed(twins):
    here, there = twins
    people.add_person(there, "Nina Nova", organisation_name="Turku University")
    take(here, there, TwinNoun.PEOPLE)
    assert guessed(here) == {"Aalto University": True, "Turku University": True}


def test_a_guess_that_was_confirmed_there_is_told_and_taken_over(twins):
    here, there = twins
    choose_sector(there, [1], "A")
    (one,) = [one for one in differences(here, there) if one.noun is TwinNoun.ORGANISATIONS]
    assert (one.here, one.there) == (
        "Sector guessed: yes",
        "Sector guessed: no",
    )
    take(here, there, TwinNoun.ORGANISATIONS)
    assert guessed(here) == {"Aalto University": False}
