"""The way back to the facilitator's window, where the shared screen covers the one display."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from kdc_desktop.audience.kit.ink import NIGHT
from kdc_desktop.i18n import _

ABOVE = 8
GOES_AFTER = 4000
_SHEET = """
QPushButton {{
    background: {paper}; color: {muted}; border: 1px solid {muted}; border-radius: 10px;
    padding: 4px 16px; font-size: 14px;
}}
QPushButton:hover {{ color: {ink}; border-color: {ink}; }}
"""


class WayBack(QPushButton):
    """Lies at the top of the shared screen when that has come and while the mouse moves there:
    a room that sees the same display reads it no longer than that."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(_("Esc: back to your window"), over)
        self.setObjectName("way_back")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setStyleSheet(_SHEET.format(paper=NIGHT.paper, muted=NIGHT.muted, ink=NIGHT.ink))
        self.hide()
        self.rests = QTimer(self)
        self.rests.setSingleShot(True)
        self.rests.setInterval(GOES_AFTER)
        self.rests.timeout.connect(self._rest)
        over.setAttribute(Qt.WidgetAttribute.WA_Hover)
        over.installEventFilter(self)
        self._over, self._offered = over, False

    def offer(self, offered: bool) -> None:
        """Be there, or not."""
        self._offered = offered
        self.setVisible(offered)
        self.raise_()
        self._stand()
        self.rests.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._stand()
        elif event.type() == QEvent.Type.HoverMove and self._offered:
            self.offer(True)
        return super().eventFilter(watched, event)

    def _rest(self) -> None:
        if self.underMouse():
            self.rests.start()
        else:
            self.hide()

    def _stand(self) -> None:
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, ABOVE)
