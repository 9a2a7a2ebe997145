"""Show this sends what is on the facilitator's screen to the room, and a way leads back."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.audience.attendance.check_in_slide import CheckInSlide
from kdc_desktop.audience.board.board_slide import BoardSlide
from kdc_desktop.audience.board.one_idea import OneIdeaSlide
from kdc_desktop.audience.consortia.consortia_slide import ConsortiaSlide
from kdc_desktop.audience.kit.blank import BlankSlide
from kdc_desktop.audience.state import RoomMode
from tests.gui.board.hands import action
from tests.gui.window.sample_window import look_at, run, settle, trigger


def test_show_this_shows_it_until_one_goes_back(evening: Club, qtbot: QtBot) -> None:
    before = settle(evening)
    panel = evening.window.frame.room
    assert not panel.show_button.isEnabled()
    assert panel.back_button.isHidden()
    evening.window.go("consortia")
    QCoreApplication.processEvents()
    qtbot.mouseClick(panel.show_button, Qt.MouseButton.LeftButton)
    assert isinstance(settle(evening), ConsortiaSlide)
    assert not panel.show_button.isEnabled()
    assert panel.modes.current() == -1
    look_at(evening, "ideas")
    assert isinstance(settle(evening), ConsortiaSlide)
    qtbot.mouseClick(panel.back_button, Qt.MouseButton.LeftButton)
    assert settle(evening) == before
    assert panel.back_button.isHidden()
    assert panel.modes.current() == 0


def test_the_next_stage_ends_what_was_shown_in_its_place(evening: Club) -> None:
    evening.window.go("consortia")
    trigger(evening, "act_show_this")
    run(evening, "check_in")
    assert isinstance(settle(evening), CheckInSlide)


def test_a_screen_that_a_room_cannot_see_is_not_shown(evening: Club) -> None:
    before = settle(evening)
    evening.window.go("people")
    trigger(evening, "act_show_this")
    assert settle(evening) == before
    said = "There is nothing on this screen for the room to see."
    assert evening.window.frame.quiet.text == said


def test_an_idea_is_shown_and_o_goes_back_to_the_stage_also_from_another(evening: Club) -> None:
    run(evening, "check_in")
    screen = look_at(evening, "ideas")
    note = next(iter(screen.view.contents.notes))
    screen.view.select([note])
    action(screen, "show_to_the_room").trigger()
    assert isinstance(settle(evening), OneIdeaSlide)
    action(screen, "show_to_the_room").trigger()
    assert isinstance(settle(evening), CheckInSlide)
    action(screen, "show_to_the_room").trigger()
    screen.view.select([])
    action(screen, "show_to_the_room").trigger()
    assert isinstance(settle(evening), CheckInSlide)


def test_what_is_shown_and_goes_gives_way_to_the_stage(evening: Club) -> None:
    screen = look_at(evening, "ideas")
    note = next(iter(screen.view.contents.notes))
    screen.view.select([note])
    action(screen, "show_to_the_room").trigger()
    assert isinstance(settle(evening), OneIdeaSlide)
    screen.findChild(object, "act_trash").trigger()
    assert isinstance(settle(evening), BoardSlide)
    assert evening.window.frame.room.back_button.isHidden()


@pytest.mark.parametrize("mode", [RoomMode.HOLD, RoomMode.BLANK])
def test_hold_and_blank_stay_until_something_is_shown(evening: Club, mode: RoomMode) -> None:
    before = settle(evening)
    evening.room.mode = mode
    run(evening, "check_in")
    seen = settle(evening)
    assert seen == before if mode is RoomMode.HOLD else isinstance(seen, BlankSlide)
    slides: list[type] = []
    evening.room.shown.connect(lambda slide: slides.append(type(slide)))
    evening.window.go("consortia")
    trigger(evening, "act_show_this")
    assert isinstance(settle(evening), ConsortiaSlide)
    assert CheckInSlide not in slides


def test_the_panel_and_the_line_say_only_what_the_room_really_sees(evening: Club) -> None:
    panel, quiet = evening.window.frame.room, evening.window.frame.quiet
    assert (panel.head.text(), panel.caption.text()) == (
        "The room sees",
        "Cluster, the stage that runs",
    )
    evening.shared_screen.close()
    assert panel.head.text() == "The room would see"
    evening.window.go("consortia")
    trigger(evening, "act_show_this")
    assert quiet.text == "The shared screen is closed: F11 opens it, and the room sees this."
    evening.shared_screen.show()
    assert panel.caption.text() == "Consortia, in place of the stage"
    kiosk = QPushButton("Next person")
    evening.shared_screen.show_kiosk(kiosk)
    panel.redraw()
    assert panel.caption.text() == "The kiosk, until you end it"
    evening.shared_screen.leave_kiosk()
