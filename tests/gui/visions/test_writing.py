"""A version is written step by step, and says which reservations it answers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from kdc_desktop.domain.visions.parts import VisionParts
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.answer_ticks import AnswerTick
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.visions.reservations import Concern
from kdc_desktop.services.visions.versions import save_version
from tests.gui.visions.hands import FIRST, child, latest, opened, page
from tests.rooms.consortium_room import ConsortiumRoom

MADE = "Every yard shares a bike by spring, so that cars go."
WRITTEN = VisionParts("every yard", "shares a bike", "cars go", "spring")


def write(screen: VisionScreen, key: str, text: str) -> None:
    line = screen.editor.guided.steps.lines[key]
    line.clear()
    QTest.keyClicks(line, text)


def write_all(screen: VisionScreen) -> None:
    for key, text in WRITTEN.said.items():
        write(screen, key, text)


def sentence(screen: VisionScreen) -> str:
    return screen.editor.text_edit.toPlainText()


@pytest.fixture
def empty(qtbot: QtBot, theme: Theme, room: ConsortiumRoom) -> VisionScreen:
    """A consortium without a vision, of which the first one is being written."""
    screen = opened(qtbot, theme, room)
    screen.write()
    return screen


def test_the_first_version_is_made_of_its_parts(empty: VisionScreen, room: ConsortiumRoom) -> None:
    assert empty.editor.guided.steps.isVisible()
    write_all(empty)
    assert sentence(empty) == MADE
    empty.editor.keep()
    assert (latest(room).text, latest(room).parts) == (MADE, WRITTEN)


def test_a_sentence_that_somebody_has_written_stays_until_it_is_asked_for(
    empty: VisionScreen,
) -> None:
    write_all(empty)
    QTest.keyClicks(empty.editor.text_edit, " And dry.")
    write(empty, "by_when", "autumn")
    assert sentence(empty) == MADE + " And dry."
    assert empty.editor.guided.put_in_button.isVisible()
    empty.editor.guided.put_in_button.click()
    assert sentence(empty) == MADE.replace("spring", "autumn")
    assert not empty.editor.guided.put_in_button.isVisible()
    empty.editor.text_edit.undo()
    assert sentence(empty) == MADE + " And dry."


def test_enter_goes_from_part_to_part_and_to_the_sentence(empty: VisionScreen) -> None:
    lines = list(empty.editor.guided.steps.lines.values())
    lines[0].setFocus()
    for line in lines:
        assert line.hasFocus()
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert empty.editor.text_edit.hasFocus()
    assert empty.editor.is_open


def test_ctrl_enter_in_a_part_saves_and_escape_keeps_the_draft(
    empty: VisionScreen, room: ConsortiumRoom
) -> None:
    write_all(empty)
    line = child(empty, QLineEdit, "part_who")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not empty.editor.is_open
    empty.write()
    assert (empty.editor.guided.steps.parts, sentence(empty)) == (WRITTEN, MADE)
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert latest(room).parts == WRITTEN


def test_the_parts_of_the_last_version_stand_there_for_the_next(
    empty: VisionScreen, room: ConsortiumRoom
) -> None:
    save_version(room.database, room.consortium_id, MADE, parts=WRITTEN)
    empty.editor.close()
    empty.write()
    assert empty.editor.guided.steps.isVisible()
    write(empty, "by_when", "autumn")
    assert sentence(empty) == MADE.replace("spring", "autumn")


def test_without_parts_the_steps_are_offered(screen: VisionScreen) -> None:
    screen.write()
    steps = screen.editor.guided.steps
    assert not steps.isVisible()
    screen.editor.guided.open_button.click()
    assert steps.isVisible()
    write_all(screen)
    assert sentence(screen) == FIRST


def test_a_version_says_which_reservations_it_answers(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    first = latest(room).id
    for member, worry in ((5, "Only indoors."), (1, "Who pays?")):
        take_position(room.database, first, room.members[member], 4, concern=Concern(worry))
    indoors, pays = (row.id for row in page(room).reservations)
    screen.write()
    child(screen.editor_card, QCheckBox, f"answers_{indoors}").click()
    QTest.keyClicks(screen.editor.text_edit, " Stored indoors.")
    QTest.keyClick(screen.editor.text_edit, Qt.Key.Key_Escape)
    screen.write()
    assert screen.editor.ticks.ticked == (indoors,), "it was kept with the draft"
    screen.editor.keep()
    states = {row.id: str(row.state) for row in page(room).reservations}
    assert states == {indoors: "addressed", pays: "open"}
    room.database.undo()
    assert {str(row.state) for row in page(room).reservations} == {"open"}
    assert len(page(room).versions) == 1


def test_a_click_on_the_words_ticks_as_well(screen: VisionScreen, room: ConsortiumRoom) -> None:
    take_position(room.database, latest(room).id, room.members[5], 4, concern=Concern("Indoors."))
    screen.write()
    [tick] = screen.editor.ticks.findChildren(AnswerTick)
    QTest.mouseClick(child(tick, QLabel), Qt.MouseButton.LeftButton)
    assert len(screen.editor.ticks.ticked) == 1
