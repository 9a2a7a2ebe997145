"""The list of all that holds consortia back, played with keys and the mouse on a real file."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton

from kdc_desktop.app import Club
from kdc_desktop.domain.obstacles.states import ObstacleKind
from kdc_desktop.screens.consortia.club_screen import ClubScreen
from kdc_desktop.screens.obstacles.obstacle_dialog import ObstacleDialog
from kdc_desktop.screens.obstacles.obstacle_list import ObstacleCard, ObstacleList
from kdc_desktop.screens.obstacles.obstacles_screen import ObstaclesScreen
from kdc_desktop.screens.visions.view import UnderVision
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.screens.window.typing_on import PAUSE
from kdc_desktop.services.obstacles.histories import history_of
from kdc_desktop.services.obstacles.questions import all_obstacles
from kdc_desktop.services.obstacles.rows import ObstacleRow
from tests.gui.obstacles.conftest import LOCKS, SHELTERS, TENDER
from tests.rooms.obstacles_room import TRANSPORT

K = Qt.Key


def texts(screen: ObstaclesScreen) -> list[str]:
    shown = screen.table.filter
    return [row.text for row in shown.rows_at(range(shown.rowCount()))]


def entries(box: QComboBox) -> list[str]:
    return [box.itemText(at) for at in range(box.count())]


def choose(box: QComboBox, words: str) -> None:
    """As a hand chooses an entry of the box."""
    at = next(at for at, text in enumerate(entries(box)) if text.startswith(words))
    box.setCurrentIndex(at)
    box.activated.emit(at)


def select(screen: ObstaclesScreen, text: str) -> ObstacleRow:
    row = next(row for row in screen.rows if row.text == text)
    assert screen.table.select_key(row.id)
    return row


def asked() -> ObstacleDialog:
    QCoreApplication.processEvents()
    found = QApplication.activeModalWidget()
    assert isinstance(found, ObstacleDialog)
    return found


def row_of(club: Club, text: str) -> ObstacleRow:
    return next(row for row in all_obstacles(club.database) if row.text == text)


def test_the_oldest_comes_first_and_its_age_is_said_in_words(listed: ObstaclesScreen) -> None:
    assert texts(listed) == [SHELTERS, LOCKS, TENDER]
    ages = [listed.model.columns[0].text(row) for row in listed.model.rows]
    assert ages == ["100 days, very old", "40 days, old", "0 days"]
    assert listed.summary_label.text() == "3 obstacles, 1 very old, 1 without an owner"
    icon = listed.model.columns[0].icon
    assert icon is not None
    assert [icon(row) is None for row in listed.model.rows] == [
        False,
        False,
        True,
    ]


def test_age_kind_and_owner_narrow_the_list_and_say_how_many(listed: ObstaclesScreen) -> None:
    ages = ["Open 3", "Older than a month 2", "Older than a quarter 1"]
    assert entries(listed.age_combo) == ages
    choose(listed.age_combo, "Older than a month")
    assert texts(listed) == [SHELTERS, LOCKS]
    choose(listed.kind_combo, "Funding 1")
    assert texts(listed) == [LOCKS]
    choose(listed.age_combo, "Open")
    choose(listed.kind_combo, "Every kind")
    assert entries(listed.owner_combo)[0] == "Every owner"
    choose(listed.owner_combo, TRANSPORT)
    assert texts(listed) == [SHELTERS]
    choose(listed.owner_combo, "No owner")
    assert texts(listed) == [LOCKS]


def test_letters_find_an_obstacle_and_columns_sort(listed: ObstaclesScreen) -> None:
    QTest.keyClicks(listed.table, "t")
    QTest.keyClicks(listed.search_edit, "ender")
    assert texts(listed) == [TENDER]
    listed.search_edit.clear()
    listed.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert texts(listed) == [LOCKS, SHELTERS, TENDER]


def test_enter_opens_the_vision_of_the_consortium(held: Club, listed: ObstaclesScreen) -> None:
    select(listed, LOCKS)
    listed.table.setFocus()
    QTest.keyClick(listed.table, K.Key_Return)
    screen = held.window.screen_shown
    assert isinstance(screen, VisionScreen)
    assert screen.view.page is not None
    assert screen.view.page.name == "Yard bikes"


def press(screen: ObstaclesScreen, key: K) -> ObstacleDialog:
    screen.window().activateWindow()  # no window manager does, after a dialog
    QCoreApplication.processEvents()
    screen.table.setFocus()
    QTest.keyClick(screen.table, key)
    return asked()


def test_what_comes_next_is_said_with_its_day_and_stands_in_row_and_history(
    held: Club, listed: ObstaclesScreen
) -> None:
    row = select(listed, SHELTERS)
    dialog = press(listed, K.Key_S)
    QTest.keyClicks(dialog.step_edit, "Ask the board")
    QTest.keyClicks(dialog.day_edit, "31.12.2026")
    QTest.keyClicks(dialog.said_edit, "Mira")
    QTest.keyClick(dialog.said_edit, K.Key_Return)
    assert row_of(held, SHELTERS).next_step == "Ask the board"
    last = history_of(held.database, row.id)[-1]
    assert (last.told, last.said_by) == ("next step: Ask the board, until 31.12.2026", "Mira")
    assert "Ask the board, until 31.12.2026. Said by Mira." in listed.beside.history.text()


def test_it_is_handed_on_to_a_department_and_undo_leads_back_to_it(
    held: Club, listed: ObstaclesScreen
) -> None:
    select(listed, LOCKS)
    dialog = press(listed, K.Key_H)
    QTest.keyClicks(dialog.owner_edit, "bergen, transport")
    dialog.owner_edit.completer().popup().hide()
    QTest.mouseClick(dialog.keep_button, Qt.MouseButton.LeftButton)
    assert row_of(held, LOCKS).owner == TRANSPORT
    listed.table.clearSelection()
    held.window.go("home")
    next(one for one in held.window.actions() if one.objectName() == "act_undo").trigger()
    QCoreApplication.processEvents()
    assert row_of(held, LOCKS).owner == ""
    assert held.window.screen_shown is listed
    assert [row.text for row in listed.table.selected_rows()] == [LOCKS]


def test_one_is_solved_by_a_key_and_brought_back_from_the_solved_ones(
    held: Club, listed: ObstaclesScreen
) -> None:
    select(listed, SHELTERS)
    dialog = press(listed, K.Key_D)
    QTest.keyClicks(dialog.note_edit, "They were allowed")
    QTest.keyClick(dialog.note_edit, K.Key_Return)
    assert texts(listed) == [LOCKS, TENDER]
    choose(listed.age_combo, "Solved 1")
    assert texts(listed) == [SHELTERS]
    select(listed, SHELTERS)
    listed.beside.solve_button.click()
    QTest.keyClick(asked().note_edit, K.Key_Return)
    assert row_of(held, SHELTERS).solved_on is None


def test_what_was_heard_is_noted_and_an_empty_line_is_refused_where_it_stands(
    held: Club, listed: ObstaclesScreen
) -> None:
    row = select(listed, SHELTERS)
    dialog = press(listed, K.Key_N)
    QTest.keyClick(dialog.note_edit, K.Key_Return)
    assert dialog.problem_label.text() == "Write down what was heard first."
    QTest.keyClicks(dialog.note_edit, "The board meets on Monday")
    QTest.keyClick(dialog.note_edit, K.Key_Return)
    assert history_of(held.database, row.id)[-1].told == "The board meets on Monday"


def test_it_is_put_in_other_words_and_of_another_kind(held: Club, listed: ObstaclesScreen) -> None:
    select(listed, SHELTERS)
    dialog = press(listed, K.Key_F2)
    assert dialog.text_edit.text() == SHELTERS
    dialog.text_edit.clear()
    QTest.keyClicks(dialog.text_edit, "Shelters need a rule")
    QTest.keyClicks(dialog.kind_combo, "Reg")
    QTest.keyClick(dialog.text_edit, K.Key_Return)
    assert row_of(held, "Shelters need a rule").kind is ObstacleKind.REGULATION


def test_what_cannot_be_done_says_what_to_do_first(held: Club, listed: ObstaclesScreen) -> None:
    told: list[str] = []
    listed.problem.connect(told.append)
    listed.table.clearSelection()
    listed.page_button.click()
    select(listed, LOCKS)
    listed.page_button.click()
    assert told == [
        "Choose an obstacle in the list first.",
        "Nobody takes care of this one. Hand it on to whoever is visited first.",
    ]


def test_a_page_for_a_visit_is_wanted_of_the_owner_of_the_row(listed: ObstaclesScreen) -> None:
    row = select(listed, SHELTERS)
    wanted: list[tuple[object, str]] = []
    listed.page_wanted.disconnect()
    listed.page_wanted.connect(lambda owner, name: wanted.append((owner, name)))
    listed.page_button.click()
    assert wanted == [(row.taken_care_of_by, TRANSPORT)]


def test_a_club_without_obstacles_says_what_one_is_and_leads_to_the_consortia(
    empty: Club,
) -> None:
    empty.window.go("obstacles")
    QCoreApplication.processEvents()
    screen = empty.window.screen_shown
    assert isinstance(screen, ObstaclesScreen)
    button = screen.stack.currentWidget().findChild(QPushButton)
    assert isinstance(button, QPushButton)
    assert screen.summary_label.text() == "Nothing holds a consortium back"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert empty.window.screen_shown.windowTitle() == "Consortia and projects"


def test_one_is_noted_beside_the_list_of_the_club_with_one_key_a_line_and_enter(
    empty: Club,
) -> None:
    empty.window.go("club_consortia")
    QCoreApplication.processEvents()
    screen = empty.window.screen_shown
    assert isinstance(screen, ClubScreen)
    assert screen.table.select_key(1)
    QTest.keyClick(screen.table, K.Key_O)
    dialog = asked()
    QTest.keyClicks(dialog.text_edit, "Nobody pays")
    QTest.keyClick(dialog.text_edit, K.Key_Tab)
    assert QApplication.focusWidget() is dialog.kind_combo
    QTest.keyClicks(dialog.kind_combo, "F")
    QTest.keyClick(dialog.text_edit, K.Key_Return)
    row = row_of(empty, "Nobody pays")
    assert (row.consortium, row.kind) == ("Yard bikes", ObstacleKind.FUNDING)
    shown = screen.inspector().findChild(ObstacleList)
    assert len(shown.findChildren(ObstacleCard)) == 1
    held = [one.held_up for one in screen.rows if one.id == 1]
    assert [(str(one.kind), one.open) for one in held if one] == [("Funding", 1)]


def test_a_click_notes_one_under_the_vision_and_leads_to_all(held: Club) -> None:
    held.window.go("club_vision", lambda screen: screen.show_consortium(1))  # type: ignore[attr-defined]
    screen = held.window.screen_shown
    assert isinstance(screen, VisionScreen)
    screen.looks.show(UnderVision.OBSTACLES)
    QCoreApplication.processEvents()
    shown = screen.findChild(ObstacleList)
    assert len(shown.findChildren(ObstacleCard)) == 2
    QTest.mouseClick(shown.note_button, Qt.MouseButton.LeftButton)
    dialog = asked()
    QTest.keyClicks(dialog.text_edit, "One more")
    QTest.mouseClick(dialog.keep_button, Qt.MouseButton.LeftButton)
    assert row_of(held, "One more").consortium == "Yard bikes"
    QTest.mouseClick(shown.all_button, Qt.MouseButton.LeftButton)
    assert isinstance(held.window.screen_shown, ObstaclesScreen)


def test_an_owner_that_nobody_is_called_is_refused_and_nothing_is_noted(
    held: Club, listed: ObstaclesScreen
) -> None:
    select(listed, LOCKS)
    dialog = press(listed, K.Key_O)
    QTest.keyClicks(dialog.text_edit, "More")
    QTest.keyClicks(dialog.owner_edit, "Nobodyknows")
    QTest.keyClick(dialog.text_edit, K.Key_Return)
    assert dialog.problem_label.text().startswith("The club knows nobody called “Nobodyknows”.")
    assert len(all_obstacles(held.database)) == 3
    dialog.reject()


def test_a_day_of_a_next_step_that_was_set_can_be_taken_away(
    held: Club, listed: ObstaclesScreen
) -> None:
    select(listed, SHELTERS)
    dialog = press(listed, K.Key_S)
    QTest.keyClicks(dialog.day_edit, "31.12.2026")
    QTest.keyClick(dialog.step_edit, K.Key_Return)
    assert row_of(held, SHELTERS).next_on is not None
    QTest.qWait(round(PAUSE * 1000) + 50)  # else the next key is typed on
    dialog = press(listed, K.Key_S)
    field: QLineEdit = dialog.day_edit
    field.clear()
    QTest.keyClick(dialog.step_edit, K.Key_Return)
    assert row_of(held, SHELTERS).next_on is None
