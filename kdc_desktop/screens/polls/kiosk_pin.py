"""Before a kiosk without a PIN stands in the room for the first time: who may leave it."""

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.passing import open_for_now
from kdc_desktop.screens.kit.questions import question
from kdc_desktop.screens.kit.wanted_line import WantedLine, ask_line
from kdc_desktop.screens.kit.wiring import Desk


def settle_pin(desk: Desk, start: Callable[[], object]) -> None:
    """Start at once where there is a PIN, or one has said that none is wanted; else ask first."""
    if desk.settings.has_pin or desk.settings.goes_without_pin:
        start()
        return
    text = _(
        "The kiosk has no PIN: anybody can end it, and is in your window then. With one, whoever "
        "ends it at its foot is asked for it; F9 in your window asks for none."
    )
    box = question(desk.over.window(), "no_pin_box", text)
    box.addButton(_("&Not now"), QMessageBox.ButtonRole.RejectRole)
    without = box.addButton(_("&Go without"), QMessageBox.ButtonRole.DestructiveRole)
    without.setObjectName("go_without_pin")
    wanted = box.addButton(_("&Set a PIN"), QMessageBox.ButtonRole.AcceptRole)
    wanted.setObjectName("set_pin")
    box.setDefaultButton(wanted)
    without.clicked.connect(lambda _on: _go_without(desk, start))
    wanted.clicked.connect(lambda _on: _ask(desk, start))
    open_for_now(box)


def _go_without(desk: Desk, start: Callable[[], object]) -> None:
    desk.settings.goes_without_pin = True
    start()


def _ask(desk: Desk, start: Callable[[], object]) -> None:
    asked = WantedLine(
        _("PIN of the kiosk"),
        _("Four to eight digits. Settings changes it, or takes it away."),
        _("Set it and start"),
        hidden=True,
    )
    ask_line(desk.over, asked, lambda typed: _set(desk, typed, start))


def _set(desk: Desk, typed: str, start: Callable[[], object]) -> None:
    try:
        if not typed:
            raise UserError(_("A PIN is four to eight digits."))
        desk.settings.set_pin(typed)
    except UserError as error:
        desk.window.warn(str(error))
        return
    start()
