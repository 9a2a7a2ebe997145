"""The portfolio: grouped, sorted, narrowed, its sum, what it gives back noted, and the room."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.gains.states import GainWay
from kdc_desktop.domain.obstacles.states import ObstacleKind
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Consortium, Obstacle
from kdc_desktop.screens.consortia.club_filters import NOBODY
from kdc_desktop.screens.consortia.club_screen import ClubScreen
from kdc_desktop.screens.consortia.grouping import Grouping
from kdc_desktop.screens.gains.gain_dialog import GainDialog
from kdc_desktop.screens.kit.grouped import GroupCells
from kdc_desktop.screens.kit.reading_order import let_tab_follow
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.consortia.projects import NewProject, add_project
from kdc_desktop.services.gains.noting import GainSaid, note_gain
from kdc_desktop.services.gains.questions import gains
from kdc_desktop.services.joined.consortia import BUY_IN, CONSORTIUM_TRAILS, GIVES_BACK, HELD_UP
from kdc_desktop.services.obstacles.noting import NewObstacle, note_obstacle
from kdc_desktop.services.sessions.programme import set_programme
from kdc_desktop.storage import Database, open_database
from tests.gui.consortia.hands import child
from tests.gui.consortia.test_club_screen import names, select
from tests.rooms.consortium_room import ConsortiumRoom

K = Qt.Key
HOSTILE = "<b>=1+1</b>\u202eש " + "x" * 400


def screen_of(qtbot: QtBot, theme: Theme, database: Database, store: QSettings) -> ClubScreen:
    given = CONSORTIUM_TRAILS, store, lambda: None, HELD_UP, GIVES_BACK
    screen = ClubScreen(theme, database, BUY_IN, *given)
    qtbot.addWidget(screen)
    database.subscribe(screen.on_changes)
    screen.resize(1400, 800)
    screen.show()
    return screen


def test_the_room_is_shown_nothing_where_no_session_is_open_and_the_button_says_why(
    qtbot: QtBot, theme: Theme, seven: ConsortiumRoom, tmp_path: Path
) -> None:
    store = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    screen = screen_of(qtbot, theme, seven.database, store)
    assert not screen.show_button.isEnabled()
    assert screen.show_button.toolTip() == "Open a session first: the room is in one."


def pick(screen: ClubScreen, box: str, wanted: object) -> None:
    combo = getattr(screen, box)
    at = combo.findData(wanted)
    assert at >= 0
    combo.setCurrentIndex(at)
    combo.activated.emit(at)


def drawn(screen: ClubScreen, column: str) -> list[str]:
    """What a column says in the list as it is painted: a group says its name once."""
    table = screen.table
    cells = table.itemDelegate()
    assert isinstance(cells, GroupCells)
    at = next(n for n, one in enumerate(table.filter.rows.columns) if one.key == column)
    found = []
    for row in range(table.filter.rowCount()):
        shown = QStyleOptionViewItem()
        cells.initStyleOption(shown, table.filter.index(row, at))
        found.append(shown.text)
    return found


def several(database: Database) -> dict[str, int]:
    names = {"Lockers": ConsortiumState.RUNNING, "Ferry": ConsortiumState.FORMING}
    return {
        name: add_project(database, NewProject(name, state=state)) for name, state in names.items()
    }


def hold_back(room: ConsortiumRoom, key: int) -> None:
    with room.database.edit(lazy("An obstacle")) as edit:
        edit.add(
            Obstacle(
                consortium_id=key,
                kind=ObstacleKind.PERMIT,
                text="The quay is the port's",
                raised_at=room.clock.time,
            )
        )


def test_a_group_says_its_state_once_with_how_many_it_has(
    listed: ClubScreen, seven: ConsortiumRoom
) -> None:
    several(seven.database)
    assert names(listed) == ["Ferry", "Yard bikes", "Lockers", "Parcel lockers"]
    assert drawn(listed, "group") == ["Forming 2", "", "Running 2", ""]
    listed.table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert names(listed) == ["Yard bikes", "Ferry", "Parcel lockers", "Lockers"]


def test_rows_are_put_together_otherwise_and_that_is_remembered(
    qtbot: QtBot, theme: Theme, seven: ConsortiumRoom, tmp_path: Path
) -> None:
    several(seven.database)
    store = QSettings(str(tmp_path / "kept.ini"), QSettings.Format.IniFormat)
    screen = screen_of(qtbot, theme, seven.database, store)
    pick(screen, "group_combo", Grouping.LEAD)
    assert drawn(screen, "group") == ["Companies 1", "No lead yet 2", ""]
    pick(screen, "state_combo", ConsortiumState.FORMING)
    again = screen_of(qtbot, theme, seven.database, store)
    assert drawn(again, "group") == ["Companies 1", "No lead yet 1"]
    assert names(again) == ["Yard bikes", "Ferry"]
    pick(again, "group_combo", Grouping.NONE)
    assert again.table.isColumnHidden(0)


def test_what_holds_them_back_narrows_and_groups_the_list(
    listed: ClubScreen, seven: ConsortiumRoom
) -> None:
    keys = several(seven.database)
    hold_back(seven, keys["Ferry"])
    seven.clock.days(41)
    listed.touch()
    pick(listed, "group_combo", Grouping.OBSTACLE)
    assert drawn(listed, "group") == ["Permit 1", "Nothing 3", "", ""]
    row = select(listed, "Ferry")
    assert row.held_up is not None
    pick(listed, "obstacle_combo", row.held_up.icon)
    assert names(listed) == ["Ferry"]
    assert drawn(listed, "held_up") == ["Permit · 41 days"]


def test_an_owner_and_a_sector_narrow_the_list(listed: ClubScreen, seven: ConsortiumRoom) -> None:
    several(seven.database)
    listed.verbs.name_owner(seven.consortium_id, 1)
    pick(listed, "owner_combo", NOBODY)
    assert "Yard bikes" not in names(listed)
    pick(listed, "owner_combo", "")
    listed.sector_choice.set_current(1)
    listed.sector_choice.changed.emit(1)
    assert names(listed) == ["Yard bikes"]
    listed.select(2)  # whoever is led to a row sees it
    assert "Parcel lockers" in names(listed)


def test_g_notes_what_it_gives_back_in_ten_seconds(
    listed: ClubScreen, seven: ConsortiumRoom
) -> None:
    set_programme(seven.database, goal="An hour", target=60, unit="minutes a day", people=1000)
    row = select(listed, "Parcel lockers")
    QTest.keyClick(listed.table, K.Key_G)
    asked = next(one for one in listed.findChildren(GainDialog) if one.isVisible())
    QTest.keyClicks(asked.minutes_edit, "6")
    let_tab_follow(asked)  # as the window does at each Tab
    QTest.keyClick(asked.minutes_edit, K.Key_Tab)
    QTest.keyClicks(asked.focusWidget(), "1,150")
    assert asked.people_edit.text() == "1,150"
    assert asked.sum_label.text() == "That is 6,900 minutes a day."
    QTest.keyClick(asked.people_edit, K.Key_Return)
    assert not asked.isVisible()
    (said,) = gains(seven.database, row.id)
    assert (said.way, said.minutes, said.people) == (GainWay.GUESSED, 6, 1150)
    assert child(listed.inspector(), QLabel, "gain_told").text() == "Guessed: 6,900 minutes a day."
    strip = listed._strip
    assert strip.isVisible()
    assert "6,900 on the way" in strip.picture.accessibleName()
    assert "Goal 60,000" in strip.picture.accessibleName()


def test_a_number_that_is_none_and_a_line_that_was_never_said(
    listed: ClubScreen, seven: ConsortiumRoom
) -> None:
    row = select(listed, "Parcel lockers")
    note_gain(seven.database, row.id, GainWay.MEASURED, GainSaid(5, 90))
    QTest.mouseClick(
        child(listed.inspector(), QPushButton, "note_gain_button"), Qt.MouseButton.LeftButton
    )
    asked = next(one for one in listed.findChildren(GainDialog) if one.isVisible())
    assert asked.way_choice.current() == 1
    QTest.keyClicks(asked.minutes_edit, "many")
    QTest.keyClick(asked.minutes_edit, K.Key_Return)
    assert asked.problem_label.text() == "Minutes a day: write a number."
    asked.history_list.setCurrentRow(0)
    asked.history_list.actions()[0].trigger()
    assert gains(seven.database, row.id) == ()
    asked.reject()


def test_a_copied_row_says_in_words_what_is_drawn(listed: ClubScreen) -> None:
    select(listed, "Yard bikes")
    listed.table.copy()
    head, row = QGuiApplication.clipboard().text().strip().split("\n")
    cells = dict(zip(head.split("\t"), row.split("\t"), strict=True))
    assert cells["State"] == "Forming"
    assert cells["Sectors"] == "CPATR"
    assert cells["Where its members stand"] == "no vision yet"


@pytest.mark.parametrize("count", [0, 1, 371])
def test_however_many_there_are_they_are_listed_and_shown(
    qtbot: QtBot, theme: Theme, tmp_path: Path, count: int
) -> None:
    database = open_database(tmp_path / "many.kdc")
    for number in range(min(count, 3)):
        add_project(database, NewProject(f"Project {number} {HOSTILE[: 60 + number]}"))
    more = [
        {"name": f"Project {number}", "place_in_order": number, "created_at": database.now()}
        for number in range(3, count)
    ]
    if more:
        with database.edit(lazy("Many")) as edit:
            edit.add_rows(Consortium, more)
    store = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    screen = screen_of(qtbot, theme, database, store)
    assert len(screen.rows) == screen.table.filter.rowCount() == count
    assert not screen.grab().isNull()
    slide = screen.slide()
    if not count:
        assert slide is None
        assert screen.stack.currentWidget() is not screen.table
    else:
        assert slide is not None
        assert slide.pages == -(-count // 20)
        picture = QImage(1920, 1080, QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        slide.on_page(slide.pages - 1).paint(painter)
        painter.end()
    database.close()


def test_what_it_gives_back_is_seen_on_a_laptop(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    database = open_database(tmp_path / "wide.kdc")
    for number in range(3):
        name = f"A rather long name of project number {number}"
        made = add_project(database, NewProject(name, state=ConsortiumState.RUNNING))
        note_obstacle(database, made, NewObstacle(ObstacleKind.POLITICAL_DECISION, "No"))
        note_gain(database, made, GainWay.MEASURED, GainSaid(60, 70))
    store = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    screen = screen_of(qtbot, theme, database, store)
    screen.resize(1060, 800)  # beside the panel, in a window that is 1440 wide
    qtbot.waitUntil(lambda: screen.table.viewport().width() < 1060)
    QTest.qWait(20)
    columns = {one.key: at for at, one in enumerate(screen.table.filter.rows.columns)}
    assert not screen.table.isColumnHidden(columns["minutes"])
    assert screen.table.horizontalScrollBar().maximum() == 0
    database.close()


def test_the_room_reads_no_name_of_a_person_and_no_fall(
    listed: ClubScreen, seven: ConsortiumRoom, qtbot: QtBot
) -> None:
    listed.verbs.name_owner(seven.consortium_id, 1)
    owner = select(listed, "Yard bikes").owner
    with qtbot.waitSignal(listed.show_wanted) as shown:
        QTest.mouseClick(listed.show_button, Qt.MouseButton.LeftButton)
    slide = listed.slide_of(shown.args[0])
    assert slide is not None
    assert "Yard bikes" in slide.description
    assert owner
    assert owner not in slide.description
    assert "fell" not in slide.description
