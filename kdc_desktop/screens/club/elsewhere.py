"""Asks whether to open a club all the same that another laptop says it has open."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.questions import question
from kdc_desktop.storage.sole_use import OpenElsewhereError, set_aside


def opened_after_asking(
    problem: UserError, path: Path, open_file: Callable[[Path], object], over: QWidget | None = None
) -> bool:
    """Whether the club is open after all; False where there was nothing to ask, or the answer no.

    Raises:
        UserError: it cannot be opened for another reason.
    """
    if not isinstance(problem, OpenElsewhereError):
        return False
    box = question(over, "elsewhere_box", str(problem))
    leave = box.addButton(_("&Leave it closed"), QMessageBox.ButtonRole.RejectRole)
    anyway = box.addButton(_("&Open it all the same"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(leave)
    box.exec()
    wanted = box.clickedButton() is anyway
    box.deleteLater()
    if wanted:
        set_aside(path)
        open_file(path)
    return wanted
