"""Where every member stands on a vision, in levels and in words."""

import pytest

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.visions.positions import Stance, Trend
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model.consortia import Member
from kdc_desktop.services.consortia.leaving import come_back, leave
from kdc_desktop.services.visions.askings import open_asking
from kdc_desktop.services.visions.consortium_ledger import consortium_ledger
from kdc_desktop.services.visions.positions import clear_position, take_position
from kdc_desktop.services.visions.questions import consortia_with_visions
from kdc_desktop.services.visions.reservations import Concern
from kdc_desktop.services.visions.scale import set_agreed_level, set_scale
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.consortium_room import ConsortiumRoom, add_consortium
from tests.rooms.vision_pages import reveal_all, vision_page
from tests.services.visions.on_a_vision import SECOND, page


def test_a_new_position_takes_the_place_of_the_old_one_and_keeps_its_words(
    room: ConsortiumRoom, first: int
) -> None:
    member = room.members[5]
    take_position(room.database, first, member, 4, "Who pays?", "A lock")
    take_position(room.database, first, member, 6)
    position = page(room).positions[member, first]
    assert (position.level, position.reason, position.would_move) == (6, "Who pays?", "A lock")
    clear_position(room.database, first, member)
    assert page(room).positions == {}
    room.database.undo()
    assert page(room).positions[member, first] == position


@pytest.mark.parametrize("level", [0, 9, -1])
def test_a_level_is_one_of_the_scale(room: ConsortiumRoom, first: int, level: int) -> None:
    with pytest.raises(UserError, match="goes from 1 to 8"):
        take_position(room.database, first, room.members[0], level)
    with pytest.raises(UserError, match="goes from 1 to 8"):
        set_agreed_level(room.database, room.consortium_id, level)


def test_a_member_of_another_consortium_has_no_position_here(
    room: ConsortiumRoom, first: int
) -> None:
    _, others = add_consortium(
        room.database, room.session_id, "Roofs", (("Solar", "C", MemberRole.LEAD),)
    )
    with pytest.raises(ValueError, match="another consortium"):
        take_position(room.database, first, others[0], 5)


def test_another_scale_is_for_the_next_asking(room: ConsortiumRoom, first: int) -> None:
    set_scale(room.database, room.consortium_id, "fist5")
    assert (page(room).scale.key, page(room).agreed_level) == ("fist5", 3)
    take_position(room.database, first, room.members[0], 0)
    with pytest.raises(UserError, match="Reveal their answers first"):
        set_scale(room.database, room.consortium_id, "consent")
    reveal_all(room.database)
    set_scale(room.database, room.consortium_id, "consent")
    assert [one.scale for one in page(room).askings] == ["fist5"]


def test_silence_decline_and_late_joining_are_told_apart(room: ConsortiumRoom, first: int) -> None:
    north, lab, harbour = room.members[5], room.members[4], room.members[0]
    take_position(room.database, first, lab, 6)
    take_position(room.database, first, north, 4)
    take_position(room.database, first, harbour, 7)
    room.clock.days(41)
    second = save_version(room.database, room.consortium_id, SECOND)
    room.clock.days(1)
    with room.database.edit(lazy("Joined")) as edit:
        edit.get_one(Member, room.members[6]).joined_at = room.clock()
    take_position(room.database, second, north, 3)
    take_position(room.database, second, harbour, 8)
    now = page(room)
    by_id = {member.id: member for member in now.members}
    assert str(by_id[lab].remark) == "silent 42 days"
    assert str(by_id[north].remark) == "fell, below 5"
    assert (by_id[harbour].trend, by_id[harbour].remark) == (Trend.RISING, None)
    late = [now.stance(by_id[room.members[6]], version) for version in now.versions]
    assert late == [Stance.JOINED_LATER, Stance.WAITING]
    assert now.sector_means == {"C": 5.5}


def test_nobody_is_silent_about_a_version_that_nobody_was_asked_about(
    room: ConsortiumRoom, first: int
) -> None:
    take_position(room.database, first, room.members[0], 3)
    reveal_all(room.database)
    room.clock.days(24)
    save_version(room.database, room.consortium_id, SECOND)
    told = [str(member.remark or "") for member in page(room).members]
    assert told == ["below 5", *["silent 24 days"] * 6]
    ledger = consortium_ledger(room.database, room.consortium_id)
    assert not [one for reason in ledger.reasons for one in reason.about if "silent" in str(one)]
    open_asking(room.database, room.consortium_id, room.session_id)
    told = [str(member.remark or "") for member in page(room).members]
    assert told == ["silent 24 days"] * 7


def test_an_observer_is_not_asked(room: ConsortiumRoom, first: int) -> None:
    with room.database.edit(lazy("Observe")) as edit:
        edit.get_one(Member, room.members[5]).role = MemberRole.OBSERVER
    for member in room.members[:5] + room.members[6:]:
        take_position(room.database, first, member, 7)
    assert page(room).readiness.ready
    with pytest.raises(UserError, match="North Insurance observes"):
        take_position(room.database, first, room.members[5], 7)
    choice = consortia_with_visions(room.database, room.session_id)[0]
    assert (choice.answered, choice.members) == (6, 6)


def test_a_position_and_its_reservation_are_one_undo(room: ConsortiumRoom) -> None:
    version = save_version(room.database, room.consortium_id, "A bike for every yard.")
    member = room.members[0]
    concern = Concern("Where do they stand in winter?", objection=True)
    take_position(room.database, version, member, 2, concern=concern)
    assert [r.text for r in vision_page(room.database, room.consortium_id).reservations] == [
        "Where do they stand in winter?"
    ]
    room.database.undo()
    page = vision_page(room.database, room.consortium_id)
    assert (page.reservations, page.positions) == ((), {})


def test_a_concern_that_says_nothing_leaves_no_position(room: ConsortiumRoom) -> None:
    version = save_version(room.database, room.consortium_id, "A bike for every yard.")
    with pytest.raises(UserError, match="reservation"):
        take_position(room.database, version, room.members[0], 2, concern=Concern(" "))
    assert vision_page(room.database, room.consortium_id).positions == {}


def test_who_has_left_is_not_waited_for_nor_called_silent(room: ConsortiumRoom, first: int) -> None:
    take_position(room.database, first, room.members[0], 7)
    leave(room.database, room.members[1])
    room.clock.days(40)
    (version,) = page(room).versions
    member = page(room).members[1]
    assert (page(room).stance(member, version), member.remark) == (Stance.LEFT, None)
    come_back(room.database, room.members[1])
    member = page(room).members[1]
    assert page(room).stance(member, version) is Stance.WAITING
    assert str(member.remark) == "silent 40 days"
