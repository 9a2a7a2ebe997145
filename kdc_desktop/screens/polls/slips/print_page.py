"""Print slips: how many, whose, and what they look like."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kdc_desktop.domain.people.sectors import COUNTED, name_of
from kdc_desktop.domain.polls.slip_sheet import SlipShape, SlipSize
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, ngettext, sentences
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.passing import DropDown
from kdc_desktop.screens.kit.steady import Spin
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.polls.slips.page import SlipsPage
from kdc_desktop.services.polls.questions import turnout
from kdc_desktop.services.polls.rows import PollRow
from kdc_desktop.services.polls.slip_codes import slip_sheet
from kdc_desktop.services.polls.slips import MOST_AT_ONCE, FreshSlips, SlipNumbers
from kdc_desktop.storage import Database

_SPARE = 5
_USUAL = 20


class PrintPage(SlipsPage):
    """`wanted` carries fresh slips to be numbered and written, or the numbers of those to write
    again."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, database: Database, parent: QWidget) -> None:
        super().__init__(theme, database, parent)
        self.size_label = plain_label("", "", self, wrap=True)
        self.count_spin = Spin(self)
        self.count_spin.setRange(1, MOST_AT_ONCE)
        self.count_spin.setObjectName("slips_count")
        self.count_spin.setMaximumWidth(theme.px(160))
        self.sector_combo = DropDown(self)
        self.sector_combo.setObjectName("slips_sector")
        for letter in COUNTED:
            self.sector_combo.addItem(name_of(letter), letter)
        self.sheets_label = plain_label("", "muted", self, wrap=True)
        self.print_button = QPushButton(_("Write them as PDF…"), self)
        self.print_button.setObjectName("print_slips_button")
        self.print_button.setProperty("kind", "primary")
        self.again_button = QPushButton(_("Write all once more…"), self)
        self.again_button.setObjectName("print_again_button")
        self.again_button.setProperty("kind", "quiet")
        self._shape: SlipShape | None = None
        self._printed = 0
        self._lay_out()
        once(self.print_button, self.again_button)
        self.count_spin.valueChanged.connect(self._show_sheets)
        self.print_button.clicked.connect(self._print)
        self.again_button.clicked.connect(lambda: self.wanted.emit(SlipNumbers(1, self._printed)))

    def show_poll(self, row: PollRow) -> None:
        fresh = self.poll is None
        super().show_poll(row)
        self._printed = turnout(self.database, row.id).slips.printed
        self.again_button.setVisible(self._printed > 0)
        self._fields.setRowVisible(self.sector_combo, row.secrecy == Secrecy.SECTOR_ONLY)
        if fresh:
            self.count_spin.setValue(max(_USUAL, row.electorate + _SPARE - self._printed))
        try:
            self._shape = slip_sheet(self.database, row.id).shape
            self.size_label.setText(_size_told(self._shape))
        except UserError as problem:
            self._shape = None
            self.size_label.setText(str(problem))
        for widget in (self.count_spin, self.sector_combo, self.print_button, self.again_button):
            widget.setEnabled(self._shape is not None)
        self._show_sheets()

    def begin(self) -> None:
        self.count_spin.setFocus()
        self.count_spin.selectAll()

    def _show_sheets(self) -> None:
        if self._shape is None:
            self.sheets_label.setText("")
            return
        sheets = -(-self.count_spin.value() // self._shape.size.a_sheet)
        told = ngettext("That is {count} sheet.", "That is {count} sheets.", sheets)
        next_one = _("The first has the number {number}.", number=self._printed + 1)
        self.sheets_label.setText(sentences((told, next_one)))

    def _print(self) -> None:
        if self.poll is None:
            return
        by_sector = self.poll.secrecy == Secrecy.SECTOR_ONLY
        sector = self.sector_combo.currentData() if by_sector else None
        self.wanted.emit(FreshSlips(self.count_spin.value(), sector))

    def _lay_out(self) -> None:
        self._fields = QFormLayout()
        self._fields.addRow(_("How many"), self.count_spin)
        self._fields.addRow(_("For the sector"), self.sector_combo)
        buttons = QHBoxLayout()
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.again_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.size_label)
        column.addLayout(self._fields)
        column.addWidget(self.sheets_label)
        column.addLayout(buttons)
        column.addStretch(1)


def _size_told(shape: SlipShape) -> str:
    size = {
        SlipSize.QUARTER: _("A slip takes a quarter of a sheet: cut along the dashes."),
        SlipSize.HALF: _("A slip takes half a sheet: cut along the dashes."),
        SlipSize.WHOLE: _("A slip takes a whole sheet."),
    }
    how = _(
        "Each has its own number and a code, so that it counts once and can be read from a picture."
    )
    return sentences((size[shape.size], how))
