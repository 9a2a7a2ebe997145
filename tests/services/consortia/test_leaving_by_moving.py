"""Whoever is moved out of a consortium in which it has spoken leaves it, and nothing is lost."""

import pytest

from kdc_desktop.errors import UserError
from kdc_desktop.services.consortia.membership import membership
from kdc_desktop.services.consortia.moving import move_delegate, move_member
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.services.visions.commitments import commit
from kdc_desktop.services.visions.questions import FollowedVision
from tests.rooms.consortia_room import Room, columns, id_of, member, placed_by_hand


def promised(room: Room) -> tuple[int, int, int]:
    """Harbour Mobility has promised something in the first consortium; the second, and its id."""
    first, second, *_rest = placed_by_hand(room)
    move_delegate(room.database, 1, room.people[0], first, CONSORTIUM_TRAILS)
    mobility = id_of(member(room, 0, "Harbour Mobility"))
    commit(room.database, mobility, "Ten bikes", None)
    return first, second, mobility


def test_a_member_that_has_spoken_is_not_moved_but_may_leave(room: Room) -> None:
    _first, second, mobility = promised(room)
    for move in (
        lambda: move_member(room.database, mobility, second, CONSORTIUM_TRAILS),
        lambda: move_delegate(room.database, 1, room.people[0], second, CONSORTIUM_TRAILS),
    ):
        with pytest.raises(UserError, match="let it leave: what it said stays"):
            move()


def test_a_member_that_leaves_for_another_consortium_is_in_both_ledgers(room: Room) -> None:
    first, second, mobility = promised(room)
    move_member(room.database, mobility, second, CONSORTIUM_TRAILS, leaving=True)
    assert [row.is_in for row in membership(room.database, first)] == [False]
    assert [row.name for row in membership(room.database, second)] == ["Harbour Mobility"]
    assert columns(room)[0].members == ()
    assert [one.person_id for one in columns(room)[1].members[0].delegates] == [room.people[0]]
    (promise,) = FollowedVision(room.database, first).page.commitments
    assert promise.member == "Harbour Mobility, who has left"
    room.database.undo()
    assert [one.name for one in columns(room)[0].members] == ["Harbour Mobility"]


def test_the_last_delegate_who_goes_on_lets_the_member_leave(room: Room) -> None:
    first, second, _mobility = promised(room)
    move_delegate(room.database, 1, room.people[0], second, CONSORTIUM_TRAILS, leaving=True)
    assert [row.is_in for row in membership(room.database, first)] == [False]
    assert [row.is_in for row in membership(room.database, second)] == [True]


def test_who_has_nobody_here_leaves_for_another_by_itself(room: Room) -> None:
    first, second, mobility = promised(room)
    move_delegate(room.database, 1, room.people[0], None, CONSORTIUM_TRAILS, leaving=True)
    move_delegate(room.database, 1, room.people[0], first, CONSORTIUM_TRAILS)
    assert [row.id for row in membership(room.database, first) if row.is_in] == [mobility]
    move_delegate(room.database, 1, room.people[0], second, CONSORTIUM_TRAILS, leaving=True)
    move_delegate(room.database, 1, room.people[0], first, CONSORTIUM_TRAILS)
    assert [row.is_in for row in membership(room.database, second)] == []
