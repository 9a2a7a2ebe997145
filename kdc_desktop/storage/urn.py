"""An urn: what comes in while nobody may know who put in what, apart from the club file.

It is a small file of its own, readable by its owner only. It holds two lists that nothing joins:
who has put something in, and what was put in. Plain SQL, because it is no club file and no other
kind of database has one: see decision 0012.
"""

import os
import sqlite3
import threading
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.storage import files, urn_file
from kdc_desktop.storage.failures import sentence_for
from kdc_desktop.storage.urn_owner import Owner
from kdc_desktop.workplaces import passing

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


class Urn:
    """One urn that is open; any thread may use it, and who reads does not wait for the disk."""

    def __init__(self, path: Path) -> None:
        """Open it.

        Raises:
            FileNotFoundError: there is none.
            sqlite3.Error: it is damaged.
        """
        self._path = path
        self._file = path.stat()
        self._connection = urn_file.connect(path)
        self._reader = urn_file.raw(path)
        self._writing, self._reading = threading.RLock(), threading.RLock()
        self._poured: dict[int, str] | None = None
        self._has_room = False

    def put(self, key: int, word: str, content: str) -> None:
        """Note this key with a word and put this in: both or neither, and on disk.

        Raises:
            UserError: it could not be written; the urn is as it was.
        """
        self.put_many({key: word}, [content])

    def put_many(self, entries: Mapping[int, str], contents: Sequence[str]) -> None:
        """The same for many, in an order that tells nothing."""
        with self._written() as connection:
            if not self._has_room:
                self._has_room = True
                with suppress(sqlite3.Error):  # on a full disk there may be room for a paper
                    urn_file.make_room(connection)
            with urn_file.transaction(connection):
                urn_file.put(connection, entries, contents)

    def take_out(self, key: int) -> None:
        """Forget a key that came without anything.

        Raises:
            UserError: it could not be written; the urn is as it was.
        """
        with self._written() as connection, urn_file.transaction(connection):
            connection.execute("DELETE FROM entry WHERE key = ?", (key,))

    def contents(self) -> list[str]:
        """All that was put in, sorted by what it says."""
        with self._written() as connection:
            rows = connection.execute("SELECT content FROM slip ORDER BY content, twin")
            return [content for (content,) in rows.fetchall()]

    def word_of(self, key: int) -> str | None:
        """What was noted with a key; None while it is not."""
        with self._read() as connection:
            if connection is None:
                return self._left.get(key)
            found = connection.execute("SELECT word FROM entry WHERE key = ?", (key,)).fetchone()
            return None if found is None else str(found[0])

    def entries(self) -> dict[int, str]:
        """The word of every key."""
        with self._read() as connection:
            if connection is None:
                return self._left
            return dict(connection.execute("SELECT key, word FROM entry").fetchall())

    def counts(self) -> dict[str, int]:
        """How many keys were noted with each word."""
        with self._read() as connection:
            if connection is None:
                return Counter(self._left.values())
            asked = "SELECT word, count(*) FROM entry GROUP BY word"
            return dict(connection.execute(asked).fetchall())

    @property
    def owner(self) -> Owner:
        """The club file that it belongs to."""
        with self._written() as connection:
            return Owner(*connection.execute("SELECT path, place FROM owner").fetchone())

    def belong_to(self, owner: Owner) -> None:
        """Be the urn of this club file from now on."""
        with self._written() as connection, urn_file.transaction(connection):
            connection.execute("UPDATE owner SET path = ?, place = ?", (owner.path, owner.place))

    def is_there(self) -> bool:
        """Whether its file lies where it was opened, or this program has poured it."""
        if self._poured is not None:
            return True
        try:
            return os.path.samestat(self._path.stat(), self._file)
        except OSError:
            return False

    def close(self) -> None:
        """Let the file go."""
        with self._writing, self._reading:
            self._reader.close()
            self._connection.close()

    def destroy(self) -> bool:
        """Overwrite and remove it, once it is poured; False where somebody else holds its file.

        Who still reads an older state of the club file is answered from memory.
        """
        with self._writing, self._reading:
            left = self._left
            with suppress(UserError):  # what is left of one that could not be removed before
                left = self.entries()
            self._poured = left
            with suppress(OSError):  # SQLite removes its log without overwriting it
                _blank(log_of(self._path))
            with suppress(sqlite3.Error):
                self.close()
        return wipe(self._path)

    @property
    def _left(self) -> dict[int, str]:
        return self._poured or {}

    @contextmanager
    def _read(self) -> Iterator[sqlite3.Connection | None]:
        """What to read from; None once it is poured."""
        with self._reading, told_in_words(self._path):
            yield None if self._poured is not None else self._reader

    @contextmanager
    def _written(self) -> Iterator[sqlite3.Connection]:
        with self._writing, told_in_words(self._path):
            yield self._connection


def make(
    path: Path, owner: Owner, entries: Mapping[int, str] | None = None, contents: Sequence[str] = ()
) -> None:
    """Make one that is empty, or holds this already; where that fails, there is none.

    Raises:
        OSError, sqlite3.Error: the folder cannot be written.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))  # its log gets the same
    try:
        with closing(urn_file.raw(path)) as connection:
            with urn_file.transaction(connection):
                connection.execute(f"PRAGMA application_id = {urn_file.APPLICATION_ID}")
                for table in urn_file.TABLES:
                    connection.execute(table)
                connection.execute("INSERT INTO owner VALUES (?, ?)", (owner.path, owner.place))
                urn_file.put(connection, entries or {}, contents)
            connection.execute("PRAGMA journal_mode = WAL")  # from now on: no log holds any of it
    except BaseException:
        wipe(path)
        raise
    files.sync_folder(path.parent)


def make_anew(path: Path, owner: Owner, known: Urn) -> None:
    """Put one back whose file was removed while it was open: all that it holds, or nothing.

    Raises:
        OSError, sqlite3.Error: the folder cannot be written.
        UserError: what was open cannot be read any more.
    """
    entries, contents = known.entries(), known.contents()
    with passing(path) as fresh:
        make(fresh, owner, entries, contents)
        try:
            for left in (log_of(path), path.with_name(f"{path.name}-shm")):
                left.unlink(missing_ok=True)  # SQLite would play it into the new one
            os.replace(fresh, path)
        except BaseException:
            wipe(fresh)
            raise
    files.sync_folder(path.parent)


def log_of(path: Path) -> Path:
    """Where SQLite keeps what has just come in."""
    return path.with_name(f"{path.name}-wal")


def wipe(path: Path) -> bool:
    """Overwrite and remove an urn that is closed, and what SQLite keeps beside it.

    False where that cannot be done, such as while another program holds the file.
    """
    try:
        for suffix in ("-wal", "-journal", "-shm", ""):  # the urn last: without it nobody looks
            file = path.with_name(path.name + suffix)
            if file.exists():
                _blank(file)
                file.unlink()
    except OSError:
        return False
    files.sync_folder(path.parent)
    return True


def _blank(path: Path) -> None:
    with path.open("rb+") as file:
        left = file.seek(0, os.SEEK_END)
        file.seek(0)
        while left > 0:
            left -= file.write(bytes(min(left, 1 << 20)))
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def told_in_words(path: Path) -> Iterator[None]:
    """What goes wrong with an urn, as a sentence that says where it lies."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except (OSError, sqlite3.Error) as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGED:
            raise UserError(damaged(path)) from error
        reason = sentence_for(error, path) or str(error)
        raise UserError(
            _(
                "The papers of a secret vote lie in {folder} while it runs, and that failed. "
                "{reason}",
                folder=str(path.parent),
                reason=reason,
            )
        ) from error


def damaged(path: Path) -> str:
    """The sentence for an urn that cannot be read."""
    return _(
        "The papers of this poll lie in {file}, which is damaged. Keep a copy of it if it may be"
        " mended, and prepare another round.",
        file=str(path),
    )
