"""The goal of the programme is written from Home, and read there and at the welcome."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kdc_desktop.app import Club
from kdc_desktop.audience.sessions.welcome import WelcomeSlide
from kdc_desktop.screens.sessions.agenda_screen import AgendaScreen
from kdc_desktop.screens.sessions.home_screen import HomeScreen
from kdc_desktop.screens.sessions.programme_dialog import ProgrammeDialog
from kdc_desktop.services.sessions import planning
from kdc_desktop.services.sessions.programme import programme, set_programme
from kdc_desktop.services.sessions.templates import templates
from tests.rooms.empty_club import STARTS

GOAL = "One more hour a day for everybody"
TOLD = f"{GOAL} – 60 minutes a day"


def home(club: Club) -> HomeScreen:
    shown = club.window.screen_shown
    assert isinstance(shown, HomeScreen)
    return shown


def dialog_of(club: Club) -> ProgrammeDialog:
    (action,) = (each for each in home(club).actions() if each.objectName() == "act_set_programme")
    action.trigger()
    opened = home(club).findChild(ProgrammeDialog)
    assert opened is not None
    return opened


def welcome_of(club: Club, session_id: int) -> WelcomeSlide:
    club.window.open_session(session_id)
    screen = club.window.screen_shown
    assert isinstance(screen, AgendaScreen)
    assert screen.sight is not None
    slide = screen.slide_of(screen.sight)
    assert isinstance(slide, WelcomeSlide)
    return slide


def test_the_goal_is_written_on_home_and_read_there(club: Club) -> None:
    dialog = dialog_of(club)
    QTest.keyClicks(dialog.goal_edit, GOAL)
    dialog.target_spin.setValue(60)
    QTest.keyClick(dialog.goal_edit, Qt.Key.Key_Return)
    assert dialog.problem_label.text() == "Say what the number counts, such as “minutes a day”."
    QTest.keyClicks(dialog.unit_edit, "minutes a day")
    QTest.keyClick(dialog.unit_edit, Qt.Key.Key_Return)
    QApplication.processEvents()
    row = programme(club.database)
    assert row is not None
    assert row.told == TOLD
    assert TOLD in home(club).summary_label.text()


def test_what_is_kept_stands_in_the_dialog_again(club: Club) -> None:
    set_programme(club.database, goal=GOAL, target=60, unit="minutes a day", name="KDC")
    dialog = dialog_of(club)
    fields = (dialog.name_edit, dialog.goal_edit, dialog.unit_edit)
    assert [field.text() for field in fields] == ["KDC", GOAL, "minutes a day"]
    assert dialog.target_spin.value() == 60
    dialog.reject()


def test_the_welcome_shows_the_goal_of_the_programme(club: Club) -> None:
    set_programme(club.database, goal=GOAL, target=60, unit="minutes a day")
    plain = planning.plan_session(club.database, "Spring", STARTS, templates()[0])
    slide = welcome_of(club, plain)
    assert (slide.goal, slide.programme) == (TOLD, "")
    own = planning.plan_session(club.database, "May", STARTS, templates()[0], goal="Choose three")
    slide = welcome_of(club, own)
    assert (slide.goal, slide.programme) == ("Choose three", TOLD)
    assert slide.description.startswith(GOAL)
