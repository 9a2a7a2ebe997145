"""A secret vote that runs, and what is asked of it."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kdc_desktop.domain.polls.states import Channel
from kdc_desktop.services.polls import questions
from kdc_desktop.services.polls.papers import cast_paper
from kdc_desktop.storage import Database, open_database
from tests.rooms.poll_room import EVENING, Room

Voting = tuple[Room, int]
"""A room, and its secret poll in which three of twenty have voted."""


@contextmanager
def opened(path: Path) -> Iterator[Database]:
    with closing(open_database(path, lambda: EVENING)) as database:
        yield database


def told(database: Database, poll_id: int) -> str:
    """What is told of papers that are elsewhere; nothing where they are here."""
    elsewhere = questions.poll(database, poll_id).elsewhere
    return "" if elsewhere is None else elsewhere.sentence


def voted(database: Database, poll_id: int) -> int:
    return questions.turnout(database, poll_id).voted


def cast(database: Database, poll_id: int, person_id: int) -> None:
    cast_paper(database, poll_id, person_id, {}, Channel.KIOSK)
