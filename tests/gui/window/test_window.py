"""The facilitator's window around a session."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit

from kdc_desktop.app import Club
from kdc_desktop.audience.polls.result_picture import ResultPicture, RevealRow
from kdc_desktop.audience.polls.reveal import RevealSlide
from kdc_desktop.audience.state import RoomMode
from kdc_desktop.domain.sessions.stages import TALK
from kdc_desktop.i18n import lazy
from kdc_desktop.instants import Instant, laptop_zone
from kdc_desktop.model import Stage
from kdc_desktop.screens.kit.widgets import KeyCap
from kdc_desktop.screens.sessions.home_screen import HomeScreen
from kdc_desktop.screens.sessions.new_session_dialog import NewSessionDialog
from kdc_desktop.screens.window.command_palette import CommandPalette
from kdc_desktop.screens.window.key_sheet import KeySheet
from kdc_desktop.services.glanced import SESSION_COUNTS
from kdc_desktop.services.sessions import agenda, listing, planning, questions
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database

STARTS = datetime(2026, 11, 3, 17, 30)
EVENING = Instant.of(STARTS, laptop_zone())


class Clock:
    now = EVENING

    def __call__(self) -> Instant:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def club(qtbot, theme, tmp_path: Path, clock: Clock):
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    database = open_database(tmp_path / "club.kdc", clock)
    made = Club(database, theme, settings, lambda *_asked: None, lambda _window: None)
    made.window.show()
    yield made
    made.close()


@pytest.fixture
def session_id(club: Club) -> int:
    made = planning.plan_session(club.database, "Autumn evening", STARTS, templates()[0])
    talk = agenda.add_stage(club.database, made, TALK)
    agenda.move_stages(club.database, [talk], -99)
    club.window.open_session(made)
    return made


def test_a_new_club_offers_one_next_step(club):
    home = club.window.screen_shown
    assert home.stack.currentWidget().button.text() == "New session"


def test_the_title_is_the_clubs_since_qt_adds_the_programs_name(club):
    assert club.window.windowTitle() == "club"


def test_planning_a_session_opens_its_agenda(club, qtbot):
    qtbot.mouseClick(club.window.screen_shown.new_button, Qt.MouseButton.LeftButton)
    dialog = club.window.findChild(NewSessionDialog)
    qtbot.keyClicks(dialog.title_edit, "Autumn evening")
    qtbot.mouseClick(dialog.create_button, Qt.MouseButton.LeftButton)
    assert club.window.screen_shown.objectName() == "agenda_screen"
    assert [row.title for row in listing.sessions(club.database)] == ["Autumn evening"]


def test_a_session_without_a_name_is_told_beside_the_name(club, qtbot):
    club.window.screen_shown.starting.plan()
    dialog = club.window.findChild(NewSessionDialog)
    qtbot.mouseClick(dialog.create_button, Qt.MouseButton.LeftButton)
    assert dialog.problem_label.text() == "Give the session a name."
    assert dialog.isVisible()


def test_a_dialog_closes_with_its_window(club):
    club.window.screen_shown.starting.plan()
    dialog = club.window.findChild(NewSessionDialog)
    club.close()
    assert not dialog.isVisible()


def test_go_live_and_next_walk_through_the_stages(club, session_id, qtbot):
    strip = club.window.frame.strip
    assert strip.steps.live.text() == "Go live"
    qtbot.mouseClick(strip.steps.live, Qt.MouseButton.LeftButton)
    assert club.window.walk.current.kind == "talk"
    assert strip.steps.next.text() == "Next: Check-in"
    assert club.window.screen_shown.objectName() == "talk_screen"


def test_the_clock_turns_amber_and_red(club, session_id, clock):
    agenda.go_live(club.database, session_id)
    strip = club.window.frame.strip
    tones = []
    for minutes in (0, 12.5, 14.5):
        clock.now = EVENING + timedelta(minutes=minutes)
        strip.tick(clock.now)
        tones.append((strip.steps.clock.text(), strip.steps.clock.property("tone")))
    assert tones == [("15:00", ""), ("02:30", "warning"), ("00:30", "bad")]


def test_space_pauses_the_clock_but_not_while_somebody_types(club, session_id, qtbot):
    agenda.go_live(club.database, session_id)
    window = club.window
    qtbot.keyClick(window, Qt.Key.Key_Space)
    assert window.walk.current.paused_at is not None
    qtbot.keyClick(window, Qt.Key.Key_Space)
    qtbot.keyClick(window.screen_shown.notes_edit, Qt.Key.Key_Space)
    assert window.walk.current.paused_at is None


def test_clicking_a_stage_looks_at_it_without_going_there(club, session_id, qtbot):
    agenda.go_live(club.database, session_id)
    timeline = club.window.frame.strip.timeline
    place = timeline.rects()[2].center()
    qtbot.mouseClick(
        timeline, Qt.MouseButton.LeftButton, pos=QPoint(int(place.x()), int(place.y()))
    )
    walk = club.window.walk
    assert (walk.shown.kind, walk.current.kind) == ("welcome", "talk")


def test_undo_is_offered_with_its_label_and_works_from_the_line(club, session_id, qtbot):
    agenda.go_live(club.database, session_id)
    frame = club.window.frame
    assert frame.quiet.text == "Went live"
    qtbot.mouseClick(frame.quiet.undo_button, Qt.MouseButton.LeftButton)
    assert club.window.walk.session.status == "planned"
    assert frame.quiet.text == "Undone: Went live"


def test_the_palette_finds_an_action_by_a_part_of_its_name(club, session_id, qtbot):
    agenda.go_live(club.database, session_id)
    qtbot.keyClick(club.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = club.window.findChild(CommandPalette)
    qtbot.keyClicks(palette.query, "room bl")
    assert palette.list.item(0).text().startswith("Room: blank")
    qtbot.keyClick(palette.query, Qt.Key.Key_Return)
    assert club.room.mode is RoomMode.BLANK


def test_the_key_sheet_lists_every_key_of_the_window(club, qtbot):
    qtbot.keyClick(club.window, Qt.Key.Key_F1)
    sheet = club.window.findChild(KeySheet)
    caps = {cap.text() for cap in sheet.findChildren(KeyCap)}
    assert {"F1", "F11", "Ctrl K", "Ctrl Z", "Ctrl Shift Z", "Space"} <= caps


def test_blank_keeps_the_slide_from_the_room(club, session_id):
    agenda.go_live(club.database, session_id)
    club.window.showing.pick(2)
    assert type(club.shared_screen.slide).__name__ == "BlankSlide"
    club.window.showing.pick(0)
    assert type(club.shared_screen.slide).__name__ == "PromptSlide"


def test_notes_typed_in_a_stage_are_kept_when_one_leaves_it(club, session_id, qtbot):
    agenda.go_live(club.database, session_id)
    screen = club.window.screen_shown
    screen.notes_edit.setFocus()
    qtbot.keyClicks(screen.notes_edit, "Thank the hosts")
    club.window.go("home")
    stages = questions.stages(club.database, session_id)
    assert stages[0].notes == "Thank the hosts"


def test_the_agenda_keeps_what_is_typed(club, session_id, qtbot):
    screen = club.window.screen_shown
    screen.stages_table.select_key(questions.stages(club.database, session_id)[2].id)
    edit = screen.findChild(QLineEdit, "stage_title_edit")
    edit.selectAll()
    qtbot.keyClicks(edit, "Hello")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert questions.stages(club.database, session_id)[2].title == "Hello"


def test_a_session_that_is_put_away_leads_home(club, session_id):
    planning.trash_sessions(club.database, [session_id])
    assert club.window.screen_shown.objectName() == "home_screen"


def test_the_sample_club_opens_from_home(qtbot, theme, tmp_path, clock):
    opened: list[Path] = []
    database = open_database(tmp_path / "club.kdc", clock)
    settings = Settings(tmp_path / "settings.ini")
    club = Club(database, theme, settings, lambda path, _answers: opened.append(path), print)
    club.window.show()
    home = club.window.screen_shown
    assert isinstance(home, HomeScreen)
    qtbot.mouseClick(home.sample_button, Qt.MouseButton.LeftButton)
    sample = open_database(opened[0])
    *_later, session = listing.sessions(sample, SESSION_COUNTS)
    sample.close()
    club.close()
    _people, ideas = session.counts
    assert ideas > 371


def test_a_message_lies_over_the_slide_until_it_is_emptied(club, session_id, qtbot):
    agenda.go_live(club.database, session_id)
    message = club.window.frame.room.message
    qtbot.keyClicks(message, "Please come back to your seats")
    assert club.shared_screen.overlay.message == ""
    qtbot.keyClick(message, Qt.Key.Key_Return)
    assert club.shared_screen.overlay.message == "Please come back to your seats"
    message.clear()
    assert club.shared_screen.overlay.empty


def test_the_large_timer_shows_the_clock_of_the_stage(club, session_id, qtbot):
    agenda.go_live(club.database, session_id)
    club.window.feed.over.toggle_timer()
    assert club.shared_screen.overlay.timer == "15:00"
    club.window.feed.over.toggle_timer()
    assert club.shared_screen.overlay.timer == ""


def test_the_room_stays_on_the_page_that_was_turned_to(club, session_id, qtbot):
    agenda.go_live(club.database, session_id)
    rows = tuple(RevealRow(str(n), f"Option {n}", 20 - n) for n in range(1, 13))
    screen = club.window.screen_shown
    screen.slide_of = lambda _sight: RevealSlide(result=ResultPicture("What next?", rows))
    screen.room_changed.emit()
    qtbot.waitUntil(lambda: isinstance(club.shared_screen.slide, RevealSlide))
    club.shared_screen.turn_page(1)
    club.window.upkeep.tick()
    assert club.shared_screen.slide.page == 1


def test_what_the_agenda_refuses_stays_there_to_be_mended(club, session_id, qtbot):
    screen = club.window.screen_shown
    card = screen.card
    card.notes_edit.setPlainText("Thank the hosts")
    card.stage_title_edit.clear()
    qtbot.keyClick(card.stage_title_edit, Qt.Key.Key_Return)
    assert club.window.frame.quiet.text == "Give the stage a title."
    assert card.notes_edit.toPlainText() == "Thank the hosts"
    qtbot.keyClicks(card.stage_title_edit, "Hello")
    qtbot.keyClick(card.stage_title_edit, Qt.Key.Key_Return)
    first = questions.stages(club.database, session_id)[0]
    assert (first.title, first.notes) == ("Hello", "Thank the hosts")


def test_the_button_does_what_it_says_where_the_session_stands_in_no_stage(club, session_id, qtbot):
    agenda.go_live(club.database, session_id)
    with club.database.edit(
        lazy("Ended the stage")
    ) as edit:  # as a club from elsewhere may have it
        edit.get_one(Stage, club.window.walk.current.id).started_at = None
    strip = club.window.frame.strip
    assert club.window.walk.current is None
    assert strip.steps.next.text() == f"Next: {club.window.walk.stages[0].title}"
    assert club.window.feed.running.following == club.window.walk.stages[0]
    qtbot.mouseClick(strip.steps.next, Qt.MouseButton.LeftButton)
    assert club.window.walk.current == club.window.walk.stages[0]


def test_a_session_that_is_not_live_is_never_late(club, session_id, clock):
    clock.now = EVENING + timedelta(hours=2)
    screen = club.window.screen_shown
    screen.refresh()
    assert "as the agenda says" in screen.summary_label.text()
