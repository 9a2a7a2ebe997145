"""Plain connections to read from without SQLAlchemy, for the first window and for next steps."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kdc_desktop.errors import UnknownWordError, UserError
from kdc_desktop.storage.failures import sentence_for

if TYPE_CHECKING:
    from kdc_desktop.storage.shades import Shades


class Glances:
    """Keeps connections for the next glance: to open one takes ten times as long as to ask it.

    `explained` is asked first what an error means: the file may be lost.
    """

    def __init__(
        self,
        path: Path,
        connect: Callable[[], sqlite3.Connection],
        explained: Callable[[], UserError | None],
    ) -> None:
        self._path, self._connect, self._explained = path, connect, explained
        self._idle: list[sqlite3.Connection] = []
        self._round = 0
        self._closed = False
        self._shades: Shades | None = None

    def see_through(self, shades: "Shades") -> None:
        """Show stand-ins for what the file should not hold, from the next glance on."""
        self._shades = shades
        if shades.views:
            self.renew()

    @contextmanager
    def glance(self) -> Iterator[sqlite3.Connection]:
        """See `Database.glance`."""
        try:
            this_round = self._round
            connection = self._idle.pop() if self._idle else self._opened()
            try:
                yield connection
            except BaseException:
                connection.close()
                raise
            if self._closed or this_round != self._round:
                connection.close()
            else:
                self._idle.append(connection)
        except (sqlite3.Error, UnknownWordError) as error:
            lost = self._explained() if isinstance(error, sqlite3.Error) else None
            sentence = str(lost) if lost else sentence_for(error, self._path, reading=True)
            if sentence is None:
                raise
            raise UserError(sentence) from error

    def _opened(self) -> sqlite3.Connection:
        connection = self._connect()
        if self._shades is not None:
            self._shades.lay_over(connection)
        return connection

    def renew(self) -> None:
        """Use none of the connections again that there are now."""
        self._round += 1
        while self._idle:
            self._idle.pop().close()

    def close(self) -> None:
        """Let the file go; who is still glancing does so at the end."""
        self._closed = True
        self.renew()
