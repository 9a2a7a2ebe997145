"""What is done with the sessions in the list of all of them."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from kdc_desktop.i18n import _, listed_and, ngettext, sentences
from kdc_desktop.screens.kit.questions import ask_first
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.sessions.rows import SessionRow
from kdc_desktop.storage import Database

if TYPE_CHECKING:
    from kdc_desktop.services.sessions.home import HomeAsks


class SessionVerbs(QObject):
    """Acts on the rows that are selected in the table, while that is what is seen.

    `table` is None while the front page is; `open_next` then opens the evening that is on it.
    `asks` gives what the nouns above know of sessions.
    """

    def __init__(
        self,
        screen: Screen,
        database: Database,
        table: Callable[[], RowTable | None],
        open_session: Callable[[int], object],
        open_next: Callable[[], object],
        asks: "Callable[[], HomeAsks]",
    ) -> None:
        super().__init__(screen)
        self._screen, self._database, self._table = screen, database, table
        self._open_session, self._open_next, self._asks = open_session, open_next, asks
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
        text = _("Keep the agenda as a template…")
        keep = screen.act(
            "keep_its_agenda", text, self._keep_agenda, icon="layers", why_not=not_seen
        )
        self.offered: tuple[QAction, ...] = (opening, rename, keep, trash)

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

    def _keep_agenda(self) -> None:
        from kdc_desktop.screens.sessions.agenda_templates import ask_to_keep

        if (table := self._table()) is not None and (row := table.current_row()) is not None:
            ask_to_keep(self._screen, self._database, row.id, row.title)

    def _trash(self) -> None:
        from kdc_desktop.services.sessions.planning import trash_sessions

        table = self._table()
        rows = table.selected_rows() if table is not None else []
        if not rows:
            return
        asks, ids = self._asks(), [row.id for row in rows]
        trash = partial(self._screen.attempt, trash_sessions, self._database, ids)
        if names := asks.leaves_with(self._database, ids):
            keep = partial(self._screen.attempt, asks.trash_and_keep, self._database, ids)
            self._ask_first(names, trash, keep)
        else:
            trash()

    def _ask_first(
        self, names: Sequence[str], trash: Callable[[], object], keep: Callable[[], object]
    ) -> None:
        """Say by name which consortia would be seen no more, and let them be kept."""
        text = ngettext(
            "{names} was formed there and would leave the list of the club with it.",
            "{names} were formed there and would leave the list of the club with it.",
            len(names),
            names=listed_and(names),
        )
        ask_first(
            self._screen,
            "leaves_with_session_box",
            sentences((text, _("Undo brings all of it back."))),
            _("&Put all of it into the trash"),
            trash,
            (_("&Keep the consortia"), keep),
        )

    def rename(self, row: SessionRow, title: str) -> None:
        """Call a session something else."""
        from kdc_desktop.services.sessions.planning import rename_session

        self._screen.attempt(rename_session, self._database, row.id, title)
