"""Asks what an organisation, or a department of one, would join."""

from PySide6.QtCore import QObject

from kdc_desktop.i18n import _
from kdc_desktop.screens.interests.organisation_dialog import OrganisationDialog
from kdc_desktop.screens.kit.half_typed import open_to_write
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.interests.rows import InterestRow
from kdc_desktop.storage import Database


class AskOrganisation(QObject):
    """Of one screen: an action for the palette and its key."""

    def __init__(self, screen: Screen, database: Database, session_id: int) -> None:
        super().__init__(screen)
        self._screen, self._place = screen, (database, session_id)
        screen.act(
            *("what_an_organisation_wants", _("What an organisation wants…"), self.ask),
            shortcut="Ctrl+Shift+O",
            icon="building-2",
        )

    def ask(self, known: InterestRow | None = None) -> OrganisationDialog:
        """Ask, with what is known already of one of them."""
        dialog = OrganisationDialog(*self._place, known, self._screen)
        open_to_write(dialog)
        return dialog
