"""What is done with what was given, and with what is proposed: taken back, and taken over."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from kdc_desktop.i18n import _
from kdc_desktop.screens.interests.contents import proposed_line
from kdc_desktop.screens.interests.given import Given
from kdc_desktop.screens.interests.help import INTERESTS
from kdc_desktop.screens.kit.doing import Doing
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.interests.organisations import clear_wishes_of
from kdc_desktop.services.interests.proposals import take_over_proposals
from kdc_desktop.services.interests.rows import InterestRow
from kdc_desktop.services.interests.wishes import clear_interests
from kdc_desktop.storage import Database


class GivenScreen(Screen):
    """A screen with a table of what was given, and a line of what is proposed."""

    help = INTERESTS

    table: RowTable
    proposed_row: QWidget
    proposed_label: QLabel
    take_button: QPushButton

    def edit_again(self, row: InterestRow) -> None:
        """Ask again who has answered already."""
        raise NotImplementedError


class GivenVerbs:
    """Of the table of an interests screen."""

    def __init__(
        self, screen: GivenScreen, database: Database, session_id: int, given: Given, doing: Doing
    ) -> None:
        self._screen, self._given, self._doing = screen, given, doing
        self._place = (database, session_id)

    def add_actions(self) -> None:
        """Add everything to the screen and the menu of its table."""
        screen, hands = self._screen, self._screen.table.hands
        text = _("Remove the interests selected")
        remove = screen.act(
            "remove_the_interests_selected", text, self.remove, shortcut="Del", icon="trash-2"
        )
        hands.offer(remove)
        hands.verb("ask_again", _("Ask again"), self._ask_again)
        hands.cut_with(remove)
        taking = screen.act(
            *("take_over_votes", _("Take over what people voted for"), self.take_over),
            shortcut="Ctrl+Shift+V",
            icon="vote",
            why_not=self.nothing_proposed,
        )
        hands.offer(taking)
        screen.take_button.clicked.connect(self.take_over)

    def show_proposed(self, rows: Sequence[InterestRow]) -> None:
        """Say how many of these rows nobody has said."""
        count = sum(row.proposed for row in rows)
        self._screen.proposed_row.setVisible(count > 0)
        self._screen.proposed_label.setText(proposed_line(count) if count else "")

    def remove(self) -> None:
        """Take back the interests selected in the table."""
        rows = self._screen.table.selected_rows()
        said = [row.person_id for row in rows if row.wisher is None and not row.proposed]
        those = [row.wisher for row in rows if row.wisher is not None]
        if not said and not those:
            self._screen.problem.emit(_("Select interests in the table first."))
        if said:
            self._screen.attempt(clear_interests, *self._place, said)
        if those:
            self._screen.attempt(clear_wishes_of, *self._place, those)

    def take_over(self) -> None:
        """Note what is proposed, of those who are selected in the table, else of all."""
        rows = [row for row in self._screen.table.selected_rows() if row.proposed]
        of = [row.person_id for row in rows] or list(self._given.proposed)
        verb = partial(take_over_proposals, *self._place, of)
        self._doing.do(len(of), _("Taking over what people voted for"), verb)

    def nothing_proposed(self) -> str:
        """Why nothing can be taken over."""
        if self._given.proposed:
            return ""
        return _("Nobody who has said nothing voted by name for a winner.")

    def _ask_again(self) -> None:
        for row in self._screen.table.selected_rows()[:1]:
            self._screen.edit_again(row)
