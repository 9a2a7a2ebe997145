"""Where the kiosk stands where there are two displays: with the facilitator, or before the room."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from kdc_desktop.audience.displays import audience_display
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.i18n import _
from kdc_desktop.settings import Settings


class KioskPlace(QObject):
    """Keeps on this laptop what was chosen last; `changed` tells that displays came or went."""

    changed = Signal()

    def __init__(self, settings: Settings, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._settings, self._window = settings, window
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        later = Qt.ConnectionType.QueuedConnection
        for came_or_went in (application.screenAdded, application.screenRemoved):
            came_or_went.connect(self.changed, later)

    @property
    def can_be_chosen(self) -> bool:
        """Whether there are two displays to choose from."""
        return audience_display(self._window.screen()) is not None

    @property
    def is_before_the_room(self) -> bool:
        """Whether the shared screen was chosen."""
        return self._settings.kiosk_for_the_room

    @is_before_the_room.setter
    def is_before_the_room(self, chosen: bool) -> None:
        self._settings.kiosk_for_the_room = chosen

    def warning(self, secrecy: Secrecy) -> str:
        """What the room would see of each paper; nothing where the kiosk is on this laptop."""
        if not (self.can_be_chosen and self.is_before_the_room):
            return ""
        if secrecy == Secrecy.NAMED:
            return _("On the shared screen everybody in front of it sees each paper.")
        return _(
            "On the shared screen everybody in front of it sees each paper, and this vote promises "
            "that nobody does. Choose it only for a screen that nobody but the voter sees."
        )
