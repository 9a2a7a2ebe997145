"""What the keys and the menu of the list of obstacles do."""

from collections.abc import Callable

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.reasons import ReasonedAction
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.obstacles.narrowing import Narrowing
from kdc_desktop.screens.obstacles.verbs import ObstacleVerbs
from kdc_desktop.services.obstacles.rows import NOBODY, ObstacleOwner, ObstacleRow

WantPage = Callable[[ObstacleOwner, str], object]


class RowActions:
    """What is done with a row of the screen is about the one that is `chosen`.

    `note` and `page` are what the buttons above the list do; `want_page` is told of whom one
    wants a page, by ids and by name.
    """

    def __init__(
        self,
        screen: Screen,
        verbs: ObstacleVerbs,
        chosen: Callable[[], ObstacleRow | None],
        narrowing: Narrowing,
        want_page: WantPage,
    ) -> None:
        self._screen, self._verbs, self._chosen = screen, verbs, chosen
        self._narrowing, self._want_page = narrowing, want_page
        text = _("Note another obstacle of this consortium…")
        keys = "O; Ctrl+N"
        self.note = self._act("note_another_obstacle", text, keys, "construction", self._note)
        text, also = _("Page for a visit…"), self._nobody
        self.page = self._act("page_for_a_visit", text, "P", "file", self._page, also)

    def offer(self, table: RowTable) -> None:
        """Have the others in the menu of the rows, too."""
        verbs, solved = self._verbs, self._solved
        heard, words = _("Note what was heard…"), _("Put it in other words…")
        back, solve = _("It is solved, or back…"), verbs.solve_or_bring_back
        table.hands.offer(
            self._act("next_step", _("Next step…"), "S", "flag", verbs.next_step, solved),
            self._act("hand_it_on", _("Hand it on…"), "H", "user", verbs.hand_on, solved),
            self._act("note_what_was_heard", heard, "N", "message-square", verbs.hear),
            self._act("put_in_other_words", words, "F2", "pencil", verbs.change),
            self._act("solved_or_back", back, "D", "check", solve),
            self.note,
            self.page,
        )

    def _act(
        self,
        name: str,
        text: str,
        keys: str,
        icon: str,
        slot: Callable[[ObstacleRow], object],
        also: Callable[[], str] = lambda: "",
    ) -> ReasonedAction:
        def act() -> None:
            if (row := self._chosen()) is not None:
                slot(row)

        def why_not() -> str:
            return self._none_chosen() or also()

        return self._screen.act(name, text, act, shortcut=keys, icon=icon, why_not=why_not)

    def _none_chosen(self) -> str:
        return "" if self._chosen() else _("Choose an obstacle in the list first.")

    def _solved(self) -> str:
        row = self._chosen()
        solved = row is not None and row.solved_on is not None
        return _("This obstacle is solved. Bring it back first if it is not.") if solved else ""

    def _note(self, row: ObstacleRow) -> None:
        self._verbs.note(row.consortium_id, row.consortium)

    def _page(self, row: ObstacleRow) -> None:
        self._want_page(*self._visited(row))

    def _visited(self, row: ObstacleRow) -> tuple[ObstacleOwner, str]:
        """Whom one visits: the owner that is listed, else the one of the row."""
        listed = self._narrowing.owner
        if listed is not None and listed != NOBODY:
            return listed, self._narrowing.owner_name
        return row.taken_care_of_by, row.owner

    def _nobody(self) -> str:
        row = self._chosen()
        if row is None or self._visited(row)[0] != NOBODY:
            return ""
        return _("Nobody takes care of this one. Hand it on to whoever is visited first.")
