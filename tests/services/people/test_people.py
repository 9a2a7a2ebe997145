"""People and organisations outlive a session, and can be forgotten without losing a count."""

from functools import partial

import pytest
from sqlalchemy import select

from kdc_desktop.domain.people.states import ConsentKind
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Consent, Idea
from kdc_desktop.services.attendance import badge_codes, door, questions
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.people import forgetting, organisations, people
from kdc_desktop.services.people import questions as people_questions
from kdc_desktop.storage.links import links_to, person_table
from tests.rooms.empty_club import EVENING, plan_evening
from tests.rooms.guest_list import expect
from tests.rooms.known_people import everybody, somebody
from tests.rooms.statements import queries_of
from tests.storage.places import dump


def test_a_person_counts_in_the_sector_of_their_organisation(database):
    city = organisations.add_organisation(database, "City of Helsinki", "P")
    part = organisations.add_department(database, city, "Mobility")
    aino = people.add_person(
        database, "  Aino  Laine ", organisation_id=city, department_id=part, email="a@x.example"
    )
    row = somebody(database, aino)
    assert (row.name, row.organisation, row.department, row.sector) == (
        "Aino Laine",
        "City of Helsinki",
        "Mobility",
        "P",
    )
    organisations.change_organisation(database, city, name="Helsinki", sector="T", notes="")
    assert somebody(database, aino).sector == "T"


def test_a_person_without_an_organisation_is_a_resident(database):
    aino = people.add_person(database, "Aino Laine")
    assert somebody(database, aino).sector == "R"


def test_a_department_of_another_organisation_is_dropped(database):
    one = organisations.add_organisation(database, "One", "C")
    other = organisations.add_organisation(database, "Other", "C")
    part = organisations.add_department(database, one, "Sales")
    aino = people.add_person(database, "Aino", organisation_id=one, department_id=part)
    people.change_person(
        database,
        aino,
        name="Aino",
        email="",
        organisation_id=other,
        department_id=part,
        notes="met in May",
    )
    row = somebody(database, aino)
    assert (row.organisation, row.department, row.notes) == ("Other", "", "met in May")


def test_an_organisation_can_be_given_by_name(database):
    aino = people.add_person(
        database, "Aino", organisation_name="City of X", department_name="Parks"
    )
    row = somebody(database, aino)
    assert (row.organisation, row.department, row.sector) == ("City of X", "Parks", "P")
    people.change_person(
        database, aino, name="Aino", email="", notes="", organisation_name="city of x"
    )
    assert somebody(database, aino) == row._replace(department_id=None, department="")
    people.change_person(database, aino, name="Aino", email="", notes="")
    assert somebody(database, aino).sector == "R"


def test_two_organisations_of_one_name_are_refused(database):
    organisations.add_organisation(database, "Kone Oy", "C")
    with pytest.raises(UserError, match="Kone Oy is known already"):
        organisations.add_organisation(database, " KONE  oy", "C")


def test_an_email_belongs_to_one_person(database):
    people.add_person(database, "Aino", email="a@x.example")
    with pytest.raises(UserError, match="Aino has this e-mail"):
        people.add_person(database, "Eino", email="A@x.example")


def test_an_organisation_goes_when_nobody_belongs_to_it(database):
    kone = organisations.add_organisation(database, "Kone Oy", "C")
    organisations.add_department(database, kone, "R&D")
    aino = people.add_person(database, "Aino", organisation_id=kone)
    with pytest.raises(UserError, match="1 person belongs to Kone Oy"):
        organisations.remove_organisation(database, kone, PEOPLE.organisation_trails)
    forgetting.remove_person(database, aino, PEOPLE)
    organisations.remove_organisation(database, kone, PEOPLE.organisation_trails)
    assert people_questions.organisations(database) == []
    assert str(database.undo().label) == "Removed Kone Oy"
    assert people_questions.organisations(database)[0].departments == ("R&D",)


def test_a_department_can_be_renamed_and_removed(database):
    kone = organisations.add_organisation(database, "Kone Oy", "C")
    part = organisations.add_department(database, kone, "R&D")
    assert organisations.add_department(database, kone, "r&d") == part
    organisations.rename_department(database, part, "Research")
    assert [row.name for row in people_questions.departments(database, kone)] == ["Research"]
    organisations.remove_department(database, part)
    assert people_questions.departments(database) == []


def test_who_has_been_here_cannot_be_removed_but_can_be_forgotten(database):
    evening = plan_evening(database)
    kone = organisations.add_organisation(database, "Kone Oy", "C")
    aino = people.add_person(
        database, "Aino Laine", organisation_id=kone, email="a@x.example", notes="likes tea"
    )
    door.check_in(database, evening, aino)
    badge_codes.assign_badges(database, evening)
    with database.edit(lazy("Wrote an idea")) as edit:
        edit.add(
            Idea(
                session_id=evening,
                text="Shared yards",
                author_text="aino laine",
                sector="C",
                x=0.0,
                y=0.0,
                created_at=EVENING,
            )
        )
    before = questions.presence(database, evening)
    with pytest.raises(UserError, match=r"record: being present\. Replace the name by a pseudonym"):
        forgetting.remove_person(database, aino, PEOPLE)
    assert forgetting.replace_by_pseudonym(database, aino) == f"Person {aino}"
    row = somebody(database, aino)
    assert (row.name, row.email, row.notes) == (f"Person {aino}", "", "")
    assert (row.organisation, row.sessions) == ("Kone Oy", 1)
    assert questions.presence(database, evening) == before
    assert questions.attendances(database, evening)[0].badge == ""
    with database.read() as snapshot:
        assert snapshot.scalar(select(Idea.author_text)) == f"Person {aino}"


def test_who_stays_is_told_by_what_in_words_and_expected_is_no_trace(database):
    evening = plan_evening(database)
    aino = people.add_person(database, "Aino Laine")
    expect(database, evening, [aino])
    placed = {"session_id": evening, "sector": "R", "x": 0.0, "y": 0.0, "created_at": EVENING}
    with database.edit(lazy("Wrote two ideas")) as edit:
        edit.add_all(Idea(text=text, author_id=aino, **placed) for text in ("Yards", "Saunas"))
    with pytest.raises(UserError) as refused:
        forgetting.remove_person(database, aino, PEOPLE)
    assert "Aino Laine is part of a session's record: 2 ideas." in str(refused.value)


def test_whatever_leads_to_a_person_has_words_for_it():
    assert PEOPLE.traces.keys() == {link.table.name for link in links_to(person_table())}


def test_nothing_in_the_file_names_who_was_forgotten(database):
    evening = plan_evening(database)
    ilmatar = people.add_person(database, "Ilmatar Quux", email="quux@x.example", notes="zebra")
    door.check_in(database, evening, ilmatar)
    forgetting.replace_by_pseudonym(database, ilmatar)
    files = database.path.parent.glob(f"{database.path.name}*")
    raw = b"".join(path.read_bytes() for path in files)
    assert [word for word in (b"Ilmatar", b"quux@", b"zebra") if word in raw] == []
    assert str(database.undo().label) == f"Checked in Person {ilmatar}"


def test_who_was_only_expected_can_be_removed_and_comes_back_with_undo(database):
    evening = plan_evening(database)
    aino = people.add_person(database, "Aino")
    expect(database, evening, [aino])
    forgetting.remove_person(database, aino, PEOPLE)
    assert questions.attendances(database, evening) == []
    database.undo()
    assert [row.name for row in questions.attendances(database, evening)] == ["Aino"]


def test_questions_ask_the_same_number_of_queries_for_any_number_of_people(database):
    evening = plan_evening(database)

    def count() -> list[int]:
        return [
            len(queries_of(lambda: everybody(database))),
            len(queries_of(lambda: people_questions.contacts(database))),
            len(queries_of(lambda: people_questions.organisations(database))),
            len(queries_of(lambda: people_questions.departments(database))),
        ]

    few = count()
    for n in range(20):
        door.walk_in(database, evening, f"Person {n}, Company {n}")
    assert count() == few


def test_one_person_is_told_as_in_the_list_without_reading_all_organisations(database):
    evening = plan_evening(database)
    harbour = organisations.add_organisation(database, "Harbour Mobility", "T")
    quay = organisations.add_department(database, harbour, "Quay")
    people.add_person(database, "Aino", organisation_id=harbour, department_id=quay)
    door.walk_in(database, evening, "Björn")
    for row in everybody(database):
        asked = queries_of(partial(somebody, database, row.id))
        assert somebody(database, row.id) == row
        assert asked
        assert all("WHERE" in each for each in asked)


@pytest.mark.parametrize(
    ("refused", "told"), [(True, "free some space"), (False, "close it there")]
)
def test_what_is_replaced_is_said_though_the_file_is_not_written_anew(
    database, monkeypatch, refused, told
):
    def compact() -> bool:
        if refused:
            raise UserError("The disk is full, so nothing was written.")
        return False

    plan_evening(database)
    aino = people.add_person(database, "Aino Salmi")
    with monkeypatch.context() as full:
        full.setattr(database, "compact", compact)
        with pytest.raises(UserError, match=f"replaced by Person {aino}.*{told}"):
            forgetting.replace_by_pseudonym(database, aino)
    assert somebody(database, aino).name == f"Person {aino}"
    assert forgetting.replace_by_pseudonym(database, aino) == f"Person {aino}"


def test_what_somebody_allowed_goes_with_them_and_comes_back_with_undo(database):
    aino = people.add_person(database, "Aino")
    with database.edit(lazy("Asked Aino")) as edit:
        edit.add(Consent(person_id=aino, kind=ConsentKind.CONTACT, given=True, at=EVENING))
    before = dump(database.path)
    forgetting.remove_person(database, aino, PEOPLE)
    assert dump(database.path)["consent"] == []
    database.undo()
    assert dump(database.path) == before
