"""Keeps the two people apart that are selected in People."""

from PySide6.QtCore import QObject

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.people.apart_dialog import ApartDialog
from kdc_desktop.storage import Database


class KeepingApart(QObject):
    """`action` asks why, or lets them be together again, about two rows of `table`."""

    def __init__(self, screen: Screen, table: RowTable, database: Database) -> None:
        super().__init__(screen)
        self._screen, self._table, self._database = screen, table, database
        self.action = screen.act(
            *("keep_apart", _("Keep apart…"), self.begin),
            shortcut="Ctrl+Shift+K",
            icon="split",
            why_not=self._why_not,
        )

    def _why_not(self) -> str:
        if self._table.isVisible() and len(self._table.selected_rows()) == 2:
            return ""
        return _("Select two people first: click the second with Ctrl.")

    def begin(self) -> ApartDialog:
        """Ask about the two that are selected."""
        one, other = self._table.selected_rows()
        dialog = ApartDialog(self._database, one, other, self._screen)
        open_for_now(dialog)
        return dialog
