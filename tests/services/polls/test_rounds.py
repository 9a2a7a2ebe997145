"""Another round is held on what is there by now."""

from kdc_desktop.domain.polls.states import PollSubject
from kdc_desktop.services.board.merging import merge_ideas
from kdc_desktop.services.polls import questions, running
from kdc_desktop.services.polls.rounds import repeat_poll
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
