"""What would put a paper away that somebody has at the kiosk is asked first."""

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox, QWidget

from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.audience.voters import at_stake
from kdc_desktop.i18n import _, sentences
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.questions import question

_BOX = "over_a_paper"


def when_no_paper_is_lost(
    shared: SharedScreen, over: QWidget, asked: str, caption: str, then: Callable[[], object]
) -> None:
    """Do this at once, or when it is meant although somebody has a paper at the kiosk."""
    lost, window = at_stake(shared.kiosk), over.window()
    if not lost:
        then()
        return
    if any(box.isVisible() for box in window.findChildren(QMessageBox, _BOX)):
        return
    box = question(window, _BOX, sentences((lost, asked)))
    stay = box.addButton(_("&Go on voting"), QMessageBox.ButtonRole.RejectRole)
    anyway = box.addButton(caption, QMessageBox.ButtonRole.DestructiveRole)
    anyway.setObjectName(f"{_BOX}_anyway")
    box.setDefaultButton(stay)
    anyway.clicked.connect(lambda _checked: then())
    open_for_now(box)


def end_kiosk(shared: SharedScreen, over: QWidget) -> None:
    """End the kiosk, whoever wants it in the facilitator's window; no PIN is asked for."""
    asked, caption = _("End the kiosk all the same?"), _("&End the kiosk")
    when_no_paper_is_lost(shared, over, asked, caption, shared.leave_kiosk)
