"""Who has met whom, played with keys and the mouse on a real file."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdc_desktop.i18n import lazy
from kdc_desktop.model import Organisation, Seat
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.network.beside import NetworkBeside
from kdc_desktop.screens.network.network_screen import NetworkScreen
from kdc_desktop.services.network.beside import NetWho
from kdc_desktop.settings import ThemeMode
from kdc_desktop.storage import Database, open_database
from tests.gui.network.hands import opened, read
from tests.rooms.meeting_room import FIRST_EVENING, MeetingRoom

K = Qt.Key


@pytest.fixture
def database(tmp_path) -> Iterator[Database]:
    made = open_database(tmp_path / "club.kdc", lambda: FIRST_EVENING)
    yield made
    made.close()


@pytest.fixture
def room(database: Database) -> MeetingRoom:
    """Two evenings: House 1 meets House 2 on the first, and all three on the second."""
    made = MeetingRoom(database)
    first, second = made.evening(came=range(1, 10)), made.evening(came=range(1, 10))
    made.tables(first, (1, 2, 4), (5, 6))
    made.tables(second, (1, 2), (3, 5, 7))
    return made


@pytest.fixture
def screen(qtbot: QtBot, theme: Theme, room: MeetingRoom) -> NetworkScreen:
    return opened(qtbot, theme, room)


def beside(screen: NetworkScreen) -> NetworkBeside:
    found = screen.inspector()
    assert isinstance(found, NetworkBeside)
    return found


def shown_of(screen: NetworkScreen) -> tuple[NetWho | None, int | None]:
    return beside(screen).who, screen.view.chosen


def act(screen: NetworkScreen, name: str) -> None:
    found = screen.findChild(QAction, f"act_{name}")
    assert isinstance(found, QAction)
    found.trigger()


def listed(screen: NetworkScreen) -> list[str]:
    table = beside(screen).rows_table
    return [row.name for row in table.filter.rows_at(range(table.filter.rowCount()))]


def click_on(screen: NetworkScreen, key: int, *, twice: bool = False) -> None:
    at = screen.view.mark_rect(key).center().toPoint()
    QTest.mouseClick(screen.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    if twice:
        QTest.mouseDClick(screen.view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def pick_period(screen: NetworkScreen, words: str) -> None:
    combo = screen.period_combo
    combo.setCurrentIndex([combo.itemText(at) for at in range(combo.count())].index(words))
    combo.activated.emit(combo.currentIndex())
    read(screen)


def test_sentences_on_top_tell_what_the_whole_club_came_to(screen: NetworkScreen):
    assert screen.told_label.text() == (
        "9 people, 3 organisations. 7 ties between people. "
        "2 pairs of organisations have met. 9 people came back. 2 people stand on the edge."
    )


def test_an_evening_is_chosen_and_its_first_meetings_are_told(screen: NetworkScreen):
    pick_period(screen, screen.period_combo.itemText(2))
    assert screen.shown.net.first == {(1, 3)}
    assert "3 new ties between people who had never met." in screen.told_label.text()
    assert [line.ends for line in screen.view.sight.picture.lines if line.is_new] == [(1, 3)]


def test_a_click_lets_an_organisation_stand_out_and_lists_whom_it_has_met(screen: NetworkScreen):
    click_on(screen, 1)
    assert (screen.view.chosen, beside(screen).who) == (1, NetWho(False, 1))
    assert beside(screen).name_label.text() == "House 1"
    assert listed(screen) == ["House 2", "House 3", "Residents"]
    blank = QPoint(2, 2)
    QTest.mouseClick(screen.view.viewport(), Qt.MouseButton.LeftButton, pos=blank)
    assert beside(screen).who is None
    assert beside(screen).name_label.text() == "Everybody"


def test_arrow_keys_go_to_every_organisation(screen: NetworkScreen):
    view = screen.view
    view.setFocus()
    QTest.keyClick(view, K.Key_Home)
    seen = {view.chosen}
    for key in (K.Key_Right, K.Key_Down, K.Key_Left, K.Key_Up) * 4:
        QTest.keyClick(view, key)
        seen.add(view.chosen)
    assert seen == {0, 1, 2, 3}
    QTest.keyClick(view, K.Key_End)
    assert view.chosen == 0
    QTest.keyClick(view, K.Key_Escape)
    assert view.chosen is None


def test_enter_goes_to_the_list_and_on_to_a_person_and_back(screen: NetworkScreen):
    click_on(screen, 1)
    QTest.keyClick(screen.view, K.Key_Return)
    panel = beside(screen)
    panel.list_choice.set_current(2)
    panel.list_choice.changed.emit(2)
    assert listed(screen) == ["Guest 001", "Guest 005", "Guest 009"]
    panel.rows_table.selectRow(1)
    QTest.keyClick(panel.rows_table, K.Key_Return)
    assert panel.who == NetWho(True, 5)
    assert panel.name_label.text() == "Guest 005"
    assert listed(screen) == ["Guest 003", "Guest 006", "Guest 007"]
    assert screen.view.chosen == 1
    QTest.mouseClick(panel.back_button, Qt.MouseButton.LeftButton)
    assert panel.who == NetWho(False, 1)
    QTest.mouseClick(panel.back_button, Qt.MouseButton.LeftButton)
    assert shown_of(screen) == (None, None)


def test_who_is_on_the_edge_is_listed_by_an_action(screen: NetworkScreen):
    act(screen, "show_who_is_on_the_edge")
    assert listed(screen) == ["Guest 008", "Guest 009"]


def test_the_wheel_looks_closer_where_the_pointer_is_and_ctrl_0_shows_all(screen: NetworkScreen):
    view = screen.view
    before, at = view.mark_rect(1), view.mark_rect(1).center()
    wheel = QWheelEvent(
        at,
        view.mapToGlobal(at),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), wheel)
    after = view.mark_rect(1)
    assert (after.center() - before.center()).manhattanLength() < 2
    assert view.mark_rect(2) != before
    act(screen, "show_all_of_the_network")
    assert view.mark_rect(1) == before


def test_a_drag_moves_what_is_seen_and_chooses_nothing(screen: NetworkScreen):
    view = screen.view
    before = view.mark_rect(1).center()
    start = before.toPoint()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), start + QPoint(20, 0))
    QTest.mouseMove(view.viewport(), start + QPoint(60, 10))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(60, 10))
    assert view.mark_rect(1).center() - before == QPointF(60, 10) + start - start.toPointF()
    assert view.chosen is None


def test_a_screen_reader_hears_each_organisation_with_whom_it_has_met(screen: NetworkScreen):
    click_on(screen, 2)
    heard = screen.view.spoken_items()
    assert [item.text for item in heard] == [
        "House 1. Companies. 3 people. Has met 3 others",
        "House 2. City and public. 2 people. Has met 2 others",
        "House 3. Academia. 2 people. Has met 1 other",
        "Residents. 2 people. Has met 2 others",
    ]
    assert [item.chosen for item in heard] == [False, True, False, False]
    assert heard[1].rect == screen.view.mark_rect(2).toRect()


def test_what_somebody_seats_is_in_the_picture_at_once(screen: NetworkScreen, room: MeetingRoom):
    tables = room.tables(1, (9, 8))
    assert tables

    class Changes:
        tables = frozenset({Seat.__tablename__})
        ids: dict[str, frozenset[int]] = {}

    screen.on_changes(Changes())
    read(screen)
    assert (8, 9) in screen.shown.net.ties


def test_the_sectors_stand_side_by_side(screen: NetworkScreen):
    screen.group_choice.set_current(1)
    screen.group_choice.changed.emit(1)
    read(screen)
    assert screen.view.sight.picture.titles == (
        "Companies",
        "City and public",
        "Academia",
        "Residents",
    )


def test_where_nobody_has_met_the_screen_says_where_people_meet(qtbot, theme, database):
    screen = opened(qtbot, theme, MeetingRoom(database))
    assert screen.stack.currentWidget() is not screen.view
    with qtbot.waitSignal(screen.club_wanted):
        screen.stack.currentWidget().button.click()


def inside(one: QRectF, other: QRectF) -> bool:
    return one.adjusted(0.5, 0.5, -0.5, -0.5).intersects(other)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("kind", ["two", "one organisation", "one sector", "everybody", "many"])
def test_no_name_lies_over_another_or_over_a_mark(qtbot, qapp, theme, database, kind, scale):
    people = {"two": 2, "one organisation": 120, "one sector": 60, "everybody": 40, "many": 120}
    houses = {"two": "C", "one organisation": "C", "one sector": "C" * 20, "everybody": "CPAT"}
    room = MeetingRoom(database, people[kind], houses.get(kind, "CPATC" * 20))
    with database.edit(lazy("Long names")) as edit:
        for one in edit.scalars(Organisation.__table__.select().with_only_columns(Organisation.id)):
            edit.get_one(Organisation, one).name = f"Harbour Mobility and Ferry Works {one}"
    evening = room.evening(came=range(1, people[kind] + 1))
    everyone = list(range(1, people[kind] + 1))
    size = len(everyone) if kind == "everybody" else 7
    room.tables(evening, *(everyone[at : at + size] for at in range(0, len(everyone), size)))
    theme.apply(qapp, ThemeMode.LIGHT, scale)
    try:
        screen = opened(qtbot, theme, room, (1100, 900))
        names = screen.view.names
        marks = [screen.view.mark_rect(key) for key in screen.view.sight.picture.marks]
        assert names
        assert not [1 for a, b in combinations(names, 2) if inside(a.rect, b.rect)]
        assert not [1 for name in names for mark in marks if inside(name.rect, mark)]
        assert not [1 for a, b in combinations(marks, 2) if inside(a, b)]
    finally:
        theme.apply(qapp, ThemeMode.LIGHT, 1.0)


def test_sentences_have_their_height_as_soon_as_they_are_shown(screen):
    screen.resize(700, 640)
    screen.refresh()
    read(screen)
    label = screen.told_label
    assert label.isVisible()
    assert label.height() >= label.heightForWidth(label.width())
