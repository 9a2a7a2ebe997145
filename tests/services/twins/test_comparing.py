"""Two versions of one club tell what has been done in each since they parted."""

import shutil
from pathlib import Path

import pytest

from kdc_desktop.cli import main
from kdc_desktop.errors import UserError
from kdc_desktop.model import Base
from kdc_desktop.services.attendance import door
from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.club.handing_over import go_on_here
from kdc_desktop.services.joined.handing import hand_over_club
from kdc_desktop.services.people import people
from kdc_desktop.services.polls import running
from kdc_desktop.services.polls.holding import void_poll
from kdc_desktop.services.sessions import agenda, planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.services.twins.rows import Fate, TwinNoun
from kdc_desktop.services.twins.words import KIND_OF
from kdc_desktop.storage import Database, open_database
from tests.rooms.empty_club import EVENING, STARTS
from tests.rooms.poll_room import make_room
from tests.rooms.twin_clubs import SESSION, compared, differences, made, parted, told


@pytest.fixture
def twins(tmp_path: Path):
    pair = parted(tmp_path)
    yield pair
    for database in pair:
        database.close()


def test_as_long_as_nothing_is_done_both_say_the_same(twins):
    found = compared(*twins)
    assert found.differences == ()
    assert "both say the same" in found.sentence


def test_what_is_added_under_one_number_in_both_is_told_of_each(twins):
    here, there = twins
    board_ideas.add_idea(here, SESSION, "Ferries")
    board_ideas.add_idea(there, SESSION, "Trams")
    people.add_person(here, "Eero Salmi")
    people.add_person(there, "Helmi Koski")
    assert told(here, there, TwinNoun.IDEAS) == [
        ("added here", "Ferries"),
        ("added there", "Trams"),
    ]
    assert told(here, there, TwinNoun.PEOPLE) == [
        ("added here", "Eero Salmi"),
        ("added there", "Helmi Koski"),
    ]


def test_a_change_is_told_of_the_side_that_made_it_with_both_words(twins):
    here, there = twins
    board_ideas.edit_idea(there, 1, "Cargo bikes for all")
    (one,) = differences(here, there)
    assert (one.fate, one.here, one.there) == (
        Fate.CHANGED_THERE,
        "Cargo bikes",
        "Cargo bikes for all",
    )
    board_ideas.edit_idea(here, 1, "Cargo bikes to rent")
    (one,) = differences(here, there)
    assert (one.fate, one.here) == (Fate.CHANGED_BOTH, "Cargo bikes to rent")


def test_what_is_gone_on_one_side_was_removed_there_and_not_added_here(twins):
    here, there = twins
    board_clusters.remove_cluster(there, 1, ())
    fates = {(one.noun, one.fate) for one in differences(here, there)}
    assert (TwinNoun.CLUSTERS, Fate.REMOVED_THERE) in fates
    assert Fate.ADDED_HERE not in {fate for _noun, fate in fates}


def test_what_is_undone_since_is_told_of_who_undid_it(tmp_path):
    here = made(tmp_path / "here.kdc")
    board_ideas.add_idea(here, SESSION, "Ferries")
    here.settle()
    shutil.copyfile(here.path, tmp_path / "there.kdc")
    there = open_database(tmp_path / "there.kdc", lambda: EVENING)
    there.undo()
    ((fate, title),) = told(here, there, TwinNoun.IDEAS)
    assert title == "Ferries"
    assert fate in ("removed there", "added here")
    for database in (here, there):
        database.close()


def test_a_note_that_only_lies_elsewhere_is_no_difference(twins):
    here, there = twins
    board_ideas.move_ideas(there, {1: (700.0, 300.0)})
    assert [one for one in differences(here, there) if one.noun is TwinNoun.IDEAS] == []


def test_notes_of_people_and_stages_and_who_came_are_told(twins):
    here, there = twins
    door.check_in(there, SESSION, 1)
    agenda.change_stage(there, 1, notes="Ask Aino first")
    people.change_person(there, 1, name="Aino Laine", email="aino@example.org", notes="Vegan")
    found = {one.noun: one for one in differences(here, there)}
    assert "Notes: Ask Aino first" in found[TwinNoun.SESSIONS].there
    assert found[TwinNoun.PEOPLE].there == "Notes: Vegan"
    assert "State: present" in found[TwinNoun.ATTENDANCE].there


def test_a_poll_is_told_with_its_result_once_it_is_revealed_and_never_with_papers(tmp_path):
    room = make_room(tmp_path / "here.kdc")
    room.database.settle()
    shutil.copyfile(room.database.path, tmp_path / "there.kdc")
    there = open_database(tmp_path / "there.kdc")
    elsewhere = type(room)(there, room.session_id, room.people, room.ideas, room.clusters)
    poll_id = elsewhere.open_poll(secrecy="named")
    elsewhere.cast(poll_id, room.people[0], {elsewhere.options(poll_id)[0]: 1})
    running.close_poll(there, poll_id)
    (hidden,) = (one for one in differences(room.database, there) if one.table == "poll")
    assert "Result" not in hidden.there
    running.reveal_poll(there, poll_id)
    (shown,) = (one for one in differences(room.database, there) if one.table == "poll")
    assert "Result: 1. " in shown.there
    void_poll(there, poll_id, "Half the room had no paper")
    (void,) = (one for one in differences(room.database, there) if one.table == "poll")
    assert "Result, declared void: 1. " in void.there
    assert not shown.can_be_taken
    room.database.close()
    there.close()


def test_a_stranger_is_not_of_one_club(tmp_path, twins):
    here, _there = twins
    other = open_database(tmp_path / "other.kdc", lambda: EVENING)
    planning.plan_session(other, "Spring", STARTS, templates()[0])
    other.close()
    with pytest.raises(UserError, match="not of one club"):
        compared(here, open_again(other))
    with pytest.raises(UserError, match="is the club that is open"):
        compared(here, here)


def open_again(database: Database) -> Database:
    return open_database(database.path, lambda: EVENING)


def test_two_that_were_handed_over_know_each_other(tmp_path):
    here = made(tmp_path / "here.kdc")
    hand_over_club(here, tmp_path / "there.kdc")
    here.close()
    there = open_database(tmp_path / "there.kdc", lambda: EVENING)
    board_ideas.add_idea(there, SESSION, "Trams")
    go_on_here(here.path)
    again = open_again(here)
    assert told(again, there, TwinNoun.IDEAS) == [("added there", "Trams")]
    for database in (again, there):
        database.close()


def test_the_other_file_stays_as_it_is_and_the_command_tells_it_in_lines(twins, capsys):
    here, there = twins
    board_ideas.add_idea(there, SESSION, "Trams")
    for database in twins:
        database.close()
    before = there.path.read_bytes()
    assert main(["--database", str(here.path), "compare", str(there.path)]) == 0
    assert there.path.read_bytes() == before
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("They parted on 03.11.2026 18:00, after ")
    assert said[1:] == ["", "Ideas", "  added there – Trams"]


def test_whatever_a_club_file_keeps_is_compared_or_left_out_on_purpose():
    left = {table.name for table in Base.metadata.sorted_tables} - KIND_OF.keys()
    assert left == {
        "board",
        "stage_board",
        "ballot_mark",
        "ballot_paper",
        "criterion",
        "elector",
        "hand_count",
        "journal_change",
        "journal_entry",
        "passage",
        "poll_step",
        "poll_urn",
        "pulse_answer",
        "setting",
        "slip",
        "voter_roll",
    }
