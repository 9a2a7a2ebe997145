"""One vision, and where every member stands on it."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.visions.positions import Trend
from kdc_desktop.domain.visions.readiness import Readiness
from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model.consortia import Consortium, Member
from kdc_desktop.services.visions.commitments import (
    commit,
    fulfil_commitment,
    remove_commitment,
    reopen_commitment,
)
from kdc_desktop.services.visions.positions import clear_position, take_position
from kdc_desktop.services.visions.questions import consortia_with_visions, vision_page
from kdc_desktop.services.visions.readings import set_reading
from kdc_desktop.services.visions.reservations import Concern, raise_reservation, settle_reservation
from kdc_desktop.services.visions.rows import VersionRow, VisionPage
from kdc_desktop.services.visions.scale import set_agreed_level, set_scale
from kdc_desktop.services.visions.versions import correct_version, save_version
from kdc_desktop.storage import Database
from tests.rooms.consortium_room import ConsortiumRoom, add_consortium, make_consortium

FIRST = "Every yard shares a cargo bike."
SECOND = "Every yard shares a cargo bike, insured and stored indoors."


@pytest.fixture
def room(tmp_path: Path) -> Iterator[ConsortiumRoom]:
    made = make_consortium(tmp_path / "club.kdc")
    yield made
    made.database.close()


@pytest.fixture
def first(room: ConsortiumRoom) -> int:
    return save_version(room.database, room.consortium_id, FIRST)


def page(room: ConsortiumRoom) -> VisionPage:
    return vision_page(room.database, room.consortium_id)


def latest(room: ConsortiumRoom) -> VersionRow:
    found = page(room).latest
    assert found is not None
    return found


def words(state: Readiness) -> tuple[str, ...]:
    return tuple(str(reason) for reason in state.reasons)


def all_at(room: ConsortiumRoom, vision_id: int, level: int) -> None:
    for member_id in room.members:
        take_position(room.database, vision_id, member_id, level)


def test_versions_are_numbered_from_one(room: ConsortiumRoom, first: int) -> None:
    save_version(room.database, room.consortium_id, SECOND, note="  North asked for it ")
    assert [(v.number, v.text, v.note) for v in page(room).versions] == [
        (1, FIRST, ""),
        (2, SECOND, "North asked for it"),
    ]
    assert str(room.database.undo().label) == "Saved version 2 of the vision of Yard bikes"
    assert latest(room).number == 1


@pytest.mark.parametrize("text", ["", "  \n", f" {FIRST}  ", FIRST.replace(" ", "  "), "x" * 2001])
def test_a_version_says_something_new(room: ConsortiumRoom, first: int, text: str) -> None:
    with pytest.raises(UserError):
        save_version(room.database, room.consortium_id, text)
    assert len(page(room).versions) == 1


def test_a_version_is_corrected_only_while_nobody_has_a_position_on_it(
    room: ConsortiumRoom, first: int
) -> None:
    correct_version(room.database, first, SECOND)
    assert latest(room).text == SECOND
    take_position(room.database, first, room.members[0], 7)
    with pytest.raises(UserError, match="Save your words as a new version"):
        correct_version(room.database, first, FIRST)


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


def test_the_scale_is_chosen_before_positions_are_taken(room: ConsortiumRoom, first: int) -> None:
    set_scale(room.database, room.consortium_id, "fist5")
    assert (page(room).scale.key, page(room).agreed_level) == ("fist5", 3)
    take_position(room.database, first, room.members[0], 0)
    with pytest.raises(UserError, match="Clear them first"):
        set_scale(room.database, room.consortium_id, "consent")


def test_a_consortium_is_ready_when_all_stand_at_the_agreed_level(
    room: ConsortiumRoom, first: int
) -> None:
    all_at(room, first, 7)
    assert str(page(room).readiness.headline) == "Ready to go"
    take_position(room.database, first, room.members[5], 3)
    clear_position(room.database, first, room.members[4])
    state = page(room).readiness
    assert str(state.headline) == "Not yet: two things"
    assert words(state) == (
        "North Insurance stands at 3, you agreed on 5.",
        "University, Urban lab has not answered version 1.",
    )
    set_agreed_level(room.database, room.consortium_id, 3)
    assert str(page(room).readiness.headline) == "Not yet: one thing"


def test_an_objection_stands_in_the_way_until_it_is_settled(
    room: ConsortiumRoom, first: int
) -> None:
    all_at(room, first, 7)
    reservation_id = raise_reservation(
        room.database, first, room.members[5], Concern("Only if locked indoors.", True, " Aino ")
    )
    room.clock.days(12)
    row = page(room).reservations[0]
    assert (row.member, row.owner, row.state, row.days) == ("North Insurance", "Aino", "open", 12)
    assert words(page(room).readiness) == (
        "An objection of North Insurance has been open for 12 days.",
    )
    settle_reservation(room.database, reservation_id, ReservationState.ADDRESSED, "in version 2")
    room.clock.days(5)
    row = page(room).reservations[0]
    assert (row.state, row.answer, row.owner, row.days) == ("addressed", "in version 2", "Aino", 12)
    assert page(room).readiness.ready
    settle_reservation(room.database, reservation_id, ReservationState.OPEN)
    assert not page(room).readiness.ready


def test_a_reservation_says_something(room: ConsortiumRoom, first: int) -> None:
    with pytest.raises(UserError):
        raise_reservation(room.database, first, room.members[0], Concern("  "))


def test_a_reading_is_a_members_own_words(room: ConsortiumRoom, first: int) -> None:
    set_reading(room.database, first, room.members[0], " More bikes sold ")
    set_reading(room.database, first, room.members[1], "Fewer cars")
    set_reading(room.database, first, room.members[1], "")
    assert page(room).readings == {(room.members[0], first): "More bikes sold"}


def test_commitments_stand_by_their_day_and_can_be_ticked_off(room: ConsortiumRoom) -> None:
    today = room.clock().date()
    late = commit(room.database, room.members[0], "Two bikes", today - timedelta(days=1))
    commit(room.database, room.members[1], "A yard", None)
    commit(room.database, room.members[2], "Volunteers", date(2026, 10, 1))
    rows = page(room).commitments
    assert [(row.what, row.overdue) for row in rows] == [
        ("Two bikes", True),
        ("Volunteers", False),
        ("A yard", False),
    ]
    fulfil_commitment(room.database, late)
    assert [(row.what, row.done) for row in page(room).commitments][-1] == ("Two bikes", True)
    reopen_commitment(room.database, late)
    assert page(room).commitments == rows
    remove_commitment(room.database, late)
    assert len(page(room).commitments) == 2
    with pytest.raises(UserError):
        commit(room.database, room.members[0], " ", None)


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
    assert str(by_id[north].remark) == "fell, below the agreed 5"
    assert (by_id[harbour].trend, by_id[harbour].remark) == (Trend.RISING, None)
    assert now.joined_later(by_id[room.members[6]], now.versions[0])
    assert not now.joined_later(by_id[room.members[6]], now.versions[1])
    assert now.sector_means == {"C": 5.5}


def test_an_observer_is_not_asked(room: ConsortiumRoom, first: int) -> None:
    with room.database.edit(lazy("Observe")) as edit:
        edit.get_one(Member, room.members[5]).role = MemberRole.OBSERVER
    all_at(room, first, 7)
    clear_position(room.database, first, room.members[5])
    assert page(room).readiness.ready
    choice = consortia_with_visions(room.database, room.session_id)[0]
    assert (choice.answered, choice.members) == (6, 6)


def test_the_chooser_tells_how_far_each_consortium_is(room: ConsortiumRoom, first: int) -> None:
    add_consortium(room.database, room.session_id, "Roofs")
    take_position(room.database, first, room.members[0], 7)
    bikes, roofs = consortia_with_visions(room.database, room.session_id)
    assert (bikes.name, bikes.version_number, bikes.answered, bikes.members) == (
        "Yard bikes",
        1,
        1,
        7,
    )
    assert (roofs.name, roofs.version_number, roofs.members, roofs.ready) == ("Roofs", 0, 0, False)


def queries(room: ConsortiumRoom, question: Callable[[Database, int], object], key: int) -> int:
    count: list[int] = []
    engine = room.database._engine

    def listen(*_: object) -> None:
        count.append(1)

    event.listen(engine, "before_cursor_execute", listen)
    question(room.database, key)
    event.remove(engine, "before_cursor_execute", listen)
    return len(count)


def test_the_questions_take_as_many_queries_for_forty_members_as_for_seven(
    tmp_path: Path, room: ConsortiumRoom, first: int
) -> None:
    crowd = tuple((f"Company {n}", "C" if n % 2 else "R", MemberRole.PARTNER) for n in range(40))
    big, members = add_consortium(room.database, room.session_id, "Crowd", crowd)
    few = queries(room, vision_page, room.consortium_id)
    for number in range(3):
        version = save_version(room.database, big, f"Version {number}")
        for member in members[:10]:
            take_position(room.database, version, member, 5)
    assert queries(room, vision_page, big) == few
    before = queries(room, consortia_with_visions, room.session_id)
    add_consortium(room.database, room.session_id, "Roofs")
    assert queries(room, consortia_with_visions, room.session_id) == before


def test_a_change_of_needed_sectors_names_who_is_missing(room: ConsortiumRoom, first: int) -> None:
    all_at(room, first, 8)
    with room.database.edit(lazy("Leave")) as edit:
        edit.get_one(Consortium, room.consortium_id).needed_sectors = "CPATR"
        edit.get_one(Member, room.members[4]).role = MemberRole.OBSERVER
    assert words(page(room).readiness) == ("No academic is in, except as an observer.",)


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
