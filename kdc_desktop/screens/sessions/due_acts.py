"""Does what a line of what is due offers: at once, with a line that is asked for, or by leading."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.half_typed import open_to_write
from kdc_desktop.screens.kit.passing import passing_menu
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.sessions.obstacle_acts import ObstacleActs
from kdc_desktop.screens.sessions.promise_acts import PromiseActs
from kdc_desktop.services.sessions.home import DueAct, DueLine, HomeAsks
from kdc_desktop.storage import Database

LookAt = Callable[[int, int | None, int | None], object]
"""Leads to a consortium, in the session that has taken it up if there is one, and to the answers
of a member if that is what one wants to see."""


class DueActs(QObject):
    """Acts for a screen, which tells what is refused."""

    def __init__(self, screen: Screen, database: Database, joins: HomeAsks, look: LookAt) -> None:
        super().__init__(screen)
        self._screen, self._database, self._joins, self._look = screen, database, joins, look
        self._promises = PromiseActs(screen, database, joins.promises)
        self._obstacles = ObstacleActs(screen, database, joins.obstacles, self._promises.days)

    def act(self, line: DueLine) -> None:
        """Do what this line offers first."""
        match line.act:
            case DueAct.KEPT:
                self._promises.keep(line)
            case DueAct.WRITE:
                self._ask_for_a_line(line)
            case DueAct.HEAR:
                self._obstacles.hear(line)
            case DueAct.LOOK | DueAct.PREPARE:
                self._look(line.consortium_id, line.session_id, line.member_id)

    def offer(self, line: DueLine, at: QPoint) -> None:
        """Offer all that can be done about it in a menu."""
        menu = passing_menu(self._screen, "due_menu")
        menu.addAction(str(line.act_text)).triggered.connect(lambda _on: self.act(line))
        if line.act is DueAct.KEPT:
            self._promises.add_to(menu, line)
        if line.act is DueAct.HEAR:
            self._obstacles.add_to(menu, line)
        menu.addSeparator()
        opened = menu.addAction(self._screen.theme.icon("handshake"), _("Open the consortium"))
        look = partial(self._look, line.consortium_id, line.session_id, None)
        opened.triggered.connect(lambda _on: look())
        menu.popup(at)

    def _ask_for_a_line(self, line: DueLine) -> None:
        from kdc_desktop.screens.sessions.help import LINE
        from kdc_desktop.screens.sessions.line_dialog import AskedLine, LineDialog

        title = _("How does {consortium} do?", consortium=line.what)
        about = _("One line is enough; it is told to the room when the club meets next.")
        asked = AskedLine(title, about, _("&Line"), LINE)
        keep = partial(self._joins.write, self._database, line.of_id)
        open_to_write(LineDialog(asked, keep, self._screen))
