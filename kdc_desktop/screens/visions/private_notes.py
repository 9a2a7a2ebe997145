"""What only the facilitator should see, and whether anybody else may be looking."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from kdc_desktop.audience.displays import room_may_see
from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.domain.visions.states import Engagement
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.visions.view import VisionView
from kdc_desktop.screens.visions.vision_reasons import no_consortium
from kdc_desktop.services.visions.estimates import (
    EstimateRow,
    estimates,
    forget_estimate,
    set_estimate,
)
from kdc_desktop.storage import Database

_KEPT, _HIDDEN = "window/private_notes", "hidden"


class PrivateNotes(QObject):
    """The estimates of the consortium that is looked at; `changed` tells to show them again.

    They are hidden while the room may see the display, and where `hides` says so.
    """

    changed = Signal()

    def __init__(self, screen: Screen, database: Database, view: VisionView) -> None:
        super().__init__(screen)
        self._screen, self._database, self._view = screen, database, view
        self._store: QSettings | None = None
        self._shared_screen: SharedScreen | None = None
        self._display: Callable[[], QScreen] = screen.screen
        self._hides = False
        self._rows: dict[int, EstimateRow] = {}

    def follow(
        self, store: QSettings, shared_screen: SharedScreen, display: Callable[[], QScreen]
    ) -> None:
        """Know from now on where the room looks, and what was chosen on this laptop."""
        self._store, self._shared_screen, self._display = store, shared_screen, display
        self._hides = store.value(_KEPT) == _HIDDEN
        shared_screen.visibility_changed.connect(self.changed)
        shared_screen.placing.moved.connect(self.changed)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._look_again)
            application.screenRemoved.connect(self._look_again)

    def add_actions(self) -> None:
        """Let the palette hide them, and show them again."""
        text, none = _("Hide your estimates, or show them"), partial(no_consortium, self._view)
        self._screen.act("hide_estimates", text, self._toggle, icon="eye-off", why_not=none)

    def _toggle(self) -> None:
        self.hides = not self.hides
        told = _("Your estimates are hidden."), _("Your estimates can be seen on this display.")
        self._screen.said.emit(told[0] if self.hides else told[1])

    def _look_again(self, _display: QScreen) -> None:
        self.changed.emit()

    @property
    def may_be_seen(self) -> bool:
        """Whether the room may be looking at the facilitator's display."""
        return room_may_see(self._display(), self._shared_screen)

    @property
    def hides(self) -> bool:
        """Whether somebody has chosen to hide them."""
        return self._hides

    @hides.setter
    def hides(self, hides: bool) -> None:
        self._hides = hides
        if self._store is not None:
            self._store.setValue(_KEPT, _HIDDEN if hides else "shown")
        self.changed.emit()

    def read(self) -> None:
        """Read what there is of the consortium that is looked at."""
        if self._store is not None:  # another screen may have been told meanwhile
            self._hides = self._store.value(_KEPT) == _HIDDEN
        self._rows = estimates(self._database, self._view.consortium_id)
        self.changed.emit()

    def of(self, member_id: int) -> EstimateRow | None:
        """What was thought last of a member."""
        return self._rows.get(member_id)

    def keep(self, member_id: int, now: Engagement, needed: Engagement) -> None:
        """Think this of a member from now on."""
        self._screen.attempt_here(set_estimate, self._database, member_id, now, needed)

    def forget(self, member_id: int) -> None:
        """Think nothing of a member."""
        self._screen.attempt_here(forget_estimate, self._database, member_id)
