"""Five short questions to the members of a consortium, hidden until they are revealed."""

import pytest

from kdc_desktop.domain.visions.pulse import QUESTION_KEYS, STEPS
from kdc_desktop.errors import UserError
from kdc_desktop.services.visions.pulses import (
    answer_pulse,
    call_off_pulse,
    open_pulse,
    pulses,
    reveal_pulse,
)
from tests.rooms.consortium_room import ConsortiumRoom


def all_at(step: int) -> dict[str, int]:
    return dict.fromkeys(QUESTION_KEYS, step)


def test_what_is_answered_is_told_once_it_is_revealed(room: ConsortiumRoom) -> None:
    pulse_id = open_pulse(room.database, room.consortium_id, room.session_id)
    for member_id, step in zip(room.members[:4], (5, 4, 4, 2), strict=True):
        answer_pulse(room.database, pulse_id, member_id, all_at(step))
    (row,) = pulses(room.database, room.consortium_id)
    assert (row.is_open, row.answered, row.beats) == (True, 4, ())
    reveal_pulse(room.database, pulse_id)
    (row,) = pulses(room.database, room.consortium_id)
    assert [(beat.mean, beat.spread) for beat in row.beats] == [(3.75, (2, 5))] * 5


def test_two_answers_tell_nothing_for_they_would_tell_whose(room: ConsortiumRoom) -> None:
    pulse_id = open_pulse(room.database, room.consortium_id)
    for member_id in room.members[:2]:
        answer_pulse(room.database, pulse_id, member_id, all_at(5))
    reveal_pulse(room.database, pulse_id)
    (row,) = pulses(room.database, room.consortium_id)
    assert {(beat.mean, beat.spread) for beat in row.beats} == {(None, None)}


def test_an_answer_takes_the_place_of_the_one_before_until_it_is_revealed(
    room: ConsortiumRoom,
) -> None:
    pulse_id = open_pulse(room.database, room.consortium_id)
    for step in (1, 5):
        for member_id in room.members[:3]:
            answer_pulse(room.database, pulse_id, member_id, all_at(step))
    reveal_pulse(room.database, pulse_id)
    (row,) = pulses(room.database, room.consortium_id)
    assert {beat.mean for beat in row.beats} == {5.0}
    with pytest.raises(UserError, match="Take another one"):
        answer_pulse(room.database, pulse_id, room.members[0], all_at(1))
    with pytest.raises(UserError, match="revealed already"):
        reveal_pulse(room.database, pulse_id)


def test_it_is_taken_once_at_a_time_and_called_off_while_nobody_has_answered(
    room: ConsortiumRoom,
) -> None:
    first = open_pulse(room.database, room.consortium_id)
    with pytest.raises(UserError, match="being taken already"):
        open_pulse(room.database, room.consortium_id)
    with pytest.raises(UserError, match="Nobody has answered yet"):
        reveal_pulse(room.database, first)
    call_off_pulse(room.database, first)
    second = open_pulse(room.database, room.consortium_id)
    answer_pulse(room.database, second, room.members[0], all_at(3))
    with pytest.raises(UserError, match="no answer is lost"):
        call_off_pulse(room.database, second)


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ({}, "all five"),
        (dict.fromkeys(QUESTION_KEYS[:4], 3), "all five"),
        (all_at(0), f"from 1 to {STEPS}"),
        (all_at(STEPS + 1), f"from 1 to {STEPS}"),
    ],
)
def test_all_five_questions_are_answered(
    room: ConsortiumRoom, steps: dict[str, int], told: str
) -> None:
    pulse_id = open_pulse(room.database, room.consortium_id)
    with pytest.raises(UserError, match=told):
        answer_pulse(room.database, pulse_id, room.members[0], steps)


def test_undo_takes_each_step_back(room: ConsortiumRoom) -> None:
    pulse_id = open_pulse(room.database, room.consortium_id)
    answer_pulse(room.database, pulse_id, room.members[0], all_at(4))
    reveal_pulse(room.database, pulse_id)
    for expected in (1, 0):
        room.database.undo()
        (row,) = pulses(room.database, room.consortium_id)
        assert (row.is_open, row.answered) == (True, expected)
    room.database.undo()
    assert pulses(room.database, room.consortium_id) == []
