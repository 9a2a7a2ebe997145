"""An open club file: one door to write, snapshots to read, and the way back."""

import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from kdc_desktop.errors import UserError
from kdc_desktop.storage import files, history
from kdc_desktop.storage.failures import sentence_for
from kdc_desktop.storage.journal import write_entry
from kdc_desktop.storage.recorder import RecordedSession, Recorder

BUSY_SECONDS = 5.0


@dataclass(frozen=True)
class Changes:
    """What an edit, an undo or a redo has changed."""

    label: str
    tables: frozenset[str]
    ids: Mapping[str, frozenset[Any]] = field(default_factory=dict)


Subscriber = Callable[[Changes], None]


def _now() -> datetime:
    return datetime.now().replace(microsecond=0)


class Database:
    """One club file, safe to use from any thread; made by `open_database`."""

    def __init__(self, path: Path, clock: Callable[[], datetime] = _now) -> None:
        self.path = path
        self.now = clock
        self.deliver: Callable[[Callable[[], None]], None] = lambda call: call()
        self._engine = _engine(path)
        self._writer = self._engine.execution_options(kdc_writes=True)
        self._writing = threading.RLock()
        self._in_edit = False
        self._subscribers: list[Subscriber] = []

    def close(self) -> None:
        """Fold the write-ahead log into the file and let it go; what is on disk stays there."""
        with suppress(UserError):
            self.settle()
        self._engine.dispose()

    def settle(self) -> bool:
        """Fold the write-ahead log into the file, so that no order of papers stays readable.

        False when somebody was still reading an older state after some seconds: the log is then
        folded by a later call or by closing.
        """
        with self._writing, _told_in_words(self.path), self._engine.connect() as connection:
            # Outside a transaction: the log cannot be folded from within one.
            raw = files.raw(connection)
            (busy, _pages, _folded) = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return not busy

    def subscribe(self, subscriber: Subscriber) -> Callable[[], None]:
        """Be told of every change from now on; call what is returned to stop."""
        self._subscribers.append(subscriber)
        return lambda: self._subscribers.remove(subscriber)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A snapshot to read from; nothing that is done to it is kept."""
        with _told_in_words(self.path), Session(self._engine, autoflush=False) as session:
            yield session

    @contextmanager
    def edit(self, label: str, *, undoable: bool = True) -> Iterator[Session]:
        """One thing that the facilitator does: a transaction, an undo step, a journal entry.

        Args:
            label: what is done, as the undo line says it: "Merge 3 ideas".
            undoable: False for what must not be taken back, such as opening a poll.

        Raises:
            UserError: the file cannot be written (full, locked, read-only); nothing has changed.
        """
        with self._transaction() as session:
            yield session
            session.flush()
            write_entry(session, label, self.now(), undoable)
        self._tell(label, session.recorder.touched)

    def undo(self) -> str:
        """Take back the newest edit that can be; returns its label.

        Raises:
            UserError: there is nothing to undo, or a row has changed since.
        """
        return self._travel(history.undo)

    def redo(self) -> str:
        """Do again what was undone last; returns its label.

        Raises:
            UserError: there is nothing to redo, or a row has changed since.
        """
        return self._travel(history.redo)

    def _travel(self, step: Callable[[Connection, datetime], history.Step]) -> str:
        try:
            with self._transaction() as session:
                done = step(session.connection(), self.now())
        except IntegrityError as error:
            raise UserError(
                "This step cannot be taken, because something made since needs it. "
                "Remove that first."
            ) from error
        self._tell(done.label, done.touched)
        return done.label

    def next_steps(self) -> tuple[str | None, str | None]:
        """The labels of what undo and redo would do now."""
        with self.read() as session:
            return history.next_steps(session.connection())

    @contextmanager
    def _transaction(self) -> Iterator[RecordedSession]:
        with (
            self._alone(),
            _told_in_words(self.path),
            self._writer.connect() as connection,
            RecordedSession(connection, expire_on_commit=False) as session,
        ):
            session.recorder = Recorder()
            yield session
            try:
                session.commit()
            except DBAPIError:
                # A refused commit leaves SQLite inside the transaction that SQLAlchemy gave up.
                connection.connection.rollback()
                raise

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with self._writing:
            assert not self._in_edit, "an edit inside an edit: pass the session on instead"
            self._in_edit = True
            try:
                yield
            finally:
                self._in_edit = False

    def _tell(self, label: str, touched: Mapping[str, set[Any]]) -> None:
        if not touched:
            return
        changes = Changes(
            label, frozenset(touched), {name: frozenset(ids) for name, ids in touched.items()}
        )
        for subscriber in list(self._subscribers):
            self.deliver(lambda told=subscriber: told(changes))  # type: ignore[misc]


@contextmanager
def _told_in_words(path: Path) -> Iterator[None]:
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        sentence = sentence_for(error.orig if isinstance(error, DBAPIError) else error, path)
        if sentence is None:
            raise
        raise UserError(sentence) from error


def _engine(path: Path) -> Engine:
    engine = create_engine(
        files.url_of(path), connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False}
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # transactions begin where `_begin` says
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("kdc_writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
