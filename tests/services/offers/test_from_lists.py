"""What people offer and need comes in with a list of people: shown before, undone, and once."""

from pathlib import Path

import pytest

from kdc_desktop.domain.offers.states import OfferEnd
from kdc_desktop.domain.people.fields import PersonField
from kdc_desktop.domain.people.import_choices import ImportChoices
from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.services.attendance.importing import import_and_register
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.offers.noting import end_offers
from kdc_desktop.services.offers.questions import every_offer, open_offers
from kdc_desktop.services.people.importing import import_people
from kdc_desktop.services.people.merging_people import merge_people
from kdc_desktop.services.people.people import add_person
from kdc_desktop.storage import Database
from tests.rooms.empty_club import plan_evening, roster
from tests.rooms.known_people import previewed
from tests.storage.places import dump

HEADERS = "Name,E-mail,I can offer,I am looking for"
AINO = "Aino Laine,a@x.fi,a yard; a van,a permit"


def said(database: Database) -> list[tuple[str, str, str, int | None]]:
    with database.read() as snapshot:
        rows = open_offers(snapshot)
    return [(row.who, row.kind.value, row.text, row.session_id) for row in rows]


def test_a_registration_list_brings_offers_and_needs_in_one_step_that_is_undone(
    database: Database, tmp_path: Path
) -> None:
    preview = previewed(database, roster(tmp_path, HEADERS, AINO, "Eero Salmi,e@x.fi,,"))
    assert (preview.plan.columns[2], preview.plan.columns[3]) == (
        PersonField.OFFERS,
        PersonField.NEEDS,
    )
    assert said(database) == []
    before = dump(database.path)
    assert import_people(database, preview).sentence == "2 new, 0 changed, 0 same, 0 problems"
    assert said(database) == [
        ("Aino Laine", "offer", "a yard", None),
        ("Aino Laine", "offer", "a van", None),
        ("Aino Laine", "need", "a permit", None),
    ]
    database.undo()
    assert dump(database.path)["offer"] == before["offer"] == []
    assert dump(database.path)["person"] == []


def test_the_same_list_brings_nothing_new_and_ends_nothing_anew(
    database: Database, tmp_path: Path
) -> None:
    sheet = roster(tmp_path, HEADERS, AINO)
    import_people(database, previewed(database, sheet))
    with database.read() as snapshot:
        yard, *_rest = every_offer(snapshot)
    end_offers(database, [yard.id], OfferEnd.CAME_ABOUT)
    again = previewed(database, sheet)
    assert [row.state for row in again.rows] == [MatchState.SAME]
    assert import_people(database, again).sentence == "0 new, 0 changed, 1 same, 0 problems"
    assert [text for _who, _kind, text, _where in said(database)] == ["a van", "a permit"]


def test_what_is_new_of_somebody_known_is_told_before_it_comes_in(
    database: Database, tmp_path: Path
) -> None:
    import_people(database, previewed(database, roster(tmp_path, HEADERS, AINO)))
    more = roster(
        tmp_path, f"{HEADERS},Phone", "Aino Laine,a@x.fi,A VAN; a hall,an ear,040 123 4567", ""
    )
    (row,) = previewed(database, more).rows
    assert row.state is MatchState.CHANGED
    assert row.sentence.endswith("Besides, offers: a hall; needs: an ear.")
    known = roster(tmp_path, HEADERS, "Aino Laine,a@x.fi,a hall,")
    preview = previewed(database, known)
    assert [one.sentence for one in preview.rows] == ["Aino Laine: offers: a hall."]
    import_people(database, preview)
    assert said(database)[-1] == ("Aino Laine", "offer", "a hall", None)
    assert str(database.undo().label) == "Imported 1 person from roster.csv"


def test_onto_the_list_of_an_evening_they_are_said_in_that_evening(
    database: Database, tmp_path: Path
) -> None:
    evening = plan_evening(database)
    lines = (f"{HEADERS},Status", f"{AINO},confirmed", "Eero Salmi,e@x.fi,a hall,,cancelled")
    preview = previewed(database, roster(tmp_path, *lines), session_id=evening)
    import_and_register(database, preview, evening)
    assert [(who, where) for who, _kind, _text, where in said(database)] == [
        ("Aino Laine", evening)
    ] * 3


def test_of_two_answers_of_one_person_the_last_counts(database: Database, tmp_path: Path) -> None:
    lines = HEADERS, AINO, "Aino Laine,a@x.fi,A yard; a hall,"
    import_people(database, previewed(database, roster(tmp_path, *lines)))
    assert [text for *_who, text, _where in said(database)] == ["A yard", "a hall", "a permit"]


def test_a_sheet_of_a_workbook_is_read_as_it_is_mapped(database: Database, tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for row in (("Nimi", "Tarjoan", "Muuta"), ("Aino Laine", "Tilaa\nPyöriä", "Lupa")):
        book.active.append(row)
    path = tmp_path / "ilmoittautuneet.xlsx"
    book.save(path)
    assert previewed(database, path).plan.columns[1] is PersonField.OFFERS
    columns = {0: PersonField.NAME, 2: PersonField.NEEDS}
    import_people(database, previewed(database, path, ImportChoices(columns=columns)))
    assert said(database) == [("Aino Laine", "need", "Lupa", None)]
    again = previewed(database, path)
    assert again.plan.columns == columns, "it is remembered for such a list"


def test_what_is_too_long_is_left_out_and_told(database: Database, tmp_path: Path) -> None:
    (row,) = previewed(database, roster(tmp_path, HEADERS, f"Aino Laine,,{'yard ' * 500},")).rows
    assert "has more than 2,000 characters and is left out." in row.sentence
    assert not row.sayings
    assert row.left == {PersonField.OFFERS}


@pytest.mark.parametrize("kept", [0, 1])
def test_of_two_who_are_one_it_is_known_what_both_have_said(
    database: Database, tmp_path: Path, kept: int
) -> None:
    sheet = roster(tmp_path, HEADERS, AINO)
    import_people(database, previewed(database, sheet))
    both = [1, add_person(database, "Aino Laine-Salmi")]
    merge_people(database, both[1 - kept], both[kept], PEOPLE.people_merges)
    assert [row.sayings for row in previewed(database, sheet).rows] == [()]
