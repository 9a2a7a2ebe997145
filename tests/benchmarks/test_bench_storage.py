"""What the one door costs beside the same rows in a raw SQLite transaction, and that it is flat."""

import itertools
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, event, insert, select
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import Session as OrmSession

from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.model import Idea, JournalEntry, Session
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.storage import Database, backups, files, open_database
from tests.benchmarks.conftest import Record

STARTS = datetime(2026, 11, 3, 18)
EVENING = Instant.of(STARTS, laptop_zone())
IDEAS = 5_000
ENTRIES = 100_000
ROUNDS = 200
TEXT = "More trees along the street, and a bench every hundred metres for those who need it"
PRAGMAS = (
    "foreign_keys = ON",
    "journal_mode = WAL",
    "synchronous = FULL",
    "secure_delete = ON",
)


def medians(
    work: Callable[[], object], floor: Callable[[], object], rounds: int
) -> tuple[float, float]:
    """The median duration of each in seconds, in turns so that a busy machine slows both."""
    taken: tuple[list[float], list[float]] = ([], [])
    for function in (work, floor):
        function()
    for _ in range(rounds):
        for function, durations in zip((work, floor), taken, strict=True):
            began = time.perf_counter()
            function()
            durations.append(time.perf_counter() - began)
    return statistics.median_high(taken[0]), statistics.median_high(taken[1])


def fill(path: Path, ideas: int) -> Database:
    """A club file with one session and so many ideas."""
    database = open_database(path, lambda: EVENING)
    with database.edit(lazy("Plan"), undoable=False) as edit:
        edit.add(Session(title="Autumn", starts_at=STARTS))
        edit.flush()
        edit.add_all(
            Idea(session_id=1, text=TEXT, sector=None, x=n % 70 * 220, y=n // 70 * 150,
                 created_at=EVENING)
            for n in range(ideas)
        )  # fmt: skip
    return database


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    opened = fill(tmp_path_factory.mktemp("bench") / "club.kdc", IDEAS)
    yield opened
    opened.close()


@pytest.fixture
def raw(database: Database, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A plain connection to a copy of the file, with the same pragmas."""
    backups.copy_to(database.path, tmp_path / "raw.kdc")
    with closing(sqlite3.connect(tmp_path / "raw.kdc", isolation_level=None)) as connection:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        yield connection


def add_raw(connection: sqlite3.Connection) -> None:
    """The rows of one added idea, its journal included, in one transaction."""
    stamp = "2026-11-03 18:00:00.000000"
    image = f'{{"id": 1, "session_id": 1, "text": "{TEXT}", "created_at": "{stamp}"' + " " * 180
    connection.execute("BEGIN IMMEDIATE")
    idea = connection.execute(
        "INSERT INTO idea (session_id, text, author_text, colour, x, y, stacking, created_at) "
        "VALUES (1, ?, '', 'butter', 1.0, 1.0, 0, ?)",
        (TEXT, stamp),
    ).lastrowid
    entry = connection.execute(
        "INSERT INTO journal_entry (session_id, label, at, undoable) VALUES (1, 'Added', ?, 1)",
        (stamp,),
    ).lastrowid
    connection.execute(
        "INSERT INTO journal_change (entry_id, table_name, row_key, after) VALUES (?, ?, ?, ?)",
        (entry, "idea", f'{{"id": {idea}}}', image),
    )
    connection.execute("COMMIT")


def undo_raw(connection: sqlite3.Connection) -> None:
    """The rows that undoing one added idea changes, in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    (entry,) = connection.execute(
        "SELECT max(id) FROM journal_entry WHERE undone_at IS NULL"
    ).fetchone()
    connection.execute("DELETE FROM idea WHERE id = (SELECT max(id) FROM idea)")
    connection.execute("UPDATE journal_entry SET undone_at = ? WHERE id = ?", ("2026", entry))
    connection.execute("COMMIT")


def edit_one(database: Database) -> None:
    with database.edit(lazy("Added an idea")) as edit:
        edit.add(Idea(session_id=1, text=TEXT, sector=None, x=1, y=1, created_at=EVENING))


def edit_bare(engine: Engine) -> None:
    """The same row through SQLAlchemy alone: what remains of the difference is its price."""
    with OrmSession(engine, expire_on_commit=False) as session:
        session.add(Idea(session_id=1, text=TEXT, sector=None, x=1, y=1, created_at=EVENING))
        session.commit()


@pytest.fixture
def bare(database: Database, tmp_path: Path) -> Iterator[Engine]:
    """An engine of SQLAlchemy on a copy of the file, with the same pragmas."""
    backups.copy_to(database.path, tmp_path / "bare.kdc")
    engine = create_engine(files.url_of(tmp_path / "bare.kdc"))

    @event.listens_for(engine, "connect")
    def _prepare(connection: DBAPIConnection, _record: object) -> None:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    yield engine
    engine.dispose()


def undo_bare(engine: Engine) -> None:
    """The rows that undoing one added idea changes, through SQLAlchemy alone."""
    with OrmSession(engine, expire_on_commit=False) as session:
        undoable = select(JournalEntry).where(JournalEntry.undone_at.is_(None))
        entry = session.scalars(undoable.order_by(JournalEntry.id.desc()).limit(1)).one()
        entry.undone_at = EVENING
        newest = session.scalars(select(Idea).order_by(Idea.id.desc()).limit(1)).one()
        session.delete(newest)
        session.commit()


def beside_both(
    record: Record,
    what: str,
    work: Callable[[], object],
    raw: Callable[[], object],
    bare: Callable[[], object],
) -> None:
    """A row beside SQLAlchemy without a journal, as promised, and one beside plain SQLite."""
    took, floor = medians(work, bare, ROUNDS)
    size = f"{IDEAS:,} ideas, beside SQLAlchemy without a journal"
    record(f"{what} | {size}", took * 1e3, "ms", floor * 1e3, "≤ 1.5 ×")
    took, floor = medians(work, raw, ROUNDS)
    record(f"{what} | {IDEAS:,} ideas, beside raw sqlite3", took * 1e3, "ms", floor * 1e3, "")


def test_edit(database: Database, raw: sqlite3.Connection, bare: Engine, record: Record) -> None:
    beside_both(
        record,
        "edit: one row",
        lambda: edit_one(database),
        lambda: add_raw(raw),
        lambda: edit_bare(bare),
    )


def test_verb(database: Database, raw: sqlite3.Connection, bare: Engine, record: Record) -> None:
    spots = itertools.count()

    def add_there() -> None:
        board_ideas.add_idea(database, 1, TEXT, at=(next(spots) * 220.0, -300.0))

    def add_anywhere() -> None:
        board_ideas.add_idea(database, 1, TEXT)

    for where, add in (("at a place", add_there), ("anywhere", add_anywhere)):
        beside_both(
            record,
            f"verb: add an idea {where}",
            add,
            lambda: add_raw(raw),
            lambda: edit_bare(bare),
        )


def test_undo(database: Database, raw: sqlite3.Connection, bare: Engine, record: Record) -> None:
    for _ in range(2 * ROUNDS + 10):
        edit_one(database)
        add_raw(raw)
        edit_bare(bare)
    beside_both(
        record,
        "undo: one row",
        database.undo,
        lambda: undo_raw(raw),
        lambda: undo_bare(bare),
    )


def test_opening(database: Database, tmp_path: Path, record: Record) -> None:
    backups.copy_to(database.path, tmp_path / "club.kdc")

    def open_raw() -> None:
        with closing(sqlite3.connect(tmp_path / "club.kdc")) as connection:
            for pragma in PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            connection.execute("SELECT count(*) FROM session").fetchone()

    took, floor = medians(lambda: open_database(tmp_path / "club.kdc").close(), open_raw, 30)
    record(f"open a club file | {IDEAS:,} ideas", took * 1e3, "ms", floor * 1e3, "")


@pytest.mark.parametrize("undoable", [True, False])
def test_a_long_journal_costs_nothing(tmp_path: Path, record: Record, undoable: bool) -> None:
    with closing(fill(tmp_path / "short.kdc", 50)) as short:
        edit_one(short)
        backups.copy_to(short.path, tmp_path / "long.kdc")
        with closing(open_database(tmp_path / "long.kdc", lambda: EVENING)) as long:
            entry = {"session_id": 1, "label": "Moved 1 idea", "at": EVENING, "undoable": undoable}
            with long.edit(lazy("Lengthen the journal"), undoable=False) as edit:
                edit.connection().execute(insert(JournalEntry), [entry] * ENTRIES)
            kind = "undoable" if undoable else "lasting"
            size = f"{ENTRIES:,} {kind} journal entries"
            took, floor = medians(long.next_steps, short.next_steps, 200)
            record(f"next undo and redo | {size}", took * 1e3, "ms", floor * 1e3, "≤ 1.5 ×")

            def there_and_back(database: Database) -> None:
                edit_one(database)
                database.undo()
                database.redo()

            took, floor = medians(lambda: there_and_back(long), lambda: there_and_back(short), 60)
            record(f"edit, undo, redo | {size}", took * 1e3, "ms", floor * 1e3, "≤ 1.5 ×")
