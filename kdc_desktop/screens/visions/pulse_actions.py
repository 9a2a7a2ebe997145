"""Take the pulse of the consortium that is looked at, at the kiosk, and reveal it."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.visions.looks import Looks
from kdc_desktop.screens.visions.pulse_page import PulsePage
from kdc_desktop.screens.visions.verbs import VisionVerbs
from kdc_desktop.screens.visions.view import UnderVision, VisionView
from kdc_desktop.screens.visions.vision_reasons import no_consortium
from kdc_desktop.services.visions import pulses
from kdc_desktop.storage import Database


class PulseActions(QObject):
    """Does what the page of the pulse wants; `kiosk_wanted` carries the pulse to be answered."""

    kiosk_wanted = Signal(int)

    def __init__(
        self,
        screen: Screen,
        database: Database,
        view: VisionView,
        verbs: VisionVerbs,
        page: PulsePage,
        looks: Looks,
    ) -> None:
        super().__init__(screen)
        self._screen, self._database, self._view, self._verbs = screen, database, view, verbs
        self.page, self._looks = page, looks
        self._running: int | None = None
        page.take_wanted.connect(self.take)
        page.reveal_wanted.connect(self.reveal)
        page.call_off_wanted.connect(self.call_off)
        page.kiosk_wanted.connect(self.start_kiosk)

    def add_actions(self) -> None:
        """Let the palette and a key lead to the pulse."""
        none, text = partial(no_consortium, self._view), _("Pulse of the consortium")
        show = partial(self._looks.look_at, UnderVision.PULSE)
        self._screen.act("pulse_of_the_consortium", text, show, shortcut="U", why_not=none)

    def show(self) -> None:
        """Read the pulses again while they are looked at."""
        page = self._view.page
        if page is None or self._view.look is not UnderVision.PULSE:
            return
        rows = pulses.pulses(self._database, self._view.consortium_id)
        self._running = next((row.id for row in rows if row.is_open), None)
        self.page.show_pulses(rows, sum(member.is_asked for member in page.members))

    def take(self) -> None:
        """Ask the five questions, and let the members answer at the kiosk."""
        of = (self._view.consortium_id, self._verbs.live_session())
        if self._screen.attempt_here(pulses.open_pulse, self._database, *of) is not None:
            self._screen.said.emit(
                _("The pulse is being taken. Start the kiosk, and reveal it when all are in.")
            )

    def reveal(self) -> None:
        """Show what was answered."""
        if self._running is not None:
            self._screen.attempt_here(pulses.reveal_pulse, self._database, self._running)

    def call_off(self) -> None:
        """Nobody is asked any more."""
        if self._running is not None:
            self._screen.attempt_here(pulses.call_off_pulse, self._database, self._running)

    def start_kiosk(self) -> None:
        """Let the members answer, one after the other."""
        if self._running is not None:
            self._screen.worked.emit()
            self.kiosk_wanted.emit(self._running)
