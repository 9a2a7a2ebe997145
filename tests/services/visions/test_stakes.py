"""What members want from the vision, and which version serves it."""

import pytest

from kdc_desktop.domain.visions.states import Served
from kdc_desktop.errors import UserError
from kdc_desktop.services.visions.stakes import (
    StakeRow,
    add_stake,
    change_stake,
    remove_stake,
    say_served,
)
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.consortium_room import ConsortiumRoom, add_consortium
from tests.rooms.statements import queries_of
from tests.services.visions.on_a_vision import SECOND, page


def stake(room: ConsortiumRoom) -> StakeRow:
    [found] = page(room).stakes
    return found


def test_a_version_serves_a_stake_partly_or_not_until_nothing_is_said_again(
    room: ConsortiumRoom, first: int
) -> None:
    key = add_stake(room.database, room.members[5], " No theft claims ")
    assert (stake(room).text, stake(room).member) == ("No theft claims", "North Insurance")
    for said in (*Served, None):
        say_served(room.database, key, first, said)
        assert stake(room).served == ({} if said is None else {first: said})
    room.database.undo()
    assert stake(room).served == {first: Served.NOT}


def test_what_no_version_serves_stands_out_once_it_was_looked_at(
    room: ConsortiumRoom, first: int
) -> None:
    key = add_stake(room.database, room.members[5], "No theft claims")
    assert not stake(room).is_unserved
    say_served(room.database, key, first, Served.NOT)
    assert stake(room).is_unserved
    second = save_version(room.database, room.consortium_id, SECOND)
    assert stake(room).is_unserved
    say_served(room.database, key, second, Served.PARTLY)
    assert not stake(room).is_unserved


def test_stakes_stand_with_their_members_in_their_order(room: ConsortiumRoom, first: int) -> None:
    for member, text in ((5, "No claims"), (0, "More bikes"), (5, "A record")):
        add_stake(room.database, room.members[member], text)
    assert [row.text for row in page(room).stakes] == ["More bikes", "No claims", "A record"]


def test_a_stake_in_other_words_is_served_as_before(room: ConsortiumRoom, first: int) -> None:
    key = add_stake(room.database, room.members[5], "No claims")
    say_served(room.database, key, first, Served.SERVED)
    change_stake(room.database, key, "Few claims")
    assert (stake(room).text, stake(room).served) == ("Few claims", {first: Served.SERVED})


def test_a_removed_stake_comes_back_with_all_that_was_said_of_it(
    room: ConsortiumRoom, first: int
) -> None:
    key = add_stake(room.database, room.members[5], "No claims")
    say_served(room.database, key, first, Served.SERVED)
    before = stake(room)
    remove_stake(room.database, key)
    assert page(room).stakes == ()
    room.database.undo()
    assert stake(room) == before


@pytest.mark.parametrize("text", ["", " \n", "x" * 2001])
def test_a_stake_says_something_short(room: ConsortiumRoom, text: str) -> None:
    with pytest.raises(UserError):
        add_stake(room.database, room.members[0], text)


def test_a_member_wants_the_same_only_once(room: ConsortiumRoom) -> None:
    add_stake(room.database, room.members[0], "More bikes")
    other = add_stake(room.database, room.members[0], "More yards")
    with pytest.raises(UserError, match="already"):
        add_stake(room.database, room.members[0], "More bikes ")
    with pytest.raises(UserError, match="already"):
        change_stake(room.database, other, "More bikes")
    add_stake(room.database, room.members[1], "More bikes")


def test_a_version_of_another_consortium_serves_nothing_here(room: ConsortiumRoom) -> None:
    key = add_stake(room.database, room.members[0], "More bikes")
    other, _ = add_consortium(room.database, room.session_id, "Roofs")
    theirs = save_version(room.database, other, "Sun on every roof.")
    with pytest.raises(ValueError, match="another consortium"):
        say_served(room.database, key, theirs, Served.SERVED)


def test_many_stakes_take_no_more_queries(room: ConsortiumRoom, first: int) -> None:
    few = len(queries_of(lambda: page(room)))
    for member in room.members:
        for number in range(3):
            key = add_stake(room.database, member, f"Wish {number}")
            say_served(room.database, key, first, Served.PARTLY)
    assert len(queries_of(lambda: page(room))) == few
