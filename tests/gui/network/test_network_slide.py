"""What the room sees of the network: organisations and sentences, and no person."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.kit.ink import NIGHT, PAPER
from kdc_desktop.audience.network.name_places import in_two_lines
from kdc_desktop.audience.network.network_slide import NetworkSlide
from kdc_desktop.screens.kit.screen import Sight
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.storage import Database, open_database
from tests.gui.network.hands import opened
from tests.rooms.meeting_room import FIRST_EVENING, MeetingRoom


@pytest.fixture
def database(tmp_path) -> Iterator[Database]:
    made = open_database(tmp_path / "club.kdc", lambda: FIRST_EVENING)
    yield made
    made.close()


def slide(qtbot: QtBot, theme: Theme, room: MeetingRoom) -> NetworkSlide:
    screen = opened(qtbot, theme, room)
    found = screen.slide_of(Sight())
    assert isinstance(found, NetworkSlide)
    return found


def painted(made: NetworkSlide) -> QImage:
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    made.paint(painter)
    painter.end()
    return image


def test_the_room_reads_three_or_four_sentences_and_no_name_of_a_person(qtbot, theme, database):
    room = MeetingRoom(database)
    room.table(room.evening(came=range(1, 9)), 1, 2, 3)
    made = slide(qtbot, theme, room)
    assert made.description == (
        "Who has met whom. As long as the club is there. 3 ties between people. "
        "3 pairs of organisations have met"
    )
    told = [made.description, *(mark.name for mark in made.marks)]
    assert not [one for one in told if "Guest" in one or "edge" in one]


def test_of_many_organisations_the_room_sees_those_that_have_met_most_others(
    qtbot, theme, database
):
    room = MeetingRoom(database, 100, "CPAT" * 24)
    evening = room.evening(came=range(1, 97))
    tables = list(range(1, 97, 6))
    room.tables(evening, *(range(a, b) for a, b in pairwise(tables)))
    room.table(evening, *range(1, 40))
    made = slide(qtbot, theme, room)
    assert len(made.marks) == 36
    assert made.shown == "The picture shows the 36 that have met most others."


@pytest.mark.parametrize("palette", [NIGHT, PAPER])
@pytest.mark.parametrize("people", [0, 2, 40])
def test_it_is_painted_with_nobody_with_two_and_with_many(qtbot, theme, database, palette, people):
    room = MeetingRoom(database, max(people, 1), "CPAT")
    if people:
        room.table(room.evening(came=range(1, people + 1)), *range(1, people + 1))
    screen = opened(qtbot, theme, room)
    made = screen.slide_of(Sight())
    assert isinstance(made, NetworkSlide)
    image = painted(made)
    colours = {image.pixel(x, y) for x in range(700, 1900, 7) for y in range(160, 960, 7)}
    assert len(colours) > 1


def test_who_has_met_nobody_else_is_not_named_to_the_room(qtbot, theme, database):
    room = MeetingRoom(database)
    room.table(room.evening(came=range(1, 9)), 1, 2)
    made = slide(qtbot, theme, room)
    assert sorted(mark.name for mark in made.marks) == ["House 1", "House 2"]
    assert made.shown == ""


def test_a_long_name_is_written_on_two_lines_and_not_cut():
    width = lambda text: 10.0 * len(text)  # noqa: E731 - what metrics would say
    assert in_two_lines("Ferry Line", 120, width) == ["Ferry Line"]
    assert in_two_lines("University, Urban Lab", 120, width) == ["University,", "Urban Lab"]
    assert in_two_lines("Regional Transport", 120, width) == ["Regional", "Transport"]
    assert in_two_lines("Donaudampfschifffahrt", 120, width) == ["Donaudampfschifffahrt"]
