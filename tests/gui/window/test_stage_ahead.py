"""The screen of the next stage is ready before anybody goes on, once hands have rested."""

import pytest
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.model import Person
from kdc_desktop.screens.consortia.consortia_screen import ConsortiaScreen
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.window import stage_ahead
from kdc_desktop.services.sessions import agenda
from tests.gui.window.sample_window import SESSION, change, run


@pytest.fixture
def resting(evening: Club, monkeypatch: pytest.MonkeyPatch) -> Club:
    """An evening at its interests, in which a rest is a moment."""
    run(evening, "interests")
    monkeypatch.setattr(stage_ahead, "REST", 20)
    return evening


def of_consortia(club: Club) -> list[Screen]:
    return [one for one in club.window.whereabouts.screens if isinstance(one, ConsortiaScreen)]


def is_ready(club: Club) -> bool:
    return any(one.size() == club.window.screen_shown.size() for one in of_consortia(club))


def test_going_on_reads_nothing_that_was_read_while_hands_rested(
    resting: Club, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert of_consortia(resting) == []
    change(resting.database, Person, "name", "Aino Oja")
    qtbot.waitUntil(lambda: is_ready(resting))
    (ahead,) = of_consortia(resting)
    assert not ahead.isVisible()
    read: list[bool] = []
    monkeypatch.setattr(ahead, "refresh", lambda: read.append(True))
    agenda.next_stage(resting.database, SESSION)
    assert resting.window.screen_shown is ahead
    assert read == []


def test_what_has_changed_is_read_again_after_the_next_rest(
    resting: Club, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(resting.database, Person, "name", "Aino Salo")
    qtbot.waitUntil(lambda: is_ready(resting))
    (ahead,) = of_consortia(resting)
    read: list[bool] = []
    monkeypatch.setattr(ahead, "refresh", lambda: read.append(True))
    change(resting.database, Person, "name", "Aino Oja")
    assert read == []
    qtbot.waitUntil(lambda: read == [True])


def test_while_hands_do_something_nothing_is_made_ahead(
    resting: Club, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage_ahead, "REST", 60_000)
    change(resting.database, Person, "name", "Aino Oja")
    qtbot.wait(100)
    assert of_consortia(resting) == []


def test_of_a_closed_evening_nothing_is_made_ahead(resting: Club, qtbot: QtBot) -> None:
    agenda.close_session(resting.database, SESSION)
    qtbot.wait(100)
    assert of_consortia(resting) == []
