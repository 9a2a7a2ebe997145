"""What is found on the vision screen, and what the file says of it."""

from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.visions.vision_slide import VisionSlide
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.visions.rows import StakeholderRow, VersionRow, VisionPage
from tests.rooms.consortium_room import ConsortiumRoom
from tests.rooms.vision_pages import vision_page

T = TypeVar("T", bound=QObject)
FIRST = "Every yard shares a cargo bike."
SECOND = "Every yard shares a cargo bike, insured and stored indoors."


def opened(qtbot: QtBot, theme: Theme, room: ConsortiumRoom, session_id: int = 0) -> VisionScreen:
    screen = VisionScreen(theme, room.database, session_id or room.session_id)
    qtbot.addWidget(screen)
    qtbot.addWidget(screen.panel)
    room.database.subscribe(screen.on_changes)
    screen.resize(900, 650)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.setFocus()
    return screen


def page(room: ConsortiumRoom) -> VisionPage:
    return vision_page(room.database, room.consortium_id)


def latest(room: ConsortiumRoom) -> VersionRow:
    found = page(room).latest
    assert found is not None
    return found


def here(screen: VisionScreen) -> tuple[StakeholderRow, VersionRow]:
    found = screen.matrix.current()
    assert found is not None
    return found


def shown_slide(screen: VisionScreen) -> VisionSlide:
    found = screen.slide()
    assert isinstance(found, VisionSlide)
    return found


def child(parent: QWidget, kind: type[T], name: str = "") -> T:
    found = parent.findChild(kind, name) if name else parent.findChild(kind)
    assert found is not None
    return found


def levels(room: ConsortiumRoom) -> list[int | None]:
    return [member.levels[-1] for member in page(room).members]


def shown_button(widget: QWidget, text: str) -> QPushButton:
    return next(b for b in widget.findChildren(QPushButton) if b.text() == text and b.isVisible())
