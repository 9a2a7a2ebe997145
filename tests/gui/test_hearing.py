"""A screen reader hears every screen in whole words, and what was done, found and chosen."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.app import Club
from kdc_desktop.screens.kit.theme import Theme
from tests.gui.hearing import Heard, faults, heard, unspeakable
from tests.gui.one_window import in_one_walk, put_away, window_of_years, window_on
from tests.gui.walks import PLACES, go
from tests.gui.ways_of_years import OF_YEARS

__all__ = ["heard"]


@pytest.fixture(scope="module")
def window(theme: Theme, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Club]:
    with window_on(tmp_path_factory.mktemp("walk") / "Клуб.kdc", theme) as made:
        yield made


@pytest.fixture
def club(window: Club) -> Iterator[Club]:
    yield window
    put_away(window)


@pytest.fixture(scope="module")
def years(theme: Theme, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Club]:
    with window_of_years(tmp_path_factory.mktemp("years") / "Клуб.kdc", theme) as made:
        yield made


@pytest.mark.parametrize("place", in_one_walk(PLACES))
def test_everything_on_a_screen_is_heard_in_words(
    club: Club, qtbot: QtBot, heard: Heard, place: str
) -> None:
    shown = go(club, qtbot, place)
    assert _misheard(shown, heard) == []


@pytest.mark.parametrize("place", OF_YEARS)
def test_so_it_is_in_a_club_of_years(years: Club, qtbot: QtBot, heard: Heard, place: str) -> None:
    shown = OF_YEARS[place](years, qtbot)
    assert _misheard(shown, heard) == []
    put_away(years)


def _misheard(shown: list[QWidget], heard: Heard) -> list[str]:
    told = [text for text in heard if unspeakable(text) or " · " in text]
    return [fault for widget in shown for fault in faults(widget)] + told
