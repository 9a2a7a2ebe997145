"""Reservations on the vision screen: their history, their owner, what meets them, asked again."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.i18n import lazy
from kdc_desktop.model import Person
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.position_dialog import Place, PositionDialog
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.visions.commitments import commit
from kdc_desktop.services.visions.positions import HowAnswered, take_position
from kdc_desktop.services.visions.reservations import Concern
from kdc_desktop.services.visions.rows import ReservationRow
from kdc_desktop.services.visions.versions import save_version
from tests.gui.visions.hands import SECOND, child, latest, page
from tests.rooms.consortium_room import ConsortiumRoom
from tests.rooms.vision_pages import reveal_all

NORTH = 5


@pytest.fixture
def raised(screen: VisionScreen, room: ConsortiumRoom) -> int:
    """A reservation of North Insurance, which was asked about version 1."""
    concern = Concern("Only if locked indoors.")
    vision_id = latest(room).id
    take_position(room.database, vision_id, room.members[NORTH], 4, concern=concern)
    reveal_all(room.database)
    room.clock.days(30)
    return row(room).id


def row(room: ConsortiumRoom) -> ReservationRow:
    [found] = page(room).reservations
    return found


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_reservation_tells_its_history_and_goes_on(
    screen: VisionScreen, room: ConsortiumRoom, raised: int
) -> None:
    click(child(screen.panel, QPushButton, f"addressed_{raised}"))
    click(child(screen.panel, QPushButton, f"lifted_{raised}"))
    last = screen.panel.findChildren(QWidget, f"history_{raised}")[-1]
    assert [label.text() for label in last.findChildren(QLabel)] == [
        *("15 Sep", "raised with version 1"),
        *("today", "addressed in version 1"),
        *("today", "lifted"),
    ]
    click(child(screen.panel, QPushButton, f"open_{raised}"))
    assert row(room).state == "open"


def test_whoever_takes_care_of_it_is_found_while_one_types(
    screen: VisionScreen, room: ConsortiumRoom, raised: int
) -> None:
    with room.database.edit(lazy("Met somebody")) as edit:
        edit.add(Person(name="Aino Läine", created_at=room.clock()))
    click(child(screen.panel, QPushButton, f"name_owner_{raised}"))
    owner = child(screen.panel, QLineEdit, f"owner_{raised}")
    QTest.keyClicks(owner, "laine")
    model = owner.completer().completionModel()
    assert [model.index(at, 0).data() for at in range(model.rowCount())] == ["Aino Läine"]
    popup = owner.completer().popup()
    assert popup is not None
    popup.close()
    owner.setText("Aino Läine")
    QTest.keyClick(owner, Qt.Key.Key_Return)
    assert (row(room).owner, row(room).owner_id is None) == ("Aino Läine", False)


def test_a_promise_that_was_made_can_meet_it(
    screen: VisionScreen, room: ConsortiumRoom, raised: int
) -> None:
    given = commit(room.database, room.members[2], "A locked room", date(2026, 12, 1))
    click(child(screen.panel, QPushButton, f"met_by_{raised}"))
    [menu] = [menu for menu in screen.panel.findChildren(QMenu) if menu.isVisible()]
    [action] = menu.actions()
    assert action.text() == "Yard committee Polaris: A locked room"
    action.trigger()
    menu.close()
    assert page(room).commitments[0].id == given
    assert page(room).commitments[0].reservation_id == raised
    assert row(room).state == "addressed"


def test_the_next_promise_says_which_reservation_it_meets(
    screen: VisionScreen, room: ConsortiumRoom, raised: int
) -> None:
    panel = screen.panel.commitments
    assert [panel.meets_combo.itemText(at) for at in range(2)] == [
        "Meets no reservation",
        "Meets North Insurance: “Only if locked indoors.”",
    ]
    panel.meets_combo.setCurrentIndex(1)
    panel.what_edit.setText("A locked room")
    click(panel.commit_button)
    assert page(room).commitments[0].reservation_id == raised
    assert (panel.what_edit.text(), panel.meets_combo.currentData()) == ("", None)


def dialog(qtbot: QtBot, theme: Theme, room: ConsortiumRoom, member: int) -> PositionDialog:
    place = Place.of(page(room), room.members[member], latest(room).id)
    made = PositionDialog(theme, room.database, place, HowAnswered())
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_who_has_a_reservation_is_asked_whether_it_is_still_there(
    qtbot: QtBot, theme: Theme, screen: VisionScreen, room: ConsortiumRoom, raised: int
) -> None:
    save_version(room.database, room.consortium_id, SECOND, answers=[raised])
    room.clock.days(1)
    asked = dialog(qtbot, theme, room, NORTH)
    assert asked.asked_again.heard == {}
    child(asked, QRadioButton, f"lifted_{raised}").click()
    QTest.keyClicks(asked, "7")
    asked.save()
    assert (row(room).state, len(row(room).steps)) == ("addressed", 2), "told by the reveal"
    reveal_all(room.database)
    assert (row(room).state, len(row(room).steps)) == ("lifted", 3)


def test_nobody_else_is_asked_about_it_nor_about_what_was_just_raised(
    qtbot: QtBot, theme: Theme, screen: VisionScreen, room: ConsortiumRoom, raised: int
) -> None:
    assert not dialog(qtbot, theme, room, 0).asked_again.isVisible()
    concern = Concern("Who pays?")
    take_position(room.database, latest(room).id, room.members[1], 4, concern=concern)
    assert not dialog(qtbot, theme, room, 1).asked_again.isVisible()


def test_what_was_noted_with_an_answer_stands_in_its_window_until_it_is_revealed(
    qtbot: QtBot, theme: Theme, screen: VisionScreen, room: ConsortiumRoom
) -> None:
    concern = Concern("Who pays?", objection=True, owner="Somebody else")
    take_position(room.database, latest(room).id, room.members[1], 1, concern=concern)
    again = dialog(qtbot, theme, room, 1)
    QTest.keyClicks(again, "2")
    again.reservation_edit.setText("Who pays for it?")
    again.save()
    said = row(room)
    assert (said.text, said.objection, said.owner) == ("Who pays for it?", True, "Somebody else")
    once_more = dialog(qtbot, theme, room, 1)
    once_more.reservation_check.click()
    once_more.save()
    assert page(room).reservations == ()
    take_position(room.database, latest(room).id, room.members[1], 1, concern=concern)
    reveal_all(room.database)
    new_answer = dialog(qtbot, theme, room, 1)
    assert not new_answer.reservation_check.isChecked()


def test_a_commitment_tells_which_reservation_it_meets(
    screen: VisionScreen, room: ConsortiumRoom, raised: int
) -> None:
    commit(room.database, room.members[1], "A locked room", None, raised)
    told = [label.text() for label in screen.panel.findChildren(QLabel) if label.isVisible()]
    assert "Meets North Insurance: “Only if locked indoors.”" in told
