"""What somebody was asked at the kiosk is answered there and then, or not at all."""

import pytest
from sqlalchemy import select

from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model.sessions import Session
from kdc_desktop.model.visions import Asking, Position
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.positions import HowAnswered, take_position
from tests.rooms.consortium_room import ConsortiumRoom


@pytest.fixture
def asked(room: ConsortiumRoom, first: int) -> int:
    key = open_asking(room.database, room.consortium_id, room.session_id)
    take_position(room.database, first, room.members[0], 5)
    return key


def answers(room: ConsortiumRoom, vision_id: int, asking_id: int, member: int) -> None:
    how = HowAnswered(room.session_id, AnswerWay.KIOSK, asking_id=asking_id)
    take_position(room.database, vision_id, room.members[member], 6, how=how)


def rows(room: ConsortiumRoom) -> list[object]:
    with room.database.read() as snapshot:
        found = snapshot.execute(select(Position.asking_id, Position.member_id, Position.level))
        return [*snapshot.scalars(select(Asking.id)), *map(tuple, found)]


def test_an_answer_that_comes_after_the_reveal_opens_no_new_asking(
    room: ConsortiumRoom, first: int, asked: int
) -> None:
    reveal(room.database, asked)
    before = rows(room)
    with pytest.raises(UserError, match="have been revealed"):
        answers(room, first, asked, 1)
    assert rows(room) == before


def test_an_answer_to_an_asking_of_before_does_not_go_into_the_next(
    room: ConsortiumRoom, first: int, asked: int
) -> None:
    reveal(room.database, asked)
    open_asking(room.database, room.consortium_id, room.session_id)
    before = rows(room)
    with pytest.raises(UserError, match="have been revealed"):
        answers(room, first, asked, 1)
    assert rows(room) == before


def test_none_is_taken_once_the_session_is_in_the_trash(
    room: ConsortiumRoom, first: int, asked: int
) -> None:
    with room.database.edit(lazy("Trashed")) as edit:
        edit.get_one(Session, room.session_id).trashed_at = room.clock()
    before = rows(room)
    with pytest.raises(UserError, match="or the session is closed"):
        answers(room, first, asked, 1)
    assert rows(room) == before


def test_it_takes_the_place_of_no_answer_that_came_meanwhile(
    room: ConsortiumRoom, first: int, asked: int
) -> None:
    before = rows(room)
    with pytest.raises(UserError, match="Harbour Mobility has answered already"):
        answers(room, first, asked, 0)
    assert rows(room) == before
