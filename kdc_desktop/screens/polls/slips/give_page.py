"""Give slips out: a name or a badge, Enter, the next; and take unused ones back."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kdc_desktop.domain.people.sectors import BY_LETTER
from kdc_desktop.domain.polls.slip_code import number_typed
from kdc_desktop.domain.polls.states import Channel, Secrecy
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.fields import begin_anew, prompt
from kdc_desktop.screens.kit.line_buttons import offer_to_clear
from kdc_desktop.screens.kit.rows import Column, RowModel, RowTable
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.typing_finds import TypingFinds
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.polls.meant import meant
from kdc_desktop.screens.polls.slips.page import SlipsPage
from kdc_desktop.services.polls.electors import electorate
from kdc_desktop.services.polls.rows import PollRow, VoterRow
from kdc_desktop.services.polls.slips import give_slip, take_slip_back
from kdc_desktop.storage import Database

_WIDTHS, _WORDED = (190, 180, 64, 60, 90), (2, 3, 4)


class GivePage(SlipsPage):
    """Who has not voted, and who has a slip; Enter gives one, or asks which is handed back."""

    def __init__(self, theme: Theme, database: Database, parent: QWidget) -> None:
        super().__init__(theme, database, parent)
        self.search_edit = QLineEdit(self)
        self.search_edit.setObjectName("slip_voter_search")
        self.search_edit.setAccessibleName(_("Find who gets a slip"))
        prompt(self.search_edit, _("Name or badge, Enter gives a slip"))
        offer_to_clear(self.search_edit)
        self.number_label = plain_label("", "section", self, wrap=True)
        self.number_edit = QLineEdit(self)
        self.number_edit.setObjectName("slip_of_voter_edit")
        self.number_edit.setAccessibleName(_("Number of the slip"))
        prompt(self.number_edit, _("Number of the slip, Enter"))
        self._who: VoterRow | None = None
        self.model = RowModel(_columns(), key=lambda row: row.person_id)
        self.table = self._new_table()
        self._ask(None)
        self._lay_out()
        self.search_edit.textChanged.connect(self._search)
        self.search_edit.returnPressed.connect(self._found)
        self.number_edit.returnPressed.connect(self._numbered)
        self.table.chosen.connect(self._choose)

    def show_poll(self, row: PollRow) -> None:
        super().show_poll(row)
        waiting = (None, Channel.SLIP)
        voters = [one for one in electorate(self.database, row.id) if one.channel in waiting]
        self.model.set_rows(sorted(voters, key=lambda one: one.channel is Channel.SLIP))
        self.table.columns.again()

    def begin(self) -> None:
        self._ask(None)
        self.search_edit.setFocus()
        self.search_edit.selectAll()

    def _search(self, text: str) -> None:
        self.table.search(text)
        self.table.clearSelection()

    def _found(self) -> None:
        chosen: Sequence[VoterRow] = self.table.selected_rows()
        row = chosen[0] if chosen else meant(self.table, self.search_edit.text())
        if row is None:
            self.refused.emit(_("Nobody of this name or badge waits for a slip."))
        else:
            self._choose(row)

    def _choose(self, voter: VoterRow) -> None:
        """Give at once where nobody is to know the number; else ask which slip it is."""
        if voter.channel is Channel.SLIP or self._is_named:
            self._ask(voter)
        elif self.attempt(
            lambda poll_id: give_slip(self.database, poll_id, voter.person_id),
            _("{name} has a slip.", name=voter.name),
        ):
            begin_anew(self.search_edit)
            self.begin()

    @property
    def _is_named(self) -> bool:
        return self.poll is not None and self.poll.secrecy == Secrecy.NAMED

    def _ask(self, voter: VoterRow | None) -> None:
        """Ask for the number of a slip that somebody gets, or hands back unused."""
        self._who = voter
        for widget in (self.number_label, self.number_edit):
            widget.setVisible(voter is not None)
        if voter is None:
            return
        if voter.channel is Channel.SLIP:
            text = _("{name} has a slip. Type its number if it comes back unused.", name=voter.name)
        else:
            text = _("Which slip does {name} get?", name=voter.name)
        self.number_label.setText(text)
        begin_anew(self.number_edit)
        self.number_edit.setFocus()

    def _numbered(self) -> None:
        voter = self._who
        if voter is None or self.poll is None:
            return
        try:
            number = number_typed(self.poll.id, self.number_edit.text())
        except UserError as error:
            self.refused.emit(str(error))
            return
        if voter.channel is Channel.SLIP:
            verb = partial(_take_back, self.database, voter.person_id, number)
            said = _("{name} can vote otherwise now.", name=voter.name)
        else:
            verb = partial(_give, self.database, voter.person_id, number)
            said = _("{name} has slip {number}.", name=voter.name, number=self.number_edit.text())
        if self.attempt(verb, said):
            begin_anew(self.search_edit)
            self.begin()

    def _new_table(self) -> RowTable:
        table = RowTable(self)
        table.setObjectName("slip_voters_table")
        table.setAccessibleName(_("Who gets a slip"))
        table.empty_text = _("Everybody has voted.")
        table.show_model(self.model)
        table.columns.begin(_WIDTHS, _WORDED, takes=1)
        table.hands.verb("give_slip", _("Give a slip, or take it back"), self._choose_selected)
        TypingFinds(self.search_edit, table)
        return table

    def _choose_selected(self) -> None:
        rows: Sequence[VoterRow] = self.table.selected_rows()
        if rows:
            self._choose(rows[0])

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.search_edit, self.number_label, self.number_edit):
            column.addWidget(widget)
        column.addWidget(self.table, 1)


def _give(database: Database, person_id: int, number: int, poll_id: int) -> None:
    give_slip(database, poll_id, person_id, number)


def _take_back(database: Database, person_id: int, number: int, poll_id: int) -> None:
    take_slip_back(database, poll_id, person_id, number)


def _columns() -> tuple[Column[VoterRow], ...]:
    return (
        Column("name", _("Name"), lambda row: row.name),
        Column("organisation", _("Organisation"), lambda row: row.organisation),
        Column(
            "sector",
            _("Sector"),
            lambda row: row.sector,
            tooltip=lambda row: BY_LETTER[row.sector].name,
        ),
        Column("badge", _("Badge"), lambda row: row.badge),
        Column("slip", _("Slip"), lambda row: _("has one") if row.channel else ""),
    )
