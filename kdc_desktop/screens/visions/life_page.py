"""The page on which a consortium is let go, and on which it is heard of afterwards."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kdc_desktop.domain.consortia.steps import STATE_ENTRIES
from kdc_desktop.i18n import _, date_text, sentences
from kdc_desktop.screens.consortia.club_words import look_again_days
from kdc_desktop.screens.kit.captions import wrap_caption
from kdc_desktop.screens.kit.fields import choose
from kdc_desktop.screens.kit.passing import DropDown
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.visions.let_go_form import LetGoForm
from kdc_desktop.screens.visions.section import caption, dressed
from kdc_desktop.screens.visions.signs_list import SignsList
from kdc_desktop.services.visions.letting_go import LifeOfConsortium

_RIGHT = 8  # pixels, beside a bar that scrolls


class LifePage(QWidget):
    """Its `form` before it is let go, then how far it is, and always its `signs`.

    `again_wanted` carries the day to look again, or None; `charter_wanted` asks for what is handed
    over.
    """

    again_wanted = Signal(object)
    charter_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("life_page")
        self.form, self.signs = LetGoForm(theme, self), SignsList(theme, self)
        self._told = QWidget(self)
        self.state = plain_label("", "sessionname", self._told, wrap=True)
        self.about = plain_label("", "", self._told, wrap=True)
        self.again_combo = DropDown(self._told)
        self.charter_button = QPushButton(_("Write the charter to hand over…"), self._told)
        dressed(self.state, "life_state_label", "")
        dressed(self.about, "life_about_label", "")
        dressed(self.again_combo, "look_again_combo", _("When the club looks again"))
        dressed(self.charter_button, "hand_over_button", "")
        as_wide = QComboBox.SizeAdjustPolicy.AdjustToContents  # as what it offers
        self.again_combo.setSizeAdjustPolicy(as_wide)
        self.again_combo.activated.connect(self._want_again)
        self.charter_button.clicked.connect(self.charter_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        told = QVBoxLayout(self._told)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(8)
        told.addWidget(self.state)
        told.addWidget(self.about)
        told.addWidget(caption(_("When the club looks again"), self._told))
        told.addWidget(self.again_combo, 0, Qt.AlignmentFlag.AlignLeft)
        told.addWidget(self.charter_button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, _RIGHT, 8)
        column.setSpacing(16)
        column.addWidget(self.form)
        column.addWidget(self._told)
        column.addWidget(self.signs)
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wrap_caption(self.charter_button, self.contentsRect().width() - _RIGHT)

    def show_life(self, life: LifeOfConsortium) -> None:
        """Show what can be done now with this consortium."""
        self._life = life
        self.form.setVisible(not life.is_let_go or self._is_written_in())
        self._told.setVisible(life.is_let_go or life.is_over)
        self.form.show_life(life)
        self.signs.show_life(life)
        day = date_text(life.since)
        said_by = life.state.said_by
        entry = str(STATE_ENTRIES[life.state.state])
        self.state.setText(_("{state} since {day}", state=entry, day=day))
        by = _("Said by {person}.", person=said_by) if said_by else ""
        due = _("The day to look again has come.") if life.is_looked_at_today else ""
        about = sentences(filter(None, (by, life.state.note, due)))
        self.about.setText(about)
        self.about.setVisible(bool(about))
        self.again_combo.clear()
        for text, on in look_again_days(life.look_again_on, life.today):
            self.again_combo.addItem(text, on)
        choose(self.again_combo, life.look_again_on)
        self.setFocusProxy(self.signs.text_edit if life.is_let_go else self.form.said_edit)

    def _is_written_in(self) -> bool:
        """What somebody else has let go takes no line away from whoever writes in it."""
        keys = QApplication.focusWidget()
        return isinstance(keys, QLineEdit) and self.form.isAncestorOf(keys)

    def _want_again(self) -> None:
        self.again_wanted.emit(self.again_combo.currentData())
