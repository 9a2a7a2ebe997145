"""What a consortium gives back, beside the list of the whole club, with a key to note it."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kdc_desktop.domain.gains.sums import that_counts
from kdc_desktop.i18n import _
from kdc_desktop.screens.gains.gain_dialog import GainDialog
from kdc_desktop.screens.gains.words import told
from kdc_desktop.screens.kit.captions import wrap_caption
from kdc_desktop.screens.kit.half_typed import open_to_write
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.services.gains.questions import gains
from kdc_desktop.storage import Database

GiveOne = Callable[[], tuple[int, str] | None]
"""The consortium that is looked at, by id and name; None where that is none."""


class _Card(QWidget):
    """What counts of all that was said, and a button to say it anew."""

    def __init__(self) -> None:
        super().__init__()
        self.told_label = plain_label("", "", self, wrap=True)
        self.note_button = QPushButton(_("Note it…"), self)
        self.told_label.setObjectName("gain_told")
        self.note_button.setObjectName("note_gain_button")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(plain_label(_("Gives back"), "section", self, wrap=True))
        column.addWidget(self.told_label)
        column.addWidget(self.note_button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        wrap_caption(self.note_button, self.width())
        super().resizeEvent(event)


class GainsBeside:
    """Stands on a screen where one consortium is looked at; `here` says which one."""

    tables = frozenset({"gain"})

    def __init__(self, screen: Screen, database: Database, here: GiveOne) -> None:
        self._screen, self._database, self._here = screen, database, here
        self._card = _Card()
        self._card.note_button.clicked.connect(self.note)
        screen.act(
            "note_gain",
            _("Note what it gives back…"),
            self.note,
            shortcut="G",
            icon="timer",
            why_not=lambda: "" if here() else _("Choose a consortium in the list first."),
        )

    @property
    def widget(self) -> QWidget:
        """What counts, and the button."""
        return self._card

    def show(self, consortium_id: int) -> None:
        """Show what this consortium gives back."""
        counts = that_counts(gains(self._database, consortium_id))
        words = _("Nobody has said yet.") if counts is None else told(counts)
        self._card.told_label.setText(words)

    def note(self) -> None:
        """Ask what the consortium gives back that is looked at."""
        if (here := self._here()) is not None:
            open_to_write(GainDialog(self._database, *here, self._screen))
