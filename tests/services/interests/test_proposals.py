"""What people voted for under their name is proposed to those who have said nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.polls.method import Method
from kdc_desktop.domain.polls.methods import methods
from kdc_desktop.domain.polls.states import PollSubject, Secrecy
from kdc_desktop.services.board.merging import merge_ideas, unmerge_ideas
from kdc_desktop.services.interests.proposals import proposals, take_over_proposals
from kdc_desktop.services.interests.questions import interests
from kdc_desktop.services.interests.wishes import set_interests
from kdc_desktop.services.joined.people import PEOPLE
from kdc_desktop.services.people.merging_people import merge_people
from kdc_desktop.services.polls import preparing, questions, running
from kdc_desktop.services.polls.holding import void_poll
from kdc_desktop.services.polls.preparing import discard_poll
from kdc_desktop.services.winners.marking import mark_winners
from kdc_desktop.services.winners.questions import winners
from tests.rooms.any_method import paper_of, plan_for
from tests.rooms.poll_room import Room, make_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "club.kdc")
    yield made
    made.database.close()


def held(room: Room, secrecy: Secrecy) -> int:
    """A poll in which three have voted, whose three first options have become winners."""
    poll_id = room.open_poll(secrecy=secrecy, smallest_group=3)
    a, b, c, d, *_rest = room.options(poll_id)
    room.cast(poll_id, 0, {b: 3, a: 1})
    room.cast(poll_id, 1, {d: 2})
    room.cast(poll_id, 2, {a: 1, b: 1, c: 2, d: 1})
    running.close_poll(room.database, poll_id)
    return poll_id


def revealed(room: Room, secrecy: Secrecy = Secrecy.NAMED) -> int:
    poll_id = held(room, secrecy)
    running.reveal_poll(room.database, poll_id)
    mark_winners(room.database, poll_id, room.options(poll_id)[:3], "As the room agreed")
    return poll_id


def chosen(room: Room) -> dict[int, tuple[int, ...]]:
    return {key: one.choices for key, one in proposals(room.database, 1).items()}


def test_those_who_said_nothing_are_offered_what_they_gave_most_to(room: Room) -> None:
    revealed(room)
    a, b, c = [row.id for row in winners(room.database, 1)]
    assert chosen(room) == {room.people[0]: (b, a), room.people[2]: (c, a, b)}
    set_interests(room.database, 1, room.people[0], [c])
    assert chosen(room) == {room.people[2]: (c, a, b)}


@pytest.mark.parametrize("secrecy", [Secrecy.SECRET, Secrecy.SECTOR_ONLY])
def test_nothing_is_offered_from_a_vote_without_names(room: Room, secrecy: Secrecy) -> None:
    revealed(room, secrecy)
    assert chosen(room) == {}


def test_nothing_is_offered_before_the_result_is_revealed_or_from_the_trash(room: Room) -> None:
    other = revealed(room)
    discard_poll(room.database, other)
    assert chosen(room) == {}
    held(room, Secrecy.NAMED)
    assert chosen(room) == {}


def test_they_are_taken_over_in_one_step_as_partners(room: Room) -> None:
    revealed(room)
    offered = chosen(room)
    assert take_over_proposals(room.database, 1) == 2
    given = {row.person_id: (row.choices, row.role) for row in interests(room.database, 1)}
    assert given == {key: (some, MemberRole.PARTNER) for key, some in offered.items()}
    assert chosen(room) == {}
    label = str(room.database.next_steps()[0].label)
    assert label == "Took over what 2 people voted for"
    room.database.undo()
    assert (chosen(room), interests(room.database, 1)) == (offered, [])


def test_only_those_who_are_meant_are_taken_over(room: Room) -> None:
    revealed(room)
    assert take_over_proposals(room.database, 1, [room.people[2], room.people[1]]) == 1
    assert [row.person_id for row in interests(room.database, 1)] == [room.people[2]]
    assert list(chosen(room)) == [room.people[0]]


def test_who_voted_under_another_name_is_offered_it_under_the_name_they_have(room: Room) -> None:
    revealed(room)
    gone, stays = room.people[0], room.people[5]
    merge_people(room.database, gone, stays, PEOPLE.people_merges)
    assert set(chosen(room)) == {stays, room.people[2]}


def of_ideas(room: Room) -> int:
    """A named poll on ideas in which the first two people voted for the first two, each for one."""
    poll_id = room.open_poll(
        secrecy=Secrecy.NAMED, subject=PollSubject.IDEAS, option_ids=tuple(room.ideas[:4])
    )
    first, second, *_rest = room.options(poll_id)
    room.cast(poll_id, 0, {first: 1})
    room.cast(poll_id, 1, {second: 1})
    running.close_poll(room.database, poll_id)
    return poll_id


@pytest.mark.parametrize("when", ["before the result", "after it", "and taken apart later"])
def test_who_voted_for_an_idea_that_became_one_with_a_winner_is_offered_the_winner(
    room: Room, when: str
) -> None:
    poll_id = of_ideas(room)
    if when != "after it":
        merge_ideas(room.database, room.ideas[:2])
    running.reveal_poll(room.database, poll_id)
    if when == "after it":
        merge_ideas(room.database, room.ideas[:2])
    mark_winners(room.database, poll_id, room.options(poll_id)[:1])
    if when == "and taken apart later":
        unmerge_ideas(room.database, room.ideas[:1])
    (won,) = [row.id for row in winners(room.database, 1)]
    assert chosen(room) == {room.people[0]: (won,), room.people[1]: (won,)}


@pytest.mark.parametrize("method", methods(), ids=lambda method: method.key)
def test_by_each_method_what_is_really_wanted_is_offered_the_most_wanted_first(
    method: Method, room: Room
) -> None:
    plan = plan_for(method, Secrecy.NAMED)
    poll_id = preparing.create_poll(room.database, room.session_id, plan)
    running.open_poll(room.database, poll_id)
    room.cast(poll_id, 0, paper_of(method, questions.terms(room.database, poll_id)))
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    mark_winners(room.database, poll_id, room.options(poll_id), "All of them")
    first, second, *_rest = [row.id for row in winners(room.database, 1)]
    yes_or_nothing = method.key in ("approval", "budget")
    wanted = (first, second) if yes_or_nothing else (second, first)
    assert chosen(room) == {room.people[0]: wanted}


def test_nothing_is_offered_from_a_vote_that_was_declared_void(room: Room) -> None:
    poll_id = revealed(room)
    assert chosen(room)
    void_poll(room.database, poll_id, "Half the room had no paper")
    assert chosen(room) == {}
