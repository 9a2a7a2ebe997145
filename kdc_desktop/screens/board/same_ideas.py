"""Pairs of ideas that possibly say the same, looked for while the board rests."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from shiboken6 import isValid

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.board.contents import Difference
from kdc_desktop.screens.kit.flow import flow_in
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.once import once
from kdc_desktop.services.board.rows import IdeaRow, SimilarPair
from kdc_desktop.services.board.similar import similar_ideas
from kdc_desktop.storage import Database

_REST = 2500  # milliseconds without a change before anything is looked for
_LONGEST = 160


class SamePart(QWidget):
    """One pair at a time with what to do about it; hidden when there is none.

    `merge_wanted` and `different_wanted` carry the ids of the pair.
    """

    same_label: QLabel
    buttons: QWidget
    pair_label: QLabel
    merge_same_button: QPushButton
    not_same_button: QPushButton

    merge_wanted = Signal(object)
    different_wanted = Signal(object)

    def __init__(
        self,
        database: Database,
        session_id: int,
        jobs: Jobs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, "board/same_ideas")
        flow_in(self.buttons)
        self._database, self._session_id, self._jobs = database, session_id, jobs
        self._texts: dict[int, str] = {}
        self._pairs: list[SimilarPair] = []
        self._chosen: frozenset[int] = frozenset()
        self._shown: SimilarPair | None = None
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_REST)
        self._resting.timeout.connect(self.look)
        once(self.merge_same_button, self.not_same_button)  # by then it is the next pair
        self.merge_same_button.clicked.connect(lambda: self._tell(self.merge_wanted))
        self.not_same_button.clicked.connect(lambda: self._tell(self.different_wanted))
        self._show()

    def follow(self, difference: Difference) -> None:
        """The board has changed; look again once it rests, if a text has."""
        if not difference.gone and _texts(difference.now) == _texts(difference.former):
            return
        texts = {row.id: row.text for row in difference.now}
        for key in difference.gone:
            del self._texts[key]
        self._texts |= texts
        self._pairs = [pair for pair in self._pairs if self._still(pair)]
        self._resting.start()
        self._show()

    def choose(self, ids: Collection[int]) -> None:
        """Show only pairs with one of these in them; with none, any."""
        self._chosen = frozenset(ids)
        self._show()

    def look(self) -> None:
        """Look for pairs in the background, once nothing else runs there."""
        if not isValid(self._jobs):  # the club is being closed
            return
        if self._jobs.busy:
            self._resting.start()
        else:
            database, session_id = self._database, self._session_id  # it may go meanwhile
            self._jobs.run_quietly(
                lambda progress: similar_ideas(database, session_id, progress.cancelled),
                self._take,
            )

    def _take(self, pairs: list[SimilarPair]) -> None:
        if isValid(self):
            self._pairs = [pair for pair in pairs if self._still(pair)]
            self._show()

    def _still(self, pair: SimilarPair) -> bool:
        return tuple(self._texts.get(key) for key in pair.ids) == pair.texts

    def _show(self) -> None:
        pairs = [pair for pair in self._pairs if not self._chosen or self._chosen & {*pair.ids}]
        self._shown = pairs[0] if pairs else None
        self.setVisible(bool(pairs))
        if self._shown is not None:
            more = ngettext(
                "Possibly the same, {count} pair", "Possibly the same, {count} pairs", len(pairs)
            )
            self.same_label.setText(more if len(pairs) > 1 else _("Possibly the same"))
            first, second = (shortened(text, _LONGEST) for text in self._shown.texts)
            self.pair_label.setText(_("“{first}”\nand\n“{second}”", first=first, second=second))

    def _tell(self, wanted: SignalInstance) -> None:
        pair = self._shown
        if pair is not None:
            self._pairs.remove(pair)
            self._show()
            wanted.emit(pair.ids)


def _texts(rows: Iterable[IdeaRow]) -> list[str]:
    return [row.text for row in rows]
