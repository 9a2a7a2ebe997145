"""Which options of a result are taken further: so many, those funded, or those selected."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from kdc_desktop.i18n import _, ngettext
from kdc_desktop.screens.kit.flow import FlowLayout
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.segmented import restyle
from kdc_desktop.screens.kit.steady import Spin
from kdc_desktop.screens.kit.turning_row import TurningRow
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.services.polls.parts_told import has_costs
from kdc_desktop.services.polls.rows import PollResult, ResultRow

USUAL = 3  # so many are taken further where nobody says otherwise


class TakingFurther(QWidget):
    """Below the table of a result; `mark_wanted` and `unmark_wanted` carry option ids."""

    mark_wanted = Signal(object)
    unmark_wanted = Signal(object)

    def __init__(self, table: RowTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._table, self._ranked, self._is_budget = table, list[ResultRow](), False
        self._poll_id, self._usual = 0, USUAL
        self._is_void, self._decides, self._holds, self._in_a_table = False, True, True, True
        self.winner_button = QPushButton(_("Mark as winner"), self)
        self.winner_button.setObjectName("winner_button")
        self.winner_button.setToolTip("W")
        self.first_spin = Spin(self)
        self.first_spin.setObjectName("first_spin")
        self.first_spin.setAccessibleName(_("How many of the first"))
        self.first_spin.setRange(1, 100)
        self.first_spin.setValue(USUAL)
        self.first_note = plain_label("", "muted", self)
        self.first_button = QPushButton(self)
        self.first_button.setObjectName("take_first_button")
        self._lay_out()
        once(self.winner_button, self.first_button)
        self.winner_button.clicked.connect(self.toggle_winners)
        self.first_button.clicked.connect(self.take_first)
        self.first_spin.valueChanged.connect(self._choose_first)
        table.selection_changed.connect(self._name_button)
        table.chosen.connect(lambda _row: self.toggle_winners())
        text = _("Mark as winner, or no longer")
        table.hands.verb("toggle_winners", text, self.toggle_winners)
        self._name_first()

    def show_result(self, result: PollResult, *, in_a_table: bool) -> None:
        """Offer what can be done with this result, whose options may stand in the table."""
        self._is_budget = has_costs(result)
        wanted = (row for row in result.rows if (row.chosen if self._is_budget else row.has_votes))
        self._ranked = sorted(wanted, key=lambda row: row.rank)
        self._is_void, self._holds = result.poll.voided_at is not None, result.announced
        self._decides, self._in_a_table = result.poll.kind.decides, in_a_table
        self._suit(result)
        self._name_button()
        self._name_first()

    def _suit(self, result: PollResult) -> None:
        """Of another poll as many as usual, and one where that would be all there are."""
        usual, number = self._usual, len(result.rows)
        self.first_spin.setMaximum(max(1, number))
        if result.poll.id != self._poll_id:
            self._poll_id = result.poll.id
            self.first_spin.setValue(usual if number > usual else 1)
        self._usual = usual

    def _choose_first(self, number: int) -> None:
        self._usual = number
        self._name_first()

    def take_first(self) -> None:
        """Mark the first rows, and whatever is tied with the last of them; none without a vote.

        Of a budget those that are funded, and no others.
        """
        if first := self._first:
            self.mark_wanted.emit([row.option_id for row in first])

    @property
    def _first(self) -> list[ResultRow]:
        ranked = self._ranked
        if self._is_budget:
            return ranked
        number = min(self.first_spin.value(), len(ranked))
        return [row for row in ranked if row.rank <= ranked[number - 1].rank] if number else []

    def toggle_winners(self) -> None:
        """Mark the selected rows as winners, or unmark them when they all are."""
        rows: Sequence[ResultRow] = self._table.selected_rows()
        if not rows:  # then one sees what would be marked
            self._table.setFocus()
            self._table.selectRow(0)
            return
        ids = [row.option_id for row in rows]
        wanted = self.unmark_wanted if all(row.winner for row in rows) else self.mark_wanted
        wanted.emit(ids)

    def _name_first(self) -> None:
        """Say how many it would be: those who are tied with the last are among them."""
        count = 0 if self._is_void or not self._decides else len(self._first)
        self.first_button.setVisible(self._decides)
        self.first_spin.setVisible(self._decides and not self._is_budget)
        self.winner_button.setVisible(self._in_a_table)
        self.first_button.setEnabled(count > 0)
        text, tip = self._funded_words() if self._is_budget else self._first_words()
        self.first_button.setText(text)
        self.first_button.setToolTip(tip)
        told = _("That is {count}, as the last place is shared", count=count)
        is_more = not self._is_budget and count > self.first_spin.value()
        self.first_note.setText(told if is_more else "")
        self.first_note.setVisible(is_more)
        self.first_button.setProperty("kind", "primary" if self._holds else "")
        restyle(self.first_button)

    def _first_words(self) -> tuple[str, str]:
        """What the button says, and what it does with ties."""
        asked = self.first_spin.value()
        return (
            ngettext("Make the first the winner", "Make the first {count} winners", asked),
            _("Options that are tied with the last are taken, too; those without a vote are not."),
        )

    def _funded_words(self) -> tuple[str, str]:
        """What the button says of a budget, and what it leaves out."""
        if not self._ranked:
            return _("Nothing is funded"), ""
        text = ngettext(
            "Make the funded one the winner",
            "Make the {count} funded ones winners",
            len(self._ranked),
        )
        return text, _("What the money is not enough for is not taken, however many voted for it.")

    def _name_button(self) -> None:
        rows = self._table.selected_rows()
        marked = bool(rows) and all(row.winner for row in rows)
        self.winner_button.setText(_("Unmark winner") if marked else _("Mark as winner"))
        self.winner_button.setEnabled(bool(rows))

    def _lay_out(self) -> None:
        take = QWidget(self)
        row = FlowLayout(take, one_line=True)
        row.addWidget(self.first_note)
        row.addWidget(self.first_button)
        row.addWidget(self.first_spin)
        TurningRow(self, self.winner_button, take, 8)
