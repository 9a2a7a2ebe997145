"""What is done about an obstacle that is due: a line is heard, it is solved, or put off."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.half_typed import open_to_write
from kdc_desktop.screens.kit.passing import Menu
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.sessions.home import DueLine, HeldUpVerbs
from kdc_desktop.storage import Database

GiveDays = Callable[[], Iterable[tuple[str, date]]]


class ObstacleActs(QObject):
    """Acts for a screen, which tells what is refused; `days` are those that are offered."""

    def __init__(
        self, screen: Screen, database: Database, verbs: HeldUpVerbs, days: GiveDays
    ) -> None:
        super().__init__(screen)
        self._screen, self._database, self._verbs, self._days = screen, database, verbs, days

    def hear(self, line: DueLine) -> None:
        """Ask what was heard of it."""
        self._ask(_("What was heard of it?"), line, self._verbs.hear)

    def add_to(self, menu: Menu, line: DueLine) -> None:
        """Have what else can be done in the menu of a line."""
        icon = self._screen.theme.icon
        solved = menu.addAction(icon("check"), _("It is solved…"))
        title = _("How was it solved?")
        solved.triggered.connect(lambda _on: self._ask(title, line, self._verbs.solve))
        later = Menu(_("Put off its next step"), menu)
        later.setIcon(icon("calendar"))
        for words, day in self._days():
            later.addAction(words).triggered.connect(partial(self._put_off, line, day))
        menu.addMenu(later)

    def _put_off(self, line: DueLine, day: date, _on: bool = False) -> None:
        self._screen.attempt(self._verbs.put_off, self._database, line.of_id, day)

    def _ask(self, title: str, line: DueLine, verb: Callable[[Database, int, str], object]) -> None:
        from kdc_desktop.screens.sessions.help import OBSTACLE
        from kdc_desktop.screens.sessions.line_dialog import AskedLine, LineDialog

        asked = AskedLine(title, line.what, _("&Line"), OBSTACLE)
        keep = partial(verb, self._database, line.of_id)
        open_to_write(LineDialog(asked, keep, self._screen))
