"""Departments as members: two of the City are two members, and whole organisations stay."""

from collections.abc import Sequence

import pytest

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Department, Person
from kdc_desktop.services.consortia.leaving import leave
from kdc_desktop.services.consortia.membership import membership
from kdc_desktop.services.consortia.moving import move_delegate, move_member
from kdc_desktop.services.consortia.placement import preview
from kdc_desktop.services.consortia.questions import overview
from kdc_desktop.services.consortia.rows import MemberKind
from kdc_desktop.services.consortia.suggestions import apply_suggestion
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.people.organisations import remove_department
from kdc_desktop.services.visions.questions import FollowedVision
from tests.rooms.consortia_room import Room, columns, id_of, member, placed_by_hand


@pytest.fixture
def parts(room: Room) -> Sequence[int]:
    """Buildings and Environment of the second organisation, with its first two people each."""
    city = room.organisations[1]
    with room.database.edit(lazy("Split the city")) as edit:
        made = [Department(organisation_id=city, name=name) for name in ("Buildings", "Parks")]
        edit.add_all(made)
        edit.flush()
        ids = [one.id for one in made]
        of_city = [key for key in room.people if edit.get_one(Person, key).organisation_id == city]
        for at, key in enumerate(of_city[:2]):
            edit.get_one(Person, key).department_id = ids[at]
    return of_city


def test_two_departments_of_one_organisation_are_two_members(
    room: Room, parts: Sequence[int]
) -> None:
    first, *_rest = placed_by_hand(room)
    for person in parts[:2]:
        move_delegate(room.database, 1, person, first, CONSORTIUM_TRAILS)
    (column, *_others) = columns(room)
    assert [one.name for one in column.members] == [
        "City, Transport, Buildings",
        "City, Transport, Parks",
    ]
    assert {one.key.kind for one in column.members} == {MemberKind.DEPARTMENT}
    assert column.organisations == 1


def test_who_belongs_to_no_department_speaks_for_the_whole(
    room: Room, parts: Sequence[int]
) -> None:
    with room.database.edit(lazy("Left the department")) as edit:
        edit.get_one(Person, parts[1]).department_id = None
    first, *_rest = placed_by_hand(room)
    for person in parts[:2]:
        move_delegate(room.database, 1, person, first, CONSORTIUM_TRAILS)
    kinds = [one.key.kind for one in columns(room)[0].members]
    assert sorted(kinds) == [MemberKind.DEPARTMENT, MemberKind.ORGANISATION]


def test_a_whole_organisation_that_was_in_before_stays_with_its_people(
    room: Room, parts: Sequence[int]
) -> None:
    first, *_rest = placed_by_hand(room)
    with room.database.edit(lazy("Before there were departments")) as edit:
        part = edit.get_one(Person, parts[0]).department_id
        edit.get_one(Person, parts[0]).department_id = None
    move_delegate(room.database, 1, parts[0], first, CONSORTIUM_TRAILS)
    with room.database.edit(lazy("Now there are")) as edit:
        edit.get_one(Person, parts[0]).department_id = part
    move_delegate(room.database, 1, parts[1], first, CONSORTIUM_TRAILS)
    whole = member(room, 0, "City, Transport")
    assert [one.person_id for one in whole.delegates] == [parts[0]]
    assert len(columns(room)[0].members) == 2


def test_the_preview_of_a_suggestion_has_the_departments_that_applying_it_makes(
    room: Room, parts: Sequence[int]
) -> None:
    placed = dict.fromkeys(room.people[:10], room.winners[0])
    shown = preview(overview(room.database, 1, CONSORTIUM_TRAILS), placed).consortia
    apply_suggestion(room.database, 1, placed, CONSORTIUM_TRAILS)
    made = columns(room)
    told = [sorted((one.key, one.name) for one in column.members) for column in shown]
    assert told == [sorted((one.key, one.name) for one in column.members) for column in made]


def test_a_department_moves_to_the_same_department_in_another_consortium(
    room: Room, parts: Sequence[int]
) -> None:
    first, second, *_rest = placed_by_hand(room)
    move_delegate(room.database, 1, parts[0], first, CONSORTIUM_TRAILS)
    moved = id_of(member(room, 0, "City, Transport, Buildings"))
    move_member(room.database, moved, second, CONSORTIUM_TRAILS)
    assert [one.name for one in columns(room)[1].members] == ["City, Transport, Buildings"]


def test_whoever_is_placed_again_brings_a_member_back_that_had_left(
    room: Room, parts: Sequence[int]
) -> None:
    first, *_rest = placed_by_hand(room)
    move_delegate(room.database, 1, parts[0], first, CONSORTIUM_TRAILS)
    leave(room.database, id_of(member(room, 0, "City, Transport, Buildings")))
    assert columns(room)[0].members == ()
    waiting = overview(room.database, 1, CONSORTIUM_TRAILS).waiting
    assert parts[0] in [one.person_id for one in waiting]
    move_delegate(room.database, 1, parts[0], first, CONSORTIUM_TRAILS)
    assert [one.name for one in columns(room)[0].members] == ["City, Transport, Buildings"]
    assert [row.is_in for row in membership(room.database, first)] == [True]


def test_the_vision_asks_each_department_by_itself(room: Room, parts: Sequence[int]) -> None:
    first, *_rest = placed_by_hand(room)
    for person in parts[:2]:
        move_delegate(room.database, 1, person, first, CONSORTIUM_TRAILS)
    page = FollowedVision(room.database, first).page
    assert sorted(one.name for one in page.members) == [
        "City, Transport, Buildings",
        "City, Transport, Parks",
    ]


def test_a_department_that_is_a_member_cannot_be_removed(room: Room, parts: Sequence[int]) -> None:
    first, *_rest = placed_by_hand(room)
    move_delegate(room.database, 1, parts[0], first, CONSORTIUM_TRAILS)
    with room.database.edit(lazy("Left the department")) as edit:
        person = edit.get_one(Person, parts[0])
        part, person.department_id = person.department_id, None
    assert part is not None
    with pytest.raises(UserError, match="Buildings is a member of a consortium"):
        remove_department(room.database, part, PEOPLE.organisation_trails)
