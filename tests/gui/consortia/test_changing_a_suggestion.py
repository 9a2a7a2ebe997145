"""A suggestion that is changed by hand stays one: nobody is placed by it until it is used."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.consortia.consortia_slide import ConsortiaSlide
from kdc_desktop.domain.consortia.fitting import Suggestion
from kdc_desktop.errors import UserError
from kdc_desktop.screens.consortia.consortia_screen import ConsortiaScreen
from kdc_desktop.screens.kit.screen import Sight
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.attendance import door
from kdc_desktop.services.consortia.changed import move_in_suggestion
from tests.gui.consortia.hands import (
    K,
    beside,
    card,
    cell_of,
    child,
    key,
    opened,
    organisation_in,
    resident_in,
    where,
)
from tests.rooms.consortia_room import Room

LEFT = Qt.MouseButton.LeftButton


def look_at(screen: ConsortiaScreen, room: Room) -> None:
    """Look at a suggestion with six people in the first consortium."""
    placed = dict.fromkeys(room.people[:6], room.winners[0])
    screen.suggesting._take((Suggestion(placed, (), (), 90.0, 0.0, ("One thing.",)),))


def in_room(screen: ConsortiaScreen) -> int:
    slide = screen.slide_of(Sight())
    assert isinstance(slide, ConsortiaSlide)
    return sum(len(one.seats) for one in slide.cards if one.letter)


def seen(screen: ConsortiaScreen, person_id: int) -> int | None:
    return screen.shown.seen.placed.get(person_id)


def drag(screen: ConsortiaScreen, person_id: int, winner_id: int, to: int) -> None:
    port = screen.columns.viewport()
    rect = screen.columns.rect_of(resident_in(winner_id, person_id))
    assert rect is not None
    start, end = rect.center(), cell_of(screen, to).center()
    QTest.mousePress(port, LEFT, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(port, start + (end - start) * step / 5)
    QTest.mouseRelease(port, LEFT, pos=end)


def test_a_card_dragged_in_a_suggestion_places_nobody_until_it_is_used(
    filled: ConsortiaScreen, room: Room
) -> None:
    before = where(filled)
    look_at(filled, room)
    assert beside(filled).unmet.text() == "One thing."
    drag(filled, room.people[4], room.winners[0], 2)
    assert seen(filled, room.people[4]) == room.winners[2]
    assert (where(filled), in_room(filled)) == (before, 3)
    assert filled.suggesting.segments()[-2:] == ["Changed by hand", "Mine"]
    QTest.mouseClick(filled.confirm_button, LEFT)
    assert (where(filled)[room.people[4]], in_room(filled)) == (2, 6)
    assert filled.suggesting.segments()[-2:] != ["Changed by hand", "Mine"]
    room.database.undo()
    assert (where(filled), in_room(filled)) == (before, 3)
    assert "Changed by hand" in filled.suggesting.segments()


def test_what_was_changed_is_no_suggestion_once_it_is_used_though_somebody_has_left(
    filled: ConsortiaScreen, room: Room
) -> None:
    look_at(filled, room)
    drag(filled, room.people[4], room.winners[0], 2)
    door.leave(room.database, room.session_id, room.people[5])
    filled.shown.read()
    assert filled.suggesting.looks_at_changed
    QTest.mouseClick(filled.confirm_button, LEFT)
    assert "Changed by hand" not in filled.suggesting.segments()


def test_a_move_onto_a_winner_or_of_a_person_that_has_gone_is_refused_in_words(
    filled: ConsortiaScreen, room: Room
) -> None:
    look_at(filled, room)
    place = (room.database, room.session_id, filled.shown.seen)
    for person_id, winner_id in ((room.people[4], 9_999), (9_999, room.winners[1])):
        with pytest.raises(UserError, match="Suggest again"):
            move_in_suggestion(*place, [person_id], winner_id)


def test_a_move_that_does_not_know_of_another_leaves_that_in_place(
    filled: ConsortiaScreen, room: Room
) -> None:
    look_at(filled, room)
    drag(filled, room.people[4], room.winners[0], 2)
    place = (room.database, room.session_id, filled.shown.seen)
    for person_id in room.people[2:4]:
        move_in_suggestion(*place, [person_id], room.winners[1], changed_by_hand=True)
    filled.shown.read()
    assert [seen(filled, one) for one in room.people[2:5]] == [
        *[room.winners[1]] * 2,
        room.winners[2],
    ]


def test_the_button_says_what_it_does_to_the_room(filled: ConsortiaScreen, room: Room) -> None:
    assert "the room sees no difference" in filled.confirm_button.toolTip()
    look_at(filled, room)
    assert "sees the names" in filled.confirm_button.toolTip()


def test_each_change_of_a_suggestion_is_taken_back_and_done_again(
    filled: ConsortiaScreen, room: Room
) -> None:
    look_at(filled, room)
    filled.columns.focus_card(resident_in(room.winners[0], room.people[4]))
    key(filled, K.Key_3)
    key(filled, K.Key_2)
    assert seen(filled, room.people[4]) == room.winners[1]
    room.database.undo()
    assert seen(filled, room.people[4]) == room.winners[2]
    room.database.undo()
    assert filled.suggesting.segment == 0
    assert seen(filled, room.people[4]) == room.winners[0]
    room.database.redo()
    assert filled.suggesting.looks_at_changed


def test_a_changed_suggestion_is_there_again_after_a_restart(
    qtbot: QtBot, theme: Theme, screen: ConsortiaScreen, room: Room
) -> None:
    look_at(screen, room)
    screen.columns.focus_card(resident_in(room.winners[0], room.people[4]))
    key(screen, K.Key_Delete)
    again = opened(qtbot, theme, room)
    assert again.suggesting.looks_at_changed
    assert len(again.shown.seen.placed) == 5
    assert again.shown.kept.consortia == ()


def test_who_is_pinned_stays_in_a_suggestion_too(
    qtbot: QtBot, filled: ConsortiaScreen, room: Room
) -> None:
    filled.columns.focus_card(organisation_in(room.winners[0], room.organisations[0]))
    key(filled, K.Key_P)
    look_at(filled, room)
    filled.columns.focus_card(organisation_in(room.winners[0], room.organisations[0]))
    with qtbot.waitSignal(filled.problem) as said:
        key(filled, K.Key_3)
    assert said.args is not None
    assert "Harbour Mobility stays here" in said.args[0]


def test_with_little_room_suggestions_are_a_menu_of_one_line(
    screen: ConsortiaScreen, room: Room
) -> None:
    look_at(screen, room)
    menu = child(screen, QComboBox, "choice_menu")
    assert (screen.choice.isVisible(), menu.isVisible()) == (True, False)
    screen.resize(160, 650)
    assert (screen.choice.isVisible(), menu.isVisible()) == (False, True)
    menu.setCurrentIndex(1)
    menu.activated.emit(1)
    assert screen.suggesting.current is None
    screen.suggesting.look_at(0)
    screen.shown.look()
    assert menu.currentText() == "Suggestion 1"


@pytest.mark.parametrize("name", ["pin_or_unpin", "change_the_role", "rename_the_consortium"])
def test_what_needs_people_in_their_places_says_so_in_a_suggestion(
    qtbot: QtBot, screen: ConsortiaScreen, room: Room, name: str
) -> None:
    look_at(screen, room)
    screen.columns.focus_card(resident_in(room.winners[0], room.people[4]))
    with qtbot.waitSignal(screen.problem) as said:
        child(screen, QAction, f"act_{name}").trigger()
    assert said.args is not None
    assert "use it first" in said.args[0]
    assert screen.shown.kept.consortia == ()


def test_a_key_acts_on_nothing_that_is_out_of_sight(
    qtbot: QtBot, filled: ConsortiaScreen, room: Room
) -> None:
    filled.columns.focus_card(resident_in(room.winners[1], room.people[4]))
    before = where(filled)
    filled.suggest_button.setFocus()
    with qtbot.waitSignal(filled.problem) as said:
        key(filled, K.Key_3)
    assert said.args == ["Kerttu Salmi is chosen. Do it again if you mean it."]
    assert where(filled) == before
    key(filled, K.Key_3)
    assert where(filled)[room.people[4]] == 2
    assert card(filled).title == "Kerttu Salmi"
