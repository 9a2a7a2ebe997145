"""How a window or a dialog asks for another club file, which comes in turns of the event loop."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

from kdc_desktop.i18n import _


def _nothing() -> None:
    """Who asked has nothing to do then."""


def _yes() -> bool:
    return True


class Answers(NamedTuple):
    """What is done with the answer to whoever asked for a club file.

    `refused` gets what is in the way; the club that is open stays. `opened`: the new window is
    there. `still` is asked before the window that is open goes: where that is not wanted any
    more, nothing is opened, and `dropped` is called.
    """

    refused: Callable[[Exception], object]
    opened: Callable[[], object] = _nothing
    still: Callable[[], bool] = _yes
    dropped: Callable[[], object] = _nothing


OpenClub = Callable[[Path, Answers], object]
"""Opens a club file in the place of the one that is open, while that can still be used."""


def answers_of(dialog: QDialog, refused: Callable[[Exception], object]) -> Answers:
    """Those of a dialog that is accepted with the new window; who closes it wants none."""

    def is_there() -> bool:
        return isValid(dialog) and dialog.isVisible()

    def tell(error: Exception) -> None:
        if is_there():
            refused(error)

    def accept() -> None:
        if is_there():
            dialog.accept()

    return Answers(tell, accept, is_there)


def opening_told(path: Path) -> str:
    """What is said while it is under way."""
    return _("Opening {file} …", file=path.name)
