"""The versions of one vision, and what it needs to be ready."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from pathlib import Path

import pytest

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.visions.stages import VISION
from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text, lazy
from kdc_desktop.instants import day_of, laptop_zone
from kdc_desktop.model.consortia import Consortium, Member
from kdc_desktop.model.visions import Vision
from kdc_desktop.services.consortia.roles import add_open_role, fill_open_role
from kdc_desktop.services.joined.endings import ENDING
from kdc_desktop.services.sessions.agenda import add_stage
from kdc_desktop.services.visions.commitments import (
    commit,
    fulfil_commitment,
    remove_commitment,
    reopen_commitment,
)
from kdc_desktop.services.visions.positions import clear_position, take_position
from kdc_desktop.services.visions.questions import consortia_with_visions
from kdc_desktop.services.visions.readings import set_reading
from kdc_desktop.services.visions.reservations import Concern, settle_reservation
from kdc_desktop.services.visions.scale import set_agreed_level
from kdc_desktop.services.visions.versions import save_version
from kdc_desktop.storage import Database, Edit
from tests.rooms.consortium_room import ConsortiumRoom, add_consortium
from tests.rooms.statements import queries_of
from tests.rooms.vision_pages import vision_page
from tests.services.visions.on_a_vision import FIRST, SECOND, all_at, latest, page, words


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
        "North Insurance stands at 3; usually all stand at 5 or higher.",
        "University, Urban lab has not answered version 1.",
    )
    set_agreed_level(room.database, room.consortium_id, 3)
    assert page(room).readiness == state  # what counts as agreed stays with the asking


def test_nobody_is_ready_beside_an_open_role(room: ConsortiumRoom, first: int) -> None:
    all_at(room, first, 7)
    role_id = add_open_role(room.database, room.consortium_id, "Someone who decides on permits")
    state = page(room).readiness
    assert words(state) == ("Still looked for: Someone who decides on permits.",)
    assert not consortia_with_visions(room.database, room.session_id)[0].ready
    fill_open_role(room.database, role_id, room.members[4])
    assert page(room).readiness.ready


def test_an_objection_stands_in_the_way_until_it_is_settled(
    room: ConsortiumRoom, first: int
) -> None:
    all_at(room, first, 7)
    concern = Concern("Only if locked indoors.", True, " Aino ")
    take_position(room.database, first, room.members[5], 7, concern=concern)
    reservation_id = page(room).reservations[0].id
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
        take_position(room.database, first, room.members[0], 7, concern=Concern("  "))


def test_a_reading_is_a_members_own_words(room: ConsortiumRoom, first: int) -> None:
    set_reading(room.database, first, room.members[0], " More bikes sold ")
    set_reading(room.database, first, room.members[1], "Fewer cars")
    set_reading(room.database, first, room.members[1], "")
    assert page(room).readings == {(room.members[0], first): "More bikes sold"}


def test_commitments_stand_by_their_day_and_can_be_ticked_off(room: ConsortiumRoom) -> None:
    today = day_of(room.clock(), laptop_zone())
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
    return len(queries_of(lambda: question(room.database, key)))


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
    assert words(page(room).readiness) == ("Nobody from academia is in, except as an observer.",)


def test_the_end_of_an_evening_says_which_consortia_have_no_vision_where_one_was_to_be_written(
    room: ConsortiumRoom,
) -> None:
    def said() -> list[str]:
        ends = (end.sentence(room.database, room.session_id) for end in ENDING.loose_ends)
        return [*filter(None, ends)]

    add_consortium(room.database, room.session_id, "Library of tools")
    assert said() == []
    add_stage(room.database, room.session_id, VISION)
    assert said() == ["2 consortia have no vision: Yard bikes, Library of tools."]
    save_version(room.database, room.consortium_id, FIRST)
    assert said() == ["1 consortium has no vision: Library of tools."]


def test_the_log_names_the_version_that_was_saved_though_another_hand_came_between(
    room: ConsortiumRoom, first: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    database, edit = room.database, room.database.edit
    came: list[str] = []

    def another_is_first(label: Text) -> AbstractContextManager[Edit]:
        if not came:
            came.append("once")
            save_version(database, room.consortium_id, "Somebody else's words.")
        return edit(label)

    monkeypatch.setattr(database, "edit", another_is_first)
    saved = save_version(database, room.consortium_id, "Our words.")
    with database.read() as snapshot:
        assert snapshot.get_one(Vision, saved).number == 3
    assert str(database.undo().label) == "Saved version 3 of the vision of Yard bikes"
