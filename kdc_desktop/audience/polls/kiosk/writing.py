"""What is written on the review of an answer: a reason, or the name of whoever is next."""

from PySide6.QtCore import QObject, Signal

from kdc_desktop.audience.polls.kiosk.confirm_page import ConfirmPage
from kdc_desktop.audience.polls.kiosk.pick_page import found, is_one
from kdc_desktop.audience.polls.kiosk.question import KioskQuestion
from kdc_desktop.services.polls.rows import VoterRow


class Writing(QObject):
    """Goes on to the next line, unless `somebody` else has typed their name or badge.

    Who left does not see it, and the next one goes on as on the page of names. Whoever says that
    the answer is theirs has written a reason that reads like a name, and is not asked again.
    """

    somebody = Signal(str)

    def __init__(self, page: ConfirmPage, question: KioskQuestion, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._question = page, question
        self._theirs = (0, "")
        self.voter: VoterRow | None = None
        page.wrote.connect(self._go_on)

    def be_theirs(self) -> None:
        """Whoever is here has said so, and with it whose reason this is."""
        self._theirs = self._key

    @property
    def of_another(self) -> str:
        """The reason, where it is the name or badge of another who waits; else nothing."""
        why, voter = self._page.said.why, self.voter
        if voter is None or not why or self._theirs == self._key:
            return ""
        others = [one for one in self._question.waiting if one.person_id != voter.person_id]
        return why if is_one(found(others, why), why) else ""

    @property
    def _key(self) -> tuple[int, str]:
        return (self.voter.person_id if self.voter else 0), self._page.said.why

    def _go_on(self) -> None:
        if typed := self.of_another:
            self.somebody.emit(typed)
        elif self._page.reasons is not None:
            self._page.reasons.would_move.setFocus()
