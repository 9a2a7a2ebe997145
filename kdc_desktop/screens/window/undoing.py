"""Undo and redo in the window: what they would do is always written there, and offered once."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from kdc_desktop.domain.kit.actors import FACILITATOR
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text, _
from kdc_desktop.screens.kit.widgets import QuietLine
from kdc_desktop.screens.window.presence_bar import PresenceBar
from kdc_desktop.storage import Changes, Database


class Undoing(QObject):
    """Takes steps back and forth; `action` is kept worded after the next step back."""

    def __init__(
        self,
        database: Database,
        quiet: QuietLine,
        foot: PresenceBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database, self._quiet, self._foot = database, quiet, foot
        self.action: QAction | None = None

    def show(self, changes: Changes | None) -> None:
        """Word the next steps anew, and say what these changes have done where they are one's own.

        What others do is seen where it happens, and takes no line from what one did oneself.
        """
        undo, redo = self._database.next_steps()
        if self.action is not None:
            self.action.setEnabled(undo is not None)
            self.action.setText(_("Undo: {what}", what=undo.label) if undo else _("Undo"))
        self._foot.show_undo(None if undo is None else str(undo.label))
        if changes is not None and changes.actor == FACILITATOR:
            can_be = undo is not None and changes.entry_id == undo.entry_id
            self._quiet.say(str(changes.label), undo=can_be)
        elif changes is None and undo is None and redo is None:
            self._quiet.clear()

    def undo(self) -> None:
        """Take back the newest edit."""
        self._travel(self._database.undo, lambda what: _("Undone: {what}", what=what))

    def redo(self) -> None:
        """Do the last undone edit again."""
        self._travel(self._database.redo, lambda what: _("Done again: {what}", what=what))

    def _travel(self, step: Callable[[], Changes], told: Callable[[Text], str]) -> None:
        try:
            self._quiet.say(told(step().label))
        except UserError as error:
            self.show(None)  # the next one is another where this one is passed over
            self._quiet.warn(str(error))
