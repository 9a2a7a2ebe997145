"""What only the facilitator sees: where each member is, and where it is needed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.displays import room_may_see
from kdc_desktop.audience.shared_screen import SharedScreen
from kdc_desktop.domain.visions.states import Engagement
from kdc_desktop.screens.visions.estimate_card import EstimateCard
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.visions.estimates import EstimateRow, estimates, set_estimate
from kdc_desktop.settings import Settings
from tests.gui.visions.hands import child
from tests.rooms.consortium_room import ConsortiumRoom

NORTH = 5


@pytest.fixture
def card(screen: VisionScreen, room: ConsortiumRoom) -> EstimateCard:
    """That of North Insurance, which is thought to be resistant and needed as supportive."""
    member = room.members[NORTH]
    set_estimate(room.database, member, Engagement.RESISTANT, Engagement.SUPPORTIVE)
    screen.panel.show()
    screen.matrix.go_to(member)
    return child(screen.panel.usual, EstimateCard)


@pytest.fixture
def shared(qtbot: QtBot) -> Iterator[SharedScreen]:
    made = SharedScreen(motion=False)
    qtbot.addWidget(made)
    yield made
    made.hide()


def choose(box: QComboBox, level: Engagement | None) -> None:
    box.setCurrentIndex(box.findData(level))
    box.activated.emit(box.currentIndex())


def everything_said(widget: QWidget) -> str:
    boxes = [box.currentText() for box in widget.findChildren(QComboBox)]
    parts = [part.accessibleName() for part in widget.findChildren(QWidget)]
    return " ".join([*boxes, *parts])


def test_it_follows_the_member_of_the_current_row(
    screen: VisionScreen, card: EstimateCard, room: ConsortiumRoom
) -> None:
    assert (card.name.text(), card.title.text()) == ("North Insurance", "Only you see this")
    assert (card.now.currentText(), card.needed.currentText()) == ("resistant", "supportive")
    screen.matrix.go_to(room.members[0])
    assert (card.name.text(), card.now.currentText()) == ("Harbour Mobility", "not said")


def test_it_is_kept_once_both_are_said_and_forgotten_once_neither_is(
    screen: VisionScreen, card: EstimateCard, room: ConsortiumRoom
) -> None:
    harbour = room.members[0]
    screen.matrix.go_to(harbour)
    choose(card.now, Engagement.NEUTRAL)
    assert harbour not in estimates(room.database, room.consortium_id)
    choose(card.needed, Engagement.LEADING)
    kept = estimates(room.database, room.consortium_id)
    assert kept[harbour] == EstimateRow(Engagement.NEUTRAL, Engagement.LEADING)
    choose(card.now, None)
    choose(card.needed, None)
    assert list(estimates(room.database, room.consortium_id)) == [room.members[NORTH]]


def test_hidden_it_says_nothing_of_anybody(card: EstimateCard) -> None:
    button = child(card, QPushButton, "hide_estimates_button")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert card.title.text() == "Your estimates are hidden."
    assert not card.now.isVisible()
    assert "resistant" not in everything_said(card)
    assert "North" not in everything_said(card) + card.name.text()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert card.now.currentText() == "resistant"


def test_what_was_hidden_stays_hidden_on_this_laptop(
    screen: VisionScreen,
    card: EstimateCard,
    shared: SharedScreen,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    settings = Settings(tmp_path_factory.mktemp("laptop") / "settings.ini")
    screen.under.notes.follow(settings.store, shared, screen.screen)
    screen.under.notes.hides = True
    screen.under.notes.follow(settings.store, shared, screen.screen)
    assert screen.under.notes.hides


def test_while_the_shared_screen_stands_on_the_same_display_it_is_hidden(
    qtbot: QtBot,
    screen: VisionScreen,
    card: EstimateCard,
    shared: SharedScreen,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    settings = Settings(tmp_path_factory.mktemp("laptop") / "settings.ini")
    screen.under.notes.follow(settings.store, shared, screen.screen)
    assert card.now.isVisible()
    shared.show()
    qtbot.waitUntil(lambda: not card.now.isVisible())
    assert "the room may see this display" in card.title.text()
    assert "resistant" not in everything_said(card)
    shared.hide()
    qtbot.waitUntil(card.now.isVisible)


class Display:
    def __init__(self, left: int) -> None:
        self.place = QRect(left, 0, 1280, 720)

    def geometry(self) -> QRect:
        return self.place


def test_the_room_may_see_a_display_that_another_one_mirrors(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own, apart, mirror = Display(0), Display(1280), Display(0)

    def seen(*others: Display) -> bool:
        there = [own, *others]
        monkeypatch.setattr(QGuiApplication, "screens", staticmethod(lambda: there))
        return room_may_see(own, None)  # type: ignore[arg-type]

    assert [seen(), seen(apart), seen(mirror), seen(apart, mirror)] == [False, False, True, True]
