"""The page of stakes: what each member wants from the vision, and which version serves it."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kdc_desktop.domain.kit.lengths import STATEMENT
from kdc_desktop.domain.visions.states import Served
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.fields import begin_anew, prompt
from kdc_desktop.screens.kit.limits import tell_when_cut
from kdc_desktop.screens.kit.passing import DropDown
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.unkept import ask_when_half_typed
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.visions.choosers import Choice, PillRow
from kdc_desktop.screens.visions.narrow import fit_row
from kdc_desktop.screens.visions.section import dressed
from kdc_desktop.screens.visions.stake_words import KEYS, SERVED_CHOICES
from kdc_desktop.screens.visions.stakes_table import StakesTable
from kdc_desktop.services.visions.rows import VersionRow, VisionPage

UNSAID = "unsaid"
LETTERS_OF_NAME = 16  # that can be read of a member at least


class StakesPage(QWidget):
    """The table with the choices of a cell above it, and a line for a stake on top.

    The line takes a new stake of a member, or other words for the one that is being changed, whose
    id `change_wanted` carries.
    """

    add_wanted = Signal(int, str)
    change_wanted = Signal(int, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes: int | None = None
        self._offered: list[tuple[str, int]] = []
        self.summary = plain_label(
            _("What does each member want from this? Write it down in its own words."),
            "muted",
            self,
            wrap=True,
        )
        self.choices = PillRow(theme, self)
        self.table = StakesTable(theme, self)
        self._line = QWidget(self)
        self.member_combo = DropDown(self._line)
        self.text_edit = QLineEdit(self._line)
        self.keep_button = QPushButton(self._line)
        self.leave_button = QPushButton(_("Leave it"), self._line)
        self._dress()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._line)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        for part in (self.member_combo, self.text_edit, self.keep_button, self.leave_button):
            self._row.addWidget(part, int(part is self.text_edit))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._line)
        column.addWidget(self.summary)
        column.addWidget(self.choices)
        column.addWidget(self.table, 1)

    def _dress(self) -> None:
        dressed(self.summary, "stakes_label", "")
        dressed(self.member_combo, "stake_member_combo", _("Whose stake it is"))
        dressed(self.text_edit, "stake_edit", _("What the member wants"))
        dressed(self.keep_button, "keep_stake_button", "")
        dressed(self.leave_button, "leave_stake_button", "")
        self.member_combo.setMinimumContentsLength(LETTERS_OF_NAME)
        self.text_edit.setMaxLength(STATEMENT)
        tell_when_cut(self.text_edit)
        prompt(self.text_edit, _("What does the member want, in its own words?"))
        ask_when_half_typed(self.text_edit)
        self.text_edit.installEventFilter(self)
        self.text_edit.returnPressed.connect(self._keep)
        self.keep_button.clicked.connect(self._keep)
        self.leave_button.clicked.connect(self.begin_a_new_one)
        self.table.change_wanted.connect(self.begin_to_change)
        self.table.moved.connect(self._show_choices)
        self.choices.picked.connect(self._pick)

    def show_page(self, page: VisionPage, today: date, version: VersionRow) -> None:
        """Show the stakes of a page, and offer its members for the next one."""
        self.summary.setVisible(not page.stakes)
        reached = self.table if page.stakes else self.text_edit
        if self.table.hasFocus() and reached is self.text_edit:
            reached.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setFocusProxy(reached)
        self.table.setVisible(bool(page.stakes))
        self.choices.setVisible(bool(page.stakes))
        self.table.show_page(page, today, version)
        offered = [(member.name, member.id) for member in page.members if not member.has_left]
        if offered != self._offered:
            chosen, self._offered = self.member_combo.currentData(), offered
            self.member_combo.clear()
            for name, member_id in offered:
                self.member_combo.addItem(name, member_id)
            self.member_combo.setCurrentIndex(max(0, self.member_combo.findData(chosen)))
        if self._changes is not None and self._changes not in [row.id for row in page.stakes]:
            self.begin_a_new_one()
        self._say_what_is_kept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fit_row(self._row, event.size().width())

    def begin_a_new_one(self) -> None:
        """The line is for a new stake, and empty."""
        self._changes = None
        begin_anew(self.text_edit)
        self._say_what_is_kept()

    def begin_to_change(self, stake_id: int) -> None:
        """The line has the words of this stake, to be put in other words."""
        stake = self.table.chosen.stake
        if stake is None or stake.id != stake_id:
            return
        self._changes = stake_id
        self.member_combo.setCurrentIndex(self.member_combo.findData(stake.member_id))
        begin_anew(self.text_edit, stake.text)
        self._say_what_is_kept()
        self.text_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text_edit.selectAll()

    def write(self) -> None:
        """Put the keys into the line for a new stake, of the member of the current row."""
        if self._changes is not None:
            self.begin_a_new_one()
        stake = self.table.chosen.stake
        if stake is not None:
            self.member_combo.setCurrentIndex(self.member_combo.findData(stake.member_id))
        self.text_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride and self._changes is not None:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._changes is not None:
                self.begin_a_new_one()
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _say_what_is_kept(self) -> None:
        changes = self._changes is not None
        self.keep_button.setText(_("Keep the words") if changes else _("Add"))
        self.leave_button.setVisible(changes)
        fit_row(self._row, self.width())
        self.member_combo.setEnabled(bool(self._offered) and not changes)
        self.keep_button.setEnabled(bool(self._offered))
        self.text_edit.setEnabled(bool(self._offered))

    def _keep(self) -> None:
        if self._changes is not None:
            self.change_wanted.emit(self._changes, self.text_edit.text())
        elif self.member_combo.currentData() is not None:
            self.add_wanted.emit(self.member_combo.currentData(), self.text_edit.text())

    def _show_choices(self) -> None:
        stake, version = self.table.chosen.stake, self.table.chosen.version
        said = stake.served.get(version.id) if stake and version else None
        offered = [
            Choice(served, f"{KEYS[served]}  {words}", version is not None and said is served)
            for served, words in SERVED_CHOICES.items()
        ]
        offered.append(Choice(UNSAID, _("Not said"), version is not None and said is None))
        self.choices.show_choices(offered)
        for pill in self.choices.pills.values():
            pill.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            pill.setEnabled(version is not None)

    def _pick(self, key: str) -> None:
        self._show_choices()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.say(None if key == UNSAID else Served(key))
