"""The program in its window, from the first moment until it is closed or told to end."""

import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QCoreApplication, QSocketNotifier, Qt, QTimer
from PySide6.QtWidgets import QApplication

from kdc_desktop import crash
from kdc_desktop.app import Program, Rehearse
from kdc_desktop.application import make_application
from kdc_desktop.audience.ending import TOLD_TO_END
from kdc_desktop.errors import UserError
from kdc_desktop.front_door import FrontDoor
from kdc_desktop.gui_thread import GuiThread
from kdc_desktop.i18n import _
from kdc_desktop.knocking import comes_elsewhere
from kdc_desktop.screens.club.answers import Answers
from kdc_desktop.services.club.handing_over import HandedOverError
from kdc_desktop.settings import Settings
from kdc_desktop.storage.sole_use import OpenInAnotherWindowError
from kdc_desktop.told_to_end import ToldToEndError, answered_by


def run(path: Path, settings: Settings, rehearse: Rehearse, *, is_there: bool = False) -> int:
    """Open the program on a club file; returns the exit status when the window is closed.

    When the file cannot be opened, the facilitator is asked for another, if there is a screen.
    `rehearse` is asked to play the window's session on a copy: the rehearsal knows this module,
    so this module is handed it. `is_there`: the file was there, so none is made in its place.

    Raises:
        UserError: the file cannot be opened, nor was another chosen.
    """
    app = make_application(sys.argv[:1])
    program = Program(app, settings, rehearse)
    crash.catch_bugs(program.say, crash.log_file(), GuiThread().post, program.cover)
    with _quits_when_told(app) as told:
        try:
            if is_there and not os.path.lexists(path):
                raise UserError(_not_there(path))
            program.open(path)
        except Exception as error:
            if isinstance(error, OpenInAnotherWindowError) and comes_elsewhere(path):
                return 0
            problem = crash.told_at_opening(error, path)
            seen = app.platformName() not in ("offscreen", "minimal")
            if not (seen and _asked_for_another(program, path, problem)):
                program.close()
                raise problem from error
        door = FrontDoor(partial(_comes_forward, program), app)
        QTimer.singleShot(0, lambda: app.quit() if told else None)  # told before there was a loop
        status = app.exec()
        door.close()
        program.close()
    return 128 + told[0] if told else status


def _comes_forward(program: Program, path: Path) -> bool:
    """Bring the window to the front if it shows this file, or is about to; whether it does."""
    club = program.club
    coming = [one.path.resolve() for one in program.under_way]
    if club is None or not (club.watch.shows(path) or path.resolve() in coming):
        return False
    window = club.window
    if window.isMinimized():
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
    return True


def _asked_for_another(program: Program, path: Path, problem: UserError) -> bool:
    """Ask which club to open instead of one that cannot be; whether one was opened."""
    from kdc_desktop.screens.club.handed_dialog import HandedDialog
    from kdc_desktop.screens.club.start_dialog import StartDialog, say_it_is_open

    def open_or_ask(chosen: Path, answers: Answers) -> None:
        def refused(error: Exception) -> None:
            if not isinstance(error, HandedOverError):
                answers.refused(error)
            elif HandedDialog(error, program.open_in_turns).exec():
                answers.opened()
            else:
                answers.refused(error)

        program.open_in_turns(chosen, answers._replace(refused=refused))

    if isinstance(problem, HandedOverError):
        return bool(HandedDialog(problem, program.open_in_turns).exec())
    dialog = StartDialog(program.theme, path, str(problem), open_or_ask)
    if isinstance(problem, OpenInAnotherWindowError):
        say_it_is_open(dialog)
    try:
        return bool(dialog.exec())
    finally:
        dialog.stop()  # who ends the program from outside does not finish the dialog


def _not_there(path: Path) -> str:
    return _(
        "{file} is not in {folder} any more. Put it back or plug its disk in, open the file where "
        "it lies now, or make a new one: kdc-desktop new {file}",
        file=path.name,
        folder=str(path.parent),
    )


@contextmanager
def _quits_when_told(app: QCoreApplication) -> Iterator[list[int]]:
    """A block in which the event loop ends when told to; it gives the signals that have come.

    Python hears of a signal only when it runs, and Qt runs it only when something happens: so the
    signal itself makes something happen (https://docs.python.org/3/library/signal.html).
    """
    told: list[int] = []

    def quit_the_loop(number: int, _frame: FrameType | None) -> None:
        told.append(number)
        app.setProperty(TOLD_TO_END, True)
        asking = QApplication.activeModalWidget()
        if asking is not None:  # a question before there is a window has a loop of its own
            asking.close()
        app.quit()
        if len(told) > 2:  # whoever says it three times means it
            raise ToldToEndError(number)

    if threading.current_thread() is not threading.main_thread():
        yield told
        return
    heard, said = socket.socketpair()
    with heard, said:
        said.setblocking(False)
        notifier = QSocketNotifier(heard.fileno(), QSocketNotifier.Type.Read)
        notifier.activated.connect(lambda *_of_socket: heard.recv(64))
        before = signal.set_wakeup_fd(said.fileno(), warn_on_full_buffer=False)
        try:
            with answered_by(quit_the_loop):
                yield told
        finally:
            signal.set_wakeup_fd(before)
            notifier.setEnabled(False)
