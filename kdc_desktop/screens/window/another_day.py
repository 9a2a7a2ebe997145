"""Asks before an evening begins on another day than the one it is planned for."""

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox, QWidget

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.questions import question
from kdc_desktop.screens.sessions.times import begins_text
from kdc_desktop.services.sessions.rows import SessionRow


def ask_for_today(over: QWidget, go_live: Callable[[], object], session: SessionRow) -> None:
    """Ask once whether to `go_live` today with a session that is planned for another day."""
    if any(box.isVisible() for box in over.findChildren(QMessageBox, "another_day_box")):
        return
    text = _(
        "“{session}” is planned for {when}. Go live with it today instead?",
        session=session.title,
        when=begins_text(session),
    )
    box = question(over, "another_day_box", text)
    leave = box.addButton(_("&Leave it planned"), QMessageBox.ButtonRole.RejectRole)
    today = box.addButton(_("&Go live today"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(leave)
    today.clicked.connect(lambda _checked: go_live())
    open_for_now(box)
