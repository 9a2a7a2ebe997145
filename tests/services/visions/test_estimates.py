"""What the facilitator alone thinks of members."""

from sqlalchemy import select

from kdc_desktop.domain.visions.states import Engagement
from kdc_desktop.model import Estimate
from kdc_desktop.services.visions.estimates import (
    EstimateRow,
    estimates,
    forget_estimate,
    set_estimate,
)
from tests.rooms.consortium_room import ConsortiumRoom


def kept(room: ConsortiumRoom) -> list[tuple[str, str]]:
    with room.database.read() as snapshot:
        found = snapshot.scalars(select(Estimate).order_by(Estimate.id))
        return [(one.now.value, one.needed.value) for one in found]


def test_what_was_thought_last_counts_and_what_was_thought_before_is_kept(
    room: ConsortiumRoom,
) -> None:
    member = room.members[5]
    set_estimate(room.database, member, Engagement.RESISTANT, Engagement.SUPPORTIVE)
    room.clock.days(30)
    set_estimate(room.database, member, Engagement.NEUTRAL, Engagement.SUPPORTIVE)
    set_estimate(room.database, member, Engagement.NEUTRAL, Engagement.LEADING)
    assert estimates(room.database, room.consortium_id) == {
        member: EstimateRow(Engagement.NEUTRAL, Engagement.LEADING)
    }
    assert kept(room) == [("resistant", "supportive"), ("neutral", "leading")]


def test_the_log_names_nobody_and_no_level(room: ConsortiumRoom) -> None:
    set_estimate(room.database, room.members[5], Engagement.RESISTANT, Engagement.LEADING)
    assert str(room.database.undo().label) == "Noted something for yourself"
    assert estimates(room.database, room.consortium_id) == {}


def test_an_estimate_can_be_forgotten(room: ConsortiumRoom) -> None:
    set_estimate(room.database, room.members[5], Engagement.UNAWARE, Engagement.LEADING)
    room.clock.days(2)
    set_estimate(room.database, room.members[5], Engagement.NEUTRAL, Engagement.LEADING)
    forget_estimate(room.database, room.members[5])
    assert kept(room) == []
    room.database.undo()
    assert len(kept(room)) == 2
