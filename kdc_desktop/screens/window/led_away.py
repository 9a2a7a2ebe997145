"""The way back to the screen that one was led away from, by what was done there or by an undo."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.plain import plain_caption, set_tip
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.theme import Theme

LONGEST = 60
"""Letters that fit into a small window at every size of the text; all of it stands in the tip."""


class Origin(NamedTuple):
    """The area and the screen in it that one was led away from, and what that is called.

    `aside` is its key where it lay over what is looked at, and `looked_at` what that was.
    """

    area: str
    screen: Screen
    aside: str
    name: str
    looked_at: tuple[int, int | None, bool] | None


class LedAway(QWidget):
    """Stands above a screen that one was led to, and names the one before; `origin` is that.

    Whoever goes somewhere by the rail, the strip or a key was not led, and it is not there. It goes
    when something else of the session is looked at, which is what it would lead to.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.origin: Origin | None = None
        self.button = QPushButton(self)
        self.button.setObjectName("back_link")
        self.button.setProperty("kind", "link")
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        once(self.button)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 0)
        row.addWidget(self.button)
        row.addStretch(1)
        self.hide()

    def offer(self, origin: Origin, screen: Screen) -> None:
        """Lead back there from this screen, unless it is the one that one was led away from."""
        if origin.screen is screen:
            return
        self.origin = origin
        text = _("Back to {screen}", screen=origin.name)
        self.button.setText(plain_caption(text, LONGEST))
        self.button.setIcon(QIcon(self._theme.icon("arrow-left")))
        self.button.setAccessibleName(text)
        set_tip(self.button, _("{action} ({keys})", action=text, keys="Alt+Left"))
        self.show()

    def stay_at(self, looked_at: tuple[int, int | None, bool] | None) -> None:
        """This is looked at, and the way back is no more to what was."""
        if self.origin is not None and self.origin.looked_at != looked_at:
            self.forget()

    def forget(self) -> None:
        """Nobody was led here."""
        if self.origin is not None:
            self.origin = None
            self.hide()
