"""A suggestion for many is taken over in a job, and what was wished follows when it is kept."""

from time import sleep

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from kdc_desktop.domain.consortia.fitting import Suggestion
from kdc_desktop.domain.consortia.suggest import alternatives
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.consortia.consortia_screen import ConsortiaScreen
from kdc_desktop.screens.kit import doing
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.consortia import suggestions
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.services.winners.marking import unmark_winners
from tests.rooms.consortia_room import Room, give_wishes

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def _three_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doing, "MANY", 3)


def look_at(screen: ConsortiaScreen, placed: dict[int, int]) -> None:
    screen.suggesting._take((Suggestion(placed, (), (), 90.0, 0.0),))


def test_a_refusal_leaves_the_suggestion_in_view(
    qtbot: QtBot, filled: ConsortiaScreen, room: Room
) -> None:
    look_at(filled, {**dict.fromkeys(room.people[:4], room.winners[0]), 999: room.winners[0]})
    with qtbot.waitSignal(filled.jobs.problem) as said:  # type: ignore[attr-defined]
        QTest.mouseClick(filled.confirm_button, LEFT)
    assert said.args == ["People or winners have changed since. Suggest again."]
    qtbot.waitUntil(lambda: not filled.shown.taking_over)
    assert filled.suggesting.current is not None
    assert filled.shown.kept.consortia[0].people == 2


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> None:
    """A search that tells its first answer and goes on until it is told to stop."""

    def search(problem, count, seconds, *, cancelled, found, **more):
        (first, *_others) = alternatives(problem, 1, 0.0, found=found, **more)
        while not cancelled():
            sleep(0.001)
        return (first,)

    monkeypatch.setattr(suggestions, "alternatives", search)


@pytest.mark.usefixtures("endless")
def test_the_first_answer_is_taken_over_while_the_search_goes_on(
    qtbot: QtBot, screen: ConsortiaScreen, room: Room
) -> None:
    give_wishes(room)
    screen.suggestions.suggest()
    qtbot.waitUntil(lambda: screen.suggesting.current is not None, timeout=20_000)
    seen = screen.suggesting.current
    assert seen is not None
    assert screen.suggesting.running
    QTest.mouseClick(screen.confirm_button, LEFT)
    qtbot.waitUntil(lambda: screen.shown.kept.placed == seen.placed, timeout=20_000)
    assert not screen.suggesting.running


@pytest.mark.usefixtures("endless")
def test_a_search_ends_when_its_session_is_closed(qtbot: QtBot, theme: Theme, room: Room) -> None:
    give_wishes(room)
    jobs = Jobs()
    screen = ConsortiaScreen(theme, room.database, room.session_id, jobs, CONSORTIUM_TRAILS)
    screen.suggestions.suggest()
    qtbot.waitUntil(lambda: screen.suggesting.current is not None, timeout=20_000)
    delete(screen)
    qtbot.waitUntil(lambda: not jobs.busy, timeout=5_000)


def test_a_suggestion_that_places_nobody_is_not_offered(filled: ConsortiaScreen) -> None:
    look_at(filled, {})
    assert filled.confirm_button.text() == "Use this suggestion"
    assert not filled.confirm_button.isEnabled()


def test_without_its_winners_a_suggestion_goes(screen: ConsortiaScreen, room: Room) -> None:
    look_at(screen, dict.fromkeys(room.people[:4], room.winners[0]))
    assert screen.suggesting.current is not None
    unmark_winners(room.database, room.winners[:1], ())
    assert screen.suggesting.segments() == []
