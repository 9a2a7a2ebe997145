"""Whoever has voted was here, in every kind of vote, and whether it is open or closed."""

import pytest

from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.errors import UserError
from kdc_desktop.services.attendance import door
from kdc_desktop.services.attendance.taking_back import take_back_check_in
from kdc_desktop.services.joined.attendance import PRESENCE_TRAILS
from kdc_desktop.services.polls import electors, questions, running, urns
from kdc_desktop.services.polls.hands import set_hands


@pytest.mark.parametrize("secrecy", list(Secrecy))
@pytest.mark.parametrize("closed", [False, True])
def test_who_has_voted_stays_and_who_has_not_is_taken_back(room, secrecy, closed):
    poll_id = room.open_poll(secrecy=secrecy)
    room.cast(poll_id, 0, {room.options(poll_id)[0]: 1})
    if closed:
        running.close_poll(room.database, poll_id)
    voter, other = room.people[0], room.people[1]
    with pytest.raises(UserError, match="so the check-in stays"):
        take_back_check_in(room.database, room.session_id, [voter], PRESENCE_TRAILS)
    take_back_check_in(room.database, room.session_id, [other], PRESENCE_TRAILS)


@pytest.mark.parametrize("secrecy", list(Secrecy))
@pytest.mark.parametrize("closed", [False, True])
@pytest.mark.parametrize("few", [0, 100])
def test_who_of_some_has_voted_is_known_however_many_they_are(
    room, secrecy, closed, few, monkeypatch
):
    monkeypatch.setattr(urns, "_FEW", few)
    monkeypatch.setattr(urns, "READ_ALL", few)
    poll_id = room.open_poll(secrecy=secrecy)
    for place in range(3):
        room.cast(poll_id, place, {room.options(poll_id)[0]: 1})
    if closed:
        running.close_poll(room.database, poll_id)
    with room.database.read() as snapshot:
        assert urns.voters_among(snapshot, poll_id, room.people[2:]) == {room.people[2]}


@pytest.mark.parametrize("secrecy", list(Secrecy))
def test_who_has_not_come_is_not_waited_for_in_an_open_poll(room, secrecy):
    closed = room.open_poll(secrecy=secrecy)
    running.close_poll(room.database, closed)
    poll_id, other = room.open_poll(secrecy=secrecy), room.people[1]
    assert other in may_vote(room, poll_id)
    take_back_check_in(room.database, room.session_id, [other], PRESENCE_TRAILS)
    assert other not in may_vote(room, poll_id)
    assert questions.turnout(room.database, poll_id).electorate == len(room.people) - 1
    assert other in may_vote(room, closed), "what was counted stays as it was"
    room.database.undo()
    assert other in may_vote(room, poll_id)


@pytest.mark.parametrize("secrecy", list(Secrecy))
def test_a_check_in_stays_where_more_hands_were_counted_than_people_would_be_left(room, secrecy):
    poll_id, other = room.open_poll(secrecy=secrecy), room.people[1]
    set_hands(room.database, poll_id, len(room.people), {room.options(poll_id)[0]: 3})
    with pytest.raises(UserError, match="Correct the show of hands first"):
        take_back_check_in(room.database, room.session_id, [other], PRESENCE_TRAILS)
    assert other in may_vote(room, poll_id)
    set_hands(room.database, poll_id, len(room.people) - 1, {room.options(poll_id)[0]: 3})
    take_back_check_in(room.database, room.session_id, [other], PRESENCE_TRAILS)
    assert other not in may_vote(room, poll_id)


@pytest.mark.parametrize("secrecy", list(Secrecy))
def test_who_could_vote_in_a_poll_that_is_over_is_not_undone(room, secrecy):
    poll_id, other = room.open_poll(secrecy=secrecy), room.people[1]
    take_back_check_in(room.database, room.session_id, [other], PRESENCE_TRAILS)
    room.cast(poll_id, 0, {})
    running.close_poll(room.database, poll_id)
    told = questions.turnout(room.database, poll_id)
    with pytest.raises(UserError, match="stays, because something made since needs it"):
        room.database.undo()
    assert questions.turnout(room.database, poll_id) == told


@pytest.mark.parametrize("secrecy", list(Secrecy))
def test_redo_takes_nobody_out_who_may_have_voted_meanwhile(room, secrecy):
    poll_id, other = room.open_poll(secrecy=secrecy), room.people[1]
    take_back_check_in(room.database, room.session_id, [other], PRESENCE_TRAILS)
    room.database.undo()
    room.cast(poll_id, 1, {})
    with pytest.raises(UserError, match="stays undone, because something made since needs it"):
        room.database.redo()
    assert other in may_vote(room, poll_id)


def test_who_was_here_before_goes_on_waiting(room):
    poll_id, other = room.open_poll(), room.people[1]
    door.leave(room.database, room.session_id, other)
    door.come_back(room.database, room.session_id, other)
    take_back_check_in(room.database, room.session_id, [other], PRESENCE_TRAILS)
    assert other in may_vote(room, poll_id)


def may_vote(room, poll_id):
    return [voter.person_id for voter in electors.electorate(room.database, poll_id)]
