"""Killed at any moment of a secret vote, nobody's paper is lost, and none counts twice.

KDC_KILLS=200 takes as many.
"""

import os
import random
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from subprocess import Popen

import pytest

from kdc_desktop.domain.polls.states import PollState
from kdc_desktop.services.polls import electors, questions
from kdc_desktop.services.polls import urns as poll_urns
from kdc_desktop.services.polls.checks import papers_fit_the_roll
from kdc_desktop.storage import open_database, urns
from kdc_desktop.storage.checking import check_database
from tests.rooms.poll_room import EVENING, Room, make_room
from tests.storage.servers import served_by
from tests.storage.test_kill import Told, run_and_kill

KILLS = int(os.environ.get("KDC_KILLS", "25"))
pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="kill -9 and fork are POSIX"),
    pytest.mark.timeout(600),
]


@pytest.fixture
def server() -> Iterator[Popen[str]]:
    with served_by("tests.services.polls.voting_worker") as process:
        yield process


def look_over(room: Room, told: list[Told]) -> int:
    """See that all that was told is there once; how many papers are there that nobody heard of."""
    cast: dict[int, dict[int, int]] = {}
    for kind, poll_id, value in told:
        if kind == "cast":
            person_id, marks = map(int, value.split())
            cast.setdefault(poll_id, {})[person_id] = marks
    closed = {poll_id for kind, poll_id, _value in told if kind == "closed"}
    unsaid = 0
    for row in questions.polls(room.database, room.session_id):
        voters = electors.electorate(room.database, row.id)
        voted = {voter.person_id for voter in voters if voter.channel is not None}
        papers = [sum(marks.values()) for *_who, marks in room.stored_papers(row.id)]
        assert row.elsewhere is None
        assert len(papers) == len(voted) == row.voted
        assert set(cast.get(row.id, {})) <= voted
        assert max(Counter(papers).values(), default=1) == 1
        assert set(cast.get(row.id, {}).values()) <= set(papers)
        assert row.id not in closed or row.state == PollState.CLOSED
        unsaid += len(papers) - len(cast.get(row.id, {}))
    return unsaid


def test_killed_while_people_vote_no_paper_is_lost_or_counted_twice(
    tmp_path: Path, server: Popen[str]
) -> None:
    path, lots = tmp_path / "club.kdc", random.Random(2026)
    room = make_room(path)
    room.database.close()
    everything: list[Told] = []
    for number in range(KILLS):
        everything += run_and_kill(server, path, number, lots)
        with closing(open_database(path, lambda: EVENING)) as database:
            poll_urns.tidy_up(database)
            unsaid = look_over(
                Room(database, room.session_id, room.people, room.ideas, room.clusters), everything
            )
            assert unsaid <= number + 1
            still_open = [
                row
                for row in questions.polls(database, room.session_id)
                if row.state == PollState.OPEN
            ]
        assert check_database(path, [papers_fit_the_roll]) == []
        found = [urn for urn in urns.folder().glob("*.urn") if urn.stat().st_size]
        assert len(found) <= len(still_open) + number + 1  # empty ones go after an hour
    kinds = Counter(kind for kind, *_rest in everything)
    assert kinds["cast"] > 2 * KILLS
    assert kinds["closed"] > KILLS // 5
