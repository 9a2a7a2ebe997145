"""The interests screen, played with the keyboard on a real file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.interests.interests_slide import InterestsSlide
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.interests.interests_screen import InterestsScreen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.winners.winners_dialog import WinnersDialog
from kdc_desktop.services.interests.questions import interests, people_to_ask
from kdc_desktop.services.interests.rows import InterestRow
from kdc_desktop.services.interests.wishes import clear_interests, set_interests
from tests.rooms.consortia_room import Room, make_room

K = Qt.Key


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "club.kdc")
    yield made
    made.database.close()


def opened(qtbot: QtBot, theme: Theme, room: Room) -> InterestsScreen:
    screen = InterestsScreen(theme, room.database, room.session_id, Jobs())
    qtbot.addWidget(screen)
    room.database.subscribe(screen.on_changes)
    screen.resize(900, 650)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.next_person()
    return screen


def given(room: Room) -> dict[str, InterestRow]:
    return {row.name: row for row in interests(room.database, 1)}


def ask(screen: InterestsScreen, name: str, keys: str) -> None:
    QTest.keyClicks(screen.person_edit, name)
    QTest.keyClick(screen.person_edit, K.Key_Return)
    QTest.keyClicks(screen.winners, keys)
    QTest.keyClick(screen.winners, K.Key_Return)


def test_people_are_asked_one_after_the_other_with_the_keyboard_alone(
    qtbot: QtBot, theme: Theme, room: Room
) -> None:
    screen = opened(qtbot, theme, room)
    assert screen.given_label.text() == "0 of 20 present have said what they would join"
    ask(screen, "aino sal", "31f")
    ask(screen, "eero sal", "2")
    a, b, c = room.winners
    rows = given(room)
    assert (rows["Aino Salmi"].choices, rows["Aino Salmi"].role) == ((c, a), "funder")
    assert (rows["Eero Salmi"].choices, rows["Eero Salmi"].role) == ((b,), "partner")
    assert screen.given_label.text() == "2 of 20 present have said what they would join"
    assert (screen.person_edit.text(), screen.person_edit.hasFocus()) == ("", True)
    assert screen.table.model().rowCount() == 2


def test_a_choice_is_given_back_by_its_key_and_none_is_refused(
    qtbot: QtBot, theme: Theme, room: Room
) -> None:
    screen = opened(qtbot, theme, room)
    with qtbot.waitSignal(screen.problem) as caught:
        ask(screen, "aino sal", "122" + "1")
    assert caught.args == ["Choose at least one winner: press its number."]
    assert given(room) == {}
    QTest.keyClick(screen.winners, K.Key_Space)
    QTest.keyClick(screen.winners, K.Key_Return)
    assert given(room)["Aino Salmi"].choices == (room.winners[0],)


def test_what_was_given_is_edited_and_removed_from_the_table(
    qtbot: QtBot, theme: Theme, room: Room
) -> None:
    screen = opened(qtbot, theme, room)
    ask(screen, "aino sal", "12")
    screen.table.select_key(room.people[0])
    QTest.keyClick(screen.table, K.Key_Return)
    assert screen.winners.choices == room.winners[:2]
    QTest.keyClick(screen.winners, K.Key_Backspace)
    QTest.keyClick(screen.winners, K.Key_3)
    screen.asked.offers_edit.setText("a yard")
    QTest.mouseClick(screen.asked.save_button, Qt.MouseButton.LeftButton)
    row = given(room)["Aino Salmi"]
    assert (row.choices, row.offers) == ((room.winners[0], room.winners[2]), "a yard")
    screen.table.setFocus()
    screen.table.select_key(room.people[0])
    QTest.keyClick(screen.table, K.Key_Delete)
    assert given(room) == {}


def test_winners_are_chosen_with_the_mouse_too_and_shown_to_the_room(
    qtbot: QtBot, theme: Theme, room: Room
) -> None:
    screen = opened(qtbot, theme, room)
    screen.people_list.itemClicked.emit(screen.people_list.item(0))
    point = screen.winners.row_rect(1).center()
    QTest.mouseClick(screen.winners.viewport(), Qt.MouseButton.LeftButton, pos=point)
    with qtbot.waitSignal(screen.room_changed):
        QTest.mouseClick(screen.asked.save_button, Qt.MouseButton.LeftButton)
    slide = screen.slide()
    assert isinstance(slide, InterestsSlide)
    assert [row.people for row in slide.rows] == [0, 1, 0]


def test_without_winners_ideas_can_be_taken_from_the_board(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    bare = make_room(tmp_path / "bare.kdc", titles=())
    screen = opened(qtbot, theme, bare)
    assert screen.stack.currentWidget() is screen.empty
    QTest.mouseClick(screen.empty.button, Qt.MouseButton.LeftButton)
    dialog = screen.findChild(WinnersDialog)
    assert dialog is not None
    dialog.table.selectAll()
    QTest.mouseClick(dialog.take_button, Qt.MouseButton.LeftButton)
    assert screen.stack.currentWidget() is screen.page
    bare.database.close()


def test_what_was_typed_stays_when_it_is_refused(qtbot: QtBot, theme: Theme, room: Room) -> None:
    screen = opened(qtbot, theme, room)
    QTest.keyClicks(screen.person_edit, "aino sal")
    QTest.keyClick(screen.person_edit, K.Key_Return)
    screen.winners.set_choices((max(room.winners) + 1,), asking=True)
    screen.asked.offers_edit.setText("a yard")
    screen.asked.needs_edit.setText("a permit")
    with qtbot.waitSignal(screen.problem) as caught:
        screen.save()
    assert caught.args == ["One of these winners is not marked any more. Choose again."]
    assert (screen.asked.offers_edit.text(), screen.asked.needs_edit.text()) == (
        "a yard",
        "a permit",
    )
    screen.winners.set_choices((room.winners[1],), asking=True)
    screen.save()
    row = given(room)["Aino Salmi"]
    assert (row.choices, row.offers, row.needs) == ((room.winners[1],), "a yard", "a permit")


def test_one_wish_more_reads_that_person_and_shows_what_reading_all_would(
    qtbot: QtBot, theme: Theme, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = opened(qtbot, theme, room)
    ask(screen, "aino sal", "31f")
    ask(screen, "eero sal", "2")
    read: list[str] = []
    for name in ("reading.people_to_ask", "given.interests"):
        where = f"kdc_desktop.screens.interests.{name}"
        monkeypatch.setattr(where, lambda *_all, name=name: read.append(name))
    ask(screen, "helmi sal", "12")
    set_interests(room.database, 1, room.people[0], [room.winners[1]])
    clear_interests(room.database, 1, [room.people[1]])
    room.database.undo()
    assert read == []
    monkeypatch.undo()
    shown = (screen._model.rows, screen.given_label.text(), screen.winners._rows)
    known = [screen.finder.person(one.person_id) for one in people_to_ask(room.database, 1)]
    assert known == people_to_ask(room.database, 1)
    screen.refresh()
    assert (screen._model.rows, screen.given_label.text(), screen.winners._rows) == shown


def test_columns_without_a_word_make_room_for_names_and_none_scrolls_what_would_fit(
    qtbot: QtBot, theme: Theme, room: Room
) -> None:
    screen = opened(qtbot, theme, room)
    screen.resize(1010, 650)
    ask(screen, "aino sal", "1")
    table, keys = screen.table, [column.key for column in screen._model.columns]

    def hidden() -> set[str]:
        return {key for at, key in enumerate(keys) if table.isColumnHidden(at)}

    assert hidden() == {"choice1", "choice2", "offers", "needs"}
    assert table.columnWidth(0) >= table.sizeHintForColumn(0)
    ask(screen, "eero sal", "213")
    assert hidden() == {"offers", "needs"}
    least = 0
    for width in range(1010, 700, -3):
        screen.resize(width, 650)
        QApplication.processEvents()
        if table.horizontalScrollBar().maximum():
            least = least or table.horizontalHeader().length()
            assert table.horizontalHeader().length() == least
    assert least
