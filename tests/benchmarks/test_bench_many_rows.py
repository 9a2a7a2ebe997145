"""What many rows in one edit cost, journal and commit included, and their undo and redo."""

import gc
import json
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kdc_desktop.domain.board.colours import NoteColour
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Idea
from kdc_desktop.storage import Database, Edit, backups
from tests.benchmarks.conftest import Record
from tests.benchmarks.test_bench_storage import EVENING, IDEAS, PRAGMAS, TEXT, fill

ROUNDS = 7
PROMISE = "≤ 80 ms"
STAMP = "2026-11-03 18:00:00.000000"
KEYS = range(1, IDEAS + 1)
NAMES = ("session_id", "text", "author_text", "colour", "x", "y", "stacking", "created_at")
Write = Callable[[Edit, int], object]
Statement = tuple[str, Callable[[int, int], tuple[object, ...]]]


def new(number: int) -> dict[str, object]:
    return {"session_id": 1, "text": TEXT, "x": number * 1.5, "y": 0.0, "created_at": EVENING}


def another(turn: int) -> NoteColour:
    return list(NoteColour)[turn % 3]


CHANGES: dict[str, Write] = {
    "added": lambda edit, _turn: edit.add_rows(Idea, [new(number) for number in KEYS]),
    "coloured": lambda edit, turn: edit.change_rows(
        Idea, {key: {"colour": another(turn)} for key in KEYS}
    ),
    "moved": lambda edit, turn: edit.change_rows(
        Idea, {key: {"x": key + turn / 4, "y": turn * 2.0, "stacking": turn} for key in KEYS}
    ),
    "trashed or restored": lambda edit, turn: edit.change_rows(
        Idea, {key: {"trashed_at": EVENING if turn % 2 else None} for key in KEYS}
    ),
}
RAW: dict[str, Statement] = {
    "added": (
        f"INSERT INTO idea ({', '.join(NAMES)}) VALUES (?, ?, '', 'butter', ?, 0.0, 0, ?)",
        lambda key, _turn: (1, TEXT, key * 1.5, STAMP),
    ),
    "coloured": (
        "UPDATE idea SET colour = ? WHERE id = ?",
        lambda key, turn: (another(turn).value, key),
    ),
    "moved": (
        "UPDATE idea SET x = ?, y = ?, stacking = ? WHERE id = ?",
        lambda key, turn: (key + turn / 4, turn * 2.0, turn, key),
    ),
    "trashed or restored": (
        "UPDATE idea SET trashed_at = ? WHERE id = ?",
        lambda key, turn: (STAMP if turn % 2 else None, key),
    ),
}


@pytest.fixture(autouse=True)
def _no_collector() -> Iterator[None]:
    """As in the program, where the collector runs between two events."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(fill(tmp_path / "club.kdc", IDEAS)) as opened:
        yield opened


@pytest.fixture
def raw(database: Database, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A plain connection to a copy of the file, with the same pragmas."""
    backups.copy_to(database.path, tmp_path / "raw.kdc")
    with closing(sqlite3.connect(tmp_path / "raw.kdc", isolation_level=None)) as connection:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        yield connection


def milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1e3


def write_raw(connection: sqlite3.Connection, what: str, turn: int) -> None:
    """The same rows with as many lines of a journal, in one transaction."""
    sql, values = RAW[what]
    image = json.dumps(new(1) if what == "added" else {"x": 1.5}, default=str)
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany(sql, [values(key, turn) for key in KEYS])
    connection.executemany(
        "INSERT INTO journal_change (entry_id, table_name, row_key, before, after) "
        "VALUES (1, 'idea', ?, ?, ?)",
        [(f'{{"id": {key}}}', None if what == "added" else image, image) for key in KEYS],
    )
    connection.execute("COMMIT")


@pytest.mark.parametrize("what", CHANGES)
def test_many_rows(database: Database, raw: sqlite3.Connection, record: Record, what: str) -> None:
    ours, floor, undone, redone = [], [], [], []

    def edit(turn: int) -> None:
        with database.edit(lazy("Many")) as edit:
            CHANGES[what](edit, turn)

    for turn in range(1, ROUNDS + 2):
        ours.append(milliseconds(lambda at=turn: edit(at)))  # type: ignore[misc]
        floor.append(milliseconds(lambda at=turn: write_raw(raw, what, at)))  # type: ignore[misc]
        undone.append(milliseconds(database.undo))
        redone.append(milliseconds(database.redo))
    size = f"{IDEAS:,} ideas"
    best = statistics.median(floor[1:])
    record(f"edit: many rows {what} | {size}", statistics.median(ours[1:]), "ms", best, PROMISE)
    record(f"undo: many rows {what} | {size}", statistics.median(undone[1:]), "ms", None, PROMISE)
    record(f"redo: many rows {what} | {size}", statistics.median(redone[1:]), "ms", None, PROMISE)
