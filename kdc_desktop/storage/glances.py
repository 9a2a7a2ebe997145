"""Plain connections to read from without SQLAlchemy, for the first window and for next steps."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kdc_desktop.errors import UnknownWordError, UserError
from kdc_desktop.storage import files
from kdc_desktop.storage.failures import sentence_for


class Glances:
    """Keeps connections for the next glance: to open one takes ten times as long as to ask it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._idle: list[sqlite3.Connection] = []
        self._closed = False

    @contextmanager
    def glance(self) -> Iterator[sqlite3.Connection]:
        """See `Database.glance`."""
        try:
            connection = self._idle.pop() if self._idle else files.connect(self._path)
            try:
                yield connection
            except BaseException:
                connection.close()
                raise
            self._idle.append(connection)
            if self._closed:
                self.close()
        except (sqlite3.Error, UnknownWordError) as error:
            sentence = sentence_for(error, self._path)
            if sentence is None:
                raise
            raise UserError(sentence) from error

    def close(self) -> None:
        """Let the file go; who is still glancing does so at the end."""
        self._closed = True
        while self._idle:
            self._idle.pop().close()
