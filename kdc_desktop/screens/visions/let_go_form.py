"""Before a consortium is let go: what it has, who says so, and when the club looks again."""

from datetime import timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.domain.kit.lengths import LINE, TEXT
from kdc_desktop.domain.visions.letting_go import CheckRow, LetGoCheck
from kdc_desktop.i18n import _, spoken
from kdc_desktop.screens.consortia.club_words import look_again_days
from kdc_desktop.screens.kit.captions import wrap_caption
from kdc_desktop.screens.kit.fields import begin_anew, choose, prompt
from kdc_desktop.screens.kit.limits import tell_when_cut
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.passing import DropDown
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.unkept import ask_when_half_typed
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.visions.section import Section, caption, dressed
from kdc_desktop.services.visions.letting_go import LifeOfConsortium

ICON = 18
IN_A_QUARTER = 13
"""In so many weeks the club looks again, unless another day is chosen."""


class CheckLine(QWidget):
    """A sign and a sentence: what is there, or what to do about it."""

    def __init__(self, theme: Theme, row: CheckRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"check_{row.check}")
        sign, side = QLabel(self), theme.px(ICON)
        icon = theme.icon("check", "good") if row.done else theme.icon("triangle-alert", "warning")
        sign.setPixmap(icon.pixmap(QSize(side, side)))
        sign.setAccessibleName(_("There") if row.done else _("Missing"))
        self.setAccessibleName(spoken((sign.accessibleName(), str(row.text))))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(plain_label(str(row.text), "", self, wrap=True), 1)


class LetGoForm(QWidget):
    """The checklist and the fields; a missing thing is said and keeps nobody.

    `let_go_wanted` carries who says so, what there is to note, and the day to look again or None.
    """

    let_go_wanted = Signal(str, str, object)
    contacts_wanted = Signal(bool, str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: int | None = None
        self._checks = Section(_("Before it is let go"), self)
        self.contacts = QCheckBox(_("The members have each other's contacts"), self)
        self.contacts_told = plain_label("", "small", self, wrap=True)
        self.said_edit, self.note_edit = QLineEdit(self), QLineEdit(self)
        self.again_combo = DropDown(self)
        self.button = QPushButton(self)
        self._dress()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        contacts = self.contacts, self.contacts_told
        for part in (self._checks, *contacts, self.said_edit, self.note_edit):
            column.addWidget(part)
        column.addWidget(caption(_("When the club looks again"), self))
        column.addWidget(self.again_combo)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def _dress(self) -> None:
        dressed(self.contacts, "contacts_check", "")
        dressed(self.said_edit, "let_go_said_edit", _("Who says so"))
        dressed(self.note_edit, "let_go_note_edit", _("What there is to note"))
        dressed(self.again_combo, "let_go_again_combo", _("When the club looks again"))
        dressed(self.button, "let_go_button", "")
        prompt(self.said_edit, _("Who says so"))
        prompt(self.note_edit, _("What there is to note (optional)"))
        self.said_edit.setMaxLength(LINE)
        self.note_edit.setMaxLength(TEXT)
        for line in (self.said_edit, self.note_edit):
            tell_when_cut(line)
            ask_when_half_typed(line)
        self.button.setProperty("kind", "primary")
        once(self.button)
        self.contacts.clicked.connect(self._share_contacts)
        self.said_edit.returnPressed.connect(self.note_edit.setFocus)
        self.note_edit.returnPressed.connect(self.button.setFocus)
        self.button.clicked.connect(self._let_go)

    def show_life(self, life: LifeOfConsortium) -> None:
        """Show what this consortium has; what was typed for another is not for this one."""
        rows = [row for row in life.checks if row.check is not LetGoCheck.CONTACTS]
        key = rows, self._theme.dark, self._theme.px(ICON)
        self._checks.fill(key, lambda: [CheckLine(self._theme, row, self) for row in rows])
        contacts = life.checks[-1]
        self.contacts.setChecked(contacts.done)
        self.contacts_told.setText(str(contacts.text))
        ready = all(row.done for row in life.checks)
        self.button.setText(_("Let it go") if ready else _("Let it go all the same"))
        if self._shown != life.consortium_id:
            self._shown = life.consortium_id
            begin_anew(self.said_edit)
            begin_anew(self.note_edit)
            self.again_combo.clear()
            for text, day in look_again_days(life.look_again_on, life.today):
                self.again_combo.addItem(text, day)
            soon = life.look_again_on or life.today + timedelta(weeks=IN_A_QUARTER)
            choose(self.again_combo, soon)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for button in (self.contacts, self.button):
            wrap_caption(button, self.width())
        super().resizeEvent(event)

    def _share_contacts(self, shared: bool) -> None:
        """Who is noted below as who says so has said this as well."""
        self.contacts_wanted.emit(shared, self.said_edit.text())

    def _let_go(self) -> None:
        said, note = self.said_edit.text(), self.note_edit.text()
        self.let_go_wanted.emit(said, note, self.again_combo.currentData())
