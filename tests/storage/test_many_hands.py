"""Many threads at one file: each gets its turn, and nobody waits without an end or a sentence."""

import queue
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.storage import Changes, Database, connections, files, turns
from tests.storage.places import add_person, names

THREADS = 8


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    """Nobody waits for long here."""
    monkeypatch.setattr(files, "PATIENCE", 0.1)


@contextmanager
def writing(database: Database) -> Iterator[None]:
    """Another thread is in the middle of an edit."""
    begun, end = threading.Event(), threading.Event()

    def hold() -> None:
        with database.edit(lazy("Hold")):
            begun.set()
            assert end.wait(10)

    thread = threading.Thread(target=hold)
    thread.start()
    assert begun.wait(10)
    try:
        yield
    finally:
        end.set()
        thread.join()


def waiting(database: Database) -> int:
    """How many threads wait for their turn."""
    return len(database.file.turns._waiting)


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not true():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.001)


def start(database: Database, name: str) -> threading.Thread:
    """A thread that adds somebody, and is known to wait for its turn."""
    before = waiting(database)
    thread = threading.Thread(target=add_person, args=(database, name))
    thread.start()
    until(lambda: waiting(database) > before)
    return thread


def test_threads_write_in_the_order_in_which_they_came(database):
    with writing(database):
        threads = [start(database, name) for name in ("Aino", "Eero", "Meri", "Oona")]
    for thread in threads:
        thread.join()
    assert names(database) == ["Aino", "Eero", "Meri", "Oona"]


def test_the_thread_before_a_person_is_next_whoever_waits(database):
    def before_a_person() -> None:
        database.deliver_through(lambda call: call())
        ready.set()
        assert go.wait(10)
        add_person(database, "The facilitator's")

    ready, go = threading.Event(), threading.Event()
    person = threading.Thread(target=before_a_person)
    person.start()
    assert ready.wait(10)
    with writing(database):
        threads = [start(database, name) for name in ("Aino", "Eero")]
        go.set()
        until(lambda: waiting(database) == 3)
    for thread in (person, *threads):
        thread.join()
    assert names(database) == ["The facilitator's", "Aino", "Eero"]


def test_between_two_edits_of_a_thread_each_other_that_waits_has_its_turn(database):
    """A lock that is not handed on is taken again by whoever has just let it go."""
    done: list[int] = []

    def write(number: int) -> None:
        for _ in range(20):
            with database.edit(lazy("Count")) as edit:
                edit.connection()
                done.append(number)

    with writing(database):
        threads = [threading.Thread(target=write, args=(n,)) for n in range(THREADS)]
        for thread in threads:
            thread.start()
        until(lambda: waiting(database) == THREADS)
    for thread in threads:
        thread.join()
    assert len(done) == 20 * THREADS
    assert max(done[:40].count(number) for number in range(THREADS)) <= 8
    assert set(done[:THREADS]) == set(range(THREADS))


def test_notices_come_in_the_order_of_the_commits_whoever_writes_between(database):
    posted: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
    here = threading.get_ident()

    def deliver(call: Callable[[], None]) -> None:
        if threading.get_ident() == here:
            call()
        else:
            posted.put(call)

    def write(name: str) -> None:
        for number in range(10):
            add_person(database, f"{name} {number}")

    heard: list[Changes] = []
    database.subscribe(heard.append)
    database.deliver_through(deliver)
    threads = [threading.Thread(target=write, args=(f"Thread {n}",)) for n in range(THREADS)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        mine = add_person(database, "The facilitator's")
        assert any(mine in changes.ids["person"] for changes in heard[-THREADS - 1 :])
        while not posted.empty():
            posted.get()()
    while not posted.empty():
        posted.get()()
    entries = [changes.entry_id or 0 for changes in heard]
    assert entries == sorted(entries)
    assert len(entries) == len(names(database))


WAYS: dict[str, Callable[[Database], object]] = {
    "edit": lambda database: add_person(database, "Eero"),
    "undo": lambda database: database.undo(),
    "redo": lambda database: database.redo(),
    "settle": lambda database: database.settle(),
    "compact": lambda database: database.compact(),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("before_a_person", [False, True])
def test_who_waits_too_long_for_a_turn_is_told(database, monkeypatch, way, before_a_person):
    patience = "BEFORE_A_PERSON" if before_a_person else "PATIENCE"
    monkeypatch.setattr(turns, patience, 0.05)
    add_person(database, "Aino")
    if before_a_person:
        database.deliver_through(lambda call: call())
    with writing(database):
        with pytest.raises(UserError, match="Other work of KDC Desktop is writing to club"):
            WAYS[way](database)
        assert waiting(database) == 0
        assert names(database) == ["Aino"]
    add_person(database, "Eero")
    assert names(database) == ["Aino", "Eero"]


def test_a_turn_that_comes_just_when_the_wait_is_interrupted_is_handed_on(database, monkeypatch):
    class Interrupted(turns._Ticket):
        def __init__(self, thread: int) -> None:
            super().__init__(thread)
            self.called = self  # type: ignore[assignment]
            self._lock = threading.Semaphore(0)

        def acquire(self, timeout: float) -> bool:
            assert self._lock.acquire(timeout=timeout)
            raise KeyboardInterrupt

        def release(self) -> None:
            self._lock.release()

    def interrupted() -> None:
        with pytest.raises(KeyboardInterrupt):
            add_person(database, "Aino")

    monkeypatch.setattr(turns, "PATIENCE", 5)
    with writing(database):
        monkeypatch.setattr(turns, "_Ticket", Interrupted)
        thread = threading.Thread(target=interrupted)
        thread.start()
        until(lambda: waiting(database) == 1)
        monkeypatch.undo()
    thread.join()
    add_person(database, "Eero")
    assert names(database) == ["Eero"]


def test_too_many_readers_at_once_are_told(database, monkeypatch):
    monkeypatch.setattr(connections, "AT_ONCE", 6)
    add_person(database, "Aino")
    with ExitStack() as stack:
        for _ in range(6):
            stack.enter_context(database.read()).connection()
        with pytest.raises(UserError, match=r"So much of club.* is being read at once"):
            names(database)
        add_person(database, "Eero")
    assert names(database) == ["Aino", "Eero"]


READS: dict[str, Callable[[Database], object]] = {
    "read": names,
    "glance": lambda database: database.next_steps(),
}


@pytest.mark.parametrize("way", ["edit", "undo", "settle", "compact"])
def test_a_program_that_writes_for_too_long_is_named_and_reading_goes_on(database, way):
    add_person(database, "Aino")
    with closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        if way == "settle":
            assert not database.settle()
        else:
            with pytest.raises(UserError, match=r"Another program (is writing to|holds) club"):
                WAYS[way](database)
        assert names(database) == ["Aino"]
        assert str(database.next_steps()[0].label) == "Add Aino"
    add_person(database, "Eero")


@pytest.mark.parametrize("way", [*READS, "edit", "undo"])
def test_a_program_that_has_the_file_to_itself_is_named(database, way):
    add_person(database, "Aino")
    database.close()
    again = database.once_more()
    with (
        closing(files.alone(database.path)),
        pytest.raises(UserError, match=r"Another program (is writing to|holds) club"),
    ):
        (READS | WAYS)[way](again)
    assert names(again) == ["Aino"]
    again.close()


def test_a_glance_opens_the_file_once_and_closing_lets_it_go(database, monkeypatch):
    opened: list[sqlite3.Connection] = []
    connect = files.connect

    def counted(path: Path) -> sqlite3.Connection:
        opened.append(connect(path))
        return opened[-1]

    add_person(database, "Aino")
    database.next_steps()
    monkeypatch.setattr(database.file.handles, "_way_in", counted)
    for _ in range(3):
        database.next_steps()
    assert opened == []
    with database.glance(), database.glance():
        pass
    assert len(opened) == 1
    with database.glance() as held:
        database.close()
    for connection in (held, *opened):
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            connection.execute("SELECT 1")
