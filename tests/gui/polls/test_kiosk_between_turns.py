"""The kiosk between two people: it asks, starts over, and is left only with the PIN."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.audience.ending import TOLD_TO_END
from kdc_desktop.audience.shared_screen import SharedScreen
from tests.gui.polls.stand import LEFT, MakeKiosk, started, tap, typed


def test_nothing_of_the_last_paper_remains(make_kiosk: MakeKiosk, qtbot: QtBot) -> None:
    kiosk = make_kiosk()
    kiosk.patience.thanks_for = 10
    typed(kiosk, "103", Qt.Key.Key_Return, "1", "1", "4")
    tap(kiosk, "kiosk_done")
    tap(kiosk, "kiosk_cast")
    qtbot.waitUntil(lambda: kiosk.shows(kiosk.stack.pick))
    everything = " ".join(label.text() for label in kiosk.findChildren(QLabel))
    assert "Juho" not in everything
    assert "●" not in everything
    typed(kiosk, "104", Qt.Key.Key_Return)
    assert kiosk.stack.paper.paper.marks == {}
    assert kiosk.stack.paper.left.text() == "5 of 5 left"


def test_it_asks_after_a_while_and_goes_on_where_it_was(
    make_kiosk: MakeKiosk, qtbot: QtBot
) -> None:
    kiosk = make_kiosk()
    kiosk.patience.idle_after = 20
    typed(kiosk, "103", Qt.Key.Key_Return, "1")
    qtbot.waitUntil(lambda: kiosk.shows(kiosk.stack.still))
    assert kiosk.stack.still.headline.text().startswith("Are you still there, Juho ")
    kiosk.patience.idle_after = 60_000
    tap(kiosk, "kiosk_still_here")
    assert kiosk.shows(kiosk.stack.paper)
    assert len(kiosk.stack.paper.paper.marks) == 1


def test_without_an_answer_it_starts_over(make_kiosk: MakeKiosk, qtbot: QtBot) -> None:
    kiosk = make_kiosk()
    kiosk.patience.idle_after = kiosk.patience.start_over_after = 20
    typed(kiosk, "103", Qt.Key.Key_Return, "1")
    qtbot.waitUntil(lambda: kiosk.shows(kiosk.stack.pick))
    assert kiosk.stack.paper.paper.marks == {}
    assert kiosk.stack.paper.headline.text() == ""


def test_it_is_left_only_with_the_pin(make_kiosk: MakeKiosk, qtbot: QtBot) -> None:
    kiosk = make_kiosk()
    kiosk.close()
    assert kiosk.isVisible()
    assert kiosk.shows(kiosk.stack.pin)
    typed(kiosk, Qt.Key.Key_Escape)
    assert kiosk.shows(kiosk.stack.pick)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(kiosk.focusWidget(), Qt.Key.Key_Q, both)
    typed(kiosk, "1111", Qt.Key.Key_Return)
    assert kiosk.stack.pin.problem.text() == "That is not the PIN. Try again."
    assert kiosk.isVisible()
    for key in "2468":
        tap(kiosk, f"kiosk_pad_{key}")
    with qtbot.waitSignal(kiosk.left):
        tap(kiosk, "kiosk_pad_enter")
    assert not kiosk.isVisible()


def test_a_long_press_in_a_corner_asks_for_the_pin(make_kiosk: MakeKiosk, qtbot: QtBot) -> None:
    kiosk = make_kiosk()
    kiosk.hold_for = 10
    QTest.mousePress(kiosk.page, LEFT, pos=QPoint(5, 5))
    qtbot.waitUntil(lambda: kiosk.shows(kiosk.stack.pin))


def test_after_five_wrong_pins_it_waits(make_kiosk: MakeKiosk, qtbot: QtBot) -> None:
    kiosk = make_kiosk()
    kiosk.stack.pin.hold_off = 300
    kiosk.ask_to_leave()
    for _ in range(5):
        typed(kiosk, "1111", Qt.Key.Key_Return)
    assert kiosk.stack.pin.problem.text() == "Too many wrong PINs. Wait 1 s, then try again."
    tap(kiosk, "kiosk_pad_2")
    assert kiosk.stack.pin.edit.text() == ""
    typed(kiosk, Qt.Key.Key_Escape)
    kiosk.ask_to_leave()
    assert kiosk.stack.pin.problem.text() == "Too many wrong PINs. Wait 1 s, then try again."
    qtbot.waitUntil(kiosk.stack.pin.edit.isEnabled)
    typed(kiosk, "2468", Qt.Key.Key_Return)
    assert not kiosk.isVisible()


def test_a_right_pin_is_not_taken_while_it_waits(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    kiosk.ask_to_leave()
    for _ in range(5):
        typed(kiosk, "1111", Qt.Key.Key_Return)
    kiosk.stack.pin.edit.setText("2468")
    kiosk.stack.pin.edit.returnPressed.emit()
    assert kiosk.isVisible()


def test_a_program_that_is_told_to_end_does_not_wait_for_a_voter(
    make_kiosk: MakeKiosk, qapp: QApplication, qtbot: QtBot
) -> None:
    kiosk, shared_screen = make_kiosk(), SharedScreen()
    qtbot.addWidget(shared_screen)
    shared_screen.show_kiosk(QWidget())
    assert (kiosk.close(), shared_screen.close()) == (False, False)
    qapp.setProperty(TOLD_TO_END, True)
    try:
        assert (kiosk.close(), shared_screen.close()) == (True, True)
    finally:
        qapp.setProperty(TOLD_TO_END, False)


def test_who_went_away_and_came_back_to_vote_is_not_named_at_the_end(
    evening: Club, qtbot: QtBot
) -> None:
    kiosk = started(evening)
    kiosk.patience.start_over_after = 10
    kiosk.patience._idle.timeout.emit()
    qtbot.waitUntil(lambda: kiosk.stack.shows(kiosk.stack.pick))
    typed(kiosk, "103", Qt.Key.Key_Return, "1", "1", "4")
    tap(kiosk, "kiosk_done")
    tap(kiosk, "kiosk_cast")
    evening.window.say("Something else")
    evening.shared_screen.leave_kiosk()
    said = evening.window.frame.quiet.findChildren(QLabel)[0]
    assert said.text() == "Something else"
