"""What is only in the other version is taken over as one import, and once."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.kit.actors import Way
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.errors import CalledOffError, UserError
from kdc_desktop.model import (
    Attendance,
    Cluster,
    Idea,
    JournalEntry,
    Organisation,
    Person,
    Session,
    Stage,
)
from kdc_desktop.services.attendance import door
from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.board import merging
from kdc_desktop.services.board.importing import place_ideas
from kdc_desktop.services.board.wall import Wall
from kdc_desktop.services.board.wall_rows import WallNote
from kdc_desktop.services.people import people
from kdc_desktop.services.sessions import planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.services.twins import taking_over
from kdc_desktop.services.twins.rows import Fate, TakenOver
from kdc_desktop.services.twins.taking_over import take_over_from
from kdc_desktop.storage import Database
from kdc_desktop.storage.checking import check_database
from tests.rooms.empty_club import STARTS
from tests.rooms.twin_clubs import SESSION, compared, differences, parted
from tests.storage.places import dump


@pytest.fixture
def twins(tmp_path: Path):
    pair = parted(tmp_path)
    yield pair
    for database in pair:
        database.close()


@pytest.fixture
def grown(twins):
    """There: a newcomer with an idea in a new cluster, and one behind it; here: something else."""
    here, there = twins
    people.add_person(here, "Eero Salmi")
    board_ideas.add_idea(here, SESSION, "Ferries")
    nina = door.walk_in(there, SESSION, "Nina Nova", "Nova Oy")
    trams = board_ideas.add_idea(there, SESSION, "Trams", author_id=nina)
    more = board_ideas.add_idea(there, SESSION, "More trams", author_id=1)
    board_clusters.add_cluster(there, SESSION, "Rails", [trams])
    merging.merge_ideas(there, [more], into=trams)
    people.change_person(there, 1, name="Aino Laine", email="aino@example.org", notes="Vegan")
    return twins


def take_all(here: Database, there: Database) -> TakenOver:
    chosen = [one for one in differences(here, there) if one.can_be_taken]
    return take_over_from(here, there.path, chosen)


def ideas(database: Database) -> list[tuple[str, str | None, str | None, str | None]]:
    """Text, author, cluster, and what it is merged into, by text."""
    with database.read() as snapshot:
        people = {one.id: one.name for one in snapshot.scalars(select(Person))}
        named = {one.id: one.name for one in snapshot.scalars(select(Cluster))}
        texts = {one.id: one.text for one in snapshot.scalars(select(Idea))}
        return sorted(
            (
                one.text,
                people.get(one.author_id or 0),
                named.get(one.cluster_id or 0),
                texts.get(one.parent_id or 0),
            )
            for one in snapshot.scalars(select(Idea))
        )


def test_ideas_come_with_authors_clusters_and_what_is_behind_them(grown):
    here, there = grown
    take_all(here, there)
    assert ideas(here) == [
        ("Cargo bikes", "Aino Laine", "Streets", None),
        ("Ferries", None, None, None),
        ("More trams", "Aino Laine", "Rails", "Trams"),
        ("Trams", "Nina Nova", "Rails", None),
    ]
    assert check_database(here.path) == []


def test_a_newcomer_comes_with_her_organisation_and_is_expected_where_she_was(grown):
    here, there = grown
    take_all(here, there)
    with here.read() as snapshot:
        nina = snapshot.scalars(select(Person).where(Person.name == "Nina Nova")).one()
        organisation = snapshot.get_one(Organisation, nina.organisation_id)
        entry = snapshot.scalars(select(Attendance).where(Attendance.person_id == nina.id)).one()
        assert organisation.name == "Nova Oy"
        assert (entry.session_id, entry.state) == (SESSION, AttendanceState.REGISTERED)


def test_an_organisation_that_comes_with_somebody_is_not_counted_once_more(twins):
    here, there = twins
    door.walk_in(there, SESSION, "Nina Nova", "Nova Oy")
    chosen = [one for one in differences(here, there) if one.can_be_taken]
    assert {"person", "organisation"} <= {one.table for one in chosen}
    assert take_all(here, there).count == 1
    with here.read() as snapshot:
        assert len(snapshot.scalars(select(Organisation.name)).all()) == 1


def test_who_is_known_here_is_expected_where_she_came_only_there(twins):
    here, there = twins
    door.check_in(there, SESSION, 1)
    for count in (1, 0):
        assert take_all(here, there).count == count
    with here.read() as snapshot:
        (entry,) = snapshot.scalars(select(Attendance)).all()
        assert (entry.person_id, entry.state) == (1, AttendanceState.REGISTERED)


def test_notes_take_the_place_of_those_here_where_they_are_ticked(grown):
    here, there = grown
    take_all(here, there)
    with here.read() as snapshot:
        assert snapshot.get_one(Person, 1).notes == "Vegan"


def test_it_is_one_import_that_is_undone_in_one_step(grown):
    here, there = grown
    before = dump(here.path)
    done = take_all(here, there)
    with here.read() as snapshot:
        newest = select(JournalEntry).order_by(JournalEntry.id.desc()).limit(1)
        entry = snapshot.scalars(newest).one()
        assert (entry.way, entry.undoable) == (Way.IMPORT, True)
    step = here.next_steps()[0]
    assert step is not None
    assert str(step.label) == f"Took over {done.count} things from there.kdc"
    here.undo()
    assert dump(here.path) == before


def test_the_second_time_brings_nothing_new(grown):
    here, there = grown
    chosen = [one for one in differences(here, there) if one.can_be_taken]
    take_over_from(here, there.path, chosen)
    before = dump(here.path, journal=True)
    assert [one for one in differences(here, there) if one.can_be_taken] == []
    assert take_over_from(here, there.path, chosen).count == 0
    assert dump(here.path, journal=True) == before


def test_the_same_text_by_two_people_is_two_ideas_each_taken_once(twins):
    here, there = twins
    board_ideas.add_idea(here, SESSION, "Trams")
    for _time in range(2):
        board_ideas.add_idea(there, SESSION, "Trams")
    for _time in range(2):
        take_all(here, there)
    assert [text for text, *_rest in ideas(here)].count("Trams") == 2


def test_who_was_added_on_both_sides_is_one_person(twins):
    here, there = twins
    people.add_person(here, "Pekka")
    people.add_person(here, "Nina Nova", email="nina@example.org")
    nina = people.add_person(there, "Nina Nova", email="nina@example.org")
    board_ideas.add_idea(there, SESSION, "Trams", author_id=nina)
    take_all(here, there)
    with here.read() as snapshot:
        found = snapshot.scalars(select(Person.id).where(Person.name == "Nina Nova"))
        assert len(found.all()) == 1
    assert ("Trams", "Nina Nova", None, None) in ideas(here)


def test_what_was_changed_on_both_sides_is_left_unless_it_is_chosen(twins):
    here, there = twins
    board_ideas.edit_idea(here, 1, "Cargo bikes to rent")
    board_ideas.edit_idea(there, 1, "Cargo bikes for all")
    (one,) = differences(here, there)
    assert (one.fate, one.can_be_taken) == (Fate.CHANGED_BOTH, True)
    take_over_from(here, there.path, [])
    assert ideas(here)[0][0] == "Cargo bikes to rent"
    take_over_from(here, there.path, [one])
    assert ideas(here)[0][0] == "Cargo bikes for all"


def test_an_evening_that_is_only_there_comes_with_its_ideas_and_people_and_once(twins):
    here, there = twins
    planning.plan_session(here, "Spring", STARTS, templates()[0])
    other = planning.plan_session(there, "Winter", STARTS, templates()[0])
    nina = door.walk_in(there, other, "Nina Nova")
    skates = board_ideas.add_idea(there, other, "Skates", author_id=nina)
    board_clusters.add_cluster(there, other, "Ice", [skates])
    for _time in range(2):
        take_all(here, there)
    with here.read() as snapshot:
        sessions = snapshot.scalars(select(Session).order_by(Session.id)).all()
        assert [one.title for one in sessions] == ["Autumn", "Spring", "Winter"]
        assert sessions[2].status is SessionStatus.PLANNED
        idea = snapshot.scalars(select(Idea).where(Idea.text == "Skates")).one()
        assert idea.session_id == sessions[2].id
        entry = snapshot.scalars(select(Attendance)).one()
        assert (entry.session_id, entry.person_id) == (sessions[2].id, idea.author_id)
        stages = [
            len(snapshot.scalars(select(Stage).where(Stage.session_id == one.id)).all())
            for one in sessions
        ]
        assert stages[2] == stages[0] > 0
    assert ("Skates", "Nina Nova", "Ice", None) in ideas(here)


def test_the_boards_of_new_evenings_are_worked_out_before_the_others_wait(twins, monkeypatch):
    here, there = twins
    for number in range(3):
        other = planning.plan_session(there, f"Winter {number}", STARTS, templates()[0])
        skates = board_ideas.add_idea(there, other, f"Skates {number}")
        board_clusters.add_cluster(there, other, "Ice", [skates])
    writing: list[bool] = []
    place, write = place_ideas, Wall.write

    def placed(*given: Any) -> list[WallNote]:
        assert writing == []
        return place(*given)

    def written(*given: Any) -> Any:
        writing.append(True)
        return write(*given)

    monkeypatch.setattr(taking_over, "place_ideas", placed)
    monkeypatch.setattr(Wall, "write", written)
    assert take_all(here, there).count == 6
    assert writing == [True]
    with here.read() as snapshot:
        of = {one.text: one for one in snapshot.scalars(select(Idea)) if "Skates" in one.text}
        titles = {one.id: one.title for one in snapshot.scalars(select(Session))}
        for text, idea in of.items():
            assert titles[idea.session_id] == text.replace("Skates", "Winter")
            cluster = snapshot.get_one(Cluster, idea.cluster_id)
            assert (cluster.name, cluster.session_id) == ("Ice", idea.session_id)
    assert check_database(here.path) == []


def test_called_off_or_refused_nothing_has_changed(grown):
    here, there = grown
    chosen = list(compared(here, there).differences)
    before = dump(here.path, journal=True)

    def no_more() -> None:
        raise CalledOffError

    with pytest.raises(CalledOffError):
        take_over_from(here, there.path, chosen, no_more)
    with pytest.raises(UserError, match="is the club that is open"):
        take_over_from(here, here.path, chosen)
    assert dump(here.path, journal=True) == before


def test_what_is_written_meanwhile_is_taken_into_account(grown):
    here, there = grown
    chosen = [one for one in differences(here, there) if one.can_be_taken]
    late = iter([True])

    def meanwhile() -> None:
        if next(late, False):
            board_ideas.add_idea(here, SESSION, "Trams")

    take_over_from(here, there.path, chosen, meanwhile)
    assert [text for text, *_rest in ideas(here)].count("Trams") == 1
