"""Which agenda a session begins with: that of an earlier one, or a template."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox

from kdc_desktop.i18n import _
from kdc_desktop.services.sessions.own_templates import agenda_as_template, own_templates
from kdc_desktop.services.sessions.rows import SessionRow
from kdc_desktop.services.sessions.templates import Template, templates
from kdc_desktop.storage import Database


class AgendaChoice(QObject):
    """In a box: that of the earlier session first, then those of the club, then the ready ones.

    Whoever has chosen a template keeps it where another earlier session is chosen.
    """

    changed = Signal()

    def __init__(self, box: QComboBox, database: Database) -> None:
        super().__init__(box)
        self._box, self._database = box, database
        self._offered: list[Template] = []
        self._others = [*own_templates(database), *templates()]
        box.currentIndexChanged.connect(lambda _at: self.changed.emit())

    def offer(self, like: SessionRow) -> None:
        """Offer the agenda of this session, and the templates."""
        before, said = max(0, self._box.currentIndex()), self._box.blockSignals(True)
        self._offered = [agenda_as_template(self._database, like.id, like.title), *self._others]
        self._box.clear()
        self._box.addItem(_("That of this session"))
        self._box.addItems([str(one.name) for one in self._others])
        self._box.setCurrentIndex(before)
        self._box.blockSignals(said)

    @property
    def chosen(self) -> Template:
        """The one that is chosen."""
        return self._offered[max(0, self._box.currentIndex())]
