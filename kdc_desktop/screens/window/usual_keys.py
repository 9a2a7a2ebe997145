"""The keys that every program has: save, close the window, quit."""

from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from kdc_desktop.audience.ending import is_told_to_end
from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.audience.voters import at_stake
from kdc_desktop.i18n import _, sentences, time_text
from kdc_desktop.instants import laptop_zone
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.questions import question
from kdc_desktop.screens.kit.unkept import text_at_stake
from kdc_desktop.screens.kit.wiring import Unfinished
from kdc_desktop.screens.window.frame import Frame
from kdc_desktop.screens.window.session_walk import SessionWalk
from kdc_desktop.screens.window.window_actions import WindowActions
from kdc_desktop.storage import Database
from kdc_desktop.storage.open_file import FileState


class Closing(Protocol):
    """The window, and what goes with it."""

    unfinished: dict[str, Unfinished]

    def close(self) -> bool:
        """Close it if it `may_go`."""


class UsualKeys(QObject):
    """Of one window, which closes if it `may_go`."""

    def __init__(
        self,
        database: Database,
        jobs: Jobs,
        frame: Frame,
        walk: SessionWalk,
        shared_screen: SharedScreen,
        window: Closing,
    ) -> None:
        super().__init__(frame)
        self._shared_screen = shared_screen
        self._database, self._jobs = database, jobs
        self._frame, self._walk, self._window = frame, walk, window
        self._settled = False

    def add_to(self, actions: WindowActions) -> None:
        """Have them in the palette and in the sheet of keys as well."""
        actions.add("save", _("Save"), self.save, "Ctrl+S", None)
        actions.add("close_window", _("Close the window"), self._window.close, "Ctrl+W", "x")
        actions.add("quit", _("Quit"), self._window.close, "Ctrl+Q", "log-out")

    def save(self) -> None:
        """Keep what is being typed, and say what is true: all else is on disk already."""
        if self._frame.shown().saving():
            return
        typing = self._frame.window().focusWidget()
        if typing is not None and self._frame.isAncestorOf(typing):
            typing.clearFocus()  # fields are kept as they are left
            typing.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _tell(self) -> None:
        file, saving = self._database.file, self._database.saving
        name = self._database.path.name
        if file.state is not FileState.OURS:
            self._frame.warn(file.sentence())
        elif saving.refused_since is not None:
            self._frame.warn(saving.why)
        elif self._jobs.writes:
            self._frame.say(_("A job is writing; what it does is shown once it is on disk."))
        elif saving.at is not None:
            at = time_text(saving.at.in_zone(laptop_zone()))
            self._frame.say(
                _("All is saved as you work: at {time}, in {file}.", time=at, file=name)
            )
        else:
            self._frame.say(_("All is saved as you work, in {file}.", file=name))

    def settle(self) -> None:
        """Ask nothing any more: it is closed by whoever knows what lies in it."""
        self._settled = True

    def may_go(self) -> bool:
        """Whether to close the window, by whatever it is closed.

        While the room is looking or a job writes, only when told twice.
        """
        if self._settled or is_told_to_end():
            return True
        paper, text = at_stake(self._shared_screen.kiosk), text_at_stake(self._frame.window())
        begun = (one for left in self._window.unfinished.values() for one in left.at_stake())
        lost = sentences((paper, text, *begun))
        if self._walk.is_live:
            live = _("The session is live, and its shared screen goes too. Close all the same?")
            self._ask(sentences(filter(None, (lost, live))))
        elif lost:
            self._ask(sentences((lost, _("Close all the same?"))))
        elif self._jobs.writes:
            title = self._jobs.asked_for
            self._ask(_("“{job}” is still under way. Close all the same?", job=title))
        else:
            return True
        return False

    def _close_all_the_same(self) -> None:
        self.settle()
        self._window.close()

    def _ask(self, text: str) -> None:
        window = self._frame.window()
        if window.findChild(QMessageBox, "leave_box") is not None:
            return
        box = question(window, "leave_box", text)
        stay = box.addButton(_("&Stay here"), QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton(_("&Close it"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        leave.clicked.connect(self._close_all_the_same)
        open_for_now(box)
