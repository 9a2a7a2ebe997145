"""An undo leads the eye to what it changed, and never the room's."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication

from kdc_desktop.app import Club
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import laptop_zone
from kdc_desktop.model import (
    Attendance,
    Base,
    Cluster,
    Commitment,
    Delegate,
    Idea,
    Interest,
    Organisation,
    Person,
    Position,
    Session,
    Stage,
)
from kdc_desktop.screens.board.places import note_rect
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.consortia import questions
from kdc_desktop.services.consortia.changed import move_in_suggestion
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.services.sessions import agenda, planning
from tests.gui.window.sample_window import (
    SESSION,
    change,
    keys_of,
    look_at,
    redo,
    trigger,
    undo,
    value,
)


@pytest.fixture
def club(sample: Club) -> Club:
    return sample


@pytest.mark.parametrize(
    ("entity", "name", "wanted", "screen_name", "pointed_at"),
    [
        (Idea, "text", "Trams", "board_screen", lambda s: s.view.selection),
        (Cluster, "name", "Trams", "board_screen", lambda s: [s.view.chosen_cluster]),
        (Person, "name", "Aino X", "people_screen", lambda s: keys_of(s.people_table)),
        (Organisation, "name", "X Oy", "people_screen", lambda s: keys_of(s.organisations_table)),
        (Attendance, "badge", "X9", "check_in_screen", lambda s: keys_of(s.attendance_table)),
        (Stage, "planned_minutes", 7, "agenda_screen", lambda s: keys_of(s.stages_table)),
    ],
)
def test_undo_and_redo_go_to_the_screen_and_mark_the_row(
    club, entity, name, wanted, screen_name, pointed_at: Callable[[Any], Any]
):
    key = change(club.database, entity, name, wanted)
    for step in (undo, redo):
        look_at(club, "vision")
        screen = step(club)
        assert screen.objectName() == screen_name
        assert pointed_at(screen) == [key]


def test_undo_points_at_a_persons_interests(club):
    key = change(club.database, Interest, "offers", "a boat")
    look_at(club, "ideas")
    screen = undo(club)
    assert screen.objectName() == "interests_screen"
    (row,) = screen.table.selected_rows()
    assert row.person_id == value(club.database, Interest, key, "person_id")


def test_undo_points_at_the_card_of_who_is_moved(club):
    key = change(club.database, Delegate, "pinned", True)
    look_at(club, "ideas")
    screen = undo(club)
    assert screen.objectName() == "consortia_screen"
    assert screen.columns.card.member_id == value(club.database, Delegate, key, "member_id")
    assert screen.columns.hasFocus()


def test_undo_points_at_the_cell_of_the_consortium_it_belongs_to(club):
    key = change(club.database, Position, "reason", "too dear")
    member, version = (
        value(club.database, Position, key, name) for name in ("member_id", "vision_id")
    )
    look_at(club, "ideas")
    screen = undo(club)
    assert screen.objectName() == "vision_screen"
    assert [row.id for row in screen.matrix.current()] == [member, version]


def test_the_window_stays_where_it_shows_what_is_changed(club):
    """A winner is seen where it is chosen, where it is wished and where its consortium is."""
    change(club.database, Commitment, "what", "a shed")
    shown = look_at(club, "vision")
    assert undo(club) is shown
    change(club.database, Session, "goal", "more trams")
    club.window.whereabouts.show_agenda()
    shown = club.window.screen_shown
    assert undo(club) is shown


def test_whoever_did_it_on_a_screen_that_shows_none_of_it_stays_there(club):
    """Such as a late arrival let in while ideas are typed, whom check-in shows."""
    for kind in ("ideas", "consortia"):
        shown = look_at(club, kind)
        change(club.database, Attendance, "badge", kind)
        assert undo(club) is shown
        assert redo(club) is shown
    look_at(club, "ideas")
    assert undo(club).objectName() == "check_in_screen"


def test_a_suggestion_changed_by_hand_is_seen_in_its_session_and_never_among_the_settings(club):
    overview = questions.overview(club.database, SESSION, CONSORTIUM_TRAILS)
    people = {one.person_id for one in overview.problem.candidates}
    waits = min(people - overview.problem.pinned.keys())
    to = overview.consortia[0].winner_id
    move_in_suggestion(club.database, SESSION, overview, [waits], to)
    look_at(club, "ideas")
    assert undo(club).objectName() == "consortia_screen"


def test_whoever_is_led_to_another_screen_sees_the_way_back(club):
    """By an undo to an area or a screen, or by a consortium that was opened."""
    way = club.window.frame.led_away
    for entity, kind in ((Person, "vision"), (Idea, "consortia")):
        change(club.database, entity, "notes" if entity is Person else "text", kind)
        before, stage = look_at(club, kind), club.window.walk.shown
        assert undo(club) is not before
        assert (way.isVisible(), way.button.text()) == (True, f"Back to {stage.title}")
        way.button.click()
        assert (club.window.screen_shown, way.isVisible()) == (before, False)
    for place in (lambda: look_at(club, "consortia"), lambda: club.window.go("consortia")):
        place()
        before, spot = club.window.screen_shown, club.window.whereabouts.spot
        before.consortium_opened.emit(1)
        assert way.isVisible()
        trigger(club, "act_go_back")
        assert (club.window.screen_shown, club.window.whereabouts.spot) == (before, spot)
    look_at(club, "consortia").consortium_opened.emit(1)
    assert way.isVisible()
    look_at(club, "ideas")
    assert not way.isVisible(), "who goes elsewhere was not led there"


def test_the_way_back_is_gone_once_it_would_lead_elsewhere(club):
    database, way = club.database, club.window.frame.led_away
    agenda.reopen_session(database, SESSION)

    def be_led() -> None:
        club.window.go("settings")
        change(database, Person, "notes", "likes trams")
        look_at(club, "ideas")
        assert undo(club).objectName() == "people_screen"
        assert way.isVisible()

    for another_look in (
        lambda: trigger(club, "act_previous_stage"),
        lambda: planning.trash_sessions(database, [SESSION]),
    ):
        be_led()
        another_look()
        QCoreApplication.processEvents()
        assert not way.isVisible()
    undo(club)
    assert not way.isVisible()


def test_a_screen_that_lay_over_a_stage_is_led_back_to(club):
    look_at(club, "ideas")
    club.window.go("settings")
    change(club.database, Person, "notes", "likes trams")
    look_at(club, "consortia")
    before = club.window.show_session_screen("consortia")
    assert club.window.whereabouts.spot.aside
    assert undo(club) is not before
    trigger(club, "act_go_back")
    assert club.window.screen_shown is before


def test_how_the_session_goes_on_leads_nobody_away_from_where_they_look(club):
    agenda.reopen_session(club.database, SESSION)
    agenda.toggle_clock(club.database, SESSION)
    for place in (lambda: look_at(club, "ideas"), lambda: club.window.go("people")):
        place()
        shown = club.window.screen_shown
        assert undo(club) is shown
        assert redo(club) is shown


def test_whoever_looks_at_the_stage_that_runs_goes_back_with_it(club):
    agenda.reopen_session(club.database, SESSION)
    look_at(club, "close")
    trigger(club, "act_previous_stage")
    assert club.window.screen_shown.objectName() == "vision_screen"
    assert undo(club).objectName() == "talk_screen"
    assert redo(club).objectName() == "vision_screen"


def test_the_board_moves_only_where_nothing_of_it_can_be_seen(club):
    screen = look_at(club, "ideas")
    view = screen.view
    key = change(club.database, Idea, "text", "Trams")
    view.zoom_to(1.0)
    view.look_at(key)
    view.pan_by(-150, 0)
    before = view.seen()
    undo(club)
    assert view.seen() == before
    row = view.contents.notes[key]
    far = next(
        other
        for other in view.contents.notes.values()
        if abs(other.x - row.x) > 2000 or abs(other.y - row.y) > 2000
    )
    view.look_at(far.id)
    assert not view.seen().intersects(note_rect(row))
    redo(club)
    assert view.seen().contains(note_rect(row))
    assert view.zoom == 1.0


def test_a_note_that_goes_is_looked_for_where_it_lay(club):
    screen = look_at(club, "ideas")
    view = screen.view
    view.zoom_to(1.0)
    corner = view.contents.bounds().topLeft()
    x, y = corner.x() + 40, corner.y() + 40
    board_ideas.add_idea(club.database, SESSION, "Trams", at=(x, y))
    view.pan_by(100_000, 100_000)
    assert not view.seen().contains(x, y)
    undo(club)
    assert view.seen().contains(x, y)


def test_who_is_hidden_by_a_filter_or_a_search_comes_to_be_seen(club, qtbot):
    screen = look_at(club, "check_in")
    key = change(club.database, Attendance, "badge", "X9")
    screen.state_filter.set_current(3)  # those who left
    screen.refresh()
    undo(club)
    assert keys_of(screen.attendance_table) == [key]
    club.window.go("people")
    screen = club.window.screen_shown
    person_id = change(club.database, Person, "notes", "likes trams")
    qtbot.keyClicks(screen.search_edit, "nobody is called so")
    undo(club)
    assert screen.search_edit.text() == ""
    assert keys_of(screen.people_table) == [person_id]


def test_what_lies_in_another_session_is_told_and_nobody_is_moved(club):
    with club.database.edit(lazy("Planned another"), undoable=False) as edit:
        now = club.database.now()
        other = Session(title="Spring evening", starts_at=now.in_zone(laptop_zone()))
        edit.add(other)
        edit.flush()
        other_id = other.id
    board_ideas.add_idea(club.database, other_id, "A ferry")
    shown = look_at(club, "poll")
    assert undo(club) is shown
    quiet = club.window.frame.quiet
    assert quiet.text == "Undone in the session “Spring evening”: Added the idea “A ferry”"
    assert redo(club) is shown
    assert quiet.text == "Done again in the session “Spring evening”: Added the idea “A ferry”"
    club.window.go("home")
    home = club.window.screen_shown
    assert undo(club) is home


def test_the_room_is_never_taken_along(club, qtbot):
    key = change(club.database, Idea, "text", "Trams")
    look_at(club, "vision")
    seen = club.shared_screen.slide
    assert undo(club).objectName() == "board_screen"
    board_ideas.edit_idea(club.database, key, "More trams")
    qtbot.waitUntil(lambda: club.window.feed.is_up_to_date)
    assert club.shared_screen.slide == seen


def test_rows_of_every_table_that_can_be_undone_are_seen_somewhere(club):
    at_least = {table.name for table in Base.metadata.sorted_tables if table.info.get("journal", 1)}
    lasting = {"journal_entry", "journal_change", "elector"}  # no step of undo
    lasting.add("setting")  # where it is seen hangs on its name
    told = {name.partition(".")[0] for name in club.window.whereabouts._seen.at}
    assert told == at_least - lasting
