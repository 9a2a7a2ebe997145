"""How to get to what a club of years has, by “noun/name”; `pseudo_years` makes such a club."""

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from tests.gui.walks import WAYS
from tests.gui.ways import (
    Way,
    a_row,
    act,
    area,
    in_front,
    look_at,
    popups,
    stage,
    trigger,
    who_met_whom,
    with_offers,
)
from tests.rooms.pseudo_years import ASKED, LET_GO, OUTSIDE, PULSE, REVEALED


def of(consortium_id: int, *names: str) -> Way:
    """The vision of one consortium, and what actions lead to from there."""

    def way(club: Club, _qtbot: QtBot) -> list[QWidget]:
        look_at(club, "vision")
        screen: Any = club.window.screen_shown
        screen.show_consortium(consortium_id)
        QCoreApplication.processEvents()
        for name in names:
            trigger(screen, name)
        return popups(club) or in_front(club)

    return way


def told(consortium_id: int, *names: str) -> Way:
    """The slide of the vision of one consortium."""

    def way(club: Club, qtbot: QtBot) -> list[QWidget]:
        of(consortium_id, *names)(club, qtbot)
        trigger(club.window, "show_this")
        club.shared_screen.show()
        return [club.shared_screen]

    return way


def in_turn(before: Way, button: str, presses: int) -> Way:
    """What the members are asked in turn, after so many keys: a name, a level, done."""

    def way(club: Club, qtbot: QtBot) -> list[QWidget]:
        before(club, qtbot)
        screen: Any = club.window.screen_shown
        next(one for one in screen.findChildren(QPushButton, button) if one.isVisible()).click()
        kiosk: Any = club.shared_screen.kiosk
        club.shared_screen.showNormal()
        club.shared_screen.resize(1920, 1080)
        QCoreApplication.processEvents()
        kiosk.stack.pick.query.setText(kiosk.stack.pick._voters[0].name)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_Return)[:presses]:
            QTest.keyClick(kiosk.focusWidget(), key)
            QCoreApplication.processEvents()
        return [kiosk]

    return way


def _chosen(before: Way) -> Way:
    """The network with one organisation that stands out."""

    def way(club: Club, qtbot: QtBot) -> list[QWidget]:
        before(club, qtbot)
        view: Any = club.window.screen_shown.findChild(QWidget, "network_view")
        view.choose(view.in_order()[0].id)
        return in_front(club)

    return way


_NETWORK = who_met_whom(first="close")
_ONE_OF_CLUB = a_row(area("club_consortia"), "table")
_FROM_WAYS = (
    *("consortia/club", "consortia/state", "consortia/project", "people/organisation"),
    *("sessions/all", "sessions/begin", "sessions/home", "sessions/programme"),
    *("visions/since", "visions/since_slide", "visions/take_up", "consortia/consortia"),
)
OF_YEARS: dict[str, Way] = {
    **{name: WAYS[name] for name in _FROM_WAYS},
    "chains/chains": a_row(area("chains"), "table"),
    "gains/note": act(_ONE_OF_CLUB, "note_gain"),
    "network/network": _NETWORK,
    "network/chosen": _chosen(_NETWORK),
    "obstacles/note": act(_ONE_OF_CLUB, "note_an_obstacle"),
    "obstacles/obstacles": a_row(area("obstacles"), "table"),
    "offers/offers": with_offers(stage("offers")),
    "offers/read_aloud": act(with_offers(stage("offers")), "read_aloud"),
    "people/person": a_row(area("people"), "people_table"),
    "visions/asked": of(ASKED),
    "visions/asked_slide": told(ASKED),
    "visions/asked_kiosk": in_turn(of(ASKED), "asking_kiosk_button", 1),
    "visions/asked_kiosk_confirm": in_turn(of(ASKED), "asking_kiosk_button", 3),
    "visions/ledger": of(REVEALED, "ledger_of_the_answers"),
    "visions/ledger_asked": of(ASKED, "ledger_of_the_answers"),
    "visions/let_go": of(LET_GO, "let_go_and_signs_of_life"),
    "visions/life": of(OUTSIDE, "let_go_and_signs_of_life"),
    "visions/map": of(REVEALED),
    "visions/position": of(REVEALED, "say_more_about_the_position"),
    "visions/pulse": of(REVEALED, "pulse_of_the_consortium"),
    "visions/pulse_taken": of(PULSE, "pulse_of_the_consortium"),
    "visions/pulse_kiosk": in_turn(of(PULSE, "pulse_of_the_consortium"), "pulse_kiosk_button", 1),
    "visions/readings": of(REVEALED, "readings_of_the_members"),
    "visions/revealed_slide": told(REVEALED, "show_positions"),
    "visions/stakes": of(REVEALED, "stakes_of_the_members"),
    "visions/write": of(REVEALED, "write_the_next_version"),
}
