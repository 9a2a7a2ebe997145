"""Under the statement: the map of positions, the readings, or what is to be done first."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.pages import CurrentPage
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import EmptyState
from kdc_desktop.screens.visions.choosers import PillRow
from kdc_desktop.screens.visions.inspector import InspectorPages
from kdc_desktop.screens.visions.ledger_page import LedgerPage
from kdc_desktop.screens.visions.life_page import LifePage
from kdc_desktop.screens.visions.matrix import BuyInMatrix
from kdc_desktop.screens.visions.painted_names import tell_what_is_cut
from kdc_desktop.screens.visions.pulse_page import PulsePage
from kdc_desktop.screens.visions.reader import VisionReader
from kdc_desktop.screens.visions.readings import ReadingsList
from kdc_desktop.screens.visions.stakes_page import StakesPage
from kdc_desktop.screens.visions.view import UnderVision, VisionView
from kdc_desktop.services.visions.rows import VisionPage


class VisionPages(QObject):
    """Drives the stack of pages; the map has its `levels` above it.

    `write_wanted` and `consortia_wanted` are its empty states'; `obstacles_wanted` asks for those
    of the whole club.
    """

    write_wanted = Signal()
    consortia_wanted = Signal()
    obstacles_wanted = Signal()

    def __init__(
        self, theme: Theme, stack: CurrentPage, reader: VisionReader, beside: InspectorPages
    ) -> None:
        super().__init__(stack)
        self._stack, self.beside = stack, beside
        self.matrix = BuyInMatrix(theme)
        self.readings = ReadingsList(theme, reader.versions_for)
        self.ledger = LedgerPage(theme, reader.ledger_now)
        self._empty = EmptyState(theme)
        self.pulse = PulsePage(theme)
        self.stakes, self.life = StakesPage(theme), LifePage(theme)
        tell_what_is_cut(self.matrix, self.stakes.table)
        self.levels = PillRow(theme)
        self._map = QWidget()
        column = QVBoxLayout(self._map)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.levels)
        column.addWidget(self.matrix, 1)
        more = (self.ledger, self.pulse, self.stakes, self.life, self._empty)
        self._obstacles = QWidget()
        for page in (self._map, self.readings, self._obstacles, *more):
            stack.addWidget(page)
        beside.addWidget(self.ledger.panel)

    def put_obstacles(self, part: QWidget) -> None:
        """Let this stand where one looks at what holds the consortium back."""
        column = QVBoxLayout(self._obstacles)
        column.setContentsMargins(0, 8, 8, 8)
        column.addWidget(part)
        column.addStretch(1)
        self._obstacles.setFocusProxy(part)

    def show(self, page: VisionPage, view: VisionView, *, writing: bool) -> QWidget | None:
        """Show what belongs under the statement; the widget that takes the keys, None: any."""
        version = view.version
        ledger = view.look is UnderVision.LEDGER and version is not None and bool(page.members)
        self.beside.setCurrentWidget(self.ledger.panel if ledger else self.beside.usual)
        alone = {UnderVision.LIFE: self.life, UnderVision.OBSTACLES: self._obstacles}
        if view.look in alone and not (writing and version is None):
            self._stack.setCurrentWidget(alone[view.look])
            return alone[view.look].focusProxy()
        if version is None:
            self._say_no_vision(writing=writing)
        elif not page.members:
            self._say_nobody()
        elif ledger:
            self.ledger.show_consortium(page.consortium_id)
            self._stack.setCurrentWidget(self.ledger)
            return self.ledger.view
        elif view.look is UnderVision.READINGS:
            self.readings.show_page(page, version)
            self._stack.setCurrentWidget(self.readings)
            return None
        elif view.look is UnderVision.STAKES:
            self._stack.setCurrentWidget(self.stakes)
            return self.stakes.table if page.stakes else self.stakes.text_edit
        elif view.look is UnderVision.PULSE:
            self._stack.setCurrentWidget(self.pulse)
            return self.pulse.next_button
        else:
            self._stack.setCurrentWidget(self._map)
            return self.matrix
        self._stack.setCurrentWidget(self._empty)
        return self._empty.button

    def _say_no_vision(self, *, writing: bool) -> None:
        if writing:
            self._empty.show_state("", "", "")
            return
        self._empty.show_state(
            "target",
            _("No vision yet"),
            _("Write one sentence that every member can share. Each then says where it stands."),
            _("Write version {number}", number=1),
            self.write_wanted.emit,
        )

    def _say_nobody(self) -> None:
        self._empty.show_state(
            "users",
            _("Nobody is in yet"),
            _("Give this consortium its members first; then each takes a position here."),
            _("Go to the consortia"),
            self.consortia_wanted.emit,
        )
