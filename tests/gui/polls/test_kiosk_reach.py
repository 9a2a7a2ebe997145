"""The kiosk by keys alone, on any keyboard, for a screen reader, and in large or clear letters."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QColor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.polls.kiosk.look import CONTRAST, Look
from kdc_desktop.audience.polls.kiosk.paper import PaperWidget
from kdc_desktop.audience.shared_screen import SharedScreen
from tests.gui.hearing import Heard, heard
from tests.gui.polls.stand import LEFT, MakeKiosk, Stand, card, tap, typed
from tests.rooms.poll_room import Room, make_room

__all__ = ["heard"]

AZERTY = dict(zip("1234567890", "&é\"'(-è_çà", strict=True))


@pytest.fixture
def make_paper(tmp_path: Path, qtbot: QtBot) -> Iterator[object]:
    """The paper of somebody, with that many options."""
    rooms: list[tuple[Room, Stand]] = []

    def make(options: int, **plan: object) -> PaperWidget:
        topics = tuple(f"Topic {n}" for n in range(1, options + 1))
        room = make_room(tmp_path / "many.kdc", topics=topics)
        kiosk = Stand(room, room.open_poll(**plan))
        rooms.append((room, kiosk))
        kiosk.resize(1366, 768)
        kiosk.show()
        qtbot.waitExposed(kiosk)
        typed(kiosk, "103", Qt.Key.Key_Return)
        return kiosk.stack.paper.paper

    yield make
    for room, kiosk in rooms:
        kiosk.put_away()
        room.database.close()


def places(paper: PaperWidget) -> dict[int, int]:
    """What is given, by the number of the option."""
    numbers = {key: n for n, (key, _title) in enumerate(paper.ballot.options, start=1)}
    return {numbers[spot.option_id]: count for spot, count in paper.marks.items()}


def press_azerty(to: QWidget, digit: str) -> None:
    """The key of a digit without Shift, on a keyboard that has another sign there."""
    sign = AZERTY[digit]
    scan_code = 10 + "1234567890".index(digit)
    key = QKeyEvent(
        QEvent.Type.KeyPress, ord(sign), Qt.KeyboardModifier.NoModifier, scan_code, 0, 0, sign
    )
    QApplication.sendEvent(to, key)


@pytest.mark.parametrize(
    ("options", "keys", "given"),
    [
        (6, "11", {1: 2}),
        (9, "123", {1: 1, 2: 1, 3: 1}),
        (10, "11", {1: 2}),
        (10, "10", {10: 1}),
        (10, "110", {1: 1, 10: 1}),
        (10, "1010", {10: 2}),
        (12, "12", {12: 1}),
        (12, "13", {1: 1, 3: 1}),
        (30, "27", {27: 1}),
        (30, "00", {}),
    ],
)
def test_fast_digits_give_what_they_say(make_paper, options, keys, given):
    paper = make_paper(options)
    QTest.keyClicks(paper, keys)
    assert places(paper) == given


def test_slow_digits_are_two_numbers_each_seen_at_once(make_paper, qtbot):
    paper = make_paper(12)
    paper.digit_pause = 10
    QTest.keyClicks(paper, "1")
    assert places(paper) == {1: 1}
    qtbot.wait(40)
    QTest.keyClicks(paper, "2")
    assert places(paper) == {1: 1, 2: 1}


def test_a_second_digit_takes_back_no_more_than_the_first_gave(make_paper):
    paper = make_paper(10)
    QTest.keyClicks(paper, "1")
    paper.give(paper.ballot.options[4][0])
    QTest.keyClicks(paper, "0")
    assert places(paper) == {5: 1, 10: 1}


def test_a_yes_is_not_taken_back_by_the_first_digit_of_another(make_paper):
    paper = make_paper(10, method="approval", marks_each=0)
    QTest.keyClicks(paper, "1")
    paper._digits.timeout.emit()
    QTest.keyClicks(paper, "10")
    assert places(paper) == {1: 1, 10: 1}


def test_digits_above_shift_and_on_the_keypad_count(make_paper):
    paper = make_paper(10)
    for digit in "64":
        press_azerty(paper, digit)
    QTest.keyClick(paper, Qt.Key.Key_3, Qt.KeyboardModifier.KeypadModifier)
    for digit in "10":
        press_azerty(paper, digit)
    assert places(paper) == {6: 1, 4: 1, 3: 1, 10: 1}


def test_with_shift_a_key_means_what_it_says(make_paper):
    paper = make_paper(10)
    shift = Qt.KeyboardModifier.ShiftModifier
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Exclam, shift, 10, 0, 0, "!")
    QApplication.sendEvent(paper, key)
    assert places(paper) == {}


def test_badges_and_the_pin_are_typed_without_shift_too(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    for digit in "103":
        press_azerty(kiosk.stack.pick.query, digit)
    assert kiosk.stack.pick.query.text() == '&à"'
    typed(kiosk, Qt.Key.Key_Return)
    assert kiosk.shows(kiosk.stack.paper)
    kiosk.ask_to_leave()
    for digit in "2468":
        press_azerty(kiosk.stack.pin.edit, digit)
    typed(kiosk, Qt.Key.Key_Return)
    assert not kiosk.isVisible()


def test_it_is_said_on_the_page_what_was_given(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk(marks_each=2)
    typed(kiosk, "103", Qt.Key.Key_Return)
    assert "Arrow keys choose" in kiosk.foot.line.text()
    typed(kiosk, "4")
    assert kiosk.foot.line.text() == "4. One ticket for ferry, tram and bike: 1 dot · 1 of 2 left"
    typed(kiosk, "4", "4")
    assert kiosk.foot.line.text() == "Nothing is left to give. Take something back first."
    typed(kiosk, "9")
    assert kiosk.foot.line.text() == "Nothing here has the number 9."
    kiosk.foot._told.timeout.emit()
    assert "Arrow keys choose" in kiosk.foot.line.text()


def test_the_keys_go_to_the_name_from_the_first_moment(room: Room, qtbot: QtBot) -> None:
    kiosk = Stand(room, room.open_poll())
    screen = SharedScreen(motion=False)
    qtbot.addWidget(screen)
    screen.show_kiosk(kiosk)
    screen.show()
    qtbot.waitUntil(kiosk.stack.pick.query.hasFocus)
    screen.leave_kiosk()


def test_every_page_says_its_keys(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    said = []
    for keys in ((), ("103", Qt.Key.Key_Return), (Qt.Key.Key_Return,)):
        typed(kiosk, *keys)
        said.append(kiosk.foot.line.text())
    kiosk.ask_to_leave()
    said.append(kiosk.foot.line.text())
    assert len(set(said)) == 4
    assert all("Enter" in line for line in said)


def test_starting_over_takes_enter(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    typed(kiosk, "103", Qt.Key.Key_Return, "1")
    kiosk.stack.paper.over_button.setFocus()
    typed(kiosk, Qt.Key.Key_Return)
    assert kiosk.shows(kiosk.stack.pick)


def test_a_screen_reader_hears_page_paper_and_what_is_left(
    make_kiosk: MakeKiosk, heard: Heard
) -> None:
    kiosk = make_kiosk()
    for name, told in (("aino", "Choose your name with"), ("nobody", "Nobody of this name")):
        typed(kiosk, name, Qt.Key.Key_Return)
        heard.clear()
        typed(kiosk, Qt.Key.Key_Return)
        assert [one for one in heard if one.startswith(told)], "each Enter is answered aloud"
        kiosk.stack.pick.query.clear()
    typed(kiosk, "103", Qt.Key.Key_Return)
    assert "Juho, where do your dots go?" in heard[-1]
    assert "5 of 5 left" in heard[-1]
    typed(kiosk, "1", "1")
    assert heard[-1].startswith("1. Yard cargo bikes: 2 dots")
    assert heard[-1].endswith("3 of 5 left")
    one = QAccessible.queryAccessibleInterface(card(kiosk, 1))
    assert one.text(QAccessible.Text.Name) == "1. Yard cargo bikes: 2 dots"
    assert one.text(QAccessible.Text.Description) == "3 of 5 left"
    step = QAccessible.queryAccessibleInterface(card(kiosk, 4).give_button)
    assert step.text(QAccessible.Text.Name) == "One more for One ticket for ferry, tram and bike"
    tap(kiosk, "kiosk_done")
    assert "Yard cargo bikes. 2 dots" in heard[-1]
    typed(kiosk, Qt.Key.Key_Return)
    assert "Thank you, Juho!" in heard[-1]


def test_large_letters_grow_with_the_settings(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk((1366, 768))
    before = kiosk.stack.pick.question.font().pixelSize()
    kiosk._settings.text_size = 200
    kiosk.stack.pick.question.ensurePolished()
    assert kiosk.stack.pick.question.font().pixelSize() >= 1.9 * before
    typed(kiosk, "103", Qt.Key.Key_Return, "1")
    QTest.mouseClick(card(kiosk, 2).give_button, LEFT)
    assert kiosk.stack.paper.left.text() == "3 of 5 left"


def test_high_contrast_is_worn_at_once(make_kiosk: MakeKiosk) -> None:
    kiosk = make_kiosk()
    kiosk._settings.kiosk_contrast = True
    assert kiosk.grab().toImage().pixelColor(2, 2) == QColor("#000000")
    words = [label for label in kiosk.findChildren(QLabel) if label.isVisible() and label.text()]
    assert {label.palette().windowText().color().name() for label in words} == {"#ffffff"}


def luminance(colour: str) -> float:
    parts = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def test_high_contrast_is_high() -> None:
    palette = Look(CONTRAST).palette
    shown = (palette.ink, palette.muted, palette.accent, palette.line, palette.bad)
    ratios = [(luminance(colour) + 0.05) / (luminance(palette.paper) + 0.05) for colour in shown]
    assert min(ratios) >= 7
