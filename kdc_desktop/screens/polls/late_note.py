"""Who is here and has no vote in the poll that is open, and why: by name, below its voters."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kdc_desktop.audience.polls.kiosk.pick_page import found
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.i18n import _, listed, ngettext
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.services.polls.rows import VoterRow

_LONGEST = 160


class LateNote(QWidget):
    """Names all of them, or those who are searched for; `let_in_wanted` asks for their votes."""

    let_in_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.label = plain_label("", "muted", self, wrap=True)
        self.label.setObjectName("late_note")
        self.button = QPushButton(_("Let them vote"), self)
        self.button.setObjectName("let_in_button")
        once(self.button)
        self.button.clicked.connect(self.let_in_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        self._late: Sequence[VoterRow] = ()
        self._typed = ""

    def show_late(self, late: Sequence[VoterRow]) -> None:
        """These have no vote, because they came after it was opened, or were let go."""
        self._late = late
        self.look_for(self._typed)

    @property
    def named(self) -> Sequence[VoterRow]:
        """Those who are named: who is searched for, or all."""
        return found(self._late, self._typed) or self._late

    def look_for(self, typed: str) -> None:
        """Somebody is searched for among the voters."""
        self._typed = typed
        told = self.named
        text = ngettext(
            "{names} came after this poll was opened or was let go, and has no vote in it.",
            "{names} came after this poll was opened or were let go, and have no vote in it.",
            len(told),
            names=shortened(listed(one.name for one in told), _LONGEST),
        )
        self.label.setText(text if told else "")
        self.button.setText(ngettext("Let them vote", "Let them vote", len(told)))
        self.setVisible(bool(told))
