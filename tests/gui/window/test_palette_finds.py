"""The palette finds what one means, by the words that people use, on every screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from kdc_desktop.app import Club
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.window.command_palette import CommandPalette
from kdc_desktop.services.club.sample import sample_club
from kdc_desktop.services.sessions import agenda
from kdc_desktop.settings import Settings, ThemeMode
from kdc_desktop.storage import open_database
from tests.gui.window.sample_window import SESSION, run

MEANT = {
    "text size": "set_text_size",
    "font size": "set_text_size",
    "bigger": "set_text_size",
    "dark": "theme_dark",
    "dark mode": "theme_dark",
    "theme": "theme_dark",
    "light mode": "theme_light",
    "language": "set_language",
    "animation": "set_motion",
    "pin": "set_pin",
    "password": "set_pin",
    "high contrast": "set_contrast",
    "defaults": "set_defaults",
    "settings": "go_settings",
    "preferences": "go_settings",
    "options": "go_settings",
    "restore": "see_backups",
    "backup": "see_backups",
    "walk-in": "late_door",
    "walk in": "late_door",
    "late": "late_door",
    "who has met": "show_all_of_the_network",
    "who met whom": "show_all_of_the_network",
    "latecomer": "late_door",
    "check in": "late_door",
    "left": "mark_as_left",
    "check out": "mark_as_left",
    "badge": "give_badge_codes",
    "name tags": "give_badge_codes",
    "guest list": "find_somebody",
    "participants": "go_people",
    "add person": "new_person_or_organisation",
    "company": "new_person_or_organisation",
    "excel": "export",
    "import": "import_people",
    "csv": "import_people",
    "download": "export",
    "print": "pages",
    "pdf": "pages",
    "report": "export",
    "kiosk": "start_the_kiosk",
    "poll": "new_poll",
    "vote": "new_poll",
    "voting": "new_poll",
    "ballot": "new_poll",
    "dots": "new_poll",
    "survey": "new_poll",
    "hands": "count_a_show_of_hands",
    "show of hands": "count_a_show_of_hands",
    "stop voting": "close_the_poll",
    "results": "reveal_the_result",
    "winner": "mark_as_winner",
    "run-off": "hold_a_run_off",
    "second round": "prepare_another_round",
    "idea": "new_idea",
    "sticky note": "new_idea",
    "post-it": "new_idea",
    "group ideas": "new_cluster",
    "duplicates": "merge",
    "delete idea": "trash",
    "arrange": "tidy_the_board",
    "recycle bin": "open_the_trash",
    "groups": "suggest_consortia",
    "teams": "suggest_consortia",
    "vision": "write_the_next_version",
    "projector": "shared_screen",
    "beamer": "shared_screen",
    "full screen": "shared_screen",
    "black screen": "room_blank",
    "freeze": "room_hold",
    "announcement": "message",
    "countdown": "large_timer",
    "timer": "large_timer",
    "pause": "clock",
    "go live": "go_live",
    "start": "go_live",
    "next": "next_stage",
    "back": "previous_stage",
    "end session": "close_session",
    "finish": "close_session",
    "agenda": "edit_agenda",
    "schedule": "edit_agenda",
    "add break": "add_break",
    "new stage": "add_a_stage",
    "date": "name_place_and_time_of_the_session",
    "new meeting": "new_session",
    "new session": "new_session",
    "summary": "outcome",
    "shortcuts": "keys",
    "manual": "help",
    "exit": "quit",
    "save as": "export",
    "open file": "open_club",
    "new file": "new_club",
    "usb stick": "hand_over",
    "practice": "rehearse",
}
AREAS = ("home", "people", "settings")
IN_SESSION = (
    *("agenda", "talk", "outcome", "check_in", "board", "poll", "interests", "consortia", "vision"),
)


@pytest.fixture(scope="module")
def club(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Club]:
    """The sample's evening, once more in the stage of clusters, for all that only looks."""
    folder: Path = tmp_path_factory.mktemp("palette")
    theme = Theme()
    theme.apply(qapp, ThemeMode.LIGHT, 1.0)
    settings = Settings(folder / "settings.ini")
    settings.motion = False
    database = open_database(sample_club(folder))
    made = Club(database, theme, settings, lambda *_asked: None, lambda _window: None)
    made.window.show()
    made.window.open_session(SESSION)
    agenda.reopen_session(database, SESSION)
    run(made, "cluster")
    yield made
    made.close()


def show(club: Club, place: str) -> Screen:
    if place in AREAS:
        club.window.go(place)
    else:
        club.window.show_session_screen(place)
    QCoreApplication.processEvents()
    return club.window.screen_shown


def opened(club: Club) -> CommandPalette:
    opener = club.window.findChild(QAction, "act_palette")
    assert opener is not None
    opener.trigger()
    palette = QApplication.activePopupWidget()
    assert isinstance(palette, CommandPalette)
    return palette


def found(palette: CommandPalette, query: str) -> list[str]:
    palette.query.setText(query)
    rows = (palette.list.item(at) for at in range(palette.list.count()))
    actions = (row.data(Qt.ItemDataRole.UserRole) for row in rows)
    return [action.objectName().removeprefix("act_") for action in actions if action]


@pytest.mark.parametrize("place", [*AREAS, *IN_SESSION])
def test_plain_words_lead_to_what_is_meant(club: Club, place: str) -> None:
    show(club, place)
    palette = opened(club)
    first = {query: found(palette, query)[:2] for query in MEANT}
    palette.reject()
    assert {query: names for query, names in first.items() if MEANT[query] not in names} == {}


@pytest.mark.parametrize("place", [*AREAS, *IN_SESSION])
def test_every_action_of_a_screen_is_found_from_home(club: Club, place: str) -> None:
    acts = [one for one in show(club, place).actions() if one.isVisible() and one.isEnabled()]
    show(club, "home")
    palette = opened(club)
    missed = [
        action.text()
        for action in acts
        if action.objectName() and not action.objectName()[-1:].isdigit()
        if not found(palette, action.text())
    ]
    palette.reject()
    assert missed == []
