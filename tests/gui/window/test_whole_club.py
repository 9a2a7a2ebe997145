"""From the consortia of an evening to those of the whole club, and back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kdc_desktop.app import Club
from kdc_desktop.screens.consortia.club_screen import ClubScreen
from kdc_desktop.screens.consortia.consortia_screen import ConsortiaScreen
from kdc_desktop.screens.consortia.scope_choice import Scope
from kdc_desktop.screens.network.network_screen import NetworkScreen
from kdc_desktop.services.consortia.clubwide import all_consortia
from kdc_desktop.services.joined.consortia import BUY_IN

K = Qt.Key


def test_tonight_and_the_whole_club_are_a_click_apart(evening: Club) -> None:
    window = evening.window
    window.go("consortia")
    assert window.screen_shown.objectName() == "consortia_screen"
    QTest.keyClick(window.screen_shown, K.Key_A)
    screen = window.screen_shown
    assert isinstance(screen, ClubScreen)
    assert len(screen.rows) == len(all_consortia(evening.database, BUY_IN)) > 0
    screen.scope_choice.changed.emit(Scope.TONIGHT)
    assert window.screen_shown.objectName() == "consortia_screen"
    tonight = window.screen_shown
    assert isinstance(tonight, ConsortiaScreen)
    tonight.scope_choice.changed.emit(Scope.CLUB)
    assert window.screen_shown is screen


def test_who_has_met_whom_is_a_click_apart_from_both(evening: Club) -> None:
    window = evening.window
    window.go("consortia")
    tonight = window.screen_shown
    assert isinstance(tonight, ConsortiaScreen)
    tonight.scope_choice.changed.emit(Scope.NETWORK)
    network = window.screen_shown
    assert isinstance(network, NetworkScreen)
    network.scope_choice.changed.emit(Scope.CLUB)
    club = window.screen_shown
    assert isinstance(club, ClubScreen)
    club.scope_choice.changed.emit(Scope.NETWORK)
    assert window.screen_shown is network
    network.scope_choice.changed.emit(Scope.TONIGHT)
    assert window.screen_shown.objectName() == "consortia_screen"
