"""What SQLite keeps beside a club file that is open, and whether others have touched it."""

import os
from contextlib import suppress
from pathlib import Path

from kdc_desktop.storage.descriptors import FOR_READING, FileKey, key_at
from kdc_desktop.storage.left_logs import copy_away, put_away

_LOGS = ("-wal", "-shm")
_LOG_HEAD = 32  # bytes, with what tells one run of a log from the next
_NO_LOG = (b"", 0)


class LogsBeside:
    """What SQLite keeps beside a file, known by its number: another may come to lie there."""

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self._asked_log = os.fspath(self._log("-wal"))
        self._logs: dict[str, FileKey] = {}
        self._log_was = _NO_LOG

    def remember_log(self) -> None:
        """Keep in mind how the log begins and how long it is: this program has just written it."""
        self._log_was = self._log_is()

    def log_is_cut(self) -> bool:
        """Whether another program has written into the log in its place, or made it shorter.

        What SQLite goes on to write there, and what it would fold from it, is no club any more.
        """
        if not self._log_was[1] or not self.has_its_log():
            return False
        head, size = self._log_is()
        return size < self._log_was[1] or head != self._log_was[0]

    def cut_log(self) -> None:
        """Keep what is left of such a log under a name of its own, and have none of it folded."""
        with suppress(OSError):
            if os.path.getsize(self._asked_log):
                copy_away(self.path, self._log("-wal"))
            os.truncate(self._asked_log, 0)

    def _log_is(self) -> tuple[bytes, int]:
        try:
            log = os.open(self._asked_log, FOR_READING)  # twice in every edit: nothing is buffered
        except OSError:
            return _NO_LOG
        try:
            return os.read(log, _LOG_HEAD), os.fstat(log).st_size
        except OSError:
            return _NO_LOG
        finally:
            os.close(log)

    def note_logs(self) -> None:
        """Know the logs beside the path again: SQLite has just opened them."""
        for log in _LOGS:
            if (key := key_at(self._log(log))) is not None:
                self._logs[log] = key

    def has_its_log(self) -> bool:
        """Whether the log that lies beside its path is the one that SQLite writes to."""
        known = self._logs.get("-wal")
        return known is None or key_at(self._asked_log) == known

    def log_is_empty(self) -> bool:
        """Whether all that was written is in the file itself."""
        try:
            return os.path.getsize(self._asked_log) == 0
        except OSError:
            return True

    def drop_logs(self) -> None:
        """Take our logs from beside the path; those of others stay."""
        for log, key in self._logs.items():
            with suppress(OSError):
                if key_at(self._log(log)) == key:
                    self._log(log).unlink()

    def put_log_away(self) -> None:
        """Give a log that is not ours another name, so that it does not come into our file.

        Raises:
            OSError: it cannot be renamed.
        """
        log = self._log("-wal")
        if key_at(log) not in (None, self._logs.get("-wal")) and log.stat().st_size:
            put_away(self.path, log)

    def has_journal(self) -> bool:
        """Whether SQLite will roll something back that was not written to its end."""
        return self._log("-journal").exists()

    def forget_logs(self) -> None:
        """SQLite has no log open any more; the next one may be another."""
        self._logs.clear()
        self._log_was = _NO_LOG

    def _log(self, kind: str) -> Path:
        return self.path.with_name(self.path.name + kind)
