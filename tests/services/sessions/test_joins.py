"""What the nouns above count, tell and need of a session reaches it through what is joined."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kdc_desktop.domain.polls import stages as poll_stages
from kdc_desktop.errors import UserError
from kdc_desktop.services.attendance import door
from kdc_desktop.services.board import merging
from kdc_desktop.services.board import questions as board_questions
from kdc_desktop.services.glanced import SESSION_COUNTS
from kdc_desktop.services.joined.board import BOARD
from kdc_desktop.services.joined.sessions import SESSIONS
from kdc_desktop.services.people.people import add_person
from kdc_desktop.services.polls import preparing
from kdc_desktop.services.sessions import agenda, listing, planning
from kdc_desktop.services.sessions.templates import templates
from tests.rooms.guest_list import expect
from tests.rooms.poll_room import STARTS, Room, make_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "club.kdc")
    yield made
    made.database.close()


def told(room: Room, session_id: int) -> list[str]:
    return [fact.sentence(room.database, session_id) for fact in SESSIONS.facts]


def test_home_counts_what_is_wanted_in_that_order(room: Room) -> None:
    (row,) = listing.sessions(room.database, SESSION_COUNTS)
    assert row.counts == (len(room.people), len(room.ideas))
    (row,) = listing.sessions(room.database, SESSION_COUNTS[::-1])
    assert row.counts == (len(room.ideas), len(room.people))
    (row,) = listing.sessions(room.database)
    assert row.counts == ()


def test_a_talk_is_told_who_is_here_and_what_is_on_the_board(room: Room) -> None:
    assert told(room, room.session_id) == [
        "20 of 20 people are here.",
        f"{len(room.ideas)} ideas on the board.",
    ]


def test_what_is_merged_away_is_counted_nowhere(room: Room) -> None:
    merging.merge_ideas(room.database, room.ideas[:2])
    left = len(room.ideas) - 1
    assert told(room, room.session_id)[1] == f"{left} ideas on the board."
    (row,) = listing.sessions(room.database, SESSION_COUNTS)
    assert row.counts == (len(room.people), left)
    assert len(board_questions.ideas(room.database, room.session_id, BOARD.marks.of)) == left


def test_a_talk_in_an_empty_room_is_told_so(room: Room) -> None:
    empty = planning.plan_session(room.database, "Spring", STARTS, templates()[0])
    assert told(room, empty) == ["0 of 0 people are here.", "No idea on the board yet."]
    aino = add_person(room.database, "Aino Laine")
    expect(room.database, empty, [aino])
    door.check_in(room.database, empty, aino)
    assert told(room, empty)[0] == "1 of 1 person is here."


def test_a_stage_in_which_a_poll_was_held_stays_in_the_agenda(room: Room) -> None:
    vote, result = (
        agenda.add_stage(room.database, room.session_id, kind) for kind in poll_stages.KINDS
    )
    plan = preparing.PollPlan(question="What next?", option_ids=tuple(room.clusters))
    preparing.create_poll(room.database, room.session_id, plan, vote)
    with pytest.raises(UserError, match="A poll was held in Poll, so it stays in the agenda"):
        agenda.remove_stages(room.database, [vote], SESSIONS.stage_checks)
    agenda.remove_stages(room.database, [result], SESSIONS.stage_checks)
