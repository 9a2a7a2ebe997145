"""The obstacles of a consortium beside the list of the whole club, with a key to note one."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kdc_desktop.i18n import _
from kdc_desktop.instants import day_of
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.obstacles.obstacle_list import ObstacleList
from kdc_desktop.screens.obstacles.verbs import ObstacleVerbs
from kdc_desktop.services.kit.club_zone import club_zone_of
from kdc_desktop.services.obstacles.questions import READ_FROM, obstacles_in
from kdc_desktop.storage import Database

GiveConsortium = Callable[[], tuple[int, str] | None]
"""The consortium that is looked at, by id and name; None where that is none."""


class ObstaclesBeside:
    """What stands on a screen where one consortium is looked at; `here` says which one.

    `show_all` leads to the obstacles of the whole club.
    """

    tables = READ_FROM | {"obstacle_step"}

    def __init__(
        self,
        screen: Screen,
        database: Database,
        here: GiveConsortium,
        show_all: Callable[[], object],
    ) -> None:
        self._database, self._here = database, here
        self.verbs = ObstacleVerbs(screen, database)
        self._list = ObstacleList(screen.theme, self.verbs)
        self._list.note_wanted.connect(self.note)
        self._list.all_wanted.connect(show_all)
        screen.act(
            "note_an_obstacle",
            _("Note an obstacle…"),
            self.note,
            shortcut="O",
            icon="construction",
            why_not=self._why_not,
        )
        screen.act("all_obstacles", _("All obstacles of the club"), show_all, icon="construction")

    @property
    def widget(self) -> QWidget:
        """The list, to be put beside or below something."""
        return self._list

    def show(self, consortium_id: int) -> None:
        """Show what holds this consortium back."""
        today = day_of(self._database.now(), club_zone_of(self._database))
        self._list.show_rows(consortium_id, obstacles_in(self._database, consortium_id), today)

    def note(self) -> None:
        """Ask what holds the consortium back that is looked at."""
        if (here := self._here()) is not None:
            self.verbs.note(*here)

    def _why_not(self) -> str:
        return "" if self._here() else _("Choose the consortium first that is held back.")
