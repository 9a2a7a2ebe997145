"""Beside the buy-in map: who gives what by when, and a line for the next commitment."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, date_text
from kdc_desktop.screens.kit.dates import DateLine
from kdc_desktop.screens.kit.fields import begin_anew, prompt
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.passing import DropDown
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.unkept import ask_when_half_typed
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.visions.section import Section, caption, dressed, offer_buttons, row_of
from kdc_desktop.services.visions.rows import CommitmentRow, ReservationRow, VisionPage

WEEKS_AHEAD = 4
LONGEST_MET = 60  # letters of a reservation that is met


class CommitmentRowView(QWidget):
    """One commitment: a box to tick it off, what it `meets`, and a button that takes it away."""

    def __init__(self, theme: Theme, row: CommitmentRow, meets: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = QCheckBox(self)
        self.box.setProperty("kind", "tick")  # its words stand beside it
        self.box.setObjectName(f"commitment_{row.id}")
        self.box.setAccessibleName(_("Done: {what}", what=row.what))
        self.box.setChecked(row.done)
        self.remove = QPushButton(self)
        self.remove.setIcon(theme.icon("x", "muted"))
        self.remove.setProperty("kind", "link")
        self.remove.setToolTip(_("Remove the commitment"))
        self.remove.setAccessibleName(_("Remove: {what}", what=row.what))
        line = row_of(self._words(row, meets), self.remove)
        line.insertWidget(0, self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.setAlignment(self.remove, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        offer_buttons(self, row.what)

    def _words(self, row: CommitmentRow, meets: str) -> QWidget:
        words = QWidget(self)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(plain_label(row.what, "muted" if row.done else "", words, wrap=True))
        role = "small-warning" if row.overdue else "small"
        column.addWidget(plain_label(_about(row), role, words, wrap=True))
        if meets:
            column.addWidget(plain_label(meets, "small", words, wrap=True))
        return words


def _about(row: CommitmentRow) -> str:
    if row.due_on is None:
        return row.member
    due = date_text(row.due_on)
    if row.overdue:
        return _("{member} · by {date} · late", member=row.member, date=due)
    return _("{member} · by {date}", member=row.member, date=due)


class CommitmentPanel(QWidget):
    """The commitments of a page; every change that is wanted is a signal."""

    commit_wanted = Signal(int, str, object, object)
    tick_wanted = Signal(int, bool)
    remove_wanted = Signal(int)
    problem = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._offered: list[tuple[str, int]] = []
        self._rows = Section(_("Who gives what"), self)
        self.member_combo = DropDown(self)
        self.what_edit = QLineEdit(self)
        self.meets_combo = DropDown(self)
        self.due_edit = DateLine(self)
        self.commit_button = QPushButton(_("Add"), self)
        self._dress()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._rows)
        column.addWidget(caption(_("A new commitment"), self))
        column.addWidget(self.member_combo)
        column.addWidget(self.what_edit)
        column.addWidget(self.meets_combo)
        column.addLayout(row_of(self.due_edit, self.commit_button))

    def _dress(self) -> None:
        dressed(self.member_combo, "commitment_member_combo", _("Who commits"))
        dressed(self.what_edit, "commitment_edit", _("What they will give"))
        dressed(self.meets_combo, "commitment_meets_combo", _("Which reservation it meets"))
        dressed(self.due_edit, "commitment_due_edit", _("By when"))
        dressed(self.commit_button, "commit_button", _("Add the commitment"))
        prompt(self.what_edit, _("What will they give?"))
        self.due_edit.problem.connect(self._pass_on)
        ask_when_half_typed(self.what_edit)
        self.what_edit.returnPressed.connect(self._commit)
        self.commit_button.clicked.connect(self._commit)

    def show_page(self, page: VisionPage, today: date) -> None:
        """Show the commitments of this page, and offer its members for the next one."""
        meets = {row.id: _meets(row) for row in page.reservations}
        rows = [(row, meets.get(row.reservation_id or 0, "")) for row in page.commitments]
        self._rows.fill(rows, lambda: [self._row(*each) for each in rows])
        self._offer_reservations(page)
        offered = [(member.name, member.id) for member in page.members]
        if offered != self._offered:
            self._offered = offered
            self.member_combo.clear()
            for name, member_id in offered:
                self.member_combo.addItem(name, member_id)
            ahead = today + timedelta(weeks=WEEKS_AHEAD)
            self.due_edit.begin(ahead, today)
        for widget in (self.member_combo, self.what_edit, self.due_edit, self.commit_button):
            widget.setEnabled(bool(offered))

    def _offer_reservations(self, page: VisionPage) -> None:
        """What it may meet; away where nobody has a reservation."""
        rows = [row for row in page.reservations if row.is_unsettled]
        wanted = [(_("Meets no reservation"), None), *((_meets(row), row.id) for row in rows)]
        combo = self.meets_combo
        combo.setVisible(bool(rows))
        shown = [(combo.itemText(at), combo.itemData(at)) for at in range(combo.count())]
        if wanted == shown:
            return
        chosen = combo.currentData()
        combo.clear()
        for words, key in wanted:
            combo.addItem(words, key)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))

    def begin_the_next(self) -> None:
        """What was promised is kept: the line is for the next one."""
        begin_anew(self.what_edit)
        self.meets_combo.setCurrentIndex(0)

    def _row(self, row: CommitmentRow, meets: str) -> QWidget:
        made = CommitmentRowView(self._theme, row, meets, self)
        made.box.clicked.connect(lambda on: self.tick_wanted.emit(row.id, on))
        once(made.remove)  # the next one moves up under the mouse
        made.remove.clicked.connect(lambda: self.remove_wanted.emit(row.id))
        return made

    def _pass_on(self, sentence: str) -> None:
        if sentence:
            self.problem.emit(sentence)

    def _commit(self) -> None:
        try:
            due = self.due_edit.day
        except UserError as error:
            self.problem.emit(str(error))
            self.due_edit.setFocus()
            return
        of, meets = self.member_combo.currentData(), self.meets_combo.currentData()
        self.commit_wanted.emit(of, self.what_edit.text(), due, meets)


def _meets(row: ReservationRow) -> str:
    said = shortened(row.text, LONGEST_MET)
    return _("Meets {member}: “{reservation}”", member=row.member, reservation=said)
