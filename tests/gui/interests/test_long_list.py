"""A long list of wishes comes after its screen, and nobody who is asked meanwhile loses theirs."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.interests import reading
from kdc_desktop.screens.interests.interests_screen import InterestsScreen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.interests.questions import people_to_ask
from kdc_desktop.services.interests.wishes import set_interests
from tests.rooms.consortia_room import make_room

SAID = "1 of 20 present have said what they would join"


@pytest.fixture
def screen(
    qtbot: QtBot, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> InterestsScreen:
    """Not shown yet: many can be asked, of whom one has said what they would join."""
    room = make_room(tmp_path / "club.kdc")
    monkeypatch.setattr(reading, "MANY", 20)
    first = people_to_ask(room.database, room.session_id)[0].person_id
    set_interests(room.database, room.session_id, first, room.winners[:2])
    made = InterestsScreen(theme, room.database, room.session_id, Jobs())
    qtbot.addWidget(made)
    room.database.subscribe(made.on_changes)
    made.resize(900, 650)
    made.destroyed.connect(room.database.close)
    return made


def test_the_screen_stands_there_with_its_counts_before_any_wish_is_read(
    qtbot: QtBot, screen: InterestsScreen
) -> None:
    screen.show()
    assert (screen.table.model().rowCount(), screen.is_painted) == (0, False)
    assert screen.table.empty_text == screen.given_label.text() == "Reading the list …"
    assert list(screen.finder.people) == []
    assert sum(row.people for row in screen.given.counts) == 2
    qtbot.waitUntil(lambda: screen.is_painted)
    assert screen.table.model().rowCount() == 1
    assert screen.given_label.text() == SAID


def test_whoever_is_asked_before_the_list_has_come_is_shown_what_they_have_said(
    screen: InterestsScreen,
) -> None:
    screen.show()
    asked = people_to_ask(screen._database, screen._session_id)
    screen.ask(next(one for one in asked if one.given))
    assert len(screen.winners.choices) == 2
    assert screen.is_painted


def test_what_is_written_before_the_list_has_come_is_in_it(
    qtbot: QtBot, screen: InterestsScreen
) -> None:
    screen.show()
    asked = people_to_ask(screen._database, screen._session_id)
    second = next(one.person_id for one in asked if not one.given)
    winners = [row.winner_id for row in screen.given.counts]
    set_interests(screen._database, screen._session_id, second, winners[:1])
    assert screen.table.model().rowCount() == 2
    qtbot.waitUntil(lambda: screen.is_painted)
    assert screen.table.model().rowCount() == 2


def test_who_types_a_name_before_the_list_has_come_finds_whom_they_mean(
    screen: InterestsScreen,
) -> None:
    asked = people_to_ask(screen._database, screen._session_id)
    screen.show()
    QTest.keyClicks(screen.person_edit, asked[4].name)
    assert not screen.is_painted
    QTest.keyClick(screen.person_edit, Qt.Key.Key_Return)
    assert screen._asking == asked[4]
