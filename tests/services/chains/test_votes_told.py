"""Of each vote an idea is told once, of what was voted on, and of none that was over before it."""

from datetime import timedelta

import pytest

from kdc_desktop.domain.chains.how_far import HowFar
from kdc_desktop.domain.polls.states import PollSubject, Secrecy
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Idea
from kdc_desktop.services.board.merging import merge_ideas
from kdc_desktop.services.chains.to_authors import told_to_author
from tests.rooms.chains_room import ChainsRoom
from tests.rooms.poll_room import EVENING
from tests.rooms.workbook_room import reveal, vote


def told(club: ChainsRoom, idea_id: int, *, silent: bool = False) -> tuple[str, ...]:
    return told_to_author(club.row(idea_id), {}, {}, silent=silent)


def on_topics(club: ChainsRoom, *, shown: bool = True) -> int:
    """The room votes on the six clusters."""
    plan = {"subject": PollSubject.CLUSTERS, "option_ids": tuple(club.room.clusters)}
    named = {"marks_each": 1, "secrecy": Secrecy.NAMED}
    poll_id = club.room.open_poll(question="Which topics?", **named, **plan)
    vote(club.room, poll_id, [0, 1, 2], 0)
    if shown:
        reveal(club.room, poll_id)
    return poll_id


def topic_of(club: ChainsRoom, idea_id: int) -> str:
    return club.row(idea_id).voted[0].title


def test_merged_ideas_are_told_of_their_vote_once(club: ChainsRoom) -> None:
    trams, boats, kites = (club.idea(text) for text in ("Trams", "Boats", "Kites"))
    poll_id = club.voted(trams, boats, kites, votes=(1, 1, 1), shown=False)
    merge_ideas(club.room.database, [trams, boats])
    reveal(club.room, poll_id)
    for idea in (trams, boats):
        (one,) = club.row(idea).voted
        assert "Trams" in one.title
        votes = [step for step in club.chain(idea).steps if str(step.label) == "Vote"]
        assert [str(step.state) for step in votes] == ["place 1 of 2"]
        assert [line for line in told(club, idea) if "voted" in line] == [
            "The room voted on it in “Which of these?”: place 1 of 2."
        ]


def test_who_wrote_an_idea_of_a_topic_is_told_that_the_topic_was_voted_on(
    club: ChainsRoom,
) -> None:
    on_topics(club)
    yard = club.room.ideas[0]
    topic = topic_of(club, yard)
    assert told(club, yard)[0] == (
        f"The room voted on the topic “{topic}” it was in, in “Which topics?”: place 1 of 6."
    )
    hidden = "The room voted on the topic it was in, in “Which topics?”: place 1 of 6."
    assert told(club, yard, silent=True)[0] == hidden


def test_before_the_result_is_shown_the_topic_is_named_as_well(club: ChainsRoom) -> None:
    on_topics(club, shown=False)
    yard = club.room.ideas[0]
    assert told(club, yard)[0] == (
        f"The topic “{topic_of(club, yard)}” it was in is among what the room was asked in "
        "“Which topics?”. The vote is still open."
    )


@pytest.mark.parametrize("late", [True, False])
def test_an_idea_that_came_after_a_vote_had_closed_was_not_in_it(
    club: ChainsRoom, late: bool
) -> None:
    poll_id = on_topics(club)
    winner = club.chosen(poll_id)
    club.consortium(winner)
    came = club.idea("A late one")
    with club.room.database.edit(lazy("Put into its topic")) as edit:
        idea = edit.get_one(Idea, came)
        idea.cluster_id = club.room.clusters[0]
        idea.created_at = EVENING + timedelta(days=365 if late else -1)
    row = club.row(came)
    if late:
        assert (row.far, row.voted, row.won, row.groups) == (HowFar.WRITTEN, (), (), ())
        assert [line for line in told(club, came) if "voted" in line or "chosen" in line] == []
    else:
        assert [one.poll_id for one in row.voted] == [poll_id]
        assert [one.id for one in row.won] == [winner]
        assert len(row.groups) == 1
