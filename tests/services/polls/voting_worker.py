"""A program to be killed while people vote: it casts, closes and opens, and tells of each."""

import itertools
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from kdc_desktop.domain.polls.states import Channel, PollState, Secrecy
from kdc_desktop.services.polls import electors, papers, preparing, questions, running
from kdc_desktop.services.polls import urns as poll_urns
from kdc_desktop.storage import Database, open_database
from tests.rooms.poll_room import EVENING, make_room
from tests.storage.worker import serve, tell, unheard

AT_MOST = 8  # papers until a poll is closed


def work(path: Path, round_number: int) -> None:
    """Go on with the poll that is open, or open another; paper n of a poll gives n + 1 marks."""
    with closing(open_database(path, lambda: EVENING, back_up=round_number % 10 == 0)) as database:
        vote(database, round_number, itertools.count())


def vote(database: Database, round_number: int, turns: Iterable[int]) -> None:
    """Hold so many polls."""
    poll_urns.tidy_up(database)
    tell("opened", round_number, "")
    for _turn in turns:
        poll_id = open_poll(database)
        voters = electors.electorate(database, poll_id)
        waiting = [voter.person_id for voter in voters if voter.channel is None]
        option = questions.options(database, poll_id)[0].id
        for number in range(len(voters) - len(waiting), AT_MOST):
            person_id = waiting.pop()
            papers.cast_paper(database, poll_id, person_id, {option: number + 1}, Channel.KIOSK)
            tell("cast", poll_id, f"{person_id} {number + 1}")
        running.close_poll(database, poll_id)
        tell("closed", poll_id, "")


def open_poll(database: Database) -> int:
    """The poll of the evening that is open."""
    every = questions.polls(database, 1)
    for row in reversed(every):
        if row.state == PollState.OPEN:
            return row.id
        if row.state == PollState.DRAFT:
            running.open_poll(database, row.id)
            return row.id
    secrecy = (Secrecy.SECRET, Secrecy.SECTOR_ONLY)[len(every) % 2]
    clusters = tuple(row.id for row in questions.choices(database, 1, preparing.PollPlan.subject))
    plan = preparing.PollPlan(
        question="Again?", secrecy=secrecy, option_ids=clusters, marks_each=AT_MOST
    )
    poll_id = preparing.create_poll(database, 1, plan)
    running.open_poll(database, poll_id)
    return poll_id


if __name__ == "__main__":
    with unheard() as folder, closing(make_room(folder / "club.kdc").database) as database:
        vote(database, 0, range(2))
    serve(work)
