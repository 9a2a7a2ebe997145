"""Undo takes back own steps only: what others answered since keeps what was asked as it is."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from kdc_desktop.domain.kit.actors import Actor, ActorKind, Way
from kdc_desktop.domain.visions.pulse import QUESTION_KEYS
from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.errors import UserError
from kdc_desktop.model import Asking, Consortium, Position, PulseAnswer
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.positions import HowAnswered, clear_position, take_position
from kdc_desktop.services.visions.pulses import answer_pulse, open_pulse, pulses, reveal_pulse
from kdc_desktop.services.visions.scale import set_scale
from kdc_desktop.services.visions.versions import save_version
from kdc_desktop.storage.acting import acting
from tests.rooms.consortium_room import ConsortiumRoom
from tests.services.visions.on_a_vision import SECOND

CALL = HowAnswered(way=AnswerWay.CALL)
GUEST = Actor(ActorKind.PARTICIPANT)
SAME = dict.fromkeys(QUESTION_KEYS, 3)


def at_the_kiosk(room: ConsortiumRoom, vision_id: int, member: int, level: int) -> None:
    how = HowAnswered(room.session_id, AnswerWay.KIOSK)
    with acting(GUEST, Way.DESK):
        take_position(room.database, vision_id, room.members[member], level, how=how)


def undo_all(room: ConsortiumRoom) -> None:
    """Ctrl+Z, over and over, past whatever stays."""
    while room.database.next_steps()[0] is not None:
        try:
            room.database.undo()
        except UserError as error:
            assert "stays" in str(error) or "cannot be undone" in str(error)  # noqa: PT017


def said(room: ConsortiumRoom) -> list[tuple[int, int]]:
    with room.database.read() as snapshot:
        rows = snapshot.execute(select(Position.member_id, Position.level).order_by(Position.id))
        return [(room.members.index(key), level) for key, level in rows]


def still_open(room: ConsortiumRoom) -> list[int]:
    with room.database.read() as snapshot:
        return [*snapshot.scalars(select(Asking.id).where(Asking.revealed_at.is_(None)))]


def test_an_answer_stays_where_its_reveal_cannot_be_taken_back(
    room: ConsortiumRoom, first: int
) -> None:
    open_asking(room.database, room.consortium_id, room.session_id)
    take_position(room.database, first, room.members[0], 7)
    second = save_version(room.database, room.consortium_id, SECOND)
    asking = open_asking(room.database, room.consortium_id, room.session_id)
    at_the_kiosk(room, second, 1, 3)
    undo_all(room)
    assert said(room) == [(0, 7), (1, 3)]
    assert still_open(room) == [asking]


def test_a_reveal_stays_once_others_answer_the_next_asking(
    room: ConsortiumRoom, first: int
) -> None:
    asking = open_asking(room.database, room.consortium_id, room.session_id)
    take_position(room.database, first, room.members[0], 7)
    reveal(room.database, asking)
    again = open_asking(room.database, room.consortium_id, room.session_id)
    at_the_kiosk(room, first, 0, 5)
    undo_all(room)
    assert said(room) == [(0, 7), (0, 5)]
    assert still_open(room) == [again]


def test_the_scale_stays_while_others_answer_on_it(room: ConsortiumRoom, first: int) -> None:
    set_scale(room.database, room.consortium_id, "consent")
    open_asking(room.database, room.consortium_id, room.session_id)
    at_the_kiosk(room, first, 1, 1)
    undo_all(room)
    with room.database.read() as snapshot:
        assert snapshot.get_one(Consortium, room.consortium_id).scale == "consent"


def test_a_pulse_stays_revealed_once_others_answer_the_next_one(
    room: ConsortiumRoom, first: int
) -> None:
    database, consortium_id = room.database, room.consortium_id
    pulse = open_pulse(database, consortium_id, room.session_id)
    answer_pulse(database, pulse, room.members[0], SAME)
    reveal_pulse(database, pulse)
    again = open_pulse(database, consortium_id, room.session_id)
    with acting(GUEST, Way.DESK):
        answer_pulse(database, again, room.members[0], SAME)
    undo_all(room)
    assert [one.is_open for one in pulses(database, consortium_id)] == [False, True]
    with database.read() as snapshot:
        assert len(snapshot.scalars(select(PulseAnswer)).all()) == 2 * len(SAME)


@pytest.mark.parametrize("calls", [1, 2])
def test_a_call_is_taken_back_although_it_was_revealed_at_once(
    room: ConsortiumRoom, first: int, calls: int
) -> None:
    for member in range(calls):
        take_position(room.database, first, room.members[member], 6, how=CALL)
    room.database.undo()
    assert len(said(room)) == calls - 1
    room.database.redo()
    assert len(said(room)) == calls


def test_own_steps_go_back_one_by_one_and_are_done_again(room: ConsortiumRoom, first: int) -> None:
    asking = open_asking(room.database, room.consortium_id, room.session_id)
    take_position(room.database, first, room.members[0], 7)
    reveal(room.database, asking)
    again = open_asking(room.database, room.consortium_id, room.session_id)
    take_position(room.database, first, room.members[0], 5)
    reveal(room.database, again)
    for _step in range(6):
        room.database.undo()
    assert (said(room), still_open(room)) == ([], [])
    for _step in range(6):
        room.database.redo()
    assert (said(room), still_open(room)) == ([(0, 7), (0, 5)], [])


@pytest.mark.parametrize(
    "ends",
    [
        lambda room, asking: reveal(room.database, asking),
        lambda room, _asking: save_version(room.database, room.consortium_id, SECOND),
    ],
    ids=["revealed", "a new version"],
)
def test_nobody_looks_at_what_came_by_the_kiosk_and_notes_something_else(
    room: ConsortiumRoom, first: int, ends: Callable[[ConsortiumRoom, int], object]
) -> None:
    asking = open_asking(room.database, room.consortium_id, room.session_id)
    at_the_kiosk(room, first, 0, 2)
    take_position(room.database, first, room.members[1], 7)
    ends(room, asking)
    with pytest.raises(UserError, match="stays, because what nobody knew before has been seen"):
        room.database.undo()
    with pytest.raises(UserError):
        clear_position(room.database, first, room.members[0])
    undo_all(room)
    assert (said(room), still_open(room)) == ([(0, 2), (1, 7)], [])


def test_a_reveal_of_what_was_typed_is_taken_back(room: ConsortiumRoom, first: int) -> None:
    asking = open_asking(room.database, room.consortium_id, room.session_id)
    take_position(room.database, first, room.members[1], 7)
    reveal(room.database, asking)
    room.database.undo()
    assert still_open(room) == [asking]
