"""Rosters come in with a preview, all or nothing, and never twice."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from kdc_desktop.domain.people.fields import PersonField
from kdc_desktop.domain.people.import_choices import ImportChoices
from kdc_desktop.domain.people.roster import RosterPerson
from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.errors import CalledOffError, UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Session
from kdc_desktop.services.people import organisations, people
from kdc_desktop.services.people import questions as people_questions
from kdc_desktop.services.people.import_counts import ImportCounts
from kdc_desktop.services.people.importing import import_people, sheet_columns
from kdc_desktop.services.people.known import known_people
from kdc_desktop.services.people.matching import matched_rows
from kdc_desktop.services.people.taking import Taking
from kdc_desktop.storage import Database, open_database
from tests.rooms.empty_club import EVENING, roster
from tests.rooms.known_people import everybody, previewed, somebody

ROSTERS = Path(__file__).parents[2] / "data" / "rosters"
SHEETS = sorted(path for path in ROSTERS.iterdir() if path.suffix not in (".py", ""))


def everything(database: Database) -> tuple[object, ...]:
    return everybody(database), people_questions.organisations(database)


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_a_roster_from_the_wild_comes_in_once(database, path):
    preview = previewed(database, path)
    assert preview.counts.new >= 1
    assert [row.number for row in preview.rows] == list(preview.found.table.numbers)
    assert all(row.sentence for row in preview.rows)
    assert everything(database) == ([], [])
    assert import_people(database, preview) == preview.counts
    assert len(everybody(database)) == preview.counts.new
    again = previewed(database, path)
    assert (again.counts.new, again.counts.changed) == (0, 0)
    before = everything(database)
    assert import_people(database, again) == again.counts
    assert everything(database) == before


def test_the_first_person_of_the_merged_headers_is_read_whole(database):
    import_people(database, previewed(database, ROSTERS / "merged_headers.xlsx"))
    aino = everybody(database)[0]
    assert (aino.name, aino.organisation, aino.department, aino.sector) == (
        "Aino Mäkelä",
        "Kone Oy",
        "R&D",
        "C",
    )


def test_one_undo_takes_a_whole_import_back(database):
    path = ROSTERS / "semicolons.csv"
    import_people(database, previewed(database, path))
    assert str(database.undo().label) == "Imported 3 people from semicolons.csv"
    assert everything(database) == ([], [])


def test_rows_say_what_would_change_and_blank_cells_erase_nothing(database, tmp_path):
    kone = organisations.add_organisation(database, "Kone Oy", "C")
    aino = people.add_person(database, "Aino", email="a@x.example", organisation_id=kone)
    rows = ("Aino,a@x.example,Kone Oy,Sales", ",b@x.example,,")
    sheet = roster(tmp_path, "Name,E-mail,Organisation,Department", *rows)
    preview = previewed(database, sheet)
    assert [(row.state, row.sentence) for row in preview.rows] == [
        ("changed", "Aino: department Sales added."),
        ("problem", "b@x.example stands here without a name: fill it in."),
    ]
    assert preview.counts.sentence == "0 new, 1 changed, 0 same, 1 problem"
    import_people(database, preview)
    row = somebody(database, aino)
    assert (row.name, row.organisation, row.department) == ("Aino", "Kone Oy", "Sales")


def test_organisations_are_spelled_as_they_are_known(database, tmp_path):
    organisations.add_organisation(database, "Kone Oy", "C")
    sheet = roster(tmp_path, "Name,Organisation", "Aino,KONE oy", "Eino,New Ltd", "Leo,new  LTD")
    import_people(database, previewed(database, sheet))
    assert [row.name for row in people_questions.organisations(database)] == ["Kone Oy", "New Ltd"]
    assert previewed(database, sheet).counts == ImportCounts(same=3)


def test_a_sector_without_an_organisation_is_named_and_left_out(database, tmp_path):
    sheet = roster(tmp_path, "Name,Sector", "Aino,Company", "Eino,Resident")
    preview = previewed(database, sheet)
    assert [row.sentence for row in preview.rows] == [
        "Aino is new. Without an organisation they count as a resident.",
        "Eino is new.",
    ]
    assert preview.notes == (
        "1 row names a sector but no organisation: only organisations have a sector.",
    )
    kone = organisations.add_organisation(database, "Kone Oy", "C")
    people.add_person(database, "Aino", organisation_id=kone)
    assert [row.state for row in previewed(database, sheet).rows] == [
        "same",
        "new",
    ]


def test_a_list_does_not_move_an_organisation_whose_sector_is_known_and_says_so(database, tmp_path):
    organisations.add_organisation(database, "Kone", "C")
    sheet = roster(tmp_path, "Name,Organisation,Sector", "Aino,Kone,City")
    preview = previewed(database, sheet)
    assert preview.rows[0].sentence == (
        "Aino is new. Kone stays in Companies, though this row says City and public."
    )
    import_people(database, preview)
    assert people_questions.organisations(database)[0].sector == "C"


def test_a_badge_that_is_in_the_sheet_twice_is_left_out_the_second_time(database, tmp_path):
    sheet = roster(tmp_path, "Name,Badge", "Aino,A1", "Eino,a1")
    row = previewed(database, sheet).rows[1]
    assert (row.state, row.person.badge) == ("new", "")
    assert row.sentence == ("Eino is new. Badge code a1 is in row 2 already and is left out here.")


def test_chosen_columns_are_remembered_for_the_same_headers(database, tmp_path):
    sheet = roster(tmp_path, "x,y", "Kone Oy,Aino Laine", "Stad,Eino Aho")
    assert sheet_columns(database, sheet)[1] == ("x", "y")
    chosen = {1: PersonField.NAME, 0: PersonField.ORGANISATION}
    import_people(database, previewed(database, sheet, ImportChoices(columns=chosen)))
    assert previewed(database, sheet).plan.columns == chosen
    turned = roster(tmp_path, "Y,X", "Aino Laine,Kone Oy")
    assert previewed(database, turned).rows[0].state == "same"
    assert [row.organisation for row in everybody(database)] == [
        "Kone Oy",
        "Stad",
    ]


def test_remembering_columns_leaves_the_import_as_the_next_undo(database, tmp_path):
    sheet = roster(tmp_path, "Name", "Aino Laine")
    heard = []
    database.subscribe(lambda changes: heard.append(str(changes.label)))
    chosen = ImportChoices(columns={0: PersonField.NAME})
    import_people(database, previewed(database, sheet, chosen))
    assert heard == [
        "Remembered which column of a list holds what",
        "Imported 1 person from roster.csv",
    ]
    assert str(database.next_steps()[0].label) == "Imported 1 person from roster.csv"


@pytest.mark.parametrize("junk", [b"", b"\x00\x01\x02", b"%PDF-1.7", b"PK\x03\x04broken"])
def test_a_file_that_is_no_sheet_gives_a_sentence_and_changes_nothing(database, tmp_path, junk):
    path = tmp_path / "junk.xlsx"
    path.write_bytes(junk)
    with pytest.raises(UserError):
        previewed(database, path)
    assert everything(database) == ([], [])


WORD = st.sampled_from(["", "Aino", "Eino", " aino ", "Leo"])
PERSON = st.builds(
    RosterPerson,
    name=WORD,
    email=st.sampled_from(["", "a@x", "A@x", "b@x"]),
    organisation=st.sampled_from(["", "Kone", "KONE ", "City of X"]),
    department=st.sampled_from(["", "Sales", "sales"]),
    sector=st.sampled_from(["", "C", "P", "R"]),
    badge=st.sampled_from(["", "", "A1"]),
)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(first=st.lists(PERSON, max_size=5), second=st.lists(PERSON, max_size=5))
def test_whatever_the_rosters_a_second_import_finds_nothing(tmp_path_factory, first, second):
    database = open_database(tmp_path_factory.mktemp("club") / "club.kdc", lambda: EVENING)
    for sheet in (first, second):
        with database.edit(lazy("Imported")) as edit:
            known = known_people(edit)
            taking = Taking(known, EVENING)
            for row in matched_rows(known, sheet):
                if row.state.comes_in:
                    taking.take(row)
            taking.write(edit)
        with database.read() as snapshot:
            states = {row.state for row in matched_rows(known_people(snapshot), sheet)}
        assert states.isdisjoint({MatchState.NEW, MatchState.CHANGED})
    with database.read() as snapshot:
        assert snapshot.scalar(select(Session.id)) is None
    database.close()


def many(folder: Path) -> Path:
    return roster(folder, "Name,E-mail,Organisation", "Aino Laine,a@x.example,Kone Oy", "Eino,,")


def test_who_is_added_while_an_import_is_worked_out_does_not_come_in_twice(database, tmp_path):
    preview = previewed(database, many(tmp_path))
    added: list[int] = []

    def meanwhile() -> None:
        if not added:
            added.append(people.add_person(database, "Aino Laine", email="A@x.example"))

    assert import_people(database, preview, meanwhile) == ImportCounts(new=1, changed=1)
    assert [row.name for row in everybody(database)] == ["Aino Laine", "Eino"]
    assert somebody(database, added[0]).organisation == "Kone Oy"


def test_an_import_comes_to_an_end_however_often_somebody_edits_in_between(database, tmp_path):
    preview = previewed(database, many(tmp_path))
    kept: list[int] = []

    def meanwhile() -> None:
        kept.append(people.add_person(database, f"Walk-in {len(kept)}"))

    assert import_people(database, preview, meanwhile) == ImportCounts(new=2)
    assert len(kept) == 4, "three times worked out ahead, then while nobody else can write"
    assert len(everybody(database)) == 2 + len(kept)


def test_an_organisation_that_is_renamed_in_between_is_made_again(database, tmp_path):
    kone = organisations.add_organisation(database, "Kone Oy", "C")
    preview = previewed(database, many(tmp_path))
    import_people(
        database,
        preview,
        lambda: organisations.change_organisation(
            database, kone, name="Kone Group", sector="C", notes=""
        ),
    )
    names = [row.name for row in people_questions.organisations(database)]
    assert sorted(names) == ["Kone Group", "Kone Oy"]


def test_an_import_of_people_that_is_called_off_before_the_write_writes_nothing(database, tmp_path):
    def call_off() -> None:
        raise CalledOffError

    with pytest.raises(CalledOffError):
        import_people(database, previewed(database, many(tmp_path)), call_off)
    assert everything(database) == ([], [])
