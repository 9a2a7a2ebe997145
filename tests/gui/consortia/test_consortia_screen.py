"""The consortia screen, played with keys and the mouse on a real file."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.consortia.consortia_slide import ConsortiaSlide
from kdc_desktop.audience.kit.picture import picture
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.kit.text import fold
from kdc_desktop.domain.people.sectors import UNKNOWN
from kdc_desktop.screens.consortia.consortia_screen import ConsortiaScreen
from kdc_desktop.screens.consortia.layout import Ruler, arrange
from kdc_desktop.screens.consortia.open_role_dialog import OpenRoleDialog
from kdc_desktop.screens.consortia.wanted_dialog import WantedDialog
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.winners.winners_dialog import WinnersDialog
from kdc_desktop.services.consortia.forming import make_consortia
from kdc_desktop.services.consortia.moving import move_delegate
from kdc_desktop.services.consortia.questions import overview
from kdc_desktop.services.consortia.roles import set_role
from kdc_desktop.services.interests.wishes import set_interests
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.services.people import questions
from kdc_desktop.services.people.organisations import change_organisation
from kdc_desktop.services.people.people import change_person
from kdc_desktop.services.winners.questions import winners
from tests.gui.consortia.hands import K, beside, card, cell_of, child, key, opened, organisation_in
from tests.gui.texts_seen import Painted
from tests.rooms.consortia_room import Room, give_wishes, make_room


def test_where_nobody_has_a_wish_no_share_of_wishes_is_told(
    qtbot: QtBot, screen: ConsortiaScreen
) -> None:
    with qtbot.waitSignal(screen.suggesting.found, timeout=20_000):
        QTest.keyClick(screen, K.Key_S)
    screen.suggesting.stop()
    qtbot.waitUntil(lambda: not screen.suggesting.running)
    assert screen.suggesting.segments()[0] == "Suggestion 1"


def test_suggestions_are_looked_at_and_one_is_taken_over(
    qtbot: QtBot, screen: ConsortiaScreen, room: Room
) -> None:
    give_wishes(room)
    with qtbot.waitSignal(screen.suggesting.found, timeout=20_000):
        QTest.keyClick(screen, K.Key_S)
    qtbot.waitUntil(lambda: not screen.suggesting.running)
    assert screen.choice.isVisible()
    assert screen.focusWidget() is screen.columns
    assert screen.suggesting.segments()[0] == "Suggestion 1"
    before = screen.shown.kept
    assert before.consortia == ()
    suggested = dict(screen.shown.seen.placed)
    QTest.mouseClick(screen.confirm_button, Qt.MouseButton.LeftButton)
    assert screen.shown.kept.placed == suggested
    assert screen.confirm_button.text() == "Confirm consortia"
    QTest.mouseClick(screen.confirm_button, Qt.MouseButton.LeftButton)
    assert (screen.confirm_button.text(), screen.confirm_button.isEnabled()) == ("Confirmed", False)
    assert all(row.confirmed_at for row in screen.shown.kept.consortia if row.members)


def test_who_waits_is_said_before_consortia_are_confirmed(
    qtbot: QtBot, filled: ConsortiaScreen
) -> None:
    QTest.mouseClick(filled.confirm_button, Qt.MouseButton.LeftButton)
    box = child(filled, QMessageBox, "confirm_box")
    assert box.text().startswith("17 people have no table yet: ")
    assert "Lauri Salmi, 7 more." in box.text()
    QTest.keyClick(box, K.Key_Return)
    assert not any(row.confirmed_at for row in filled.shown.kept.consortia)
    QTest.mouseClick(filled.confirm_button, Qt.MouseButton.LeftButton)
    again = next(one for one in filled.findChildren(QMessageBox) if one.isVisible())
    QTest.mouseClick(child(again, QPushButton, "confirm_box_anyway"), Qt.MouseButton.LeftButton)
    assert all(row.confirmed_at for row in filled.shown.kept.consortia if row.members)


def test_of_how_many_a_wish_is_counted_is_said(filled: ConsortiaScreen, room: Room) -> None:
    set_interests(room.database, 1, room.people[4], [room.winners[1]])
    inspector = beside(filled)
    assert inspector.share.text() == "1 of 1"
    assert inspector.overall.text() == (
        "person with a wish has the first one. Any of the three: 1. 19 people have said no wish."
    )


def test_a_search_that_is_stopped_shows_what_it_has_found(
    qtbot: QtBot, screen: ConsortiaScreen, room: Room
) -> None:
    screen.suggestions.suggest()
    assert screen.suggest_button.text() == "Stop"
    screen.suggestions.suggest()
    qtbot.waitUntil(lambda: not screen.suggesting.running, timeout=20_000)
    assert len(screen.suggesting.suggestions) == 1
    assert screen.suggesting.current is not None


def test_better_answers_come_while_one_looks_and_leave_alone_who_looks_at_their_own(
    qtbot: QtBot, screen: ConsortiaScreen, room: Room
) -> None:
    screen.suggestions.suggest()
    qtbot.waitUntil(lambda: screen.suggesting.current is not None, timeout=20_000)
    first = len(screen.suggesting.suggestions)
    screen.suggestions.look_at(first)
    assert screen.suggesting.current is None
    qtbot.waitUntil(lambda: not screen.suggesting.running, timeout=20_000)
    assert len(screen.suggesting.suggestions) == 3
    assert screen.suggesting.current is None


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


def test_pins_are_counted_on_the_button(filled: ConsortiaScreen, room: Room) -> None:
    filled.columns.focus_card(organisation_in(room.winners[0], room.organisations[0]))
    key(filled, K.Key_P)
    assert filled.suggest_button.text() == "Suggest around 2 pins"
    assert card(filled).pinned
    key(filled, K.Key_P)
    assert filled.suggest_button.text() == "Suggest again"


def test_open_roles_are_named_and_shown_to_the_room(
    qtbot: QtBot, filled: ConsortiaScreen, room: Room
) -> None:
    filled.columns.focus_card(organisation_in(room.winners[0], room.organisations[0]))
    key(filled, K.Key_N)
    dialog = child(filled, OpenRoleDialog, "open_role_dialog")
    qtbot.keyClicks(dialog.title_edit, "someone who decides on permits")
    qtbot.keyClicks(dialog.role_combo, "Adv")
    qtbot.keyClick(dialog.title_edit, K.Key_Return)
    (role,) = filled.shown.kept.consortia[0].open_roles
    assert role.role is MemberRole.ADVISER
    assert "Needed: someone who decides on permits." in filled.columns.columns[0].notices
    slide = filled.slide()
    assert isinstance(slide, ConsortiaSlide)
    shown = slide.cards[0]
    assert shown.letter == "A"
    assert "a resident" in shown.gaps
    assert shown.gaps[-1] == "someone who decides on permits"


def test_the_room_reads_the_name_of_everybody_who_is_placed(filled: ConsortiaScreen) -> None:
    slide = filled.slide()
    assert isinstance(slide, ConsortiaSlide)
    told = [{(seat.name, seat.sector) for seat in card.seats} for card in slide.cards]
    kept = [
        {(one.name, member.sector) for member in row.members for one in member.delegates}
        for row in filled.shown.kept.consortia
    ]
    assert told == kept
    assert any(kept)


def test_the_room_reads_who_leads(
    filled: ConsortiaScreen, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    member = next(one for row in filled.shown.kept.consortia for one in row.members)
    assert member.id is not None
    set_role(room.database, member.id, MemberRole.LEAD)
    slide, painted = filled.slide(), Painted(monkeypatch)
    assert slide is not None
    picture(slide, QSize(1920, 1080))
    told = [line for line in painted.texts if line.endswith(" · lead")]
    assert sorted(told) == sorted(f"{one.name} · lead" for one in member.delegates)


def test_people_find_themselves_by_name_whatever_their_sector(
    filled: ConsortiaScreen, room: Room
) -> None:
    for row in questions.organisations(room.database)[:1]:
        change_organisation(room.database, row.id, name=row.name, sector=UNKNOWN, notes="")
    for person in room.people:
        move_delegate(
            room.database, 1, person, filled.shown.kept.consortia[0].id, CONSORTIUM_TRAILS
        )
    slide = filled.slide()
    assert isinstance(slide, ConsortiaSlide)
    (told,) = ([seat.name for seat in card.seats] for card in slide.cards if card.seats)
    assert told == sorted(told, key=fold)
    assert len(told) == len(room.people)


def test_namesakes_are_told_apart_on_the_wall(filled: ConsortiaScreen, room: Room) -> None:
    for person in list(filled.shown.kept.placed)[:2]:
        change_person(room.database, person, name="Aino Müller", email="", notes="")
    slide = filled.slide()
    assert isinstance(slide, ConsortiaSlide)
    seats = [seat for card in slide.cards for seat in card.seats]
    of_the_name = [seat for seat in seats if seat.name == "Aino Müller"]
    assert len(of_the_name) == 2
    assert all(seat.alike and seat.organisation for seat in of_the_name)
    assert [seat for seat in seats if seat.alike] == of_the_name


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
    assert filled.shown.kept.problem.fill_seats
    QTest.mouseClick(dialog.fill_check, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    QTest.mouseClick(dialog.keep_button, Qt.MouseButton.LeftButton)
    row = filled.shown.kept.consortia[0]
    assert (row.smallest, row.largest, row.needed_sectors) == (1, 4, "CPTR")
    assert not filled.shown.kept.problem.fill_seats


def test_a_double_click_opens_what_lies_there_a_consortium_or_the_role_of_a_member(
    qtbot: QtBot, filled: ConsortiaScreen, room: Room
) -> None:
    with qtbot.waitSignal(filled.consortium_opened) as caught:
        centre = cell_of(filled, 1).center()
        QTest.mouseDClick(filled.columns.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert caught.args == [filled.shown.kept.consortia[1].id]
    on_card = filled.columns.rect_of(organisation_in(room.winners[0], room.organisations[0]))
    assert on_card is not None
    with qtbot.assertNotEmitted(filled.consortium_opened):
        at = on_card.center()
        QTest.mouseClick(filled.columns.viewport(), Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseDClick(filled.columns.viewport(), Qt.MouseButton.LeftButton, pos=at)
    menu = child(filled, QMenu, "role_menu")
    roles = [action for action in menu.actions() if action.isCheckable()]
    assert menu.isVisible()
    assert len({action.actionGroup() for action in roles} - {None}) == 1  # one of six
    menu.close()


def test_columns_wrap_to_the_width_and_nothing_overlaps(
    qtbot: QtBot, filled: ConsortiaScreen
) -> None:
    for width in (500, 900, 1540):
        filled.resize(width, 800)
        rects = [cell_of(filled, at) for at in range(len(filled.columns.columns))]
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
