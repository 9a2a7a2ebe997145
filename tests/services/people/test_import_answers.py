"""What is answered to an import can be answered otherwise, and is asked once."""

import pytest

from kdc_desktop.domain.people.fields import PersonField
from kdc_desktop.domain.people.import_choices import ImportChoices
from kdc_desktop.domain.people.states import Answer
from kdc_desktop.errors import UserError
from kdc_desktop.services.people import people
from kdc_desktop.services.people.importing import import_people
from kdc_desktop.services.people.remembered_answers import see_answers
from kdc_desktop.storage import Database
from tests.rooms.empty_club import roster
from tests.rooms.known_people import everybody, previewed

LIST = (
    "Name,E-mail,Organisation,Status",
    "Pekka Öhman,office@x.fi,Kala,Confirmed",
    "Liisa Oja,liisa@x.fi,Maa,Waitlisted",
    "Eero Aho,,Vesi,Confirmed",
    "Aino Laine,aino@x.fi,Kone,Confirmed",
    "Aino Laine,aino@x.fi,Kone,Confirmed",
)
ASKED = (2, 3, 5)


@pytest.fixture
def club(database: Database) -> Database:
    people.add_person(database, "Kirsi Mäkelä", email="office@x.fi")
    return database


@pytest.fixture
def sheet(tmp_path):
    return roster(tmp_path, *LIST)


def offers(database, sheet, answers=None) -> dict[int, tuple[Answer, ...]]:
    preview = previewed(database, sheet, ImportChoices(answers=answers or {}))
    return {row.number: row.offers for row in preview.rows}


@pytest.mark.parametrize("answer", Answer)
def test_a_row_offers_the_same_answers_before_and_after_it_was_answered(club, sheet, answer):
    before = offers(club, sheet)
    assert before[2] == (Answer.SAME, Answer.NEW, Answer.LEAVE_OUT)
    assert before[3] == (Answer.NEW, Answer.LEAVE_OUT)
    assert before[5] == (Answer.SAME, Answer.NEW), "it is the row before"
    assert (before[4], before[6]) == ((), ())
    answers = {number: answer for number in ASKED if answer in before[number]}
    assert offers(club, sheet, answers) == before


def test_a_second_import_asks_nothing_that_was_answered(club, sheet):
    answers = {2: Answer.LEAVE_OUT, 3: Answer.LEAVE_OUT, 5: Answer.NEW}
    before = previewed(club, sheet, ImportChoices(answers=answers))
    import_people(club, before)
    again = previewed(club, sheet)
    assert again.counts.asked == 0
    assert [row.state for row in again.rows] == ["left_out", "left_out", "same", "same", "same"]
    assert again.notes[0] == "3 answers are remembered from an earlier import."
    import_people(club, again)
    names = ["Aino Laine", "Aino Laine", "Eero Aho", "Kirsi Mäkelä"]
    assert [one.name for one in everybody(club)] == names


def test_what_is_remembered_can_be_answered_otherwise(club, sheet):
    import_people(club, previewed(club, sheet, ImportChoices(answers={2: Answer.LEAVE_OUT})))
    import_people(club, previewed(club, sheet, ImportChoices(answers={2: Answer.NEW})))
    assert "Pekka Öhman" in [one.name for one in everybody(club)]


def test_what_was_answered_to_a_row_says_nothing_of_one_that_says_something_else(
    club, sheet, tmp_path
):
    import_people(club, previewed(club, sheet, ImportChoices(answers={3: Answer.LEAVE_OUT})))
    later = roster(tmp_path, LIST[0], LIST[2].replace("Waitlisted", "Confirmed"))
    assert previewed(club, later).rows[0].state == "new"


def test_no_name_or_address_is_kept_for_an_answer(club, sheet, tmp_path):
    import_people(club, previewed(club, sheet, ImportChoices(answers={2: Answer.LEAVE_OUT})))
    club.settle()
    assert "Öhman".encode() not in (tmp_path / "club.kdc").read_bytes()


def test_words_for_sectors_are_asked_once_and_may_be_left_open_again(database, tmp_path):
    sheet = roster(tmp_path, "Name,Organisation,Sector", "Aino,Kone,Blue", "Leo,Maa,Company")
    columns = {0: PersonField.NAME, 1: PersonField.ORGANISATION, 2: PersonField.SECTOR}
    first = ImportChoices(columns=columns, sectors={"Blue": "A"})
    import_people(database, previewed(database, sheet, first))
    again = previewed(database, sheet)
    assert (again.sectors_open, again.rows[0].person.sector) == ({}, "A")
    opened = previewed(database, sheet, ImportChoices(sectors={"Blue": ""}))
    assert opened.sectors_open == {"Blue": 1}


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({99: Answer.NEW}, "There is no row 99. The rows are 2 to 6."),
        ({6: Answer.NEW}, "Row 6 is not asked about: Aino Laine is new."),
        ({3: Answer.SAME}, "“same” is no answer to row 3. The answers are new, leave_out."),
    ],
)
def test_an_answer_that_answers_nothing_is_refused(club, sheet, answers, sentence):
    preview = previewed(club, sheet, ImportChoices(answers=answers))
    with pytest.raises(UserError) as refused:
        see_answers(preview.rows, answers)
    assert str(refused.value) == sentence


def test_columns_that_were_chosen_before_are_told_as_such(database, tmp_path):
    sheet = roster(tmp_path, "x,y", "Kone Oy,Aino Laine")
    chosen = ImportChoices(columns={1: PersonField.NAME, 0: PersonField.ORGANISATION})
    said = "The columns are read as somebody chose them for such a list before."
    first = previewed(database, sheet, chosen)
    assert said not in first.notes
    import_people(database, first)
    assert said in previewed(database, sheet).notes


def test_of_a_form_the_answer_that_was_written_last_counts_wherever_it_stands(database, tmp_path):
    rows = ("2026-11-02 09:00:00,Aino,a@x.fi,222222", "2026-11-01 09:00:00,Aino,a@x.fi,111111")
    preview = previewed(database, roster(tmp_path, "Timestamp,Name,E-mail,Phone", *rows))
    assert (preview.unused, preview.found.time_header) == ((), "Timestamp")
    import_people(database, preview)
    assert [one.phone for one in everybody(database)] == ["222222"]
