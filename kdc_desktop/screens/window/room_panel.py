"""What the room sees now: a live thumbnail, the switch Follow / Hold / Blank, and Show this."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.audience.state import RoomMode, RoomView
from kdc_desktop.i18n import _, pgettext
from kdc_desktop.screens.kit.captions import wrap_caption
from kdc_desktop.screens.kit.flow import FlowLayout
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.open_papers import end_kiosk
from kdc_desktop.screens.kit.segmented import Segmented
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.window.message_edit import MessageEdit

INSPECTOR_WIDTH = 300
"""At 100 %; it grows with the text."""
SHARE = 0.28
"""More of the window it does not take from the screen beside it."""
MOST = 0.33
"""So much of it at most, to have the switch on one line."""
HIGHEST = 0.62
"""More of the inspector's height it does not take from what lies below it."""
SMALLEST = 80
"""Less wide a thumbnail says nothing, and goes."""
MARGIN, GAP = 16, 8

MODES = (RoomMode.FOLLOW, RoomMode.HOLD, RoomMode.BLANK)


class RoomState(NamedTuple):
    """What the room sees, in words, and what can be shown to it.

    `is_seen`: the shared screen is open, so that there is a room that sees.
    """

    is_seen: bool = False
    caption: str = ""
    can_show: bool = False
    can_go_back: bool = False


class Thumbnail(QLabel):
    """The shared screen, small; a click opens it."""

    clicked = Signal()

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)  # its picture gives way before the window grows

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.clicked.emit()


def end_kiosk_button(screen: SharedScreen, parent: QWidget) -> QPushButton:
    """A way out of the kiosk, which is there while one is open; it asks for no PIN."""
    button = QPushButton(_("End the kiosk"), parent)
    button.setToolTip("F9")
    button.clicked.connect(lambda _on: end_kiosk(screen, parent))
    button.setVisible(False)
    screen.kiosk_changed.connect(button.setVisible)
    return button


class RoomPanel(QWidget):
    """The top of the inspector; the thumbnail follows the shared screen within half a second."""

    open_wanted = Signal()
    picked = Signal(int)
    show_wanted = Signal()
    back_wanted = Signal()
    message_wanted = Signal(str)

    def __init__(
        self, theme: Theme, room: RoomView, screen: SharedScreen, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._room, self._screen = theme, room, screen
        self._beside = self._height = 0
        self.ask: Callable[[], RoomState] = RoomState
        self.thumbnail = Thumbnail(self)
        self.thumbnail.setObjectName("room_thumbnail")
        self.thumbnail.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.thumbnail.setCursor(Qt.CursorShape.PointingHandCursor)
        self.thumbnail.setToolTip(_("Bring the shared screen to the front"))
        self.thumbnail.clicked.connect(self.open_wanted)
        self.head = plain_label("", "section", self)
        self.caption = plain_label("", "small", self, wrap=True)
        self.caption.setObjectName("room_caption")
        texts = (pgettext("room", "Follow"), pgettext("room", "Hold"), _("Blank"))
        self.modes = Segmented(self, texts)
        self.modes.setObjectName("room_modes")
        self.modes.changed.connect(self.picked)
        self._make_buttons()
        self._make_message()
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(120)
        self._soon.timeout.connect(self.redraw)
        screen.picture_changed.connect(self.redraw_soon)
        theme.changed.connect(self.redraw_soon)

    def _make_buttons(self) -> None:
        self.buttons = QWidget(self)
        self.show_button = QPushButton(_("Show this"), self.buttons)
        self.show_button.setObjectName("show_this")
        self.show_button.setToolTip(_("Show the room what is on your screen (F5)"))
        self.show_button.clicked.connect(self.show_wanted)
        self.back_button = QPushButton(_("Back to the stage"), self.buttons)
        self.back_button.setObjectName("back_to_the_stage")
        self.back_button.setToolTip(_("Show the room the stage that runs again (F6)"))
        self.back_button.clicked.connect(self.back_wanted)
        once(self.show_button, self.back_button)
        flow = FlowLayout(self.buttons)
        for button in (self.show_button, self.back_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys on the screen
            flow.addWidget(button)

    def _make_message(self) -> None:
        self.message = MessageEdit(self)
        self.message.said.connect(self.message_wanted)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        parts = (
            self.head,
            self.thumbnail,
            self.caption,
            end_kiosk_button(self._screen, self),
            self.modes,
            self.buttons,
            self.message,
            self.message.not_sent,
        )
        for part in parts:
            column.addWidget(part)

    def showEvent(self, event: QShowEvent) -> None:
        self.redraw()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button in (self.show_button, self.back_button):
            wrap_caption(button, self.width())

    def redraw_soon(self) -> None:
        """Paint the thumbnail again, and say what it shows, in a moment."""
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def begin_message(self) -> None:
        """Be ready to type a message to the room."""
        self.message.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.message.selectAll()

    def show_state(self) -> None:
        """Say what the room sees now, and offer what can be done about it."""
        state = self.ask()
        self.head.setText(_("The room sees") if state.is_seen else _("The room would see"))
        self.caption.setText(state.caption)
        follows_not = self._room.mode is RoomMode.FOLLOW and state.can_go_back
        self.modes.set_current(-1 if follows_not else MODES.index(self._room.mode))
        self.show_button.setEnabled(state.can_show)
        self.back_button.setVisible(state.can_go_back)

    def width_wanted(self) -> int:
        """How wide the inspector is: as its texts are large, as far as the window has room."""
        roomy = self._theme.px(INSPECTOR_WIDTH)
        if self._beside:
            roomy = min(roomy, max(INSPECTOR_WIDTH, round(SHARE * self._beside)))
        switch = self.modes.sizeHint().width() + 2 * MARGIN
        if self._beside:
            switch = min(switch, round(MOST * self._beside))
        return max(roomy, switch, self.modes.minimumSizeHint().width() + 2 * MARGIN)

    def fit(self, window: int, height: int) -> None:
        """Leave enough of the window's width to the screen, and of this height to what is below."""
        self._beside, self._height = window, round(HIGHEST * height)
        self.redraw_soon()

    def _left(self) -> int:
        """How high the thumbnail may be."""
        others = [one for one in self.children() if isinstance(one, QWidget)]
        others.remove(self.thumbnail)
        heights = [one.sizeHint().height() + GAP for one in others if not one.isHidden()]
        return self._height - sum(heights)

    def redraw(self) -> None:
        """Paint the thumbnail again."""
        self.show_state()
        width = self.width_wanted() - 2 * MARGIN
        if self._height:
            width = min(width, round(self._left() * 16 / 9))
        self.thumbnail.setVisible(width >= SMALLEST)
        width = max(SMALLEST, width)
        size = QSize(width, round(width * 9 / 16))
        self.thumbnail.setPixmap(self._screen.picture(size, ratio=self.devicePixelRatioF()))
        self.thumbnail.setAccessibleName(self._screen.accessibleDescription())
