"""People who come in from a sheet are put on the list of a session at once."""

from datetime import timedelta

import pytest

from kdc_desktop.domain.people.fields import PersonField
from kdc_desktop.domain.people.import_choices import ImportChoices
from kdc_desktop.errors import UserError
from kdc_desktop.services.attendance import door, questions
from kdc_desktop.services.attendance.importing import import_and_register
from kdc_desktop.services.attendance.lists import OntoList, next_list
from kdc_desktop.services.people.import_counts import ImportCounts
from kdc_desktop.services.sessions import agenda, listing, planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.storage import Database
from tests.rooms.empty_club import plan_evening, roster
from tests.rooms.known_people import everybody, previewed

DAY = timedelta(days=1)


@pytest.fixture
def evening(database: Database) -> int:
    return plan_evening(database)


def test_an_import_for_a_session_registers_everybody_with_badge_and_role(
    database, evening, tmp_path
):
    sheet = roster(
        tmp_path, "Name,Role,Badge", "Aino,Participant,A1", "Eino,Staff,", "Leo,Engineer,B2"
    )
    preview = previewed(database, sheet)
    assert import_and_register(database, preview, evening) == ImportCounts(new=3)
    assert questions.presence(database, evening).registered == 3
    rows = {row.name: row for row in questions.attendances(database, evening)}
    assert {name: (row.role, row.may_vote, row.badge) for name, row in rows.items()} == {
        "Aino": ("participant", True, "A1"),
        "Eino": ("staff", False, ""),
        "Leo": ("participant", True, "B2"),
    }
    again = previewed(database, sheet)
    assert import_and_register(database, again, evening) == ImportCounts(same=3)
    assert questions.presence(database, evening).registered == 3


def test_a_badge_of_somebody_else_is_left_out_and_the_preview_says_so(database, evening, tmp_path):
    sheet = roster(tmp_path, "Name,Badge", "Aino,A1")
    import_and_register(database, previewed(database, sheet), evening)
    clash = roster(tmp_path, "Name,Badge", "Eino,a1")
    preview = previewed(database, clash, session_id=evening)
    assert preview.rows[0].sentence == (
        "Eino is new. Badge code a1 belongs to somebody else in this session and is left out."
    )
    assert import_and_register(database, preview, evening) == preview.counts
    rows = {row.name: row.badge for row in questions.attendances(database, evening)}
    assert rows == {"Aino": "A1", "Eino": ""}


STATUS = "Name,E-mail,Status"
BEFORE = (STATUS, "Aino,a@x.fi,Confirmed", "Eero,e@x.fi,Confirmed", "Liisa,l@x.fi,Confirmed")
AFTER = (STATUS, "Aino,a@x.fi,Confirmed", "Eero,e@x.fi,Cancelled", "Liisa,l@x.fi,Declined")


def listed(database: Database, session_id: int) -> list[str]:
    return [row.name for row in questions.attendances(database, session_id)]


def test_who_is_cancelled_in_a_later_list_is_taken_off_the_list_in_one_step(
    database, evening, tmp_path
):
    first = previewed(database, roster(tmp_path, *BEFORE), session_id=evening)
    import_and_register(database, first, evening)
    preview = previewed(database, roster(tmp_path, *AFTER), session_id=evening)
    assert preview.notes[1] == (
        "2 people on this session's list are cancelled here, and are taken off it."
    )
    assert preview.rows[1].sentence == (
        "Eero is not coming: Status: Cancelled. They are taken off the list of this session."
    )
    counts = import_and_register(database, preview, evening)
    assert counts.sentence == (
        "0 new, 0 changed, 1 same, 2 left out, 2 taken off the list, 0 problems"
    )
    assert listed(database, evening) == ["Aino"]
    assert len(everybody(database)) == 3, "the club knows them all the same"
    assert str(database.undo().label) == "Took 2 people off the list, as roster.csv says"
    assert listed(database, evening) == ["Aino", "Eero", "Liisa"]
    more = roster(tmp_path, *AFTER, "Onni,o@x.fi,Confirmed")
    import_and_register(database, previewed(database, more, session_id=evening), evening)
    label = str(database.undo().label)
    assert label == "Imported 1 person from roster.csv, 2 taken off the list"


def test_who_is_cancelled_stays_on_the_list_where_somebody_says_so_or_when_they_came(
    database, evening, tmp_path
):
    sheet = roster(tmp_path, *BEFORE)
    import_and_register(database, previewed(database, sheet, session_id=evening), evening)
    eero = next(one for one in everybody(database) if one.name == "Eero")
    door.check_in(database, evening, eero.id)
    later = roster(tmp_path, *AFTER)
    preview = previewed(database, later, session_id=evening)
    assert preview.rows[1].sentence.endswith("They have been at this session and stay on its list.")
    assert [row.leaves for row in preview.rows] == [None, None, True]
    kept = previewed(database, later, ImportChoices(stay_listed=True), evening)
    assert kept.notes[1] == "1 person on this session's list is cancelled here, and stays on it."
    import_and_register(database, kept, evening)
    assert listed(database, evening) == ["Aino", "Eero", "Liisa"]


def test_who_is_cancelled_once_and_coming_in_another_row_stays_on_the_list(
    database, evening, tmp_path
):
    sheet = roster(tmp_path, *BEFORE)
    import_and_register(database, previewed(database, sheet, session_id=evening), evening)
    both = roster(tmp_path, STATUS, "Eero,e@x.fi,Cancelled", "Eero,e@x.fi,Confirmed")
    preview = previewed(database, both, session_id=evening)
    assert [(row.state, row.leaves) for row in preview.rows] == [
        ("left_out", None),
        ("same", None),
    ]


def test_a_title_that_is_no_role_stays_the_job_title_where_it_was_chosen_for_one(
    database, tmp_path
):
    sheet = roster(tmp_path, "Name,Title", "Aino,Engineer")
    assert previewed(database, sheet).plan.columns[1] is PersonField.JOB_TITLE
    chosen = ImportChoices(columns={0: PersonField.NAME, 1: PersonField.ROLE})
    assert previewed(database, sheet, chosen).notes[:1] == (
        "“Title” names no role in a session, so it is kept as the job title.",
    )


def test_people_for_a_session_that_is_not_there_are_refused_in_a_sentence(database, tmp_path):
    preview = previewed(database, roster(tmp_path, "Name", "Aino Laine"))
    with pytest.raises(UserError, match="not there any more"):
        import_and_register(database, preview, 55)
    assert everybody(database) == []
    assert not (tmp_path / "club backups").exists()


def test_a_session_that_was_planned_for_long_ago_is_not_the_next_one(database, evening):
    planned = listing.session(database, evening).starts_at
    kept = planning.plan_session(database, "Forgotten", planned - 30 * DAY, templates()[0])
    assert next_list(database) == OntoList(evening)
    planning.trash_sessions(database, [evening])
    assert next_list(database) is None
    later = planning.plan_session(database, "Spring", planned + 90 * DAY, templates()[0])
    soon = planning.plan_session(database, "Winter", planned + 30 * DAY, templates()[0])
    assert next_list(database) == OntoList(soon)
    for session_id in (later, kept):
        agenda.go_live(database, session_id)
        assert next_list(database) in (OntoList(later), OntoList(kept)), "it runs"
