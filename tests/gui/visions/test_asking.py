"""Members are asked on the vision screen: Ask, digits, Reveal; and by call between evenings."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.visions.revealed_slide import RevealedSlide
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Session
from kdc_desktop.screens.kit.reasons import why_not
from kdc_desktop.screens.visions.position_dialog import PositionDialog
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.consortia.leaving import leave
from kdc_desktop.services.visions.positions import HowAnswered, take_position
from kdc_desktop.services.visions.versions import save_version
from tests.gui.visions.hands import SECOND, child, here, latest, levels, page, shown_slide
from tests.rooms.consortium_room import ConsortiumRoom

KIOSK = HowAnswered(way=AnswerWay.KIOSK)


def primary(screen: VisionScreen) -> list[str]:
    """What the prominent buttons say that can be seen."""
    shown = [one for one in screen.findChildren(QPushButton) if one.isVisible()]
    return [one.text() for one in shown if one.property("kind") == "primary"]


def said_of_it(screen: VisionScreen) -> str:
    return child(screen, QLabel, "asking_label").text()


def can_be_called_off(screen: VisionScreen) -> bool:
    return child(screen, QPushButton, "call_off_button").isVisible()


def go_on(screen: VisionScreen) -> None:
    """Press the one prominent button."""
    QTest.mouseClick(child(screen, QPushButton, "asking_button"), Qt.MouseButton.LeftButton)


def press(screen: VisionScreen, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(screen.matrix, key)


def evening_is_over(room: ConsortiumRoom) -> None:
    with room.database.edit(lazy("Closed the session")) as edit:
        edit.get_one(Session, room.session_id).status = SessionStatus.CLOSED


def reason(screen: VisionScreen, name: str) -> str:
    return why_not(child(screen, QAction, f"act_{name}"))


def test_one_button_leads_from_asking_to_the_reveal_and_to_asking_again(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    assert (primary(screen), said_of_it(screen)) == (
        ["Ask"],
        "Nobody has been asked about version 1 yet.",
    )
    go_on(screen)
    assert (primary(screen), said_of_it(screen)) == (["Reveal"], "0 of 7 have answered")
    assert can_be_called_off(screen)
    press(screen, Qt.Key.Key_7, Qt.Key.Key_6)
    assert (said_of_it(screen), can_be_called_off(screen)) == ("2 of 7 have answered", False)
    go_on(screen)
    assert primary(screen) == ["Ask again"]
    assert said_of_it(screen) == (
        "Version 1 is revealed: 2 of 7 have answered, 2 at the agreed level or better."
    )
    asking = page(room).last_asking(latest(room).id)
    assert asking is not None
    assert (asking.session_id, asking.is_open) == (room.session_id, False)
    save_version(room.database, room.consortium_id, SECOND)
    assert primary(screen) == ["Ask"]


def test_asking_again_begins_with_the_first_member_and_an_empty_column(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    press(screen, *[Qt.Key.Key_6] * 7, Qt.Key.Key_V, Qt.Key.Key_A)
    assert screen.matrix.spoken() == "Harbour Mobility · version 1 · not yet"
    assert said_of_it(screen) == "0 of 7 have answered"
    press(screen, Qt.Key.Key_8)
    assert here(screen)[0].name == "City, Transport"
    assert len(page(room).given) == 8


def test_who_looks_at_an_older_version_asks_about_the_latest(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    save_version(room.database, room.consortium_id, SECOND)
    QTest.mouseClick(screen.pills.pills["version_1"], Qt.MouseButton.LeftButton)
    press(screen, Qt.Key.Key_A)
    assert screen.statement.text == SECOND
    assert here(screen)[1].number == 2


def test_an_asking_is_called_off_by_its_button_and_comes_back_by_undo(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    press(screen, Qt.Key.Key_A)
    QTest.mouseClick(child(screen, QPushButton, "call_off_button"), Qt.MouseButton.LeftButton)
    assert (page(room).askings, primary(screen)) == ((), ["Ask"])
    room.database.undo()
    assert primary(screen) == ["Reveal"]


def test_what_came_by_the_kiosk_is_a_tick_and_is_passed_over(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    press(screen, Qt.Key.Key_A)
    before = screen.matrix.grab().toImage()
    take_position(room.database, latest(room).id, room.members[1], 2, "A secret", how=KIOSK)
    assert screen.matrix.grab().toImage() != before
    press(screen, Qt.Key.Key_7)
    assert here(screen)[0].name == "Yard committee Polaris"
    press(screen, Qt.Key.Key_Up)
    assert screen.matrix.spoken() == "City, Transport · version 1 · has answered"
    assert "A secret" not in screen.detail_label.text()
    screen.cells.ask_more_here()
    dialog = child(screen, PositionDialog)
    assert (dialog.reason_edit.text(), dialog.levels.checkedButton()) == ("", None)
    dialog.reject()
    press(screen, Qt.Key.Key_V)
    assert screen.matrix.spoken().endswith("2, Serious disagreement")
    assert "A secret" in screen.detail_label.text()


def test_v_reveals_to_the_room_in_one_move_which_undo_takes_back(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    press(screen, Qt.Key.Key_7, Qt.Key.Key_V)
    assert isinstance(shown_slide(screen), RevealedSlide)
    assert str(room.database.undo().label) == "Revealed the answers to version 1"
    assert not isinstance(shown_slide(screen), RevealedSlide)
    assert primary(screen) == ["Reveal"]
    press(screen, Qt.Key.Key_V)
    assert isinstance(shown_slide(screen), RevealedSlide)
    press(screen, Qt.Key.Key_V)
    assert not isinstance(shown_slide(screen), RevealedSlide)
    press(screen, Qt.Key.Key_A)
    press(screen, Qt.Key.Key_5, Qt.Key.Key_V)
    assert isinstance(shown_slide(screen), RevealedSlide)


def test_between_evenings_a_digit_is_a_call_and_is_revealed_at_once(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    evening_is_over(room)
    press(screen, Qt.Key.Key_7)
    (asking,) = page(room).askings
    assert (asking.session_id, asking.is_of_calls, levels(room)[0]) == (None, True, 7)
    assert not isinstance(shown_slide(screen), RevealedSlide)


def test_a_call_is_noted_with_level_reason_and_one_step(
    qtbot: QtBot, screen: VisionScreen, room: ConsortiumRoom
) -> None:
    evening_is_over(room)
    press(screen, Qt.Key.Key_Down, Qt.Key.Key_T)
    dialog = child(screen, PositionDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.version_label.text() == "What a call has brought, on version 1 of the vision"
    QTest.keyClick(dialog, Qt.Key.Key_4)
    QTest.keyClicks(dialog.reason_edit, "No budget")
    QTest.keyClicks(dialog.move_edit, "A sponsor")
    QTest.keyClick(dialog.move_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    said = page(room).said(room.members[1], latest(room).id)
    assert said is not None
    assert (said.level, said.reason, said.would_move, said.way) == (
        4,
        "No budget",
        "A sponsor",
        AnswerWay.CALL,
    )
    assert said_of_it(screen) == (
        "Version 1 is revealed: 1 of 7 have answered, 0 at the agreed level or better."
    )


def test_what_cannot_be_done_says_what_to_do(screen: VisionScreen, room: ConsortiumRoom) -> None:
    assert reason(screen, "show_positions") == (
        "Nobody has been asked about version 1. Ask with A first."
    )
    assert reason(screen, "call_off_the_asking") == "Nobody is being asked now."
    press(screen, Qt.Key.Key_A)
    assert reason(screen, "ask_the_members") == (
        "Yard bikes is being asked already. Reveal the answers with V."
    )
    assert reason(screen, "show_positions") == (
        "Nobody has answered yet. Note an answer first, or call the asking off."
    )
    press(screen, Qt.Key.Key_7)
    assert reason(screen, "call_off_the_asking") == (
        "Somebody has answered, and no answer is lost. Reveal them with V instead."
    )
    assert (reason(screen, "show_positions"), reason(screen, "note_a_call")) == ("", "")


def test_the_room_reads_what_is_new_in_the_version_that_it_is_asked_about(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    save_version(room.database, room.consortium_id, SECOND)
    press(screen, Qt.Key.Key_A)
    slide = shown_slide(screen)
    assert [slide.statement[start:end] for start, end in slide.new] == [
        "insured and stored indoors"
    ]
    assert (slide.answered, slide.waiting) == (0, 7)


def test_who_has_left_meanwhile_has_answered_so_nothing_is_called_off(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    press(screen, Qt.Key.Key_A, Qt.Key.Key_7)
    leave(room.database, room.members[0])
    assert said_of_it(screen) == "0 of 6 have answered"
    assert not can_be_called_off(screen)
    assert reason(screen, "call_off_the_asking").startswith("Somebody has answered")
    assert reason(screen, "show_positions") == ""
    press(screen, Qt.Key.Key_V)
    assert primary(screen) == ["Ask again"]
