"""The window's end of `knocking`: hears who wants the club that it shows."""

import os
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier

from kdc_desktop.knocking import LONGEST, NO, YES, folder, told

_PATIENCE = 0.1  # s that a caller has to say what it wants


class FrontDoor(QObject):
    """Listens until it is closed; `come` is asked for a file, and says whether it is shown here."""

    def __init__(self, come: Callable[[Path], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._come = come
        self._socket: socket.socket | None = None
        self._at: Path | None = None
        if hasattr(socket, "AF_UNIX"):
            with suppress(OSError):  # such as of a path that is too long for one
                self._listen(folder() / f"{os.getpid()}.socket")

    def _listen(self, at: Path) -> None:
        at.unlink(missing_ok=True)
        listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            listening.bind(str(at))
            listening.listen()
            listening.setblocking(False)
        except OSError:
            listening.close()
            raise
        self._socket, self._at = listening, at
        self._heard = QSocketNotifier(listening.fileno(), QSocketNotifier.Type.Read, self)
        self._heard.activated.connect(lambda *_of_socket: self._answer())

    def _answer(self) -> None:
        assert self._socket is not None
        with suppress(OSError):
            caller, _address = self._socket.accept()
            with caller:
                caller.settimeout(_PATIENCE)
                asked = b""
                while len(asked) < LONGEST and (part := caller.recv(LONGEST)):
                    asked += part
                caller.sendall(YES if self._come(told(asked)) else NO)

    def close(self) -> None:
        """Hear nobody any more."""
        if self._socket is not None:
            self._heard.setEnabled(False)
            self._socket.close()
            self._socket = None
        if self._at is not None:
            with suppress(OSError):
                self._at.unlink()
