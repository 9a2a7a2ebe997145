"""A consortium is let go with what it has, and heard of afterwards."""

from datetime import timedelta

import pytest

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.errors import UserError
from kdc_desktop.instants import day_of, laptop_zone
from kdc_desktop.services.consortia.forming import let_go
from kdc_desktop.services.consortia.leaving import leave
from kdc_desktop.services.consortia.signs import write_sign_of_life
from kdc_desktop.services.consortia.steps import say_state
from kdc_desktop.services.visions.commitments import commit, fulfil_commitment
from kdc_desktop.services.visions.letting_go import LifeOfConsortium, life_of, share_contacts
from tests.rooms.consortium_room import ConsortiumRoom
from tests.services.visions.on_a_vision import all_at, page


def life(room: ConsortiumRoom) -> LifeOfConsortium:
    return life_of(room.database, page(room))


def done(room: ConsortiumRoom) -> list[bool]:
    return [row.done for row in life(room).checks]


def test_the_list_follows_what_the_consortium_has(room: ConsortiumRoom, first: int) -> None:
    assert done(room) == [False, True, False, False]
    all_at(room, first, 7)
    given = commit(room.database, room.members[0], "Two bikes", life(room).today)
    share_contacts(room.database, room.consortium_id, True, " Aino Laine ")
    assert done(room) == [True, True, True, True]
    assert str(life(room).checks[-1].text).endswith(", as Aino Laine said.")
    fulfil_commitment(room.database, given)
    leave(room.database, room.members[0])
    share_contacts(room.database, room.consortium_id, False)
    assert done(room)[1:] == [False, False, False]
    room.database.undo()
    assert done(room)[3]


def test_it_is_let_go_with_who_said_so_and_a_day_to_look_again(
    room: ConsortiumRoom, first: int
) -> None:
    day = life(room).today + timedelta(weeks=12)
    let_go(room.database, room.consortium_id, " Aino Laine ", "It rides.", day)
    now = life(room)
    said = now.state
    assert (said.state, said.said_by, said.note) == (
        ConsortiumState.LET_GO,
        "Aino Laine",
        "It rides.",
    )
    assert (now.is_let_go, now.look_again_on, now.is_looked_at_today) == (True, day, False)
    room.clock.days(90)
    assert life(room).is_looked_at_today
    room.database.undo()
    now = life(room)
    assert (now.is_let_go, now.look_again_on) == (False, None)


def test_nobody_looks_again_yesterday(room: ConsortiumRoom, first: int) -> None:
    yesterday = day_of(room.clock(), laptop_zone()) - timedelta(days=1)
    with pytest.raises(UserError, match="has passed"):
        let_go(room.database, room.consortium_id, look_again_on=yesterday)
    assert not life(room).is_let_go


def test_who_said_so_is_a_name_and_no_story(room: ConsortiumRoom, first: int) -> None:
    with pytest.raises(UserError, match="Shorten who said it"):
        let_go(room.database, room.consortium_id, "x" * 501)


def test_what_is_heard_stands_there_whatever_its_state(room: ConsortiumRoom, first: int) -> None:
    write_sign_of_life(room.database, room.consortium_id, "Two yards ride")
    let_go(room.database, room.consortium_id)
    say_state(room.database, room.consortium_id, ConsortiumState.RUNNING)
    room.clock.days(30)
    write_sign_of_life(room.database, room.consortium_id, "Five yards ride")
    now = life(room)
    assert [row.text for row in now.signs] == ["Five yards ride", "Two yards ride"]
    assert (now.is_let_go, now.state.state) == (True, ConsortiumState.RUNNING)
