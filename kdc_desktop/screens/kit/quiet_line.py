"""The quiet line: what was done, what has to be mended, or what is still to come."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kdc_desktop.audience.kit.speaking import speak
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.segmented import restyle
from kdc_desktop.screens.kit.widgets import plain_label

if TYPE_CHECKING:
    from kdc_desktop.screens.kit.file_links import FileLinks


class QuietLine(QFrame):
    """One line about what was just done, with Undo; or about what has to be mended.

    A click on it puts it away, as it lies over something; a file that it offers stays. Or about
    what is still to come: it is said until it is let go, and can be called off. `told`
    carries what a job has written, to whoever knows whether that can be undone.
    """

    undo_wanted = Signal()
    called_off = Signal()
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "quiet")
        self._text = plain_label("", "", self, wrap=True)
        self.undo_button = QPushButton(_("Undo"), self)
        self.undo_button.clicked.connect(self.undo_wanted)
        self.call_off_button = QPushButton(_("Call it off"), self)
        self.call_off_button.clicked.connect(self.called_off)
        self._held: str | None = None
        self._links: FileLinks | None = None
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._text, 1)
        column.addLayout(row)
        for button in (self.undo_button, self.call_off_button):
            button.setProperty("kind", "link")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            row.addWidget(button)
        self.hide()

    def say(self, text: str, *, undo: bool = False, written: Path | None = None) -> None:
        """Tell what was done, and offer to undo it, or to open the file that was `written`.

        With nothing to tell, what was told last is over.
        """
        if not text:
            self.fade()
            return
        self._show(text, "quiet", undo)
        if written is not None:
            self.links.show_file(written)

    def warn(self, sentence: str) -> None:
        """Tell what has to be mended."""
        self._show(sentence, "problem", False)

    def caution(self, sentence: str) -> None:
        """Tell what of that which was just done has to be looked at; the way back stays."""
        self._show(sentence, "problem", self.undo_button.isVisibleTo(self))

    def hold(self, text: str) -> None:
        """Tell what is to come, again after anything else, until that is stopped."""
        self._held = text
        self._show(text, "quiet", False, held=True)

    def stop_holding(self) -> None:
        """It has come, or was called off."""
        self._held = None
        self.fade()

    def fade(self) -> None:
        """Say nothing more of what was done."""
        if self._held is not None:
            self.hold(self._held)
        else:
            self.clear()

    def clear(self) -> None:
        """Say nothing."""
        self._text.clear()
        self._offer_no_file()
        self.hide()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._held is None and not self.has_file:  # it was read, and lies over something
            self.clear()

    @property
    def links(self) -> "FileLinks":
        """What was written, to be opened; made when something first was."""
        if self._links is None:
            from kdc_desktop.screens.kit.file_links import FileLinks

            self._links = FileLinks(self)
            self._links.problem.connect(self.warn)
            self._column.addWidget(self._links)
        return self._links

    @property
    def has_file(self) -> bool:
        """Whether it offers to open what was written."""
        return self._links is not None and self._links.has_file

    @property
    def text(self) -> str:
        """What is said now."""
        return self._text.text()

    def _show(self, text: str, role: str, undo: bool, *, held: bool = False) -> None:
        self._text.setText(text)
        self._offer_no_file()
        self.undo_button.setVisible(undo)
        self.call_off_button.setVisible(held)
        self.setAccessibleName(text)
        self.setProperty("role", role)
        restyle(self)
        self.setVisible(bool(text))
        speak(self, text, at_once=role == "problem")

    def _offer_no_file(self) -> None:
        if self._links is not None:
            self._links.show_file(None)
