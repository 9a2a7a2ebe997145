"""Another round is held on what is there by now."""

from kdc_desktop.domain.polls.states import PollSubject
from kdc_desktop.services.board.merging import merge_ideas
from kdc_desktop.services.polls import questions, running
from kdc_desktop.services.polls.rounds import prepare_run_off, repeat_poll
from tests.rooms.poll_room import Room


def test_another_round_has_merged_ideas_once(room: Room) -> None:
    poll_id = room.open_poll(subject=PollSubject.IDEAS, option_ids=tuple(room.ideas[:4]))
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    merge_ideas(room.database, room.ideas[:2], into=room.ideas[1])
    again = repeat_poll(room.database, poll_id)
    ideas = [one.idea_id for one in questions.options(room.database, again)]
    assert ideas == [room.ideas[1], room.ideas[2], room.ideas[3]]
    assert questions.poll(room.database, again).round_of == poll_id


def test_a_run_off_says_so_once_however_many_there_were(room: Room) -> None:
    first = room.open_poll()
    second = prepare_run_off(room.database, first, room.options(first)[:3])
    third = prepare_run_off(room.database, second, room.options(second)[:2])
    asked = [questions.poll(room.database, one) for one in (second, third)]
    assert [(one.question, one.options, one.round_of) for one in asked] == [
        ("Run-off: What shall we start this winter?", 3, first),
        ("Run-off: What shall we start this winter?", 2, second),
    ]
    undone = room.database.next_steps()[0]
    assert undone is not None
    assert str(undone.label) == "Prepared a run-off of “What shall we start this winter?”"
