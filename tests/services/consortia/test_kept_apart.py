"""People who are kept apart and are moved together by hand: it is said, and never to the room."""

from contextlib import AbstractContextManager

import pytest

from kdc_desktop.domain.people.sectors import LETTERS
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Fillable, Text
from kdc_desktop.screens.consortia.room import consortia_slide
from kdc_desktop.services.consortia.confirming import still_open
from kdc_desktop.services.consortia.forming import set_wanted
from kdc_desktop.services.consortia.joining import Joiner, join
from kdc_desktop.services.consortia.moving import move_delegate, move_member, set_pinned
from kdc_desktop.services.consortia.near import told_of_filling, told_of_joining
from kdc_desktop.services.consortia.placement import preview
from kdc_desktop.services.consortia.questions import overview
from kdc_desktop.services.consortia.roles import add_open_role
from kdc_desktop.services.consortia.rows import ConsortiumRow
from kdc_desktop.services.consortia.suggestions import apply_suggestion, broken_now, problem_of
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.services.joined.offers import ROLES
from kdc_desktop.services.people.apart import keep_apart, keep_apart_no_longer
from kdc_desktop.services.people.capacities import limit_groups
from kdc_desktop.storage import Edit
from tests.rooms.consortia_room import Room, columns, id_of, member, placed_by_hand
from tests.rooms.one_suggestion import suggest


def said(row: ConsortiumRow) -> list[str]:
    return [pair.sentence for pair in row.together]


APART = "Aino Salmi and Eero Salmi are kept apart."


@pytest.fixture
def near(room: Room) -> list[int]:
    """The first two people in the first of three consortia, and since then kept apart."""
    ids = placed_by_hand(room)
    for key in room.people[:2]:
        move_delegate(room.database, 1, key, ids[0], CONSORTIUM_TRAILS)
    keep_apart(room.database, room.people[0], room.people[1], "an old quarrel")
    return ids


def test_a_consortium_tells_of_two_who_are_kept_apart_until_one_has_gone(
    room: Room, near: list[int]
) -> None:
    assert [said(row) for row in columns(room)] == [[APART], [], []]
    move_delegate(room.database, 1, room.people[1], near[1], CONSORTIUM_TRAILS)
    assert [said(row) for row in columns(room)] == [[], [], []]
    room.database.undo()
    keep_apart_no_longer(room.database, *room.people[:2])
    assert [said(row) for row in columns(room)] == [[], [], []]


def test_a_member_that_is_moved_brings_all_who_speak_for_it(room: Room, near: list[int]) -> None:
    keep_apart_no_longer(room.database, *room.people[:2])
    keep_apart(room.database, room.people[1], room.people[8])
    move_delegate(room.database, 1, room.people[8], near[2], CONSORTIUM_TRAILS)
    move_delegate(room.database, 1, room.people[0], near[2], CONSORTIUM_TRAILS)
    mobility = member(room, 2, "Harbour Mobility")
    move_member(room.database, id_of(mobility), near[0], CONSORTIUM_TRAILS)
    assert said(columns(room)[0]) == ["Eero Salmi and Oona Salmi are kept apart."]


def test_the_room_sees_nothing_of_it(room: Room, near: list[int]) -> None:
    seen = overview(room.database, 1, CONSORTIUM_TRAILS)
    slide = consortia_slide(seen, "Find your table")
    keep_apart_no_longer(room.database, *room.people[:2])
    assert slide == consortia_slide(overview(room.database, 1, CONSORTIUM_TRAILS), slide.headline)
    assert "apart" not in slide.description
    assert "quarrel" not in repr(seen)


def test_it_is_said_before_consortia_are_confirmed(room: Room, near: list[int]) -> None:
    seen = overview(room.database, 1, CONSORTIUM_TRAILS)
    still = still_open(room.database, 1, seen, CONSORTIUM_TRAILS)
    assert [pair.sentence for pair in still.together] == [APART]


def test_who_fills_a_role_where_somebody_sits_from_whom_they_are_kept_apart_is_told_of(
    room: Room, near: list[int]
) -> None:
    role = add_open_role(room.database, near[0], "Somebody for the permits")
    keep_apart(room.database, room.people[1], room.people[5])
    told = ROLES.fill(room.database, 1, role, room.people[5])
    assert told == "Eero Salmi and Lauri Salmi are kept apart, and both are in Yard bikes now."
    assert told_of_filling(room.database, 1, role, room.people[7]) == ""


def test_a_resident_who_joins_by_hand_is_told_of_as_well(room: Room) -> None:
    ids = placed_by_hand(room)
    one, other = room.people[4], room.people[9]
    keep_apart(room.database, one, other)
    for key in (one, other):
        join(room.database, ids[0], Joiner(person_id=key))
    told = told_of_joining(room.database, ids[0], [other], None)
    assert told == "Kerttu Salmi and Pekka Salmi are kept apart, and both are in Yard bikes now."
    assert said(columns(room)[0]) == ["Kerttu Salmi and Pekka Salmi are kept apart."]


def test_a_suggestion_that_was_found_before_two_were_kept_apart_is_not_used_silently(
    room: Room,
) -> None:
    placed = {key: room.winners[at % 3] for at, key in enumerate(room.people)}
    keep_apart(room.database, room.people[0], room.people[3])
    assert said(preview(overview(room.database, 1, CONSORTIUM_TRAILS), placed).consortia[0]) == [
        "Aino Salmi and Juho Salmi are kept apart."
    ]
    with pytest.raises(UserError, match="Aino Salmi and Juho Salmi are kept apart, and bo"):
        apply_suggestion(room.database, 1, placed, CONSORTIUM_TRAILS)
    assert columns(room) == ()
    broken = broken_now(overview(room.database, 1, CONSORTIUM_TRAILS), placed, None)
    apply_suggestion(room.database, 1, placed, CONSORTIUM_TRAILS, although=broken)
    assert [len(row.together) for row in columns(room)] == [1, 0, 0]


def test_what_is_kept_apart_while_a_suggestion_is_being_used_is_seen_in_time(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    placed = {key: room.winners[at % 3] for at, key in enumerate(room.people)}
    begin = room.database.edit

    def be_late(label: Text | Fillable) -> AbstractContextManager[Edit]:
        monkeypatch.undo()
        keep_apart(room.database, room.people[0], room.people[3])
        return begin(label)

    monkeypatch.setattr(room.database, "edit", be_late)
    with pytest.raises(UserError, match="kept apart"):
        apply_suggestion(room.database, 1, placed, CONSORTIUM_TRAILS)
    assert columns(room) == ()


def test_an_organisation_whose_limit_was_lowered_since_is_told_of(room: Room) -> None:
    placed = {key: room.winners[at % 3] for at, key in enumerate(room.people)}
    limit_groups(room.database, room.organisations[0], 1)
    limit = "Harbour Mobility would be in 3 groups, its limit is 1."
    with pytest.raises(UserError, match=limit):
        apply_suggestion(room.database, 1, placed, CONSORTIUM_TRAILS)


def test_a_size_that_was_said_since_is_told_of_and_one_that_nobody_said_is_none(
    room: Room,
) -> None:
    placed = dict.fromkeys(room.people[:12], room.winners[0])
    apply_suggestion(room.database, 1, placed, CONSORTIUM_TRAILS)
    set_wanted(room.database, [columns(room)[0].id or 0], 1, 5, LETTERS[0])
    with pytest.raises(UserError, match="Yard bikes would have 12 people, its limit is 5"):
        apply_suggestion(room.database, 1, placed, CONSORTIUM_TRAILS)


def test_what_those_who_are_pinned_break_by_themselves_keeps_no_suggestion_from_being_used(
    room: Room, near: list[int]
) -> None:
    set_pinned(room.database, 1, room.people[:2], True)
    found = suggest(problem_of(room.database, 1, CONSORTIUM_TRAILS))
    pinned = "Aino Salmi and Eero Salmi are kept apart, and both are pinned to Yard bikes."
    assert pinned in found.could_not
    apply_suggestion(room.database, 1, found.placed, CONSORTIUM_TRAILS)
    assert said(columns(room)[0]) == [APART]
