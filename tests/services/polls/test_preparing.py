"""A poll that is being prepared: what it can be about, and how it changes."""

from typing import Any

import pytest

from kdc_desktop.domain.polls.states import PollSubject, Secrecy
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model.board import Idea
from kdc_desktop.services.polls import preparing, questions, running
from tests.rooms.poll_room import TOPICS, Room


def test_merged_and_trashed_ideas_are_no_choices_and_their_parents_are(room: Room) -> None:
    first, second, third = room.ideas[:3]
    with room.database.edit(lazy("Merge and trash")) as edit:
        edit.get_one(Idea, second).parent_id = first
        edit.get_one(Idea, third).trashed_at = room.database.now()
    offered = [
        row.id for row in questions.choices(room.database, room.session_id, PollSubject.IDEAS)
    ]
    assert offered == [first, *room.ideas[3:]]
    with pytest.raises(UserError, match="gone from the board"):
        room.draft(subject=PollSubject.IDEAS, option_ids=(first, second))


def test_options_keep_the_order_and_the_titles_of_the_moment(room: Room) -> None:
    poll_id = room.draft(option_ids=(room.clusters[2], room.clusters[0]))
    titles = [option.title for option in questions.options(room.database, poll_id)]
    assert titles == [TOPICS[2], TOPICS[0]]


def test_a_draft_can_be_changed_and_an_open_poll_cannot(room: Room) -> None:
    poll_id = room.draft(secrecy=Secrecy.SECRET)
    plan = preparing.PollPlan(
        question="And now?",
        secrecy=Secrecy.NAMED,
        method="approval",
        option_ids=tuple(room.clusters[:2]),
    )
    preparing.change_poll(room.database, poll_id, plan)
    heard: list[Any] = []
    room.database.subscribe(heard.append)
    preparing.change_poll(room.database, poll_id, plan)
    assert heard == [], "nothing was changed, so nothing is told or logged"
    row = questions.poll(room.database, poll_id)
    assert (row.question, row.secrecy, row.options, row.terms.most_on_one) == (
        "And now?",
        "named",
        2,
        1,
    )
    running.open_poll(room.database, poll_id)
    with pytest.raises(UserError, match="stays as it is"):
        preparing.change_poll(room.database, poll_id, plan)


def test_a_draft_is_undone_with_its_options(room: Room) -> None:
    room.draft()
    room.database.undo()
    assert questions.polls(room.database, room.session_id) == []
    assert str(room.database.redo().label) == "Prepared the poll “What shall we start this winter?”"
    assert questions.polls(room.database, room.session_id)[0].options == 6


def test_a_discarded_poll_comes_back_with_undo(room: Room) -> None:
    poll_id = room.draft()
    preparing.discard_poll(room.database, poll_id)
    assert questions.polls(room.database, room.session_id) == []
    room.database.undo()
    assert [row.id for row in questions.polls(room.database, room.session_id)] == [poll_id]


@pytest.mark.parametrize(
    ("plan", "sentence"),
    [
        ({"question": "  "}, "Write the question"),
        ({"option_ids": ()}, "at least two options"),
        ({"marks_each": 0}, "between 1 and 100"),
        ({"smallest_group": 2}, "between 3 and 10"),
    ],
)
def test_a_plan_that_cannot_be_voted_on_is_refused(
    room: Room, plan: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(UserError, match=sentence):
        room.draft(**plan)


@pytest.mark.parametrize(
    ("plan", "sentence"),
    [
        ({"method": "criteria", "criteria": (("Impact", 2_000_000),)}, "weighs at most 1,000,000"),
        ({"method": "criteria", "criteria": (("Impact" * 100, 1),)}, "Shorten the criterion"),
        ({"method": "score", "lowest": -1001}, "between -1,000 and 1,000"),
        ({"method": "score", "highest": 5000}, "between -1,000 and 1,000"),
        ({"method": "budget", "total": 2_000_000_000, "costs": (1,) * 6}, "up to 1,000,000,000"),
        ({"method": "budget", "total": 9, "costs": (1,) * 5 + (10**10,)}, "up to 1,000,000,000"),
    ],
)
def test_what_is_more_than_a_club_keeps_is_refused_in_words_of_polls(
    room: Room, plan: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(UserError, match=sentence):
        room.draft(**plan)
