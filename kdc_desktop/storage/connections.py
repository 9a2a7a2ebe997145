"""SQLAlchemy's side of an open club file: snapshots, recorded transactions, steps back and forth.

Imported by `Database` when the first row is read or written, because it takes longer to load than
the window: see “Start” in ARCHITECTURE.md.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError, StatementError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.orm import Session, configure_mappers

from kdc_desktop.errors import NotWrittenError, UnknownWordError, UserError
from kdc_desktop.i18n import Fillable, Text, _
from kdc_desktop.instants import Instant
from kdc_desktop.storage import files, history, refusals
from kdc_desktop.storage.failures import crowded, done_meanwhile, gone, sentence_for
from kdc_desktop.storage.glances import Glances
from kdc_desktop.storage.gone import GoneError
from kdc_desktop.storage.journal import write_entry
from kdc_desktop.storage.marks import move_on
from kdc_desktop.storage.next_steps import Step
from kdc_desktop.storage.recorder import RecordedSession, Recorder
from kdc_desktop.storage.shades import Shades, shades_of
from kdc_desktop.storage.strangers import harden
from kdc_desktop.storage.transactions import Edit, Snapshot
from kdc_desktop.storage.urns import Urns

AT_ONCE = 32  # that may read; more than threads ever do
KEPT_OPEN = 5  # of these, for the next who read
_KEPT_PAGES = "PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 4000"  # 16 MB: once to disk
_STUMBLES = (ValueError, TypeError, LookupError, ArithmeticError, AttributeError, StatementError)


class Connections:
    """The connections of one open club file; `Database` sees to it that one thread writes.

    `connect` opens the file with its log; `explained` says what an error means where it is lost.
    """

    def __init__(
        self,
        path: Path,
        connect: Callable[[], sqlite3.Connection],
        explained: Callable[[], UserError | None],
        glances: Glances,
        urns: Urns,
    ) -> None:
        self._path = path
        self._told_in_words = partial(_told_in_words, path, explained)
        with self._told_in_words():
            self.shades = shades_of(path, connect)
        glances.see_through(self.shades)
        made = partial(_engine, path, connect)
        self._reader = made("PRAGMA query_only = ON", "BEGIN", KEPT_OPEN, AT_ONCE, self.shades)
        self._writer = made("PRAGMA query_only = OFF", "BEGIN IMMEDIATE", 1, 1, Shades())
        self._kept: Connection | None = None  # what is written through, once it is open
        self.urns, self._commits = urns, 0
        self._has_read = False
        configure_mappers()

    def close(self) -> None:
        """Let the file go."""
        if self._kept is not None:
            self._kept.close()
            self._kept = None
        self.urns.close()
        for engine in (self._reader, self._writer):
            engine.dispose()
            engine.clear_compiled_cache()

    def settle(self) -> bool:
        """Fold the write-ahead log into the file; False when somebody still reads it."""
        with self._told_in_words():
            # Outside a transaction: the log cannot be folded from within one.
            raw = files.raw(self._connection())
            return not raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]

    @property
    def used(self) -> bool:
        """Whether anything was read or written yet."""
        return self._kept is not None or self._has_read

    @property
    def writes(self) -> bool:
        """Whether what is written through is open."""
        return self._kept is not None

    def fold(self) -> bool:
        """The same, but waiting for nobody: False when somebody was in the way."""
        with self._told_in_words():
            raw, commits = files.raw(self._connection()), self._commits_of_others()
            if folded := files.fold(raw):
                self._commits = commits  # what they wrote is in the file, by our own hand
            return folded

    def compact(self) -> None:
        """Write every page anew: SQLite leaves parts of older rows in the gaps of its pages."""
        with self._told_in_words():
            files.raw(self._connection()).execute("VACUUM")

    def _connection(self) -> Connection:
        """The one to write through: whoever writes has it alone, so it need not be fetched anew."""
        if self._kept is None:
            self._kept = self._writer.connect()
            files.raw(self._kept).executescript(_KEPT_PAGES)
            self._commits = self._commits_of_others()
        return self._kept

    def others_wrote(self) -> bool:
        """Whether another program has committed to the file since its log was last folded by us."""
        return self._kept is not None and self._commits_of_others() != self._commits

    def _commits_of_others(self) -> int:
        """A number that changes with each of them: https://sqlite.org/pragma.html#pragma_data_version."""
        assert self._kept is not None
        (number,) = files.raw(self._kept).execute("PRAGMA data_version").fetchone()
        return int(number)

    @contextmanager
    def read(self) -> Iterator[Snapshot]:
        """A snapshot; who writes to it has a bug, and is told so."""
        with (
            self._told_of_faults(),
            self._told_in_words(),
            _meanwhile_told(),
            self._reader.connect() as connection,
            Session(connection, autoflush=False) as session,
        ):
            self._has_read = True
            connection.begin()
            try:
                yield Snapshot(session, connection, self.urns)
            except OperationalError as error:
                if getattr(error.orig, "sqlite_errorcode", None) == sqlite3.SQLITE_READONLY:
                    raise AssertionError("a snapshot was written to: that takes an edit") from error
                raise
            assert not session.dirty, "a row of a snapshot was changed: that takes an edit"

    @contextmanager
    def edit(
        self, label: Text | Fillable, now: Callable[[], Instant], undoable: bool
    ) -> Iterator[Edit]:
        """A transaction with its journal entry; its recorder knows afterwards what it touched."""
        with (
            self._told_of_faults(),
            _meanwhile_told(),
            self._transaction() as connection,
            RecordedSession(connection) as session,
        ):
            session.recorder = Recorder()
            edit = Edit(session, connection, self.urns, label)
            yield edit
            session.flush()
            write_entry(edit, now(), undoable)

    def undo(self, now: Instant, wanted: Step | None) -> history.Taken:
        """Take back an edit, by default the newest that can be."""
        return self._travel(partial(history.undo, wanted=wanted), now)

    def redo(self, now: Instant, wanted: Step | None) -> history.Taken:
        """Do an edit again, by default what was undone last."""
        return self._travel(partial(history.redo, wanted=wanted), now)

    def _travel(
        self, step: Callable[[Connection, Instant], history.Taken], now: Instant
    ) -> history.Taken:
        try:
            with self._told_of_faults():
                return self._taken(step, now)
        except refusals.OvertakenError as overtaken:
            with self._transaction() as connection:
                later = history.own_step_after(connection, overtaken.step)
                if later is None:
                    history.pass_over(connection, overtaken.step)
            if later is None:
                raise
            raise UserError(
                _(
                    "“{what}” stays for now: undo “{later}” first, which came after it.",
                    what=overtaken.step.label,
                    later=later.label,
                )
            ) from overtaken

    def _taken(
        self, step: Callable[[Connection, Instant], history.Taken], now: Instant
    ) -> history.Taken:
        taken: history.Taken | None = None
        try:
            with self._transaction() as connection:
                return (taken := step(connection, now))
        except (IntegrityError, sqlite3.IntegrityError) as error:
            if taken is None:
                raise
            # What refers to a row that has gone is found when the transaction is to end.
            raise refusals.OvertakenError(taken.in_the_way, taken.step) from error

    @contextmanager
    def _told_of_faults(self) -> Iterator[None]:
        """In a faulty file, whatever stumbles over a value says so in a sentence."""
        try:
            yield
        except _STUMBLES as error:
            if not self.shades.views:
                raise
            raise UserError(self.shades.refusal(self._path)) from error

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """One for whoever writes; a session in it has none of its own to begin and to end."""
        with self._told_in_words(writing=True):
            connection = self._connection()
            transaction = connection.begin()
            before = (raw := files.raw(connection)).total_changes
            try:
                yield connection
                if raw.total_changes != before:
                    move_on(raw)
                transaction.commit()
            except BaseException:
                transaction.close()
                # A refused commit leaves SQLite inside the transaction that SQLAlchemy gave up.
                raw.rollback()
                raise


@contextmanager
def _told_in_words(
    path: Path, explained: Callable[[], UserError | None], *, writing: bool = False
) -> Iterator[None]:
    try:
        yield
    except PoolTimeoutError as error:
        raise UserError(crowded(path)) from error
    except (DBAPIError, sqlite3.Error, UnicodeEncodeError, UnknownWordError) as error:
        told = error.orig if isinstance(error, DBAPIError) else error
        sentence = sentence_for(told, path, reading=not writing)
        if sentence is None:
            raise
        of_the_file = isinstance(told, sqlite3.Error)
        if of_the_file and (lost := explained()):
            raise lost from error
        raise (NotWrittenError if writing and of_the_file else UserError)(sentence) from error


@contextmanager
def _meanwhile_told() -> Iterator[None]:
    """What another hand has removed or made meanwhile is no bug of the verb that needs it."""
    try:
        yield
    except GoneError as error:
        raise UserError(gone()) from error
    except (IntegrityError, sqlite3.IntegrityError) as error:
        sentence = done_meanwhile(error.orig if isinstance(error, IntegrityError) else error)
        if sentence is None:
            raise
        raise UserError(sentence) from error


def _engine(
    path: Path,
    connect: Callable[[], sqlite3.Connection],
    reach: str,
    begin: str,
    kept_open: int,
    at_once: int,
    shades: Shades,
) -> Engine:
    """Connections that only read or also write: one that is turned prepares all statements anew."""
    engine = create_engine(
        files.url_of(path),
        creator=connect,
        pool_timeout=files.PATIENCE,
        pool_size=kept_open,
        max_overflow=at_once - kept_open,
        hide_parameters=True,  # an error is logged, and tells no names there
    )

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # transactions begin where `_begin` says
        harden(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        shades.lay_over(connection)
        connection.execute(reach)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        files.raw(connection).execute(begin)  # SQLAlchemy would take ten times as long

    return engine
