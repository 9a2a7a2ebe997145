"""Whoever goes on with the mouse and types is heard where the stage takes what is said."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from kdc_desktop.app import Club
from kdc_desktop.screens.attendance.check_in_screen import CheckInScreen
from kdc_desktop.screens.board.board_screen import BoardScreen
from kdc_desktop.services.attendance import door
from tests.gui.hands.pressing import press
from tests.gui.window.sample_window import look_at, run, trigger
from tests.gui.window.test_stage_actions import asked, plan

LEFT = Qt.MouseButton.LeftButton


def _click(club: Club, name: str) -> None:
    button = getattr(club.window.frame.strip.steps, name)
    if button.focusPolicy() & Qt.FocusPolicy.ClickFocus.value:
        button.setFocus(Qt.FocusReason.MouseFocusReason)  # as a click does in a window
    QTest.mouseClick(button, LEFT)
    QCoreApplication.processEvents()


def test_what_is_typed_on_the_way_into_ideas_is_an_idea(evening: Club) -> None:
    run(evening, "check_in")
    while not isinstance(evening.window.screen_shown, BoardScreen):
        _click(evening, "next")
    before = evening.database.next_steps()
    press("Solar roofs for all schools")
    board = evening.window.screen_shown
    assert isinstance(board, BoardScreen)
    assert board.floats.quick_add.idea_edit.text() == "Solar roofs for all schools"
    assert evening.database.next_steps() == before


def test_whoever_goes_to_ideas_by_name_types_ideas_wherever_they_are(evening: Club) -> None:
    window = evening.window
    number = [stage.kind for stage in window.walk.stages].index("ideas") + 1

    def aside() -> None:
        look_at(evening, "ideas")
        window.show_session_screen("consortia")

    places = (lambda: window.go("consortia"), lambda: window.go("people"), aside, lambda: None)
    for place in places:
        run(evening, "cluster")
        place()
        trigger(evening, f"act_go_to_stage_{number}")
        press("Meet at 5")
        board = window.screen_shown
        assert isinstance(board, BoardScreen)
        assert board.floats.quick_add.idea_edit.text() == "Meet at 5"
        board.floats.quick_add.idea_edit.clear()
    window.go("people")
    trigger(evening, "act_previous_stage")
    assert window.screen_shown is look_at(evening, window.walk.current.kind)


@pytest.mark.parametrize("days", [0, 7])
def test_who_goes_live_types_the_first_guest(club: Club, days: int) -> None:
    session_id = plan(club, days)
    for name in ("Aino Virtanen", "Eero Laine"):
        door.walk_in(club.database, session_id, name)
    club.window.activateWindow()
    QTest.qWaitForWindowActive(club.window)
    club.window.whereabouts.look_at(club.window.walk.stages[0].id)
    _click(club, "live")
    if (box := asked(club)) is not None:
        QTest.mouseClick(next(one for one in box.buttons() if one is not box.defaultButton()), LEFT)
        club.window.activateWindow()
        QTest.qWaitForWindowActive(club.window)
    assert club.window.walk.is_live
    press("eli")
    screen = club.window.screen_shown
    assert isinstance(screen, CheckInScreen)
    assert screen.find_edit.text() == "eli"


def test_what_is_typed_where_nothing_takes_it_presses_no_button_and_stops_no_clock(
    evening: Club,
) -> None:
    run(evening, "check_in")
    window, screen = evening.window, evening.window.screen_shown
    told: list[str] = []
    window.frame.warned.connect(lambda *said: told.append(str(said)))
    assert isinstance(screen, CheckInScreen)
    before = evening.database.next_steps()
    for widget in (screen.badges_button, window):
        widget.setFocus()
        press("Aino M", Qt.Key.Key_Return)
        assert evening.database.next_steps() == before
    assert len(told) == 3, "for a blank and Enter on the button, and for a blank in the window"
    screen.badges_button.setFocus()
    QTest.qWait(1600)
    press(" ")
    assert evening.database.next_steps() != before, "a button that is meant is pressed"
