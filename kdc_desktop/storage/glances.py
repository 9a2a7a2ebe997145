"""Plain connections to read from without SQLAlchemy, for the first window and for next steps."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kdc_desktop.errors import UnknownWordError, UserError
from kdc_desktop.storage import files
from kdc_desktop.storage.failures import sentence_for

if TYPE_CHECKING:
    from kdc_desktop.storage.shades import Shades


class Glances:
    """Keeps connections for the next glance: to open one takes ten times as long as to ask it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._idle: list[sqlite3.Connection] = []
        self._closed = False
        self._shades: Shades | None = None

    def see_through(self, shades: "Shades") -> None:
        """Show stand-ins for what the file should not hold, from the next glance on."""
        self._shades = shades
        while shades.views and self._idle:
            self._idle.pop().close()

    @contextmanager
    def glance(self) -> Iterator[sqlite3.Connection]:
        """See `Database.glance`."""
        try:
            connection = self._idle.pop() if self._idle else self._connect()
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

    def _connect(self) -> sqlite3.Connection:
        connection = files.connect(self._path)
        if self._shades is not None:
            self._shades.lay_over(connection)
        return connection

    def close(self) -> None:
        """Let the file go; who is still glancing does so at the end."""
        self._closed = True
        while self._idle:
            self._idle.pop().close()
