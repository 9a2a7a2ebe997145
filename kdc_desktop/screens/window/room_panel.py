"""What the room sees now: a live thumbnail, and the switch Follow / Hold / Blank."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.audience.state import RoomMode, RoomView
from kdc_desktop.i18n import _, pgettext
from kdc_desktop.screens.kit.fields import begin_anew
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import Segmented, plain_label

INSPECTOR_WIDTH = 300
"""At 100 %; it grows with the text."""
SHARE = 0.28
"""More of the window it does not take from the screen beside it."""
MARGIN = 16

MODES = (RoomMode.FOLLOW, RoomMode.HOLD, RoomMode.BLANK)


class Thumbnail(QLabel):
    """The shared screen, small; a click opens it."""

    clicked = Signal()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.clicked.emit()


def end_kiosk_button(screen: SharedScreen, parent: QWidget) -> QPushButton:
    """A way out of the kiosk, which is there while one is open; it asks for no PIN."""
    button = QPushButton(_("End the kiosk"), parent)
    button.setToolTip("F9")
    button.clicked.connect(screen.leave_kiosk)
    button.setVisible(False)
    screen.kiosk_changed.connect(button.setVisible)
    return button


class RoomPanel(QWidget):
    """The top of the inspector; the thumbnail follows the shared screen within half a second."""

    open_wanted = Signal()
    message_wanted = Signal(str)

    def __init__(
        self, theme: Theme, room: RoomView, screen: SharedScreen, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._room, self._screen = theme, room, screen
        self._beside = 0
        self.thumbnail = Thumbnail(self)
        self.thumbnail.setObjectName("room_thumbnail")
        self.thumbnail.setCursor(Qt.CursorShape.PointingHandCursor)
        self.thumbnail.setToolTip(_("Open the shared screen (F11)"))
        self.thumbnail.clicked.connect(self.open_wanted)
        self.modes = Segmented(self, (_("Follow me"), pgettext("room", "Hold"), _("Blank")))
        self.modes.setObjectName("room_modes")
        self.modes.changed.connect(self.pick)
        room.mode_changed.connect(self._show_mode)
        self.message = QLineEdit(self)
        self.message.setObjectName("room_message")
        self.message.setAccessibleName(_("Message to the room"))
        self.message.setPlaceholderText(_("Message to the room"))
        self.message.setToolTip(_("Enter lays it over what the room sees; empty takes it away."))
        self.message.setClearButtonEnabled(True)
        self.message.setMaxLength(200)
        self.message.returnPressed.connect(self._say)
        self.message.textChanged.connect(self._take_away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(plain_label(_("The room sees"), "section", self))
        column.addWidget(self.thumbnail)
        column.addWidget(end_kiosk_button(screen, self))
        column.addWidget(self.modes)
        column.addWidget(self.message)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(120)
        self._soon.timeout.connect(self.redraw)
        screen.picture_changed.connect(self._redraw_soon)
        theme.changed.connect(self._redraw_soon)

    def showEvent(self, event: QShowEvent) -> None:
        self.redraw()
        super().showEvent(event)

    def _redraw_soon(self) -> None:
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def begin_message(self) -> None:
        """Be ready to type a message to the room."""
        self.message.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.message.selectAll()

    def _say(self) -> None:
        self.message_wanted.emit(self.message.text().strip())
        begin_anew(self.message, self.message.text())

    def _take_away(self, text: str) -> None:
        if not text:
            self.message_wanted.emit("")

    def pick(self, at: int) -> None:
        """Follow (0), hold (1) or blank (2)."""
        self._room.mode = MODES[at]

    def _show_mode(self, mode: RoomMode) -> None:
        self.modes.set_current(MODES.index(mode))

    def width_wanted(self) -> int:
        """How wide the inspector is: as its texts are large, and as the switch needs at least."""
        roomy = self._theme.px(INSPECTOR_WIDTH)
        if self._beside:
            roomy = min(roomy, max(INSPECTOR_WIDTH, round(SHARE * self._beside)))
        return max(roomy, self.modes.sizeHint().width() + 2 * MARGIN)

    def fit(self, window: int) -> None:
        """Leave to the screen beside it what it needs in a window of this width."""
        self._beside = window
        self._redraw_soon()

    def redraw(self) -> None:
        """Paint the thumbnail again."""
        width = self.width_wanted() - 2 * MARGIN
        size = QSize(width, round(width * 9 / 16))
        self.thumbnail.setPixmap(self._screen.picture(size, ratio=self.devicePixelRatioF()))
        self.thumbnail.setAccessibleName(self._screen.accessibleDescription())
