"""Asks whether to open a club all the same that another laptop says it has open."""

from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.questions import question
from kdc_desktop.storage.sole_use import OpenElsewhereError, set_aside


def is_wanted_all_the_same(problem: Exception, path: Path, over: QWidget | None = None) -> bool:
    """Whether somebody knows better than the other laptop's sign, which is then set aside.

    False where there was nothing to ask, or the answer no.
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
    return wanted
