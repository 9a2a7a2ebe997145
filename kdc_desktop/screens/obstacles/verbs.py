"""What is done about obstacles: each verb asks what there is to say, and keeps it."""

from collections.abc import Callable

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.half_typed import open_to_write
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.obstacles.obstacle_dialog import (
    Asked,
    AskedPart,
    ObstacleDialog,
    ObstacleSaid,
)
from kdc_desktop.services.obstacles import going_on, noting
from kdc_desktop.services.obstacles.noting import NewObstacle
from kdc_desktop.services.obstacles.rows import ObstacleRow
from kdc_desktop.storage import Database

LONGEST_ABOUT = 120  # letters of an obstacle over the fields that are about it


class ObstacleVerbs:
    """Asks over a screen; `noted` is called with what was noted anew."""

    def __init__(
        self, screen: Screen, database: Database, noted: Callable[[int], object] = lambda _id: None
    ) -> None:
        self._screen, self._database, self._noted = screen, database, noted

    def note(self, consortium_id: int, consortium: str) -> None:
        """Ask what holds a consortium back."""
        parts = (
            AskedPart.TEXT,
            AskedPart.KIND,
            AskedPart.OWNER,
            AskedPart.STEP,
            AskedPart.DAY,
            AskedPart.SAID,
        )
        asked = Asked(_("What holds it back?"), consortium, _("Note it"), parts)

        def keep(said: ObstacleSaid) -> None:
            new = NewObstacle(said.kind, said.text, said.owner, said.step, said.on, said.said_by)
            self._noted(noting.note_obstacle(self._database, consortium_id, new))

        self._ask(asked, keep)

    def change(self, row: ObstacleRow) -> None:
        """Ask what it is in other words, and of which kind."""
        begin = ObstacleSaid(row.text, row.kind)
        parts = (AskedPart.TEXT, AskedPart.KIND, AskedPart.SAID)
        asked = Asked(_("In other words"), row.consortium, _("Keep"), parts, begin)

        def keep(said: ObstacleSaid) -> None:
            given = said.kind, said.text, said.said_by
            noting.change_obstacle(self._database, row.id, *given)

        self._ask(asked, keep)

    def hand_on(self, row: ObstacleRow) -> None:
        """Ask who takes care of it from now on."""
        begin = ObstacleSaid(owner=row.taken_care_of_by)
        parts = (AskedPart.OWNER, AskedPart.NOTE, AskedPart.SAID)
        asked = Asked(_("Who takes care of it?"), _about(row), _("Hand it on"), parts, begin)

        def keep(said: ObstacleSaid) -> None:
            given = said.owner, said.said_by, said.note
            going_on.hand_on(self._database, row.id, *given)

        self._ask(asked, keep)

    def next_step(self, row: ObstacleRow) -> None:
        """Ask what is done about it next, and until when."""
        begin = ObstacleSaid(step=row.next_step, on=row.next_on)
        parts = (AskedPart.STEP, AskedPart.DAY, AskedPart.SAID)
        asked = Asked(_("What comes next?"), _about(row), _("Keep"), parts, begin)

        def keep(said: ObstacleSaid) -> None:
            given = said.step, said.on, said.said_by
            going_on.set_next_step(self._database, row.id, *given)

        self._ask(asked, keep)

    def hear(self, row: ObstacleRow) -> None:
        """Ask what was heard of it."""
        self._ask_note(_("What was heard of it?"), _("Note it"), going_on.note_heard, row)

    def solve(self, row: ObstacleRow) -> None:
        """Ask how it was solved."""
        self._ask_note(_("How was it solved?"), _("It is solved"), going_on.solve, row)

    def bring_back(self, row: ObstacleRow) -> None:
        """Ask why it holds the consortium back again."""
        self._ask_note(_("Why is it back?"), _("It is back"), going_on.bring_back, row)

    def solve_or_bring_back(self, row: ObstacleRow) -> None:
        """The one of both that can be done."""
        if row.solved_on is None:
            self.solve(row)
        else:
            self.bring_back(row)

    def _ask_note(
        self,
        title: str,
        keep: str,
        verb: Callable[[Database, int, str, str], object],
        row: ObstacleRow,
    ) -> None:
        asked = Asked(title, _about(row), keep, (AskedPart.NOTE, AskedPart.SAID))
        self._ask(asked, lambda said: verb(self._database, row.id, said.note, said.said_by))

    def _ask(self, asked: Asked, keep: Callable[[ObstacleSaid], object]) -> None:
        open_to_write(ObstacleDialog(self._database, asked, keep, self._screen))


def _about(row: ObstacleRow) -> str:
    return _(
        "{consortium}: {obstacle}",
        consortium=row.consortium,
        obstacle=shortened(row.text, LONGEST_ABOUT),
    )
