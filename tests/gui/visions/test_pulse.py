"""The pulse of a consortium on its screen: taken, answered, and shown when it is revealed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kdc_desktop.domain.visions.pulse import QUESTION_KEYS
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.visions.pulses import answer_pulse, open_pulse, pulses, reveal_pulse
from tests.rooms.consortium_room import ConsortiumRoom

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def looked_at(screen: VisionScreen) -> VisionScreen:
    QTest.keyClick(screen.matrix, Qt.Key.Key_U)
    assert screen.under.pulse.page.isVisible()
    return screen


def answered(room: ConsortiumRoom, pulse_id: int, *steps: int) -> None:
    for member_id, step in zip(room.members, steps, strict=False):
        answer_pulse(room.database, pulse_id, member_id, dict.fromkeys(QUESTION_KEYS, step))


def test_it_is_taken_answered_and_revealed(
    looked_at: VisionScreen, room: ConsortiumRoom, qtbot: QtBot
) -> None:
    page = looked_at.under.pulse.page
    assert page.next_button.text() == "Take the pulse"
    QTest.mouseClick(page.next_button, LEFT)
    (row,) = pulses(room.database, room.consortium_id)
    assert row.session_id == room.session_id
    assert page.state.text() == "0 of 7 have answered · From 3 answers on a reveal shows them."
    with qtbot.waitSignal(looked_at.under.pulse.kiosk_wanted) as wanted:
        QTest.mouseClick(page.kiosk_button, LEFT)
    assert wanted.args == [row.id]
    answered(room, row.id, 5, 4, 3)
    assert page.state.text() == "3 of 7 have answered"
    assert not page.picture.isVisible()
    page.next_button.setFocus()
    QTest.keyClick(page.next_button, Qt.Key.Key_Space)
    assert page.picture.isVisible()
    assert "4.0" in page.picture.accessibleName()


def test_what_few_have_said_is_not_shown(looked_at: VisionScreen, room: ConsortiumRoom) -> None:
    pulse_id = open_pulse(room.database, room.consortium_id)
    answered(room, pulse_id, 1, 2)
    reveal_pulse(room.database, pulse_id)
    page = looked_at.under.pulse.page
    assert page.told.text() == (
        "2 members have answered, and 3 have to: fewer would tell who said what. "
        "Take the pulse again once more of them are here."
    )
    assert not page.picture.isVisible()


def test_it_is_called_off_while_nobody_has_answered(
    looked_at: VisionScreen, room: ConsortiumRoom
) -> None:
    page = looked_at.under.pulse.page
    QTest.mouseClick(page.next_button, LEFT)
    QTest.mouseClick(page.call_off_button, LEFT)
    assert pulses(room.database, room.consortium_id) == []
    assert page.next_button.text() == "Take the pulse"
