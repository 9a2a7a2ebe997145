"""What the consortia screen and its verbs share: the consortia as kept, and as they are shown."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from kdc_desktop.errors import UserError
from kdc_desktop.screens.consortia.suggesting import Suggesting
from kdc_desktop.services.consortia.questions import overview
from kdc_desktop.services.consortia.suggestions import apply_suggestion
from kdc_desktop.services.consortia.trails import ConsortiumTrail
from kdc_desktop.storage import Database


class Shown(QObject):
    """`kept` is what the file says; `seen` is that, or the suggestion that is looked at.

    `changed` tells that something else may be seen.
    """

    changed = Signal()

    def __init__(
        self,
        database: Database,
        session_id: int,
        trails: Sequence[ConsortiumTrail],
        suggesting: Suggesting,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.database, self.session_id, self.trails = database, session_id, trails
        self.suggesting = suggesting
        self.kept = self.seen = overview(database, session_id, trails)
        suggesting.found.connect(self.look)
        suggesting.bettered.connect(self.look)

    def read(self) -> None:
        """Read what is kept again."""
        wanted = self.suggesting.wanted
        self.kept = overview(self.database, self.session_id, self.trails, wanted)
        self.look()

    def look(self) -> None:
        """See the suggestion that is looked at now, or what is kept."""
        self.seen = self.suggesting.seen(self.kept)
        self.changed.emit()

    def take_over(self) -> None:
        """Make the suggestion that is looked at, if any, what is kept.

        Raises:
            UserError: people or winners have changed since; the suggestion is still looked at.
        """
        current, segment = self.suggesting.current, self.suggesting.segment
        if current is None:
            return
        self.suggesting.look_at(None)
        try:
            apply_suggestion(
                self.database,
                self.session_id,
                current.placed,
                self.trails,
                self.suggesting.wanted,
            )
        except UserError:
            self.suggesting.look_at(segment)
            self.look()
            raise
        self.read()
