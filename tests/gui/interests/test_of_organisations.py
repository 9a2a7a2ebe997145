"""What organisations want, and what people voted for, on the interests screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.interests.interests_screen import InterestsScreen
from kdc_desktop.screens.interests.organisation_dialog import OrganisationDialog
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.interests.organisations import set_wishes_of, wishes_of_organisations
from kdc_desktop.services.interests.questions import interests
from kdc_desktop.services.interests.rows import Wisher
from kdc_desktop.services.polls import running
from kdc_desktop.services.winners.marking import mark_winners
from kdc_desktop.services.winners.questions import winners
from tests.gui.ways import trigger
from tests.rooms.consortia_room import Room, make_room
from tests.rooms.poll_room import Room as PollRoom
from tests.rooms.poll_room import make_room as make_poll_room

K = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = make_room(tmp_path / "club.kdc")
    yield made
    made.database.close()


@pytest.fixture
def voted(tmp_path: Path) -> Iterator[PollRoom]:
    """A named poll is revealed: two voted for what became winners, and nobody has said more."""
    made = make_poll_room(tmp_path / "club.kdc")
    poll_id = made.open_poll(secrecy=Secrecy.NAMED)
    a, b, c, *_rest = made.options(poll_id)
    made.cast(poll_id, 0, {b: 3, a: 1})
    made.cast(poll_id, 1, {c: 2})
    running.close_poll(made.database, poll_id)
    running.reveal_poll(made.database, poll_id)
    mark_winners(made.database, poll_id, [a, b, c])
    yield made
    made.database.close()


def opened(qtbot: QtBot, theme: Theme, room: Room | PollRoom) -> InterestsScreen:
    screen = InterestsScreen(theme, room.database, room.session_id, Jobs())
    qtbot.addWidget(screen)
    room.database.subscribe(screen.on_changes)
    screen.resize(1100, 650)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.next_person()
    return screen


def dialog_of(screen: InterestsScreen) -> OrganisationDialog:
    return next(one for one in screen.findChildren(OrganisationDialog) if one.isVisible())


def listed(screen: InterestsScreen) -> list[tuple[str, str]]:
    model = screen.table.model()
    columns = [column.key for column in screen._model.columns]
    name, role = columns.index("name"), columns.index("role")
    return [
        (model.index(at, name).data(), model.index(at, role).data())
        for at in range(model.rowCount())
    ]


def test_what_an_organisation_wants_is_said_by_keys_and_listed(
    qtbot: QtBot, theme: Theme, room: Room
) -> None:
    screen = opened(qtbot, theme, room)
    QTest.keyClick(screen, K.Key_O, CTRL_SHIFT)
    dialog = dialog_of(screen)
    QTest.keyClicks(dialog.name_edit, "harbour mobility")
    QTest.keyClicks(dialog.first_combo, "Roof")
    QTest.keyClicks(dialog.second_combo, "Yard")
    QTest.keyClicks(dialog.role_combo, "Fun")
    QTest.keyClicks(dialog.offers_edit, "a budget")
    QTest.keyClick(dialog.offers_edit, K.Key_Return)
    (wish,) = wishes_of_organisations(room.database, 1)
    assert (wish.name, wish.role, wish.offers) == ("Harbour Mobility", "funder", "a budget")
    assert wish.choices == (room.winners[1], room.winners[0])
    assert listed(screen) == [("Harbour Mobility", "funder")]
    assert screen.given_label.text().startswith("0 of 20 present")


def test_an_organisation_that_nobody_knows_is_refused_in_the_dialog(
    qtbot: QtBot, theme: Theme, room: Room
) -> None:
    screen = opened(qtbot, theme, room)
    trigger(screen, "what_an_organisation_wants")
    dialog = dialog_of(screen)
    QTest.keyClicks(dialog.name_edit, "Nobody Ltd")
    dialog.first_combo.setCurrentIndex(1)
    dialog.keep_button.click()
    assert dialog.problem_label.text().startswith("Choose an organisation that the club knows")
    dialog.name_edit.setText("Harbour Mobility")
    dialog.first_combo.setCurrentIndex(0)
    dialog.keep_button.click()
    assert dialog.problem_label.text().startswith("Choose at least one winner")
    assert wishes_of_organisations(room.database, 1) == []
    dialog.reject()


def test_it_is_asked_again_and_taken_back(qtbot: QtBot, theme: Theme, room: Room) -> None:
    house = Wisher(room.organisations[0])
    set_wishes_of(room.database, 1, house, [room.winners[2]], MemberRole.LEAD, "a yard")
    screen = opened(qtbot, theme, room)
    screen.table.select_key(house)
    QTest.keyClick(screen.table, K.Key_Return)
    dialog = dialog_of(screen)
    assert dialog.name_edit.text() == "Harbour Mobility"
    assert (dialog.first_combo.currentData(), dialog.offers_edit.text()) == (
        *(room.winners[2], "a yard"),
    )
    dialog.remove_button.click()
    assert wishes_of_organisations(room.database, 1) == []
    room.database.undo()
    screen.table.select_key(house)
    QTest.keyClick(screen.table, K.Key_Delete)
    assert wishes_of_organisations(room.database, 1) == []


def test_what_people_voted_for_is_told_apart_and_taken_over_by_one_key(
    qtbot: QtBot, theme: Theme, voted: PollRoom
) -> None:
    screen = opened(qtbot, theme, voted)
    assert [said for _name, said in listed(screen)] == ["voted for it", "voted for it"]
    assert screen.proposed_label.text() == (
        "2 people have said nothing, and voted by name for winners."
    )
    assert sum(row.people for row in screen.given.counts) == 0
    QTest.keyClick(screen.table, K.Key_V, CTRL_SHIFT)
    assert [said for _name, said in listed(screen)] == ["partner", "partner"]
    assert not screen.proposed_row.isVisible()
    assert len(interests(voted.database, 1)) == 2


def test_only_who_is_selected_is_taken_over(qtbot: QtBot, theme: Theme, voted: PollRoom) -> None:
    screen = opened(qtbot, theme, voted)
    screen.table.select_key((voted.people[1], True))
    QTest.mouseClick(screen.take_button, Qt.MouseButton.LeftButton)
    assert [row.person_id for row in interests(voted.database, 1)] == [voted.people[1]]
    assert screen.proposed_label.text().startswith("1 person")


def test_who_is_asked_begins_with_what_they_voted_for_and_enter_takes_it_over(
    qtbot: QtBot, theme: Theme, voted: PollRoom
) -> None:
    screen = opened(qtbot, theme, voted)
    a, b, _c = [row.id for row in winners(voted.database, 1)]
    screen.ask(screen.finder.person(voted.people[0]))
    assert screen.winners.choices == [b, a]
    assert screen.asked_label.text().endswith(
        "Begun with what they voted for: Enter takes it over."
    )
    screen.leave_person()
    assert interests(voted.database, 1) == []
    screen.ask(screen.finder.person(voted.people[0]))
    QTest.keyClick(screen.winners, K.Key_Return)
    (row,) = interests(voted.database, 1)
    assert row.choices == (b, a)
