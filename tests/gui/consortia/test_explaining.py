"""Beside the columns: how suggestions differ, why somebody sits here, and which rules clash."""

from threading import Thread, current_thread, main_thread
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.consortia.fitting import Problem
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Attendance, Department, Organisation, Person
from kdc_desktop.screens.consortia import suggestion_verbs
from kdc_desktop.screens.consortia.consortia_screen import ConsortiaScreen
from kdc_desktop.screens.consortia.contents import CardKey
from kdc_desktop.services.consortia.forming import set_wanted
from kdc_desktop.services.consortia.suggestions import problem_of
from kdc_desktop.services.interests.wishes import set_interests
from kdc_desktop.services.people.apart import apart_pairs, keep_apart
from kdc_desktop.services.people.capacities import limit_groups, limit_groups_of_department
from kdc_desktop.services.people.organisations import add_department
from tests.gui.consortia.hands import child
from tests.rooms.consortia_room import Room, give_wishes

K = Qt.Key


def search(qtbot: QtBot, screen: ConsortiaScreen) -> None:
    with qtbot.waitSignal(screen.suggesting.found, timeout=20_000):
        QTest.keyClick(screen, K.Key_S)
    qtbot.waitUntil(lambda: not screen.suggesting.running)


def test_the_others_say_how_they_differ_from_the_first(
    qtbot: QtBot, screen: ConsortiaScreen, room: Room
) -> None:
    give_wishes(room)
    search(qtbot, screen)
    first, second, *_rest = screen.suggesting.suggestions
    texts = screen.suggesting.segments()
    assert (texts[0], texts[1]) == ("Suggestion 1", f"2 · {second.elsewhere} elsewhere")
    inspector = screen._inspector
    assert inspector.differs.isHidden()
    screen.suggestions.look_at(1)
    assert inspector.differs.text() == "\n".join(second.differs)
    assert "elsewhere." in second.differs[0]
    moved = next(
        key for key, at in second.placed.items() if first.placed.get(key) not in (at, None)
    )
    there = {group.winner_id: group.title for group in screen.shown.kept.problem.groups}
    told = [
        card
        for column in screen.columns.columns
        for card in column.cards
        if moved in card.person_ids
    ]
    assert len(told) == 1
    assert "first: " in told[0].below
    if len(told[0].person_ids) == 1:
        assert told[0].below.endswith(f"first: {there[first.placed[moved]]}")
    screen.suggestions.look_at(0)
    assert all("first: " not in card.below for one in screen.columns.columns for card in one.cards)


def test_why_somebody_sits_here_is_told_for_who_has_the_focus(
    qtbot: QtBot, screen: ConsortiaScreen, room: Room
) -> None:
    give_wishes(room, share=1.0)
    search(qtbot, screen)
    resident = next(
        card.person_ids[0]
        for column in screen.columns.columns
        for card in column.cards
        if len(card.person_ids) == 1 and card.chip == "1st"
    )
    card = next(
        card
        for column in screen.columns.columns
        for card in column.cards
        if card.person_ids == (resident,)
    )
    screen.columns.focus_card(card.key)
    qtbot.waitUntil(lambda: screen._inspector.why.text().endswith("has their 1st wish."))
    assert not screen._inspector.why.isHidden()


def test_what_another_place_would_cost_is_told(
    qtbot: QtBot, screen: ConsortiaScreen, room: Room
) -> None:
    for key in room.people:
        set_interests(room.database, 1, key, room.winners)
    search(qtbot, screen)
    later = next(
        card
        for column in screen.columns.columns
        for card in column.cards
        if len(card.person_ids) == 1 and card.chip != "1st"
    )
    screen.columns.focus_card(later.key)
    qtbot.waitUntil(lambda: bool(screen._inspector.why.text()))
    assert screen._inspector.why.text().startswith("Not in Yard bikes, the 1st wish: ")


def test_rules_that_clash_are_told_and_one_is_loosened_by_a_click(
    qtbot: QtBot, screen: ConsortiaScreen, room: Room
) -> None:
    four = room.people[:4]
    for at, one in enumerate(four):
        for other in four[at + 1 :]:
            keep_apart(room.database, one, other)
    search(qtbot, screen)
    part = screen._inspector.conflicts
    qtbot.waitUntil(lambda: bool(part.buttons), timeout=20_000)
    assert len(part.buttons) == 6
    assert not part.isHidden()
    assert part.buttons[0].text().replace("\n", " ").startswith("Let Aino Salmi and ")
    QTest.mouseClick(part.buttons[0], Qt.MouseButton.LeftButton)
    box = child(screen, QMessageBox, "apart_box")
    assert box.text().startswith("They are kept apart in every group and at every table")
    with room.database.read() as snapshot:
        assert len(apart_pairs(snapshot)) == 6
    with qtbot.waitSignal(screen.suggesting.found, timeout=20_000):
        QTest.mouseClick(child(box, QPushButton, "apart_box_anyway"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not screen.suggesting.running)
    with room.database.read() as snapshot:
        assert len(apart_pairs(snapshot)) == 5
    qtbot.waitUntil(part.isHidden, timeout=20_000)
    assert screen.suggesting.suggestions[0].waiting == ()


@pytest.mark.parametrize("of_department", [True, False])
def test_the_limit_that_is_in_the_way_is_the_one_that_is_loosened(
    qtbot: QtBot, screen: ConsortiaScreen, room: Room, of_department: bool
) -> None:
    house = room.organisations[0]
    part = add_department(room.database, house, "Yards")
    with room.database.edit(lazy("Moved")) as edit:
        for at, key in enumerate(room.people):
            edit.get_one(Person, key).organisation_id = house if at < 16 else None
            edit.get_one(Person, key).department_id = part if at < 16 else None
    limit_groups(room.database, house, 3 if of_department else 1)
    limit_groups_of_department(room.database, part, 1 if of_department else 3)
    screen.suggestions._want(type(screen.suggestions.wanted())(2, 6, "", 9))
    search(qtbot, screen)
    told = screen._inspector.conflicts
    name = "Harbour Mobility, Yards" if of_department else "Harbour Mobility"
    qtbot.waitUntil(lambda: bool(told.buttons), timeout=20_000)
    (button,) = [
        one for one in told.buttons if one.text().replace("\n", " ").startswith(f"Let {name} be in")
    ]
    with qtbot.waitSignal(screen.suggesting.found, timeout=20_000):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not screen.suggesting.running)
    with room.database.read() as snapshot:
        limits = (
            snapshot.get_one(Organisation, house).most_groups,
            snapshot.get_one(Department, part).most_groups,
        )
    assert limits == ((3, 2) if of_department else (2, 3))


def test_too_few_seats_are_loosened_for_all_consortia(
    qtbot: QtBot, screen: ConsortiaScreen, room: Room
) -> None:
    wanted = screen.suggestions.wanted()
    screen.suggestions._want(type(wanted)(2, 5, "", 9))
    search(qtbot, screen)
    part = screen._inspector.conflicts
    qtbot.waitUntil(lambda: bool(part.buttons), timeout=20_000)
    captions = [one.text().replace("\n", " ") for one in part.buttons]
    assert captions == [
        "Let Yard bikes take 10",
        "Let Rooftop greenhouse take 10",
        "Let Five-day pilot permits take 10",
    ]
    with qtbot.waitSignal(screen.suggesting.found, timeout=20_000):
        QTest.mouseClick(part.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not screen.suggesting.running)
    assert screen.suggesting.suggestions[0].waiting == ()


def test_of_a_consortium_that_is_there_only_its_own_size_is_loosened(
    qtbot: QtBot, filled: ConsortiaScreen, room: Room
) -> None:
    rows = filled.shown.kept.consortia
    for row in rows:
        assert row.id is not None
        set_wanted(room.database, [row.id], 1, 5, "")
    search(qtbot, filled)
    part = filled._inspector.conflicts
    qtbot.waitUntil(lambda: bool(part.buttons), timeout=20_000)
    QTest.mouseClick(part.buttons[0], Qt.MouseButton.LeftButton)
    sizes = [row.largest for row in filled.shown.kept.consortia]
    assert sorted(sizes)[:-1] == [5] * (len(sizes) - 1)
    assert max(sizes) > 5
    qtbot.waitUntil(lambda: not filled.suggesting.running)


@pytest.mark.parametrize("whole", [True, False])
def test_nothing_is_said_of_a_card_of_many(
    qtbot: QtBot, screen: ConsortiaScreen, room: Room, whole: bool
) -> None:
    search(qtbot, screen)
    many = next(
        card
        for column in screen.columns.columns
        for card in column.cards
        if (len(card.person_ids) > 1) is whole
    )
    screen.columns.focus_card(many.key)
    assert isinstance(many.key, CardKey)
    qtbot.wait(300)
    assert screen._inspector.why.text() == ""


def test_what_a_suggestion_is_asked_is_read_beside_the_window(
    qtbot: QtBot, screen: ConsortiaScreen, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_by: list[Thread] = []

    def read(*asked: Any) -> Problem:
        read_by.append(current_thread())
        return problem_of(*asked)

    monkeypatch.setattr(suggestion_verbs, "problem_of", read)
    search(qtbot, screen)
    (thread,) = read_by
    assert thread is not main_thread()
    assert screen.suggesting.problem is not None


def test_who_asks_for_a_suggestion_while_nobody_is_here_is_told_what_to_do(
    qtbot: QtBot, screen: ConsortiaScreen, room: Room
) -> None:
    with room.database.edit(lazy("Everybody left")) as edit:
        for one in edit.scalars(select(Attendance)):
            one.state = AttendanceState.LEFT
    with qtbot.waitSignal(screen.suggesting.jobs.problem) as told:
        QTest.keyClick(screen, K.Key_S)
    assert told.args == ["Nobody is present yet: check people in first."]
    qtbot.waitUntil(lambda: not screen.suggesting.running)
    assert screen.suggest_button.text() != "Stop"
