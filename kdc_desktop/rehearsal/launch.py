"""“Rehearse this session” from the menu: play it on a copy of the file, in a program of its own."""

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QProcess

from kdc_desktop.i18n import _
from kdc_desktop.screens.window.main_window import MainWindow

PEOPLE = 60


def rehearse_a_copy(window: MainWindow) -> None:
    """Start a rehearsal of the open session; the club file itself is only read."""
    session = window.walk.session
    if session is None:
        window.frame.warn(_("Open the session that you want to rehearse first."))
        return
    folder = Path(tempfile.mkdtemp(prefix="kdc-rehearsal-"))
    started, _process_id = QProcess.startDetached(
        sys.executable,
        [
            *("-m", "kdc_desktop", "rehearse", "--show"),
            *("--people", str(PEOPLE), "--out", str(folder)),
            *("--database", str(window.database.path), "--session", str(session.id)),
        ],
    )
    if started:
        told = _(
            "The rehearsal plays on a copy; its pictures will be in {folder}", folder=str(folder)
        )
        window.frame.say(told)
    else:
        window.frame.warn(
            _("The rehearsal could not be started. Restart the program and try again.")
        )
