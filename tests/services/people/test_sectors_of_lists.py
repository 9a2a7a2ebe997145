"""A sector that a list says counts more than one that only a name has told, and it is said."""

import pytest

from kdc_desktop.domain.people.import_choices import ImportChoices
from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.people import organisations, people
from kdc_desktop.services.people import questions as people_questions
from kdc_desktop.services.people.choosing_sectors import choose_sector
from kdc_desktop.services.people.importing import import_people
from kdc_desktop.services.workbook.export import export_workbook
from kdc_desktop.storage import Database
from tests.rooms.empty_club import roster
from tests.rooms.known_people import previewed

HEADERS = "Name,E-mail,Organisation,Sector"
GUESSED = "Aino Laine,a@x.fi,Hem i Staden,"
SAID = "Aino Laine,a@x.fi,Hem i Staden,Third sector"
MOVES = (
    "The sector of 1 organisation was guessed from its name, and is now the one that this list says"
    " (Hem i Staden: City and public → Third sector)."
)
STAYS = (
    "1 organisation stays in its sector, though this list says another"
    " (Hem i Staden: City and public)."
)


def sector(database: Database) -> str:
    (found,) = people_questions.organisations(database)
    return found.sector


def test_a_sector_that_a_list_says_replaces_one_that_was_guessed(database, tmp_path):
    import_people(database, previewed(database, roster(tmp_path, HEADERS, GUESSED)))
    assert sector(database) == "P"
    preview = previewed(database, roster(tmp_path, HEADERS, SAID))
    assert preview.notes == (MOVES,)
    import_people(database, preview)
    assert sector(database) == "T"
    other = previewed(database, roster(tmp_path, HEADERS, SAID.replace("Third sector", "City")))
    assert other.notes == (STAYS.replace("City and public", "Third sector"),), "it is said now"
    database.undo()
    assert sector(database) == "P"
    assert previewed(database, roster(tmp_path, HEADERS, SAID)).notes == (MOVES,), "a guess again"


def test_a_later_row_of_the_same_list_may_say_it(database, tmp_path):
    later = "Eero Aho,e@x.fi,Hem i Staden,Third sector"
    import_people(database, previewed(database, roster(tmp_path, HEADERS, GUESSED, later)))
    assert sector(database) == "T"


def test_a_sector_that_somebody_chose_stays_and_may_be_moved(database, tmp_path):
    people.add_person(database, "Aino Laine", email="a@x.fi", organisation_name="Hem i Staden")
    (found,) = people_questions.organisations(database)
    sheet = roster(tmp_path, HEADERS, SAID)
    assert previewed(database, sheet).notes == (MOVES,)
    choose_sector(database, [found.id], "P")
    assert previewed(database, sheet).notes == (STAYS,)
    moving = previewed(database, sheet, ImportChoices(move_sectors=True))
    assert moving.notes == (
        "1 organisation moves into the sector that this list says"
        " (Hem i Staden: City and public → Third sector).",
    )
    import_people(database, moving)
    assert sector(database) == "T"


def test_an_organisation_that_was_only_typed_counts_as_guessed(database, tmp_path):
    added = organisations.add_organisation(database, "Hem i Staden", None)
    sheet = roster(tmp_path, HEADERS, SAID)
    assert previewed(database, sheet).notes == (MOVES,)
    organisations.change_organisation(database, added, name="Hem i Stan", sector=None, notes="")
    organisations.change_organisation(database, added, name="Hem i Staden", sector=None, notes="")
    assert previewed(database, sheet).notes == (MOVES,), "another name says no sector"
    organisations.change_organisation(database, added, name="Hem i Staden", sector="P", notes="")
    assert previewed(database, sheet).notes == (STAYS,)


def test_a_guess_that_is_chosen_by_hand_is_confirmed_in_a_step_that_says_so(database, tmp_path):
    added = organisations.add_organisation(database, "Hem i Staden", None)
    choose_sector(database, [added], "P")
    step = database.next_steps()[0]
    assert str(step.label) == "Chose the sector of 1 organisation"
    sheet = roster(tmp_path, HEADERS, SAID)
    assert previewed(database, sheet).notes == (STAYS,)
    choose_sector(database, [added], "P")
    assert database.next_steps()[0] == step, "there is nothing more to confirm"
    database.undo()
    assert previewed(database, sheet).notes == (MOVES,), "a guess again"


def test_a_list_that_says_what_was_guessed_confirms_it_once(database, tmp_path):
    others = "Eero Aho,e@x.fi,Hem i Staden,"
    import_people(database, previewed(database, roster(tmp_path, HEADERS, GUESSED, others)))
    sheet = roster(tmp_path, HEADERS, GUESSED + "City", others + "City")
    preview = previewed(database, sheet)
    assert [(row.state, row.sentence) for row in preview.rows] == [
        (
            MatchState.CHANGED,
            "The sector of Hem i Staden was guessed from its name; this row confirms it: City and"
            " public.",
        ),
        (MatchState.SAME, "Eero Aho is known."),
    ]
    import_people(database, preview)
    assert str(database.next_steps()[0].label) == "Imported 1 person from roster.csv"
    assert previewed(database, sheet).counts.changed == 0
    assert previewed(database, roster(tmp_path, HEADERS, SAID)).notes == (STAYS,)


@pytest.mark.parametrize("line", ["Aino Laine,a@x.fi,Hem i Staden,Not known", "Aino,a@x.fi,,"])
def test_a_row_that_says_no_sector_confirms_none(database, tmp_path, line):
    import_people(database, previewed(database, roster(tmp_path, HEADERS, GUESSED)))
    import_people(database, previewed(database, roster(tmp_path, HEADERS, line)))
    assert previewed(database, roster(tmp_path, HEADERS, SAID)).notes == (MOVES,)


def test_a_workbook_of_ours_echoes_a_guess_and_does_not_confirm_it(database, tmp_path):
    import_people(database, previewed(database, roster(tmp_path, HEADERS, GUESSED)))
    ours = tmp_path / "ours.xlsx"
    export_workbook(database, ours, WORKBOOK, None)
    preview = previewed(database, ours)
    assert [row.state for row in preview.rows] == [MatchState.SAME]
    import_people(database, preview)
    assert previewed(database, roster(tmp_path, HEADERS, SAID)).notes == (MOVES,)


def test_steps_that_guess_sectors_have_nothing_in_common(database):
    organisations.add_organisation(database, "Oulu University", None)
    first = database.next_steps()[0]
    seen = []
    database.subscribe(lambda changes: seen.append(changes.tables))
    organisations.add_organisation(database, "Vaasa University", None)
    database.undo(first)
    assert seen == [{"organisation"}, {"organisation"}], "and no setting, whose screen is another"
    assert [row.name for row in people_questions.organisations(database)] == ["Vaasa University"]


def test_codes_and_texts_that_are_left_out_are_said_in_the_summary(database, tmp_path):
    assert previewed(database, roster(tmp_path, "Name,Badge", "Aino,A1", "Eero,a1")).notes[0] == (
        "1 badge code is left out, because somebody else has it (a1)."
    )
    long = roster(tmp_path, "Name,Phone", "Aino,040 555 0101", f"Leo,{'040 ' * 200}")
    assert previewed(database, long).notes[0] == (
        "1 row has a text that is too long and is left out (row 3)."
    )


def test_a_guess_that_is_saved_with_its_sector_is_confirmed_and_with_other_words_is_not(
    database, tmp_path
):
    added = organisations.add_organisation(database, "Hem i Staden", None)
    sheet = roster(tmp_path, HEADERS, SAID)
    choose_sector(database, [added], "P")
    assert str(database.next_steps()[0].label) == "Chose the sector of 1 organisation"
    assert previewed(database, sheet).notes == (STAYS,)
    database.undo()
    assert previewed(database, sheet).notes == (MOVES,), "a guess again"
    organisations.change_organisation(database, added, name="Hem i Staden", sector=None, notes="Hm")
    assert previewed(database, sheet).notes == (MOVES,), "other words say no sector"
    organisations.change_organisation(database, added, name="Hem i Staden", sector="P", notes="")
    assert previewed(database, sheet).notes == (STAYS,)
