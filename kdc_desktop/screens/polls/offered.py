"""What the form of a poll offers to vote on: where much of it is ticked, a turn after the form."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from kdc_desktop.domain.polls.states import PollSubject
from kdc_desktop.screens.polls.choices import ChoiceList
from kdc_desktop.services.board.questions import EVERY_BOARD
from kdc_desktop.services.kit.many import MANY
from kdc_desktop.services.polls.rows import ChoiceRow

_A_TURN = 5  # ms in which the form is painted


class Offered(QObject):
    """Fills a list with `rows`, None until they are read; the poll is `about` a board, or all.

    `came` tells that they are others, and whether they are the first.
    """

    came = Signal(bool)

    def __init__(
        self, found: ChoiceList, read: Callable[[PollSubject], list[ChoiceRow]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._list, self._read = found, read
        self.rows: list[ChoiceRow] | None = None
        self._subject = PollSubject.CLUSTERS
        self.about: int | None = EVERY_BOARD
        self._ticked: Collection[int] = ()  # once they are read
        self._ticks: dict[PollSubject, Sequence[int]] = {}  # as each subject was left
        self._soon = QTimer(self, singleShot=True, interval=_A_TURN)
        self._soon.timeout.connect(self._bring)

    def begin(self, ticked: Collection[int]) -> None:
        """Forget what was offered; of what is read next, these are ticked."""
        self._soon.stop()
        self.rows, self._ticked, self._ticks = None, ticked, {}

    def refresh(self, subject: PollSubject) -> None:
        """Read what there is of a subject, and keep what is ticked."""
        self._subject = subject
        if self.rows is None and len(self._ticked) >= MANY and not self._soon.isActive():
            self._list.announce()
            self._soon.start()
        else:
            self._bring()

    def finish(self) -> None:
        """Somebody needs at once what would come in a moment."""
        if self._soon.isActive():
            self._bring()

    def change(self, subject: PollSubject) -> None:
        """Offer the others, ticked as they were left; at first the clusters, no ideas."""
        self.finish()
        self._ticks[self._subject] = self._list.chosen
        self._subject, rows = subject, self._read(subject)
        first = at_first(rows, self.about) if subject == PollSubject.CLUSTERS else []
        self._offer(rows, self._ticks.get(subject, first))

    def _bring(self) -> None:
        self._soon.stop()
        rows = self._read(self._subject)
        if self.rows is None:
            self._offer(rows, self._ticked)
        elif rows != self.rows:
            self._offer(rows, self._list.chosen)

    def _offer(self, rows: list[ChoiceRow], ticked: Collection[int]) -> None:
        self._list.show_choices(rows, ticked)
        first, self.rows = self.rows is None, rows
        self.came.emit(first)


def at_first(clusters: Sequence[ChoiceRow], board_id: int | None) -> list[int]:
    """Those that are ticked while nobody has chosen: the clusters of a board, or all."""
    return [row.id for row in clusters if board_id in (EVERY_BOARD, row.board_id)]
