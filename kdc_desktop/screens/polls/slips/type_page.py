"""Type slips in: the number, Enter, what is on the paper, Enter, the next."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kdc_desktop.audience.kit.ink import NIGHT, PAPER
from kdc_desktop.audience.polls.kiosk.ballot import Ballot
from kdc_desktop.audience.polls.kiosk.kinds import paper_for
from kdc_desktop.audience.polls.kiosk.look import Look
from kdc_desktop.audience.polls.kiosk.paper import PaperWidget
from kdc_desktop.domain.polls.cast import Marks
from kdc_desktop.domain.polls.slip_code import number_on_slip, number_typed
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, listed
from kdc_desktop.screens.kit.fields import begin_anew, prompt
from kdc_desktop.screens.kit.keys import ends_form, goes_on
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import Surface, plain_label
from kdc_desktop.screens.polls.slips.page import SlipsPage
from kdc_desktop.services.polls.questions import terms
from kdc_desktop.services.polls.rows import PollRow
from kdc_desktop.services.polls.slips import check_slip, enter_slip
from kdc_desktop.storage import Database

_SCALE = 0.5
_TALLEST_CARD = 150


class TypePage(SlipsPage):
    """A number leads to its paper; Enter on the paper counts it, and a blank one by its button.

    `left` is called when a slip that was begun elsewhere is counted or left.
    """

    def __init__(self, theme: Theme, database: Database, parent: QWidget) -> None:
        super().__init__(theme, database, parent)
        self.left: Callable[[], object] = lambda: None
        self.number_edit = QLineEdit(self)
        self.number_edit.setObjectName("slip_number_edit")
        self.number_edit.setAccessibleName(_("Number of the slip"))
        prompt(self.number_edit, _("Number on the slip, Enter"))
        self.whose_label = plain_label("", "section", self, wrap=True)
        self.left_label = plain_label("", "muted", self, wrap=True)
        self._sheet = Surface(self)
        self._on_sheet = QVBoxLayout(self._sheet)
        self.paper: PaperWidget | None = None
        self._ballot: Ballot | None = None
        self._number: int | None = None
        self.count_button = QPushButton(_("Count the paper"), self)
        self.count_button.setObjectName("count_slip_button")
        self.count_button.setProperty("kind", "primary")
        self.leave_button = QPushButton(_("Leave it out"), self)
        self.leave_button.setObjectName("leave_slip_button")
        self.leave_button.setProperty("kind", "quiet")
        self._lay_out()
        once(self.count_button, self.leave_button)
        self.number_edit.returnPressed.connect(self._open)
        self.count_button.clicked.connect(self._count)
        self.leave_button.clicked.connect(self._leave)
        theme.changed.connect(self._dress)
        self._show(None)

    def show_poll(self, row: PollRow) -> None:
        super().show_poll(row)
        ballot = Ballot(row.kind, terms(self.database, row.id))
        if ballot != self._ballot:
            self._ballot = ballot
            self._show(None)

    def begin(self) -> None:
        if self._number is None:
            self.number_edit.setFocus()
            self.number_edit.selectAll()
        elif self.paper is not None:
            self.paper.focus_option(0)

    @property
    def is_entering(self) -> bool:
        """Whether a paper is begun."""
        return self._number is not None and self.paper is not None and self.paper.given > 0

    def open_slip(self, number: int, marks: Marks) -> None:
        """Open the paper of a slip with what is known of it."""
        if self.poll is not None:
            self.number_edit.setText(number_on_slip(self.poll.id, number))
            self._open(marks)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and ends_form(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._number is not None:
            self._leave()
        elif ends_form(event) and self._number is not None:
            self._count()
        else:
            super().keyPressEvent(event)

    def _open(self, marks: Marks | None = None) -> None:
        if self.poll is None:
            return
        try:
            number = number_typed(self.poll.id, self.number_edit.text())
            whose = check_slip(self.database, self.poll.id, number)
        except UserError as error:
            self.refused.emit(str(error))
            self.number_edit.selectAll()
            return
        self.told.emit("")
        self._show(number, whose, marks)

    def _show(self, number: int | None, whose: str = "", marks: Marks | None = None) -> None:
        self._number = number
        there = number is not None and self._ballot is not None and self.poll is not None
        for widget in (self._sheet, self.whose_label, self.left_label):
            widget.setVisible(there)
        self.count_button.setVisible(there)
        self.leave_button.setVisible(there)
        self.number_edit.setReadOnly(there)
        if not there or self._ballot is None or self.poll is None or number is None:
            return
        slip = _("Slip {number}", number=number_on_slip(self.poll.id, number))
        self.whose_label.setText(listed(filter(None, (slip, whose))))
        paper = self._fresh_paper(self._ballot)
        paper.show_ballot(self._ballot, marks)
        paper.focus_option(0)

    def _fresh_paper(self, ballot: Ballot) -> PaperWidget:
        while item := self._on_sheet.takeAt(0):
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.paper = paper = paper_for(ballot, self._look(), self._sheet, tallest=_TALLEST_CARD)
        paper.setObjectName("slip_paper")
        goes_on(paper)
        paper.changed.connect(self._show_given)
        paper.done_wanted.connect(self._done)
        self._on_sheet.addWidget(paper, 1)
        for widget in (*paper.tools, paper.pager):
            self._on_sheet.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        return paper

    def _show_given(self) -> None:
        if self.paper is not None:
            self.left_label.setText(self.paper.left_line)
            blank = not self.paper.given
            self.count_button.setText(_("Count a blank paper") if blank else _("Count the paper"))

    def _done(self) -> None:
        if self.paper is not None and self.paper.given:
            self._count()
        else:
            self.refused.emit(_("Nothing is given yet. “Count a blank paper” counts it so."))

    def _count(self) -> None:
        number, paper = self._number, self.paper
        if number is None or paper is None or self.poll is None:
            return
        marks = paper.marks
        said = _("Slip {number} is counted.", number=number_on_slip(self.poll.id, number))
        if self.attempt(lambda poll_id: enter_slip(self.database, poll_id, number, marks), said):
            self._leave()

    def _leave(self) -> None:
        self._show(None)
        begin_anew(self.number_edit)
        self.begin()
        self.left()

    def _dress(self) -> None:
        if self.paper is not None:
            self.paper.set_look(self._look())

    def _look(self) -> Look:
        palette = NIGHT if self.theme.dark else PAPER
        return Look(palette, _SCALE * self.theme.scale, round(32 * self.theme.scale))

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.leave_button)
        foot.addStretch(1)
        foot.addWidget(self.count_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.number_edit, self.whose_label, self.left_label):
            column.addWidget(widget)
        column.addWidget(self._sheet, 1)
        column.addLayout(foot)
        column.addStretch(0)
