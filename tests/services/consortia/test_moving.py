"""Members and delegates move between consortia, and nothing that was said is lost."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Delegate, Member, Person, Position, Session, Vision
from kdc_desktop.services.consortia.forming import remove_consortium
from kdc_desktop.services.consortia.moving import move_delegate, move_member
from kdc_desktop.services.consortia.placement import Memory
from kdc_desktop.services.consortia.placing import place_people
from kdc_desktop.services.consortia.questions import overview
from kdc_desktop.services.consortia.roles import set_role
from kdc_desktop.services.consortia.suggestions import apply_suggestion, problem_of
from kdc_desktop.services.consortia.trails import ConsortiumTrail
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.storage import open_database
from tests.rooms.consortia_room import (
    EVENING,
    STARTS,
    Room,
    columns,
    id_of,
    make_room,
    member,
    placed_by_hand,
)


def say_something(room: Room, member_id: int, consortium_id: int) -> None:
    with room.database.edit(lazy("Took a position")) as edit:
        vision = Vision(
            consortium_id=consortium_id, number=1, text="Free yards", created_at=EVENING
        )
        edit.add(vision)
        edit.flush()
        edit.add(Position(vision_id=vision.id, member_id=member_id, level=7, at=EVENING))


def test_a_moved_member_joins_its_organisation_where_that_is_already(room: Room) -> None:
    first, second, _ = placed_by_hand(room)
    one, two = room.people[0], room.people[8]
    move_delegate(room.database, 1, one, first, CONSORTIUM_TRAILS)
    move_delegate(room.database, 1, two, second, CONSORTIUM_TRAILS)
    move_member(
        room.database, id_of(member(room, 0, "Harbour Mobility")), second, CONSORTIUM_TRAILS
    )
    assert columns(room)[0].members == ()
    merged = member(room, 1, "Harbour Mobility")
    assert {each.person_id for each in merged.delegates} == {one, two}
    room.database.undo()
    assert [column.people for column in columns(room)] == [1, 1, 0]


def test_where_somebody_was_removed_meanwhile_that_is_said_and_nobody_is_placed(
    room: Room,
) -> None:
    first, _, _ = placed_by_hand(room)
    gone = max(room.people) + 1_000
    with (
        pytest.raises(UserError, match="has been removed meanwhile"),
        room.database.edit(lazy("Placed two")) as edit,
    ):
        place_people(edit, 1, {room.people[0]: first, gone: first}, EVENING, CONSORTIUM_TRAILS)
    assert [column.people for column in columns(room)] == [0, 0, 0]


def test_a_member_moves_with_its_role_and_all_delegates_and_can_wait(room: Room) -> None:
    first, _, third = placed_by_hand(room)
    for person in (room.people[0], room.people[8]):
        move_delegate(room.database, 1, person, first, CONSORTIUM_TRAILS)
    moved = member(room, 0, "Harbour Mobility")
    set_role(room.database, id_of(moved), MemberRole.LEAD)
    move_member(room.database, id_of(moved), third, CONSORTIUM_TRAILS)
    assert member(room, 2, "Harbour Mobility").role == MemberRole.LEAD
    assert len(member(room, 2, "Harbour Mobility").delegates) == 2
    move_member(room.database, id_of(moved), None, CONSORTIUM_TRAILS)
    assert [column.people for column in columns(room)] == [0, 0, 0]
    assert len(overview(room.database, 1, CONSORTIUM_TRAILS).waiting) == 20


def test_who_has_taken_a_position_is_not_moved_away(room: Room) -> None:
    first, second, _ = placed_by_hand(room)
    person = room.people[0]
    move_delegate(room.database, 1, person, first, CONSORTIUM_TRAILS)
    spoken = member(room, 0, "Harbour Mobility")
    say_something(room, id_of(spoken), first)
    moves: tuple[Callable[[], object], ...] = (
        lambda: move_member(room.database, id_of(spoken), second, CONSORTIUM_TRAILS),
        lambda: move_member(room.database, id_of(spoken), None, CONSORTIUM_TRAILS),
        lambda: move_delegate(room.database, 1, person, second, CONSORTIUM_TRAILS),
        lambda: apply_suggestion(room.database, 1, {person: room.winners[1]}, CONSORTIUM_TRAILS),
    )
    for move in moves:
        with pytest.raises(UserError, match=r"has taken a position|have changed since"):
            move()
    assert columns(room)[0].people == 1
    problem = problem_of(room.database, 1, CONSORTIUM_TRAILS)
    assert problem.pinned == {person: room.winners[0]}
    move_delegate(room.database, 1, room.people[8], first, CONSORTIUM_TRAILS)
    move_delegate(room.database, 1, person, second, CONSORTIUM_TRAILS)
    assert member(room, 0, "Harbour Mobility").id == spoken.id


def test_a_new_employer_changes_nothing_in_the_consortium(room: Room) -> None:
    first, *_ = placed_by_hand(room)
    move_delegate(room.database, 1, room.people[0], first, CONSORTIUM_TRAILS)
    with room.database.edit(lazy("Changed employer")) as edit:
        edit.get_one(Person, room.people[0]).organisation_id = room.organisations[2]
    assert [one.name for one in columns(room)[0].members] == ["Harbour Mobility"]


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(moves=st.lists(st.tuples(st.integers(0, 9), st.integers(-1, 2), st.booleans()), max_size=12))
def test_any_moves_keep_one_place_each_and_undo_to_where_they_began(
    tmp_path_factory: pytest.TempPathFactory, moves: list[tuple[int, int, bool]]
) -> None:
    made = make_room(tmp_path_factory.mktemp("moves") / "club.kdc", people=10, organisations=3)
    ids = placed_by_hand(made)
    begin = overview(made.database, 1, CONSORTIUM_TRAILS)
    memory, steps = Memory(), 0
    for person, target, whole in moves:
        column = None if target < 0 else ids[target]
        before = overview(made.database, 1, CONSORTIUM_TRAILS).placed
        key = made.people[person]
        with made.database.read() as snapshot:
            member_id = snapshot.scalar(select(Delegate.member_id).where(Delegate.person_id == key))
        label = made.database.next_steps()[0]
        if whole and member_id is not None:
            move_member(made.database, member_id, column, CONSORTIUM_TRAILS)
        else:
            move_delegate(made.database, 1, key, column, CONSORTIUM_TRAILS)
        after = overview(made.database, 1, CONSORTIUM_TRAILS).placed
        memory.candidates = memory.candidates if whole else None
        seen = overview(made.database, 1, CONSORTIUM_TRAILS, memory=memory)
        assert seen == overview(made.database, 1, CONSORTIUM_TRAILS)
        steps += after != before
        assert after.get(key) == (None if target < 0 else made.winners[target])
        with made.database.read() as snapshot:
            speaking = set(snapshot.scalars(select(Delegate.member_id)))
            assert set(snapshot.scalars(select(Member.id))) == speaking
        assert label is not None
    for _ in range(steps):
        made.database.undo()
    assert overview(made.database, 1, CONSORTIUM_TRAILS) == begin
    made.database.close()
    open_database(made.database.path, lambda: EVENING).close()


def test_nobody_is_moved_into_a_consortium_of_another_session(room: Room) -> None:
    ours = placed_by_hand(room)
    with room.database.edit(lazy("Planned another evening")) as edit:
        other = Session(title="Spring", starts_at=STARTS)
        edit.add(other)
        edit.flush()
        other_id = other.id
    with pytest.raises(UserError, match="not in this session"):
        move_delegate(room.database, other_id, room.people[0], ours[0], CONSORTIUM_TRAILS)
    assert all(column.members == () for column in columns(room))


def test_what_a_noun_above_keeps_of_a_member_or_a_consortium_keeps_it_there(room: Room) -> None:
    first, second, _third = placed_by_hand(room)
    move_delegate(room.database, 1, room.people[0], first, CONSORTIUM_TRAILS)
    kept = id_of(member(room, 0, "Harbour Mobility"))
    trails = (ConsortiumTrail(lambda *_: {kept}, lambda *_: {second}, lambda *_: (), frozenset()),)
    with pytest.raises(UserError, match="Harbour Mobility has taken a position"):
        move_member(room.database, kept, second, trails)
    with pytest.raises(UserError, match="Something is written about Rooftop greenhouse"):
        remove_consortium(room.database, second, trails)
    assert overview(room.database, 1, trails).problem.pinned == {room.people[0]: room.winners[0]}
    assert overview(room.database, 1, ()).problem.pinned == {}
