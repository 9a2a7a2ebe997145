"""A member that has spoken is not moved by hand: whether it leaves is asked first."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton

from kdc_desktop.screens.consortia.consortia_screen import ConsortiaScreen
from kdc_desktop.screens.consortia.leave_dialog import LeaveDialog
from kdc_desktop.services.consortia.membership import membership
from kdc_desktop.services.visions.commitments import commit
from tests.gui.consortia.hands import K, child, key, organisation_in
from tests.rooms.consortia_room import Room


def speak(filled: ConsortiaScreen, room: Room) -> int:
    """Harbour Mobility promises something, and its card has the focus; its consortium."""
    column = filled.shown.kept.consortia[0]
    (mobility,) = column.members
    assert mobility.id is not None
    assert column.id is not None
    commit(room.database, mobility.id, "Ten bikes", None)
    filled.columns.focus_card(organisation_in(room.winners[0], room.organisations[0]))
    return column.id


def test_moving_a_member_that_has_spoken_asks_whether_it_leaves(
    filled: ConsortiaScreen, room: Room
) -> None:
    here = speak(filled, room)
    key(filled, K.Key_2)
    box = child(filled.window(), QMessageBox, "leave_box")
    assert box.text().startswith("Harbour Mobility has taken a position or made a promise")
    QTest.mouseClick(child(box, QPushButton, "leave_box_anyway"), Qt.MouseButton.LeftButton)
    assert [row.is_in for row in membership(room.database, here)] == [False]
    names = [one.name for one in filled.shown.kept.consortia[1].members]
    assert "Harbour Mobility" in names


def test_a_card_lets_its_member_leave_and_hand_over(filled: ConsortiaScreen, room: Room) -> None:
    here = speak(filled, room)
    filled.cards.let_leave()
    dialog = child(filled, LeaveDialog)
    assert dialog.headline.text() == "Harbour Mobility leaves"
    QTest.mouseClick(dialog.leave_button, Qt.MouseButton.LeftButton)
    assert [row.is_in for row in membership(room.database, here)] == [False]
    assert filled.shown.kept.consortia[0].members == ()
