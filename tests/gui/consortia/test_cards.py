"""Cards are walked, dragged and sent from one consortium to another."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.screens.consortia.consortia_screen import ConsortiaScreen
from kdc_desktop.screens.consortia.contents import CardKey
from kdc_desktop.services.consortia import questions
from kdc_desktop.services.consortia.questions import overview
from kdc_desktop.services.consortia.roles import add_open_role
from kdc_desktop.services.interests.wishes import set_interests
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from tests.gui.consortia.hands import (
    K,
    beside,
    card,
    cell_of,
    child,
    key,
    organisation_in,
    resident_in,
    where,
)
from tests.rooms.consortia_room import Room


def test_a_member_walks_to_its_neighbour_and_back_with_its_delegates(
    filled: ConsortiaScreen, room: Room
) -> None:
    filled.columns.focus_card(organisation_in(room.winners[0], room.organisations[0]))
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
    filled.columns.focus_card(organisation_in(room.winners[0], room.organisations[0]))
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
    end = cell_of(filled, 2).center()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(port, start + (end - start) * step / 5)
    inspector = beside(filled)
    assert "Five-day pilot permits gains its first resident." in inspector.effect.text()
    assert "Kerttu Salmi gets their 2nd wish instead of their 1st." in inspector.effect.text()
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    assert where(filled)[room.people[4]] == 2
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=cell_of(filled, 2).center())
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert where(filled)[room.people[4]] == 2


def test_a_role_is_chosen_by_its_letter(qtbot: QtBot, filled: ConsortiaScreen, room: Room) -> None:
    filled.columns.focus_card(organisation_in(room.winners[0], room.organisations[0]))
    key(filled, K.Key_R)
    menu = child(filled, QMenu, "role_menu")
    QTest.keyClick(menu, K.Key_F)
    qtbot.waitUntil(lambda: filled.shown.kept.consortia[0].members[0].role == MemberRole.FUNDER)


def test_what_cannot_be_moved_is_said(qtbot: QtBot, filled: ConsortiaScreen, room: Room) -> None:
    filled.columns.focus_card(CardKey.of_person(filled.shown.kept.waiting[0].person_id))
    with qtbot.waitSignal(filled.problem):
        key(filled, K.Key_P)


def test_a_right_click_offers_what_can_be_done(
    qtbot: QtBot, filled: ConsortiaScreen, room: Room
) -> None:
    filled.columns.focus_card(organisation_in(room.winners[0], room.organisations[0]))
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
    filled.columns.focus_card(organisation_in(room.winners[0], room.organisations[0]))
    key(filled, K.Key_O)
    menu = child(filled, QMenu, "open_roles_menu")
    menu.actions()[0].trigger()
    menu.close()
    consortium = filled.shown.kept.consortia[0]
    (organisation,) = (row for row in consortium.members if row.name == "Harbour Mobility")
    assert [role.filled_by_id for role in consortium.open_roles] == [organisation.id]
    filled.whole.let_go()
    assert filled.columns.columns[0].status == "let go"


def test_moving_a_member_reads_nobody_again_and_rewords_two_columns(
    filled: ConsortiaScreen, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    monkeypatch.setattr(questions, "candidates_of", lambda _snapshot, key: read.append(key))
    before = filled.columns.columns
    filled.columns.focus_card(organisation_in(room.winners[0], room.organisations[0]))
    key(filled, K.Key_3)
    assert read == []
    after = filled.columns.columns
    assert [one is other for one, other in zip(before, after, strict=True)][:3] == [
        *(False, True, False)
    ]
    monkeypatch.undo()
    filled.shown.read()
    assert filled.shown.kept == overview(room.database, 1, CONSORTIUM_TRAILS)
