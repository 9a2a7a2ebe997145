"""Whoever has voted was here, in every kind of vote, and whether it is open or closed."""

import pytest

from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.errors import UserError
from kdc_desktop.services.attendance.taking_back import take_back_check_in
from kdc_desktop.services.joined.attendance import PRESENCE_TRAILS
from kdc_desktop.services.polls import running


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
