"""Two stakeholders have met where both were in one consortium at one time."""

from datetime import timedelta

from kdc_desktop.i18n import lazy
from kdc_desktop.instants import day_of, laptop_zone
from kdc_desktop.model import Member, Organisation
from kdc_desktop.services.consortia.leaving import come_back, leave
from kdc_desktop.services.visions.club import consortia_now
from kdc_desktop.services.visions.year import year_numbers
from tests.rooms.consortium_room import MEMBERS, ConsortiumRoom

ALL_OF_THEM = len(MEMBERS) * (len(MEMBERS) - 1) // 2


def met(room: ConsortiumRoom) -> int:
    now, zone = room.database.now(), laptop_zone()
    with room.database.read() as snapshot:
        return year_numbers(snapshot, consortia_now(snapshot), now, zone).first_meetings


def comes_in(room: ConsortiumRoom) -> None:
    with room.database.edit(lazy("Joined")) as edit:
        organisation = Organisation(name="Tram works", sector="C")
        edit.add(organisation)
        edit.flush()
        edit.add(
            Member(
                consortium_id=room.consortium_id,
                organisation_id=organisation.id,
                joined_at=room.clock(),
            )
        )


def test_who_had_left_before_another_came_has_not_met_it(room: ConsortiumRoom) -> None:
    assert met(room) == ALL_OF_THEM
    room.clock.days(1)
    for member_id in room.members[2:]:
        leave(room.database, member_id)
    room.clock.days(1)
    comes_in(room)
    assert met(room) == ALL_OF_THEM + 2


def test_who_comes_back_meets_who_came_in_between_from_then_on(room: ConsortiumRoom) -> None:
    room.clock.days(1)
    for member_id in room.members:
        leave(room.database, member_id)
    room.clock.days(1)
    comes_in(room)
    room.clock.days(1)
    assert met(room) == ALL_OF_THEM
    come_back(room.database, room.members[0])
    assert met(room) == ALL_OF_THEM + 1


def test_it_counts_for_the_year_in_which_they_met_and_not_in_which_one_joined(
    room: ConsortiumRoom,
) -> None:
    room.clock.days(1)
    for member_id in room.members:
        leave(room.database, member_id)
    room.clock.time += timedelta(days=1)
    comes_in(room)
    year = day_of(room.clock.time, laptop_zone()).year
    while day_of(room.clock.time, laptop_zone()).year == year:
        room.clock.days(30)
    come_back(room.database, room.members[0])
    assert met(room) == 1
