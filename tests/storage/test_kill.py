"""Killed at any moment, a club file has everything that was acknowledged."""

import os
import random
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest

from kdc_desktop.storage import open_database
from kdc_desktop.storage.checking import check_database
from tests.storage.servers import served_by

KILLS = 100
pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="kill -9 and fork are POSIX"),
    pytest.mark.timeout(300),
]

Told = tuple[str, int, str]


@pytest.fixture
def server():
    with served_by("tests.storage.worker") as process:
        yield process


def hear(server: subprocess.Popen[str]) -> Told:
    kind, number, value = server.stdout.readline().rstrip("\n").split("\t")
    return kind, int(number), value


def run_and_kill(server: subprocess.Popen[str], path: Path, number: int, lots: random.Random):
    """Let a worker tell of some actions, kill it within the next few, and return all it told."""
    server.stdin.write(f"{path}\t{number}\n")
    server.stdin.flush()
    told = [hear(server)]
    while not any(kind == "pid" for kind, *_ in told):
        told.append(hear(server))
    pid = next(worker for kind, worker, _ in told if kind == "pid")
    told += [hear(server) for _ in range(lots.randrange(40))]
    time.sleep(lots.random() * 0.01)
    os.kill(pid, signal.SIGKILL)
    while told[-1][0] != "ended":
        told.append(hear(server))
    assert told[-1][1] == -signal.SIGKILL
    return [one for one in told if one[0] not in ("pid", "ended")]


def missing(path: Path, told: list[Told]) -> list[Told]:
    """What was acknowledged and is not there."""
    with closing(sqlite3.connect(path)) as connection:
        rows = {
            "session": dict(connection.execute("SELECT id, title FROM session")),
            "idea": dict(connection.execute("SELECT id, text FROM idea")),
            "person": dict(connection.execute("SELECT id, name FROM person")),
            "cluster": dict(connection.execute("SELECT id, name FROM cluster")),
            "live": dict(connection.execute("SELECT id, status FROM session")),
            "undone": dict(
                connection.execute("SELECT id, iif(trashed_at IS NULL, 'back', '') FROM idea")
            ),
        }
        rows["changed"] = rows["person"]
        rows["project"] = dict(connection.execute("SELECT id, name FROM consortium"))
        rows["vision"] = dict(connection.execute("SELECT id, text FROM vision"))
        rows["answer"] = dict(connection.execute("SELECT id, CAST(level AS TEXT) FROM position"))
        askings = connection.execute("SELECT id, revealed_at IS NOT NULL FROM asking").fetchall()
        rows["asking"] = {key: "asked" for key, _shown in askings}
        rows["revealed"] = {key: "revealed" for key, shown in askings if shown}
    return [
        (kind, number, value)
        for kind, number, value in told
        if kind in rows and not rows[kind].get(number, "").startswith(value)
    ]


def test_a_hundred_kills_lose_nothing_that_was_acknowledged(tmp_path, server):
    path = tmp_path / "club.kdc"
    lots = random.Random(2026)
    everything: list[Told] = []
    for number in range(KILLS):
        told = run_and_kill(server, path, number, lots)
        began = time.perf_counter()
        if path.exists():
            open_database(path).close()
            assert time.perf_counter() - began < 2
            assert check_database(path) == []
        assert missing(path, told) == []
        everything += told
    assert missing(path, everything) == []
    assert len(everything) > 5 * KILLS
    with closing(sqlite3.connect(path)) as connection:
        (entries,) = connection.execute("SELECT count(*) FROM journal_entry").fetchone()
        assert entries >= sum(kind not in ("opened", "undone") for kind, *_ in everything)


def test_killed_while_it_is_made_a_file_is_whole_or_not_there(tmp_path, server):
    lots = random.Random(2026)
    for number in range(20):
        path = tmp_path / f"club {number}.kdc"
        server.stdin.write(f"{path}\t1\n")
        server.stdin.flush()
        kind, pid, _ = hear(server)
        assert kind == "pid"
        time.sleep(lots.random() * 0.06)
        os.kill(pid, signal.SIGKILL)
        while hear(server)[0] != "ended":
            pass
        assert not path.exists() or check_database(path) == []
        open_database(path).close()
        assert check_database(path) == []
