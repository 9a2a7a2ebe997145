"""Ideas and names are typed on the board."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from kdc_desktop.domain.kit.lengths import TEXT
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Attendance, Idea, Person
from kdc_desktop.screens.board.quick_add import QuickAdd
from kdc_desktop.services.board import clusters
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.board import questions as board_questions
from kdc_desktop.storage import Database
from tests.gui.board.hands import LEFT, OpenBoard, add, on_screen
from tests.gui.hands.pressing import press
from tests.rooms.board_room import EVENING, notes, rows


def test_ideas_are_typed_one_after_the_other(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    screen = open_board()
    qtbot.keyClick(screen.view, "n")
    for text in ("Parcel lockers", "Cargo bikes"):
        qtbot.keyClicks(screen.floats.quick_add.idea_edit, text)
        qtbot.keyClick(screen.floats.quick_add.idea_edit, Qt.Key.Key_Return)
    assert [row.text for row in notes(database)] == [
        "Parcel lockers",
        "Cargo bikes",
    ]
    assert screen.floats.quick_add.idea_edit.text() == ""
    assert screen.floats.quick_add.idea_edit.hasFocus()
    assert screen.floats.quick_add.property("has_keys"), "the line is framed"
    qtbot.keyClick(screen.floats.quick_add.idea_edit, Qt.Key.Key_Escape)
    assert not screen.floats.quick_add.property("has_keys")


def test_an_author_is_chosen_by_a_part_of_the_name(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    screen = open_board()
    qtbot.keyClick(screen.view, "n")
    line = screen.floats.quick_add
    qtbot.keyClicks(line.idea_edit, "Cargo bikes @")
    assert line.author_edit.hasFocus()
    qtbot.keyClicks(line.author_edit, "harb")
    qtbot.keyClick(line.author_edit, Qt.Key.Key_Return)
    assert (line.idea_edit.text(), line.idea_edit.hasFocus()) == ("", True)
    found = notes(database)
    assert [(row.text, row.author, row.sector) for row in found] == [
        ("Cargo bikes", "Eero Salmi", "C")
    ]
    assert line.author_edit.author is None


def test_of_two_people_of_one_name_the_one_picked_from_the_list_is_the_author(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    with database.edit(lazy("Added a namesake")) as edit:
        edit.add(Person(name="Aino Laine", created_at=EVENING))
        edit.flush()
        edit.add(Attendance(session_id=1, person_id=3))
    screen = open_board()
    told: list[str] = []
    screen.problem.connect(told.append)
    line = screen.floats.quick_add
    qtbot.keyClick(screen.view, "n")
    qtbot.keyClicks(line.idea_edit, "Cargo bikes @")
    qtbot.keyClicks(line.author_edit, "aino")
    popup = line.author_edit.completer().popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert (notes(database), line.author_edit.text()) == ([], "aino"), "it is asked which"
    assert told == ["Several people fit: choose one with the arrow keys."]
    qtbot.waitUntil(popup.isVisible)
    assert not popup.currentIndex().isValid()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    with database.read() as snapshot:
        assert [(row.text, row.author_id) for row in snapshot.scalars(select(Idea))] == [
            ("Cargo bikes", 3)
        ]


def test_the_list_of_authors_shows_whole_names_within_the_window(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    with database.edit(lazy("Added a namesake")) as edit:
        edit.add(Person(name="Aino Mäkinen-Öhmanninen", organisation_id=1, created_at=EVENING))
        edit.flush()
        edit.add(Attendance(session_id=1, person_id=3))
    screen = open_board()
    line = screen.floats.quick_add
    qtbot.keyClick(screen.view, "n")
    qtbot.keyClicks(line.idea_edit, "Cargo bikes @")
    popup = line.author_edit.completer().popup()
    assert popup is not None
    for letter in "aino":
        qtbot.keyClicks(line.author_edit, letter)
        qtbot.waitUntil(popup.isVisible)
        qtbot.waitUntil(lambda: popup.viewport().width() >= popup.sizeHintForColumn(0))
    assert screen.window().geometry().contains(popup.geometry())


def _click_back(line: QuickAdd) -> None:
    """A click closes the list of names, and the focus goes where it was."""
    popup = line.author_edit.completer().popup()
    if popup is not None:
        popup.hide()
    QTest.mouseClick(line.idea_edit, LEFT)
    line.idea_edit.setFocus(Qt.FocusReason.MouseFocusReason)


def test_a_whole_name_that_is_written_is_the_author(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    line = open_board().floats.quick_add
    line.begin()
    qtbot.keyClicks(line.idea_edit, "Cargo bikes @")
    qtbot.keyClicks(line.author_edit, "eero salmi")
    _click_back(line)
    qtbot.keyClick(line.idea_edit, Qt.Key.Key_Return)
    assert [(row.text, row.author) for row in notes(database)] == [("Cargo bikes", "Eero Salmi")]


def test_a_name_that_is_nobody_s_is_kept_and_nothing_is_added(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    screen = open_board()
    told: list[str] = []
    screen.problem.connect(told.append)
    line = screen.floats.quick_add
    line.begin()
    qtbot.keyClicks(line.idea_edit, "Cargo bikes")
    line.author_edit.setFocus()
    qtbot.keyClicks(line.author_edit, "nobody known")
    qtbot.keyClick(line.author_edit, Qt.Key.Key_Return)
    assert (notes(database), line.author_edit.text()) == ([], "nobody known")
    assert [sentence[:24] for sentence in told] == ["Nobody in this session h"]
    _click_back(line)
    assert (line.author_edit.text(), line.idea_edit.text()) == ("", "Cargo bikes")
    assert told[1:] == ["Nobody here is called “nobody known”: the author stays as before."]


def test_what_follows_an_at_and_is_nobody_stays_in_the_text(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    line = open_board().floats.quick_add
    line.begin()
    press("Meet @ the school at 5")
    assert (line.idea_edit.text(), line.author_edit.text()) == ("Meet @ the school at 5", "")
    press(Qt.Key.Key_Return)
    press("Ask @nobody we know")
    press(Qt.Key.Key_Escape)
    assert (line.idea_edit.text(), line.author_edit.text()) == ("Ask @nobody we know", "")
    line.begin()
    press(Qt.Key.Key_Return)
    assert [row.text for row in notes(database)] == [
        "Meet @ the school at 5",
        "Ask @nobody we know",
    ]


def test_a_name_that_is_not_known_or_of_several_catches_no_other_idea(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    with database.edit(lazy("Added two of one first name")) as edit:
        for name in ("Olga Müller", "Olga Virtanen"):
            edit.add(person := Person(name=name, created_at=EVENING))
            edit.flush()
            edit.add(Attendance(session_id=1, person_id=person.id))
    line = open_board().floats.quick_add
    line.begin()
    popup = line.author_edit.completer().popup()
    assert popup is not None
    for text in ("Repair cafe @Jr", "Cargo bikes @Olga", "Lockers @olga v", "Saunas @eero"):
        press(text)
        qtbot.wait(1)
        qtbot.keyClick(popup if popup.isVisible() else line.author_edit, Qt.Key.Key_Return)
    assert [(row.text, row.author) for row in notes(database)] == [
        ("Repair cafe @Jr", ""),
        ("Cargo bikes @Olga", ""),
        ("Lockers", "Olga Virtanen"),
        ("Saunas", "Eero Salmi"),
    ]


def test_letters_are_text_while_an_idea_is_typed(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    screen = open_board()
    add(database, 2)
    qtbot.keyClick(screen.view, "n")
    qtbot.keyClicks(screen.floats.quick_add.idea_edit, "Mucns 12")
    assert screen.floats.quick_add.idea_edit.text() == "Mucns 12"
    assert board_questions.clusters(database, 1) == []


def test_c_makes_a_cluster_and_asks_for_its_name(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    add(database, 3)
    screen = open_board()
    qtbot.keyClick(screen.view, "a", Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(screen.view, "c")
    assert screen.in_place.name_editor.isVisible()
    qtbot.keyClicks(screen.in_place.name_editor, "Getting around")
    qtbot.keyClick(screen.in_place.name_editor, Qt.Key.Key_Return)
    assert [(row.name, row.ideas) for row in board_questions.clusters(database, 1)] == [
        ("Getting around", 3)
    ]
    assert screen.view.hasFocus()


def test_a_note_is_edited_in_place(qtbot: QtBot, open_board: OpenBoard, database: Database) -> None:
    (idea,) = add(database, 1)
    screen = open_board()
    qtbot.mouseClick(screen.view.viewport(), LEFT, pos=on_screen(screen, idea))
    qtbot.keyClick(screen.view, Qt.Key.Key_F2)
    qtbot.keyClicks(screen.in_place.note_editor, "Cargo bikes")
    qtbot.keyClick(screen.in_place.note_editor, Qt.Key.Key_Return)
    assert rows(database)[idea].text == "Cargo bikes"
    qtbot.keyClick(screen.view, Qt.Key.Key_Return)
    qtbot.keyClicks(screen.in_place.note_editor, "Not this")
    qtbot.keyClick(screen.in_place.note_editor, Qt.Key.Key_Escape)
    assert rows(database)[idea].text == "Cargo bikes"


def test_finding_dims_the_rest_and_enter_goes_to_the_next(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    ids = [
        board_ideas.add_idea(database, 1, text) for text in ("Äänekoski bus", "Boat", "Bus lanes")
    ]
    screen = open_board()
    qtbot.keyClick(screen.view, "f", Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(screen.floats.finder.find_edit, "bus")
    assert screen.view.layer.found == frozenset((ids[0], ids[2]))
    qtbot.keyClick(screen.floats.finder.find_edit, Qt.Key.Key_Return)
    assert screen.view.selection == [ids[0]]
    qtbot.keyClick(screen.floats.finder.find_edit, Qt.Key.Key_Return)
    assert screen.view.selection == [ids[2]]
    qtbot.keyClick(screen.floats.finder.find_edit, Qt.Key.Key_Escape)
    assert screen.view.layer.found is None


def test_an_empty_board_offers_the_first_idea(qtbot: QtBot, open_board: OpenBoard) -> None:
    screen = open_board()
    assert screen.floats.empty_state.isVisible()
    qtbot.mouseClick(screen.floats.empty_state.button, LEFT)
    assert screen.floats.quick_add.idea_edit.hasFocus()


def test_a_text_that_cannot_be_kept_stays_open_as_it_was_written(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    screen = open_board()
    (idea_id,) = add(database, 1)
    told: list[str] = []
    screen.problem.connect(told.append)
    editor = screen.in_place.note_editor
    for leave in (Qt.Key.Key_Return, Qt.Key.Key_Tab, None):
        screen.in_place.edit_note(idea_id)
        long = "x" * (TEXT + 1)
        editor.setPlainText(long)
        if leave is None:
            screen.view.setFocus()
        else:
            qtbot.keyClick(editor, leave)
        qtbot.waitUntil(editor.hasFocus)
        assert (len(told), editor.toPlainText()) == (1, long)
        told.clear()
        qtbot.keyClick(editor, Qt.Key.Key_Escape)
        assert not editor.isVisible()
    assert [row.text for row in notes(database)] == ["Idea 0"]


def test_a_name_that_is_refused_stays_open_as_it_was_written(
    qtbot: QtBot, open_board: OpenBoard, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = open_board()
    cluster_id = clusters.add_cluster(database, 1, "Freight", add(database, 1))

    def refused(*_arguments: object) -> None:
        raise UserError("The file is gone.")

    monkeypatch.setattr(clusters, "rename_cluster", refused)
    screen.in_place.edit_name(cluster_id)
    editor = screen.in_place.name_editor
    editor.setText("Goods")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(editor.hasFocus)
    assert editor.text() == "Goods"
