"""What can be chosen for a list before it comes in, and what is taken over beside names."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from kdc_desktop.domain.people.fields import PersonField
from kdc_desktop.domain.people.import_choices import ImportChoices, with_columns
from kdc_desktop.domain.people.states import Answer, ConsentKind
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.model import Consent, Person
from kdc_desktop.services.people import people
from kdc_desktop.services.people import questions as people_questions
from kdc_desktop.services.people.importing import ImportPreview, import_people
from kdc_desktop.storage import Database
from tests.rooms.empty_club import EVENING, roster
from tests.rooms.known_people import everybody, previewed

COMING = (
    "Name,E-mail,Status",
    "Aino,a@x.fi,Confirmed",
    "Eero,e@x.fi,Cancelled",
    "Liisa,,Waitlisted",
)


STATUS = {0: PersonField.NAME, 1: PersonField.EMAIL, 2: PersonField.STATUS}
PLAIN = ImportChoices(columns=STATUS)


def told(preview: ImportPreview) -> list[tuple[str, str]]:
    return [(row.state, row.sentence) for row in preview.rows]


def test_who_is_not_coming_is_left_out_in_the_words_of_the_list(database, tmp_path):
    preview = previewed(database, roster(tmp_path, *COMING), PLAIN)
    assert told(preview) == [
        ("new", "Aino is new."),
        ("left_out", "Eero is not coming: Status: Cancelled."),
        (
            "asked",
            "It is not sure that Liisa is coming (Status: Waitlisted): take them in, or leave them"
            " out?",
        ),
    ]
    assert preview.notes[0] == "1 cancelled row left out."
    import_people(database, preview)
    assert [one.name for one in everybody(database)] == ["Aino"]


def test_who_is_not_coming_or_not_sure_comes_in_where_somebody_says_so(database, tmp_path):
    sheet = roster(tmp_path, *COMING)
    choices = replace(PLAIN, include_cancelled=True, answers={4: Answer.NEW})
    import_people(database, previewed(database, sheet, choices))
    assert [one.name for one in everybody(database)] == ["Aino", "Eero", "Liisa"]
    again = previewed(database, sheet, PLAIN)
    assert [row.state for row in again.rows] == ["same", "left_out", "same"]


def test_a_row_that_is_not_ticked_is_left_out(database, tmp_path):
    preview = previewed(
        database, roster(tmp_path, *COMING), replace(PLAIN, unticked=frozenset({2}))
    )
    assert told(preview)[0] == ("left_out", "This row is left out, as you chose.")


def test_an_answer_is_done_once_and_not_asked_again(database, tmp_path):
    people.add_person(database, "Kirsi Mäkelä", email="office@x.fi")
    sheet = roster(tmp_path, "Name,E-mail", "Pekka Öhman,office@x.fi")
    assert previewed(database, sheet).counts.asked == 1
    import_people(database, previewed(database, sheet, ImportChoices(answers={2: Answer.NEW})))
    assert [one.name for one in everybody(database)] == ["Kirsi Mäkelä", "Pekka Öhman"]
    assert told(previewed(database, sheet)) == [("same", "Pekka Öhman is known.")]


def test_words_for_sectors_that_are_not_known_are_asked(database, tmp_path):
    rows = ("Aino,Kone,Blue", "Eero,Vesi,blue", "Leo,Maa,Company")
    sheet = roster(tmp_path, "Name,Organisation,Sector", *rows)
    columns = {0: PersonField.NAME, 1: PersonField.ORGANISATION, 2: PersonField.SECTOR}
    choices = ImportChoices(columns=columns)
    preview = previewed(database, sheet, choices)
    assert preview.unknown_sectors == {"Blue": 2}
    assert preview.notes[0].startswith("1 word for a sector is not known (Blue)")
    import_people(database, previewed(database, sheet, replace(choices, sectors={"BLUE": "A"})))
    sectors = {row.name: row.sector for row in people_questions.organisations(database)}
    assert sectors == {"Kone": "A", "Vesi": "A", "Maa": "C"}


def consents(database: Database) -> list[tuple[ConsentKind, bool, Instant, str]]:
    wanted = select(Consent.kind, Consent.given, Consent.at, Consent.source).order_by(Consent.id)
    with database.read() as snapshot:
        return [(kind, given, at, source) for kind, given, at, source in snapshot.execute(wanted)]


FORM = ("Timestamp,Name,E-mail,May we contact you?", "2025-11-03 09:15:10,Aino,a@x.fi,Yes")
CONTACT = ImportChoices(
    columns={1: PersonField.NAME, 2: PersonField.EMAIL, 3: PersonField.CONTACT_CONSENT}
)
ANSWERED = Instant.of(
    EVENING.in_zone(laptop_zone()).replace(
        year=2025, month=11, day=3, hour=9, minute=15, second=10
    ),
    laptop_zone(),
)


def test_a_consent_is_kept_with_the_day_of_the_answer_and_its_file(database, tmp_path):
    sheet = roster(tmp_path, *FORM)
    import_people(database, previewed(database, sheet, CONTACT))
    assert consents(database) == [(ConsentKind.CONTACT, True, ANSWERED, "roster.csv")]
    assert previewed(database, sheet, CONTACT).counts.same == 1


@pytest.mark.parametrize("form", [FORM, ("Name,E-mail,May we contact you?", "Aino,a@x.fi,Yes")])
def test_a_consent_that_was_withdrawn_later_stays_withdrawn(database, tmp_path, form):
    sheet = roster(tmp_path, *form)
    place = len(form[0].split(",")) - 3
    columns = {place + at: what for at, what in enumerate(CONTACT.columns.values())}
    choices = ImportChoices(columns=columns)
    import_people(database, previewed(database, sheet, choices))
    withdraw(database)
    again = previewed(database, sheet, choices)
    assert again.counts.same == 1
    import_people(database, again)
    assert [given for _kind, given, _at, _source in consents(database)] == [True, False]


def withdraw(database: Database) -> None:
    with database.edit(lazy("Withdrew a consent")) as edit:
        person_id = edit.scalars(select(Person.id)).one()
        edit.add(
            Consent(
                person_id=person_id,
                kind=ConsentKind.CONTACT,
                given=False,
                at=database.now(),
                source="by phone",
            )
        )


def test_other_columns_go_to_the_notes_once_and_blank_cells_erase_nothing(database, tmp_path):
    sheet = roster(
        tmp_path, "Name,E-mail,Phone,Diet", "Aino,a@x.fi,+358 40 555 0101,none", "Eero,e@x.fi,,"
    )
    planned = {0: PersonField.NAME, 1: PersonField.EMAIL, 2: PersonField.PHONE}
    plain = previewed(database, sheet, ImportChoices(columns=planned))
    assert plain.unused == ("Diet",)
    columns = with_columns(planned, plain.headers, [("diet", "notes")])
    for _time in range(2):
        import_people(database, previewed(database, sheet, ImportChoices(columns=columns)))
    aino = everybody(database)[0]
    assert aino.notes == "Diet: none"
    blank = roster(tmp_path, "Name,E-mail,Phone,Diet", "Aino,a@x.fi,,")
    assert previewed(database, blank, ImportChoices(columns=columns)).counts.same == 1


def test_columns_and_fields_that_there_are_not_are_told_with_those_that_there_are():
    with pytest.raises(UserError, match="The columns are “Name”, “City”"):
        with_columns({}, ("Name", "City"), [("Town", "name")])
    with pytest.raises(UserError, match="The fields are name, first_name"):
        with_columns({}, ("Name", "City"), [("City", "town")])
    planned = {0: PersonField.FIRST_NAME, 1: PersonField.LAST_NAME, 2: PersonField.NOTES}
    chosen = with_columns(planned, ("A", "B", "C", "D"), [("D", "name"), ("C", "")])
    assert chosen == {3: PersonField.NAME}, "a name that is chosen is the whole name"
