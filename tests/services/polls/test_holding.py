"""What is done while people vote is kept as a step, and limits only rise."""

import pytest

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.polls.states import PollEvent, Secrecy, VotesBy
from kdc_desktop.errors import UserError
from kdc_desktop.services.polls import electors, holding, questions, running
from kdc_desktop.services.polls.hands import set_hands
from tests.rooms.poll_room import Room

SECRECIES = pytest.mark.parametrize("secrecy", list(Secrecy))


def steps(room: Room, poll_id: int) -> list[tuple[PollEvent, int]]:
    """What was done, after it was opened and before it was closed."""
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    done = room.result(poll_id).steps
    return [(step.event, step.number) for step in done[1:-2]]


@SECRECIES
def test_a_paused_poll_takes_no_paper_until_it_goes_on(room: Room, secrecy: Secrecy) -> None:
    poll_id = room.open_poll(secrecy=secrecy)
    holding.pause_poll(room.database, poll_id)
    with pytest.raises(UserError, match="is paused, so the paper was not counted"):
        room.cast(poll_id, 0, {})
    assert not questions.poll(room.database, poll_id).takes_papers
    holding.let_go_on(room.database, poll_id)
    room.cast(poll_id, 0, {})
    assert questions.turnout(room.database, poll_id).voted == 1
    assert steps(room, poll_id) == [(PollEvent.PAUSED, 0), (PollEvent.WENT_ON, 0)]


@SECRECIES
def test_who_comes_late_votes_once_they_are_let_in(room: Room, secrecy: Secrecy) -> None:
    late = room.people[3]
    room.change_attendance(late, state=AttendanceState.LEFT)
    poll_id = room.open_poll(secrecy=secrecy)
    with pytest.raises(UserError, match="check them in first"):
        holding.let_in(room.database, poll_id, [late])
    room.change_attendance(late, state=AttendanceState.PRESENT)
    assert [one.person_id for one in electors.latecomers(room.database, poll_id)] == [late]
    assert holding.let_in(room.database, poll_id, [late]) == 1
    room.cast(poll_id, 3, {})
    assert questions.poll(room.database, poll_id).electorate == 20
    assert steps(room, poll_id) == [(PollEvent.LET_IN, 1)]


@SECRECIES
def test_who_leaves_is_not_waited_for_and_may_come_back(room: Room, secrecy: Secrecy) -> None:
    poll_id = room.open_poll(secrecy=secrecy)
    room.cast(poll_id, 0, {})
    with pytest.raises(UserError, match="has voted, and that stays"):
        holding.let_leave(room.database, poll_id, room.people[:2])
    assert holding.let_leave(room.database, poll_id, room.people[1:3]) == 2
    assert questions.poll(room.database, poll_id).electorate == 18
    with pytest.raises(UserError, match="was let go from this vote"):
        room.cast(poll_id, 1, {})
    assert holding.let_in(room.database, poll_id, [room.people[1]]) == 1
    room.cast(poll_id, 1, {})
    assert steps(room, poll_id) == [(PollEvent.LEFT, 2), (PollEvent.LET_IN, 1)]


def test_nobody_leaves_who_must_have_raised_a_hand(room: Room) -> None:
    poll_id = room.open_poll(marks_each=1)
    set_hands(room.database, poll_id, 19, {room.options(poll_id)[0]: 19})
    assert holding.let_leave(room.database, poll_id, room.people[:1]) == 1
    with pytest.raises(UserError, match="Correct the show of hands first"):
        holding.let_leave(room.database, poll_id, room.people[1:2])
    assert questions.poll(room.database, poll_id).electorate == 19


@pytest.mark.parametrize("marks", [-3, 0, 3, 5, 101])
def test_a_limit_only_rises_while_people_vote(room: Room, marks: int) -> None:
    poll_id = room.open_poll(marks_each=5)
    with pytest.raises(UserError, match=r"choose more than 5|at most 100"):
        holding.raise_marks(room.database, poll_id, marks)
    holding.raise_marks(room.database, poll_id, 6)
    room.cast(poll_id, 0, {room.options(poll_id)[0]: 6})
    assert steps(room, poll_id) == [(PollEvent.RAISED, 6)]


def test_more_time_adds_to_the_end_that_was_said(room: Room) -> None:
    poll_id = room.open_poll()
    holding.extend_poll(room.database, poll_id, 5)
    first = questions.poll(room.database, poll_id).closes_at
    holding.extend_poll(room.database, poll_id, 10)
    then = questions.poll(room.database, poll_id).closes_at
    assert first is not None
    assert then is not None
    assert (then - first).total_seconds() == 600
    with pytest.raises(UserError, match="between 1 and 1,440"):
        holding.extend_poll(room.database, poll_id, 0)


@SECRECIES
def test_an_organisation_has_one_vote_that_any_of_its_people_may_use(
    room: Room, secrecy: Secrecy
) -> None:
    poll_id = room.open_poll(secrecy=secrecy, votes_by=VotesBy.ORGANISATION)
    assert questions.poll(room.database, poll_id).electorate == 8, "four of them, four residents"
    room.cast(poll_id, 0, {})
    with pytest.raises(UserError, match=r"has used the one vote of Works of the yard"):
        room.cast(poll_id, 5, {})
    voters = {one.person_id: one for one in electors.electorate(room.database, poll_id)}
    waiting = [key for key, one in voters.items() if one.waits]
    assert set(waiting) == {key for at, key in enumerate(room.people) if at % 5}
    assert {voters[room.people[at]].used_by for at in (5, 10, 15)} == {"Aino Ainonen"}
    room.cast(poll_id, 1, {})
    for resident in (4, 9, 14, 19):
        room.cast(poll_id, resident, {})
    turnout = questions.turnout(room.database, poll_id)
    assert (turnout.voted, turnout.electorate) == (6, 8)


def test_a_void_result_stays_with_its_reason_and_has_no_winners(room: Room) -> None:
    poll_id = room.open_poll(secrecy=Secrecy.NAMED)
    option = room.options(poll_id)[0]
    room.cast(poll_id, 0, {option: 1})
    with pytest.raises(UserError, match="announced"):
        holding.void_poll(room.database, poll_id, "Too early")
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    with pytest.raises(UserError, match="Say why"):
        holding.void_poll(room.database, poll_id, "  ")
    holding.void_poll(room.database, poll_id, "The wrong question was shown.")
    found = room.result(poll_id)
    assert found.rows[0].value == 1, "nothing of it is erased"
    assert found.steps[-1].told == ("The result was declared void: The wrong question was shown.")
    with pytest.raises(UserError, match="is void"):
        running.reopen_poll(room.database, poll_id)
