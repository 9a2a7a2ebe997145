"""Which obstacles Home tells of, and what is done about them there."""

from datetime import timedelta

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.services.consortia.steps import say_state
from kdc_desktop.services.joined.home import HOME
from kdc_desktop.services.obstacles.histories import history_of
from kdc_desktop.services.sessions.home import DueLine, Lateness
from tests.rooms.obstacles_room import TRANSPORT, ObstaclesRoom


def lines(room: ObstaclesRoom) -> list[DueLine]:
    told = HOME.told(room.database, [], None)
    return [line for group in told.groups if group.key == "obstacles" for line in group.lines]


def due(room: ObstaclesRoom) -> list[tuple[str, str, Lateness]]:
    return [(line.what, str(line.late), line.lateness) for line in lines(room)]


def test_the_oldest_three_are_due_that_no_step_to_come_is_set_for(room):
    for text in ("first", "second", "third", "fourth"):
        room.note(text)
        room.clock.days(1)
    on = room.row(room.note("in hand")).raised_on + timedelta(days=20)
    room.note("in hand too", next_step="Ask", next_on=on)
    assert [what for what, *_more in due(room)] == ["first", "second", "third"]


def test_a_next_step_that_is_due_is_told_with_how_late_it_is(room):
    on = room.row(room.note("x")).raised_on + timedelta(days=2)
    for text in ("y", "z", "late"):
        room.note(text, next_step="Ask", next_on=on)
    room.clock.days(5)
    assert ("late", "next step: 3 days over", Lateness.SILENT) in due(room)


def test_what_is_very_old_is_due_however_far_its_next_step_lies(room):
    on = room.row(room.note("x")).raised_on + timedelta(days=300)
    key = room.note("old", owner=TRANSPORT, next_step="Ask", next_on=on)
    room.clock.days(95)
    assert ("old", "95 days old", Lateness.LATE) in due(room)
    (line,) = [one for one in lines(room) if one.of_id == key]
    assert line.who == "permit, Yard bikes, City of Bergen, Transport"


def test_what_a_consortium_waited_for_that_is_over_is_not_due(room):
    room.note("x", of=room.project_id)
    say_state(room.database, room.project_id, ConsortiumState.STOPPED)
    assert due(room) == []


def test_home_notes_what_was_heard_puts_off_a_step_and_solves(room):
    on = room.row(room.note("x")).raised_on
    key = room.note("late", next_step="Ask", next_on=on)
    later = on + timedelta(days=7)
    HOME.obstacles.hear(room.database, key, "They meet on Monday")
    HOME.obstacles.put_off(room.database, key, later)
    assert (room.row(key).next_step, room.row(key).next_on) == ("Ask", later)
    HOME.obstacles.solve(room.database, key, "Granted")
    told = [step.told for step in history_of(room.database, key)][2:]
    until = f"next step: Ask, until {later:%d.%m.%Y}"
    assert told == ["They meet on Monday", until, "solved: Granted"]


def test_a_consortium_of_whose_obstacle_something_is_heard_is_not_silent(room):
    room.clock.days(120)
    key = room.note("x")
    names = [
        line.what for group in HOME.told(room.database, [], None).groups for line in group.lines
    ]
    assert "Yard bikes" not in names
    assert "Parcel lockers" in names
    assert room.row(key).age_days == 0
