"""Does what a line of what is due offers: at once, with a line that is asked for, or by leading."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.half_typed import open_to_write
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.sessions.home import DueAct, DueLine, HomeAsks
from kdc_desktop.storage import Database

LookAt = Callable[[int, int | None], object]
"""Leads to a consortium, in the session that has taken it up if there is one."""


class DueActs(QObject):
    """Acts for a screen, which tells what is refused."""

    def __init__(self, screen: Screen, database: Database, joins: HomeAsks, look: LookAt) -> None:
        super().__init__(screen)
        self._screen, self._database, self._joins, self._look = screen, database, joins, look

    def act(self, line: DueLine) -> None:
        """Do what this line offers."""
        match line.act:
            case DueAct.KEPT:
                if self._screen.attempt(self._joins.keep, self._database, line.of_id):
                    self._screen.said.emit(_("Kept: {what}", what=line.what))
            case DueAct.WRITE:
                self._ask_for_a_line(line)
            case DueAct.LOOK | DueAct.PREPARE:
                self._look(line.of_id, line.session_id)

    def _ask_for_a_line(self, line: DueLine) -> None:
        from kdc_desktop.screens.sessions.help import LINE
        from kdc_desktop.screens.sessions.line_dialog import AskedLine, LineDialog

        title = _("How does {consortium} do?", consortium=line.what)
        about = _("One line is enough; it is told to the room when the club meets next.")
        asked = AskedLine(title, about, _("&Line"), LINE)
        keep = partial(self._joins.write, self._database, line.of_id)
        open_to_write(LineDialog(asked, keep, self._screen))
