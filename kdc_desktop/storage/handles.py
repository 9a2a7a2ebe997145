"""Everything that is open of a club file: SQLAlchemy's connections, and those of glances.

A connection is made to a path, so it is made only while our file lies there: SQLite plays the log
that lies beside a path into whatever is opened there, https://sqlite.org/howtocorrupt.html.
"""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kdc_desktop.errors import UserError
from kdc_desktop.storage import files, left_logs
from kdc_desktop.storage.failures import unfolded
from kdc_desktop.storage.glances import Glances
from kdc_desktop.storage.open_file import FileState, OpenFile

if TYPE_CHECKING:
    from kdc_desktop.storage.connections import Connections


def _nothing() -> None:
    """Of a file that was let go there is nothing to say."""


class Handles:
    """Opens what is asked for; `refuse` raises where the file is lost, `explained` tells of it.

    `meanwhile` tells where a lost file's content can be read; `only_read`: a window may be
    writing what lies beside the file.
    """

    def __init__(
        self,
        path: Path,
        file: OpenFile,
        refuse: Callable[[], None],
        explained: Callable[[], UserError | None],
        meanwhile: Callable[[], Path | None],
        *,
        only_read: bool = False,
    ) -> None:
        self._only_read, self._meanwhile = only_read, meanwhile
        self._way_in = files.way_to_read(path) if only_read else files.connect
        self._path, self._file, self._refuse, self._explained = path, file, refuse, explained
        self._opening = threading.RLock()
        self._log_was_lost = False
        self._opened: Connections | None = None
        self._opening_first = threading.Lock()
        self._first: sqlite3.Connection | None = None
        """Open from before all others until after them, so that the log stays the same file."""
        self.glances = Glances(path, self._connect, explained)

    @property
    def connections(self) -> "Connections":
        """SQLAlchemy's side of it."""
        with self._opening:
            if self._opened is None:
                from kdc_desktop.storage.connections import Connections
                from kdc_desktop.storage.urns import Urns

                urns = Urns(self._path, self._file.key)
                given = self._connect, self._explained, self.glances, urns
                self._opened = Connections(self._path, *given)
            return self._opened

    @property
    def used(self) -> bool:
        """Whether rows were read or written, and not only glanced at."""
        return self._opened is not None

    def _connect(self) -> sqlite3.Connection:
        """A connection to our file and its log, which is found by its path only now.

        While it is lost, what was kept of it is looked into: nobody may write then.
        """
        if (kept := self._meanwhile()) is not None:
            return files.look_into(kept)
        self._refuse()
        with self._opening_first:
            if self._first is None:
                if not self._only_read:
                    self._put_logs_aside()
                self._first = self._open()
                self._file.note_logs()
        return self._open()

    def _open(self) -> sqlite3.Connection:
        self._refuse()
        connection = self._way_in(self._path)
        try:
            self._refuse()
            writes = not self._only_read and (
                not self._file.has_log_mode or self._file.has_journal()
            )
            if not self._only_read and not self._file.has_log_mode:
                connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA user_version").fetchone()  # reads the log, and no more
        except BaseException:
            connection.close()
            raise
        if writes:
            self._file.remember_roughly()
        return connection

    def _put_logs_aside(self) -> None:
        """Whatever came to lie beside the file while nothing was open must not come into it."""
        try:
            if self._log_was_lost:
                self._file.put_log_away()  # it came once more: nobody but us writes one here
            left_logs.put_aside(self._path)
            self._log_was_lost = False
        except OSError as error:
            raise UserError(unfolded(self._path)) from error

    def fold(self) -> bool:
        """Fold the log into the file, waiting for nobody; False when somebody was in the way."""
        with suppress(UserError, sqlite3.Error):
            if self._opened is not None and self._opened.writes:
                return self._opened.fold()
            return self._first is not None and files.fold(self._first)
        return False

    def keep(self, keep: Callable[[sqlite3.Connection], Path]) -> Path | None:
        """Have all that can be read written to a file, which gets the urns, too; None without."""
        kept = None if self._first is None else keep(self._first)
        if kept is not None and self._opened is not None:
            self._opened.urns.move_to(kept)
        return kept

    def minds_others(self) -> bool:
        """Whether what another program writes into the file comes between us and our rows.

        It does not before we have read some; nor where it writes as SQLite does it.
        """
        with suppress(UserError, sqlite3.Error):
            opened = self._opened
            return opened is not None and opened.used and not opened.others_wrote()
        return True

    def renew(self) -> None:
        """Close what is open, so that it is opened anew when somebody asks."""
        with self._opening:
            opened, self._opened = self._opened, None
        if opened is not None:
            opened.close()
        self.glances.renew()
        self._close_first()
        self._file.remember()  # SQLite may have folded the log just now

    def leave(self, state: FileState) -> bool:
        """Bring what our log holds into our file, and leave none of it beside another one.

        False where that could not be done: somebody may be reading.
        """
        if state in (FileState.OUT_OF_REACH, FileState.OVERWRITTEN):
            return False
        folded = self.fold()
        if folded:
            self._file.remember()
        if folded or state is FileState.REPLACED:
            self._file.drop_logs()
        return folded

    def take_up_log(self) -> None:
        """Somebody has taken our log away, or put another in its place: go on with a new one.

        Not before all of ours is in the file: who still reads it is waited for until the next look.
        """
        with suppress(OSError):
            if not self._only_read:
                self._file.put_log_away()
        if self.fold():
            self.renew()
            self._log_was_lost = True

    def close(self) -> None:
        """Close what is open; who is still glancing does so at the end.

        Nothing holds itself in a circle then.
        """
        self.glances.close()
        self.glances = Glances(self._path, partial(self._way_in, self._path), _nothing)
        opened, self._opened = self._opened, None
        if opened is not None:
            opened.close()
        self._close_first()
        self._refuse = self._explained = self._meanwhile = _nothing

    def _close_first(self) -> None:
        with self._opening_first:
            first, self._first = self._first, None
            if first is not None:
                first.close()
            self._file.forget_logs()
