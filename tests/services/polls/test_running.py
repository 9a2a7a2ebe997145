"""A poll is opened, closed, revealed and opened again, as far as secrecy allows."""

import pytest

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.errors import UserError
from kdc_desktop.services.polls import electors, questions, rounds, running
from tests.rooms.poll_room import TOPICS, Room
from tests.rooms.statements import queries_of


def test_the_electorate_are_those_present_with_a_vote_when_the_poll_opens(room: Room) -> None:
    room.change_attendance(room.people[0], state=AttendanceState.LEFT)
    room.change_attendance(room.people[1], may_vote=False)
    poll_id = room.open_poll()
    room.change_attendance(room.people[2], state=AttendanceState.LEFT)
    voters = electors.electorate(room.database, poll_id)
    assert sorted(voter.person_id for voter in voters) == room.people[2:]
    room.cast(poll_id, 2, {})
    with pytest.raises(UserError, match="was not among those who may vote"):
        room.cast(poll_id, 0, {})


def test_a_poll_needs_somebody_who_may_vote(room: Room) -> None:
    for person_id in room.people:
        room.change_attendance(person_id, state=AttendanceState.LEFT)
    with pytest.raises(UserError, match="Check people in first"):
        room.open_poll()


def test_opening_is_not_undone_and_neither_is_the_poll_under_it(room: Room) -> None:
    before = room.database.next_steps()[0]
    poll_id = room.open_poll()
    assert room.database.next_steps()[0] == before
    assert questions.poll(room.database, poll_id).state == "open"


def test_a_closed_poll_takes_no_paper_until_it_is_reopened(room: Room) -> None:
    poll_id = room.open_poll()
    running.close_poll(room.database, poll_id)
    with pytest.raises(UserError, match="was not counted"):
        room.cast(poll_id, 0, {})
    running.reopen_poll(room.database, poll_id)
    room.cast(poll_id, 0, {})
    assert questions.turnout(room.database, poll_id).kiosk == 1


@pytest.mark.parametrize("secrecy", [Secrecy.SECRET, Secrecy.SECTOR_ONLY])
def test_a_closed_poll_with_secret_papers_stays_closed(room: Room, secrecy: Secrecy) -> None:
    """A copy that was made in between would tell the late voters' papers."""
    poll_id = room.open_poll(secrecy=secrecy)
    room.cast(poll_id, 0, {})
    running.close_poll(room.database, poll_id)
    with pytest.raises(UserError, match="beside a copy of it one more paper would show"):
        running.reopen_poll(room.database, poll_id)
    assert questions.poll(room.database, poll_id).state == "closed"


def test_a_secret_poll_that_was_revealed_stays_closed(room: Room) -> None:
    poll_id = room.open_poll(secrecy=Secrecy.SECRET)
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    with pytest.raises(UserError, match="Hold another round"):
        running.reopen_poll(room.database, poll_id)
    again = rounds.repeat_poll(room.database, poll_id, room.options(poll_id)[:2])
    assert [option.title for option in questions.options(room.database, again)] == list(TOPICS[:2])


def test_questions_cost_the_same_however_many_polls_there_are(room: Room) -> None:
    numbers = []
    for _ in range(2):
        room.open_poll()
        asked = queries_of(lambda: questions.polls(room.database, room.session_id))
        numbers.append(len(asked))
    assert numbers[0] == numbers[1]
