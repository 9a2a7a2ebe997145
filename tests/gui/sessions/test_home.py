"""Home is the club's desk: the next evening, what is due, and what can be done about it there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton

from kdc_desktop.app import Club
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.sessions.begin_dialog import BeginDialog
from kdc_desktop.screens.sessions.home_screen import HomeScreen
from kdc_desktop.screens.sessions.line_dialog import LineDialog
from kdc_desktop.screens.visions.vision_screen import VisionScreen
from kdc_desktop.services.board.ideas import add_idea
from kdc_desktop.services.consortia.signs import signs_of
from kdc_desktop.services.consortia.worked_on import take_up
from kdc_desktop.services.joined.beginning import BEGINNING
from kdc_desktop.services.sessions import listing
from kdc_desktop.services.sessions.planning import trash_sessions
from kdc_desktop.settings import Settings
from tests.rooms.club_year import ClubYear, make_year

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def year(tmp_path: Path) -> ClubYear:
    return make_year(tmp_path / "harbour.kdc")


@pytest.fixture
def club(theme: Theme, tmp_path: Path, year: ClubYear) -> Iterator[Club]:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    made = Club(year.database, theme, settings, lambda *_asked: None, lambda _window: None)
    made.window.show()
    yield made
    made.close()


def home_of(club: Club) -> HomeScreen:
    """Home, once the club is ready."""
    home = club.window.screen_shown
    assert isinstance(home, HomeScreen)
    home.get_told()
    return home


def words(home: HomeScreen) -> list[str]:
    return [label.text() for label in home.page.findChildren(QLabel) if label.isVisible()]


def due(home: HomeScreen) -> list[str]:
    return [row.line.what for row in home.page.due.rows]


def button(home: HomeScreen, what: str) -> QPushButton:
    return next(row.button for row in home.page.due.rows if row.line.what == what)


def test_the_next_evening_is_large_with_what_it_still_needs(club: Club) -> None:
    told = words(home_of(club))
    assert {"Tonight", "Starts in 10 min", "Innovators’ Club, November"} <= set(told)
    assert "Harbour library hall, 17:30 to 19:20" in told
    assert "20 people expected" in told
    assert any("Nothing is prepared to vote on in “Vote”." in text for text in told)


def test_the_button_does_what_it_says_while_the_other_one_is_not_seen(club: Club) -> None:
    home = home_of(club)
    home.page.tonight.open_button.hide()  # as in a window that is too small for it
    QTest.mouseClick(home.page.tonight.live_button, LEFT)
    assert club.window.walk.is_live


def test_time_goes_on_while_one_looks(club: Club, year: ClubYear) -> None:
    home = home_of(club)
    year.clock.wall = year.clock.wall.replace(minute=29)
    home.tick()
    assert "Starts in 1 min" in words(home)
    year.clock.wall = year.clock.wall.replace(minute=31)
    home.tick()
    assert "Time to begin" in words(home)


def test_going_live_is_the_one_primary_button(club: Club, year: ClubYear) -> None:
    home = home_of(club)
    primary = [
        one
        for one in home.findChildren(QPushButton)
        if one.isVisible() and one.property("kind") == "primary"
    ]
    assert primary == [home.page.tonight.live_button]
    QTest.mouseClick(home.page.tonight.live_button, LEFT)
    assert club.window.walk.is_live
    assert club.window.session is not None
    assert club.window.session.id == year.sessions[-1]


def test_a_commitment_is_kept_here_and_the_keys_stay_in_the_list(club: Club) -> None:
    home = home_of(club)
    club.window.activateWindow()
    first = button(home, "A locked room in three yards")
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert "A locked room in three yards" not in due(home)
    assert home.page.due.rows[0].button.hasFocus()
    club.database.undo()
    assert "A locked room in three yards" in due(home)


def test_a_line_of_life_is_written_here(club: Club) -> None:
    home = home_of(club)
    QTest.mouseClick(button(home, "Rooftop greenhouse"), LEFT)
    dialog = home.findChild(LineDialog)
    assert dialog is not None
    QTest.mouseClick(dialog.keep_button, LEFT)
    assert dialog.problem_label.text() == "Write one line on how the consortium does."
    QTest.keyClicks(dialog.line_edit, "They harvest tomatoes")
    QTest.mouseClick(dialog.keep_button, LEFT)
    assert "Rooftop greenhouse" not in due(home)


def test_one_looks_at_who_fell_and_prepares_what_is_taken_up(club: Club, year: ClubYear) -> None:
    home = home_of(club)
    QTest.mouseClick(button(home, "One ticket"), LEFT)
    assert club.window.screen_shown.objectName() == "vision_screen"
    take_up(year.database, year.sessions[-1], year.consortia["Yard bikes"])
    club.window.go("home")
    QTest.mouseClick(button(home, "Yard bikes"), LEFT)
    assert club.window.screen_shown.objectName() == "vision_screen"
    assert club.window.session is not None
    assert club.window.session.id == year.sessions[-1]


def offered(home: HomeScreen, what: str) -> dict[str, QAction]:
    """All that can be done about it, by what it is called."""
    row = next(row for row in home.page.due.rows if row.line.what == what)
    QTest.mouseClick(row.more, LEFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    found = {one.text(): one for one in menu.actions() if one.text()}
    for part in menu.findChildren(QMenu):
        found |= {one.text(): one for one in part.actions()}
    return found


def done(home: HomeScreen, what: str, name: str) -> None:
    offered(home, what)[name].trigger()
    if (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def line_asked(home: HomeScreen, written: str) -> None:
    (dialog,) = (one for one in home.findChildren(LineDialog) if one.isVisible())
    dialog.line_edit.setText(written)
    QTest.mouseClick(dialog.keep_button, LEFT)


def test_a_commitment_has_more_ways_than_to_be_kept(club: Club, year: ClubYear) -> None:
    home = home_of(club)
    what = "A locked room in three yards"
    names = list(offered(home, what))
    assert names == [
        *("Kept", "Postpone", "Give to another member", "Drop, with a reason…"),
        *("Open the consortium", "By a week: 1 Dec", "By four weeks: 22 Dec", "Another day…"),
        *("City", "Coast University", "Guest Noeh"),
    ]
    QApplication.activePopupWidget().close()
    done(home, what, "By four weeks: 22 Dec")
    assert what not in due(home)
    club.window.undoing.undo()
    done(home, what, "Another day…")
    line_asked(home, "1 Dec 2026")
    assert [str(row.line.late) for row in home.page.due.rows][:3] == [
        "5 days over",
        "in 3 days",
        "in 7 days",
    ]
    done(home, what, "City")
    row = next(row for row in home.page.due.rows if row.line.what == what)
    assert row.line.who == "City, Yard bikes"
    done(home, what, "Drop, with a reason…")
    line_asked(home, "The yards were sold")
    assert what not in due(home)
    with year.database.read() as snapshot:
        heard = signs_of(snapshot, [year.consortia["Yard bikes"]])[year.consortia["Yard bikes"]]
    assert heard[0].text == f"Dropped “{what}” of City: The yards were sold"


def test_whatever_is_done_at_home_is_undone_there(club: Club, year: ClubYear) -> None:
    home = home_of(club)
    for opened in (None, year.sessions[0]):
        if opened is not None:
            club.window.open_session(opened)
            club.window.go("home")
        QTest.mouseClick(button(home, "A locked room in three yards"), LEFT)
        club.window.undoing.undo()
        assert club.window.screen_shown is home
        assert home.stack.currentWidget() is home.page
        assert "A locked room in three yards" in due(home)


def test_one_looks_at_the_member_that_fell_and_not_at_the_first(club: Club) -> None:
    home = home_of(club)
    QTest.mouseClick(button(home, "One ticket"), LEFT)
    shown = club.window.screen_shown
    assert isinstance(shown, VisionScreen)
    assert shown.ledger.isVisible()
    assert shown.ledger.view.current is not None
    assert shown.ledger.view.current[0].member.name == "City"


def test_past_evenings_open_and_all_are_listed(club: Club, year: ClubYear) -> None:
    home = home_of(club)
    card = home.findChild(QPushButton, f"past_{year.sessions[1]}")
    assert card is not None
    QTest.mouseClick(home.page.past.all_button, LEFT)
    assert home.stack.currentWidget() is home.table
    assert home.model.rowCount() == 4
    QTest.mouseClick(home.back_button, LEFT)
    assert home.stack.currentWidget() is home.page
    QTest.mouseClick(card, LEFT)
    assert club.window.session is not None
    assert club.window.session.id == year.sessions[1]


def test_nothing_is_put_away_that_is_not_seen(club: Club) -> None:
    home = home_of(club)
    QTest.keyClick(home, Qt.Key.Key_Delete)
    assert len(listing.sessions(club.database)) == 4


def test_without_an_evening_to_come_one_begins_from_last_time(club: Club, year: ClubYear) -> None:
    trash_sessions(year.database, year.sessions[-1:])
    home = home_of(club)
    assert "None is planned" in words(home)
    QTest.mouseClick(home.page.tonight.live_button, LEFT)
    dialog = home.findChild(BeginDialog)
    assert dialog is not None
    assert dialog.title_edit.text() == "Innovators’ Club, January"
    assert [row.name for row in dialog._take.ticked] == [
        "One ticket",
        "Yard bikes",
        "Night bus that waits",
    ]
    QTest.keyClick(dialog.take_table, Qt.Key.Key_Space)
    QTest.mouseClick(dialog.create_button, LEFT)
    assert club.window.screen_shown.objectName() == "agenda_screen"
    club.window.undoing.undo()
    assert len(listing.sessions(club.database)) == 3


def test_what_is_written_stays_where_another_session_is_chosen(club: Club) -> None:
    home = home_of(club)
    QTest.keyClick(
        home, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    dialog = home.findChild(BeginDialog)
    assert dialog is not None
    dialog.title_edit.setText("Our own")
    dialog.earlier_combo.setCurrentIndex(2)
    assert dialog.title_edit.text() == "Our own"
    assert dialog.place_edit.text() == "Harbour library hall"
    dialog.reject()


def test_among_many_ideas_one_is_found_where_a_session_begins_like_another(
    club: Club, year: ClubYear
) -> None:
    dialog = BeginDialog(year.database, BEGINNING, club.window, like_id=year.sessions[0])
    dialog.show()
    for number in range(12):
        add_idea(year.database, year.sessions[0], f"Idea {number} of a tram")
    dialog._read_earlier()
    assert dialog.fates_find.isVisible()
    QTest.keyClicks(dialog.fates_find, "tram 7")
    assert dialog.fates_table.filter.rowCount() == 1
    dialog.reject()


def test_the_second_press_of_a_double_click_keeps_nothing_more(club: Club) -> None:
    home = home_of(club)
    first = next(row.button for row in home.page.due.rows if row.button.text() == "Kept")
    before = due(home)
    at = QPointF(first.rect().center())
    held = (LEFT, LEFT, Qt.KeyboardModifier.NoModifier)
    for kind in (QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease):
        QApplication.sendEvent(first, QMouseEvent(kind, at, first.mapToGlobal(at), *held))
    home.get_told()
    assert due(home) == before
