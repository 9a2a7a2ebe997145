"""A stage is reached from the palette and from the agenda, and an evening begins on its day."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.instants import laptop_zone
from kdc_desktop.screens.sessions.agenda_screen import AgendaScreen
from kdc_desktop.screens.window.command_palette import CommandPalette
from kdc_desktop.services.sessions import agenda, listing, planning
from kdc_desktop.services.sessions.templates import templates
from tests.gui.ways import trigger

LEFT = Qt.MouseButton.LeftButton


def plan(club: Club, days: int = 0) -> int:
    """An evening that begins in so many days, on its agenda in the window."""
    now = club.database.now().in_zone(laptop_zone())
    made = planning.plan_session(
        club.database, "Autumn", now + timedelta(days=days), templates()[0]
    )
    club.window.show()
    club.window.open_session(made)
    club.window.whereabouts.show_agenda()
    return made


def asked(club: Club) -> QMessageBox | None:
    return club.window.findChild(QMessageBox, "another_day_box")


def live(club: Club) -> bool:
    return club.window.walk.is_live


def begins(club: Club, session_id: int) -> datetime:
    return listing.session(club.database, session_id).starts_at


@pytest.mark.parametrize(
    ("query", "shown", "runs"),
    [("at vote", "Vote", "Check-in"), ("go to vision", "Vision", "Vision")],
)
def test_the_palette_finds_a_stage_by_its_name(
    club: Club, qtbot: QtBot, query: str, shown: str, runs: str
) -> None:
    agenda.go_live(club.database, plan(club))
    qtbot.keyClick(club.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = club.window.findChild(CommandPalette)
    assert palette is not None
    qtbot.keyClicks(palette.query, query)
    qtbot.keyClick(palette.query, Qt.Key.Key_Return)
    walk = club.window.walk
    assert walk.shown is not None
    assert walk.current is not None
    assert (walk.shown.title, walk.current.title) == (shown, runs)


def test_what_the_palette_offers_follows_the_agenda(club: Club) -> None:
    session_id = plan(club)
    names = {action.text() for action in club.window.actions()}
    assert "Look at Vote" in names
    vote = next(stage for stage in club.window.walk.stages if stage.title == "Vote")
    agenda.change_stage(club.database, vote.id, title="R & D")
    names = {action.text() for action in club.window.actions()}
    assert "Look at Vote" not in names
    assert "Session: go to R && D" in names
    assert listing.session(club.database, session_id).is_planned


def test_the_agendas_menu_goes_to_a_stage_and_a_double_click_on_its_time_only_looks(
    club: Club,
) -> None:
    agenda.go_live(club.database, plan(club))
    club.window.whereabouts.show_agenda()
    screen = club.window.screen_shown
    assert isinstance(screen, AgendaScreen)
    walk, table = club.window.walk, screen.stages_table
    table.selectRow(4)
    trigger(screen, "go_to_the_stage")
    assert walk.current == walk.shown == walk.stages[4]
    club.window.whereabouts.show_agenda()
    at = table.visualRect(table.model().index(2, 0)).center()
    QTest.mouseClick(table.viewport(), LEFT, pos=at)
    QTest.mouseDClick(table.viewport(), LEFT, pos=at)
    assert (walk.current, walk.shown) == (walk.stages[4], walk.stages[2])


def test_before_it_is_live_the_menu_says_why_it_cannot_go_there(club: Club) -> None:
    plan(club)
    screen = club.window.screen_shown
    trigger(screen, "go_to_the_stage")
    assert club.window.frame.quiet.text == "The session is not live. Press Go live first."
    trigger(screen, "look_at_the_stage")
    assert club.window.walk.shown == club.window.walk.stages[0]


@pytest.mark.parametrize("days", [7, -7])
def test_going_live_on_another_day_asks_first(club: Club, days: int) -> None:
    session_id = plan(club, days)
    planned, button = begins(club, session_id), club.window.frame.strip.steps.live
    QTest.mouseClick(button, LEFT)
    box = asked(club)
    assert box is not None
    box.defaultButton().click()
    assert not live(club)
    QTest.mouseClick(button, LEFT)
    box = next(one for one in club.window.findChildren(QMessageBox) if one.isVisible())
    next(one for one in box.buttons() if one is not box.defaultButton()).click()
    assert live(club)
    today = planned - timedelta(days=days)  # the clicks take their time
    assert abs(begins(club, session_id) - today) < timedelta(minutes=2)


def test_going_live_on_the_day_itself_asks_nothing(club: Club) -> None:
    plan(club)
    QTest.mouseClick(club.window.frame.strip.steps.live, LEFT)
    assert asked(club) is None
    assert live(club)
    assert not club.shared_screen.isVisible()  # with one display it comes when it is asked for


def test_the_key_for_next_neither_closes_nor_reopens_an_evening(club: Club) -> None:
    agenda.go_live(club.database, plan(club))
    walk, on = club.window.walk, club.window.findChild(QAction, "act_next_stage")
    assert isinstance(on, QAction)
    for _time in range(len(walk.stages) + 3):
        on.trigger()
    assert live(club)
    assert walk.current == walk.stages[-1]
    trigger(club.window, "close_session")
    on.trigger()
    assert not live(club)
    trigger(club.window, "reopen_session")
    assert walk.current == walk.stages[-1]
