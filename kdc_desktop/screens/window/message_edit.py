"""The field of a message to the room, which never looks sent while it is not."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.fields import begin_anew, prompt
from kdc_desktop.screens.kit.limits import tell_when_cut
from kdc_desktop.screens.kit.line_buttons import offer_to_clear
from kdc_desktop.screens.kit.widgets import plain_label

MOST = 200


class MessageEdit(QLineEdit):
    """Enter says what was written, an empty field takes it away, Escape goes back to what is said.

    `said` carries the message, `not_sent` is a label that stands there while it is another one.
    """

    said = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._message = ""
        self.setObjectName("room_message")
        self.setAccessibleName(_("Message to the room"))
        hint = _("Enter lays it over what the room sees; empty takes it away.")
        prompt(self, _("Message to the room"), hint)
        offer_to_clear(self)
        self.setMaxLength(MOST)
        tell_when_cut(self)
        self.not_sent = plain_label(_("Not in the room yet: Enter shows it."), "small", parent)
        self.not_sent.setWordWrap(True)
        self.not_sent.setObjectName("message_not_sent")
        self.not_sent.hide()
        self.returnPressed.connect(self._say)
        self.textChanged.connect(self._follow)

    def go_on_like(self, other: "MessageEdit") -> None:
        """Be like that of another window, whose message lies over the room."""
        self._message = other._message
        self.setText(other.text())

    def forget(self) -> None:
        """What was said is gone from the room; a draft of another one stays."""
        gone, self._message = self._message, ""
        if self.text() == gone:
            begin_anew(self)
        self._follow(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text().strip() != self._message:
            self.selectAll()
            self.insert(self._message)  # Ctrl+Z brings the draft back
        else:
            super().keyPressEvent(event)

    def _say(self) -> None:
        self._message = self.text().strip()
        self.said.emit(self._message)
        begin_anew(self, self._message)
        self._follow(self._message)

    def _follow(self, text: str) -> None:
        if not text and self._message:
            self._message = ""
            self.said.emit("")
        self.not_sent.setVisible(text.strip() not in ("", self._message))
