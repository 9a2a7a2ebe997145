"""What tests of slips in the window share: a dialog, slips, and pictures of them."""

import random
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kdc_desktop.domain.polls.slip_paper import Box
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.domain.polls.turnout import SlipCount
from kdc_desktop.screens.polls.slips.dialog import SlipsDialog
from kdc_desktop.screens.polls.slips.type_page import TypePage
from kdc_desktop.services.polls import questions
from kdc_desktop.services.polls.slip_codes import slip_sheet
from kdc_desktop.services.polls.slips import give_slip, print_slips
from tests.rooms.poll_room import Room
from tests.rooms.slip_camera import Pen, printed_sheet

MakeDialog = Callable[[int], SlipsDialog]
ENTER = Qt.Key.Key_Return


def with_slips(room: Room, secrecy: Secrecy = Secrecy.SECRET, given: int = 0) -> int:
    """An open poll with ten slips, the first of which are given out."""
    poll_id = room.open_poll(secrecy=secrecy, method="dots", marks_each=5)
    print_slips(room.database, poll_id, 10)
    for number, person in enumerate(room.people[:given], 1):
        give_slip(room.database, poll_id, person, number if secrecy == Secrecy.NAMED else None)
    return poll_id


def press(page: TypePage, *keys: Qt.Key) -> None:
    """Press keys on the paper that is open."""
    assert page.paper is not None
    for key in keys:
        QTest.keyClick(page.paper, key)


def count(room: Room, poll_id: int) -> SlipCount:
    return questions.turnout(room.database, poll_id).slips


def typed(field: QWidget, text: str) -> None:
    QTest.keyClicks(field, text)
    QTest.keyClick(field, ENTER)


def shot(room: Room, poll_id: int, path: Path, filled: dict[int, set[Box]], pen: Pen) -> Path:
    """A picture of a page of four slips, which are filled in by their places."""
    sheet = slip_sheet(room.database, poll_id)
    page = printed_sheet(sheet.shape, 1, sheet.code)
    for at, boxes in filled.items():
        page.fill(at, boxes, pen, random.Random(at))
    assert page.image.save(str(path))
    return path
