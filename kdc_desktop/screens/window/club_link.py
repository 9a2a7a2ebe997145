"""At the foot of the window: which club is open, and that it is temporary where it is."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QWidget

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.plain import plain_caption, set_tip
from kdc_desktop.screens.kit.segmented import restyle

LETTERS_SHOWN = 24


class ClubLink(QPushButton):
    """The name of the club's file; a click shows it in its folder, which its tip tells.

    `problem` says why it could not be shown.
    """

    problem = Signal(str)

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("club_link")
        self.setProperty("kind", "foot")
        self._path = path
        self._keep: Callable[[], object] | None = None
        self.clicked.connect(self._act)
        room = LETTERS_SHOWN * QFontMetrics(self.font()).averageCharWidth()
        name = self.fontMetrics().elidedText(path.name, Qt.TextElideMode.ElideMiddle, room)
        self.setText(plain_caption(name))
        self.setAccessibleName(_("The club that is open: {file}", file=path.name))
        set_tip(self, _("The club that is open: {file}", file=str(path)))

    @property
    def is_throwaway(self) -> bool:
        """Whether it says that the club is temporary."""
        return self._keep is not None

    def _act(self) -> None:
        if self._keep is not None:
            self._keep()
            return
        from kdc_desktop.screens.kit.file_links import shown_in_folder

        if sentence := shown_in_folder(self._path):
            self.problem.emit(sentence)

    def mark_throwaway(self, keep: Callable[[], object]) -> None:
        """Say that the club is temporary; a click keeps it."""
        self._keep = keep
        text = _("Temporary club: keep it…")
        self.setText(text)
        self.setAccessibleName(text)
        tip = _("This club is gone when it is closed. Press here to keep it in a file.")
        set_tip(self, tip)
        self.setProperty("tone", "warning")
        restyle(self)
        self.show()  # where the name of a club had no room
