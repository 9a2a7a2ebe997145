"""What is told of a period is what was so by the end of it, by whomever."""

from datetime import timedelta

import pytest

from kdc_desktop.domain.attendance.states import AttendanceRole, AttendanceState
from kdc_desktop.domain.network.folding import between
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Attendance, Consortium
from kdc_desktop.services.network.beside import NetWho, not_met_by
from kdc_desktop.services.network.questions import network
from kdc_desktop.services.network.rows import NetPeriod, Network, PeriodKind
from kdc_desktop.storage import Database
from tests.rooms.meeting_room import BETWEEN, FIRST_EVENING, MeetingRoom


@pytest.fixture
def room(database: Database) -> MeetingRoom:
    return MeetingRoom(database)


def of_evening(room: MeetingRoom, session_id: int) -> Network:
    return network(room.database, NetPeriod(PeriodKind.EVENING, session_id))


def test_organisations_have_met_also_through_people_who_did_not_come_then(
    room: MeetingRoom,
) -> None:
    first, second = room.evening(came=(1, 2)), room.evening(came=(5, 6, 7))
    room.table(first, 1, 2)
    found = of_evening(room, second)
    assert [row.name for row in not_met_by(found, NetWho(False, 1))] == ["House 3"]
    assert found.met_ever == frozenset(between(found.ever, {1: 1, 2: 2}))


def test_whoever_runs_an_evening_is_not_of_its_network(room: MeetingRoom) -> None:
    evening = room.evening(came=(1, 2, 3))
    room.table(evening, 1, 2)
    for who, role in ((8, AttendanceRole.FACILITATOR), (9, AttendanceRole.STAFF)):
        with room.database.edit(lazy("Runs it")) as edit:
            edit.add(
                Attendance(
                    session_id=evening,
                    person_id=who,
                    state=AttendanceState.LEFT,
                    role=role,
                    arrived_at=FIRST_EVENING,
                )
            )
    found = of_evening(room, evening)
    assert sorted(found.people) == [1, 2, 3]
    assert sorted(found.edge) == [3]
    assert (found.numbers.people, found.numbers.first_time) == (3, 3)


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        (2, (True, True, True, True)),
        (24 * 10, (False, True, True, True)),
        (24 * 200, (False, False, True, True)),  # in September
        (24 * 400, (False, False, False, True)),  # in the year after
    ],
)
def test_that_a_consortium_was_let_go_is_told_from_then_on(
    room: MeetingRoom, hours: int, told: tuple[bool, ...]
) -> None:
    before = room.evening(came=(1, 2, 3))
    first, second = room.evening(came=(1, 2)), room.evening(came=(1, 2))
    one = room.consortium(first, 1, 2)
    begins = FIRST_EVENING + BETWEEN
    with room.database.edit(lazy("Let go")) as edit:
        edit.get_one(Consortium, one).let_go_at = begins + timedelta(hours=hours)
    periods = (
        NetPeriod(PeriodKind.EVENING, first),
        NetPeriod(PeriodKind.EVENING, second),
        NetPeriod(PeriodKind.YEAR, 2026),
        NetPeriod(),
    )
    assert of_evening(room, before).after == ()
    assert network(room.database, NetPeriod(PeriodKind.YEAR, 1999)).after == ()
    found = [bool(network(room.database, period).after) for period in periods]
    assert tuple(found) == told
