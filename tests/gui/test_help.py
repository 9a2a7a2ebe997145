"""On every screen and in every dialog “?” says what it is for, and every key stands somewhere."""

import ast
import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.screens.kit.help import Chapter, Help
from kdc_desktop.screens.kit.help_dialog import HelpDialog
from kdc_desktop.screens.kit.keys import keys_of
from kdc_desktop.screens.kit.manual import in_html, manual_parts
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import EmptyState
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database
from tests.gui.one_window import in_one_walk, put_away, window_on
from tests.gui.walks import PLACES, go
from tests.gui.ways import popups, trigger

PROGRAM = Path(__file__).parents[2] / "kdc_desktop"
SCREENS = PROGRAM / "screens"
EDITING = {"Tab", "Backtab", "Backspace", "Del"}
QUESTION = Qt.Key.Key_Question
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def club(theme: Theme, tmp_path: Path) -> Iterator[Club]:
    with window_on(tmp_path / "Клуб.kdc", theme) as made:
        made.window.activateWindow()
        yield made


@pytest.fixture(scope="module")
def window(theme: Theme, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Club]:
    with window_on(tmp_path_factory.mktemp("walk") / "Клуб.kdc", theme) as made:
        yield made


@pytest.fixture
def walked(window: Club) -> Iterator[Club]:
    """The window in which the places are gone to, one after the other."""
    window.window.activateWindow()
    yield window
    put_away(window)


def _helps() -> list[tuple[str, Help]]:
    """Everything that help says, by where it stands."""
    found = []
    for file in sorted(SCREENS.glob("*/help.py")):
        noun = file.parent.name
        module = importlib.import_module(f"kdc_desktop.screens.{noun}.help")
        found += [
            (f"{noun}.{name}", value)
            for name, value in vars(module).items()
            if isinstance(value, Help)
        ]
    return found


HELPS = dict(_helps())


def _dialog(club: Club) -> HelpDialog | None:
    found = (one for one in QApplication.topLevelWidgets() if isinstance(one, HelpDialog))
    return next((one for one in found if one.isVisible()), None)


def _screens(place: str) -> bool:
    return not place.endswith("_slide") and "kiosk" not in place and place != "window/overlay"


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, SHIFT])
def test_a_question_mark_opens_the_help_of_the_screen_and_closes_it(
    club: Club, qtbot: QtBot, modifier: Qt.KeyboardModifier
) -> None:
    go(club, qtbot, "board/board")
    club.window.activateWindow()
    qtbot.keyClick(club.window.screen_shown, QUESTION, modifier)
    dialog = _dialog(club)
    assert dialog is not None
    text = dialog.text.toPlainText()
    assert text.startswith(str(HELPS["board.BOARD"].purpose))
    assert "New idea" in text
    assert "From the manual: Ideas" in text
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, QUESTION, modifier)
    assert not dialog.isVisible()


def test_a_question_mark_that_is_typed_stays_a_question_mark(club: Club, qtbot: QtBot) -> None:
    go(club, qtbot, "board/new_idea")
    edit = QApplication.focusWidget()
    assert edit is not None
    qtbot.keyClicks(edit, "why?")
    assert edit.text() == "why?"  # type: ignore[attr-defined]
    assert _dialog(club) is None


@pytest.mark.parametrize("place", in_one_walk(filter(_screens, PLACES)))
def test_what_one_has_in_front_of_one_has_help_and_every_key_on_the_sheet(
    walked: Club, qtbot: QtBot, place: str
) -> None:
    front = go(walked, qtbot, place)[0].window()
    # A menu's entries are what it says; the others are help itself, and a single question.
    is_menu = front.windowType() == Qt.WindowType.Popup
    if not is_menu and front.objectName() not in ("key_sheet", "ask_dialog"):
        _look_at_its_help(walked, front)
    if not popups(walked):
        _look_at_its_keys(walked)


def _look_at_its_help(club: Club, front: QWidget) -> None:
    button = next(
        one
        for name in ("help_button", "rail_help")
        for one in front.findChildren(QWidget, name)
        if one.isVisible()
    )
    assert isinstance(button, QPushButton | QToolButton)
    button.click()
    QCoreApplication.processEvents()
    dialog = _dialog(club)
    assert dialog is not None
    purposes = {str(one.purpose) for one in HELPS.values()}
    assert dialog.text.toPlainText().partition("\n")[0] in purposes
    dialog.close()
    QCoreApplication.processEvents()


def _look_at_its_keys(club: Club) -> None:
    trigger(club.window, "keys")
    (sheet,) = popups(club)
    there = {label.text().replace(" ", "+") for label in sheet.findChildren(QLabel)}
    for owner in (club.window.screen_shown, club.window):
        for action in owner.findChildren(QAction):
            if action.text() and action in owner.actions():
                for keys in keys_of(action):  # not those of another keyboard's same key
                    assert keys.replace(" ", "+") in there | {"+"}
    assert "Enter" in there
    QTest.keyClick(sheet, Qt.Key.Key_Escape)


def test_every_screen_and_dialog_of_the_program_has_help_of_its_own() -> None:
    for file in SCREENS.rglob("*.py"):
        name = ".".join(file.relative_to(PROGRAM.parent).with_suffix("").parts)
        for kind in vars(importlib.import_module(name)).values():
            if not inspect.isclass(kind) or kind.__module__ != name:
                continue
            if issubclass(kind, Screen) and kind is not Screen:
                assert kind.help in HELPS.values(), kind
            if issubclass(kind, QDialog) and file.stem not in _EXPLAIN_THEMSELVES:
                assert "offer_help(self, " in inspect.getsource(kind), kind


_EXPLAIN_THEMSELVES = {
    *("command_palette", "key_sheet", "help_dialog", "handing", "late_door", "questions"),
    "import_form",  # the dialog over it does
}


def test_what_is_named_of_the_manual_is_there() -> None:
    titles = {part.title for part in manual_parts()}
    assert len(titles) > 10
    assert {name for one in HELPS.values() for name in one.manual} <= titles


def test_every_chapter_of_the_manual_stands_in_the_help_of_some_screen() -> None:
    told = {name for one in HELPS.values() for name in one.manual}
    assert {part.title for part in manual_parts()} == set(Chapter) == told


def test_each_paragraph_of_the_manual_stands_in_the_chapter_that_it_is_about() -> None:
    places = {part.title: " ".join(part.paragraphs) for part in manual_parts()}
    for words, title in (
        ("mark winners", Chapter.VOTE),
        ("What money goes to", Chapter.WAYS),
        ("*declared void*", Chapter.HOLDS),
        ("Each way to vote has its paper", Chapter.KIOSK),
        ("While consortia stand on the wall", Chapter.CONSORTIA),
    ):
        assert [one for one, text in places.items() if words in text] == [title]


def test_no_mark_of_markdown_is_left_in_the_manual() -> None:
    for part in manual_parts():
        for paragraph in part.paragraphs:
            assert "*" not in in_html(paragraph)
            assert "`" not in in_html(paragraph)


def test_what_is_typed_finds_in_the_whole_manual(club: Club, qtbot: QtBot) -> None:
    go(club, qtbot, "sessions/home")
    trigger(club.window, "help")
    dialog = _dialog(club)
    assert dialog is not None
    assert "kiosk" not in dialog.text.toPlainText()
    qtbot.keyClicks(dialog.search, "kiosk turns")
    assert "From the manual: The vote" in dialog.text.toPlainText()
    dialog.search.setText("zebra")
    assert dialog.text.toPlainText() == "Nothing in help has these words."
    dialog.close()


def test_help_says_the_next_step_of_an_empty_screen(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    database = open_database(tmp_path / "new.kdc")
    settings = Settings(tmp_path / "settings.ini")
    club = Club(database, theme, settings, lambda *_asked: None, lambda _window: None)
    club.window.show()
    (state,) = [one for one in club.window.screen_shown.findChildren(EmptyState) if one.isVisible()]
    trigger(club.window, "help")
    dialog = _dialog(club)
    assert dialog is not None
    assert f"Now\n{state.accessibleDescription()}" in dialog.text.toPlainText()
    dialog.close()
    club.close()


HELD = {"Shift", "Control", "Alt", "AltGr", "Meta", "CapsLock"}  # with others, alone nothing
_CALLED = {"Return": "Enter", "Escape": "Esc", "Delete": "Del", "PageUp": "PgUp"} | {
    "PageDown": "PgDown",
    "Plus": "+",
    "Equal": "=",
    "Minus": "-",
}


def _keys_in(file: Path) -> set[str]:
    """The keys that a file names as Qt does, as they are printed."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    found = {name.removeprefix("Key_") for name in names if name.startswith("Key_")}
    return {_CALLED.get(name, name) for name in found} - {"unknown", "Any", *HELD}


def _told(noun: str) -> set[str]:
    """The keys that stand in the help of a noun, or among those that work everywhere."""
    helps = [value.keys for name, value in HELPS.items() if name.startswith(f"{noun}.")]
    window = importlib.import_module("kdc_desktop.screens.window.help")
    if noun in ("window", "kit"):
        helps.append(window.WINDOW_KEYS)
    return {
        part
        for keys in helps
        for words in keys
        for key in words.keys
        for part in (key, key.rpartition("+")[2])
    }


@pytest.mark.parametrize("noun", sorted(one.parent.name for one in SCREENS.glob("*/help.py")))
def test_each_key_that_a_part_takes_by_itself_stands_in_its_help(noun: str) -> None:
    taken = set().union(*(_keys_in(file) for file in (SCREENS / noun).rglob("*.py")))
    of_every_field = EDITING if noun in ("window", "kit") else set()
    assert taken - _told(noun) - of_every_field == set()


def test_the_keys_of_the_kiosk_and_the_shared_screen_are_told() -> None:
    kiosk = importlib.import_module("kdc_desktop.screens.polls.help").KIOSK_KEYS
    room = importlib.import_module("kdc_desktop.screens.window.help").ROOM_KEYS
    told = {key.rpartition("+")[2] or "+" for words in kiosk for key in words.keys}
    folder = PROGRAM / "audience" / "polls" / "kiosk"
    taken = set().union(*(_keys_in(file) for file in folder.glob("*.py")))
    assert taken - told == set()
    seen = {key.rpartition("+")[2] for words in room for key in words.keys}
    assert _keys_in(PROGRAM / "audience" / "shared_screen.py") - seen == set()
