"""The consortia screen, played with keys and the mouse on a real file."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.consortia.consortia_slide import ConsortiaSlide
from kdc_desktop.domain.consortia.fitting import Suggestion
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.consortia.consortia_screen import ConsortiaScreen
from kdc_desktop.screens.consortia.contents import Card, CardKey
from kdc_desktop.screens.consortia.inspector import ConsortiaInspector
from kdc_desktop.screens.consortia.layout import Ruler, arrange
from kdc_desktop.screens.consortia.wanted_dialog import WantedDialog
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.winners.winners_dialog import WinnersDialog
from kdc_desktop.services.consortia.forming import make_consortia
from kdc_desktop.services.consortia.moving import move_delegate
from kdc_desktop.services.consortia.questions import overview
from kdc_desktop.services.consortia.roles import add_open_role
from kdc_desktop.services.consortia.rows import MemberKey, MemberKind
from kdc_desktop.services.interests.wishes import set_interests
from kdc_desktop.services.joined import CONSORTIUM_TRAILS
from kdc_desktop.services.winners.questions import winners
from tests.rooms.consortia_room import Room, give_wishes, make_room

K = Qt.Key
Child = TypeVar("Child", bound=QObject)


def child(of: QWidget, kind: type[Child], name: str = "") -> Child:
    found = of.findChild(kind, name) if name else of.findChild(kind)
    assert found is not None
    return found


def firm_in(winner_id: int, organisation_id: int) -> CardKey:
    return CardKey(MemberKey(MemberKind.ORGANISATION, organisation_id), winner_id)


def resident_in(winner_id: int, person_id: int) -> CardKey:
    return CardKey(MemberKey(MemberKind.PERSON, person_id), winner_id)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "club.kdc")
    yield made
    made.database.close()


def opened(qtbot: QtBot, theme: Theme, room: Room) -> ConsortiaScreen:
    jobs = Jobs()
    screen = ConsortiaScreen(theme, room.database, room.session_id, jobs, CONSORTIUM_TRAILS)
    screen.jobs = jobs  # type: ignore[attr-defined]
    qtbot.addWidget(screen, before_close_func=lambda _: jobs.wait())
    room.database.subscribe(screen.on_changes)
    screen.resize(900, 650)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.columns.setFocus()
    return screen


@pytest.fixture
def screen(qtbot: QtBot, theme: Theme, room: Room) -> ConsortiaScreen:
    return opened(qtbot, theme, room)


@pytest.fixture
def filled(screen: ConsortiaScreen, room: Room) -> ConsortiaScreen:
    """Three consortia: Harbour Mobility with two people in the first, a resident in the second."""
    make_consortia(room.database, 1, CONSORTIUM_TRAILS)
    ids = [row.id for row in screen.shown.kept.consortia]
    for person in (room.people[0], room.people[8]):
        move_delegate(room.database, 1, person, ids[0], CONSORTIUM_TRAILS)
    move_delegate(room.database, 1, room.people[4], ids[1], CONSORTIUM_TRAILS)
    return screen


def key(
    screen: ConsortiaScreen,
    pressed: K,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    QTest.keyClick(screen.columns, pressed, modifier)


def card(screen: ConsortiaScreen) -> Card:
    assert screen.columns.card is not None
    return screen.columns.card


def beside(screen: ConsortiaScreen) -> ConsortiaInspector:
    inspector = screen.inspector()
    assert isinstance(inspector, ConsortiaInspector)
    return inspector


def where(screen: ConsortiaScreen) -> dict[int, int]:
    """Person to place of their consortium, from 0."""
    order = [row.winner_id for row in screen.shown.kept.consortia]
    return {person: order.index(winner) for person, winner in screen.shown.kept.placed.items()}


def test_suggestions_are_looked_at_and_one_is_taken_over(
    qtbot: QtBot, screen: ConsortiaScreen, room: Room
) -> None:
    give_wishes(room)
    with qtbot.waitSignal(screen.suggesting.found, timeout=20_000):
        QTest.keyClick(screen, K.Key_S)
    qtbot.waitUntil(lambda: not screen.suggesting.running)
    assert screen.choice.isVisible()
    assert screen.focusWidget() is screen.columns
    assert "Suggestion 1 · " in screen.suggesting.segments()[0]
    before = screen.shown.kept
    assert before.consortia == ()
    suggested = dict(screen.shown.seen.placed)
    QTest.mouseClick(screen.confirm_button, Qt.MouseButton.LeftButton)
    assert screen.shown.kept.placed == suggested
    assert screen.confirm_button.text() == "Confirm consortia"
    QTest.mouseClick(screen.confirm_button, Qt.MouseButton.LeftButton)
    assert (screen.confirm_button.text(), screen.confirm_button.isEnabled()) == ("Confirmed", False)
    assert all(row.confirmed_at for row in screen.shown.kept.consortia if row.members)


def test_a_suggestion_can_be_stopped(qtbot: QtBot, screen: ConsortiaScreen, room: Room) -> None:
    screen.suggestions.suggest()
    assert screen.suggest_button.text() == "Stop"
    screen.suggestions.suggest()
    qtbot.waitUntil(lambda: not screen.suggesting.running, timeout=20_000)
    assert screen.suggesting.suggestions == ()


def test_without_winners_the_screen_offers_to_choose_them(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    bare = make_room(tmp_path / "bare.kdc", titles=())
    screen = opened(qtbot, theme, bare)
    assert screen.stack.currentWidget() is screen.empty
    QTest.mouseClick(screen.empty.button, Qt.MouseButton.LeftButton)
    dialog = child(screen, WinnersDialog)
    dialog.table.selectAll()
    QTest.mouseClick(dialog.take_button, Qt.MouseButton.LeftButton)
    assert [row.title for row in winners(bare.database, 1)] == ["x"]
    assert screen.empty.button.text() == "Suggest consortia"
    bare.database.close()


def test_a_member_walks_to_its_neighbour_and_back_with_its_delegates(
    filled: ConsortiaScreen, room: Room
) -> None:
    filled.columns.focus_card(firm_in(room.winners[0], room.organisations[0]))
    key(filled, K.Key_M)
    assert where(filled) == {room.people[0]: 1, room.people[8]: 1, room.people[4]: 1}
    assert card(filled).title == "Harbour Mobility"
    key(filled, K.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert where(filled)[room.people[8]] == 2
    key(filled, K.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert where(filled)[room.people[8]] == 1


def test_one_delegate_of_an_unfolded_member_moves_alone(
    filled: ConsortiaScreen, room: Room
) -> None:
    filled.columns.focus_card(firm_in(room.winners[0], room.organisations[0]))
    key(filled, K.Key_Return)
    key(filled, K.Key_Down)
    assert card(filled).person_ids == (room.people[0],)
    key(filled, K.Key_3)
    assert (where(filled)[room.people[0]], where(filled)[room.people[8]]) == (2, 0)
    key(filled, K.Key_Delete)
    assert room.people[0] not in where(filled)
    column = filled.columns.column
    assert column is not None
    assert column.winner_id is not None


def test_those_who_wait_are_sent_one_after_the_other(filled: ConsortiaScreen, room: Room) -> None:
    waiting = [one.person_id for one in filled.shown.kept.waiting]
    filled.columns.focus_card(CardKey.of_person(waiting[0]))
    key(filled, K.Key_2)
    assert card(filled).person_ids == (waiting[1],)
    key(filled, K.Key_1)
    assert (where(filled)[waiting[0]], where(filled)[waiting[1]]) == (1, 0)


def test_a_card_is_dragged_and_the_effect_is_said_on_the_way(
    qtbot: QtBot, filled: ConsortiaScreen, room: Room
) -> None:
    set_interests(room.database, 1, room.people[4], [room.winners[1], room.winners[2]])
    view, port = filled.columns, filled.columns.viewport()
    rect = view.rect_of(resident_in(room.winners[1], room.people[4]))
    assert rect is not None
    start = rect.center()
    end = view.cell_of(2).center()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(port, start + (end - start) * step / 5)
    inspector = beside(filled)
    assert "Five-day pilot permits gains its first resident." in inspector.effect.text()
    assert "Kerttu Salmi gets their 2nd wish instead of their 1st." in inspector.effect.text()
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    assert where(filled)[room.people[4]] == 2
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=view.cell_of(2).center())
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert where(filled)[room.people[4]] == 2


def test_pins_are_counted_on_the_button(filled: ConsortiaScreen, room: Room) -> None:
    filled.columns.focus_card(firm_in(room.winners[0], room.organisations[0]))
    key(filled, K.Key_P)
    assert filled.suggest_button.text() == "Suggest again around 2 pins"
    assert card(filled).pinned
    key(filled, K.Key_P)
    assert filled.suggest_button.text() == "Suggest again"


def test_a_role_is_chosen_by_its_letter(qtbot: QtBot, filled: ConsortiaScreen, room: Room) -> None:
    filled.columns.focus_card(firm_in(room.winners[0], room.organisations[0]))
    key(filled, K.Key_R)
    menu = child(filled, QMenu, "role_menu")
    QTest.keyClick(menu, K.Key_F)
    qtbot.waitUntil(lambda: filled.shown.kept.consortia[0].members[0].role == MemberRole.FUNDER)


def test_open_roles_are_named_and_shown_to_the_room(
    qtbot: QtBot, filled: ConsortiaScreen, room: Room
) -> None:
    filled.columns.focus_card(firm_in(room.winners[0], room.organisations[0]))
    key(filled, K.Key_N)
    dialog = child(filled, QInputDialog, "ask_dialog")
    dialog.setTextValue("someone who decides on permits")
    dialog.accept()
    assert "Needed: someone who decides on permits." in filled.columns.columns[0].notices
    slide = filled.slide()
    assert isinstance(slide, ConsortiaSlide)
    shown = slide.cards[0]
    assert shown.letter == "A"
    assert "a resident" in shown.gaps
    assert shown.gaps[-1] == "someone who decides on permits"


def test_sizes_and_sectors_are_asked_for_in_a_dialog(
    qtbot: QtBot, filled: ConsortiaScreen, room: Room
) -> None:
    filled.suggestions.show_wanted()
    dialog = child(filled, WantedDialog)
    dialog.smallest_spin.setValue(9)
    dialog.largest_spin.setValue(4)
    QTest.mouseClick(dialog.keep_button, Qt.MouseButton.LeftButton)
    assert dialog.problem_label.isVisible()
    dialog.smallest_spin.setValue(1)
    dialog._boxes["A"].setChecked(False)
    QTest.mouseClick(dialog.keep_button, Qt.MouseButton.LeftButton)
    row = filled.shown.kept.consortia[0]
    assert (row.smallest, row.largest, row.needed_sectors) == (1, 4, "CPTR")


def test_a_move_in_a_suggestion_takes_it_over_first(filled: ConsortiaScreen, room: Room) -> None:
    placed = dict.fromkeys(room.people[:6], room.winners[0])
    filled.suggesting._take((Suggestion(placed, (), (), 90.0, 0.0, 1.0, 1.0, ("One thing.",)),))
    assert filled.shown.kept.consortia[0].people == 2
    assert beside(filled).unmet.text() == "One thing."
    filled.columns.focus_card(resident_in(room.winners[0], room.people[4]))
    key(filled, K.Key_3)
    assert where(filled)[room.people[4]] == 2
    assert filled.shown.kept.consortia[0].people == 5


def test_a_double_click_opens_the_consortium(
    qtbot: QtBot, filled: ConsortiaScreen, room: Room
) -> None:
    with qtbot.waitSignal(filled.consortium_opened) as caught:
        centre = filled.columns.cell_of(1).center()
        QTest.mouseDClick(filled.columns.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert caught.args == [filled.shown.kept.consortia[1].id]


def test_what_cannot_be_moved_is_said(qtbot: QtBot, filled: ConsortiaScreen, room: Room) -> None:
    filled.columns.focus_card(CardKey.of_person(filled.shown.kept.waiting[0].person_id))
    with qtbot.waitSignal(filled.problem):
        key(filled, K.Key_P)


def test_a_right_click_offers_what_can_be_done(
    qtbot: QtBot, filled: ConsortiaScreen, room: Room
) -> None:
    filled.columns.focus_card(firm_in(room.winners[0], room.organisations[0]))
    filled.columns.menu_wanted.emit(QPoint(10, 10))
    menu = child(filled, QMenu, "card_menu")
    texts = [action.text() for action in menu.actions()]
    assert "Let wait" in texts
    assert "Let the consortium go" in texts
    menu.close()


def test_an_open_role_is_filled_by_the_card_and_opened_again(
    qtbot: QtBot, filled: ConsortiaScreen, room: Room
) -> None:
    consortium_id = filled.shown.kept.consortia[0].id
    assert consortium_id is not None
    add_open_role(room.database, consortium_id, "a yard")
    filled.columns.focus_card(firm_in(room.winners[0], room.organisations[0]))
    key(filled, K.Key_O)
    menu = child(filled, QMenu, "open_roles_menu")
    menu.actions()[0].trigger()
    menu.close()
    assert filled.shown.kept.consortia[0].open_roles[0].filled_by == "Harbour Mobility"
    filled.whole.let_go()
    assert filled.columns.columns[0].status == "let go"


def test_columns_wrap_to_the_width_and_nothing_overlaps(
    qtbot: QtBot, filled: ConsortiaScreen
) -> None:
    for width in (500, 900, 1540):
        filled.resize(width, 800)
        rects = [filled.columns.cell_of(at) for at in range(len(filled.columns.columns))]
        assert not any(a.intersects(b) for n, a in enumerate(rects) for b in rects[:n])
        assert all(rect.right() <= filled.columns.viewport().width() for rect in rects)


def test_of_several_empty_consortia_the_one_chosen_is_removed(
    screen: ConsortiaScreen, room: Room
) -> None:
    make_consortia(room.database, 1, CONSORTIUM_TRAILS)
    first, second, third = overview(room.database, 1, CONSORTIUM_TRAILS).consortia
    child(screen, QAction, "act_remove_an_empty_consortium").trigger()
    menu = child(screen, QMenu, "empty_consortia_menu")
    action = next(one for one in menu.actions() if one.text() == f"Remove {second.name}")
    action.trigger()
    menu.close()
    assert [row.id for row in overview(room.database, 1, CONSORTIUM_TRAILS).consortia] == [
        first.id,
        third.id,
    ]


def test_the_status_stands_under_the_numbers_where_both_do_not_fit(
    filled: ConsortiaScreen, theme: Theme
) -> None:
    short = filled.columns.columns[0]
    long = replace(short, below="sixteen people · eight organisations · and more")
    beside, under = arrange((short, long), 500, Ruler(theme)).columns
    assert beside.status.top() == beside.below.top()
    assert under.status.top() > under.below.bottom()
    assert under.badges.top() > under.status.bottom()
