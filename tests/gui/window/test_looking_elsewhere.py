"""While one looks into another session, the live one goes on in the room with all that changes."""

from kdc_desktop.app import Club
from kdc_desktop.audience.board.board_slide import BoardSlide
from kdc_desktop.services.board.ideas import add_idea
from kdc_desktop.services.sessions import agenda, planning
from kdc_desktop.services.sessions.templates import templates
from tests.gui.window.sample_window import SESSION, settle, trigger, undo


def look_into_another(club: Club) -> int:
    session = club.window.session
    assert session is not None
    planned = planning.plan_session(
        club.database, "Spring evening", session.starts_at, templates()[0]
    )
    club.window.open_session(planned)
    club.window.upkeep.tick()
    return planned


def test_the_room_sees_what_changes_in_its_session(evening: Club) -> None:
    before = settle(evening)
    assert isinstance(before, BoardSlide)
    look_into_another(evening)
    assert settle(evening) == before
    add_idea(evening.database, SESSION, "Trams at night")
    seen = settle(evening)
    assert isinstance(seen, BoardSlide)
    assert seen.ideas == before.ideas + 1
    evening.window.open_session(SESSION)
    assert settle(evening) == seen
    screens = {type(screen).__name__ for screen in evening.window.whereabouts.screens}
    assert screens >= {"BoardScreen"}


def test_what_is_shown_of_the_other_session_stays(evening: Club) -> None:
    other = look_into_another(evening)
    trigger(evening, "act_show_this")
    assert "Spring evening" in settle(evening).description
    add_idea(evening.database, SESSION, "Trams by day")
    assert "Spring evening" in settle(evening).description
    agenda.go_live(evening.database, other)
    trigger(evening, "act_room_follow")
    assert settle(evening).session == "Spring evening"


def test_a_live_session_that_ends_meanwhile_leaves_the_room(evening: Club) -> None:
    look_into_another(evening)
    agenda.close_session(evening.database, SESSION)
    assert "Spring evening" in settle(evening).description


def test_the_stage_of_the_live_session_goes_on_meanwhile(evening: Club) -> None:
    look_into_another(evening)
    agenda.next_stage(evening.database, SESSION)
    feed = evening.window.feed
    assert feed.running is not None
    assert feed.running.stage is not None
    assert feed.running.stage.kind == "poll"
    assert settle(evening).title == (feed.running.stage.prompt or feed.running.stage.title)
    evening.window.open_session(SESSION)
    assert settle(evening).next_up == feed.running.following.title


def test_screens_of_a_session_that_no_room_sees_go(evening: Club) -> None:
    look_into_another(evening)
    trigger(evening, "act_show_this")
    evening.window.whereabouts.look_at(None)
    kept = {id(screen) for screen in evening.window.feed.in_room.screens}
    assert {id(one) for one in evening.window.whereabouts.screens} >= kept
    names = [type(screen).__name__ for screen in evening.window.whereabouts.screens]
    assert "BoardScreen" not in names


def test_a_session_that_is_planned_again_leaves_the_room_to_the_live_one(evening: Club) -> None:
    other = look_into_another(evening)
    agenda.go_live(evening.database, other)
    assert settle(evening).session == "Spring evening"
    undo(evening)
    live = evening.window.feed.running
    assert live is not None
    assert live.session.id == SESSION
    assert settle(evening).session == live.session.title
    trigger(evening, "act_room_follow")
    assert settle(evening).session == live.session.title
    assert "which goes on" in evening.window.showing.state().caption
    evening.window.open_session(SESSION)
    assert isinstance(settle(evening), BoardSlide)
