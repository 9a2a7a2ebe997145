"""Undo takes back what one did oneself, also where others write and wherever the caret stands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from sqlalchemy import select

from kdc_desktop.app import Club
from kdc_desktop.domain.kit.actors import Actor, ActorKind, Way
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Consortium, Idea, Person
from kdc_desktop.screens.kit.passing import DropDown
from kdc_desktop.screens.kit.plain import plain_caption
from kdc_desktop.screens.window.command_palette import CommandPalette
from kdc_desktop.screens.window.key_sheet import KeySheet
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.club.settings import keep_setting, remember
from kdc_desktop.services.visions.drafts import VersionDraft, forget_draft, keep_draft
from kdc_desktop.services.visions.versions import save_version
from kdc_desktop.storage.acting import acting
from tests.gui.window.sample_window import SESSION, change, look_at, undo, value


@pytest.fixture
def club(sample: Club) -> Club:
    return sample


def test_what_others_do_takes_no_line_and_no_undo_from_what_one_did_oneself(club):
    quiet = club.window.frame.quiet
    mine = board_ideas.add_idea(club.database, SESSION, "Trams")
    before = (quiet.text, quiet.undo_button.isVisible())
    with acting(Actor(ActorKind.PARTICIPANT, 7), Way.PHONE):
        theirs = board_ideas.add_idea(club.database, SESSION, "Ferries")
    assert before == (quiet.text, quiet.undo_button.isVisible()) == ("Added the idea “Trams”", True)
    look_at(club, "ideas")
    screen = undo(club)
    assert {mine, theirs} & set(screen.view.contents.notes) == {theirs}
    change(club.database, Idea, "text", "Ferries, too")
    with acting(Actor(ActorKind.HELPER, 7)):
        change(club.database, Idea, "text", "Boats")
    shown = undo(club)
    assert shown is screen
    assert quiet.text.startswith("“Changed something” stays, because a helper has changed the same")
    assert not club.window.undoing.action.text().endswith("Changed something")


def test_what_is_remembered_on_the_way_takes_no_line(club):
    quiet = club.window.frame.quiet
    board_ideas.add_idea(club.database, SESSION, "Trams")
    label = lazy("Remembered which column of a list holds what")
    with acting(way=Way.IMPORT):
        remember(club.database, "columns", {"name": 1}, label)
        assert quiet.text == "Added the idea “Trams”"
        change(club.database, Person, "notes", "came in a list")
        assert quiet.text == "Changed something"
    remember(club.database, "columns", {"name": 2}, label)
    assert quiet.text == "Changed something"


def test_a_draft_that_became_a_version_leaves_the_line_and_the_undo_to_the_version(club):
    database, quiet = club.database, club.window.frame.quiet
    with database.read() as snapshot:
        consortium_id = snapshot.scalar(select(Consortium.id).limit(1))
    keep_draft(database, consortium_id, VersionDraft("A yard for all of us"))
    save_version(database, consortium_id, "A yard for all of us")
    forget_draft(database, consortium_id)
    assert quiet.text.startswith("Saved version ")
    assert quiet.undo_button.isVisible()


def test_what_an_import_says_of_itself_is_undone_from_there(club, qtbot):
    importing, quiet = look_at(club, "ideas").idea_import, club.window.frame.quiet
    before = club.database.next_steps()[0]
    importing._import(importing.read_lines("Ferries\nTrams"), None)
    qtbot.waitUntil(lambda: quiet.text.startswith("Imported: ") and not club.jobs.busy)
    assert club.database.next_steps()[0] != before
    qtbot.mouseClick(quiet.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: club.database.next_steps()[0] == before)


def test_the_caret_takes_nothing_from_undo_but_what_is_typed(club, qtbot):
    """Or undo would end where it leads to a screen whose field has the focus."""
    control = Qt.KeyboardModifier.ControlModifier
    QTest.qWaitForWindowActive(club.window)
    key = change(club.database, Person, "notes", "likes trams")
    before = value(club.database, Person, key, "notes")
    club.window.go("people")
    search = club.window.screen_shown.search_edit
    search.setFocus()
    qtbot.keyClicks(search, "tr")
    qtbot.keyClick(search, Qt.Key.Key_Z, control)
    assert (search.text(), value(club.database, Person, key, "notes")) == ("", before)
    qtbot.keyClick(search, Qt.Key.Key_Z, control)
    assert value(club.database, Person, key, "notes") != before
    search.setFocus()
    qtbot.keyClick(search, Qt.Key.Key_Y, control)
    assert (search.text(), value(club.database, Person, key, "notes")) == ("", before)
    qtbot.keyClick(search, Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)
    assert search.text() == "tr"


def test_what_enter_has_taken_is_undone_at_once_and_not_typed_again(club, qtbot):
    QTest.qWaitForWindowActive(club.window)
    line = look_at(club, "ideas").floats.quick_add
    line.begin()
    qtbot.keyClicks(line.idea_edit, "Ferries")
    qtbot.keyClick(line.idea_edit, Qt.Key.Key_Return)
    assert str(club.database.next_steps()[0].label) == "Added the idea “Ferries”"
    qtbot.keyClick(line.idea_edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.idea_edit.text() == ""
    assert str(club.database.next_steps()[1].label) == "Added the idea “Ferries”"


def test_the_foot_names_what_the_first_press_does(club):
    link = club.window.frame.foot.findChild(QPushButton, "undo_link")
    board_ideas.add_idea(club.database, SESSION, "Ferries")
    assert link.accessibleName() == "Undo: Added the idea “Ferries”"
    with club.database.edit(lazy("Closed the poll"), undoable=False) as edit:
        edit.get_one(Person, 1).notes = "voted"
    assert link.accessibleName() == "No undo: Closed the poll"
    club.window.undoing.undo()
    assert club.window.frame.quiet.text.startswith("“Closed the poll” stays")
    assert link.accessibleName() == "Undo: Added the idea “Ferries”"
    club.window.undoing.undo()
    assert club.window.frame.quiet.text == "Undone: Added the idea “Ferries”"


def test_where_there_is_room_the_foot_says_whole_what_undo_takes_back(club):
    foot = club.window.frame.foot
    for label in ("Added an idea", "Moved 3 ideas", "Put R&D into the trash", "Added an idea"):
        foot.show_undo(f"Undo: {label}")
        QApplication.processEvents()
        assert foot.findChild(QPushButton, "undo_link").text() == plain_caption(f"Undo: {label}")


def test_a_list_and_the_palette_keep_the_keys_that_are_pressed_in_them(club, qtbot):
    """Or undo, and whatever else has a key in the window, would do its work below them."""
    QTest.qWaitForWindowActive(club.window)
    change(club.database, Person, "notes", "likes trams")
    choice = DropDown(club.window)
    choice.addItems(["Apples", "Zebras"])
    choice.show()
    choice.showPopup()
    QTest.keyClick(choice.view(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    choice.hidePopup()
    club.window.findChild(QAction, "act_palette").trigger()
    palette = QApplication.activePopupWidget()
    assert isinstance(palette, CommandPalette)
    QTest.keyClick(palette, Qt.Key.Key_F1)
    assert QApplication.activePopupWidget() is palette
    assert club.window.findChildren(KeySheet) == []
    palette.reject()
    assert str(club.database.next_steps()[0].label) == "Changed something"


def test_what_is_noted_among_the_settings_beside_a_step_leads_nowhere(club):
    with club.database.edit(lazy("Noted")) as edit:
        edit.get_one(Person, 1).name = "Aino X"
        keep_setting(edit, "noted", 1)
    look_at(club, "vision")
    assert undo(club).objectName() == "people_screen"
