"""A sector that nobody has said is not known: no way makes up one, and what counts tells it."""

import pytest

from kdc_desktop.domain.people.sectors import LETTERS, UNKNOWN
from kdc_desktop.domain.polls.ranking import ranked
from kdc_desktop.domain.polls.states import Order
from kdc_desktop.services.attendance import door
from kdc_desktop.services.attendance.importing import import_and_register
from kdc_desktop.services.attendance.questions import attendances, presence
from kdc_desktop.services.attendance.rows import PeopleCount
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.people import organisations, people
from kdc_desktop.services.people import questions as people_questions
from kdc_desktop.services.people.importing import import_people, preview_people
from kdc_desktop.storage import Database, open_database
from tests.rooms.count_by_hand import Paper, ballots
from tests.rooms.empty_club import EVENING, plan_evening


@pytest.fixture
def database(tmp_path):
    opened = open_database(tmp_path / "club.kdc", lambda: EVENING)
    yield opened
    opened.close()


def walked_in(database: Database, evening: int) -> None:
    door.walk_in(database, evening, "Bo Ek, Zeta")


def added(database: Database, _evening: int) -> None:
    people.add_person(database, "Bo Ek", organisation_name="Zeta")


def changed(database: Database, _evening: int) -> None:
    key = people.add_person(database, "Bo Ek")
    people.change_person(database, key, name="Bo", email="", notes="", organisation_name="Zeta")


def imported(database: Database, _evening: int) -> None:
    sheet = database.path.parent / "people.csv"
    sheet.write_text("Name,Organisation\nBo Ek,Zeta\n")
    import_people(database, preview_people(database, sheet, PEOPLE.sheets))


def imported_to_the_list(database: Database, evening: int) -> None:
    sheet = database.path.parent / "people.csv"
    sheet.write_text("Name,Organisation,Sector\nBo Ek,Zeta,whatever\n")
    import_and_register(database, preview_people(database, sheet, PEOPLE.sheets), evening)


WAYS = (walked_in, added, changed, imported, imported_to_the_list)


@pytest.mark.parametrize("way", WAYS)
def test_no_way_gives_an_organisation_a_sector_that_nobody_said(database, way):
    way(database, plan_evening(database))
    assert [(row.name, row.sector) for row in people_questions.organisations(database)] == [
        ("Zeta", UNKNOWN)
    ]


def test_said_later_it_is_that_of_its_people(database):
    evening = plan_evening(database)
    walked_in(database, evening)
    door.walk_in(database, evening, "Ada Ek", "Zeta", "T")
    assert {row.sector for row in attendances(database, evening)} == {"T"}


def test_those_of_no_known_sector_are_counted_apart(database):
    evening = plan_evening(database)
    walked_in(database, evening)
    door.walk_in(database, evening, "Ada Ek")
    found, counted = presence(database, evening), PeopleCount()
    counted.take(attendances(database, evening))
    assert found == counted.presence
    assert found.by_sector == {**dict.fromkeys(LETTERS, 0), "R": 1, UNKNOWN: 1}


def test_their_papers_count_in_the_total_and_are_no_weakest_sector():
    cast = [Paper("C", {1: 1, 2: int(number == 0)}) for number in range(5)]
    count = ballots((1, 2), [*cast, *(Paper(UNKNOWN, {2: 1}) for _number in range(9))])
    total, weakest = ranked(count, Order.TOTAL, 1), ranked(count, Order.WEAKEST, 1)
    assert [result.option_id for result in total.results] == [2, 1]
    assert total.results[0].by_sector[UNKNOWN] == 9
    assert [result.weakest_sector for result in weakest.results] == ["C", "C"]
    assert "Those whose sector is not known count in the total only." in weakest.sentence


def test_a_sector_that_is_not_known_is_none_to_be_chosen(database):
    assert UNKNOWN not in LETTERS
    organisations.add_organisation(database, "Zeta", UNKNOWN)
    (zeta,) = people_questions.organisations(database)
    organisations.change_organisation(database, zeta.id, name="Zeta", sector="A", notes="")
    assert [row.sector for row in people_questions.organisations(database)] == ["A"]


def test_an_import_says_of_which_organisations_nobody_told_the_sector(database):
    sheet = database.path.parent / "people.csv"
    rows = ("Ada,Zeta,", "Bo,Zeta,", "Ida,City of Turku,", "Ole,Yota,Company", "Eva,Omega,")
    sheet.write_text("Name,Organisation,Sector\n" + "\n".join(rows))
    (note,) = preview_people(database, sheet, PEOPLE.sheets).notes
    assert note.startswith("The sector of 2 new organisations is not known (Omega, Zeta).")
