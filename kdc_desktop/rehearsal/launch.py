"""“Rehearse this session” from the menu: play it on a copy of the file, in a program of its own."""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QProcess
from shiboken6 import isValid

from kdc_desktop import paths
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.screens.window.main_window import MainWindow

PEOPLE = 60
LEAST, MOST = (640, 480), (1440, 900)
SHARE = 0.85
"""Of the display that this window is on."""
_TO_END = 3000  # ms that it has for that when the window is closed


def rehearse_a_copy(window: MainWindow) -> None:
    """Start a rehearsal of the open session; the club file itself is only read.

    It ends with the window, and the window says it when it fails.
    """
    session = window.walk.session
    if session is None:
        window.frame.warn(_("Open the session that you want to rehearse first."))
        return
    try:
        with window.database.file.at_its_path():
            pass
    except UserError as lost:
        window.frame.warn(str(lost))
        return
    folder = paths.data_folder() / "rehearsal"  # untranslated: a folder on disk
    process = QProcess(window)
    process.finished.connect(partial(_tell_the_end, window, process, folder))
    process.errorOccurred.connect(partial(_tell_that_it_did_not_start, window))
    window.closed.connect(partial(_end, process))
    process.start(
        sys.executable,
        [
            *("-m", "kdc_desktop", "rehearse", "--show"),
            *("--people", str(PEOPLE), "--out", str(folder)),
            *("--database", str(window.database.path), "--session", str(session.id)),
            *_looks_like(window),
        ],
    )
    window.frame.say(
        _(
            "The rehearsal plays on a copy, in a window of its own: close that to end it. Its"
            " pictures will be in {folder}",
            folder=str(folder),
        )
    )


def _looks_like(window: MainWindow) -> tuple[str, ...]:
    """Theme and text size of this window, and a size that leaves something of it to be seen."""
    free, theme = window.screen().availableGeometry(), window.theme
    wide = max(LEAST[0], min(MOST[0], round(free.width() * SHARE)))
    high = max(LEAST[1], min(MOST[1], round(free.height() * SHARE)))
    return (
        *("--theme", "dark" if theme.dark else "light"),
        *("--text-size", str(round(theme.scale * 100))),
        *("--size", f"{wide}x{high}"),
    )


def _tell_the_end(
    window: MainWindow, process: QProcess, folder: Path, status: int, _exit: QProcess.ExitStatus
) -> None:
    process.deleteLater()
    if status == 0:
        window.frame.say(
            _("The rehearsal has ended; its pictures are in {folder}", folder=str(folder)), folder
        )
        return
    told = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
    why = told.splitlines()[-1] if told else _("it was closed before its end")
    window.frame.warn(_("The rehearsal has failed: {why}", why=why))


def _tell_that_it_did_not_start(window: MainWindow, error: QProcess.ProcessError) -> None:
    if error is QProcess.ProcessError.FailedToStart:
        window.frame.warn(
            _("The rehearsal could not be started. Restart the program and try again.")
        )


def _end(process: QProcess) -> None:
    if not isValid(process):
        return
    process.blockSignals(True)
    if process.state() is not QProcess.ProcessState.NotRunning:
        process.terminate()
        if not process.waitForFinished(_TO_END):
            process.kill()
            process.waitForFinished(_TO_END)
