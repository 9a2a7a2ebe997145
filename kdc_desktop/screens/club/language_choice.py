"""The part of the settings that chooses the language of this laptop."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from kdc_desktop import i18n
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.passing import DropDown
from kdc_desktop.settings import Settings


class LanguageChoice(QWidget):
    """Offers the languages there are, each by its own name, and nothing where that is one.

    What is shown already keeps its language; `again_wanted` asks for the club to be opened again,
    in the one that was chosen.
    """

    again_wanted = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.title = QLabel(_("Language"), self)
        self.title.setProperty("role", "section")
        self.title.setContentsMargins(0, 8, 0, 0)
        self.combo = DropDown(self)
        self.combo.setObjectName("language_combo")
        self.combo.setAccessibleName(_("Language"))
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.note.setProperty("role", "muted")
        self.again_button = QPushButton(_("Open the club again now"), self)
        self.again_button.setObjectName("again_button")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.title, self.combo, self.note, self.again_button):
            column.addWidget(widget)
        self._names = i18n.languages()
        if settings.language == i18n.PSEUDO:
            self._names[i18n.PSEUDO] = i18n.pseudo_language()
        for code, name in self._names.items():
            self.combo.addItem(name, code)
        self.combo.activated.connect(self._choose)
        self.again_button.clicked.connect(self.again_wanted)
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen, and whether it is spoken yet."""
        chosen = self._settings.language
        self.setVisible(len(self._names) > 1)
        self.combo.setCurrentIndex(max(0, self.combo.findData(chosen)))
        name = self._names.get(chosen, self._names[i18n.ENGLISH])
        self.note.setText(_("The program speaks {language} once a club is opened.", language=name))
        for widget in (self.note, self.again_button):
            widget.setVisible(chosen in self._names and chosen != i18n.current())

    def _choose(self, at: int) -> None:
        self._settings.language = self.combo.itemData(at)
        self.refresh()
