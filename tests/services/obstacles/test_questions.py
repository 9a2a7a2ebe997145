"""What holds consortia back, as lists are told it."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.kit.ages import AgeBand
from kdc_desktop.domain.obstacles.states import ObstacleKind
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Instant
from kdc_desktop.model import Session
from kdc_desktop.services.consortia.clubwide import all_consortia
from kdc_desktop.services.consortia.steps import say_state
from kdc_desktop.services.joined.consortia import BUY_IN, HELD_UP
from kdc_desktop.services.kit.club_zone import club_zone
from kdc_desktop.services.obstacles.going_on import solve
from kdc_desktop.services.obstacles.questions import all_obstacles, obstacles_of, waiting_for
from kdc_desktop.services.obstacles.rows import NOBODY, ObstacleRow
from kdc_desktop.services.sessions.planning import trash_sessions
from tests.rooms.obstacles_room import CITY, MIRA, TRANSPORT, ObstaclesRoom
from tests.rooms.statements import queries_of

SHELTERS, LOCKS = "The harbour has to allow the shelters", "Nobody pays for the locks"


def open_ones(room: ObstaclesRoom, *, solved: bool = False) -> tuple[ObstacleRow, ...]:
    with room.database.read() as snapshot:
        asked = snapshot, [room.consortium_id], room.database.now(), club_zone(snapshot)
        return obstacles_of(*asked, solved=solved).get(room.consortium_id, ())


def test_the_oldest_obstacle_comes_first_with_its_age_in_days(room):
    room.note(SHELTERS)
    room.clock.days(31)
    room.note(LOCKS, ObstacleKind.FUNDING)
    told = [(row.text, row.kind, row.age_days, row.band) for row in open_ones(room)]
    assert told == [
        (SHELTERS, ObstacleKind.PERMIT, 31, AgeBand.OLD),
        (LOCKS, ObstacleKind.FUNDING, 0, AgeBand.FRESH),
    ]


@pytest.mark.parametrize(
    ("days", "band"),
    [(29, AgeBand.FRESH), (30, AgeBand.OLD), (89, AgeBand.OLD), (90, AgeBand.VERY_OLD)],
)
def test_it_is_old_after_a_month_and_very_old_after_a_quarter(room, days, band):
    key = room.note(SHELTERS)
    room.clock.days(days)
    assert room.row(key).band is band


def test_a_solved_one_grows_no_older_and_comes_last(room):
    first = room.note(SHELTERS)
    room.clock.days(40)
    solve(room.database, first)
    room.note(LOCKS)
    room.clock.days(100)
    assert [row.text for row in open_ones(room)] == [LOCKS]
    told = [(row.text, row.age_days, row.band) for row in open_ones(room, solved=True)]
    assert told == [(LOCKS, 100, AgeBand.VERY_OLD), (SHELTERS, 40, AgeBand.FRESH)]


def test_the_list_of_the_club_tells_how_many_there_are_and_of_the_oldest(room):
    room.note(SHELTERS, owner=TRANSPORT)
    room.clock.days(90)
    room.note(LOCKS)
    solve(room.database, room.note("It was too far away"))
    rows = {row.name: row.held_up for row in all_consortia(room.database, BUY_IN, HELD_UP)}
    held = rows["Yard bikes"]
    assert held is not None
    assert (held.open, held.age_days, held.band) == (2, 90, AgeBand.VERY_OLD)
    assert (str(held.kind), held.text, held.owner) == ("Permit", SHELTERS, TRANSPORT)
    assert rows["Parcel lockers"] is None


def test_an_obstacle_of_a_consortium_that_stopped_waits_for_nobody_until_that_runs_again(room):
    key = room.note(SHELTERS, of=room.project_id)
    say_state(room.database, room.project_id, ConsortiumState.STOPPED)
    assert room.row(key).is_over
    rows = {row.name: row.held_up for row in all_consortia(room.database, BUY_IN, HELD_UP)}
    assert rows["Parcel lockers"] is None
    say_state(room.database, room.project_id, ConsortiumState.FORMING)
    assert not room.row(key).is_over


def test_an_obstacle_of_a_consortium_in_the_trash_is_in_no_list(room):
    room.note(SHELTERS)
    trash_sessions(room.database, [room.session_id])
    assert all_obstacles(room.database) == []
    room.database.undo()
    assert [row.text for row in all_obstacles(room.database)] == [SHELTERS]


def test_for_an_organisation_wait_those_of_its_departments_and_people_too(room):
    person = next(name for name in room.owners if name.startswith(MIRA))
    names = {"by city": CITY, "by part": TRANSPORT, "by person": person, "by nobody": ""}
    for text, owner in names.items():
        room.note(text, owner=owner)
    rows = all_obstacles(room.database)
    waiting = {}
    with room.database.read() as snapshot:
        for name, owner in (*room.owners.items(), ("nobody", NOBODY)):
            waiting[name] = {row.text for row in waiting_for(snapshot, rows, owner)}
    assert waiting[CITY] == {"by city", "by part", "by person"}
    assert waiting[TRANSPORT] == {"by part", "by person"}
    assert waiting[person] == {"by person"}
    assert waiting["nobody"] == {"by nobody"}


def test_its_age_is_counted_in_days_of_the_club_and_not_of_the_laptop(room):
    with room.database.edit(lazy("Moved")) as edit:
        edit.get_one(Session, room.session_id).zone = "Pacific/Auckland"
    late = datetime(2026, 9, 15, 23, 30, tzinfo=ZoneInfo("Pacific/Auckland"))
    room.clock.time = Instant(int(late.timestamp()))
    key = room.note(SHELTERS)
    assert room.row(key).raised_on == date(2026, 9, 15)
    room.clock.time += timedelta(hours=1)
    assert room.row(key).age_days == 1


def test_many_obstacles_are_read_in_as_many_queries_as_one(room):
    room.note(SHELTERS, owner=TRANSPORT)
    one = queries_of(lambda: all_obstacles(room.database))
    person = next(name for name in room.owners if name.startswith(MIRA))
    for at in range(30):
        room.note(f"Obstacle {at}", owner=person, of=room.project_id)
    many = queries_of(lambda: all_obstacles(room.database))
    assert (len(many), len(all_obstacles(room.database))) == (len(one), 31)
