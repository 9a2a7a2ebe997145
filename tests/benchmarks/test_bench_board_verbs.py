"""Verbs of the board on disk, each beside the same rows without a journal and in plain SQLite."""

import sqlite3
import statistics
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, event, func, select
from sqlalchemy.orm import Session as OrmSession

from kdc_desktop.model import Cluster, Idea, JournalEntry, Session
from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.storage import Database, backups, files, open_database
from tests.benchmarks.conftest import Record
from tests.benchmarks.test_bench_board import timed
from tests.benchmarks.test_bench_storage import PRAGMAS
from tests.rooms.big_club import EVENING, fill_big_club

Verb = tuple[
    Callable[[], object],
    Callable[[Engine], object],
    Callable[[sqlite3.Connection], object],
]
"""What a verb does, through SQLAlchemy alone, and in plain SQLite."""


def raw(path: Path) -> sqlite3.Connection:
    """A plain connection to a copy of a club file, with the same pragmas."""
    copy = path.with_name(f"raw {path.name}")
    backups.copy_to(path, copy)
    connection = sqlite3.connect(copy, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def raw_edit(connection: sqlite3.Connection, statement: str, values: tuple[object, ...]) -> None:
    """The floor of a verb: the same rows in one durable transaction."""
    image = '{"x": 1.0, "y": 2.0, "cluster_id": 3, "stacking": 4}'
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(statement, values)
    connection.execute(
        "INSERT INTO journal_entry (session_id, label, at, undoable) VALUES (1, 'Edit', ?, 1)",
        ("2026-11-03 18:00:00.000000",),
    )
    connection.execute(
        "INSERT INTO journal_change (entry_id, table_name, row_key, before, after)"
        " VALUES (last_insert_rowid(), 'idea', '{\"id\": 1}', ?, ?)",
        (image, image),
    )
    connection.execute("COMMIT")


@contextmanager
def without_a_journal(path: Path) -> Iterator[Engine]:
    """SQLAlchemy alone on a copy of a club file, with the same pragmas."""
    copy = path.with_name(f"bare {path.name}")
    backups.copy_to(path, copy)
    engine = create_engine(files.url_of(copy))

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: object) -> None:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    yield engine
    engine.dispose()


def add_bare(engine: Engine) -> None:
    """The floor of adding an idea: what is read for it, and its row."""
    with OrmSession(engine, expire_on_commit=False) as session:
        assert session.scalar(select(Session.id).where(Session.id == 1)) == 1
        newest = session.scalar(select(func.max(JournalEntry.id))) or 0
        place = {"x": 0.0, "y": 9000.0, "stacking": newest + 1}
        session.add(Idea(session_id=1, text="Idea", sector=None, created_at=EVENING, **place))
        session.commit()


def send_bare(engine: Engine, idea_id: int, cluster_id: int) -> None:
    """The floor of sending an idea to a cluster: what is read for it, and the rows it changes."""
    with OrmSession(engine, expire_on_commit=False) as session:
        idea, cluster = session.get_one(Idea, idea_id), session.get_one(Cluster, cluster_id)
        inside = select(Idea.id, Idea.x, Idea.y, Idea.parent_id, Idea.trashed_at)
        here = session.execute(inside.where(Idea.cluster_id == cluster_id)).all()
        idea.x = cluster.x + len(here) % 3 * 180.0
        idea.y = cluster.y + len(here) // 3 * 120.0
        idea.cluster_id, idea.colour = cluster_id, cluster.colour
        idea.stacking = (session.scalar(select(func.max(JournalEntry.id))) or 0) + 1
        if idea.y + 108.0 > cluster.y + cluster.height:
            cluster.height += 240.0
            session.execute(select(Cluster).where(Cluster.session_id == 1)).all()
        session.commit()


@pytest.mark.parametrize("ideas", [371, 5000])
def test_verbs_on_disk(ideas: int, tmp_path: Path, record: Record) -> None:
    with closing(open_database(tmp_path / "club.kdc", lambda: EVENING)) as database:
        fill_big_club(database, ideas, people=300)
        measure_verbs(database, ideas, record)


def measure_verbs(database: Database, ideas: int, record: Record) -> None:
    cluster = board_clusters.add_cluster(database, 1, "Yards", at=(-3000.0, 0.0))
    insert = (
        "INSERT INTO idea (session_id, text, colour, x, y, stacking, author_text, created_at)"
        " VALUES (1, ?, 'butter', 0, 9000, 5, '', '2026-11-03 18:00:00.000000')"
    )
    update = "UPDATE idea SET x = 1, y = 2, stacking = 5, cluster_id = ? WHERE id = ?"
    ours, bare, last = count(1), count(1), count(0)
    adding: Verb = (
        lambda: board_ideas.add_idea(database, 1, "Idea", at=(0.0, 9000.0)),
        add_bare,
        lambda connection: raw_edit(connection, insert, ("Idea",)),
    )
    sending: Verb = (
        lambda: board_clusters.send_to_cluster(database, [next(ours)], cluster),
        lambda engine: send_bare(engine, next(bare), cluster),
        lambda connection: raw_edit(connection, update, (cluster, ideas - next(last))),
    )
    for name, verb in (("add an idea", adding), ("send to a cluster", sending)):
        took, floor, in_raw = in_turns(database.path, verb)
        beside = f"service verb: {name} | {ideas} ideas, beside"
        record(f"{beside} SQLAlchemy without a journal", took, "ms", floor, "≤ 1.5 ×")
        record(f"{beside} raw sqlite3", took, "ms", in_raw, "")


def in_turns(path: Path, verb: Verb, rounds: int = 80) -> tuple[float, float, float]:
    """The medians of a verb and of its two floors, in turns: a busy machine slows all of them."""
    ours, bare, in_raw = verb
    with without_a_journal(path) as engine, closing(raw(path)) as connection:
        each = ours, partial(bare, engine), partial(in_raw, connection)
        taken = [[timed(one) for one in each] for _ in range(rounds + 3)][3:]
    mine, floor, raw_floor = (statistics.median(times) for times in zip(*taken, strict=True))
    return mine, floor, raw_floor
