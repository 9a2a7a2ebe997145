"""500,000 papers read from the file and counted by each rule, beside pandas and their marks."""

import sqlite3
import tracemalloc
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pandas  # noqa: TID253  # what is measured is the counting, not the start
import pytest

from kdc_desktop.domain.polls.methods import methods, rule_of
from kdc_desktop.services.polls import questions
from kdc_desktop.services.polls.ballots import ballots_in, tally_in
from kdc_desktop.storage import Database
from tests.benchmarks.conftest import Record
from tests.benchmarks.test_bench_polls import seconds
from tests.rooms.poll_room import make_room

PAPERS, OPTIONS, MARKS = 500_000, 20, 10
TOPICS = tuple(f"Topic {number}" for number in range(1, OPTIONS + 1))
SIZE = f"{PAPERS:,} papers of {MARKS} marks, {OPTIONS} options"
RULES = [rule.key for method in methods() for rule in method.rules]
PARTS = {"criteria": "1 + n % 2", "pairwise": "first + (id + (n + 1) * step) % 20"}
LEVELS = {
    "majority_judgment": "n % 6",
    "temperature": "n % 6",
    "score": "n % 6",
    "criteria": "n % 6",
}
ONES = ("approval", "greedy", "equal_shares", "pairwise", "quadratic")


def fill(path: Path, poll_id: int, rule: str, papers: int) -> None:
    """Papers that say something of ten options each, written by the file itself."""
    method, _rule = rule_of(rule)
    part, said = PARTS.get(method.key, "0"), LEVELS.get(method.key, "n + 1")
    said = "1" if rule in ONES else said
    with closing(sqlite3.connect(path)) as raw:
        (first,) = raw.execute(
            "SELECT min(id) FROM option WHERE poll_id = ?", (poll_id,)
        ).fetchone()
        raw.execute("DROP INDEX ix_ballot_mark_option_id")  # nothing here asks by it
        raw.execute(
            "INSERT INTO ballot_paper (id, poll_id, sector) WITH RECURSIVE lot (id) AS (SELECT 1"
            " UNION ALL SELECT id + 1 FROM lot LIMIT ?)"
            " SELECT id * 9973 + id * id % 9973, ?, substr('CPATR', 1 + id % 5, 1) FROM lot",
            (papers, poll_id),
        )
        raw.execute(
            "INSERT INTO ballot_mark (paper_id, option_id, part, marks)"
            " WITH RECURSIVE nth (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM nth LIMIT 10),"
            f" paper AS (SELECT id, 1 + 2 * (id / 20 % 2) AS step, {first} AS first"
            f" FROM ballot_paper) SELECT id, first + (id + n * step) % 20, {part}, {said}"
            " FROM paper, nth ORDER BY 1, 2"
        )
        raw.execute(
            "UPDATE poll SET state = 'closed', method = ?, rule = ?, total = 50 WHERE id = ?",
            (method.key, rule, poll_id),
        )
        raw.execute("UPDATE option SET cost = 7")
        raw.execute("INSERT INTO criterion (poll_id, number, name, weight) VALUES (1, 1, 'A', 2)")
        raw.execute("INSERT INTO criterion (poll_id, number, name, weight) VALUES (1, 2, 'B', 1)")
        raw.commit()


def counted(database: Database, poll_id: int) -> int:
    """Read and counted, as it is announced."""
    with database.read() as snapshot:
        count = ballots_in(snapshot, questions.poll_in(snapshot, poll_id)).count
    return count.papers


def grouped(frame: pandas.DataFrame) -> None:
    frame.groupby(["sector", "option_id", "part", "marks"]).size()


@pytest.fixture
def filled(tmp_path: Path, rule: str) -> Iterator[tuple[Database, int]]:
    room = make_room(tmp_path / "club.kdc", people=1, topics=TOPICS)
    poll_id = room.open_poll()
    fill(room.database.path, poll_id, rule, PAPERS)
    yield room.database, poll_id
    room.database.close()


@pytest.mark.parametrize("rule", RULES)
def test_papers_are_counted_from_the_file(
    filled: tuple[Database, int], rule: str, record: Record
) -> None:
    database, poll_id = filled
    with closing(sqlite3.connect(database.path)) as raw:
        frame = pandas.read_sql_query(
            "SELECT sector, option_id, part, marks FROM ballot_mark"
            " JOIN ballot_paper ON id = paper_id",
            raw,
        )
    floor = seconds(partial(grouped, frame))
    took = seconds(partial(counted, database, poll_id))
    record(f"read and counted by {rule} | {SIZE}", took, "s", floor, "≤ 5 s")


@pytest.mark.parametrize("rule", ["score"])
def test_the_memory_of_a_tally_is_that_of_some_papers(
    filled: tuple[Database, int], record: Record
) -> None:
    database, poll_id = filled
    with database.read() as snapshot:
        row = questions.poll_in(snapshot, poll_id)
        terms = questions.terms_in(snapshot, row)
        tracemalloc.start()
        tally_in(snapshot, poll_id, row.kind, terms, {})
        peak = tracemalloc.get_traced_memory()[1] / 2**20
        tracemalloc.stop()
    record(f"memory to tally papers from the file | {SIZE}", peak, "MB", None, "≤ 50 MB")
