"""What is done on another screen the palette leads to, and does there what only opens something."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.screens.club.settings_screen import SettingsScreen
from kdc_desktop.screens.kit.called import Called
from kdc_desktop.screens.polls.poll_screen import PollScreen
from kdc_desktop.screens.window.command_palette import CommandPalette
from kdc_desktop.screens.window.palette_rows import NAME_ROLE, NOTE_ROLE, PaletteRows
from kdc_desktop.settings import ThemeMode


def chosen(club: Club, words: str) -> str:
    """Choose the first action of these words, and say what its row told besides its name."""
    opener = club.window.findChild(QAction, "act_palette")
    assert opener is not None
    opener.trigger()
    palette = QApplication.activePopupWidget()
    assert isinstance(palette, CommandPalette)
    QTest.keyClicks(palette.query, words)
    note = str(palette.list.item(0).data(NOTE_ROLE))
    QTest.keyClick(palette.query, Qt.Key.Key_Return)
    QCoreApplication.processEvents()
    return note


def test_a_new_poll_is_begun_from_the_board_with_the_keys_in_its_question(
    evening: Club, qtbot: QtBot
) -> None:
    assert chosen(evening, "vote") == "Leads to Poll."
    screen = evening.window.screen_shown
    assert isinstance(screen, PollScreen)
    qtbot.waitUntil(screen.pages.plan_page.question_edit.hasFocus)
    QTest.keyClicks(screen.pages.plan_page.question_edit, "What first?")
    assert screen.pages.plan_page.question_edit.text().endswith("What first?")


def test_what_changes_something_is_only_shown_where_it_is(evening: Club) -> None:
    chosen(evening, "close the poll")
    assert evening.window.screen_shown.accessibleName() == "Poll"
    quiet = evening.window.frame.quiet.text
    assert "poll" in quiet.lower(), "why it cannot be done now, or its keys"


def test_a_theme_is_worn_and_its_setting_shown(evening: Club) -> None:
    chosen(evening, "dark")
    assert evening._settings.theme is ThemeMode.DARK
    evening._settings.theme = ThemeMode.LIGHT
    assert evening.window.screen_shown.accessibleName() == "Settings"


def test_a_setting_has_the_keys(evening: Club, qtbot: QtBot) -> None:
    chosen(evening, "text size")
    screen = evening.window.screen_shown
    assert isinstance(screen, SettingsScreen)
    qtbot.waitUntil(lambda: QApplication.focusWidget() in screen.size_segments.children())


def test_control_and_comma_open_the_settings(evening: Club, qtbot: QtBot) -> None:
    qtbot.keyClick(evening.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert evening.window.screen_shown.accessibleName() == "Settings"


def test_without_a_session_it_says_what_comes_first(at_home: Club) -> None:
    at_home.window.go("people")
    told = "Open a session first: this is done at Poll."
    assert chosen(at_home, "vote") == told
    assert at_home.window.frame.quiet.text == told
    assert at_home.window.screen_shown.accessibleName() == "Home"


def test_what_is_called_something_is_called_so_on_its_screen(sample: Club) -> None:
    window = sample.window
    wrong = []
    for give in window._elsewhere._gives:
        calls = give()
        area = calls.place in window._elsewhere._areas
        window.go(calls.place) if area else window.show_session_screen(calls.place)
        texts = {one.objectName(): one.text() for one in window.screen_shown.actions()}
        wrong += [
            f"{calls.place}: {called.name}, {texts.get(f'act_{called.name}')}"
            for called in calls.actions
            if texts.get(f"act_{called.name}") != str(called.text)
        ]
    assert wrong == []


def test_every_action_of_a_screen_has_words(sample: Club) -> None:
    window, words = sample.window, sample.window._elsewhere.words()
    places = ["home", "people", "settings", "club_consortia", "network", "obstacles", "chains"]
    names = set()
    for place in places:
        window.go(place)
        names |= {one.objectName() for one in window.screen_shown.actions()}
    for give in window._elsewhere._gives:
        if (place := give().place) not in places:
            names |= {one.objectName() for one in window.show_session_screen(place).actions()}
    names |= {one.objectName() for one in window.actions()}
    unnamed = {name for name in names - words.keys() if name and not name[-1].isdigit()}
    assert unnamed <= {"act_call_off", "act_palette", "act_go_to_your_own_club"}


def test_names_of_what_is_done_are_unique(sample: Club) -> None:
    every: list[Called] = [
        one for give in sample.window._elsewhere._gives for one in give().actions
    ]
    assert len({one.name for one in every}) == len(every)


@pytest.mark.parametrize("width", [280, 560])
def test_keys_and_sentences_of_a_row_are_whole(evening: Club, width: int) -> None:
    opener = evening.window.findChild(QAction, "act_palette")
    assert opener is not None
    opener.trigger()
    palette = QApplication.activePopupWidget()
    assert isinstance(palette, CommandPalette)
    palette.resize(width, 420)
    palette.query.setText("e")
    QCoreApplication.processEvents()
    rows, delegate = palette.list, palette.list.itemDelegate()
    assert isinstance(delegate, PaletteRows)
    for at in range(rows.count()):
        index, place = rows.model().index(at, 0), rows.visualItemRect(rows.item(at))
        name, keys, note = delegate._places(place, rows.font(), index)
        assert place.contains(name), index.data(NAME_ROLE)
        assert keys.isEmpty() or (place.contains(keys) and not keys.intersects(name))
        assert note.isEmpty() or place.contains(note), index.data(NOTE_ROLE)
    palette.reject()


def test_what_is_called_like_something_here_is_found_all_the_same(evening: Club) -> None:
    here = evening.window.screen_shown
    here.act("something_of_its_own", "New poll", lambda: None)
    found = evening.window._elsewhere.actions(here.actions(), here)
    assert "act_new_poll" in {action.objectName() for action in found}
