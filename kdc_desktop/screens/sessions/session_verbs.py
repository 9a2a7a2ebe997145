"""What is done with the sessions in the list of all of them."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.sessions.rows import SessionRow
from kdc_desktop.storage import Database


class SessionVerbs(QObject):
    """Acts on the rows that are selected in the table, while that is what is seen.

    `table` is None while the front page is; `open_next` then opens the evening that is on it.
    """

    def __init__(
        self,
        screen: Screen,
        database: Database,
        table: Callable[[], RowTable | None],
        open_session: Callable[[int], object],
        open_next: Callable[[], object],
    ) -> None:
        super().__init__(screen)
        self._screen, self._database, self._table = screen, database, table
        self._open_session, self._open_next = open_session, open_next
        text = _("Open the session")
        opening = screen.act("open_the_session", text, self._open, icon="folder-open")
        text, not_seen = _("Rename the session"), self._not_seen
        rename = screen.act(
            "rename_the_session", text, self._rename_it, shortcut="F2", why_not=not_seen
        )
        trash = screen.act(
            "put_the_session_into_the_trash",
            _("Put the session into the trash"),
            self._trash,
            shortcut="Del",
            icon="trash-2",
            why_not=not_seen,
        )
        self.offered: tuple[QAction, ...] = (opening, rename, trash)

    def _not_seen(self) -> str:
        if self._table() is None:
            return _("Show all sessions first, and select those that are meant.")
        return ""

    def _open(self) -> None:
        table = self._table()
        if table is None:
            self._open_next()
        elif (row := table.current_row()) is not None:
            self._open_session(row.id)

    def _rename_it(self) -> None:
        if (table := self._table()) is not None:
            table.rename()

    def _trash(self) -> None:
        from kdc_desktop.services.sessions.planning import trash_sessions

        table = self._table()
        if table is not None and (rows := table.selected_rows()):
            self._screen.attempt(trash_sessions, self._database, [row.id for row in rows])

    def rename(self, row: SessionRow, title: str) -> None:
        """Call a session something else."""
        from kdc_desktop.services.sessions.planning import rename_session

        self._screen.attempt(rename_session, self._database, row.id, title)
