"""How fast papers come in, and how fast a closed poll has its result."""

import json
import random
import sqlite3
import statistics
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from kdc_desktop.domain.polls.states import Channel
from kdc_desktop.services.polls import papers, running
from kdc_desktop.storage import Database
from kdc_desktop.storage.database import unguessable
from tests.benchmarks.conftest import Record
from tests.rooms.poll_room import make_room

VOTERS = 300
TOPICS = tuple(f"Topic {number}" for number in range(1, 21))
CLOSE = ((300, 10, "≤ 1 s"), (10_000, 10, "≤ 1 s"), (500_000, 3, "≤ 5 s"))


def paper_for(options: list[int], lots: random.Random, marks: int = 10) -> dict[int, int]:
    return dict.fromkeys(lots.sample(options, marks), 1)


def raw_paper(raw: sqlite3.Connection, poll_id: int, person_id: int, marks: dict[int, int]) -> None:
    """One durable commit with the rows of a paper."""
    key = unguessable()
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("INSERT INTO ballot_paper VALUES (?, ?, NULL, NULL)", (key, poll_id))
    raw.executemany(
        "INSERT INTO ballot_mark (paper_id, option_id, marks) VALUES (?, ?, ?)",
        [(key, option, count) for option, count in marks.items()],
    )
    raw.execute("INSERT INTO voter_roll VALUES (?, ?, 'kiosk')", (poll_id, person_id))
    raw.execute("COMMIT")


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def test_a_ballot_paper(tmp_path: Path, record: Record) -> None:
    lots = random.Random(1)
    ours, plain = (make_room(tmp_path / f"{n}.kdc", people=VOTERS, topics=TOPICS) for n in "ab")
    polls = [room.open_poll(marks_each=10) for room in (ours, plain)]
    plain.database.close()
    took: list[float] = []
    floor: list[float] = []
    with closing(sqlite3.connect(plain.database.path, isolation_level=None)) as raw:
        for pragma in ("foreign_keys = ON", "synchronous = FULL", "secure_delete = ON"):
            raw.execute(f"PRAGMA {pragma}")
        for person_id in ours.people:  # in turns, so that a busy machine slows both
            marks = paper_for(ours.options(polls[0]), lots)
            paper = partial(papers.cast_paper, ours.database, polls[0], person_id, marks)
            took.append(seconds(partial(paper, Channel.KIOSK)))
            floor.append(seconds(partial(raw_paper, raw, polls[1], person_id, marks)))
    ours.database.close()
    size = f"{VOTERS} voters, 10 marks each"
    figure, least = statistics.median(took) * 1000, statistics.median(floor) * 1000
    record(f"a ballot paper, on disk | {size}", figure, "ms", least, "≤ 2 ×")


def fill(
    database: Database, poll_id: int, options: list[int], papers_cast: int, marks: int
) -> None:
    """Put the electorate straight into the file, and papers and roll into the urn."""
    lots = random.Random(2)
    with closing(sqlite3.connect(database.path)) as raw:
        (known,) = raw.execute("SELECT max(id) FROM person").fetchone()
        extra = range(known + 1, papers_cast + 1)
        raw.executemany(
            "INSERT INTO person (id, name, email, notes, created_at)"
            " VALUES (?, 'P', '', '', '2026-11-03 18:00:00')",
            ((person_id,) for person_id in extra),
        )
        raw.executemany(
            "INSERT INTO elector (poll_id, person_id, sector) VALUES (?, ?, ?)",
            ((poll_id, person_id, "CPATR"[person_id % 5]) for person_id in extra),
        )
        raw.commit()
        ((key,),) = raw.execute("SELECT key FROM poll_urn WHERE poll_id = ?", (poll_id,))
    with database.read() as snapshot:
        snapshot.urns.find(key).put_many(
            dict.fromkeys(range(1, papers_cast + 1), "kiosk"),
            [
                json.dumps(
                    ["CPATR"[place % 5], [[o, 1] for o in sorted(lots.sample(options, marks))]]
                )
                for place in range(papers_cast)
            ],
        )


@pytest.mark.parametrize(("papers_cast", "marks", "promise"), CLOSE)
def test_close_a_poll(
    tmp_path: Path, record: Record, papers_cast: int, marks: int, promise: str
) -> None:
    room = make_room(tmp_path / "club.kdc", people=VOTERS, topics=TOPICS)
    poll_id = room.open_poll(marks_each=marks, secrecy="sector")
    fill(room.database, poll_id, room.options(poll_id), papers_cast, marks)
    room.database.settle()
    closing = seconds(partial(running.close_poll, room.database, poll_id))
    began = time.perf_counter()
    running.reveal_poll(room.database, poll_id)
    result = room.result(poll_id)
    took = time.perf_counter() - began
    assert sum(int(row.value or 0) for row in result.rows) == papers_cast * marks
    room.database.close()
    size = f"{papers_cast:,} papers, {marks} marks each"
    record(f"a count from the file | {size}", took, "s", None, promise)
    record(f"close a poll, its urn poured | {size}", closing, "s", None, "")
