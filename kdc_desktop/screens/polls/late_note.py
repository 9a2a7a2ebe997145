"""Who is here and has no vote in the poll that is open, and why: by name, below its voters."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QWidget

from kdc_desktop.audience.polls.kiosk.pick_page import found
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.i18n import listed, ngettext
from kdc_desktop.services.polls.rows import VoterRow

_LONGEST = 160


class LateNote(QLabel):
    """Names all of them, or those who are searched for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("late_note")
        self.setProperty("role", "muted")
        self.setWordWrap(True)
        self._late: Sequence[VoterRow] = ()
        self._typed = ""

    def show_late(self, late: Sequence[VoterRow]) -> None:
        """These have no vote, because they were not on the list at the opening."""
        self._late = late
        self.look_for(self._typed)

    def look_for(self, typed: str) -> None:
        """Somebody is searched for among the voters."""
        self._typed = typed
        told = found(self._late, typed) or self._late
        text = ngettext(
            "{names} was not on the list when this poll was opened, and has no vote in it.",
            "{names} were not on the list when this poll was opened, and have no vote in it.",
            len(told),
            names=shortened(listed(one.name for one in told), _LONGEST),
        )
        self.setText(text if told else "")
        self.setVisible(bool(told))
