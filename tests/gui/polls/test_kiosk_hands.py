"""Hands at the kiosk: keys that are held, marks that others cannot move, and fields that bring
nothing of anybody else before the room."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from kdc_desktop.audience.polls.kiosk.page import Page
from kdc_desktop.audience.polls.kiosk.pick_page import found
from kdc_desktop.domain.polls.states import Channel
from kdc_desktop.services.polls import questions as poll_questions
from kdc_desktop.services.polls.rows import VoterRow
from tests.gui.polls.stand import LEFT, MakeKiosk, Stand, headline, typed
from tests.rooms.poll_room import Room

CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def hold(kiosk: Stand, key: Qt.Key, text: str = "", times: int = 12) -> None:
    """Press a key and keep it down, wherever the focus goes meanwhile."""
    for repeat in range(times):
        focus: QWidget | None = kiosk.focusWidget()
        target = kiosk.page if focus is None else focus
        pressed = QKeyEvent(QEvent.Type.KeyPress, key, NONE, text, bool(repeat), 1)
        QApplication.sendEvent(target, pressed)


def voted(kiosk: Stand) -> int:
    return poll_questions.turnout(kiosk.room.database, kiosk.poll_id).voted


def named(kiosk: Stand) -> list[str]:
    return [b.text() for b in kiosk.stack.pick.name_buttons if b.isVisible()]


def test_no_page_is_passed_by_a_key_that_is_held(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    typed(kiosk, "103")
    seen: list[Page] = []
    for _press in range(3):
        hold(kiosk, Qt.Key.Key_Return, "\r")
        seen.append(kiosk.page)
    stack = kiosk.stack
    assert seen == [stack.paper, stack.confirm, stack.message]
    assert voted(kiosk) == 1


@pytest.mark.parametrize(
    ("key", "text"),
    [(Qt.Key.Key_3, "3"), (Qt.Key.Key_Space, " "), (Qt.Key.Key_Plus, "+")],
)
def test_a_key_that_is_held_gives_one_dot(make_kiosk: MakeKiosk, key: Qt.Key, text: str) -> None:
    kiosk = make_kiosk()
    typed(kiosk, "103", Qt.Key.Key_Return)
    hold(kiosk, key, text)
    assert sum(kiosk.stack.paper.paper.marks.values()) == 1


def test_escape_that_is_held_starts_over_once_and_ends_nothing(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    typed(kiosk, "103", Qt.Key.Key_Return, "1")
    hold(kiosk, Qt.Key.Key_Escape)
    assert kiosk.shows(kiosk.stack.pick)


def test_enter_that_is_held_is_no_wrong_pin(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    kiosk.ask_to_leave()
    typed(kiosk, "1111")
    hold(kiosk, Qt.Key.Key_Return, "\r")
    assert kiosk.stack.pin.edit.isEnabled()
    assert kiosk.stack.pin.problem.text() == "That is not the PIN. Try again."


def fields_of(kiosk: Stand) -> list[QLineEdit]:
    kiosk.ask_to_leave()
    return kiosk.findChildren(QLineEdit)


def test_no_field_brings_back_what_somebody_typed_or_copied(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("104")
    fields = fields_of(kiosk)
    assert [field.objectName() for field in fields] == ["kiosk_query", "kiosk_pin"]
    kiosk.turns.go_back()
    typed(kiosk, "103", Qt.Key.Key_Return)
    kiosk.turns.start_over()
    orders = (Qt.Key.Key_Z, Qt.Key.Key_V, Qt.Key.Key_Y, Qt.Key.Key_Insert)
    for field in fields:
        for key in orders:
            QTest.keyClick(field, key, CONTROL)
        QTest.keyClick(field, Qt.Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier)
        QTest.mouseClick(field, Qt.MouseButton.MiddleButton, NONE, QPoint(20, 20))
        QTest.mouseClick(field, Qt.MouseButton.RightButton, NONE, QPoint(20, 20))
        assert (field.text(), QApplication.activePopupWidget()) == ("", None)
        assert (field.isUndoAvailable(), field.acceptDrops()) == (False, False)
    QTest.keyClicks(fields[0], "oona")
    for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X):
        QTest.keyClick(fields[0], key, CONTROL)
    assert (fields[0].text(), clipboard.text()) == ("oona", "104")


def test_whom_somebody_marked_stays_marked_when_others_vote(
    room: Room, make_kiosk: MakeKiosk
) -> None:
    kiosk = make_kiosk()
    typed(kiosk, "aino", Qt.Key.Key_Right, Qt.Key.Key_Right)
    second = named(kiosk)[1]
    room.cast(kiosk.poll_id, 5, {}, Channel.BY_HAND)
    typed(kiosk, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert headline(kiosk) == f"Is this your vote, {second.split('  ·  ')[0]}?"


def test_nobody_takes_the_place_of_whoever_was_marked(room: Room, make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    typed(kiosk, "aino", Qt.Key.Key_Down)
    room.cast(kiosk.poll_id, 0, {}, Channel.BY_HAND)
    typed(kiosk, Qt.Key.Key_Return)
    assert kiosk.shows(kiosk.stack.pick)
    typed(kiosk, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert kiosk.shows(kiosk.stack.paper)
    assert kiosk.stack.paper.question.text().startswith("Aino Eeronen · ")


def test_enter_takes_nobody_out_of_several(room: Room, make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    typed(kiosk, "aino", Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert kiosk.shows(kiosk.stack.pick)
    assert kiosk.stack.pick.told.text().startswith("Choose your name with the arrow keys")
    room.cast(kiosk.poll_id, 0, {}, Channel.BY_HAND)
    typed(kiosk, Qt.Key.Key_Return)
    assert kiosk.shows(kiosk.stack.pick), "who is left when another has voted was not chosen"
    typed(kiosk, " eer", Qt.Key.Key_Return)
    assert kiosk.stack.paper.question.text().startswith("Aino Eeronen")


def test_a_finger_on_a_name_picks_nobody_else(room: Room, make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    typed(kiosk, "aino")
    first = kiosk.stack.pick.name_buttons[0]
    QTest.mousePress(first, LEFT)
    room.cast(kiosk.poll_id, 0, {}, Channel.BY_HAND)
    QTest.mouseRelease(first, LEFT)
    assert kiosk.shows(kiosk.stack.pick)


def test_the_paper_says_whose_it_is(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    typed(kiosk, "aino eer", Qt.Key.Key_Return)
    assert kiosk.stack.paper.question.text().startswith("Aino Eeronen · Works of the yard · ")
    assert kiosk.stack.paper.subject.text().startswith("What")
    typed(kiosk, Qt.Key.Key_Return)
    texts = [label.text() for label in kiosk.page.findChildren(QLabel)]
    assert "Is this your vote, Aino Eeronen?" in texts


def test_a_letter_or_two_are_of_a_name_and_not_of_an_organisation() -> None:
    elias = VoterRow(1, "Elias Korhonen", "Metropolia", "A", "", None)
    others = [VoterRow(2, "Olga Virtanen", "Helen", "C", "", None)]
    assert found([elias, *others], "elias m") == []
    assert found([elias, *others], "elias metro") == [elias]
    assert found([elias, *others], "metropolia") == [elias]
    assert found([elias, *others], "el k") == [elias]
