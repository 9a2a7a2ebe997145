"""First meetings on Home are those of the network of the year: by tables and in consortia."""

from datetime import timedelta

import pytest

from kdc_desktop.i18n import lazy
from kdc_desktop.model import Session
from kdc_desktop.services.joined.home import HOME
from kdc_desktop.services.network.questions import network
from kdc_desktop.services.network.rows import NetPeriod, PeriodKind
from kdc_desktop.services.sessions.planning import trash_sessions
from kdc_desktop.storage import Database
from tests.rooms.meeting_room import MeetingRoom


@pytest.fixture
def room(database: Database) -> MeetingRoom:
    return MeetingRoom(database)


def on_home(room: MeetingRoom) -> int:
    found = HOME.told(room.database, (), None).year
    of_year = network(room.database, NetPeriod(PeriodKind.YEAR, found.year)).numbers
    assert found.first_meetings == of_year.first_meetings
    return found.first_meetings


def test_tables_that_met_and_consortia_of_evenings_count_and_each_pair_once(
    room: MeetingRoom,
) -> None:
    first, second = room.evening(came=range(1, 13)), room.evening(came=range(1, 13))
    assert on_home(room) == 0
    room.table(first, 1, 2)  # of House 1 and House 2
    assert on_home(room) == 1
    room.tables(second, (5, 6), (3, 4), has_met=False)
    assert on_home(room) == 1, "a table that is not ticked has not met, and a resident is no house"
    room.consortium(second, 5, 6, 7)  # the same two, and House 3
    assert on_home(room) == 3


def test_what_began_in_another_year_or_lies_in_the_trash_does_not_count(room: MeetingRoom) -> None:
    first, second = room.evening(came=(1, 2)), room.evening(came=(1, 2, 3))
    room.table(first, 1, 2)
    room.table(second, 1, 2, 3)
    assert on_home(room) == 3
    trash_sessions(room.database, [second])
    assert on_home(room) == 1
    room.database.undo()
    with room.database.edit(lazy("It was last year")) as edit:
        one = edit.get_one(Session, first)
        one.starts_at -= timedelta(days=365)
        one.went_live_at = None
    assert on_home(room) == 2
