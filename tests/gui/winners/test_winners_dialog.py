"""Winners are chosen from the board without a poll, played with the mouse on a real file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.winners.winners_dialog import WinnersDialog, choose_winners
from kdc_desktop.services.winners.marking import unmark_winners
from kdc_desktop.services.winners.questions import winners
from tests.rooms.consortia_room import Room, make_room


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "club.kdc")
    unmark_winners(made.database, made.winners[1:], ())
    yield made
    made.database.close()


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, room: Room) -> Iterator[WinnersDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    choose_winners(room.database, 1, parent)
    found = parent.findChild(WinnersDialog)
    assert found is not None
    yield found
    for left in parent.findChildren(WinnersDialog):
        left.close()
    parent.close()


def titles(room: Room) -> list[str]:
    return [row.title for row in winners(room.database, 1)]


def test_clusters_come_before_ideas_and_winners_are_left_out(dialog: WinnersDialog) -> None:
    model = dialog.table.model()
    shown = [
        [model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())
    ]
    assert shown == [
        ["Cluster", "0", "Rooftop greenhouse"],
        ["Cluster", "0", "Five-day pilot permits"],
        ["Idea", "", "x"],
    ]


def test_what_is_selected_is_taken_further(dialog: WinnersDialog, room: Room) -> None:
    assert not dialog.take_button.isEnabled()
    dialog.table.selectRow(2)
    QTest.mouseClick(dialog.take_button, Qt.MouseButton.LeftButton)
    assert titles(room) == ["Yard bikes", "x"]


def test_what_has_won_in_the_meantime_is_said_in_the_dialog(
    dialog: WinnersDialog, room: Room
) -> None:
    dialog.table.selectRow(0)
    dialog.take()
    dialog.take()
    assert dialog.hint_label.text() == "This is a winner already."
    assert titles(room) == ["Yard bikes", "Rooftop greenhouse"]
