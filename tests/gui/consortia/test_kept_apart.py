"""A card that is moved to where somebody sits from whom one is kept apart: said at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.consortia.consortia_slide import ConsortiaSlide
from kdc_desktop.domain.consortia.fitting import Suggestion
from kdc_desktop.screens.consortia.card_words import effect_of
from kdc_desktop.screens.consortia.consortia_screen import ConsortiaScreen
from kdc_desktop.screens.consortia.contents import Ink
from kdc_desktop.screens.kit.quiet_line import QuietLine
from kdc_desktop.screens.kit.screen import Sight
from kdc_desktop.services.people.apart import keep_apart, keep_apart_no_longer
from tests.gui.consortia.hands import K, beside, child, key, resident_in, where
from tests.rooms.consortia_room import Room

LEFT = Qt.MouseButton.LeftButton
NOW = "Aino Salmi and Kerttu Salmi are kept apart, and both are in Yard bikes now."
APART = "Aino Salmi and Kerttu Salmi are kept apart."


@pytest.fixture
def apart(filled: ConsortiaScreen, room: Room) -> ConsortiaScreen:
    """Kerttu, who sits in the second consortium, is kept apart from Aino in the first."""
    keep_apart(room.database, room.people[0], room.people[4], "a broken promise")
    filled.columns.focus_card(resident_in(room.winners[1], room.people[4]))
    return filled


def shown(screen: ConsortiaScreen, column: int) -> tuple[str, Ink, tuple[str, ...]]:
    text = screen.columns.columns[column]
    return text.status, text.tone, text.notices[:1]


def in_room(screen: ConsortiaScreen) -> str:
    slide = screen.slide_of(Sight())
    assert isinstance(slide, ConsortiaSlide)
    return slide.description


def test_it_is_said_on_the_spot_and_stands_on_the_card_until_it_is_mended(
    qtbot: QtBot, apart: ConsortiaScreen, room: Room
) -> None:
    with qtbot.waitSignal(apart.cautioned) as said:
        key(apart, K.Key_1)
    assert said.args == [NOW]
    assert where(apart)[room.people[4]] == 0
    assert shown(apart, 0) == ("1 pair to part", Ink.WARNING, (APART,))
    assert APART in beside(apart).effect.text()
    assert APART in apart.columns.columns[0].spoken
    assert "apart" not in in_room(apart)
    room.database.undo()
    assert shown(apart, 0)[2] != (APART,)
    assert where(apart)[room.people[4]] == 1


def test_a_move_that_brings_nobody_together_says_nothing(
    qtbot: QtBot, apart: ConsortiaScreen
) -> None:
    with qtbot.assertNotEmitted(apart.cautioned):
        key(apart, K.Key_3)


def test_it_is_said_before_the_card_is_dropped(apart: ConsortiaScreen, room: Room) -> None:
    seen = apart.shown.seen
    before = "Aino Salmi and Kerttu Salmi are kept apart, and both would be in Yard bikes."
    assert effect_of(seen, [room.people[4]], room.winners[0])[0] == before
    assert before not in effect_of(seen, [room.people[4]], room.winners[2])


def test_in_a_suggestion_it_is_said_as_well_and_asked_before_that_is_used(
    qtbot: QtBot, apart: ConsortiaScreen, room: Room
) -> None:
    placed = {room.people[0]: room.winners[0], room.people[4]: room.winners[1]}
    apart.suggesting._take((Suggestion(placed, (), (), 90.0, 0.0),))
    apart.columns.focus_card(resident_in(room.winners[1], room.people[4]))
    with qtbot.waitSignal(apart.cautioned) as said:
        key(apart, K.Key_1)
    assert said.args == [NOW]
    assert shown(apart, 0)[0] == "1 pair to part"
    QTest.mouseClick(apart.confirm_button, LEFT)
    box = child(apart.window(), QMessageBox, "breaks_box")
    assert "kept apart, and both would be in Yard bikes" in box.text()
    assert where(apart)[room.people[4]] == 1
    QTest.mouseClick(child(box, QPushButton, "breaks_box_anyway"), LEFT)
    assert where(apart)[room.people[4]] == 0


def test_two_who_are_kept_apart_since_a_suggestion_was_found_are_asked_about(
    apart: ConsortiaScreen, room: Room
) -> None:
    keep_apart_no_longer(room.database, room.people[0], room.people[4])
    placed = dict.fromkeys((room.people[0], room.people[4]), room.winners[0])
    apart.suggesting._take((Suggestion(placed, (), (), 90.0, 0.0),))
    keep_apart(room.database, room.people[0], room.people[4])
    key(apart, K.Key_C)
    box = child(apart.window(), QMessageBox, "breaks_box")
    leave = box.defaultButton()
    assert leave is not None
    QTest.mouseClick(leave, LEFT)
    assert where(apart)[room.people[4]] == 1


def test_what_is_cautioned_keeps_the_way_back(qtbot: QtBot) -> None:
    line = QuietLine()
    qtbot.addWidget(line)
    line.say("Moved Kerttu Salmi to Yard bikes", undo=True)
    line.caution(NOW)
    assert (line.text, line.undo_button.isVisibleTo(line)) == (NOW, True)
    line.say("Nothing to take back")
    line.caution(NOW)
    assert not line.undo_button.isVisibleTo(line)
