"""The page of stakes: what each member wants, by version, filled in by keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from kdc_desktop.domain.visions.states import Served
from kdc_desktop.screens.visions.stakes_page import StakesPage
from kdc_desktop.screens.visions.stakes_table import StakesTable
from kdc_desktop.screens.visions.view import UnderVision
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.visions.stakes import StakeRow, add_stake
from kdc_desktop.services.visions.versions import save_version
from tests.gui.visions.hands import SECOND, latest, page
from tests.rooms.consortium_room import ConsortiumRoom


@pytest.fixture
def stakes(screen: VisionScreen, room: ConsortiumRoom) -> StakesPage:
    """Two versions, and what two members want."""
    save_version(room.database, room.consortium_id, SECOND)
    for member, text in ((5, "No theft claims"), (0, "More bikes sold")):
        add_stake(room.database, room.members[member], text)
    QTest.keyClick(screen.matrix, Qt.Key.Key_K)
    return screen.under.stakes.page


@pytest.fixture
def table(stakes: StakesPage) -> StakesTable:
    stakes.table.setFocus()
    return stakes.table


def said(room: ConsortiumRoom) -> list[list[Served | None]]:
    there = page(room)
    return [[row.served.get(version.id) for version in there.versions] for row in there.stakes]


def texts(room: ConsortiumRoom) -> list[str]:
    return [row.text for row in page(room).stakes]


def here(table: StakesTable) -> StakeRow:
    assert table.chosen.stake is not None
    return table.chosen.stake


def test_the_first_stake_is_written_on_the_empty_page(
    screen: VisionScreen, room: ConsortiumRoom
) -> None:
    QTest.keyClick(screen.matrix, Qt.Key.Key_K)
    stakes = screen.under.stakes.page
    assert stakes.text_edit.hasFocus()
    assert (stakes.summary.isVisible(), stakes.table.isVisible()) == (True, False)
    QTest.keyClicks(stakes.text_edit, "More bikes sold")
    QTest.keyClick(stakes.text_edit, Qt.Key.Key_Return)
    assert texts(room) == ["More bikes sold"]
    assert (stakes.text_edit.text(), stakes.table.isVisible()) == ("", True)
    assert screen.pills.pills["stakes"].words == "Stakes 1"


def test_keys_say_how_far_a_version_serves_a_stake(
    table: StakesTable, room: ConsortiumRoom
) -> None:
    for key in (Qt.Key.Key_S, Qt.Key.Key_Down, Qt.Key.Key_2, Qt.Key.Key_Left, Qt.Key.Key_N):
        QTest.keyClick(table, key)
    assert said(room) == [[None, Served.SERVED], [Served.NOT, Served.PARTLY]]
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert said(room) == [[None, Served.SERVED], [None, Served.PARTLY]]


def test_on_this_page_no_key_takes_a_position_or_goes_elsewhere(
    table: StakesTable, room: ConsortiumRoom
) -> None:
    for key in (Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_N, Qt.Key.Key_P):
        QTest.keyClick(table, key)
    assert page(room).positions == {}
    assert table.hasFocus()
    assert said(room)[0] == [None, Served.PARTLY]


def test_left_of_its_cells_a_stake_is_changed_and_removed(
    stakes: StakesPage, table: StakesTable, room: ConsortiumRoom
) -> None:
    table.go_to(page(room).stakes[1].id)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Return):
        QTest.keyClick(table, key)
    assert (stakes.text_edit.text(), stakes.text_edit.hasFocus()) == ("No theft claims", True)
    QTest.keyClicks(stakes.text_edit, "Few claims")
    QTest.keyClick(stakes.text_edit, Qt.Key.Key_Return)
    assert texts(room) == ["More bikes sold", "Few claims"]
    assert table.hasFocus()
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert texts(room) == ["More bikes sold"]
    room.database.undo()
    assert texts(room) == ["More bikes sold", "Few claims"]


def test_escape_leaves_the_words_as_they_were(
    stakes: StakesPage, table: StakesTable, room: ConsortiumRoom
) -> None:
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClicks(stakes.text_edit, "Something else")
    QTest.keyClick(stakes.text_edit, Qt.Key.Key_Escape)
    assert (stakes.text_edit.text(), table.hasFocus()) == ("", True)
    assert texts(room) == ["More bikes sold", "No theft claims"]


def test_a_click_on_a_choice_says_it_of_the_current_cell(
    screen: VisionScreen, stakes: StakesPage, table: StakesTable, room: ConsortiumRoom
) -> None:
    QTest.mouseClick(stakes.choices.pills["partly"], Qt.MouseButton.LeftButton)
    assert said(room)[0] == [None, Served.PARTLY]
    assert [pill.isChecked() for pill in stakes.choices.pills.values()] == [
        *(False, True, False, False)
    ]
    cell = table.cell_rect(1, 0).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert (table.chosen.row, table.chosen.column) == (1, 0)
    words = QPoint(table.cell_rect(1, -1).center())
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=words)
    assert (table.chosen.column, stakes.choices.pills["not"].isEnabled()) == (-1, False)


def test_what_no_version_serves_is_heard_and_read(table: StakesTable, room: ConsortiumRoom) -> None:
    QTest.keyClick(table, Qt.Key.Key_N)
    told = "Harbour Mobility: “More bikes sold” · version 2 · not · No version serves it"
    assert table.spoken() == told
    assert [item.text for item in table.spoken_items()][1:3] == [
        "Harbour Mobility: “More bikes sold” · version 1 · not said · No version serves it",
        told,
    ]
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().splitlines()[:2] == [
        "Member\tStake\tV1\tV2",
        "Harbour Mobility\tMore bikes sold\tnot said\tnot",
    ]


def test_its_menu_offers_what_its_keys_do(screen: VisionScreen, table: StakesTable) -> None:
    table.customContextMenuRequested.emit(QPoint(5, 5))
    [menu] = [menu for menu in screen.findChildren(QMenu) if menu.isVisible()]
    assert [action.text() for action in menu.actions()] == [
        *("Stake: Served", "Stake: Partly served", "Stake: Not served"),
        *("Change the words of the stake", "Remove the stake"),
    ]
    menu.close()


def test_a_stake_that_another_version_serves_stays_where_it_was_read(
    screen: VisionScreen, table: StakesTable, room: ConsortiumRoom
) -> None:
    table.go_to(page(room).stakes[1].id)
    add_stake(room.database, room.members[0], "A shop in every yard")
    assert here(table).text == "No theft claims"
    save_version(room.database, room.consortium_id, SECOND + " And dry.")
    assert table.chosen.version == latest(room)
    assert screen.view.look is UnderVision.STAKES
