"""A message to the room covers nothing, ends with its stage, and a draft never looks sent."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.audience.kit.overlay import Overlay
from kdc_desktop.audience.kit.picture import picture
from kdc_desktop.audience.sessions.prompt import PromptSlide
from kdc_desktop.services.sessions import agenda
from tests.gui.window.sample_window import SESSION, run, settle


def say(club: Club, text: str) -> None:
    message = club.window.frame.room.message
    message.selectAll()
    QTest.keyClicks(message, text)
    QTest.keyClick(message, Qt.Key.Key_Return)


@pytest.mark.parametrize("text", ["Coffee is served", "Coffee is served in the hall below. " * 6])
def test_the_slide_makes_room_for_a_message(text: str, qtbot: QtBot) -> None:
    overlay, size = Overlay(message=text), QSize(1920, 1080)
    slide = PromptSlide(prompt="Coffee", foot="41 ideas so far")
    bare = picture(slide, size, overlay=overlay).toImage()
    clock = picture(PromptSlide(prompt="Coffee", clock="07:00"), size, overlay=overlay).toImage()
    rows = [
        y for y in range(1080) if any(bare.pixel(x, y) != clock.pixel(x, y) for x in range(1920))
    ]
    assert rows
    assert max(rows) < overlay.band.top()
    for other in (slide, PromptSlide(prompt="Wholly different")):
        under = picture(other, size, overlay=overlay).toImage()
        band = overlay.band.toRect()
        assert under.copy(band) == bare.copy(band)


def test_a_message_ends_with_its_stage(evening: Club) -> None:
    say(evening, "Coffee is served")
    assert evening.shared_screen.overlay.message == "Coffee is served"
    run(evening, "poll")
    assert evening.shared_screen.overlay.message == ""
    assert evening.window.frame.room.message.text() == ""
    say(evening, "Last call for votes")
    agenda.close_session(evening.database, SESSION)
    settle(evening)
    assert evening.shared_screen.overlay.message == ""


def test_escape_leaves_what_the_room_reads(evening: Club) -> None:
    message = evening.window.frame.room.message
    say(evening, "Coffee is served")
    assert message.not_sent.isHidden()
    message.setFocus()
    message.selectAll()
    QTest.keyClicks(message, "Secret draf")
    assert not message.not_sent.isHidden()
    QTest.keyClick(message, Qt.Key.Key_Escape)
    assert message.text() == "Coffee is served"
    assert evening.shared_screen.overlay.message == "Coffee is served"
    assert message.not_sent.isHidden()
    message.undo()
    assert message.text() == "Secret draf"
    assert not message.not_sent.isHidden()


def test_a_draft_outlives_the_message_and_is_known_as_one(evening: Club) -> None:
    message = evening.window.frame.room.message
    say(evening, "Coffee is served")
    message.selectAll()
    QTest.keyClicks(message, "Five more minutes")
    run(evening, "poll")
    assert evening.shared_screen.overlay.message == ""
    assert message.text() == "Five more minutes"
    assert not message.not_sent.isHidden()
