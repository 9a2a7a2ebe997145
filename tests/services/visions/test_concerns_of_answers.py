"""A concern that is noted with an answer belongs to that answer while this may still change."""

from collections.abc import Callable

import pytest

from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Commitment, Position
from kdc_desktop.services.visions.askings import call_off, open_asking, reveal
from kdc_desktop.services.visions.commitments import commit
from kdc_desktop.services.visions.positions import HowAnswered, clear_position, take_position
from kdc_desktop.services.visions.reservations import NO_CONCERN, Concern, set_owner
from kdc_desktop.services.visions.versions import save_version
from tests.rooms.consortium_room import ConsortiumRoom
from tests.rooms.vision_pages import reveal_all, vision_page
from tests.services.visions.on_a_vision import SECOND

FIRE = Concern("What if one burns?", objection=True)
PRICE = Concern("Who pays?")


def texts(room: ConsortiumRoom) -> list[str]:
    return sorted(row.text for row in vision_page(room.database, room.consortium_id).reservations)


def asked(room: ConsortiumRoom) -> int:
    return open_asking(room.database, room.consortium_id, room.session_id)


@pytest.mark.parametrize(
    "ends",
    [
        lambda room, asking: call_off(room.database, asking),
        lambda room, _asking: save_version(room.database, room.consortium_id, SECOND),
    ],
    ids=("called off", "a new version"),
)
def test_what_was_noted_for_the_wrong_member_goes_with_its_answer(
    room: ConsortiumRoom, first: int, ends: Callable[[ConsortiumRoom, int], object]
) -> None:
    asking = asked(room)
    take_position(room.database, first, room.members[0], 1, concern=FIRE)
    clear_position(room.database, first, room.members[0])
    assert texts(room) == []
    ends(room, asking)
    assert texts(room) == []
    room.database.undo()
    room.database.undo()
    assert texts(room) == [FIRE.text]


def test_a_concern_that_an_older_program_left_behind_ends_with_its_asking(
    room: ConsortiumRoom, first: int
) -> None:
    asking = asked(room)
    take_position(room.database, first, room.members[0], 1, concern=FIRE)
    with room.database.edit(lazy("Cleared as it was before")) as edit:
        edit.delete(edit.get_one(Position, 1))
    call_off(room.database, asking)
    assert texts(room) == []


def test_the_same_answer_noted_twice_has_one_concern(room: ConsortiumRoom, first: int) -> None:
    asked(room)
    for _time in range(2):
        take_position(room.database, first, room.members[0], 1, concern=FIRE)
    assert texts(room) == [FIRE.text]
    take_position(room.database, first, room.members[0], 1, concern=PRICE)
    assert texts(room) == [PRICE.text]
    (row,) = vision_page(room.database, room.consortium_id).reservations
    assert not row.objection


def test_who_moves_has_another_answer_without_the_concern_of_the_one_before(
    room: ConsortiumRoom, first: int
) -> None:
    asked(room)
    take_position(room.database, first, room.members[0], 1, concern=FIRE)
    take_position(room.database, first, room.members[0], 1, "Too close to the hall")
    assert texts(room) == [FIRE.text]
    take_position(room.database, first, room.members[0], 8)
    assert texts(room) == []
    room.database.undo()
    assert texts(room) == [FIRE.text]


def test_a_concern_is_taken_back_where_the_member_stays(room: ConsortiumRoom, first: int) -> None:
    asked(room)
    take_position(room.database, first, room.members[0], 5, concern=FIRE)
    take_position(room.database, first, room.members[0], 5, concern=NO_CONCERN)
    assert texts(room) == []


def test_what_was_said_before_and_by_others_stays(room: ConsortiumRoom, first: int) -> None:
    asked(room)
    take_position(room.database, first, room.members[0], 4, concern=PRICE)
    reveal_all(room.database)
    again = asked(room)
    take_position(room.database, first, room.members[1], 1, concern=FIRE)
    take_position(room.database, first, room.members[0], 7)
    take_position(room.database, first, room.members[0], 8, concern=NO_CONCERN)
    clear_position(room.database, first, room.members[0])
    assert texts(room) == [FIRE.text, PRICE.text]
    reveal(room.database, again)
    assert texts(room) == [FIRE.text, PRICE.text]


def test_a_call_adds_a_concern_and_takes_none_back(room: ConsortiumRoom, first: int) -> None:
    by_call = HowAnswered(way=AnswerWay.CALL)
    take_position(room.database, first, room.members[0], 1, concern=FIRE, how=by_call)
    take_position(room.database, first, room.members[0], 8, concern=PRICE, how=by_call)
    assert texts(room) == [FIRE.text, PRICE.text]


def test_what_was_promised_for_a_concern_that_goes_is_still_promised(
    room: ConsortiumRoom, first: int
) -> None:
    asked(room)
    take_position(room.database, first, room.members[0], 1, concern=FIRE)
    (row,) = vision_page(room.database, room.consortium_id).reservations
    set_owner(room.database, row.id, "Aino")
    commit(room.database, room.members[1], "A fire door", None, row.id)
    clear_position(room.database, first, room.members[0])
    with room.database.read() as snapshot:
        assert snapshot.get_one(Commitment, 1).reservation_id is None
