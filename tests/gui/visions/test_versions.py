"""Over the versions of a vision: what changed, and what members have said of an earlier one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kdc_desktop.domain.visions.parts import VisionParts
from kdc_desktop.screens.visions.view import UnderVision
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.visions.positions import take_position
from kdc_desktop.services.visions.readings import set_reading
from kdc_desktop.services.visions.reservations import Concern
from kdc_desktop.services.visions.versions import save_version
from tests.gui.visions.hands import FIRST, SECOND, child, latest, page
from tests.rooms.consortium_room import ConsortiumRoom
from tests.rooms.vision_pages import reveal_all

THIRD = "Every yard shares two cargo bikes, insured and stored indoors."


@pytest.fixture
def third(screen: VisionScreen, room: ConsortiumRoom) -> int:
    """A vision in three versions; the readings of two members are of the first."""
    first = latest(room).id
    for member in (0, 1):
        set_reading(room.database, first, room.members[member], "More bikes sold")
    save_version(room.database, room.consortium_id, SECOND)
    return save_version(room.database, room.consortium_id, THIRD)


def click(screen: VisionScreen, key: str) -> None:
    QTest.mouseClick(screen.pills.pills[key], Qt.MouseButton.LeftButton)


def struck(screen: VisionScreen) -> str:
    return screen.statement.accessibleDescription()


def test_any_two_versions_are_compared_by_their_words(
    screen: VisionScreen, room: ConsortiumRoom, third: int
) -> None:
    first = page(room).versions[0].id
    click(screen, "compare")
    assert struck(screen) == "New: two; bikes. Taken out: a; bike"
    click(screen, f"against_{first}")
    assert struck(screen) == "New: two; bikes, insured and stored indoors. Taken out: a; bike"
    assert screen.from_label.text().endswith("vision 3 of 3, compared with version 1")
    click(screen, "version_2")
    assert struck(screen) == "New: insured and stored indoors"
    assert f"against_{first}" not in screen.pills.pills, "there is only one version before it"


def test_shift_c_goes_back_from_version_to_version(screen: VisionScreen, third: int) -> None:
    screen.matrix.setFocus()
    said = []
    for _time in range(3):
        QTest.keyClick(screen.matrix, Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
        said.append(screen.from_label.text()[-1])
    assert said == ["2", "1", "2"]


def test_beside_a_version_stands_what_it_answers_and_how_one_will_know(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    take_position(room.database, latest(room).id, room.members[5], 4, concern=Concern("Indoors."))
    answers = [page(room).reservations[0].id]
    parts = VisionParts(how_known="each bike is out four days a week")
    save_version(room.database, room.consortium_id, SECOND, "North asked", parts, answers)
    assert screen.note_label.text().splitlines() == [
        "North asked",
        "Answers reservations of North Insurance.",
        "How we will know: each bike is out four days a week",
    ]


def look(screen: VisionScreen) -> None:
    QTest.keyClick(screen.matrix, Qt.Key.Key_R)
    assert screen.view.look is UnderVision.READINGS


def test_a_reading_is_carried_over_until_its_member_says_that_it_is_still_so(
    screen: VisionScreen, room: ConsortiumRoom, third: int
) -> None:
    look(screen)
    assert screen.pills.pills["readings"].words == "Readings 0 of 7"
    edit = screen.readings.edits[room.members[0]]
    assert edit.toPlainText() == "More bikes sold"
    assert edit.accessibleDescription() == "Carried over from version 1"
    button = child(screen.readings, QPushButton, f"still_so_{room.members[0]}")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page(room).readings[room.members[0], third] == "More bikes sold"
    assert (button.isVisible(), edit.accessibleDescription()) == (False, "")
    assert screen.pills.pills["readings"].words == "Readings 1 of 7"


def test_ctrl_enter_says_the_same_and_other_words_take_its_place(
    screen: VisionScreen, room: ConsortiumRoom, third: int
) -> None:
    look(screen)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(screen.readings.edits[room.members[0]], Qt.Key.Key_Return, control)
    other = screen.readings.edits[room.members[1]]
    other.setPlainText("Fewer bikes sold")
    QTest.keyClick(other, Qt.Key.Key_Return, control)
    said = [page(room).readings.get((room.members[member], third)) for member in (0, 1)]
    assert said == ["More bikes sold", "Fewer bikes sold"]


def test_what_was_carried_over_is_not_emptied(
    qtbot: QtBot, screen: VisionScreen, room: ConsortiumRoom, third: int
) -> None:
    look(screen)
    edit = screen.readings.edits[room.members[0]]
    edit.setPlainText("")
    with qtbot.waitSignal(screen.problem) as told:
        edit.keep()
    assert "said this of version 1" in told.args[0]
    assert edit.toPlainText() == "More bikes sold"


def test_of_an_earlier_version_nothing_is_confirmed(
    screen: VisionScreen, room: ConsortiumRoom, third: int
) -> None:
    click(screen, "version_2")
    look(screen)
    button = child(screen.readings, QPushButton, f"still_so_{room.members[0]}")
    assert not button.isVisible()
    assert screen.statement.text == SECOND
    assert latest(room).text != FIRST


def test_looking_at_an_earlier_version_tells_how_its_asking_ended(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    take_position(room.database, latest(room).id, room.members[0], 7)
    reveal_all(room.database)
    save_version(room.database, room.consortium_id, SECOND)
    bar = screen.asking.bar
    assert bar.state.text() == "Nobody has been asked about version 2 yet."
    click(screen, "version_1")
    assert bar.state.text().startswith("Version 1 is revealed: 1 of 7 have answered, 1 at the")
