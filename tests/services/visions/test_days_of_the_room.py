"""What happened is told on the clock of the room in which it did, wherever the laptop is by now."""

from datetime import date, datetime

import pytest

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Instant, day_of, zone_called
from kdc_desktop.model import Session
from kdc_desktop.screens.consortia.club_words import steps_told
from kdc_desktop.services.consortia.clubwide import all_consortia
from kdc_desktop.services.consortia.signs import signs_of, write_sign_of_life
from kdc_desktop.services.consortia.steps import say_state, steps_of
from kdc_desktop.services.joined.consortia import BUY_IN
from kdc_desktop.services.kit.club_zone import club_zone_of
from kdc_desktop.services.visions.consortium_ledger import consortium_ledger
from kdc_desktop.services.visions.letting_go import life_of
from kdc_desktop.services.visions.questions import FollowedVision
from kdc_desktop.services.visions.since import since
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.consortium_room import ConsortiumRoom

CHICAGO, HELSINKI = zone_called("America/Chicago"), zone_called("Europe/Helsinki")
EVENING = date(2026, 11, 3)


@pytest.fixture
def late(room: ConsortiumRoom, monkeypatch: pytest.MonkeyPatch) -> ConsortiumRoom:
    """Half past eight in Chicago, where it is the next day already for the laptop."""
    monkeypatch.setenv("TZ", "Europe/Helsinki")
    with room.database.edit(lazy("It is in Chicago")) as edit:
        session = edit.get_one(Session, room.session_id)
        session.zone, session.starts_at = "America/Chicago", datetime(2026, 11, 3, 17, 30)
    room.clock.time = Instant.of(datetime(2026, 11, 3, 20, 30), CHICAGO)
    return room


def test_one_evening_has_one_day_everywhere(late: ConsortiumRoom) -> None:
    save_version(late.database, late.consortium_id, "Every yard shares a bike.")
    say_state(late.database, late.consortium_id, ConsortiumState.RUNNING)
    write_sign_of_life(late.database, late.consortium_id, "Three yards have one")
    (row,) = (one for one in all_consortia(late.database, BUY_IN) if one.id == late.consortium_id)
    life = life_of(late.database, FollowedVision(late.database, late.consortium_id).page)
    ledger = consortium_ledger(late.database, late.consortium_id)
    with late.database.read() as snapshot:
        (sign,) = signs_of(snapshot, [late.consortium_id])[late.consortium_id]
    told = (row.since, row.heard_on, life.since, life.today, ledger.today, sign.day)
    assert {*told} == {EVENING}
    assert since(late.database, late.session_id).today == EVENING
    steps = steps_told(steps_of(late.database, late.consortium_id), club_zone_of(late.database))
    assert steps.startswith("03.11.2026")


def test_the_clock_of_each_session_counts_and_between_two_that_of_the_one_before(
    late: ConsortiumRoom,
) -> None:
    with late.database.edit(lazy("The club moves")) as edit:
        edit.add(
            Session(title="Later", starts_at=datetime(2026, 12, 1, 17), zone="Europe/Helsinki")
        )
    zone = club_zone_of(late.database)
    near_midnight = Instant.of(datetime(2026, 11, 20, 23, 50), CHICAGO)
    assert near_midnight.in_zone(zone) == datetime(2026, 11, 20, 23, 50)
    assert Instant.of(near_midnight.in_zone(zone), zone) == near_midnight
    moved = Instant.of(datetime(2026, 12, 2, 0, 10), HELSINKI)
    assert day_of(moved, zone) == date(2026, 12, 2)
