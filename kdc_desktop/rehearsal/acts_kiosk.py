"""The rehearsal of the kiosk: people come one after the other, answer, and hand it in."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from kdc_desktop.audience.polls.kiosk.kiosk import Kiosk
from kdc_desktop.audience.polls.kiosk.paper import PaperWidget
from kdc_desktop.rehearsal.hands import ROOM
from kdc_desktop.rehearsal.plan import PIN
from kdc_desktop.rehearsal.scene import Scene


def at_kiosk(
    scene: Scene,
    start: QAbstractButton,
    names: Sequence[str],
    mark: Callable[[PaperWidget], None],
    called: str,
) -> None:
    """Start the kiosk, let these people answer, and end it; the turn in the middle is pictured."""
    hands, club = scene.hands, scene.hands.club
    hands.click(start)
    kiosk = club.shared_screen.kiosk
    assert isinstance(kiosk, Kiosk)
    stand = kiosk.window()
    if not scene.plan.show:
        stand.resize(ROOM)
    kiosk.patience.thanks_for = 3000 if scene.plan.show else 1
    for place, name in enumerate(names):
        scene.clock.later(scene.lots.uniform(15, 40))
        _answer(scene, kiosk, name, mark, called if place == len(names) // 2 else "")
    hands.wait_for("the next turn", lambda: kiosk.page is kiosk.stack.pick)
    hands.click(kiosk.foot.end_button)
    if club.shared_screen.kiosk is not None:
        hands.look(f"{called}, the PIN", stand)
        pin = hands.find(QWidget, "kiosk_pin", kiosk)
        hands.type(pin, PIN)
        hands.key(pin, Qt.Key.Key_Return)


def _answer(
    scene: Scene, kiosk: Kiosk, name: str, mark: Callable[[PaperWidget], None], called: str
) -> None:
    """One turn; it is pictured where it is called something."""
    hands, stand = scene.hands, kiosk.window()

    def look(what: str) -> None:
        if called:
            hands.look(f"{called}, {what}", stand)

    hands.wait_for("the next turn", lambda: kiosk.page is kiosk.stack.pick)
    query = kiosk.stack.pick.query
    hands.type(query, name)
    look("who are you")
    hands.key(query, Qt.Key.Key_Return)
    if kiosk.page is kiosk.stack.pick:  # several have this name
        hands.key(query, Qt.Key.Key_Down)
        hands.key(query, Qt.Key.Key_Return)
    mark(kiosk.stack.paper.paper)
    look("the paper")
    hands.key(kiosk.stack.paper.paper, Qt.Key.Key_Return)
    look("is this your vote")
    hands.click(hands.find(QPushButton, "kiosk_cast", kiosk))
    look("thank you")
