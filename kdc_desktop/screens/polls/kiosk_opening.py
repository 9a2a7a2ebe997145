"""Open the kiosk for a question, wherever it stands, and give the window back when it ends."""

from functools import partial

from PySide6.QtCore import Qt

from kdc_desktop.audience.displays import audience_display
from kdc_desktop.audience.polls.kiosk.kiosk import Kiosk
from kdc_desktop.audience.polls.kiosk.question import KioskQuestion
from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.i18n import _, listed
from kdc_desktop.screens.kit.wiring import Desk
from kdc_desktop.screens.polls.kiosk_pin import settle_pin


def open_kiosk(desk: Desk, question: KioskQuestion) -> None:
    """Let people answer, one after the other, until somebody ends it or nobody can any more.

    With two displays it stands on the facilitator's, unless the shared screen's was chosen: what
    the room sees is no place for somebody's paper.
    """
    settle_pin(desk, partial(_open, desk, question))


def _open(desk: Desk, question: KioskQuestion) -> None:
    kiosk = Kiosk(desk.database, question, desk.settings)
    if kiosk.has_ended:
        kiosk.deleteLater()
        desk.window.warn(str(question.words.cannot_open))
        return
    shared, window = desk.shared_screen, desk.over
    was_open, alone = shared.isVisible(), audience_display(window.screen()) is None
    kiosk.left.connect(shared.leave_kiosk)
    apart = not (alone or desk.settings.kiosk_for_the_room)
    shared.show_kiosk(kiosk, kiosk.cover, apart=apart)
    _tell_who_left(desk, kiosk, question)
    if apart:
        return
    shared.open()
    give_back = partial(_give_keys_back, shared)
    if alone:  # people vote on this display, and see no other window meanwhile
        shared.showFullScreen()
        give_back = partial(_give_back, shared, was_open)
    shared.kiosk_changed.connect(give_back, Qt.ConnectionType.SingleShotConnection)
    shared.activateWindow()


def _tell_who_left(desk: Desk, kiosk: Kiosk, question: KioskQuestion) -> None:
    """Say it at once, and again when the kiosk no longer covers the facilitator's window: of those
    who have not come back and answered."""
    gone: list[str] = []

    def tell(name: str) -> None:
        gone.append(name)
        said = _(
            "{name} went away in the middle at the kiosk. Nothing was handed in: they can still"
            " answer.",
            name=name,
        )
        desk.window.say(said)

    def come_back() -> None:
        if gone:
            answered = {one.name for one in question.voted}
            gone[:] = [name for name in gone if name not in answered]

    def sum_up(_there: bool) -> None:
        if gone:
            names = listed(dict.fromkeys(gone))
            desk.window.say(_("Went away in the middle at the kiosk: {names}.", names=names))

    kiosk.left_midway.connect(tell)
    kiosk.paper_cast.connect(come_back)
    desk.shared_screen.kiosk_changed.connect(sum_up, Qt.ConnectionType.SingleShotConnection)


def _give_keys_back(shared: SharedScreen, _there: bool) -> None:
    if shared.isActiveWindow():
        shared.placing.give_way()


def _give_back(shared: SharedScreen, was_open: bool, _there: bool) -> None:
    """Let the facilitator have the one display again."""
    if was_open:
        shared.placing.give_back()
    else:
        shared.close()
    shared.placing.give_way()
