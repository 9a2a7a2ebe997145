"""Signs of life of a consortium: one line each, the last one first."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kdc_desktop.domain.kit.lengths import LINE
from kdc_desktop.domain.visions.reservation_steps import day_of_history
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, spoken
from kdc_desktop.screens.kit.dates import DateLine
from kdc_desktop.screens.kit.fields import begin_anew, prompt
from kdc_desktop.screens.kit.limits import tell_when_cut
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.unkept import ask_when_half_typed
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.visions.narrow import fit_row
from kdc_desktop.screens.visions.section import Section, dressed, offer_buttons, row_of
from kdc_desktop.services.consortia.signs import SignRow
from kdc_desktop.services.visions.letting_go import LifeOfConsortium


class SignsList(QWidget):
    """What was heard, and a line for the next one.

    `sign_wanted` carries the line, who says it and the day on which it was heard; `problem` says
    that this is none. `remove_wanted` carries the id of a sign.
    """

    sign_wanted = Signal(str, str, object)
    problem = Signal(str)
    remove_wanted = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: int | None = None
        self._today = date.min
        self._signs = Section(_("Signs of life"), self)
        self._nothing = plain_label(
            _("Nothing has been heard of it yet."), "muted", self, wrap=True
        )
        self.text_edit, self.said_edit = QLineEdit(self), QLineEdit(self)
        self.day_edit = DateLine(self)
        self.button = QPushButton(_("Add"), self)
        self._dress()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(8)
        for part, stretch in (
            (self.text_edit, 3),
            (self.said_edit, 1),
            (self.day_edit, 1),
            (self.button, 0),
        ):
            self._row.addWidget(part, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._signs)
        column.addWidget(self._nothing)
        column.addLayout(self._row)

    def _dress(self) -> None:
        dressed(self.text_edit, "sign_edit", _("How the consortium does, in one line"))
        dressed(self.said_edit, "sign_said_edit", _("Who told"))
        dressed(self.day_edit, "sign_day_edit", _("When it was heard"))
        self.day_edit.problem.connect(self._tell)
        self.day_edit.returnPressed.connect(self._want)
        dressed(self.button, "sign_button", _("Add the sign of life"))
        prompt(self.text_edit, _("How do they do? One line."))
        prompt(self.said_edit, _("Who told"))
        for line in (self.text_edit, self.said_edit):
            line.setMaxLength(LINE)
            tell_when_cut(line)
            ask_when_half_typed(line)
            line.returnPressed.connect(self._want)
        self.button.clicked.connect(self._want)

    def show_life(self, life: LifeOfConsortium) -> None:
        """Show what was heard of this consortium; what was typed for another is not for it."""
        if self._today != life.today:
            self._today = life.today
            self.day_edit.begin(life.today, life.today)
            fit_row(self._row, self.width())
        if self._shown != life.consortium_id:
            self._shown = life.consortium_id
            self.begin_the_next()
        key = life.consortium_id, life.signs, life.today
        self._signs.fill(key, lambda: [self._line(row, life) for row in life.signs])
        self._nothing.setVisible(not life.signs)

    def begin_the_next(self) -> None:
        """What was typed is kept: the lines are for the next one."""
        begin_anew(self.text_edit)
        begin_anew(self.said_edit)
        self.day_edit.begin(self._today, self._today)

    def _line(self, row: SignRow, life: LifeOfConsortium) -> QWidget:
        place = QWidget(self)
        words = QWidget(place)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(plain_label(row.text, "", words, wrap=True))
        day = _("today") if row.day == life.today else day_of_history(row.day, life.today)
        about = _("{day}, told by {name}", day=day, name=row.said_by) if row.said_by else day
        column.addWidget(plain_label(about, "small", words, wrap=True))
        remove = QPushButton(place)
        remove.setObjectName(f"remove_sign_{row.id}")
        remove.setIcon(self._theme.icon("x", "muted"))
        remove.setProperty("kind", "link")
        remove.setToolTip(_("Remove the sign of life"))
        remove.setAccessibleName(_("Remove: {what}", what=row.text))
        once(remove)  # the next one moves up under the mouse
        remove.clicked.connect(lambda: self.remove_wanted.emit(row.id))
        line = row_of(words, remove)
        line.setAlignment(remove, Qt.AlignmentFlag.AlignTop)
        place.setLayout(line)
        place.setAccessibleName(spoken((row.text, about)))
        offer_buttons(place, row.text)
        return place

    def _tell(self, sentence: str) -> None:
        if sentence:
            self.problem.emit(sentence)

    def _want(self) -> None:
        try:
            day = self.day_edit.day
        except UserError as error:
            self.problem.emit(str(error))
            return
        self.sign_wanted.emit(self.text_edit.text(), self.said_edit.text(), day)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fit_row(self._row, event.size().width())
