"""The line above the map: whether the members are being asked, and what comes next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.flow import FlowLayout
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.turning_row import TurningRow
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.visions.asking_words import asking_words
from kdc_desktop.services.visions.rows import VersionRow, VisionPage


class AskingBar(QWidget):
    """Offers to ask, to reveal or to call off, whichever is next; a call can always be noted."""

    ask_wanted = Signal()
    reveal_wanted = Signal()
    call_off_wanted = Signal()
    call_wanted = Signal()
    kiosk_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("asking_bar")
        self._asks = True
        self.state = plain_label("", "muted", self, wrap=True)
        self.state.setObjectName("asking_label")
        buttons = QWidget(self)
        self.next_button = QPushButton(buttons)
        self.next_button.setObjectName("asking_button")
        self.next_button.setProperty("kind", "primary")
        once(self.next_button)
        self.next_button.clicked.connect(self._go_on)
        self.call_off_button = QPushButton(_("Call off"), buttons)
        self.call_off_button.setObjectName("call_off_button")
        self.call_off_button.clicked.connect(self.call_off_wanted)
        self.call_button = QPushButton(_("Note a call"), buttons)
        self.call_button.setObjectName("note_a_call_button")
        self.call_button.clicked.connect(self.call_wanted)
        self.kiosk_button = QPushButton(_("Start the kiosk"), buttons)
        self.kiosk_button.setObjectName("asking_kiosk_button")
        self.kiosk_button.clicked.connect(self.kiosk_wanted)
        row = FlowLayout(buttons, 8, one_line=True)
        for button in (
            self.next_button,
            self.kiosk_button,
            self.call_off_button,
            self.call_button,
        ):
            row.addWidget(button)
        TurningRow(self, self.state, buttons)

    def show_page(
        self, page: VisionPage, *, writing: bool, looked_at: VersionRow | None = None
    ) -> None:
        """Say how far the latest version of this page is, or how the asking about an earlier one
        that is looked at has ended; away while the next one is written."""
        latest = page.latest
        self.setVisible(latest is not None and bool(page.members) and not writing)
        if latest is None:
            return
        asking = page.asking
        self._asks = asking is None
        ended = asking is None and looked_at is not None and page.last_asking(looked_at.id)
        told = looked_at if ended and looked_at is not None else latest
        self.state.setText(asking_words(page, told))
        if asking is not None:
            words = _("Reveal")
        else:
            words = _("Ask again") if page.last_asking(latest.id) else _("Ask")
        self.next_button.setText(words)
        self.kiosk_button.setVisible(asking is not None)
        self.call_off_button.setVisible(asking is not None and not page.is_answered(latest.id))

    def _go_on(self) -> None:
        (self.ask_wanted if self._asks else self.reveal_wanted).emit()
