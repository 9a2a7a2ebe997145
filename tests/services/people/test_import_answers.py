"""What is answered to an import can be answered otherwise, and is asked once."""

import pytest

from kdc_desktop.domain.people.fields import PersonField
from kdc_desktop.domain.people.import_choices import ImportChoices
from kdc_desktop.domain.people.states import Answer
from kdc_desktop.errors import UserError
from kdc_desktop.services.people import judging, people
from kdc_desktop.services.people.forgetting import replace_by_pseudonym
from kdc_desktop.services.people.importing import import_people
from kdc_desktop.services.people.matching import rows_matched
from kdc_desktop.services.people.remembered_answers import left_out_before, see_answers
from kdc_desktop.services.people.removing import remove_people
from kdc_desktop.storage import Database
from tests.rooms.empty_club import plan_evening, roster
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


def test_a_second_import_does_not_ask_again_who_was_left_out(club, sheet):
    answers = {2: Answer.LEAVE_OUT, 5: Answer.NEW}
    import_people(club, previewed(club, sheet, ImportChoices(answers=answers)))
    again = previewed(club, sheet)
    assert again.rows[0].state == "left_out"
    assert again.rows[0].sentence == "Pekka Öhman is left out, as you chose before."
    assert again.rows[0].offers == tuple(Answer), "it can be answered otherwise"
    assert again.notes[0] == "1 answer is remembered from an earlier import."
    import_people(club, again)
    names = ["Aino Laine", "Aino Laine", "Eero Aho", "Kirsi Mäkelä"]
    assert [one.name for one in everybody(club)] == names


def test_what_is_remembered_can_be_answered_otherwise(club, sheet):
    import_people(club, previewed(club, sheet, ImportChoices(answers={2: Answer.LEAVE_OUT})))
    import_people(club, previewed(club, sheet, ImportChoices(answers={2: Answer.NEW})))
    pekka = next(one for one in everybody(club) if one.name == "Pekka Öhman")
    remove_people(club, [pekka.id], [])
    assert previewed(club, sheet).rows[0].state == "asked", "the last answer was another"


@pytest.mark.parametrize("answer", [Answer.NEW, Answer.LEAVE_OUT])
def test_whether_somebody_comes_is_asked_at_every_import(club, sheet, answer):
    import_people(club, previewed(club, sheet, ImportChoices(answers={3: answer})))
    for one in everybody(club):
        if one.name == "Liisa Oja":
            people.change_person(club, one.id, name=one.name, email="new@x.fi", notes="")
    assert previewed(club, sheet, session_id=plan_evening(club)).rows[1].state == "asked"


@pytest.mark.parametrize("answer", [Answer.SAME, Answer.LEAVE_OUT])
def test_what_is_undone_is_asked_again(club, sheet, answer):
    import_people(club, previewed(club, sheet, ImportChoices(answers={2: answer})))
    club.undo()
    assert previewed(club, sheet).rows[0].state == "asked"


def test_an_import_that_is_called_off_remembers_no_answer(club, sheet):
    def call_off() -> None:
        raise UserError("called off")

    preview = previewed(club, sheet, ImportChoices(answers={2: Answer.LEAVE_OUT}))
    with pytest.raises(UserError):
        import_people(club, preview, call_off)
    assert previewed(club, sheet).rows[0].state == "asked"


def test_a_name_that_was_corrected_by_hand_is_not_renamed_by_an_answer_of_before(club, sheet):
    import_people(club, previewed(club, sheet, ImportChoices(answers={2: Answer.SAME})))
    people.change_person(club, 1, name="Kirsi Mäkelä", email="office@x.fi", notes="")
    assert previewed(club, sheet).rows[0].state == "asked"


def test_it_is_asked_again_where_somebody_else_is_meant(club, sheet):
    import_people(club, previewed(club, sheet, ImportChoices(answers={2: Answer.LEAVE_OUT})))
    people.change_person(club, 1, name="Kirsi Mäkelä", email="kirsi@x.fi", notes="")
    people.add_person(club, "Leo Koski", email="office@x.fi")
    assert previewed(club, sheet).rows[0].state == "asked"


def test_it_is_asked_again_where_something_else_is_asked(club, sheet):
    import_people(club, previewed(club, sheet, ImportChoices(answers={2: Answer.LEAVE_OUT})))
    people.change_person(club, 1, name="Pekka Ohman", email="", notes="")
    assert previewed(club, sheet).rows[0].state == "asked"


def test_nothing_of_an_answer_stays_once_somebody_is_forgotten(club, sheet, tmp_path):
    import_people(club, previewed(club, sheet, ImportChoices(answers={2: Answer.LEAVE_OUT})))
    with club.read() as snapshot:
        (kept,) = left_out_before(snapshot).kept[1]
    replace_by_pseudonym(club, 1)
    club.settle()
    file = (tmp_path / "club.kdc").read_bytes()
    assert (kept.salt.encode() in file, kept.digest.encode() in file) == (False, False)
    assert previewed(club, sheet).notes[0] != "1 answer is remembered from an earlier import."


def test_an_answer_goes_with_the_person_it_was_about_and_comes_back_with_them(club, sheet):
    import_people(club, previewed(club, sheet, ImportChoices(answers={2: Answer.LEAVE_OUT})))
    remove_people(club, [1], [])
    with club.read() as snapshot:
        assert left_out_before(snapshot).kept == {}
    club.undo()
    assert previewed(club, sheet).rows[0].state == "left_out"


def test_a_list_is_judged_once_however_many_rows_are_answered(club, tmp_path, monkeypatch):
    matched = []

    def counted(known, rows):
        matched.append(len(rows.people))
        return rows_matched(known, rows)

    monkeypatch.setattr(judging, "rows_matched", counted)
    names = [f"Name{at} Family{at},office@x.fi,0401" for at in range(20)]
    sheet = roster(tmp_path, "Name,E-mail,Phone", *names)
    answers = dict.fromkeys(range(2, 22), Answer.NEW)
    import_people(club, previewed(club, sheet, ImportChoices(answers=answers)))
    matched.clear()
    changed = roster(tmp_path, "Name,E-mail,Phone", *(f"{name}2" for name in names))
    preview = previewed(club, changed, ImportChoices(answers=answers))
    assert (preview.counts.changed, sum(matched)) == (20, 20)


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


def test_a_word_for_a_sector_is_asked_again_where_its_import_is_undone(database, tmp_path):
    columns = {0: PersonField.NAME, 1: PersonField.ORGANISATION, 2: PersonField.SECTOR}
    sheet = roster(tmp_path, "Name,Organisation,Sector", "Aino,Kone,Blue")
    chosen = ImportChoices(columns=columns, sectors={"Blue": "A"})
    import_people(database, previewed(database, sheet, chosen))
    database.undo()
    assert previewed(database, sheet).sectors_open == {"Blue": 1}


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
