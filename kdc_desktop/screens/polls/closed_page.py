"""When there is nothing to vote and no result: hidden, being counted, or papers elsewhere."""

from PySide6.QtCore import Signal

from kdc_desktop.domain.polls.turnout import Turnout
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.screens.kit.widgets import EmptyState
from kdc_desktop.services.polls.rows import Elsewhere, PollRow


class ClosedPage(EmptyState):
    """Says what is waited for; its signals are the one next step."""

    reveal_wanted = Signal()
    repeat_wanted = Signal()
    take_over_wanted = Signal()

    def show_closed(self, turnout: Turnout) -> None:
        """The result is hidden."""
        self.show_state(
            "eye-off",
            turnout.voted_line,
            _(
                "{turnout} The result is hidden from everybody, here too, until you reveal it.",
                turnout=turnout.told,
            ),
            _("Reveal the result"),
            self.reveal_wanted.emit,
        )

    def show_counting(self, row: PollRow) -> None:
        """The result of this poll is not there yet."""
        self.show_state(
            "vote",
            _("Counting …"),
            ngettext(
                "{count} has voted. The result shows here at once when all is counted.",
                "{count} have voted. The result shows here at once when all is counted.",
                row.voted,
            ),
        )

    def show_elsewhere(self, elsewhere: Elsewhere) -> None:
        """The papers are not in this copy of the club."""
        action, wanted = _("Prepare another round"), self.repeat_wanted
        if elsewhere.can_be_taken_over:
            action, wanted = _("Take the papers over"), self.take_over_wanted
        headline = _("The papers of this poll are not here")
        self.show_state("eye-off", headline, elsewhere.sentence, action, wanted.emit)
