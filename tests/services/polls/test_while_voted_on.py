"""What the room votes on just now stays as the paper says, until the poll is closed."""

from collections.abc import Callable

import pytest

from kdc_desktop.domain.polls.states import PollSubject
from kdc_desktop.errors import UserError
from kdc_desktop.services.board import clusters, ideas, merging
from kdc_desktop.services.joined.board import BOARD
from kdc_desktop.services.polls import questions, running
from tests.rooms.poll_room import Room

IDEAS: dict[str, Callable[[Room], object]] = {
    "edited": lambda room: ideas.edit_idea(
        room.database, room.ideas[0], "Something else", BOARD.change_trails
    ),
    "thrown away": lambda room: ideas.trash_ideas(
        room.database, room.ideas[:1], BOARD.change_trails
    ),
    "merged": lambda room: merging.merge_ideas(
        room.database, room.ideas[:2], trails=BOARD.merge_trails
    ),
}


@pytest.mark.parametrize("what", IDEAS)
def test_an_idea_on_an_open_paper_is_not(what: str, room: Room) -> None:
    poll_id = room.open_poll(subject=PollSubject.IDEAS, option_ids=tuple(room.ideas[:3]))
    with pytest.raises(UserError, match=r"The room votes on “Yard cargo bikes.*Close that poll"):
        IDEAS[what](room)
    running.close_poll(room.database, poll_id)
    IDEAS[what](room)


def test_a_cluster_on_an_open_paper_keeps_its_name(room: Room) -> None:
    poll_id = room.open_poll()
    with pytest.raises(UserError, match="The room votes on “Yard cargo bikes” just now"):
        clusters.rename_cluster(room.database, room.clusters[0], "Bikes", BOARD.rename_trails)
    running.close_poll(room.database, poll_id)
    clusters.rename_cluster(room.database, room.clusters[0], "Bikes", BOARD.rename_trails)


CHANGES: dict[str, Callable[[Room], object]] = {
    **IDEAS,
    "renamed": lambda room: clusters.rename_cluster(room.database, room.clusters[0], "Bikes"),
}


@pytest.mark.parametrize("what", CHANGES)
@pytest.mark.parametrize("step", ["undo", "redo"])
def test_nor_does_it_change_by_a_step_from_before(what: str, step: str, room: Room) -> None:
    if what == "renamed":
        poll_id = room.draft()
    else:
        poll_id = room.draft(subject=PollSubject.IDEAS, option_ids=tuple(room.ideas[:3]))
    CHANGES[what](room)
    if step == "redo":
        room.database.undo()
    running.open_poll(room.database, poll_id)
    before = on_board(room)
    with pytest.raises(UserError, match="because something made since needs it"):
        getattr(room.database, step)()
    assert on_board(room) == before


def on_board(room: Room) -> list[object]:
    return [
        questions.choices(room.database, room.session_id, subject)
        for subject in (PollSubject.IDEAS, PollSubject.CLUSTERS)
    ]


def test_what_nobody_votes_on_is_changed_as_ever(room: Room) -> None:
    room.open_poll(subject=PollSubject.IDEAS, option_ids=tuple(room.ideas[1:3]))
    IDEAS["edited"](room)
    clusters.rename_cluster(room.database, room.clusters[0], "Bikes", BOARD.rename_trails)
