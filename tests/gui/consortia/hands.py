"""What hands do on the consortia screen, and what is found there."""

from typing import TypeVar

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.consortia.consortia_screen import ConsortiaScreen
from kdc_desktop.screens.consortia.contents import Card, CardKey
from kdc_desktop.screens.consortia.inspector import ConsortiaInspector
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.consortia.rows import MemberKey, MemberKind
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from tests.rooms.consortia_room import Room

K = Qt.Key
Child = TypeVar("Child", bound=QObject)


def child(of: QWidget, kind: type[Child], name: str = "") -> Child:
    found = of.findChild(kind, name) if name else of.findChild(kind)
    assert found is not None
    return found


def organisation_in(winner_id: int, organisation_id: int) -> CardKey:
    return CardKey(MemberKey(MemberKind.ORGANISATION, organisation_id), winner_id)


def resident_in(winner_id: int, person_id: int) -> CardKey:
    return CardKey(MemberKey(MemberKind.PERSON, person_id), winner_id)


def opened(qtbot: QtBot, theme: Theme, room: Room) -> ConsortiaScreen:
    jobs = Jobs()
    screen = ConsortiaScreen(theme, room.database, room.session_id, jobs, CONSORTIUM_TRAILS)
    screen.jobs = jobs  # type: ignore[attr-defined]
    qtbot.addWidget(screen, before_close_func=lambda _: jobs.wait())
    room.database.subscribe(screen.on_changes)
    screen.resize(900, 650)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.columns.setFocus()
    return screen


def key(
    screen: ConsortiaScreen,
    pressed: K,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    QTest.keyClick(screen.columns, pressed, modifier)


def card(screen: ConsortiaScreen) -> Card:
    assert screen.columns.card is not None
    return screen.columns.card


def beside(screen: ConsortiaScreen) -> ConsortiaInspector:
    inspector = screen.inspector()
    assert isinstance(inspector, ConsortiaInspector)
    return inspector


def where(screen: ConsortiaScreen) -> dict[int, int]:
    """Person to place of their consortium, from 0."""
    order = [row.winner_id for row in screen.shown.kept.consortia]
    return {person: order.index(winner) for person, winner in screen.shown.kept.placed.items()}


def cell_of(screen: ConsortiaScreen, column: int) -> QRect:
    """Where a drop counts for a column, in the viewport."""
    layout, offset = screen.columns._layout, screen.columns._offset
    return layout.columns[column].cell.translated(0, -offset)
