"""Where the inspector of the screen that is shown lies."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kdc_desktop.screens.kit.room_below import RoomBelow
from kdc_desktop.screens.window.room_panel import GAP


class _Inside(QWidget):
    """As high as the place at least, and what is left free below it."""

    free_below = 0

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        if self.free_below and (place := self.parentWidget()) is not None:
            least.setHeight(max(least.height(), place.height() + self.free_below))
        return least


class GuestPlace(QScrollArea):
    """Scrolls an inspector up and down; one endless word does not make it wider than it is.

    Each inspector stays here while others are shown: one that got another parent would be dressed
    anew, with everything in it, at each change of the screen.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.guest: QWidget | None = None
        self._inside = _Inside()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self._inside)
        self.below = RoomBelow(self, self._leave_free)

    def show_guest(self, guest: QWidget | None) -> None:
        """Show this inspector from now on, or none."""
        if self.guest is not None:
            self.guest.hide()
        self.guest = guest
        self.below.begin_anew()
        self.verticalScrollBar().setValue(0)
        if guest is not None:
            self.keep(guest)
            guest.show()
        else:
            self.verticalScrollBar().setRange(0, 0)

    def keep(self, guest: QWidget) -> None:
        """Have an inspector here without showing it."""
        if guest.parentWidget() is not self._inside:
            guest.hide()
            self._column.addWidget(guest)

    def give(self, guest: QWidget, parent: QWidget) -> None:
        """Let an inspector go to another parent."""
        if guest is self.guest:
            self.guest = None
        self._column.removeWidget(guest)
        guest.setParent(parent)

    def _leave_free(self, height: int) -> None:
        """Below the inspector, which stays as high as it is."""
        self._inside.free_below = height if self.guest is not None else 0
        self._column.setContentsMargins(0, 0, 0, self._inside.free_below)
        self._inside.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._inside.setMaximumWidth(self.viewport().width())
        self._inside.updateGeometry()
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, GAP)  # it scrolls before it pushes what the room sees together
