"""How a session is started: planned anew, or begun from last time."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.half_typed import open_to_write
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.storage import Database

if TYPE_CHECKING:
    from kdc_desktop.screens.sessions.begin_dialog import BeginDialog
    from kdc_desktop.screens.sessions.new_session_dialog import NewSessionDialog
    from kdc_desktop.services.sessions.beginning import BeginningJoins


class Starting(QObject):
    """Asks over a screen what is needed; `started` carries the session that there is then."""

    started = Signal(int)

    def __init__(
        self, screen: Screen, database: Database, beginning: "Callable[[], BeginningJoins]"
    ) -> None:
        super().__init__(screen)
        self._screen, self._database, self._beginning = screen, database, beginning

    def add_actions(self, why_not: Callable[[], str]) -> None:
        """Have the screen offer both, and the goal of the programme; `why_not` there is none yet
        to begin from."""
        text, act = _("New session"), self._screen.act
        self.new = act("new_session", text, self.plan, shortcut="Ctrl+N", icon="plus")
        text, keys = _("Begin from last time"), "Ctrl+Shift+N"
        name, slot = "begin_from_last_time", self.begin
        self.from_last = act(name, text, slot, shortcut=keys, icon="history", why_not=why_not)
        act("set_programme", _("Goal of the programme"), self._set_programme, icon="target")

    def plan(self) -> None:
        """Ask for a new session and open it."""
        from kdc_desktop.screens.sessions.new_session_dialog import NewSessionDialog

        self._ask(NewSessionDialog(self._database, self._screen))

    def begin(self) -> None:
        """Ask for a session like the last one, with what that has left open, and open it."""
        from kdc_desktop.screens.sessions.begin_dialog import BeginDialog

        self._ask(BeginDialog(self._database, self._beginning(), self._screen))

    def _ask(self, dialog: "BeginDialog | NewSessionDialog") -> None:
        dialog.accepted.connect(lambda: self._tell(dialog))
        open_to_write(dialog)

    def _tell(self, dialog: "BeginDialog | NewSessionDialog") -> None:
        if dialog.session_id is not None:
            self.started.emit(dialog.session_id)

    def _set_programme(self) -> None:
        from kdc_desktop.screens.sessions.programme_dialog import edit_programme

        edit_programme(self._database, self._screen)
