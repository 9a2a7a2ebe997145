"""Let people say at the kiosk what they would join."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.screen import Screen


class AtKiosk(QObject):
    """A button and a key; `wanted` tells that one of them was pressed."""

    wanted = Signal()

    def __init__(self, screen: Screen, column: QVBoxLayout, why_not: Callable[[], str]) -> None:
        super().__init__(screen)
        text, start = _("Let people answer in turn"), self.wanted.emit
        self._action = screen.act(
            "let_people_answer", text, start, shortcut="F9", icon="presentation", why_not=why_not
        )
        self.button = QPushButton(_("Start the kiosk"), screen)
        self.button.setObjectName("interests_kiosk_button")
        self.button.clicked.connect(self._action.trigger)
        column.addWidget(self.button)

    def show_kiosk(self, there: bool) -> None:
        """A kiosk has been opened, or has ended: its key ends it meanwhile."""
        self._action.setEnabled(not there)
        self.button.setEnabled(not there)
