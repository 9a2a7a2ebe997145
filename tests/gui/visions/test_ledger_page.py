"""The ledger on the vision screen: read at a glance, walked by keyboard, with what helps most."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QToolTip
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from kdc_desktop.domain.visions.states import AnswerWay, ReservationState
from kdc_desktop.model import Session
from kdc_desktop.model.visions import Reservation
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.position_dialog import PositionDialog
from kdc_desktop.screens.visions.view import UnderVision
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.consortia.worked_on import take_up
from kdc_desktop.services.visions.consortium_ledger import consortium_ledger
from kdc_desktop.services.visions.positions import HowAnswered, take_position
from kdc_desktop.services.visions.reservations import settle_reservation
from tests.gui.visions.hands import child, shown_button
from tests.rooms.ledger_room import LedgerRoom, make_ledger_room


@pytest.fixture
def half_year(tmp_path: Path) -> Iterator[LedgerRoom]:
    made = make_ledger_room(tmp_path / "club.kdc")
    yield made
    made.database.close()


@pytest.fixture
def screen(qtbot: QtBot, theme: Theme, half_year: LedgerRoom) -> VisionScreen:
    database = half_year.database
    with database.read() as snapshot:
        tonight = snapshot.scalar(select(func.max(Session.id))) or 0
    take_up(database, tonight, half_year.consortium_id)
    made = VisionScreen(theme, database, tonight)
    qtbot.addWidget(made)
    qtbot.addWidget(made.panel)
    database.subscribe(made.on_changes)
    made.resize(1000, 1000)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    QTest.keyClick(made, Qt.Key.Key_L)
    made.ledger.view.setFocus()
    return made


def here(screen: VisionScreen) -> tuple[str, int]:
    found = screen.ledger.view.current
    assert found is not None
    return found[0].member.name, found[1]


def press(screen: VisionScreen, *keys: Qt.Key, control: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    for key in keys:
        QTest.keyClick(screen.ledger.view, key, held)
    QApplication.processEvents()


def test_a_key_opens_the_ledger_and_once_more_the_map(screen: VisionScreen) -> None:
    assert screen.ledger.view.isVisible()
    assert screen.pills.pills["ledger"].isChecked()
    assert screen.ledger.panel.isVisible()
    assert not screen.panel.headline.isVisible()
    QTest.keyClick(screen, Qt.Key.Key_L)
    assert screen.matrix.isVisible()
    assert screen.panel.headline.isVisible()
    assert not screen.ledger.panel.isVisible()


def test_it_opens_on_the_newest_asking_and_is_walked_by_arrows(screen: VisionScreen) -> None:
    assert here(screen) == ("Harbour Mobility", 5)
    press(screen, Qt.Key.Key_Down, Qt.Key.Key_Left)
    assert here(screen) == ("North Insurance", 4)
    press(screen, Qt.Key.Key_Home)
    assert here(screen) == ("North Insurance", 0)
    press(screen, Qt.Key.Key_End)
    assert here(screen) == ("North Insurance", 5)
    press(screen, Qt.Key.Key_End, control=True)
    assert here(screen) == ("Mei Korhonen", 5)
    press(screen, Qt.Key.Key_PageUp)
    assert here(screen) == ("City, Transport", 5)
    press(screen, Qt.Key.Key_Home, control=True)
    assert here(screen) == ("Harbour Mobility", 5)


def test_a_cell_is_read_aloud_with_what_stands_there(screen: VisionScreen) -> None:
    view = screen.ledger.view
    items = {item.text: item for item in view.spoken_items()}
    assert len(items) == 13 * 6
    press(screen, Qt.Key.Key_Down)
    assert view.spoken() == ("North Insurance · version 4, 24 Nov · 3, Against, but will support")
    chosen = [item.text for item in view.spoken_items() if item.chosen]
    assert chosen == [view.spoken()]
    assert "Quay Storage · version 4, 24 Nov · left on 20 Aug, handed to Harbour Mobility" in items
    assert "Ferry Line · version 1, 12 May · joined 8 Sep" in items
    assert "Regional Transport · version 2, 16 Jun · observes, is not asked" in items
    assert "Eero Salmi · version 2, 16 Jun · not asked, 7 stands" in items
    assert "Coast University, Urban Lab · version 3, 8 Sep · absent" in items


def test_a_click_on_a_cell_or_a_name_chooses_it(screen: VisionScreen) -> None:
    view = screen.ledger.view
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.cell_rect(3, 3).center())
    assert here(screen) == ("Ferry Line", 3)
    name = QPoint(20, view.cell_rect(6, 0).center().y())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=name)
    assert here(screen) == ("Regional Transport", 3)
    assert view.cell_at(QPointF(20, 2)) is None


def test_beside_it_stands_the_answer_that_is_looked_at(screen: VisionScreen) -> None:
    press(screen, Qt.Key.Key_Down)
    said = [label.text() for label in screen.ledger.panel.answer.findChildren(QLabel)]
    for words in (
        "North Insurance",
        "18:18, noted by hand, version 4",
        "Against, but will support",
        "“A bike locked in a yard is a bike we pay for twice each winter.”",
        "One step up: A lock with a record, or a room",
        "“Locked indoors at night”",
    ):
        assert words in said
    assert screen.ledger.panel.headline.text() == "Not yet: three things"


def test_enter_writes_what_may_still_change_and_reads_what_may_not(
    screen: VisionScreen, qtbot: QtBot
) -> None:
    press(screen, Qt.Key.Key_Return)
    dialog = child(screen, PositionDialog)
    assert dialog.isVisible()
    dialog.reject()
    screen.ledger.view.setFocus()
    press(screen, Qt.Key.Key_Home, Qt.Key.Key_Return)
    answer = screen.ledger.panel.answer
    qtbot.waitUntil(lambda: screen.panel.focusWidget() is answer)
    QTest.keyClick(answer, Qt.Key.Key_Escape)
    assert screen.focusWidget() is screen.ledger.view


def test_the_whole_ledger_is_copied_as_a_table(screen: VisionScreen) -> None:
    press(screen, Qt.Key.Key_C, control=True)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert lines[0][:4] == ["Member", "Role", "V1, 12 May 2026", "V2, 12 May 2026"]
    assert lines[2] == ["North Insurance", "Funder", "4", "4", "5", "5", "6", "answered", ""]
    assert lines[14][2:8] == ["8 of 10", "8 of 10", "3 calls", "9 of 10", "1 call", "10 of 11 in"]
    assert [line[0] for line in lines[15:]] == [
        "All together",
        "Companies",
        "City and public",
        "Academia",
        "Third sector",
        "Residents",
    ]


def test_what_helps_most_is_done_by_its_button(screen: VisionScreen) -> None:
    panel = screen.ledger.panel
    assert child(panel, QLabel, "helps_most_label").text().startswith("Bring “stored indoors” back")
    QTest.mouseClick(child(panel, QPushButton, "helps_most_button"), Qt.MouseButton.LeftButton)
    assert screen.editor.is_open


def test_a_reservation_is_settled_beside_the_ledger(
    screen: VisionScreen, half_year: LedgerRoom
) -> None:
    press(screen, Qt.Key.Key_Down)
    QTest.mouseClick(shown_button(screen.ledger.panel, "Lifted"), Qt.MouseButton.LeftButton)
    ledger = consortium_ledger(half_year.database, half_year.consortium_id)
    assert [str(one.head) for one in ledger.reasons] == [
        "below the agreed level 5",
        "has not answered version 4",
        "commitment overdue",
    ]
    assert screen.ledger.panel.headline.text() == "Not yet: three things"


def test_what_came_by_the_kiosk_is_not_seen_before_its_reveal(
    screen: VisionScreen, half_year: LedgerRoom
) -> None:
    ledger = consortium_ledger(half_year.database, half_year.consortium_id)
    how = HowAnswered(ledger.columns[-1].session_id, AnswerWay.KIOSK)
    vision_id, coast = ledger.columns[-1].vision_id, half_year.member("Coast")
    take_position(half_year.database, vision_id, coast, 1, "Veto, and why", how=how)
    view = screen.ledger.view
    view.go_to(coast)
    assert view.spoken() == "Coast University, Urban Lab · version 4, 24 Nov · answered"
    press(screen, Qt.Key.Key_C, control=True)
    table = QGuiApplication.clipboard().text()
    said = " ".join(label.text() for label in screen.ledger.panel.findChildren(QLabel))
    assert "Veto" not in table + said
    line = next(line for line in table.splitlines() if line.startswith("Coast"))
    assert line.split("\t")[7:] == ["answered", ""]
    assert "11 of 11 in" in table
    after = consortium_ledger(half_year.database, half_year.consortium_id)
    row = next(row for row in after.rows if row.member.id == coast)
    assert [answer.level for _at, answer in row.answers] == [6, 6, 7]
    assert all(answer.reason != "Veto, and why" for answer in after.answers.values())


def test_an_answer_taken_back_is_shown_where_it_was(
    screen: VisionScreen, half_year: LedgerRoom
) -> None:
    ledger = consortium_ledger(half_year.database, half_year.consortium_id)
    coast, vision_id = half_year.member("Coast"), ledger.columns[-1].vision_id
    take_position(half_year.database, vision_id, coast, 6)
    assert screen.ledger.view.spoken_items()[7 * 6 + 5].text.endswith("Support with reservations")
    half_year.database.undo()
    assert screen.ledger.view.spoken_items()[7 * 6 + 5].text.endswith("not yet")
    assert screen.view.look is UnderVision.LEDGER


def test_digits_take_no_position_in_the_ledger_and_say_where_they_do(
    screen: VisionScreen, half_year: LedgerRoom, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(screen.problem) as told:
        press(screen, Qt.Key.Key_3)
    assert told.args == ["Answers are noted in the map. Press L to leave the ledger first."]
    assert consortium_ledger(half_year.database, half_year.consortium_id).sums[-1].answered == 10


def test_a_right_click_opens_an_answer_and_copies_all(screen: VisionScreen) -> None:
    view = screen.ledger.view
    view.customContextMenuRequested.emit(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = {action.text(): action for action in menu.actions()}
    menu.close()
    assert list(offered) == ["Open the answer", "Copy the ledger"]
    QGuiApplication.clipboard().clear()
    offered["Copy the ledger"].trigger()
    assert QGuiApplication.clipboard().text().startswith("Member\tRole")


def test_what_stands_in_a_cell_is_told_to_who_points_at_it(screen: VisionScreen) -> None:
    view = screen.ledger.view
    at = view.cell_rect(1, 5).center()
    QApplication.sendEvent(
        view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    )
    assert "we pay for twice each winter" in QToolTip.text()


def test_where_nobody_has_answered_the_button_asks(
    screen: VisionScreen, half_year: LedgerRoom
) -> None:
    half_year.version("Every yard shares two cargo bikes, stored indoors.")
    with half_year.database.read() as snapshot:
        concern = snapshot.scalar(select(Reservation.id).where(Reservation.text.like("Locked%")))
    settle_reservation(half_year.database, concern or 0, ReservationState.LIFTED)
    button = child(screen.ledger.panel, QPushButton, "helps_most_button")
    assert button.text() == "Ask"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    ledger = consortium_ledger(half_year.database, half_year.consortium_id)
    assert ledger.columns[-1].is_open
    assert ledger.columns[-1].version_number == 5
