"""Says at the foot of the window what is true of the work: saved at 21:04, or why it is not."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from kdc_desktop.audience.kit.speaking import speak
from kdc_desktop.i18n import Text, _, lazy, time_text
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.kit.plain import set_tip
from kdc_desktop.screens.kit.segmented import restyle
from kdc_desktop.storage import Database
from kdc_desktop.storage.open_file import FileState

_LOST: Mapping[FileState, Text] = {
    FileState.REPLACED: lazy("Another file lies there"),
    FileState.OVERWRITTEN: lazy("Another program wrote into it"),
    FileState.MOVED: lazy("The file was moved"),
    FileState.GONE: lazy("The file is gone"),
    FileState.OUT_OF_REACH: lazy("The disk does not answer"),
}


class SavedLabel(QPushButton):
    """Its tip says more, and what to do; where the file is lost, `asked` leads there again."""

    asked = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("saved")
        self.setProperty("kind", "foot")
        self.clicked.connect(self.asked)
        self._writing = False
        jobs.writing.connect(self._begin)
        jobs.ended.connect(self._end)
        self._say("small", _("Saved"), _on_disk())

    def _begin(self) -> None:
        self._writing = True
        self._say(
            "small",
            _("Writing …"),
            _("A job is writing; what it does is shown once it is on disk."),
        )

    def _end(self) -> None:
        self._writing = False

    def look(self, database: Database) -> None:
        """Say what is true now."""
        saving, state = database.saving, database.file.state
        if state is not FileState.OURS:
            self._say("bad", str(_LOST[state]), database.file.sentence())
        elif saving.refused_since is not None:
            since = _time(saving.refused_since)
            self._say("bad", _("Not on disk since {time}", time=since), saving.why)
        elif not self._writing and saving.at is not None:
            self._say("small", _("Saved at {time}", time=_time(saving.at)), _on_disk())
        elif not self._writing:
            self._say("small", _("Saved"), _on_disk())

    def _say(self, role: str, text: str, tip: str) -> None:
        if (role, text) != (self.property("role"), self.text()):
            self.setProperty("role", role)
            self.setText(text)
            self.setProperty("tone", "bad" if role == "bad" else "")
            lost = role == "bad"
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus if lost else Qt.FocusPolicy.NoFocus)
            restyle(self)
            if role == "bad":
                speak(self, text, at_once=True)
        set_tip(self, tip)


def _time(at: Instant) -> str:
    return time_text(at.in_zone(laptop_zone()))


def _on_disk() -> str:
    return _("Every action is on disk before it is shown.")
