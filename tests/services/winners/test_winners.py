"""What the session takes further."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kdc_desktop.domain.polls.states import Channel
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model.consortia import Consortium
from kdc_desktop.model.interests import Interest
from kdc_desktop.services.board.merging import merge_ideas, unmerge_ideas
from kdc_desktop.services.joined.board import BOARD
from kdc_desktop.services.joined.winners import WINNER_TRAILS
from kdc_desktop.services.polls import papers, running
from kdc_desktop.services.winners.marking import (
    add_winner,
    mark_winners,
    unmark_options,
    unmark_winners,
)
from kdc_desktop.services.winners.questions import winners
from tests.rooms.poll_room import TOPICS, Room, make_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "club.kdc")
    yield made
    made.database.close()


@pytest.fixture
def revealed(room: Room) -> int:
    poll_id = room.open_poll(secrecy="named")
    papers.cast_paper(
        room.database, poll_id, room.people[0], {room.options(poll_id)[1]: 3}, Channel.KIOSK
    )
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    return poll_id


def titles(room: Room) -> list[str]:
    return [row.title for row in winners(room.database, room.session_id)]


def test_winners_stand_in_the_order_they_were_marked(room: Room, revealed: int) -> None:
    options = room.options(revealed)
    mark_winners(room.database, revealed, [options[1], options[0]])
    mark_winners(room.database, revealed, [options[0], options[4]])
    assert titles(room) == [TOPICS[1], TOPICS[0], TOPICS[4]]
    marked = [row.title for row in room.result(revealed).rows if row.winner]
    assert marked == [TOPICS[1], TOPICS[0], TOPICS[4]]
    room.database.undo()
    assert titles(room) == [TOPICS[1], TOPICS[0]]


def another_round(room: Room) -> int:
    poll_id = room.open_poll(question="And now?")
    running.close_poll(room.database, poll_id)
    running.reveal_poll(room.database, poll_id)
    return poll_id


def marked(room: Room, poll_id: int) -> list[str]:
    return [row.title for row in room.result(poll_id).rows if row.winner]


def test_a_mark_stands_on_the_poll_where_it_was_made(room: Room, revealed: int) -> None:
    mark_winners(room.database, revealed, room.options(revealed)[:2])
    again = another_round(room)
    assert marked(room, again) == []
    unmark_options(room.database, again, room.options(again), WINNER_TRAILS)
    assert titles(room) == list(TOPICS[:2])
    mark_winners(room.database, again, room.options(again)[1:2])
    assert (marked(room, revealed), marked(room, again)) == ([TOPICS[0]], [TOPICS[1]])
    assert titles(room) == list(TOPICS[:2])
    room.database.undo()
    assert (len(marked(room, revealed)), marked(room, again)) == (2, [])


def test_the_label_counts_who_became_a_winner(room: Room, revealed: int) -> None:
    options = room.options(revealed)
    mark_winners(room.database, revealed, options[:1], "As the room agreed")
    mark_winners(room.database, revealed, options[:3], "As the room agreed")
    step, _redo = room.database.next_steps()
    assert step is not None
    assert str(step.label) == "Marked 2 winners of “What shall we start this winter?”"
    mark_winners(room.database, revealed, options[:3])
    assert room.database.next_steps() == (step, None)


def test_the_line_of_undo_names_the_winner_and_the_poll(room: Room, revealed: int) -> None:
    asked, options = "What shall we start this winter?", room.options(revealed)
    said = []

    def tell() -> None:
        step, _redo = room.database.next_steps()
        said.append(step and str(step.label))

    mark_winners(room.database, revealed, options[1:2])
    tell()
    mark_winners(room.database, another_round(room), [])  # nothing is done, and nothing told
    unmark_options(room.database, revealed, options[1:2], WINNER_TRAILS)
    tell()
    mark_winners(room.database, revealed, options[1:2])
    again = another_round(room)
    mark_winners(room.database, again, room.options(again)[1:2])
    tell()
    added = add_winner(room.database, room.session_id, cluster_id=room.clusters[3])
    tell()
    unmark_winners(room.database, [added], WINNER_TRAILS)
    tell()
    assert said == [
        f"Marked “{TOPICS[1]}” as a winner of “{asked}”",
        f"Unmarked “{TOPICS[1]}” as a winner of “{asked}”",
        f"Marked “{TOPICS[1]}” as a winner of “And now?”",
        f"Marked “{TOPICS[3]}” as a winner",
        f"Unmarked “{TOPICS[3]}” as a winner",
    ]


def test_winners_are_marked_only_after_the_reveal(room: Room) -> None:
    poll_id = room.open_poll()
    running.close_poll(room.database, poll_id)
    with pytest.raises(UserError, match="Reveal the result first"):
        mark_winners(room.database, poll_id, room.options(poll_id)[:1])


def test_an_idea_can_win_without_a_poll_but_only_once(room: Room) -> None:
    add_winner(room.database, room.session_id, idea_id=room.ideas[0])
    with pytest.raises(UserError, match="already"):
        add_winner(room.database, room.session_id, idea_id=room.ideas[0])
    assert titles(room) == ["Yard cargo bikes, tried out in one yard"]


def test_a_winner_that_people_want_to_join_is_not_unmarked(room: Room, revealed: int) -> None:
    first, second = mark_winners(room.database, revealed, room.options(revealed)[:2])
    with room.database.edit(lazy("Wish")) as edit:
        edit.add(
            Interest(
                session_id=room.session_id,
                person_id=room.people[0],
                winner_id=first,
                choice=1,
            )
        )
    with pytest.raises(UserError, match="Move them to another winner first"):
        unmark_winners(room.database, [first], WINNER_TRAILS)
    unmark_options(room.database, revealed, room.options(revealed)[1:2], WINNER_TRAILS)
    assert [row.id for row in winners(room.database, room.session_id)] == [first]
    assert second != first


def test_a_winner_that_a_consortium_forms_around_is_not_unmarked(room: Room, revealed: int) -> None:
    first, second = mark_winners(room.database, revealed, room.options(revealed)[:2])
    with room.database.edit(lazy("Formed")) as edit:
        edit.add(
            Consortium(
                session_id=room.session_id,
                winner_id=second,
                name="Around it",
                place_in_order=1,
                created_at=room.database.now(),
            )
        )
    with pytest.raises(UserError, match="has a consortium already"):
        unmark_winners(room.database, [first, second], WINNER_TRAILS)
    assert [row.id for row in winners(room.database, room.session_id)] == [first, second]
    unmark_winners(room.database, [first], WINNER_TRAILS)
    assert [row.id for row in winners(room.database, room.session_id)] == [second]


@pytest.mark.parametrize("into", [None, 2], ids=["one of them", "a third"])
def test_two_that_have_won_do_not_become_one_idea(room: Room, into: int | None) -> None:
    first, second, third = room.ideas[:3]
    gone = add_winner(room.database, 1, idea_id=first)
    add_winner(room.database, 1, idea_id=second)
    ids = [first, second] if into is None else [first, second, third]
    with pytest.raises(UserError, match="have both won, so they stay two"):
        merge_ideas(room.database, ids, into and third, BOARD.merge_trails)
    unmark_winners(room.database, [gone], WINNER_TRAILS)
    assert merge_ideas(room.database, ids, into and third, BOARD.merge_trails) == ids[into or 0]


def test_what_lies_behind_an_idea_counts_when_two_become_one(room: Room) -> None:
    first, second, third = room.ideas[:3]
    add_winner(room.database, 1, idea_id=second)
    add_winner(room.database, 1, idea_id=third)
    merge_ideas(room.database, [first, second], first, BOARD.merge_trails)
    with pytest.raises(UserError, match="have both won, so they stay two"):
        merge_ideas(room.database, [first, third], first, BOARD.merge_trails)
    unmerge_ideas(room.database, [first])
    merge_ideas(room.database, [first, third], first, BOARD.merge_trails)
