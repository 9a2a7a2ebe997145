"""Killed at any step of a migration, a club file is the old one or the new one, and whole."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time
from contextlib import closing, suppress
from pathlib import Path

import pytest

from kdc_desktop.storage import migrating, open_database
from kdc_desktop.storage.checking import check_database
from tests.storage.migrator import OLD
from tests.storage.places import names_in
from tests.storage.servers import served_by

STEPS, MOMENTS = 40, 20
NOTES = "important " * 500
pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="kill -9 and fork are POSIX"),
    pytest.mark.timeout(300),
]


@pytest.fixture
def server():
    with served_by("tests.storage.migrator") as process:
        yield process


def migrate(server: subprocess.Popen[str], path: Path, last_step: int, after: float | None = None):
    """Migrate a fresh old file until a step or for some seconds; returns steps told and the end."""
    for file in path.parent.iterdir():
        shutil.rmtree(file) if file.is_dir() else file.unlink()
    shutil.copy(OLD, path)
    server.stdin.write(f"{path}\t{last_step}\n")
    server.stdin.flush()
    steps = 0
    while True:
        kind, number, _ = server.stdout.readline().rstrip("\n").split("\t")
        if kind == "pid" and after is not None:
            time.sleep(after)
            with suppress(ProcessLookupError):  # it was quicker
                os.kill(int(number), signal.SIGKILL)
        elif kind == "steps":
            steps = int(number)
        elif kind == "ended":
            return steps, int(number)


def go_on(path: Path) -> None:
    """The evening goes on, in the old program or the new one; then the new one opens the file."""
    before = names_in(path)
    assert before == ["Aino Laine", "Eero Salmi"]
    assert check_database(path) == []
    is_new = migrating.version_of(path) == migrating.HEAD
    at = "2026-11-03T18:00:00Z" if is_new else "2026-11-03 18:00:00"
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(
            "INSERT INTO person (name, email, notes, created_at) VALUES ('Late Guest', '', ?, ?)",
            (NOTES, at),
        )
    open_database(path).close()
    assert migrating.version_of(path) == migrating.HEAD
    assert check_database(path) == []
    assert names_in(path) == [*before, "Late Guest"]
    with closing(sqlite3.connect(path)) as other:
        (notes,) = other.execute("SELECT notes FROM person WHERE name = 'Late Guest'").fetchone()
    assert notes == NOTES
    assert list(path.parent.glob(".*.migrating*")) == []


def test_killed_at_any_step_a_migration_loses_nothing(path, server):
    steps, ended = migrate(server, path, 0)
    assert (ended, steps > STEPS) == (0, True)
    go_on(path)
    found = set()
    for number in range(STEPS):
        _, ended = migrate(server, path, 1 + number * (steps - 2) // (STEPS - 1))
        assert ended == -signal.SIGKILL
        found.add((migrating.version_of(path), path.with_name(f".{path.name}.migrating").exists()))
        go_on(path)
    assert found == {("0001", False), ("0001", True), (migrating.HEAD, False)}


def test_killed_at_any_moment_a_migration_loses_nothing(path, server):
    lots = random.Random(2026)
    migrate(server, path, 0)  # the server is ready now
    began = time.perf_counter()
    migrate(server, path, 0)
    took = time.perf_counter() - began
    for _ in range(MOMENTS):
        migrate(server, path, 0, took * lots.random())
        go_on(path)
